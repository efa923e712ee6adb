import type { PruneError } from "../base/errors.js";
import type { Harm } from "../plan/outcome.js";
import { type Digest, isDigest } from "../names/reference.js";

/** The output of `registry garbage-collect`, as far as it was understood. */
export interface CollectionReport {
  /** The repositories that it went through. */
  readonly repositories: readonly string[];
  /** Blobs that nothing refers to: they were deleted, or would be in a dry run. */
  readonly blobs: readonly Digest[];
  /** True if its closing count was there: without it, nobody knows what the collection did. */
  readonly isWhole: boolean;
}

/** The source by which the freed bytes are known. */
export type FreedBy = "file-system" | "blob-sizes";

/** The reason why no collection was run. */
export type CollectionSkipReason =
  /** Nothing was deleted, so nothing new is to be collected. */
  | { readonly kind: "nothing-deleted" }
  /** The prune failed: what it deleted can still be put back. */
  | { readonly kind: "prune-failed" }
  /** A dry run, or the run was told to stop. */
  | { readonly kind: "dry-run" | "told-to-stop" }
  /** There is less garbage than is worth a stop of the registry. `bytes` is how much there is. */
  | { readonly kind: "below-minimum"; readonly bytes: number; readonly minimum: number }
  /** Everything in the registry is referred to. */
  | { readonly kind: "no-garbage" }
  /** Nothing was ever pushed to the registry. */
  | { readonly kind: "empty-registry" };

/** The space that was freed. */
export interface Freed {
  readonly bytes: number;
  readonly by: FreedBy;
  /** True if `bytes` is a lower bound, because the sizes of some blobs are not known. */
  readonly isLeast: boolean;
}

/** The result of a garbage collection. */
export type CollectionOutcome =
  | {
      readonly kind: "skipped";
      readonly why: CollectionSkipReason;
      /** The garbage that a dry run found, in bytes. */
      readonly garbage?: number;
    }
  | {
      readonly kind: "collected";
      /** Number of blobs that were deleted; absent if the output was not understood. */
      readonly blobs?: number;
      readonly freed?: Freed;
      /** True if the registry was seen to be down meanwhile. A registry that runs on keeps descriptors of blobs that are gone. */
      readonly restarted: boolean;
      /** Number of tags that were checked before and after, with all their parts; absent if they could not be. */
      readonly proven?: number;
      /** Repositories that this user may not read, or that were damaged before. */
      readonly unproven: readonly string[];
      /** Kept tags that are not whole any more, with their repositories. */
      readonly harm: readonly (Harm & { readonly repository: string })[];
    }
  | { readonly kind: "failed"; readonly error: PruneError };

/** The facts by which it is decided if a registry is stopped. */
export interface Prospect {
  readonly isEmpty: boolean;
  readonly isDryRun: boolean;
  readonly isToldToStop: boolean;
  /** True if something else is to be done while it is down. */
  readonly hasSweep: boolean;
  /** Number of blobs that are garbage, and their bytes if all sizes are known. */
  readonly blobs: number;
  readonly bytes?: number;
  /** Number of bytes that are worth a stop; any number if absent. */
  readonly minimum?: number;
}

/** Returns the reason not to stop a registry; `undefined` if it is to be stopped. Unknown sizes are no reason: the disk may be full. */
export function collectionSkipReason(prospect: Prospect): CollectionSkipReason | undefined {
  const { isEmpty, isDryRun, isToldToStop, hasSweep, blobs, bytes, minimum } = prospect;
  if (isDryRun) return { kind: "dry-run" };
  if (isToldToStop) return { kind: "told-to-stop" };
  if (hasSweep) return undefined;
  if (isEmpty) return { kind: "empty-registry" };
  if (blobs === 0) return { kind: "no-garbage" };
  return minimum !== undefined && bytes !== undefined && bytes < minimum
    ? { kind: "below-minimum", bytes, minimum }
    : undefined;
}

/**
 * Tells how much a collection freed: by the file system, if its free space was seen to grow (others may write to it in these seconds), else by the
 * sizes of the blobs.
 * @param grown bytes by which the file system's free space grew; 0 where that is not known
 */
export function freedBy(
  grown: number,
  { bytes, isWhole }: { readonly bytes: number; readonly isWhole: boolean },
): { readonly freed?: Freed } {
  if (grown > 0) return { freed: { bytes: grown, by: "file-system", isLeast: false } };
  return isWhole || bytes > 0 ? { freed: { bytes, by: "blob-sizes", isLeast: !isWhole } } : {};
}

const REPOSITORY_LINE = /^[a-z0-9]+(?:[._/-]+[a-z0-9]+)*$/;
const MARKING = /^(\S+): marking (?:manifest|blob|configuration) /;
const ELIGIBLE = /^blob eligible for deletion: (\S+)$/;
const SUMMARY = /^\d+ blobs marked, \d+ blobs and \d+ manifests eligible for deletion$/;

/**
 * Reads the standard output of a collection, line by line (formats of Distribution 2.8 and 3.x, measured): each repository's name, what the
 * collection marks in it, a closing count, and each blob that goes. It has no sizes.
 */
export function readCollection(): {
  readonly line: (text: string) => void;
  readonly report: () => CollectionReport;
} {
  const repositories = new Set<string>();
  const blobs = new Set<Digest>();
  let isWhole = false;
  return {
    line(text) {
      const line = text.trim();
      const digest = ELIGIBLE.exec(line)?.[1];
      const repository = MARKING.exec(line)?.[1] ?? (REPOSITORY_LINE.test(line) ? line : undefined);
      if (repository !== undefined) repositories.add(repository);
      if (digest !== undefined && isDigest(digest)) blobs.add(digest);
      if (SUMMARY.test(line)) isWhole = true;
    },
    report: () => ({ repositories: [...repositories], blobs: [...blobs], isWhole }),
  };
}

/**
 * True if the error output says that nothing was ever pushed to the registry. These are the words of Distribution 2.8 and 3.x, which then exit with 1
 * (measured).
 */
export function isEmptyRegistry(errorOutput: string): boolean {
  return /failed to mark: .*Path not found: \/docker\/registry\/v2\/repositories(?![\w/-])/.test(errorOutput);
}

/** Returns the repositories of `pruned` that a collection did not go through: if there are any, it worked on another storage. */
export function notCollected(report: CollectionReport, pruned: readonly string[]): readonly string[] {
  return pruned.filter((repository) => !report.repositories.includes(repository));
}
