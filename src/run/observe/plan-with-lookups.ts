import pMap from "p-map";
import { readCreated } from "../../core/image/created.js";
import type { Snapshot } from "../../core/image/graph.js";
import { grouped } from "../../core/base/grouped.js";
import { plan } from "../../core/plan/make-plan.js";
import { questionsOf, type Questions } from "../../core/plan/questions.js";
import type { Plan } from "../../core/plan/plan.js";
import type { RetentionPolicy } from "../../core/policy/policy.js";
import type { Digest } from "../../core/names/reference.js";
import { referrersAmong } from "../../core/policy/untagged.js";
import { readNeeded, type ReadOptions } from "./observe.js";

/** A plan, and the snapshot that it was made from. */
export interface PlanWithSnapshot {
  readonly snapshot: Snapshot;
  readonly plan: Plan;
}

/** The way to read, and a question that goes beside a plan's last ones. */
export interface LookupOptions extends ReadOptions {
  /** Called with a plan that may still change. Never rejects, and decides nothing. */
  readonly beside?: (decided: PlanWithSnapshot) => Promise<unknown>;
}

/**
 * Makes a plan, answers the plan's questions by asking the registry, and plans again, until no question is left. Questions are: when images were created, how
 * large blobs are, which manifests refer to those that go, what has no tag, and whether the registry can delete a tag by itself.
 * @throws {RegistryError | UnsureError} if a question can't be answered for certain; and what `plan` throws
 */
export async function planWithLookups(
  options: LookupOptions,
  snapshot: Snapshot,
  policy: RetentionPolicy,
): Promise<PlanWithSnapshot> {
  let known = snapshot;
  for (;;) {
    const decided = plan(known, policy);
    const questions = questionsOf(decided, known, policy);
    if (isFinal(questions)) return { snapshot: known, plan: decided };
    const isLast = questions.datesIn.length === 0 && questions.sizesOf.length === 0;
    const beside = isLast ? options.beside?.({ snapshot: known, plan: decided }) : undefined;
    const answered = await answer(options, known, questions);
    await beside;
    // Most registries list no untagged manifests and no referrers. To make the same plan again would take as much time and memory as the first.
    if (saysNothingNew(known, answered)) return { snapshot: answered, plan: decided };
    known = answered;
  }
}

function isFinal({ untags, untagged, referrersOf, datesIn, sizesOf }: Questions): boolean {
  return !untags && !untagged && [referrersOf, datesIn, sizesOf].every(({ length }) => length === 0);
}

/** True if the answers add nothing: a plan takes what it does not know as not there. Manifests are read only of what has no tag, and of referrers. */
function saysNothingNew(before: Snapshot, after: Snapshot): boolean {
  return (
    before.untags === after.untags &&
    before.dates === after.dates &&
    before.sizes === after.sizes &&
    (after.untagged === before.untagged || after.untagged?.size === 0) &&
    !hasNewReferrers(before, after)
  );
}

function hasNewReferrers(before: Snapshot, { referrers }: Snapshot): boolean {
  for (const [digest, list] of referrers) {
    if (list.length > 0 && list !== before.referrers.get(digest)) return true;
  }
  return false;
}

/** Asks the registry, and returns the snapshot with the answers. @throws {RegistryError | UnsureError} if there is no certain answer */
export async function answer(
  options: ReadOptions,
  snapshot: Snapshot,
  { untags, untagged, referrersOf, datesIn, sizesOf }: Questions,
): Promise<Snapshot> {
  // Young images stay whatever the other answers are, so the dates come first.
  if (datesIn.length > 0) return { ...snapshot, dates: await readDates(options, snapshot, datesIn) };
  if (sizesOf.length > 0) return { ...snapshot, sizes: await readSizes(options, snapshot, sizesOf) };
  const known = untagged ? await withUntagged(options, snapshot) : snapshot;
  const asked = untags ? { untags: await options.registry.untags(options.repository) } : {};
  const unasked = referrersOf.filter((digest) => !known.referrers.has(digest));
  const found = await referrersOfAll(options, unasked);
  if (found === undefined) return { ...known, ...asked, listsReferrers: false };
  const referrers = new Map(known.referrers);
  for (const [digest, list] of found) referrers.set(digest, list);
  const answered = { ...known, ...asked, referrers };
  const unread = [...found.values()].flat();
  if (unread.length === 0) return answered;
  const manifests = new Map(known.manifests);
  const missing = new Set(known.missing);
  await readNeeded(options, unread, { manifests, missing });
  return { ...answered, manifests, missing };
}

/** Returns the snapshot with all untagged manifests that the registry lists, and with the referrers among all manifests that were read. */
async function withUntagged(options: ReadOptions, snapshot: Snapshot): Promise<Snapshot> {
  const untagged = await options.registry.listUntagged(options.repository);
  if (untagged === undefined) return { ...snapshot, untagged: new Map() };
  const manifests = new Map(snapshot.manifests);
  const missing = new Set(snapshot.missing);
  await readNeeded(options, [...untagged.keys()], { manifests, missing });
  const referrers = new Map([...snapshot.referrers, ...grouped(referrersAmong(manifests))]);
  return { ...snapshot, manifests, missing, referrers, untagged };
}

async function readDates(
  { registry, repository, concurrency }: ReadOptions,
  { dates }: Snapshot,
  configs: readonly Digest[],
): Promise<Snapshot["dates"]> {
  const read = async (config: Digest): Promise<readonly [Digest, number | undefined]> => {
    const blob = await registry.readBlob(repository, config);
    return [config, blob === undefined ? undefined : readCreated(blob.toString("utf8"))];
  };
  return new Map([...dates, ...(await pMap(configs, read, { concurrency }))]);
}

async function readSizes(
  { registry, repository, concurrency }: ReadOptions,
  { sizes }: Snapshot,
  blobs: readonly Digest[],
): Promise<NonNullable<Snapshot["sizes"]>> {
  const read = async (blob: Digest): Promise<readonly [Digest, number | undefined]> => [
    blob,
    await registry.sizeOfBlob(repository, blob),
  ];
  return new Map([...(sizes ?? []), ...(await pMap(blobs, read, { concurrency }))]);
}

/** Lists the referrers of each digest; `undefined` if the registry has no such lists. */
async function referrersOfAll(
  { registry, repository, concurrency }: ReadOptions,
  digests: readonly Digest[],
): Promise<ReadonlyMap<Digest, readonly Digest[]> | undefined> {
  const [first, ...others] = digests;
  if (first === undefined) return new Map();
  const list = await registry.listReferrers(repository, first);
  // A registry that has no list for one has none for the others.
  if (list === undefined) return undefined;
  const lists = await pMap(
    others,
    async (digest) => [digest, (await registry.listReferrers(repository, digest)) ?? []] as const,
    { concurrency },
  );
  return new Map([[first, list], ...lists]);
}
