import { randomUUID } from "node:crypto";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as core from "@actions/core";
import { context } from "@actions/github";
import { NAME, VERSION } from "./about.js";
import { check } from "./commands/check.js";
import type { NamedPlan } from "./commands/draft.js";
import { prune } from "./commands/prune.js";
import { reclaim, type ReclaimDoor } from "./commands/reclaim.js";
import type { Problem } from "./core/errors.js";
import { isReady } from "./core/finding.js";
import type { CheckSettings } from "./read-check.js";
import type { PruneSettings } from "./read-prune.js";
import type { ReclaimSettings } from "./read-reclaim.js";
import { readSettings, unknownSetting } from "./read-settings.js";
import { renderCheck, renderCheckSummary } from "./report/check.js";
import { failureText } from "./report/failure.js";
import { cutList, outputsOf } from "./report/outputs.js";
import { renderPlans } from "./report/plan-file.js";
import { describeThrown } from "./report/outcomes.js";
import { createProgress, type Log } from "./report/progress.js";
import { reclaimedBytes, reclaimFailure, reclaimLine, reclaimStatus } from "./report/reclaim.js";
import { createRedactor } from "./report/redact.js";
import { aboutSpace, type RunResult, statusOf, summaryLine } from "./report/result.js";
import { renderReclaimSummary } from "./report/reclaim-summary.js";
import { renderSummary } from "./report/summary.js";
import type { RawSettings } from "./setting-reader.js";
import { SETTINGS } from "./settings.js";
import { createStop } from "./stop.js";

const secrets = createRedactor(core.setSecret);

const log: Log = {
  info: (line) => core.info(secrets.redact(line)),
  warning: (line) => core.warning(secrets.redact(line)),
  group: (title) => core.startGroup(secrets.redact(title)),
  endGroup: core.endGroup,
};

/** The inputs that were given; one that is left out of a workflow arrives as its default, or empty. */
function readInputs(): { readonly raw: RawSettings; readonly problems: readonly Problem[] } {
  const names = SETTINGS.map(({ name }) => name);
  const variable = (name: string): string => `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`;
  const given = names.filter((name) => process.env[variable(name)] !== undefined);
  const known = new Set(names.map(variable));
  const unknown = Object.keys(process.env).filter((key) => key.startsWith("INPUT_") && !known.has(key));
  return {
    raw: Object.fromEntries(given.map((name) => [name, core.getInput(name)])),
    problems: unknown.map((key) => unknownSetting(key.slice("INPUT_".length).toLowerCase(), names)),
  };
}

async function run(): Promise<void> {
  const { raw, problems } = readInputs();
  secrets.add(raw.password ?? "");
  const settings = readSettings(raw, problems);
  switch (settings.command) {
    case "prune":
      return runPrune(settings);
    case "reclaim":
      return runReclaim(settings);
    case "check":
      return runCheck(settings);
  }
}

/** What every command that deletes needs of this door. */
function openDoor(): ReclaimDoor {
  const { say, signal } = createStop(createProgress(log));
  const id = randomUUID();
  return {
    userAgent: `${NAME}/${VERSION}`,
    say,
    stop: signal,
    onSecret: secrets.add,
    run: id,
    // For action-post.ts, which runs even after this process has been killed.
    willStop: (container) => {
      core.saveState("container", container);
      core.saveState("run", id);
    },
  };
}

async function runPrune(settings: PruneSettings): Promise<void> {
  const planPath = join(await mkdtemp(join(process.env["RUNNER_TEMP"] ?? tmpdir(), `${NAME}-`)), "plan.json");
  const door = openDoor();
  const result = await prune(settings, {
    ...door,
    async savePlans(plans: readonly NamedPlan[]) {
      await writeFile(planPath, renderPlans(plans, settings.policy, { ...origin(), created: new Date() }));
      core.setOutput("plan", planPath);
      door.say({ kind: "plan-saved", path: planPath });
    },
  });
  await reportPrune(result, planPath);
}

function origin(): { readonly tool: string; readonly run?: string } {
  const tool = `${NAME} ${VERSION}`;
  const repository = process.env["GITHUB_REPOSITORY"];
  if (repository === undefined) return { tool };
  return { tool, run: `${context.serverUrl}/${repository}/actions/runs/${context.runId}` };
}

async function reportPrune(result: RunResult, planPath: string): Promise<void> {
  const outputs = outputsOf(result, planPath);
  for (const name of ["deleted", "kept"] as const) {
    const { json, left } = cutList(outputs[name]);
    core.setOutput(name, json);
    if (left > 0) {
      log.warning(
        `The output ${name} leaves out ${left} tags, for GitHub limits its size; the plan has them all.`,
      );
    }
  }
  core.setOutput("deleted-count", outputs["deleted-count"]);
  core.setOutput("kept-count", outputs["kept-count"]);
  core.setOutput("freed-bytes", outputs["freed-bytes"] ?? "");
  await writeSummary(renderSummary(result));
  if (statusOf(result) !== "done") core.setFailed(secrets.redact(failureText(result)));
  for (const line of aboutSpace(result)) log.info(line);
  log.info(summaryLine(result));
}

async function runReclaim(settings: ReclaimSettings): Promise<void> {
  const result = await reclaim(settings, openDoor());
  core.setOutput("freed-bytes", reclaimedBytes(result) ?? "");
  await writeSummary(renderReclaimSummary(result));
  if (reclaimStatus(result) !== "done") core.setFailed(secrets.redact(reclaimFailure(result)));
  log.info(reclaimLine(result));
}

async function runCheck(settings: CheckSettings): Promise<void> {
  const result = await check(settings, { userAgent: `${NAME}/${VERSION}`, onSecret: secrets.add });
  log.info(renderCheck(result));
  await writeSummary(renderCheckSummary(result));
  if (!isReady(result.findings)) core.setFailed("The registry is not ready; the log says what to do.");
}

async function writeSummary(text: string): Promise<void> {
  if (process.env["GITHUB_STEP_SUMMARY"] === undefined) return;
  await core.summary.addRaw(secrets.redact(text)).write();
}

try {
  await run();
} catch (error) {
  // Whatever is thrown fails the step: a green step that did nothing would be believed.
  core.setFailed(secrets.redact(describeThrown(error)));
}
