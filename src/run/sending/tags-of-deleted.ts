import { PruneError } from "../../core/base/errors.js";
import type { Untags } from "../../core/image/graph.js";
import type { Deletion, ManifestDeletion } from "../../core/plan/deletion.js";
import type { Digest, RepositoryName } from "../../core/names/reference.js";
import type { DeletionOutcome } from "../../core/plan/outcome.js";
import {
  type RegistryDeleter,
  RegistryError,
  type RegistryReader,
  type SendingTerms,
} from "../../registry/port/registry.js";
import { untagOne, type UntagProgress } from "./untag-one.js";

/**
 * The fate of the tags of an image that is deleted by its digest:
 * - unseen: the first such deletion shows it
 * - go: they go with it
 * - stay: they stay listed, or the registry refuses to delete an image that has tags; so they are deleted first
 */
type Fate = "unseen" | "go" | "stay";

/** The repository that images are deleted from, and the tags that its run has deleted by themselves. */
export interface TagsOptions {
  readonly registry: RegistryDeleter & Pick<RegistryReader, "listTags" | "resolveTag" | "untags">;
  readonly repository: RepositoryName;
  /** Tells if a tag can be deleted by itself, as far as the plan asked. */
  readonly snapshot: { readonly untags?: Untags };
  readonly progress: UntagProgress;
}

/** A deletion, the function that sends it, and the terms under which its tags may be deleted. */
export interface Sending {
  readonly deletion: Deletion;
  readonly send: () => Promise<DeletionOutcome>;
  readonly terms: SendingTerms;
}

/** Deletes the tags of images by themselves, where a registry does not take them along with the images (crane's, ocimem, Nexus from 3.89 on), or asks for that (Artifact Registry). */
export class TagsOfDeleted {
  readonly #options: TagsOptions;
  #fate: Fate;

  private constructor(options: TagsOptions, fate: Fate) {
    this.#options = options;
    this.#fate = fate;
  }

  /** Asks if a tag can be deleted by itself, where the registry's own words do not say what becomes of tags. */
  static async for(options: TagsOptions): Promise<TagsOfDeleted> {
    const { registry, repository, snapshot } = options;
    if (registry.tagsOfDeleted() === "go") return new TagsOfDeleted(options, "go");
    const untags = snapshot.untags ?? (await registry.untags(repository));
    // Where it can't, nothing could be done about tags that stay.
    return new TagsOfDeleted(options, untags === "yes" ? "unseen" : "go");
  }

  /** False until the first deletion has shown what becomes of tags: until then deletions go one by one. */
  get isSeen(): boolean {
    return this.#fate !== "unseen";
  }

  /** Sends a deletion, and deletes the tags of its image by themselves where they would stay. */
  async apply(sending: Sending): Promise<DeletionOutcome> {
    const { deletion, send } = sending;
    if (deletion.kind === "tag" || deletion.tags.length === 0) return send();
    if (this.#fate === "stay") return this.#sendAfterTags(deletion, sending);
    const outcome = await send();
    if (outcome.kind === "failed") {
      return hasTags(outcome.error) ? this.#sendAfterTags(deletion, sending) : outcome;
    }
    return this.#fate === "go" || outcome.kind === "spared" ? outcome : this.#see(deletion, sending, outcome);
  }

  /** Deletes the tags, each only if it points at the image in that moment, and then the image. */
  async #sendAfterTags(deletion: ManifestDeletion, { send, terms }: Sending): Promise<DeletionOutcome> {
    this.#fate = "stay";
    const error = await this.#untagAll(deletion, terms, [deletion.digest]);
    return error === undefined ? send() : { kind: "failed", deletion, error };
  }

  /** Looks at what became of the tags of the first image that was deleted. */
  async #see(
    deletion: ManifestDeletion,
    { terms }: Sending,
    outcome: DeletionOutcome,
  ): Promise<DeletionOutcome> {
    try {
      const { registry, repository } = this.#options;
      const listed = new Set(await registry.listTags(repository));
      this.#fate = deletion.tags.some((tag) => listed.has(tag)) ? "stay" : "go";
    } catch (thrown) {
      if (!(thrown instanceof PruneError)) throw thrown;
      // The next one shows it; what is left of this one is told by the last look.
      return outcome;
    }
    if (this.#fate === "go") return outcome;
    // Listed, such a tag points at the image yet, or at nothing.
    const error = await this.#untagAll(deletion, terms, [deletion.digest, undefined]);
    return error === undefined ? outcome : { kind: "failed", deletion, error };
  }

  /** Deletes those of the tags that point at one of these at that moment. Returns the first error. */
  async #untagAll(
    { tags }: ManifestDeletion,
    terms: SendingTerms,
    at: readonly (Digest | undefined)[],
  ): Promise<PruneError | undefined> {
    const { progress } = this.#options;
    for (const tag of tags) {
      if (progress.untagged.has(tag) && !progress.unanswered.has(tag)) continue;
      const error = await untagOne({ ...this.#options, terms }, { tag, at }, progress);
      if (error !== undefined) return error;
    }
    return undefined;
  }
}

function hasTags(error: PruneError): boolean {
  return error instanceof RegistryError && error.kind === "has-tags";
}
