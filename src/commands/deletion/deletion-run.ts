import type { Say } from "../../core/result/event.js";
import { grouped } from "../../core/base/grouped.js";
import type { PatternUse } from "../../core/policy/pattern-use.js";
import type { Snapshot } from "../../core/image/graph.js";
import type { RepositoryOutcome } from "../../core/result/repository-outcome.js";
import type { UntagWay } from "../../core/policy/policy.js";
import type { Reference } from "../../core/names/reference.js";
import type { CollectionSettings } from "../../settings/read/collection.js";
import type { ConnectionSettings } from "../../settings/read/connection.js";
import { openHost } from "../../registry/distribution/host.js";
import { openAccess, type RegistryAccess } from "./access.js";
import type { RunResult } from "../../core/result/run-result.js";
import { executePlan } from "./execute-plan.js";
import type { CollectionHooks } from "../collection/job.js";
import { collectAfterPrune, prepareCollection, type PrunedRepository } from "../collection/after-prune.js";
import { connectionTo, tellingWaits } from "../connection.js";
import type { RepositoryPlan, PlanningHooks, Open } from "./plan-repositories.js";
import { createJournals, type Journals } from "./journals.js";

/** What every run that deletes is told. */
export interface DeletionSettings extends ConnectionSettings {
  readonly dryRun: boolean;
  /** Whether a repository may end without a tag. */
  readonly allowEmpty: boolean;
  /** How tags are deleted by themselves. */
  readonly untag: UntagWay;
  /** Milliseconds from the start of the run after which no deletion is begun. */
  readonly timeLimit?: number;
  readonly collection?: CollectionSettings;
  /** Path of the journal to write to, and to go on from where there is one. */
  readonly journal?: string;
}

/** What a run that deletes needs of the door that it came in by. */
export interface DeletionHooks extends PlanningHooks, CollectionHooks {
  readonly say: Say;
  readonly userAgent: string;
  /** Name and version of the program. */
  readonly tool: string;
  /** A folder for journals, where the settings name none. */
  readonly journalFolder: string;
}

/** What is to be deleted: the first of the registries, and how plans are made. */
export interface DeletionJob {
  readonly first: Pick<Reference, "host" | "scheme"> | undefined;
  readonly draft: (open: Open, journals: Journals) => Promise<readonly RepositoryPlan[]>;
}

/**
 * Carries out plans for any number of repositories, and collects the garbage where the settings say how. What goes wrong in one repository is its outcome,
 * and does not stop the others.
 * @throws {PruneError} where a person was asked and said no, a journal can't be read, or it is seen beforehand that the garbage can't be collected; and what
 * `draft` throws
 */
export async function runDeletions(
  settings: DeletionSettings,
  job: DeletionJob,
  hooks: DeletionHooks,
): Promise<RunResult> {
  const registries = new Map<string, Promise<RegistryAccess>>();
  const open: Open = (reference) => {
    const registry = registries.get(reference.host) ?? openFor(settings, reference, hooks);
    registries.set(reference.host, registry);
    return registry;
  };
  const journals = await createJournals(settings, hooks);
  try {
    if (settings.collection === undefined || job.first === undefined) {
      const { result } = await deleteAll(settings, { ...job, open, journals }, hooks);
      return result;
    }
    return await deleteAndCollect(settings, { ...job, open, journals, first: job.first }, hooks);
  } finally {
    await journals.close();
    for (const registry of await Promise.allSettled(registries.values())) {
      if (registry.status === "fulfilled") registry.value.registry.close();
    }
  }
}

interface Running extends DeletionJob {
  readonly open: Open;
  readonly journals: Journals;
}

/** A collection is of one registry, so all images are on the host of the first. */
async function deleteAndCollect(
  settings: DeletionSettings,
  running: Running & { readonly first: Pick<Reference, "host" | "scheme"> },
  hooks: DeletionHooks,
): Promise<RunResult> {
  const { open, first } = running;
  const host = await openHost(connectionTo(settings, first, hooks));
  try {
    await prepareCollection(settings, host, hooks);
    const { pruned, result } = await deleteAll(settings, running, hooks);
    const site = { open: async () => (await open(first)).registry, host, pruned, result };
    const collection = await collectAfterPrune(settings, site, hooks);
    return { ...result, ...(collection === undefined ? {} : { collection }) };
  } finally {
    host.close();
  }
}

async function deleteAll(
  settings: DeletionSettings,
  { draft: makeDrafts, open, journals }: Running,
  hooks: DeletionHooks,
): Promise<{ readonly result: RunResult; readonly pruned: readonly PrunedRepository[] }> {
  const endsAt = performance.now() + (settings.timeLimit ?? Infinity);
  const drafts = await makeDrafts(open, journals);
  const unused = unusedPatterns(drafts);
  if (unused.length > 0) hooks.say({ kind: "patterns-unused", patterns: unused });
  const outcomes: RepositoryOutcome[] = [];
  const pruned: { readonly snapshot: Snapshot; readonly outcome: RepositoryOutcome }[] = [];
  for (const draft of drafts) {
    if (draft.kind === "over") {
      outcomes.push(draft.outcome);
      continue;
    }
    const outcome = await executePlan({ ...settings, endsAt }, { draft, journals }, hooks);
    outcomes.push(outcome);
    hooks.say({ kind: "repository-ended", outcome });
    pruned.push({ snapshot: draft.snapshot, outcome });
  }
  const { path } = journals;
  const frees = drafts.flatMap((draft) => (draft.kind === "planned" ? [draft.access.registry.frees] : []));
  return {
    result: {
      isDryRun: settings.dryRun,
      outcomes,
      unused,
      frees: new Set(frees),
      ...(path === undefined ? {} : { journal: path }),
    },
    pruned,
  };
}

/** Patterns that name nothing in any of the repositories that they are for; none as long as one of these could not be read. */
function unusedPatterns(drafts: readonly RepositoryPlan[]): readonly PatternUse[] {
  if (drafts.some((draft) => draft.kind === "over" && draft.outcome.kind === "failed")) return [];
  const uses = drafts.flatMap((draft) => (draft.kind === "planned" ? (draft.patterns ?? []) : []));
  const byName = grouped(uses.map((use) => [`${use.setting}: ${use.text}`, use] as const));
  return [...byName.values()].flatMap((all) => (all.some(({ isUsed }) => isUsed) ? [] : all.slice(0, 1)));
}

function openFor(
  settings: DeletionSettings,
  at: Pick<Reference, "host" | "scheme">,
  hooks: DeletionHooks,
): Promise<RegistryAccess> {
  const onWait = tellingWaits(hooks.say);
  return openAccess(connectionTo(settings, at, { ...hooks, onWait }), settings);
}
