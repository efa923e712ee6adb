#!/usr/bin/env node
import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { NAME, VERSION } from "./about.js";
import { type CommandLine, parseCommandLine } from "./command-line.js";
import { check } from "./commands/check.js";
import type { NamedPlan } from "./commands/draft.js";
import { prune } from "./commands/prune.js";
import { reclaim, type ReclaimDoor } from "./commands/reclaim.js";
import { BadInputError, type Problem, PruneError } from "./core/errors.js";
import { isReady } from "./core/finding.js";
import { renderHelp } from "./help.js";
import type { CheckSettings } from "./read-check.js";
import type { PruneSettings } from "./read-prune.js";
import type { ReclaimSettings } from "./read-reclaim.js";
import { readSettings, type Settings } from "./read-settings.js";
import { renderCheck, renderCheckJson } from "./report/check.js";
import { failureText } from "./report/failure.js";
import { renderJson } from "./report/outputs.js";
import { renderPlans } from "./report/plan-file.js";
import { describeThrown } from "./report/outcomes.js";
import { createProgress, type Log } from "./report/progress.js";
import { reclaimFailure, reclaimLine, reclaimStatus, renderReclaimJson } from "./report/reclaim.js";
import { createRedactor } from "./report/redact.js";
import { aboutSpace, statusOf, summaryLine } from "./report/result.js";
import { askYesNo, createTerminalLog } from "./report/terminal.js";
import { count } from "./report/wording.js";
import type { RawSettings } from "./setting-reader.js";
import { createStop } from "./stop.js";

const EXIT_CODES = { done: 0, failed: 1, "bad-input": 2, "partly-failed": 3 } as const;
const { stdin, stdout, stderr } = process;

type Run = Extract<CommandLine, { readonly kind: "run" }>;

const secrets = createRedactor();

async function main(): Promise<number> {
  const line = parseCommandLine(process.argv.slice(2));
  switch (line.kind) {
    case "help":
      stdout.write(renderHelp(line.command));
      return EXIT_CODES.done;
    case "version":
      stdout.write(`${VERSION}\n`);
      return EXIT_CODES.done;
    case "run":
      return run(line, await readAll(line));
  }
}

function run(line: Run, settings: Settings): Promise<number> {
  switch (settings.command) {
    case "prune":
      return runPrune(line, settings);
    case "reclaim":
      return runReclaim(line, settings);
    case "check":
      return runCheck(line, settings);
  }
}

/** What every command that deletes needs of this door, and where its lines go. */
function openDoor(line: Run): { readonly door: ReclaimDoor; readonly log: Log } {
  const log = createTerminalLog({ info: line.json ? stderr : stdout, warnings: stderr }, secrets.redact);
  const { say, signal } = createStop(createProgress(log));
  const userAgent = `${NAME}/${VERSION}`;
  return { log, door: { userAgent, say, stop: signal, onSecret: secrets.add, run: randomUUID() } };
}

async function runPrune(line: Run, settings: PruneSettings): Promise<number> {
  const { door, log } = openDoor(line);
  const { plan } = line;
  const result = await prune(settings, {
    ...door,
    async savePlans(plans) {
      if (plan === undefined) return;
      await savePlan(plan, plans, settings);
      door.say({ kind: "plan-saved", path: plan });
    },
    ...(isTerminal() && !line.yes ? { confirm: (plans) => confirm(plans, settings) } : {}),
  });
  if (line.json) stdout.write(secrets.redact(renderJson(result, plan ?? "")));
  tellFailure(failureText(result));
  for (const text of aboutSpace(result)) log.info(text);
  log.info(summaryLine(result));
  return EXIT_CODES[statusOf(result)];
}

