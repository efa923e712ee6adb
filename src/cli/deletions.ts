import { writeFile } from "node:fs/promises";
import {
  ask,
  EXIT_CODES,
  isTerminal,
  openHooks,
  print,
  type Run,
  stateFolder,
  tellFailure,
  TOOL,
} from "./terminal.js";
import type { DeletionHooks } from "../commands/deletion/deletion-run.js";
import { prune } from "../commands/prune.js";
import { PruneError } from "../core/base/errors.js";
import type { ApplySettings } from "../settings/read/apply.js";
import type { PruneSettings } from "../settings/read/prune.js";
import { failureText } from "../report/run/failure.js";
import { type PlanFile, renderJson } from "../report/run/outputs.js";
import { planSha256, renderPlans } from "../report/plan-file/write.js";
import type { Log } from "../report/log/log.js";
import { aboutSpace, aboutUndo, statusOf, summaryLine } from "../report/run/result.js";
import type { RunResult } from "../core/result/run-result.js";
import type { SizedPlan } from "../report/words/records.js";
import { count } from "../core/base/count.js";

/** Prunes, and returns the exit code. */
export async function runPrune(line: Run, settings: PruneSettings): Promise<number> {
  const { hooks, log } = await openDeletionHooks(line, settings);
  let file: PlanFile = { plan: "", planSha256: "" };
  const result = await prune(settings, {
    ...hooks,
    savePlans: async (plans) => {
      if (settings.plan === undefined) return;
      file = await savePlan(settings.plan, plans, settings);
      hooks.say({ kind: "plan-saved", path: settings.plan });
    },
  });
  return report(line, { result, file }, log);
}

/** Carries out a plan, and returns the exit code. */
export async function runApply(line: Run, settings: ApplySettings): Promise<number> {
  const { apply } = await import("../commands/apply.js");
  const { hooks, log } = await openDeletionHooks(line, settings);
  const result = await apply(settings, { ...hooks, savePlans: () => Promise.resolve() });
  return report(line, { result, file: { plan: "", planSha256: "" } }, log);
}

async function openDeletionHooks(
  line: Run,
  settings: Pick<PruneSettings, "collection">,
): Promise<{ readonly hooks: Omit<DeletionHooks, "savePlans">; readonly log: Log }> {
  const { hooks, log } = await openHooks(line);
  const asking = isTerminal() && !line.yes;
  return {
    log,
    hooks: {
      ...hooks,
      tool: TOOL,
      journalFolder: stateFolder(),
      ...(asking ? { confirm: (plans: readonly SizedPlan[]) => confirm(plans, settings) } : {}),
    },
  };
}

function report(
  line: Run,
  { result, file }: { readonly result: RunResult; readonly file: PlanFile },
  log: Log,
): number {
  if (line.json) print(renderJson(result, file));
  tellFailure(failureText(result));
  for (const text of [...aboutSpace(result), ...aboutUndo(result)]) log.info(text);
  log.info(summaryLine(result));
  return EXIT_CODES[statusOf(result)];
}

async function savePlan(
  path: string,
  plans: readonly SizedPlan[],
  settings: PruneSettings,
): Promise<PlanFile> {
  const text = renderPlans(plans, settings.policies, { tool: TOOL, created: new Date() });
  await writeFile(path, text).catch((cause: unknown) => {
    throw new PruneError(
      `the plan can't be written to ${path} (${String(cause)})`,
      "Name another file in --plan; nothing was deleted.",
      { cause },
    );
  });
  return { plan: path, planSha256: planSha256(text) };
}

function confirm(
  plans: readonly SizedPlan[],
  { collection }: Pick<PruneSettings, "collection">,
): Promise<boolean> {
  const tags = plans.flatMap(({ plan }) => plan.deletions.flatMap((deletion) => deletion.tags)).length;
  const places = plans.map(({ repository }) => repository).join(", ");
  const then = collection === undefined ? "" : ", and then collect the registry's garbage";
  return ask(`Delete ${count(tags, "tag")} from ${places}${then}?`);
}
