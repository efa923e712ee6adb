#!/usr/bin/env node
import { NAME, VERSION } from "../program/about.js";
import { guardEnds } from "../program/process-end.js";
import { readLine } from "./credentials.js";
import { EXIT_CODES, openDoor, print, printJson, tellFailure } from "./terminal.js";
import { parseCommandLine, type RunLine } from "./arguments.js";
import { BadInputError } from "../core/base/errors.js";
import { renderHelp } from "./help.js";
import type { Log } from "../report/log/log.js";
import { describeThrown } from "../report/words/outcomes.js";
import type { View } from "../report/verbs/view.js";

async function main(): Promise<number> {
  const line = parseCommandLine(process.argv.slice(2));
  switch (line.kind) {
    case "help":
      process.stdout.write(renderHelp(line.command));
      return EXIT_CODES.done;
    case "version":
      process.stdout.write(`${VERSION}\n`);
      return EXIT_CODES.done;
    case "run":
      return run(line);
  }
}

/** Runs a command, shows its result, and returns the exit code. */
async function run(line: RunLine): Promise<number> {
  const runCommand = await readLine(line);
  const door = openDoor(line);
  const view = await runCommand(door);
  show(view, line, door.log);
  return EXIT_CODES[view.status];
}

function show(view: View, { json }: RunLine, log: Log): void {
  if (json) printJson(view.json());
  else if (view.kind === "answer") print(view.text());
  // An answer says itself what is wrong.
  if (view.kind === "answer") return;
  tellFailure(view.failure);
  for (const text of view.closing) log.info(text);
}

guardEnds((thrown) => {
  tellFailure(describeThrown(thrown));
});

// A command line is read by whoever may use `ps`, and it may have a script or a password in it. The title takes its place.
process.title = NAME;

// Not process.exit(): what was written to a pipe would be lost.
try {
  process.exitCode = await main();
} catch (error) {
  tellFailure(describeThrown(error));
  process.exitCode = error instanceof BadInputError ? EXIT_CODES["bad-input"] : EXIT_CODES.failed;
}
