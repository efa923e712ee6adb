import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { apply } from "../../src/commands/apply.js";
import type { DeletionHooks } from "../../src/commands/deletion/deletion-job.js";
import { prune } from "../../src/commands/prune.js";
import type { RunEvent } from "../../src/core/result/event.js";
import type { RepositoryOutcome } from "../../src/core/result/repository-outcome.js";
import { readPruneSettings, readSettings } from "./settings.js";
import type { RunResult } from "../../src/core/result/run-result.js";
import { readSettingFiles } from "../../src/settings/read/setting-files.js";
import type { PruneSettings } from "../../src/settings/read/prune.js";
import type { RawSettings } from "../../src/settings/read/setting-reader.js";

/** The result, events and secrets of a run that asked nobody and printed nothing. */
export interface Pruned {
  readonly result: RunResult;
  /** The outcome of the first repository. */
  readonly outcome: RepositoryOutcome;
  readonly events: readonly RunEvent[];
  readonly secrets: readonly string[];
}

/** Runs `prune` with these raw settings, as both doors do. @param known what no setting names: the addresses of a local Docker Hub or ECR */
export async function runPrune(
  raw: RawSettings,
  door: Partial<DeletionHooks> = {},
  known: Pick<PruneSettings, "dockerHub" | "ecr"> = {},
): Promise<Pruned> {
  const settings = { ...readPruneSettings(raw, { files: await readSettingFiles(raw) }), ...known };
  return carriedOut((whole) => prune(settings, whole), door);
}

/** Runs `apply` with these raw settings, as both doors do. @param known as `runPrune` takes it */
export async function runApply(
  raw: RawSettings,
  door: Partial<DeletionHooks> = {},
  known: Pick<PruneSettings, "dockerHub" | "ecr"> = {},
): Promise<Pruned> {
  const settings = readSettings({ ...raw, command: "apply" });
  if (settings.command !== "apply") throw new Error("another command");
  return carriedOut((whole) => apply({ ...settings, ...known }, whole), door);
}

async function carriedOut(
  run: (door: DeletionHooks) => Promise<RunResult>,
  door: Partial<DeletionHooks>,
): Promise<Pruned> {
  const events: RunEvent[] = [];
  const secrets: string[] = [];
  const journalFolder = await mkdtemp(join(tmpdir(), "journals-"));
  onTestFinished(() => rm(journalFolder, { recursive: true }));
  const result = await run({
    userAgent: "prune-image-tags/test",
    tool: "prune-image-tags test",
    journalFolder,
    say: (event) => events.push(event),
    onSecret: (secret) => secrets.push(secret),
    run: randomUUID(),
    ...door,
  });
  const [outcome] = result.outcomes;
  if (outcome === undefined) throw new Error("a run has an outcome for each repository");
  return { result, outcome, events, secrets };
}

/** The outcome of a prune that was carried out. */
export function applied({ outcome }: Pruned): Extract<RepositoryOutcome, { readonly kind: "applied" }> {
  if (outcome.kind === "applied") return outcome;
  throw new Error(
    `not applied: ${JSON.stringify(outcome).slice(0, 2000)} ${"error" in outcome ? outcome.error.message : ""}`,
  );
}

/** The outcome of a prune that failed before it deleted anything. */
export function failed({ outcome }: Pruned): Extract<RepositoryOutcome, { readonly kind: "failed" }> {
  if (outcome.kind === "failed") return outcome;
  throw new Error(`not failed: ${JSON.stringify(outcome)}`);
}

/** A new repository name for a test, because the registry may be shared. */
export function newRepository(base: string): { readonly base: string; readonly name: string } {
  return { base, name: `team-${randomUUID().slice(0, 8)}/app` };
}
