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
  /** True if that count was in the words of Distribution up to 2.6. */
  readonly isOld?: true;
  /** The line with which it said that it failed, if it did. */
  readonly failure?: string;
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
      /** Number of tags of which every part answers after it; absent if they could not be looked at. */
      readonly proven?: number;
      /** Tags that could not be pulled whole, neither before nor after, as `repository:tag`. */
      readonly broken?: readonly string[];
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

/** The next step after a collection that failed. Measured, 2.8.2 and 3.1.1: it fails on an empty link or manifest, and a push writes no manifest that has a file. */
export const COLLECTION_ADVICE =
  "Run garbage-collect --dry-run by hand to see all that it says. After a full disk it is often an empty link or manifest, of a push that failed: " +
  "reclaim with storage, while the registry is stopped, names the file and takes away what is left of an image that has no manifest any more. " +
  "To push that image again mends a link, and no manifest.";

const REPOSITORY_LINE = /^[a-z0-9]+(?:[._/-]+[a-z0-9]+)*$/;
const MARKING = /^(\S+): marking (?:manifest|blob|configuration) /;
const ELIGIBLE = /^blob eligible for deletion: (\S+)$/;
const FAILED = /^failed to (?:garbage collect|construct [^:]*): /;
const SUMMARY = /^\d+ blobs marked, \d+ blobs and \d+ manifests eligible for deletion$/;
// Measured on 2.4.1, 2.5.2 and 2.6.2.
const OLD_SUMMARY = /^\d+ blobs marked, \d+ blobs eligible for deletion$/;

// Colours of a terminal; the name that compose writes before each line of a container; the times of docker's and compose's `--timestamps`, of `ts`, and of syslog.
const PREFIXES = [
  /^\u001b\[[0-9;]*m/,
  /^[\w.-]+ *\| ?/,
  /^\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?\]?\s+/,
  /^\[?\d\d:\d\d:\d\d(?:[.,]\d+)?\]?\s+/,
  /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d (?:\S+ \S+?(?:\[\d+\])?: )?/,
];
const MOST_PREFIXES = 8;

/** Returns a line of a collection without what whoever handed it on wrote before it, and without colours and space around it. */
export function bareLine(text: string): string {
  let line = text.trim();
  for (let count = 0; count < MOST_PREFIXES; count += 1) {
    const prefix = PREFIXES.map((pattern) => pattern.exec(line)?.[0]).find((found) => found !== undefined);
    if (prefix === undefined) break;
    line = line.slice(prefix.length).trim();
  }
  return line.replaceAll(/\u001b\[[0-9;]*m/g, "").trim();
}

/**
 * Reads the standard output of a collection, line by line (formats of Distribution 2.4 to 3.x, measured): each repository's name, what the
 * collection marks in it, a closing count, and each blob that goes. It has no sizes.
 */
export function readCollection(): {
  readonly line: (text: string) => void;
  readonly report: () => CollectionReport;
} {
  const repositories = new Set<string>();
  const blobs = new Set<Digest>();
  let isWhole = false;
  let isOld = false;
  let failure: string | undefined;
  return {
    line(text) {
      const line = bareLine(text);
      const digest = ELIGIBLE.exec(line)?.[1];
      const repository = MARKING.exec(line)?.[1] ?? (REPOSITORY_LINE.test(line) ? line : undefined);
      if (repository !== undefined) repositories.add(repository);
      if (digest !== undefined && isDigest(digest)) blobs.add(digest);
      if (OLD_SUMMARY.test(line)) isOld = true;
      if (isOld || SUMMARY.test(line)) isWhole = true;
      if (FAILED.test(line)) failure = line;
    },
    report: () => ({
      repositories: [...repositories],
      blobs: [...blobs],
      isWhole,
      ...(isOld ? { isOld } : {}),
      ...(failure === undefined ? {} : { failure }),
    }),
  };
}

/** True if a collection wrote nothing at all, as a real one of Distribution 2.4 and 2.5 does, which writes its count in a dry run alone (measured). */
export function isSilent({ repositories, blobs, isWhole, failure }: CollectionReport): boolean {
  return repositories.length === 0 && blobs.length === 0 && !isWhole && failure === undefined;
}

/**
 * True if the error output says that the registry has no such command: Distribution has it from 2.4 on. 2.3 knows no flag of that name, and 2.1 takes the
 * command for the path of its configuration (measured).
 */
export function hasNoCollection(errorOutput: string): boolean {
  return /unknown flag: --dry-run|open garbage-collect: no such file/.test(errorOutput);
}

/**
 * True if the error output says that nothing was ever pushed to the registry. These are the words of Distribution 2.4 to 3.x, which then exit with 1
 * (measured; 2.4 misses its blobs).
 */
export function isEmptyRegistry(errorOutput: string): boolean {
  return /failed to mark: .*Path not found: \/docker\/registry\/v2\/repositories(?![\w/-])|error enumerating blobs: .*Path not found: \/docker\/registry\/v2\/blobs(?![\w/-])/.test(
    errorOutput,
  );
}

/** Returns the repositories of `pruned` that a collection did not go through: if there are any, it worked on another storage. */
export function notCollected(report: CollectionReport, pruned: readonly string[]): readonly string[] {
  return pruned.filter((repository) => !report.repositories.includes(repository));
}
