import * as core from "@actions/core";
import { appendFileSync, statSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NAME } from "../program/about.js";
import { otherFolders } from "../program/folders.js";
import { bestEffort } from "../core/base/best-effort.js";
import { whyRefused } from "../core/base/system-error.js";
import type { Door } from "../program/door.js";
import { droppedLines } from "../program/guarded-output.js";
import { createProgress } from "../report/log/progress.js";
import type { Log } from "../report/log/log.js";
import { renderBrokenOff } from "../report/run/broken-off.js";
import { emptyOutputs, type Output } from "../report/run/outputs.js";
import { describeThrown } from "../report/words/outcomes.js";
import type { StartedAs } from "../report/words/own-command.js";
import { createOutlet } from "../report/outlet/outlet.js";

/** The way out for every text of this step. It knows every secret. */
export const outlet = createOutlet(core.setSecret);

/** The step's log. */
export const log: Log = {
  info: (line) => core.info(outlet.text(line)),
  warning: (line) => core.warning(outlet.text(line)),
  group: (title) => core.startGroup(outlet.text(title)),
  endGroup: core.endGroup,
  // The runner would drop them, thousands of them, where nobody asked for them (ACTIONS_STEP_DEBUG).
  ...(core.isDebug() ? { debug: (line: string) => core.debug(outlet.text(line)) } : {}),
};

/** Returns the line that tells of lines that nobody read, as the log has it. */
export function describeDropped(lines: number): string {
  return `::warning::${droppedLines(lines)}\n`;
}

/** Returns the collaborators that the action gives to a command. Nobody is asked, and there is no standard input. */
export function openDoor(isLogTaken: Door["isLogTaken"]): Door {
  // The runner empties this folder after the job.
  const given = process.env["RUNNER_TEMP"] ?? "";
  const temporary = given === "" ? tmpdir() : given;
  // A self-hosted runner keeps this folder from job to job.
  const cacheFolder = process.env["RUNNER_TOOL_CACHE"] ?? "";
  const runUrl = addressOfRun();
  return {
    log,
    note: log.info,
    onSecret: outlet.add,
    isLogTaken,
    openProgress: () => Promise.resolve(createProgress(log)),
    journalFolder: join(temporary, NAME),
    cacheFolder: cacheFolder === "" ? undefined : join(cacheFolder, NAME),
    planFolder: temporary,
    spareFolders: otherFolders(process.env),
    ...(runUrl === undefined ? {} : { runUrl }),
    setOutput,
    startedAs,
    // For post.ts, which runs even after this process has been killed.
    willStop: (container, run) => {
      tryToWrite(
        "what the post step needs to start the registry if this step is killed",
        "GITHUB_STATE",
        () => {
          core.saveState("container", container);
          core.saveState("run", run);
        },
      );
    },
  };
}

/** The outputs that were set so far. */
const outputs = new Map<string, string>();

function setOutput({ name, value }: Output): void {
  outputs.set(name, value);
  tryToWrite(`the output ${name}`, "GITHUB_OUTPUT", () => {
    core.setOutput(name, value.startsWith("[") ? outlet.json(value) : outlet.value(value));
  });
}

function startedAs(): StartedAs {
  return { kind: "step", ...nameOfAction(), ...numberOfRun() };
}

/**
 * Ends a step that has an error instead of a result: fails it, writes its summary, and sets those of its outputs that are not set, where it is known that nothing was deleted. A
 * journal is opened before the first deletion, and may know of some. Writes all of it at once, for the process may end behind it.
 */
export function failWithoutResult(thrown: unknown): void {
  fail(describeThrown(thrown));
  const journal = outputs.get("journal");
  writeSummary(
    renderBrokenOff(thrown, journal === undefined ? undefined : { journal, startedAs: startedAs() }),
  );
  if (journal !== undefined) return;
  for (const output of emptyOutputs()) if (!outputs.has(output.name)) setOutput(output);
}

/** Returns what a step's `uses` names this action by; nothing where it is in the workflow's own repository. */
function nameOfAction(): { readonly uses?: string } {
  const { GITHUB_ACTION_REPOSITORY: repository = "", GITHUB_ACTION_REF: ref = "" } = process.env;
  return repository === "" || ref === "" ? {} : { uses: `${repository}@${ref}` };
}

function numberOfRun(): { readonly run?: string } {
  const { GITHUB_RUN_ID: run } = process.env;
  return run === undefined || !/^\d+$/.test(run) ? {} : { run };
}

function addressOfRun(): string | undefined {
  // Not by @actions/github's context: Octokit would be loaded with it.
  const { GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = process.env;
  if (repository === undefined || id === undefined) return undefined;
  const server = process.env["GITHUB_SERVER_URL"] ?? "https://github.com";
  // The plan file tells it.
  return outlet.value(`${server}/${repository}/actions/runs/${id}`);
}

/** Fails the step, and says why. */
export function fail(text: string): void {
  core.setFailed(outlet.text(text));
}

/** Writes the job summary, where there is one. */
export function writeSummary(text: string): void {
  const file = process.env["GITHUB_STEP_SUMMARY"] ?? "";
  if (file === "") return;
  tryToWrite("the job summary", "GITHUB_STEP_SUMMARY", () => {
    appendFileSync(file, outlet.text(text));
  });
}

/** Writes to one of the runner's files. Where that fails, a warning says so, and the step goes on: what it does for the registry matters more. */
function tryToWrite(what: string, variable: string, write: () => void): void {
  const before = lengthOf(variable);
  try {
    write();
  } catch (error) {
    cutTo(variable, before);
    tellNotWritten(what, error);
  }
}

function lengthOf(variable: string): number | undefined {
  try {
    return statSync(process.env[variable] ?? "").size;
  } catch {
    return undefined;
  }
}

/** Takes away what a full disk has let be written in part: the runner fails a step of whose output it finds no end. Never throws. */
function cutTo(variable: string, length: number | undefined): void {
  if (length === undefined) return;
  bestEffort(truncateSync)(process.env[variable] ?? "", length);
}

function tellNotWritten(what: string, error: unknown): void {
  log.warning(`The runner's file for ${what} can't be written: ${whyRefused(error)}.`);
}
