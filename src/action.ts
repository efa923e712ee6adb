import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as core from "@actions/core";
import { context } from "@actions/github";
import { NAME, VERSION } from "./about.js";
import { type NamedPlan, prune } from "./commands/prune.js";
import type { Problem } from "./core/errors.js";

import { readPruneSettings, unknownSetting } from "./read-settings.js";
import { failureText } from "./report/failure.js";
import { cutList, outputsOf } from "./report/outputs.js";
import { renderPlans } from "./report/plan-file.js";
import { describeThrown } from "./report/outcomes.js";
import { createProgress, type Log } from "./report/progress.js";
import { createRedactor } from "./report/redact.js";
import { type RunResult, SPACE_COMES_BACK, statusOf, summaryLine } from "./report/result.js";
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
  const settings = readPruneSettings(raw, problems);
  const planPath = join(await mkdtemp(join(process.env["RUNNER_TEMP"] ?? tmpdir(), `${NAME}-`)), "plan.json");
  const { say, signal } = createStop(createProgress(log));
  const result = await prune(settings, {
    userAgent: `${NAME}/${VERSION}`,
    say,
    stop: signal,
    onSecret: secrets.add,
    async savePlans(plans: readonly NamedPlan[]) {
      await writeFile(planPath, renderPlans(plans, settings.policy, { ...origin(), created: new Date() }));
      core.setOutput("plan", planPath);
      say({ kind: "plan-saved", path: planPath });
    },
  });
  await report(result, planPath);
}

function origin(): { readonly tool: string; readonly run?: string } {
  const tool = `${NAME} ${VERSION}`;
  const repository = process.env["GITHUB_REPOSITORY"];
  if (repository === undefined) return { tool };
  return { tool, run: `${context.serverUrl}/${repository}/actions/runs/${context.runId}` };
}

async function report(result: RunResult, planPath: string): Promise<void> {
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
  if (process.env["GITHUB_STEP_SUMMARY"] !== undefined) {
    await core.summary.addRaw(secrets.redact(renderSummary(result))).write();
  }
  if (statusOf(result) !== "done") core.setFailed(secrets.redact(failureText(result)));
  if (outputs["deleted-count"] > 0 && !result.isDryRun) log.info(SPACE_COMES_BACK);
  log.info(summaryLine(result));
}

try {
  await run();
} catch (error) {
  // Whatever is thrown fails the step: a green step that did nothing would be believed.
  core.setFailed(secrets.redact(describeThrown(error)));
}
