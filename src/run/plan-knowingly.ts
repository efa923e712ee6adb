import pMap from "p-map";
import { readCreated } from "../core/created.js";
import type { Snapshot } from "../core/graph.js";
import { type Plan, plan, type Questions, questionsOf } from "../core/plan.js";
import type { RetentionPolicy } from "../core/policy.js";
import type { Digest } from "../core/reference.js";
import { readNeeded, type ReadOptions } from "./observe.js";

/** A plan, and all that it was made from. */
export interface Decided {
  readonly snapshot: Snapshot;
  readonly plan: Plan;
}

/**
 * Plans, and finds out what the plan asks for, until it asks nothing more: when images were created, what refers to what goes, and whether the registry can
 * delete a tag by itself.
 * @throws {RegistryError | UnsureError} where that can't be found out for certain; and what `plan` throws
 */
export async function planKnowingly(
  options: ReadOptions,
  snapshot: Snapshot,
  policy: RetentionPolicy,
): Promise<Decided> {
  let known = snapshot;
  for (;;) {
    const decided = plan(known, policy);
    const questions = questionsOf(decided, known, policy);
    const { untags, referrersOf, datesIn } = questions;
    if (!untags && referrersOf.length === 0 && datesIn.length === 0) {
      return { snapshot: known, plan: decided };
    }
    known = await answer(options, known, questions);
  }
}

/** The snapshot with the questions answered. @throws {RegistryError | UnsureError} where they can't be for certain */
export async function answer(
  options: ReadOptions,
  snapshot: Snapshot,
  { untags, referrersOf, datesIn }: Questions,
): Promise<Snapshot> {
  // What is young stays, so nothing else is asked until that is known.
  if (datesIn.length > 0) return { ...snapshot, dates: await readDates(options, snapshot, datesIn) };
  const asked = untags ? { untags: await options.registry.untags(options.repository) } : {};
  const found = await referrersOfAll(options, referrersOf);
  const manifests = new Map(snapshot.manifests);
  const missing = new Set(snapshot.missing);
  await readNeeded(options, [...found.values()].flat(), { manifests, missing });
  const referrers = new Map([...snapshot.referrers, ...found]);
  return { ...snapshot, ...asked, manifests, missing, referrers };
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

async function referrersOfAll(
  { registry, repository, concurrency }: ReadOptions,
  digests: readonly Digest[],
): Promise<ReadonlyMap<Digest, readonly Digest[]>> {
  const [first, ...others] = digests;
  if (first === undefined) return new Map();
  const list = await registry.listReferrers(repository, first);
  // A registry that has no such list of one has none of the others.
  if (list === undefined) return new Map(digests.map((digest) => [digest, []]));
  const lists = await pMap(
    others,
    async (digest) => [digest, (await registry.listReferrers(repository, digest)) ?? []] as const,
    { concurrency },
  );
  return new Map([[first, list], ...lists]);
}
