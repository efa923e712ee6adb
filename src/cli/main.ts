#!/usr/bin/env node
import { VERSION } from "../program/about.js";
import { runApply, runPrune } from "./deletions.js";
import { readAll } from "./credentials.js";
import { EXIT_CODES, type Run, tellFailure } from "./terminal.js";
import { parseCommandLine } from "./arguments.js";
import { BadInputError } from "../core/base/errors.js";
import { renderHelp } from "./help.js";
import type { Settings } from "../settings/read/read-settings.js";
import { describeThrown } from "../report/words/outcomes.js";

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
      return run(line, await readAll(line));
  }
}

/** What a prune does not need is loaded by the commands that do: reading it is most of what a start takes. */
async function run(line: Run, settings: Settings): Promise<number> {
  switch (settings.command) {
    case "prune":
      return runPrune(line, settings);
    case "apply":
      return runApply(line, settings);
    case "restore":
      return (await import("./restore.js")).runRestore(line, settings);
    case "reclaim":
      return (await import("./reclaim.js")).runReclaim(line, settings);
    case "check":
      return (await import("./check.js")).runCheck(line, settings);
    case "explain":
      return (await import("./explain.js")).runExplain(line, settings);
    case "try":
      return (await import("./try.js")).runTry(line, settings);
  }
}

// Not process.exit(): what was written to a pipe would be lost.
try {
  process.exitCode = await main();
} catch (error) {
  tellFailure(describeThrown(error));
  process.exitCode = error instanceof BadInputError ? EXIT_CODES["bad-input"] : EXIT_CODES.failed;
}
