import type {
  Restored,
  RestoredDigest,
  RestoredTag,
  RestoreOutcome,
} from "../../core/journal/restore-outcome.js";
import { shortDigest } from "../words/wording.js";

/** The result for one tag, or one digest. */
export type RestoredEntry = RestoredTag | RestoredDigest;
/** The result for what can't be restored any more. */
export type Lost = Extract<RestoredEntry, { readonly kind: "lost" }>;

/** The results for all tags and digests. */
export function entriesOf({ tags, digests }: RestoreOutcome): readonly RestoredEntry[] {
  return [...tags, ...digests];
}

/** The tag, or the short digest. */
export function nameOf(entry: RestoredEntry): string {
  return "tag" in entry ? entry.tag : shortDigest(entry.digest);
}

/** The word for each kind of result, with which its line begins. */
const WORDS = {
  restored: "restored",
  "would-restore": "restore",
  "already-there": "there",
  moved: "moved",
  lost: "lost",
  failed: "failed",
} as const satisfies Record<Restored["kind"], string>;

/** A few words about the result for a tag or digest. */
export function describeRestored(entry: RestoredEntry): string {
  switch (entry.kind) {
    case "restored":
    case "would-restore":
      return shortDigest(entry.digest);
    case "already-there":
      return "it is there already";
    case "moved":
      return `it points at ${shortDigest(entry.to)} by now, and was not overwritten`;
    case "lost":
      return `it can't be restored any more: ${describeLoss({ ...entry, missing: shortDigest(entry.missing) })}`;
    case "failed":
      return entry.error.message;
  }
}

/** The reason why something can't be restored any more, as a clause. */
export function describeLoss({
  why,
  missing,
}: {
  readonly why: Lost["why"];
  readonly missing: string;
}): string {
  switch (why) {
    case "collected":
      return `a garbage collection took ${missing}, a part of it`;
    case "unknown":
      return (
        `neither the journal nor the registry has ${missing}, a part of it: it was missing before the prune, ` +
        "or somebody else deleted it, and a registry takes no index without its parts"
      );
    case "subject":
      return `${missing}, which it refers to, can't be`;
  }
}

/** The result for a tag or digest, by its word, its name and a few words about it. */
export interface RestoredRow {
  readonly kind: Restored["kind"];
  readonly word: string;
  readonly name: string;
  readonly about: string;
}

/** A row for each tag and each digest of the outcome. */
export function restoreRows(outcome: RestoreOutcome): readonly RestoredRow[] {
  return entriesOf(outcome).map((entry) => ({
    kind: entry.kind,
    word: WORDS[entry.kind],
    name: nameOf(entry),
    about: describeRestored(entry),
  }));
}

/** A line for each of them, in columns. */
export function restoreLines(outcome: RestoreOutcome): readonly string[] {
  const rows = restoreRows(outcome);
  const words = Math.max(0, ...Object.values(WORDS).map(({ length }) => length));
  const width = rows.reduce((widest, { name }) => Math.max(widest, Math.min(name.length, WIDEST_NAME)), 0);
  return rows.map(({ word, name, about }) => `${word.padEnd(words)}  ${name.padEnd(width)}  (${about})`);
}

// A longer name moves its own line alone.
const WIDEST_NAME = 32;
