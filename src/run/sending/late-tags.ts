import type { TagState } from "../../core/image/graph.js";
import type { DeletionOutcome } from "../../core/plan/outcome.js";
import type { Digest, Tag } from "../../core/names/reference.js";
import { waitForLate } from "../../registry/port/late.js";

/** The tags as the plan knows them, and the signal that ends a wait. */
export interface LateOptions {
  readonly snapshot: { readonly tags: readonly Pick<TagState, "tag" | "digest">[] };
  readonly stop?: AbortSignal | undefined;
}

/** The tags that a run has deleted so far, and those that it tried to delete. */
export interface LateProgress {
  readonly progress: {
    readonly outcomes: ReadonlyMap<unknown, DeletionOutcome>;
    readonly untagged: ReadonlySet<Tag>;
    readonly unanswered: ReadonlySet<Tag>;
  };
  readonly isTried: (tag: Tag) => boolean;
}

/** Waits for tags that a registry shows after it said that it deleted them: some delete later than they answer, and what such an image contains would stay for it. */
export class LateTags {
  readonly #options: LateOptions;
  readonly #done: LateProgress;
  /** The tags that were waited for in vain: somebody pushed them again. */
  readonly #given = new Set<Tag>();

  constructor(options: LateOptions, done: LateProgress) {
    this.#options = options;
    this.#done = done;
  }

  /** Looks once, and again after pauses as long as such tags are shown. */
  async lookPast<Look extends { readonly tags: ReadonlyMap<Tag, Digest | undefined> }>(
    look: () => Promise<Look>,
  ): Promise<Look> {
    let seen = await look();
    if (this.#lateIn(seen).length === 0) return seen;
    await waitForLate(async () => {
      seen = await look();
      return this.#lateIn(seen).length;
    }, this.#options.stop);
    for (const tag of this.#lateIn(seen)) this.#given.add(tag);
    return seen;
  }

  #lateIn({ tags }: { readonly tags: ReadonlyMap<Tag, Digest | undefined> }): readonly Tag[] {
    return [...tags].flatMap(([tag, now]) =>
      now !== undefined && this.#done.isTried(tag) && !this.#given.has(tag) && this.#wasDeletedFrom(tag, now)
        ? [tag]
        : [],
    );
  }

  /** True if the registry said that it deleted a tag, or an image with it, and this is where the tag was. */
  #wasDeletedFrom(tag: Tag, now: Digest): boolean {
    const { untagged, unanswered, outcomes } = this.#done.progress;
    if (untagged.has(tag) && !unanswered.has(tag)) {
      return this.#options.snapshot.tags.some((each) => each.tag === tag && each.digest === now);
    }
    return [...outcomes.values()].some(
      ({ kind, deletion }) =>
        kind === "deleted" && deletion.digest === now && deletion.tags.some((each) => each === tag),
    );
  }
}
