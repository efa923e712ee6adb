import { grouped } from "../../core/base/grouped.js";
import type { Plan } from "../../core/plan/plan.js";
import type { Deletion } from "../../core/plan/deletion.js";
import type { Digest, Tag } from "../../core/names/reference.js";

/** The deletions of a plan that are still to be sent, in its order. */
export class Pending {
  readonly #all: readonly Deletion[];
  /** The number of deletions that had their turn. */
  #taken = 0;
  /** The deletions that had their turn and are not done. */
  #again: readonly Deletion[] = [];
  readonly #tags = new Set<Tag>();
  readonly #members: ReadonlyMap<Digest, readonly Deletion[]>;

  constructor({ deletions }: Pick<Plan, "deletions">) {
    this.#all = deletions;
    for (const { tags } of deletions) for (const tag of tags) this.#tags.add(tag);
    this.#members = grouped(
      deletions.flatMap((each) =>
        each.kind === "manifest" ? each.parents.map((parent) => [parent, each] as const) : [],
      ),
    );
  }

  get count(): number {
    return this.#again.length + this.#all.length - this.#taken;
  }

  /** Returns the first of them, at most `count`. */
  first(count: number): readonly Deletion[] {
    const news = this.#all.slice(this.#taken, this.#taken + Math.max(0, count - this.#again.length));
    return [...this.#again.slice(0, count), ...news];
  }

  /** Removes those of the first `count` that are done. */
  settle(count: number, isDone: (deletion: Deletion) => boolean): void {
    const first = this.first(count);
    for (const deletion of first) {
      if (isDone(deletion)) for (const tag of deletion.tags) this.#tags.delete(tag);
    }
    this.#taken += first.length - Math.min(count, this.#again.length);
    this.#again = [...first.filter((deletion) => !isDone(deletion)), ...this.#again.slice(count)];
  }

  /** True if a tag is still to be deleted. */
  hasTag(tag: Tag): boolean {
    return this.#tags.has(tag);
  }

  /** Returns these deletions and all that belong to them, even if they come later: once an index is gone, no list shows its children. */
  withMembers(deletions: readonly Deletion[]): ReadonlySet<Deletion> {
    const all = new Set(deletions);
    // The set grows during the loop, for children have children.
    for (const deletion of all) {
      if (deletion.kind !== "manifest") continue;
      for (const member of this.#members.get(deletion.digest) ?? []) all.add(member);
    }
    return all;
  }
}
