import { asPruneError } from "../../core/base/errors.js";
import type { DeletionOutcome } from "../../core/plan/outcome.js";
import type { SpareReason } from "../../core/policy/skip-reason.js";
import type { Deletion, TagDeletion, ManifestDeletion } from "../../core/plan/deletion.js";
import type { Digest, RepositoryName, Tag } from "../../core/names/reference.js";
import {
  type RegistryDeleter,
  RegistryError,
  type RegistryErrorKind,
  type RegistryReader,
  type RegistryWriter,
  type SendingTerms,
} from "../../registry/port/registry.js";
import type { Look } from "./recheck.js";
import { overwriteTag } from "./overwrite-tag.js";

/** Returns the reason not to send a deletion, by the last look and by the outcomes of those before it; `undefined` if it may be sent. */
export function spareReason(
  deletion: Deletion,
  look: Look,
  parents: ReadonlyMap<Digest, DeletionOutcome | undefined>,
): SpareReason | undefined {
  const { tags, digest } = deletion;
  const hasMoved = (tag: Tag): boolean => {
    const now = look.tags.get(tag);
    // An image is deleted by its digest, so a tag of it that dangles by now goes with it.
    const isLost = now === undefined && deletion.kind === "manifest";
    return look.tags.has(tag) && now !== digest && !isLost;
  };
  const areMoved = tags.length > 0 && tags.every(hasMoved);
  const own = deletion.kind === "manifest" ? manifestReason(deletion, look) : undefined;
  const parent = deletion.parents.find((one) => !hasGone(parents.get(one)));
  if (own !== undefined) return own;
  if (parent !== undefined) return { kind: "parent-stays", parent };
  if (areMoved) return { kind: "tags-moved" };
  const isLast = deletion.kind === "tag" && digest !== undefined && !look.mayLoseTags.has(digest);
  return isLast ? { kind: "last-tag" } : undefined;
}

/** Returns the tags of a deletion that a look shows at another image. */
export function movedTags({ tags, digest }: Deletion, look: Pick<Look, "tags">): readonly Tag[] {
  return tags.filter((tag) => {
    const now = look.tags.get(tag);
    return now !== undefined && now !== digest;
  });
}

function manifestReason({ digest, orphanOf }: ManifestDeletion, look: Look): SpareReason | undefined {
  const by = look.needed.get(digest);
  if (by !== undefined) return { kind: "now-needed-by", by };
  const back = orphanOf.find((subject) => look.back.has(subject));
  return back === undefined ? undefined : { kind: "subject-is-back", subject: back };
}

/** True if a deletion is known to be done. */
export function hasGone(outcome: DeletionOutcome | undefined): boolean {
  return outcome?.kind === "deleted" || outcome?.kind === "gone";
}

/** The registry and repository to delete from, and the proof that its disk has room. */
export interface DeleteOptions {
  readonly registry: RegistryDeleter & Pick<RegistryReader, "resolveTag">;
  /** Absent where the run may not write. */
  readonly writer: RegistryWriter | undefined;
  readonly repository: RepositoryName;
  /** Resolves if the registry's disk has room; called before a tag is overwritten. */
  readonly proveRoom: (writer: RegistryWriter) => Promise<void>;
  /** The terms under which a deletion may be sent. */
  readonly terms: SendingTerms;
}

/**
 * Sends one deletion, and returns its outcome; an error of the registry is the outcome `failed`. A tag that goes by its name is looked at straight before: the look of
 * its batch may be old by then, and what somebody pushed there meanwhile is not what was decided about.
 */
export async function applyDeletion(options: DeleteOptions, deletion: Deletion): Promise<DeletionOutcome> {
  const { registry, repository, terms } = options;
  try {
    if (deletion.kind === "manifest") {
      return { kind: await registry.deleteManifest(repository, deletion.digest, terms), deletion };
    }
    const kind = await deleteTag(options, deletion);
    return kind === "moved"
      ? { kind: "spared", deletion, reason: { kind: "tags-moved" } }
      : { kind, deletion };
  } catch (error) {
    const kind = error instanceof RegistryError ? error.kind : undefined;
    const failed = failedBy(deletion, error);
    const isOneStep = deletion.kind === "manifest" || deletion.by === "delete";
    return kind !== undefined && UNDONE.has(kind) && isOneStep ? { ...failed, isUndone: true } : failed;
  }
}

/** The errors that a deletion has only where it was refused for certain, or was seen not to have been done. */
const UNDONE: ReadonlySet<RegistryErrorKind> = new Set([
  "deletes-off",
  "failed-at",
  "forbidden",
  "has-tags",
  "not-deletable",
  "read-only",
  "still-there",
  "unauthorized",
]);

function failedBy(deletion: Deletion, error: unknown): DeletionOutcome & { readonly kind: "failed" } {
  return { kind: "failed", deletion, error: asPruneError(error, "the deletion") };
}

/** Deletes a tag by its name, or returns what became of it if it does not point at its image any more. */
async function deleteTag(
  { registry, writer, repository, proveRoom, terms }: DeleteOptions,
  { tags: [tag], digest, by }: TagDeletion,
): Promise<"deleted" | "gone" | "moved"> {
  if (by === "overwrite") {
    if (writer === undefined) {
      throw new TypeError(`${repository}:${tag} is to be written over without the right to`);
    }
    await proveRoom(writer);
  }
  const now = await registry.resolveTag(repository, tag);
  if (now !== digest) return now === undefined ? "gone" : "moved";
  return writer !== undefined && by === "overwrite"
    ? overwriteTag({ registry, writer, repository, terms }, { tag, at: digest })
    : registry.deleteTag(repository, tag, { ...terms, at: digest });
}
