import { PruneError, UnsureError } from "../core/errors.js";
import type { Say } from "../core/event.js";
import type { Snapshot } from "../core/graph.js";
import type { RepositoryOutcome } from "../core/outcome.js";
import { type Plan, plan } from "../core/plan.js";
import type { Reference } from "../core/reference.js";
import type { PruneSettings } from "../read-settings.js";
import { openRegistry } from "../registry/open.js";
import type { Registry } from "../registry/registry.js";
import type { RunResult } from "../report/result.js";
import { applyPlan, toldToStop } from "../run/apply-plan.js";
import { observe, type Target } from "../run/observe.js";
import { verify } from "../run/verify.js";

/** A repository's plan, by the repository's full name: `host/repository`. */
export interface NamedPlan {
  readonly repository: string;
  readonly plan: Plan;
}

/** What a prune needs of the door that it came in by. */
export interface PruneDoor {
  readonly userAgent: string;
  readonly say: Say;
  /** Told every secret, for the log to mask. */
  readonly onSecret: (secret: string) => void;
  /** Saves the plans, before anything is deleted. */
  readonly savePlans: (plans: readonly NamedPlan[]) => Promise<void>;
  /** Aborted when the run is to end between two deletions. */
  readonly stop?: AbortSignal;
  /** Asks a person whether to go on; absent where nobody is to be asked. */
  readonly confirm?: (plans: readonly NamedPlan[]) => Promise<boolean>;
}

/** One repository, and the way to it. */
interface Site {
  /** `host/repository`. */
  readonly repository: string;
  readonly target: Target;
  readonly registry: Registry;
}

/** A repository before anything is done to it. */
type Draft =
  | { readonly kind: "over"; readonly outcome: RepositoryOutcome }
  | (Site & { readonly kind: "planned"; readonly snapshot: Snapshot; readonly plan: Plan });

/**
 * Prunes every repository that the images name. What goes wrong in one repository is its outcome, and does not stop the others.
 * @throws {PruneError} where a person was asked and said no; and what `PruneDoor.savePlans` throws
 */
export async function prune(settings: PruneSettings, door: PruneDoor): Promise<RunResult> {
  const registries = new Map<string, Promise<Registry>>();
  const open = (reference: Reference): Promise<Registry> => {
    const registry = registries.get(reference.host) ?? openFor(settings, reference, door);
    registries.set(reference.host, registry);
    return registry;
  };
  try {
    const drafts = await draftAndAgree(settings, open, door);
    const outcomes: RepositoryOutcome[] = [];
    for (const draft of drafts) {
      const outcome = draft.kind === "over" ? draft.outcome : await carryOut(settings, draft, door);
      if (draft.kind === "planned") door.say({ kind: "repository-ended", outcome });
      outcomes.push(outcome);
    }
    return { isDryRun: settings.dryRun, outcomes };
  } finally {
    for (const registry of await Promise.allSettled(registries.values())) {
      if (registry.status === "fulfilled") registry.value.close();
    }
  }
}

type Open = (reference: Reference) => Promise<Registry>;

function openFor(settings: PruneSettings, { host, scheme }: Reference, door: PruneDoor): Promise<Registry> {
  const { login, plainHttp, concurrency, dryRun } = settings;
  return openRegistry({
    host,
    ...(scheme === undefined ? {} : { scheme }),
    ...(login === undefined ? {} : { credentials: { kind: "password", ...login } }),
    plainHttp,
    concurrency,
    rights: dryRun ? ["pull"] : ["pull", "delete"],
    userAgent: door.userAgent,
    onSecret: door.onSecret,
  });
}

/** Plans, and where a person is to agree, asks until what the person agreed to is what there is to do. */
async function draftAndAgree(
  settings: PruneSettings,
  open: Open,
  door: PruneDoor,
): Promise<readonly Draft[]> {
  let drafts = await draftAll(settings, open, door);
  for (;;) {
    const plans = drafts.flatMap((draft) => (draft.kind === "planned" ? [draft] : []));
    await door.savePlans(plans);
    const hasDeletions = plans.some(({ plan: { deletions } }) => deletions.length > 0);
    if (settings.dryRun || door.confirm === undefined || !hasDeletions) return drafts;
    if (!(await door.confirm(plans))) {
      throw new PruneError("You said no, so nothing was deleted", "Run again when you are ready.");
    }
    // People take their time, and others push meanwhile.
    const again = await draftAll(settings, open, door);
    if (deletionsOf(again) === deletionsOf(drafts)) return again;
    drafts = again;
  }
}

function deletionsOf(drafts: readonly Draft[]): string {
  return JSON.stringify(
    drafts.map((draft) => (draft.kind === "planned" ? [draft.repository, draft.plan.deletions] : [])),
  );
}

async function draftAll(settings: PruneSettings, open: Open, door: PruneDoor): Promise<readonly Draft[]> {
  const drafts: Draft[] = [];
  for (const { reference, target } of targetsOf(settings.images)) {
    const repository = `${target.host}/${target.repository}`;
    door.say({ kind: "repository-started", repository });
    try {
      drafts.push(
        await draftOne(settings, { repository, target, registry: await open(reference) }, door.say),
      );
    } catch (error) {
      if (!(error instanceof PruneError)) throw error;
      drafts.push({ kind: "over", outcome: { kind: "failed", repository, error } });
    }
    const draft = drafts.at(-1);
    if (draft?.kind === "over") door.say({ kind: "repository-ended", outcome: draft.outcome });
  }
  return drafts;
}

/** The repositories that references name, each once, with all that is named in it. */
function targetsOf(
  images: readonly Reference[],
): readonly { readonly reference: Reference; readonly target: Target }[] {
  const isSame = (a: Reference, b: Reference): boolean => a.host === b.host && a.repository === b.repository;
  const first = images.filter((image, index) => images.findIndex((other) => isSame(image, other)) === index);
  return first.map((reference) => {
    const { host, repository } = reference;
    const named = images.filter((image) => isSame(image, reference));
    const tags = named.flatMap(({ tag }) => tag ?? []);
    const digests = named.flatMap(({ digest }) => digest ?? []);
    return { reference, target: { host, repository, tags, digests } };
  });
}

async function draftOne(settings: PruneSettings, site: Site, say: Say): Promise<Draft> {
  const { concurrency, policy } = settings;
  const { repository, target, registry } = site;
  const observation = await observe({ registry, repository: target.repository, concurrency }, target, say);
  if (observation.kind !== "snapshot") {
    return { kind: "over", outcome: { kind: "nothing", repository, why: observation.kind } };
  }
  const { snapshot } = observation;
  const decided = plan(snapshot, policy);
  say({ kind: "planned", repository, plan: decided });
  return { kind: "planned", ...site, snapshot, plan: decided };
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
