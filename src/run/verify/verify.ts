import pMap from "p-map";
import { PruneError } from "../../core/base/errors.js";
import type { Say } from "../../core/result/event.js";
import type { Snapshot } from "../../core/image/graph.js";
import type { DeletionOutcome, Harm, TagNote } from "../../core/plan/outcome.js";
import type { Plan } from "../../core/plan/plan.js";
import type { Digest, Tag } from "../../core/names/reference.js";
import { advancing, type ReadOptions } from "../observe/observe.js";
import { waitForLate } from "../../registry/port/late.js";
import type { Strays } from "../apply/recheck.js";
import { compare, type Expected, expectedOf, type TagFinding } from "./compare.js";
import { readState } from "./read-state.js";
import { type HarmLook, settle, settleTimes } from "./settle.js";

/** The result of a verification: the repository after its deletions, compared with the plan. */
export interface Verified {
  /** Tags of the plan that are gone, in the order decided; those that were looked at again are last. */
  readonly deleted: readonly Tag[];
  readonly notes: readonly TagNote[];
  readonly harm: readonly Harm[];
  /** The tags that are there. */
  readonly listed: Pick<ReadonlySet<Tag>, "has">;
  /** The manifests of which the registry said that it deleted them, that no tag shows, and that are there. */
  readonly left: ReadonlySet<Digest>;
}

/** The plan, its deletions, and the collaborators of a verification. */
export interface VerifyOptions extends ReadOptions {
  readonly snapshot: Snapshot;
  readonly plan: Plan;
  readonly deletions: readonly DeletionOutcome[];
  readonly strays: Strays;
  readonly say: Say;
  /** Aborted when the run is to end: then it looks again without a wait. */
  readonly stop?: AbortSignal | undefined;
}

/**
 * Reads the repository again and compares it with what was to stay: every kept tag, and every part of it that was there before.
 * @throws {RegistryError | UnsureError} if that could not be read for certain
 */
export async function verify(options: VerifyOptions): Promise<Verified> {
  const { snapshot, plan, deletions, strays, say } = options;
  say({ kind: "verifying" });
  const began = performance.now();
  const expected = expectedOf(snapshot, plan, { deletions, strays });
  const gone = unseenIn(deletions);
  const reading = { ...options, advance: advancing("verifying", say) };
  // At once, for neither needs the other.
  const [state, there] = await Promise.all([
    readState(reading, { isAsked: () => true, expected: keptTags(plan) }),
    stillThere(options, gone),
  ]);
  const found = sumUp(compare(expected, state, () => true));
  // What a tag needs by now was pushed again.
  const left = new Set(there.filter((digest) => !state.manifests.has(digest)));
  const first = await lookForLate(options, expected, { ...found, listed: state.now, left });
  if (first.harm.length === 0) return first;
  say({ kind: "verifying-again", tags: first.harm.length });
  return verifyHarm(options, expected, { first, kept: state.kept, took: performance.now() - began });
}

/** Returns the manifests of which the registry said that it deleted them, and of which no list of tags can show that it did not. */
function unseenIn(deletions: readonly DeletionOutcome[]): readonly Digest[] {
  return deletions.flatMap(({ kind, deletion, untagged = [] }) => {
    const isSeen = kind !== "deleted" || deletion.tags.some((tag) => !untagged.includes(tag));
    return isSeen || deletion.kind === "tag" ? [] : [deletion.digest];
  });
}

/** Asks for manifests; returns those that are there. */
async function stillThere(
  { registry, repository, concurrency }: VerifyOptions,
  digests: readonly Digest[],
): Promise<readonly Digest[]> {
  const answers = await pMap(digests, (digest) => registry.isLeft?.(repository, digest), { concurrency });
  return digests.filter((_, index) => answers[index] === true);
}

/** Looks again for a while at what the registry said that it deleted and that is there, for some registries delete later than they answer. */
async function lookForLate(options: VerifyOptions, expected: Expected, first: Verified): Promise<Verified> {
  let seen = first;
  const late = (): readonly Tag[] =>
    seen.notes.flatMap(({ kind, tag }) => (kind === "still-there" ? [tag] : []));
  const count = (): number => late().length + seen.left.size;
  if (count() === 0) return first;
  options.say({ kind: "verifying-late", deletions: count() });
  const look = async (): Promise<number> => {
    const [tags, before] = [new Set(late()), seen.listed];
    const isLate = (tag: Tag): boolean => tags.has(tag);
    const [state, left] = await Promise.all([
      readState(options, { isAsked: isLate, expected: [] }),
      stillThere(options, [...seen.left]),
    ]);
    const { deleted, notes, harm } = sumUp(compare(expected, state, isLate));
    seen = {
      listed: { has: (tag) => (tags.has(tag) ? state.now.has(tag) : before.has(tag)) },
      left: new Set(left),
      deleted: [...seen.deleted, ...deleted],
      notes: [...seen.notes.filter(({ tag }) => !tags.has(tag)), ...notes],
      harm: [...seen.harm, ...harm],
    };
    return count();
  };
  await waitForLate(() => look().catch(ifUnread), options.stop);
  return seen;
}

/** The first look at a repository that seems harmed. */
interface Suspicion {
  readonly first: Verified;
  /** Number of tags that were to stay and are listed. */
  readonly kept: number;
  /** Milliseconds that the look took. */
  readonly took: number;
}

/**
 * Looks again at the tags that seem harmed, for another run's deletion takes several steps: Distribution deletes a manifest and then its tags, and a run that
 * deletes tags first deletes their images later. Where the repository can't be read again, what was seen last counts.
 */
async function verifyHarm(
  options: VerifyOptions,
  expected: Expected,
  { first, kept, took }: Suspicion,
): Promise<Verified> {
  let seen = first;
  const look = async (): Promise<HarmLook> => {
    const tags = new Set(seen.harm.map(({ tag }) => tag));
    const isSuspect = (tag: Tag): boolean => tags.has(tag);
    const state = await readState(options, { isAsked: isSuspect, expected: [] });
    const { deleted, notes, harm } = sumUp(compare(expected, state, isSuspect));
    seen = {
      ...first,
      deleted: [...seen.deleted, ...deleted],
      notes: [...seen.notes, ...notes],
      harm,
    };
    return { harmed: harm.length, kept: state.kept };
  };
  const times = { ...settleTimes(took), stop: options.stop };
  await settle({ harmed: first.harm.length, kept }, () => look().catch(ifUnread), times);
  return seen;
}

function ifUnread(error: unknown): undefined {
  if (!(error instanceof PruneError)) throw error;
}

function keptTags({ verdicts }: Plan): readonly Tag[] {
  return verdicts.flatMap(({ kind, tag, digest }) => (kind === "keep" && digest !== undefined ? [tag] : []));
}

function sumUp(found: Iterable<TagFinding>): Omit<Verified, "listed" | "left"> {
  const [deleted, notes, harms]: [Tag[], TagNote[], Harm[]] = [[], [], []];
  for (const { deleted: tag, note, harm } of found) {
    if (tag !== undefined) deleted.push(tag);
    if (note !== undefined) notes.push(note);
    if (harm !== undefined) harms.push(harm);
  }
  return { deleted, notes, harm: harms };
}
