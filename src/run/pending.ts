import { grouped } from "../core/grouped.js";
import type { Deletion, Plan } from "../core/plan.js";
import type { Digest, Tag } from "../core/reference.js";

/** The deletions of a plan that are still to be done, in its order. */
export class Pending {
  #left: readonly Deletion[];
  readonly #tags: Map<Tag, Deletion>;
  readonly #members: ReadonlyMap<Digest, readonly Deletion[]>;

  constructor({ deletions }: Pick<Plan, "deletions">) {
    this.#left = deletions;
    this.#tags = new Map(deletions.flatMap((each) => each.tags.map((tag) => [tag, each] as const)));
    this.#members = grouped(
      deletions.flatMap((each) =>
        each.kind === "manifest" ? each.parents.map((parent) => [parent, each] as const) : [],
      ),
    );
  }

  get count(): number {
    return this.#left.length;
  }

  /** The first of them, at most so many. */
  first(count: number): readonly Deletion[] {
    return this.#left.slice(0, count);
  }

  /** Takes out those of the first `count` that are done. */
  settle(count: number, isDone: (deletion: Deletion) => boolean): void {
    const first = this.first(count);
    for (const deletion of first) {
      if (isDone(deletion)) for (const tag of deletion.tags) this.#tags.delete(tag);
    }
    this.#left = [...first.filter((deletion) => !isDone(deletion)), ...this.#left.slice(count)];
  }

  /** Whether a tag is still to go. */
  hasTag(tag: Tag): boolean {
    return this.#tags.has(tag);
  }

  /** These, and what belongs to them and is deleted with them or later: once an index is gone, no list shows its children. */
  withMembers(deletions: readonly Deletion[]): ReadonlySet<Deletion> {
    const all = new Set(deletions);
    // Grows while it is gone through, for children have children.
    for (const deletion of all) {
      if (deletion.kind !== "manifest") continue;
      for (const member of this.#members.get(deletion.digest) ?? []) all.add(member);
    }
    return all;
  }
}
