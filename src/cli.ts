#!/usr/bin/env node
import { writeFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { NAME, VERSION } from "./about.js";
import { type CommandLine, parseCommandLine, renderHelp } from "./command-line.js";
import { type NamedPlan, prune } from "./commands/prune.js";
import { BadInputError, type Problem, PruneError } from "./core/errors.js";

import { type PruneSettings, readPruneSettings } from "./read-settings.js";
import { failureText } from "./report/failure.js";
import { renderJson } from "./report/outputs.js";
import { renderPlans } from "./report/plan-file.js";
import { describeThrown } from "./report/outcomes.js";
import { createProgress } from "./report/progress.js";
import { createRedactor } from "./report/redact.js";
import { type RunResult, SPACE_COMES_BACK, statusOf, summaryLine } from "./report/result.js";
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
      stdout.write(renderHelp());
      return EXIT_CODES.done;
    case "version":
      stdout.write(`${VERSION}\n`);
      return EXIT_CODES.done;
    case "run":
      return runPrune(line);
  }
}

async function runPrune(line: Run): Promise<number> {
  const settings = await readSettings(line);
  const log = createTerminalLog({ info: line.json ? stderr : stdout, warnings: stderr }, secrets.redact);
  const { say, signal } = createStop(createProgress(log));
  const { plan } = line;
  const result = await prune(settings, {
    userAgent: `${NAME}/${VERSION}`,
    say,
    stop: signal,
    onSecret: secrets.add,
    async savePlans(plans) {
      if (plan === undefined) return;
      await savePlan(plan, plans, settings);
      say({ kind: "plan-saved", path: plan });
    },
    ...(isTerminal() && !line.yes ? { confirm } : {}),
  });
  if (line.json) stdout.write(secrets.redact(renderJson(result, plan ?? "")));
  tellEnd(result, log.info);
  return EXIT_CODES[statusOf(result)];
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

function tellEnd(result: RunResult, info: (line: string) => void): void {
  const failure = failureText(result);
  if (failure !== "") stderr.write(`${secrets.redact(failure)}\n`);
  if (result.outcomes.some((outcome) => outcome.kind === "applied" && outcome.deleted.length > 0)) {
    info(SPACE_COMES_BACK);
  }
  info(summaryLine(result));
}

/** Whether a person sits there to be asked. */
function isTerminal(): boolean {
  return stdin.isTTY && (stderr.isTTY || stdout.isTTY);
}

function confirm(plans: readonly NamedPlan[]): Promise<boolean> {
  const tags = plans.flatMap(({ plan }) => plan.deletions.flatMap((deletion) => deletion.tags)).length;
  const question = `Delete ${count(tags, "tag")} from ${plans.map(({ repository }) => repository).join(", ")}?`;
  return askYesNo(question, { input: stdin, output: stderr.isTTY ? stderr : stdout });
}

async function readSettings(line: Run): Promise<PruneSettings> {
  const problems = [...line.problems, ...terminalProblems(line)];
  const raw = await withCredentials(line, problems);
  return readPruneSettings(raw, problems);
}

/** Where a person watches and standard input is not theirs, nobody could be asked. */
function terminalProblems({ raw, yes, passwordStdin }: Run): readonly Problem[] {
  const isWatched = stdout.isTTY || stderr.isTTY;
  const mayDelete = raw["dry-run"] !== "true" && !yes;
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
