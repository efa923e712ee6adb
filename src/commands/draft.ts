import { PruneError } from "../core/errors.js";
import type { Say } from "../core/event.js";
import type { Snapshot } from "../core/graph.js";
import type { RepositoryOutcome } from "../core/outcome.js";
import { type Plan, plan } from "../core/plan.js";
import type { Reference } from "../core/reference.js";
import type { PruneSettings } from "../read-prune.js";
import type { Registry } from "../registry/registry.js";
import { observe, type Target } from "../run/observe.js";

/** A repository's plan, by the repository's full name: `host/repository`. */
export interface NamedPlan {
  readonly repository: string;
  readonly plan: Plan;
}

/** What drafting needs of the door. */
export interface DraftDoor {
  readonly say: Say;
  /** Saves the plans, before anything is deleted. */
  readonly savePlans: (plans: readonly NamedPlan[]) => Promise<void>;
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
export type Draft =
  | { readonly kind: "over"; readonly outcome: RepositoryOutcome }
  | (Site & { readonly kind: "planned"; readonly snapshot: Snapshot; readonly plan: Plan });

/** Opens the registry of a reference. */
export type Open = (reference: Reference) => Promise<Registry>;

/** Plans, and where a person is to agree, asks until what the person agreed to is what there is to do. */
export async function draftAndAgree(
  settings: PruneSettings,
  open: Open,
  door: DraftDoor,
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

async function draftAll(settings: PruneSettings, open: Open, door: DraftDoor): Promise<readonly Draft[]> {
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
