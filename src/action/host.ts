import * as core from "@actions/core";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NAME } from "../program/about.js";
import { whyRefused } from "../core/base/system-error.js";
import type { Door } from "../program/door.js";
import { createProgress } from "../report/log/progress.js";
import type { Log } from "../report/log/log.js";
import { createRedactor } from "../report/words/redact.js";

/** Knows every secret of this run, and takes it out of whatever is printed. */
export const secrets = createRedactor(core.setSecret);

/** The step's log. */
export const log: Log = {
  info: (line) => core.info(secrets.redact(line)),
  warning: (line) => core.warning(secrets.redact(line)),
  group: (title) => core.startGroup(secrets.redact(title)),
  endGroup: core.endGroup,
  // The runner would drop them, thousands of them, where nobody asked for them (ACTIONS_STEP_DEBUG).
  ...(core.isDebug() ? { debug: (line: string) => core.debug(secrets.redact(line)) } : {}),
};

/** Returns the collaborators that the action gives to a command. Nobody is asked, and there is no standard input. */
export function openDoor(): Door {
  // The runner empties this folder after the job.
  const temporary = process.env["RUNNER_TEMP"] ?? tmpdir();
  const runUrl = addressOfRun();
  return {
    log,
    note: log.info,
    onSecret: secrets.add,
    openProgress: () => Promise.resolve(createProgress(log)),
    journalFolder: join(temporary, NAME),
    choosePlanPath: async () => join(await mkdtemp(join(temporary, `${NAME}-`)), "plan.json"),
    ...(runUrl === undefined ? {} : { runUrl }),
    setOutput: ({ name, value }) => {
      tryToWrite(`the output ${name}`, () => {
        core.setOutput(name, value);
      });
    },
    startedAs: () => ({ kind: "step", ...nameOfAction() }),
    // For post.ts, which runs even after this process has been killed.
    willStop: (container, run) => {
      tryToWrite("what the post step needs to start the registry if this step is killed", () => {
        core.saveState("container", container);
        core.saveState("run", run);
      });
    },
  };
}

/** Returns what a step's `uses` names this action by; nothing where it is in the workflow's own repository. */
function nameOfAction(): { readonly uses?: string } {
  const { GITHUB_ACTION_REPOSITORY: repository = "", GITHUB_ACTION_REF: ref = "" } = process.env;
  return repository === "" || ref === "" ? {} : { uses: `${repository}@${ref}` };
}

function addressOfRun(): string | undefined {
  // Not by @actions/github's context: Octokit would be loaded with it.
  const { GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = process.env;
  if (repository === undefined || id === undefined) return undefined;
  const server = process.env["GITHUB_SERVER_URL"] ?? "https://github.com";
  return `${server}/${repository}/actions/runs/${id}`;
}

/** Fails the step, and says why. */
export function fail(text: string): void {
  core.setFailed(secrets.redact(text));
}

/** Writes the job summary, where there is one. */
export async function writeSummary(text: string): Promise<void> {
  if (process.env["GITHUB_STEP_SUMMARY"] === undefined) return;
  try {
    await core.summary.addRaw(secrets.redact(text)).write();
  } catch (error) {
    tellNotWritten("the job summary", error);
  }
}

/** Writes to one of the runner's files. Where that fails, a warning says so, and the step goes on: what it does for the registry matters more. */
function tryToWrite(what: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    tellNotWritten(what, error);
  }
}

function tellNotWritten(what: string, error: unknown): void {
  log.warning(`The runner's file for ${what} can't be written: ${whyRefused(error)}.`);
}
