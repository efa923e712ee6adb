import type { Say } from "../core/event.js";
import { contents, type Snapshot, type TagState } from "../core/graph.js";
import type { DeletionOutcome, Harm, TagNote } from "../core/outcome.js";
import type { Plan } from "../core/plan.js";
import type { Digest, Tag } from "../core/reference.js";
import { hasGone } from "./apply-deletion.js";
import { advancing, type Known, listedStill, readNeeded, type ReadOptions, readTags } from "./observe.js";

/** How a repository was found after its deletions. */
export interface Verified {
  /** Tags of the plan that are gone, in the order decided. */
  readonly deleted: readonly Tag[];
  readonly notes: readonly TagNote[];
  readonly harm: readonly Harm[];
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
  const known: Known = { manifests: new Map(), missing: new Set() };
  const states = await listedStill(options, await readTags(options, listed, known.manifests));
  const now = new Map(states.map((state) => [state.tag, state]));
  // Of a kept tag that is gone, whether its image is too says who did it.
  const lost = plan.verdicts.filter(({ kind, tag }) => kind === "keep" && !now.has(tag));
  await readNeeded(
    options,
    lost.flatMap(({ digest }) => digest ?? []),
    known,
  );

  // A deletion that failed may have been done all the same.
  const isTried = ({ kind }: DeletionOutcome): boolean => kind === "deleted" || kind === "failed";
  const removed = new Set(
    deletions
      .filter(isTried)
      .flatMap(({ deletion }) => (deletion.kind === "manifest" ? [deletion.digest] : [])),
  );
  const tried = new Map(
    deletions.flatMap((outcome) => outcome.deletion.tags.map((tag) => [tag, outcome] as const)),
  );
  const context: Context = { ...options, now, known, removed };
  const found = plan.verdicts.map((verdict) =>
    verdict.kind === "keep"
      ? keptNow(verdict.tag, verdict.digest, context)
      : victimNow(verdict, tried.get(verdict.tag), context),
  );
  const all = [...found, ...appeared(context)];
  return {
    deleted: all.flatMap(({ deleted }) => deleted ?? []),
    notes: all.flatMap(({ note }) => note ?? []),
    harm: all.flatMap(({ harm }) => harm ?? []),
  };
}

interface Context extends VerifyOptions {
  readonly now: ReadonlyMap<Tag, TagState>;
  readonly known: Known;
  /** What this run deleted, or tried to. */
  readonly removed: ReadonlySet<Digest>;
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
function missingPart(digest: Digest, { known, snapshot, removed }: Context): Digest | undefined {
  return [...contents([digest], known.manifests)].find(
    (part) => known.missing.has(part) && (snapshot.manifests.has(part) || removed.has(part)),
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
  const before = new Set(context.snapshot.tags.map(({ tag }) => tag));
  const [anyRemoved] = context.removed;
  return [...context.now.values()].flatMap(({ tag, digest }) => {
    if (before.has(tag)) return [];
    const missing = digest === undefined ? anyRemoved : missingPart(digest, context);
    return missing === undefined ? [] : [{ harm: { kind: "part-missing", tag, missing } }];
  });
}
