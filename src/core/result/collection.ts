import type { PruneError } from "../base/errors.js";
import type { Harm } from "../plan/outcome.js";
import { type Digest, isDigest } from "../names/reference.js";

/** What `registry garbage-collect` printed, as far as it was understood. */
export interface CollectionReport {
  /** The repositories that it went through. */
  readonly repositories: readonly string[];
  /** Blobs that nothing refers to: deleted, or in a dry run to be. */
  readonly blobs: readonly Digest[];
  /** Whether its closing count was there: without it, it is not known what it did. */
  readonly isWhole: boolean;
}

/** How the freed bytes are known. */
export type FreedBy = "file-system" | "blob-sizes";

/** Why no collection was run. */
export type SkipReason =
  /** Nothing was deleted, so nothing new is to be collected. */
  | { readonly kind: "nothing-deleted" }
  /** The prune failed: what it deleted can still be put back. */
  | { readonly kind: "prune-failed" }
  /** A dry run, or the run was told to stop. */
  | { readonly kind: "dry-run" | "told-to-stop" }
  /** There is less garbage than is worth a stop. `bytes` is what there is. */
  | { readonly kind: "below-minimum"; readonly bytes: number; readonly minimum: number }
  /** The registry has nothing that nothing refers to. */
  | { readonly kind: "no-garbage" }
  /** Nothing was ever pushed to it. */
  | { readonly kind: "empty-registry" };

/** How much was freed; `undefined` where that is not known. */
export interface Freed {
  readonly bytes: number;
  readonly by: FreedBy;
  /** Whether more was freed: the sizes of some blobs are not known. */
  readonly isLeast: boolean;
}

/** What came of a garbage collection. */
export type CollectionOutcome =
  | {
      readonly kind: "skipped";
      readonly why: SkipReason;
      /** What a dry run found to be garbage, in bytes. */
      readonly garbage?: number;
    }
  | {
      readonly kind: "collected";
      /** How many blobs were deleted; `undefined` where the output was not understood. */
      readonly blobs?: number;
      readonly freed?: Freed;
      /** Whether the registry was seen to be down meanwhile: a registry that goes on keeps descriptors of blobs that are gone. */
      readonly restarted: boolean;
      /** How many tags were looked at before and after, with all their parts; `undefined` where they could not be. */
      readonly proven?: number;
      /** Repositories that this user may not read, or that were damaged before. */
      readonly unproven: readonly string[];
      /** Kept tags that are not whole any more, with their repositories. */
      readonly harm: readonly (Harm & { readonly repository: string })[];
    }
  | { readonly kind: "failed"; readonly error: PruneError };

/** What is known before a registry would be stopped. */
export interface Prospect {
  readonly isEmpty: boolean;
  readonly isDryRun: boolean;
  readonly isToldToStop: boolean;
  /** Whether something else is to be done while it is down. */
  readonly hasSweep: boolean;
  /** How many blobs are garbage, and their bytes where all sizes are known. */
  readonly blobs: number;
  readonly bytes?: number;
  /** How many bytes are worth a stop; any where absent. */
  readonly minimum?: number;
}

/** Why a registry is not to be stopped; `undefined` where it is. Unknown sizes are no reason: the disk may be full. */
export function whyNotCollect(prospect: Prospect): SkipReason | undefined {
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
 * How much a collection freed, by the file system where it was seen to grow (others may write to it in these seconds), else by the sizes.
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
 * Reads what a collection prints on standard output, line by line (formats of Distribution 2.8 and 3.x, measured):
 * each repository's name, what it marks in it, a closing count, and each blob that goes. There are no sizes in it.
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

/** Distribution's words, 2.8 and 3.x, for a registry to which nothing was ever pushed: it exits with 1 (measured). */
export function isEmptyRegistry(errorOutput: string): boolean {
  return /failed to mark: .*Path not found: \/docker\/registry\/v2\/repositories(?![\w/-])/.test(errorOutput);
}

/** The repositories of `pruned` that a collection did not go through: it worked on another storage then. */
export function notCollected(report: CollectionReport, pruned: readonly string[]): readonly string[] {
  return pruned.filter((repository) => !report.repositories.includes(repository));
}
