import type { PruneError } from "../../core/base/errors.js";
import type { Deletion } from "../../core/plan/deletion.js";
import type { DeletionOutcome } from "../../core/plan/outcome.js";
import type { RepositoryName } from "../../core/names/reference.js";
import { type RegistryDeleter, RegistryError, type RegistryReader } from "../../registry/port/registry.js";

/** The registry failed at a deletion beside another one: it is to be tried once more, after a new look. */
export interface Again {
  readonly kind: "again";
  readonly error: PruneError;
}

/** A deletion that is under way. */
interface Running {
  /** True if another one was under way at some time of it. */
  hasNeighbour: boolean;
}

/** The repository that is deleted from. */
export interface SideBySideOptions {
  readonly registry: Pick<RegistryDeleter, "failsSideBySide"> &
    Pick<RegistryReader, "listTags" | "resolveTag">;
  readonly repository: RepositoryName;
}

/**
 * Tells whether deletions may go side by side. Distribution up to 2.6 then answers some of them with 500, and leaves a tag without its image (measured on 2.5.2
 * and 2.6.2); one by one it does not. So they go one by one from the first such answer on, and what failed is tried once more after a new look.
 */
export class SideBySide {
  readonly #options: SideBySideOptions;
  readonly #running = new Set<Running>();
  readonly #failed = new Map<Deletion, PruneError>();
  #isAllowed: boolean;

  private constructor(options: SideBySideOptions, isAllowed: boolean) {
    this.#options = options;
    this.#isAllowed = isAllowed;
  }

  /** Asks a registry that may be as old, where there is more than one deletion. */
  static async for(options: SideBySideOptions, deletions: number): Promise<SideBySide> {
    const { registry, repository } = options;
    return new SideBySide(options, deletions < 2 || !(await registry.failsSideBySide(repository)));
  }

  /** False once deletions go one by one. */
  get isAllowed(): boolean {
    return this.#isAllowed;
  }

  /** Sends a deletion, and returns its outcome. */
  async apply(deletion: Deletion, send: () => Promise<DeletionOutcome>): Promise<DeletionOutcome | Again> {
    const own: Running = { hasNeighbour: this.#running.size > 0 };
    for (const other of this.#running) other.hasNeighbour = true;
    this.#running.add(own);
    const outcome = await send().finally(() => this.#running.delete(own));
    const before = this.#failed.get(deletion);
    if (before !== undefined) return this.#afterSecond(outcome, before);
    if (!own.hasNeighbour || outcome.kind !== "failed" || !isFault(outcome.error)) return outcome;
    this.#isAllowed = false;
    this.#failed.set(deletion, outcome.error);
    return { kind: "again", error: outcome.error };
  }

  /** Returns the outcome of a second try. A manifest that is not there any more may have left its tags, which the registry takes along only with it. */
  async #afterSecond(outcome: DeletionOutcome, before: PruneError): Promise<DeletionOutcome> {
    const { kind, deletion } = outcome;
    if (kind !== "gone") return outcome;
    const { registry, repository } = this.#options;
    const listed = new Set(await registry.listTags(repository));
    for (const tag of deletion.tags) {
      const isLeft = listed.has(tag) && (await registry.resolveTag(repository, tag)) === undefined;
      if (isLeft) return { kind: "failed", deletion, error: before };
    }
    return { kind: "deleted", deletion };
  }
}

function isFault(error: PruneError): boolean {
  return error instanceof RegistryError && (error.kind === "failed-at" || error.kind === "half-done");
}
