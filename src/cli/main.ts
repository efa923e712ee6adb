#!/usr/bin/env node
import { NAME, VERSION } from "../program/about.js";
import { guardEnds } from "../program/process-end.js";
import { readLine } from "./credentials.js";
import { describeDropped, EXIT_CODES, openDoor, setForm, print, printJson, tellFailure } from "./terminal.js";
import { parseCommandLine } from "./arguments.js";
import type { CommandLine, RunLine } from "./line.js";
import { BadInputError, NoAnswerError } from "../core/base/errors.js";
import type { Log } from "../report/log/log.js";
import { describeThrown } from "../report/words/outcomes.js";
import type { View } from "../report/verbs/view.js";

/** True if standard output has more than a log: then its reader is waited for. */
let isAnswered = true;

async function main(): Promise<number> {
  const line = parseCommandLine(process.argv.slice(2));
  switch (line.kind) {
    case "nothing":
      // As ripgrep does: whoever forgot something is told, and a script does not take it for success.
      process.stderr.write(await helpText({ kind: "help", isShort: true }));
      return EXIT_CODES["bad-input"];
    case "help":
      process.stdout.write(await helpText(line));
      return EXIT_CODES.done;
    case "version":
      process.stdout.write(`${VERSION}\n`);
      return EXIT_CODES.done;
    case "completion": {
      const { renderCompletion } = await import("./completion.js");
      process.stdout.write(renderCompletion(line.shell));
      return EXIT_CODES.done;
    }
    case "wrong":
      throw new BadInputError(line.problems);
    case "run":
      return run(line);
  }
}

async function helpText({ command, isShort }: Extract<CommandLine, { kind: "help" }>): Promise<string> {
  // Lazily: a run needs no help.
  const { renderHelp } = await import("./help.js");
  const { helpWords, startOfProcess } = await import("./started-as.js");
  const { columns } = process.stdout.isTTY ? process.stdout : process.stderr;
  const words = helpWords(startOfProcess());
  return renderHelp(command, { isShort, words, ...(columns > 0 ? { width: columns } : {}) });
}

/** Runs a command, shows its result, and returns the exit code. */
async function run(line: RunLine): Promise<number> {
  setForm(line);
  const runCommand = await readLine(line);
  isAnswered = false;
  const door = openDoor(line, outputs);
  const view = await runCommand(door);
  show(view, line, door.log);
  return EXIT_CODES[view.status];
}

function show(view: View, { json }: RunLine, log: Log): void {
  isAnswered = json || view.kind === "answer";
  if (json) printJson(view.json());
  else if (view.kind === "answer") print(view.text());
  // An answer says itself what is wrong.
  if (view.kind === "answer") return;
  tellFailure(view.failure);
  for (const text of view.closing) log.info(text);
}

function exitCodeOf(error: unknown): number {
  if (error instanceof BadInputError) return EXIT_CODES["bad-input"];
  const isInterrupted = error instanceof NoAnswerError && error.why === "interrupted";
  return EXIT_CODES[isInterrupted ? "interrupted" : "failed"];
}

const outputs = guardEnds({
  tellBug: (thrown) => {
    tellFailure(describeThrown(thrown));
  },
  describeDropped,
});

// A command line is read by whoever may use `ps`, and it may have a script or a password in it. The title takes its place.
process.title = NAME;

// Not process.exit(): what was written to a pipe would be lost.
try {
  process.exitCode = await main();
} catch (error) {
  tellFailure(describeThrown(error));
  process.exitCode = exitCodeOf(error);
}
void outputs.end({ isAnswered });
