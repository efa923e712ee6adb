#!/usr/bin/env node
import { VERSION } from "./about.js";
import { runApply, runPrune } from "./cli-deletions.js";
import { readAll, readNames } from "./cli-input.js";
import {
  ask,
  EXIT_CODES,
  isTerminal,
  openConnection,
  openDoor,
  openLog,
  print,
  type Run,
  secrets,
  tellFailure,
  USER_AGENT,
} from "./cli-terminal.js";
import { parseCommandLine } from "./command-line.js";
import { check } from "./commands/check.js";
import { explain } from "./commands/explain.js";
import { reclaim } from "./commands/reclaim.js";
import { restore } from "./commands/restore.js";
import { tryPolicy } from "./commands/try.js";
import { BadInputError, PruneError } from "./core/errors.js";
import { isReady } from "./core/finding.js";
import { renderHelp } from "./help.js";
import type { CheckSettings } from "./settings/read-check.js";
import type { ExplainSettings } from "./settings/read-explain.js";
import type { ReclaimSettings } from "./settings/read-reclaim.js";
import type { RestoreSettings } from "./settings/read-restore.js";
import type { TrySettings } from "./settings/read-try.js";
import type { Settings } from "./settings/read-settings.js";
import { renderCheck, renderCheckJson } from "./report/check.js";
import { renderExplanations, renderExplanationsJson } from "./report/explain.js";
import { describeThrown } from "./report/outcomes.js";
import { reclaimFailure, reclaimLine, reclaimStatus, renderReclaimJson } from "./report/reclaim.js";
import {
  createRestoreProgress,
  renderRestoreJson,
  restoreFailure,
  restoreLine,
  restoreStatus,
} from "./report/restore.js";
import { renderTrial, renderTrialJson } from "./report/trial.js";

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

function run(line: Run, settings: Settings): Promise<number> {
  switch (settings.command) {
    case "prune":
      return runPrune(line, settings);
    case "apply":
      return runApply(line, settings);
    case "restore":
      return runRestore(line, settings);
    case "reclaim":
      return runReclaim(line, settings);
    case "check":
      return runCheck(line, settings);
    case "explain":
      return runExplain(line, settings);
    case "try":
      return runTry(line, settings);
  }
}

async function runRestore(line: Run, settings: RestoreSettings): Promise<number> {
  const log = openLog(line);
  const say = createRestoreProgress(log);
  const result = await restore(settings, { say, userAgent: USER_AGENT, onSecret: secrets.add });
  if (line.json) print(renderRestoreJson(result));
  tellFailure(restoreFailure(result));
  log.info(restoreLine(result));
  return EXIT_CODES[restoreStatus(result)];
}

async function runReclaim(line: Run, settings: ReclaimSettings): Promise<number> {
  const { door, log } = openDoor(line);
  if (isTerminal() && !line.yes && !settings.dryRun && !(await ask(questionOf(settings)))) {
    throw new PruneError("You said no, so nothing was done", "Run again when you are ready.");
  }
  const result = await reclaim(settings, door);
  if (line.json) print(renderReclaimJson(result));
  tellFailure(reclaimFailure(result));
  log.info(reclaimLine(result));
  return EXIT_CODES[reclaimStatus(result)];
}

function questionOf({ collection, sweep }: ReclaimSettings): string {
  const works = [
    ...(sweep === undefined ? [] : [`remove what garbage collection left behind in ${sweep.storage}`]),
    ...(collection?.by.kind === "container"
      ? [`stop ${collection.by.name}, collect its garbage and start it again`]
      : []),
    ...(collection?.by.kind === "command" ? ["run gc-command"] : []),
  ];
  return `This will ${works.join(", and ")}. Go on?`;
}

async function runCheck(line: Run, settings: CheckSettings): Promise<number> {
  const result = await check(settings, openConnection());
  print(line.json ? renderCheckJson(result) : renderCheck(result));
  return isReady(result.findings) ? EXIT_CODES.done : EXIT_CODES.failed;
}

async function runExplain(line: Run, settings: ExplainSettings): Promise<number> {
  const explained = await explain(settings, openConnection());
  print(line.json ? renderExplanationsJson(explained) : renderExplanations(explained));
  return explained.every(({ explanation }) => explanation !== undefined)
    ? EXIT_CODES.done
    : EXIT_CODES.failed;
}

async function runTry(line: Run, settings: TrySettings): Promise<number> {
  const trial = tryPolicy(settings, await readNames(), Date.now());
  print(line.json ? renderTrialJson(trial) : renderTrial(trial));
  return EXIT_CODES.done;
}

// Not process.exit(): what was written to a pipe would be lost.
try {
  process.exitCode = await main();
} catch (error) {
  tellFailure(describeThrown(error));
  process.exitCode = error instanceof BadInputError ? EXIT_CODES["bad-input"] : EXIT_CODES.failed;
}
