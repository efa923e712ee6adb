import * as core from "@actions/core";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NAME } from "../program/about.js";
import { fail, log, openHooks, TOOL, writeSummary } from "./host.js";
import type { DeletionHooks } from "../commands/deletion/deletion-job.js";
import { prune } from "../commands/prune.js";
import type { ApplySettings } from "../settings/read/apply.js";
import type { PruneSettings } from "../settings/read/prune.js";
import { failureText } from "../report/run/failure.js";
import { cutList, outputsOf, type PlanFile } from "../report/run/outputs.js";
import { planSha256, renderPlans } from "../report/plan-file/write.js";
import { aboutSpace, aboutUndo, statusOf, summaryLine } from "../report/run/result.js";
import type { RunResult } from "../core/result/run-result.js";
import { renderSummary } from "../report/run/summary.js";

/** Prunes, and says how it went in the log, the summary and the outputs. */
export async function runPrune(settings: PruneSettings): Promise<void> {
  const plan = settings.plan ?? join(await mkdtemp(join(temporaryFolder(), `${NAME}-`)), "plan.json");
  let file: PlanFile = { plan, planSha256: "" };
  const hooks = openDeletionHooks();
  const result = await prune(settings, {
    ...hooks,
    savePlans: async (plans) => {
      const text = renderPlans(plans, settings.policies, { ...origin(), created: new Date() });
      await writeFile(plan, text);
      file = { plan, planSha256: planSha256(text) };
      core.setOutput("plan", plan);
      core.setOutput("plan-sha256", file.planSha256);
      hooks.say({ kind: "plan-saved", path: plan });
    },
  });
  await report(result, file);
}

/** Carries out a plan, and says how it went in the same way. */
export async function runApply(settings: ApplySettings): Promise<void> {
  const { apply } = await import("../commands/apply.js");
  const result = await apply(settings, openDeletionHooks());
  await report(result, { plan: "", planSha256: "" });
}

/** The runner empties this folder after the job. */
function temporaryFolder(): string {
  return process.env["RUNNER_TEMP"] ?? tmpdir();
}

function openDeletionHooks(): Omit<DeletionHooks, "savePlans"> {
  const hooks = openHooks();
  return {
    ...hooks,
    tool: TOOL,
    journalFolder: join(temporaryFolder(), NAME),
    say: (event) => {
      // Before the first deletion: a step that is killed leaves it behind for the next one, which may upload it.
      if (event.kind === "journal-opened") core.setOutput("journal", event.path);
      hooks.say(event);
    },
  };
}

function origin(): { readonly tool: string; readonly run?: string } {
  // Not by @actions/github's context: Octokit would be loaded with it.
  const { GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = process.env;
  if (repository === undefined || id === undefined) return { tool: TOOL };
  const server = process.env["GITHUB_SERVER_URL"] ?? "https://github.com";
  return { tool: TOOL, run: `${server}/${repository}/actions/runs/${id}` };
}

async function report(result: RunResult, file: PlanFile): Promise<void> {
  const { deleted, kept, skipped, ...outputs } = outputsOf(result, file);
  for (const [name, list] of Object.entries({ deleted, kept, skipped })) {
    const { json, left } = cutList(list);
    core.setOutput(name, json);
    if (left > 0) {
      log.warning(
        `The output ${name} leaves out ${left} tags, for GitHub limits its size; the plan has them all.`,
      );
    }
  }
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value ?? "");
  await writeSummary(renderSummary(result));
  if (statusOf(result) !== "done") fail(failureText(result));
  for (const line of [...aboutSpace(result), ...aboutUndo(result)]) log.info(line);
  log.info(summaryLine(result));
}
