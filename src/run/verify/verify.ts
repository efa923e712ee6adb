import type { Say } from "../../core/result/event.js";
import { contents, neededIn, type Snapshot, type TagState } from "../../core/image/graph.js";
import type { Manifest } from "../../core/image/manifest.js";
import type { DeletionOutcome, Harm, TagNote } from "../../core/plan/outcome.js";
import type { Plan } from "../../core/plan/plan.js";
import type { Digest, Tag } from "../../core/names/reference.js";
import { hasGone } from "../apply/apply-deletion.js";
import { advancing, listedStill, readNeeded, type ReadOptions, readTags } from "../observe/observe.js";

/** How a repository was found after its deletions. */
export interface Verified {
  /** Tags of the plan that are gone, in the order decided. */
  readonly deleted: readonly Tag[];
  readonly notes: readonly TagNote[];
  readonly harm: readonly Harm[];
  /** The tags that are there. */
  readonly listed: Pick<ReadonlySet<Tag>, "has">;
}

/** What a verification compares. */
export interface VerifyOptions extends ReadOptions {
  readonly snapshot: Snapshot;
  readonly plan: Plan;
  readonly deletions: readonly DeletionOutcome[];
  readonly say: Say;
}

/**
 * Reads the repository again and compares it with what was to stay: every kept tag, and every part of it that was there before.
 * @throws {RegistryError | UnsureError} where that could not be read for certain
 */
export async function verify(given: VerifyOptions): Promise<Verified> {
  const { registry, repository, plan, deletions, say } = given;
  const options = { ...given, advance: advancing("verifying", say) };
  say({ kind: "verifying" });
  const listed = (await registry.listTags(repository)) ?? [];
  const manifests = new Map<Digest, Manifest>();
  const known = { manifests, missing: new Set<Digest>() };
  const states = await listedStill(options, await readTags(options, listed, manifests));
  const now = new Map(states.map((state) => [state.tag, state]));
  // Of a kept tag that is gone, whether its image is too says who did it.
  const lost = plan.verdicts.filter(({ kind, tag }) => kind === "keep" && !now.has(tag));
  const lostImages = lost.flatMap(({ digest }) => digest ?? []);
  await readNeeded(options, [...lostImages, ...neededIn(manifests)], known);

  const removed = deletions.flatMap(removedBy);
  const removedNow = new Set(removed.filter((digest) => known.missing.has(digest)));
  const context: Context = { ...options, now, known, removedNow, anyRemoved: removed[0] };
  return { ...sumUp(findings(plan, outcomesByTag(deletions), context)), listed: now };
}

/** What a deletion deleted, or tried to: one that failed may have been done all the same. */
function removedBy({ kind, deletion }: DeletionOutcome): readonly Digest[] {
  return deletion.kind === "manifest" && (kind === "deleted" || kind === "failed") ? [deletion.digest] : [];
}

function outcomesByTag(deletions: readonly DeletionOutcome[]): ReadonlyMap<Tag, DeletionOutcome> {
  const outcomes = new Map<Tag, DeletionOutcome>();
  for (const outcome of deletions) for (const tag of outcome.deletion.tags) outcomes.set(tag, outcome);
  return outcomes;
}

/** One by one, for there may be a hundred thousand. */
function* findings(
  plan: Plan,
  outcomes: ReadonlyMap<Tag, DeletionOutcome>,
  context: Context,
): Iterable<Finding> {
  for (const verdict of plan.verdicts) {
    yield verdict.kind === "keep"
      ? keptNow(verdict.tag, verdict.digest, context)
      : victimNow(verdict, outcomes.get(verdict.tag), context);
  }
  yield* appeared(context);
}

function sumUp(found: Iterable<Finding>): Omit<Verified, "listed"> {
  const [deleted, notes, harms]: [Tag[], TagNote[], Harm[]] = [[], [], []];
  for (const { deleted: tag, note, harm } of found) {
    if (tag !== undefined) deleted.push(tag);
    if (note !== undefined) notes.push(note);
    if (harm !== undefined) harms.push(harm);
  }
  return { deleted, notes, harm: harms };
}

interface Context extends VerifyOptions {
  readonly now: ReadonlyMap<Tag, TagState>;
  readonly known: {
    readonly manifests: ReadonlyMap<Digest, Manifest>;
    readonly missing: ReadonlySet<Digest>;
  };
  /** Of what this run deleted, or tried to, what was asked for and is not there. */
  readonly removedNow: ReadonlySet<Digest>;
  /** One of what this run deleted, or tried to. */
  readonly anyRemoved: Digest | undefined;
}

interface Finding {
  readonly deleted?: Tag;
  readonly note?: TagNote;
  readonly harm?: Harm;
}

function keptNow(tag: Tag, digest: Digest | undefined, context: Context): Finding {
  // It dangled before this run, and is reported with its verdict.
  if (digest === undefined) return {};
  const state = context.now.get(tag);
  if (state === undefined) {
    // Another run that deletes this image takes the image too. Where only the tag is gone, it stood on one of ours.
    return context.known.manifests.has(digest)
      ? { harm: { kind: "tag-lost", tag, image: digest } }
      : { note: { kind: "removed", tag } };
  }
  const missing = state.digest === undefined ? digest : missingPart(state.digest, context);
  if (missing !== undefined) return { harm: { kind: "part-missing", tag, missing } };
  return state.digest === undefined || state.digest === digest
    ? {}
    : { note: { kind: "moved", tag, to: state.digest } };
}

/** A part of an image that was there before this run, or that this run deleted, and is not there now. */
function missingPart(digest: Digest, { known, snapshot, removedNow }: Context): Digest | undefined {
  return [...contents([digest], known.manifests)].find(
    (part) => known.missing.has(part) && (snapshot.manifests.has(part) || removedNow.has(part)),
  );
}

function victimNow(
  { tag, digest }: { readonly tag: Tag; readonly digest?: Digest },
  outcome: DeletionOutcome | undefined,
  context: Context,
): Finding {
  const state = context.now.get(tag);
  const wasTried =
    outcome !== undefined && (outcome.kind !== "spared" || outcome.untagged?.includes(tag) === true);
  if (state === undefined) return wasTried ? { deleted: tag } : { note: { kind: "removed", tag } };
  if (state.digest === undefined) return { note: { kind: "dangling", tag } };
  if (state.digest === digest) {
    return hasGone(outcome) ? { note: { kind: "still-there", tag } } : {};
  }
  const missing = missingPart(state.digest, context);
  return missing === undefined
    ? { note: { kind: "moved", tag, to: state.digest } }
    : { harm: { kind: "part-missing", tag, missing } };
}

/** Tags that somebody pushed meanwhile, where this run broke them in the moment between its last look and its DELETE. */
function appeared(context: Context): readonly Finding[] {
  const news = new Map(context.now);
  for (const { tag } of context.snapshot.tags) news.delete(tag);
  return [...news.values()].flatMap(({ tag, digest }) => {
    const missing = digest === undefined ? context.anyRemoved : missingPart(digest, context);
    return missing === undefined ? [] : [{ harm: { kind: "part-missing", tag, missing } }];
  });
}