async function runReclaim(line: Run, settings: ReclaimSettings): Promise<number> {
  const { door, log } = openDoor(line);
  if (isTerminal() && !line.yes && !settings.dryRun && !(await ask(questionOf(settings)))) {
    throw new PruneError("You said no, so nothing was done", "Run again when you are ready.");
  }
  const result = await reclaim(settings, door);
  if (line.json) stdout.write(secrets.redact(renderReclaimJson(result)));
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
  const result = await check(settings, { userAgent: `${NAME}/${VERSION}`, onSecret: secrets.add });
  stdout.write(secrets.redact(line.json ? renderCheckJson(result) : renderCheck(result)));
  return isReady(result.findings) ? EXIT_CODES.done : EXIT_CODES.failed;
}

async function savePlan(path: string, plans: readonly NamedPlan[], settings: PruneSettings): Promise<void> {
  const text = renderPlans(plans, settings.policy, { tool: `${NAME} ${VERSION}`, created: new Date() });
  await writeFile(path, text).catch((cause: unknown) => {
    throw new PruneError(
      `the plan can't be written to ${path} (${String(cause)})`,
      "Name another file in --plan; nothing was deleted.",
      { cause },
    );
  });
}

function tellFailure(failure: string): void {
  if (failure !== "") stderr.write(`${secrets.redact(failure)}\n`);
}

/** Whether a person sits there to be asked. */
function isTerminal(): boolean {
  return stdin.isTTY && (stderr.isTTY || stdout.isTTY);
}

function confirm(
  plans: readonly NamedPlan[],
  { collection }: Pick<PruneSettings, "collection">,
): Promise<boolean> {
  const tags = plans.flatMap(({ plan }) => plan.deletions.flatMap((deletion) => deletion.tags)).length;
  const places = plans.map(({ repository }) => repository).join(", ");
  const then = collection === undefined ? "" : ", and then collect the registry's garbage";
  return ask(`Delete ${count(tags, "tag")} from ${places}${then}?`);
}

function ask(question: string): Promise<boolean> {
  return askYesNo(question, { input: stdin, output: stderr.isTTY ? stderr : stdout });
}

async function readAll(line: Run): Promise<Settings> {
  const problems = [...line.problems, ...terminalProblems(line)];
  const raw = await withCredentials(line, problems);
  return readSettings(raw, problems);
}

/** Where a person watches and standard input is not theirs, nobody could be asked. */
function terminalProblems({ raw, yes, passwordStdin }: Run): readonly Problem[] {
  const isWatched = stdout.isTTY || stderr.isTTY;
  const mayDelete = raw["dry-run"] !== "true" && raw.command !== "check" && !yes;
  if (!mayDelete || !isWatched || (stdin.isTTY && !passwordStdin)) return [];
  const setting = passwordStdin ? "--password-stdin" : "--yes";
  return [
    {
      setting,
      message: "standard input is not free for a question; say --yes to delete without one, or --dry-run",
    },
  ];
}

/** The settings with a user name and password from the environment or standard input, where those are not given. */
async function withCredentials(line: Run, problems: Problem[]): Promise<RawSettings> {
  const { raw } = line;
  const username = raw.username ?? process.env["PRUNE_USERNAME"] ?? "";
  const password = await readPassword(line, problems);
  secrets.add(password);
  return { ...raw, ...(username === "" ? {} : { username }), ...(password === "" ? {} : { password }) };
}

async function readPassword({ raw, passwordStdin }: Run, problems: Problem[]): Promise<string> {
  if (raw.password !== undefined) {
    stderr.write("Warning: others on this machine can read a command line; --password-stdin is safer.\n");
    if (passwordStdin) {
      problems.push({ setting: "--password-stdin", message: "--password is given too; give one" });
    }
    return raw.password;
  }
  if (!passwordStdin) return process.env["PRUNE_PASSWORD"] ?? "";
  const piped = (await text(stdin)).replace(/\r?\n$/, "");
  if (piped === "") problems.push({ setting: "--password-stdin", message: "standard input is empty" });
  return piped;
}

// Not process.exit(): what was written to a pipe would be lost.
try {
  process.exitCode = await main();
} catch (error) {
  stderr.write(`${secrets.redact(describeThrown(error))}\n`);
  process.exitCode = error instanceof BadInputError ? EXIT_CODES["bad-input"] : EXIT_CODES.failed;
}
