import pMap from "p-map";
import { PruneError } from "../../core/base/errors.js";
import type { Digest, Tag } from "../../core/names/reference.js";
import type { Deletion } from "../../core/plan/deletion.js";
import type { CarefulOrder } from "../../core/plan/careful-order.js";
import { longerNamesIn, reachOf } from "../../core/plan/longer-names.js";
import type { DeletionOutcome, TagNote } from "../../core/plan/outcome.js";
import type { ApplyProgress, DeletionCare } from "./apply-batch.js";
import { writeDown } from "./deletion-log.js";
import type { Applying } from "./options.js";

/**
 * The knowledge of the registry:
 * - untried: it may take longer names along
 * - takes: a longer name was gone after a deletion
 * - leaves: the trial's longer name was still there
 * - proven: so was a tag that stays
 */
type Knowledge = "untried" | "takes" | "leaves" | "proven";

/** The deletions of a plan, sent one at a time to a registry that may delete every tag whose name begins with that of a deleted one. */
export class Care implements DeletionCare {
  /** The deletions, in the order in which they are sent. */
  readonly deletions: readonly Deletion[];
  /** The tags that were taken along, and that this run put back. */
  readonly notes: TagNote[] = [];
  readonly #options: Applying;
  readonly #progress: ApplyProgress;
  readonly #trial: CarefulOrder["trial"];
  readonly #going: ReadonlyMap<Tag, Deletion>;
  #known: Knowledge = "untried";

  constructor(options: Applying, progress: ApplyProgress, { deletions, trial }: CarefulOrder) {
    this.#options = options;
    this.#progress = progress;
    this.deletions = deletions;
    this.#trial = trial;
    this.#going = new Map(deletions.flatMap((each) => each.tags.map((tag) => [tag, each] as const)));
  }

  /** Sends a deletion if it can reach no tag that stays, or if the registry is seen to leave such tags, and returns its outcome. */
  async apply(deletion: Deletion, send: () => Promise<DeletionOutcome>): Promise<DeletionOutcome> {
    if (deletion.tags.length === 0 || this.#known === "proven") return send();
    try {
      return await this.#applyWithCare(deletion, send);
    } catch (error) {
      // Before it was sent: what follows a deletion throws nothing.
      if (error instanceof PruneError) return { kind: "failed", deletion, error };
      throw error;
    }
  }

  async #applyWithCare(deletion: Deletion, send: () => Promise<DeletionOutcome>): Promise<DeletionOutcome> {
    const { going, stays } = await this.#reachNow(deletion);
    const [first] = stays.keys();
    if (first !== undefined && this.#known !== "leaves") {
      return { kind: "spared", deletion, reason: { kind: "longer-tag-stays", tag: first } };
    }
    await this.#writeDown(going);
    const outcome = await send();
    if (first !== undefined) await this.#lookForLoss(stays);
    else if (outcome.kind === "deleted" && deletion === this.#trial?.first) await this.#readTrial();
    return outcome;
  }

  /** Reads which longer names are there at this moment: those of deletions to come, and those that stay, with their digests. */
  async #reachNow(deletion: Deletion): Promise<{
    readonly going: readonly Tag[];
    readonly stays: ReadonlyMap<Tag, Digest | undefined>;
  }> {
    const { registry, repository, concurrency } = this.#options;
    const names = reachOf(deletion, longerNamesIn((await registry.listTags(repository)) ?? []));
    const digests = await pMap(
      names,
      (tag) => (this.#needsDigest(tag) ? registry.resolveTag(repository, tag) : undefined),
      { concurrency },
    );
    const goes = (tag: Tag, index: number): boolean =>
      this.#isToCome(tag) && this.#going.get(tag)?.digest === digests[index];
    const stays = names.map((tag, index) => [tag, digests[index]] as const);
    return { going: names.filter(goes), stays: new Map(stays.filter(([tag], index) => !goes(tag, index))) };
  }

  /** True for a tag that may go yet, or that can be put back: no other is ever reached. */
  #needsDigest(tag: Tag): boolean {
    return this.#isToCome(tag) || this.#known === "leaves";
  }

  #isToCome(tag: Tag): boolean {
    const deletion = this.#going.get(tag);
    return deletion !== undefined && !this.#progress.outcomes.has(deletion);
  }

  /** Writes down the images whose tags may be taken along before their turn, as those whose tags are deleted first. */
  async #writeDown(tags: readonly Tag[]): Promise<void> {
    const { recorder } = this.#options;
    await writeDown(
      recorder,
      new Set(tags.flatMap((tag) => this.#going.get(tag) ?? [])),
      this.#progress.written,
    );
    for (const tag of tags) {
      this.#progress.untagged.add(tag);
      this.#progress.unanswered.add(tag);
    }
  }

  async #readTrial(): Promise<void> {
    const { registry, repository } = this.#options;
    const { tag, second } = this.#trial ?? {};
    if (tag === undefined) return;
    this.#known = "takes";
    await quietly(async () => {
      const listed = (await registry.listTags(repository)) ?? [];
      const isThere = listed.includes(tag) && (await registry.resolveTag(repository, tag)) === second?.digest;
      if (isThere) this.#known = "leaves";
    });
  }

  /** Lists the tags again after the first deletion that could reach tags which stay, and puts back those that it took. */
  async #lookForLoss(stayed: ReadonlyMap<Tag, Digest | undefined>): Promise<void> {
    const { registry, repository } = this.#options;
    this.#known = "takes";
    await quietly(async () => {
      const listed = new Set(await registry.listTags(repository));
      const lost = [...stayed].filter(([tag]) => !listed.has(tag));
      if (lost.length === 0) this.#known = "proven";
      for (const [tag, digest] of lost) if (digest !== undefined) await this.#putBack(tag, digest);
    });
  }

  /** Writes a lost tag again. The verification finds one that could not be written. */
  async #putBack(tag: Tag, digest: Digest): Promise<void> {
    const { registry, repository } = this.#options;
    await quietly(async () => {
      const found = await registry.readManifest(repository, digest);
      // Somebody may have pushed it again meanwhile.
      if (found === undefined || (await registry.readManifest(repository, tag)) !== undefined) return;
      await registry.putBack(repository, tag, found);
      if ((await registry.readManifest(repository, tag))?.digest === digest) {
        this.notes.push({ kind: "put-back", tag });
      }
    });
  }
}

/** Does what follows a deletion. An error is no outcome of it: the verification reads all again. */
async function quietly(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof PruneError)) throw error;
  }
}
