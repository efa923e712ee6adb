import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { readPruneSettings } from "./settings.js";
import { renderPlans } from "../../src/report/plan-file/write.js";
import type { RawSettings } from "../../src/settings/read/setting-reader.js";
import { runPrune } from "./pruning.js";

/** The deletion of a manifest in a plan file. */
export interface SavedDeletion {
  readonly repository: string;
  readonly kind: "manifest";
  readonly digest: string;
  readonly tags: readonly string[];
  readonly parents: readonly string[];
  readonly after: readonly string[];
  readonly orphanOf: readonly string[];
}

/** The parts of a plan file that tests change. */
export interface SavedPlan {
  schema: number;
  verdicts: readonly { readonly repository: string; readonly tag: string; readonly verdict: string }[];
  deletions: readonly SavedDeletion[];
}

/** Saves the plan of a dry run with these settings, and returns the file's path. @param run carries out that run */
export async function savePlan(raw: RawSettings, run: typeof runPrune = runPrune): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "plan-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, "plan.json");
  const { policies } = readPruneSettings(raw);
  const origin = { tool: "prune-image-tags test", created: new Date(0) };
  await run(
    { ...raw, "dry-run": "true" },
    { savePlans: (plans) => writeFile(path, renderPlans(plans, policies, origin)) },
  );
  return path;
}

/** Changes a plan file as an attacker would. */
export async function changePlan(path: string, change: (plan: SavedPlan) => void): Promise<void> {
  const plan = JSON.parse(await readFile(path, "utf8")) as SavedPlan;
  change(plan);
  await writeFile(path, JSON.stringify(plan));
}

/** A deletion of a manifest, to be added to a plan file by hand. */
export function deletionOf(
  repository: string,
  digest: string,
  rest: Partial<SavedDeletion> = {},
): SavedDeletion {
  return { repository, kind: "manifest", digest, tags: [], parents: [], after: [], orphanOf: [], ...rest };
}
