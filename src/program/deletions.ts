import { writeFile } from "node:fs/promises";
import type { DeletionHooks } from "../commands/deletion/deletion-job.js";
import { prune } from "../commands/prune.js";
import { PruneError } from "../core/base/errors.js";
import { planSha256, renderPlans } from "../report/plan-file/write.js";
import type { PlanFile } from "../report/run/outputs.js";
import type { DeletionReport } from "../report/verbs/prune.js";
import type { SizedPlan } from "../report/words/records.js";
import { count } from "../core/base/count.js";
import type { ApplySettings } from "../settings/read/apply.js";
import type { DeletionSettings } from "../settings/read/deletion.js";
import type { PruneSettings } from "../settings/read/prune.js";
import { TOOL } from "./about.js";
import type { Door } from "./door.js";
import { openRunHooks } from "./hooks.js";

const NO_FILE: PlanFile = { plan: "", planSha256: "" };

/** Prunes, and saves the plan where the settings or the door name a file for it. */
export async function runPrune(settings: PruneSettings, door: Door): Promise<DeletionReport> {
  const path = settings.plan ?? (await door.choosePlanPath?.());
  const hooks = await openDeletionHooks(settings, door);
  let file = NO_FILE;
  const savePlans = async (plans: readonly SizedPlan[]): Promise<void> => {
    if (path === undefined) return;
    const origin = { tool: TOOL, ...(door.runUrl === undefined ? {} : { run: door.runUrl }) };
    file = await savePlan(path, renderPlans(plans, settings.policies, { ...origin, created: new Date() }));
    door.setOutput({ name: "plan", value: file.plan });
    door.setOutput({ name: "plan-sha256", value: file.planSha256 });
    hooks.say({ kind: "plan-saved", path });
  };
  return { result: await prune(settings, { ...hooks, savePlans }), file };
}

/** Carries out a plan. */
export async function runApply(settings: ApplySettings, door: Door): Promise<DeletionReport> {
  const { apply } = await import("../commands/apply.js");
  const hooks = await openDeletionHooks(settings, door);
  const result = await apply(settings, { ...hooks, savePlans: () => Promise.resolve() });
  return { result, file: NO_FILE };
}

async function openDeletionHooks(
  settings: DeletionSettings,
  door: Door,
): Promise<Omit<DeletionHooks, "savePlans">> {
  const hooks = await openRunHooks(door);
  const { ask } = door;
  return {
    ...hooks,
    tool: TOOL,
    journalFolder: door.journalFolder,
    say: (event) => {
      // Before the first deletion: a step that is killed leaves it behind for the next one, which may upload it.
      if (event.kind === "journal-opened") door.setOutput({ name: "journal", value: event.path });
      hooks.say(event);
    },
    ...(ask === undefined
      ? {}
      : { confirm: (plans: readonly SizedPlan[]) => ask(questionOf(plans, settings)) }),
  };
}

async function savePlan(path: string, text: string): Promise<PlanFile> {
  await writeFile(path, text).catch((cause: unknown) => {
    throw new PruneError(
      `the plan can't be written to ${path} (${String(cause)})`,
      "Name another file in plan; nothing was deleted.",
      { cause },
    );
  });
  return { plan: path, planSha256: planSha256(text) };
}

function questionOf(plans: readonly SizedPlan[], { collection }: DeletionSettings): string {
  const tags = plans.flatMap(({ plan }) => plan.deletions.flatMap((deletion) => deletion.tags)).length;
  const places = plans.map(({ repository }) => repository).join(", ");
  const then = collection === undefined ? "" : ", and then collect the registry's garbage";
  return `Delete ${count(tags, "tag")} from ${places}${then}?`;
}
