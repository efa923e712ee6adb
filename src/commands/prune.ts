import { PruneError, UnsureError } from "../core/errors.js";
import type { RepositoryOutcome } from "../core/outcome.js";
import type { Reference } from "../core/reference.js";
import type { PruneSettings } from "../read-prune.js";
import { openHost } from "../registry/host.js";
import { openRegistry } from "../registry/open.js";
import type { Registry } from "../registry/registry.js";
import type { RunResult } from "../report/result.js";
import { applyPlan, toldToStop } from "../run/apply-plan.js";
import { verify } from "../run/verify.js";
import type { CollectionDoor } from "./collect.js";
import { collectAfterPrune, prepareCollection, type PrunedRepository } from "./collect-after-prune.js";
import { connectionTo } from "./connection.js";
import { type Draft, draftAndAgree, type DraftDoor, type Open } from "./draft.js";

/** What a prune needs of the door that it came in by. */
export interface PruneDoor extends DraftDoor, CollectionDoor {
  readonly userAgent: string;
}

/**
 * Prunes every repository that the images name, and collects the garbage where the settings say how. What goes wrong in one repository is its outcome, and
 * does not stop the others.
 * @throws {PruneError} where a person was asked and said no, or it is seen beforehand that the garbage can't be collected; and what `PruneDoor.savePlans` throws
 */
export async function prune(settings: PruneSettings, door: PruneDoor): Promise<RunResult> {
  const registries = new Map<string, Promise<Registry>>();
  const open = (reference: Reference): Promise<Registry> => {
    const registry = registries.get(reference.host) ?? openFor(settings, reference, door);
    registries.set(reference.host, registry);
    return registry;
  };
  try {
    const [first] = settings.images;
    if (settings.collection === undefined || first === undefined) {
      const { isDryRun, outcomes } = await pruneAll(settings, open, door);
      return { isDryRun, outcomes };
    }
    return await pruneAndCollect(settings, { open, first }, door);
  } finally {
    for (const registry of await Promise.allSettled(registries.values())) {
      if (registry.status === "fulfilled") registry.value.close();
    }
  }
}

/** A collection is of one registry, so all images are on the host of the first. */
async function pruneAndCollect(
  settings: PruneSettings,
  { open, first }: { readonly open: Open; readonly first: Reference },
  door: PruneDoor,
): Promise<RunResult> {
  const host = await openHost(connectionTo(settings, first, door));
  try {
    await prepareCollection(settings, host, door);
    const { pruned, ...result } = await pruneAll(settings, open, door);
    const site = { open: () => open(first), host, pruned, result };
    const collection = await collectAfterPrune(settings, site, door);
    return { ...result, ...(collection === undefined ? {} : { collection }) };
  } finally {
    host.close();
  }
}

interface PrunedAll extends RunResult {
  readonly pruned: readonly PrunedRepository[];
}

async function pruneAll(settings: PruneSettings, open: Open, door: PruneDoor): Promise<PrunedAll> {
  const drafts = await draftAndAgree(settings, open, door);
  const outcomes: RepositoryOutcome[] = [];
  const pruned: PrunedRepository[] = [];
  for (const draft of drafts) {
    const outcome = draft.kind === "over" ? draft.outcome : await carryOut(settings, draft, door);
    outcomes.push(outcome);
    if (draft.kind === "over") continue;
    door.say({ kind: "repository-ended", outcome });
    pruned.push({ snapshot: draft.snapshot, outcome });
  }
  return { isDryRun: settings.dryRun, outcomes, pruned };
}

function openFor(settings: PruneSettings, reference: Reference, door: PruneDoor): Promise<Registry> {
  return openRegistry({
    ...connectionTo(settings, reference, door),
    rights: settings.dryRun ? ["pull"] : ["pull", "delete"],
  });
}

type Planned = Extract<Draft, { readonly kind: "planned" }>;

async function carryOut(
  settings: PruneSettings,
  draft: Planned,
  { say, stop }: PruneDoor,
): Promise<RepositoryOutcome> {
  const { repository, registry, snapshot, target } = draft;
  const { deletions } = draft.plan;
  const base = { repository, plan: draft.plan };
  if (settings.dryRun) return { kind: "planned", ...base };
  if (deletions.length === 0) {
    return { kind: "applied", ...base, deletions: [], deleted: [], notes: [], harm: [] };
  }

  if (stop?.aborted === true) return { kind: "failed", ...base, error: toldToStop(repository) };
  const tags = deletions.flatMap((deletion) => deletion.tags).length;
  say({ kind: "deleting", repository, manifests: deletions.length, tags });
  const { concurrency, policy } = settings;
  const reading = { registry, repository: target.repository, concurrency, snapshot, plan: draft.plan, say };
  const applied = await applyPlan({ ...reading, allowEmpty: policy.allowEmpty, stop });
  const isUntouched = applied.deletions.every(({ kind }) => kind === "spared");
  if (isUntouched && applied.stopped !== undefined) {
    return { kind: "failed", ...base, error: applied.stopped };
  }
  try {
    const verified = await verify({ ...reading, deletions: applied.deletions });
    return { kind: "applied", ...base, ...applied, ...verified };
  } catch (error) {
    if (!(error instanceof PruneError)) throw error;
    const stopped = applied.stopped ?? unverified(repository, error);
    return { kind: "applied", ...base, ...applied, deleted: [], notes: [], harm: [], stopped };
  }
}

function unverified(repository: string, cause: PruneError): UnsureError {
  return new UnsureError(
    `${repository}: what was deleted could not be looked at afterwards: ${cause.message}`,
    `${cause.nextStep}\nThe log names each deletion. A dry run shows how the repository is now.`,
    { cause },
  );
}
