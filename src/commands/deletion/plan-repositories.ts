import { uniqueBytes, uniqueBytesEach } from "../../core/image/bytes.js";
import { PruneError } from "../../core/base/errors.js";
import type { Say } from "../../core/result/event.js";
import type { Snapshot } from "../../core/image/graph.js";
import type { RepositoryOutcome } from "../../core/result/repository-outcome.js";
import type { PatternUse } from "../../core/policy/pattern-use.js";
import type { Plan } from "../../core/plan/plan.js";
import { type Digest, isSameRepository, type Reference } from "../../core/names/reference.js";
import type { RegistryAccess } from "./access.js";
import type { SizedPlan } from "../../report/words/records.js";
import type { ReadOptions, RepositoryTarget } from "../../run/observe/observe.js";
import type { Journals } from "./journals.js";

/** What drafting needs of the door. */
export interface PlanningHooks {
  readonly say: Say;
  /** Saves the plans, before anything is deleted. */
  readonly savePlans: (plans: readonly SizedPlan[]) => Promise<void>;
  /** Asks a person whether to go on; absent where nobody is to be asked. */
  readonly confirm?: (plans: readonly SizedPlan[]) => Promise<boolean>;
}

/** One repository, and the way to it. */
export interface RepositorySite {
  /** `host/repository`. */
  readonly repository: string;
  readonly target: RepositoryTarget;
  readonly access: RegistryAccess;
}

/** A repository before anything is done to it. */
export type RepositoryPlan =
  | { readonly kind: "over"; readonly outcome: RepositoryOutcome }
  | (RepositorySite & SizedPlan & Omit<DecidedPlan, "kind"> & { readonly kind: "planned" });

/** Opens the registry at a host. */
export type Open = (at: Pick<Reference, "host" | "scheme">) => Promise<RegistryAccess>;

/** A place to draft for: a repository by any reference to it, and what is named in it. */
export interface RepositoryPlace {
  readonly reference: Pick<Reference, "host" | "scheme">;
  readonly target: RepositoryTarget;
  /** It was found in the registry's catalog, and nobody named it. */
  readonly isFound?: boolean;
}

/** The repositories that references name, each once, with all that is named in it. */
export function placesOf(images: readonly Reference[]): readonly RepositoryPlace[] {
  const first = images.filter(
    (image, index) => images.findIndex((other) => isSameRepository(image, other)) === index,
  );
  return first.map((reference) => {
    const { host, repository } = reference;
    const named = images.filter((image) => isSameRepository(image, reference));
    const tags = named.flatMap(({ tag }) => tag ?? []);
    const digests = named.flatMap(({ digest }) => digest ?? []);
    return { reference, target: { host, repository, tags, digests } };
  });
}

/** How a site is read, with the bytes of what is read put aside. */
export function readingOf(
  { access: { registry }, target }: RepositorySite,
  { keep }: Pick<Journals, "keep">,
  concurrency: number,
): ReadOptions {
  return { registry, repository: target.repository, concurrency, ...(keep === undefined ? {} : { keep }) };
}

/** What is decided about a site, and what it was decided from. */
interface DecidedPlan {
  readonly kind: "decided";
  readonly snapshot: Snapshot;
  readonly plan: Plan;
  /** The policy's patterns, and which of them mean anything here; absent where an earlier plan is carried out. */
  readonly patterns?: readonly PatternUse[];
  /** Why the plan is not to be carried out. */
  readonly refused?: PruneError;
}

/** What is decided about a site, or why there is nothing to decide about. */
export type PlanningResult =
  DecidedPlan | Exclude<RepositoryOutcome, { readonly kind: "planned" | "applied" | "failed" }>;

/** Drafts for each place in turn. What goes wrong in one is its outcome. */
export async function planEach(
  places: readonly RepositoryPlace[],
  {
    open,
    decide,
  }: { readonly open: Open; readonly decide: (site: RepositorySite) => Promise<PlanningResult> },
  say: Say,
): Promise<readonly RepositoryPlan[]> {
  const drafts: RepositoryPlan[] = [];
  for (const place of places) {
    const { target } = place;
    const repository = `${target.host}/${target.repository}`;
    say({ kind: "repository-started", repository });
    const draft = await planOne(place, { open, decide }).catch((error: unknown): RepositoryPlan => {
      if (!(error instanceof PruneError)) throw error;
      return { kind: "over", outcome: { kind: "failed", repository, error } };
    });
    if (draft.kind === "over") say({ kind: "repository-ended", outcome: draft.outcome });
    else say({ ...planOf(draft), kind: "planned" });
    drafts.push(draft);
  }
  return drafts;
}

async function planOne(
  { reference, target, isFound = false }: RepositoryPlace,
  {
    open,
    decide,
  }: { readonly open: Open; readonly decide: (site: RepositorySite) => Promise<PlanningResult> },
): Promise<RepositoryPlan> {
  const repository = `${target.host}/${target.repository}`;
  const site = { repository, target, access: await open(reference) };
  const decision = await decide(site);
  if (decision.kind !== "decided") {
    const isLeft = isFound && (decision.why === "no-tags" || decision.why === "unknown-repository");
    return { kind: "over", outcome: isLeft ? { ...decision, why: "left-empty" } : decision };
  }
  return { ...decision, ...site, ...bytesOf(decision.plan, decision.snapshot), kind: "planned" };
}

/** What a plan comes to in bytes, whole and image by image. */
export function bytesOf({ deletions }: Plan, snapshot: Snapshot): Pick<SizedPlan, "reclaimable" | "sizes"> {
  const gone = new Set<Digest>();
  for (const deletion of deletions) if (deletion.kind === "manifest") gone.add(deletion.digest);
  return { reclaimable: uniqueBytes(snapshot, gone), sizes: uniqueBytesEach(snapshot, gone) };
}

function planOf({ repository, plan, reclaimable, sizes }: SizedPlan): SizedPlan {
  return { repository, plan, reclaimable, sizes };
}

/** Drafts, and where a person is to agree, asks until what the person agreed to is what there is to do. */
export async function confirmPlans(
  draftAll: () => Promise<readonly RepositoryPlan[]>,
  { dryRun }: { readonly dryRun: boolean },
  hooks: PlanningHooks,
): Promise<readonly RepositoryPlan[]> {
  let drafts = await draftAll();
  for (;;) {
    const planned = drafts.flatMap((draft) => (draft.kind === "planned" ? [draft] : []));
    await hooks.savePlans(planned.map(planOf));
    const doable = planned.filter(
      ({ plan: { deletions }, refused }) => deletions.length > 0 && refused === undefined,
    );
    if (dryRun || hooks.confirm === undefined || doable.length === 0) return drafts;
    if (!(await hooks.confirm(doable.map(planOf)))) {
      throw new PruneError("You said no, so nothing was deleted", "Run again when you are ready.");
    }
    // People take their time, and others push meanwhile.
    const again = await draftAll();
    if (deletionsOf(again) === deletionsOf(drafts)) return again;
    drafts = again;
  }
}

function deletionsOf(drafts: readonly RepositoryPlan[]): string {
  return JSON.stringify(
    drafts.map((draft) => (draft.kind === "planned" ? [draft.repository, draft.plan.deletions] : [])),
  );
}
