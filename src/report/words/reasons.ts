import type { Sort } from "../../core/names/order.js";
import type { Digest } from "../../core/names/reference.js";
import type { DeleteReason, KeepReason, NoUntag, Verdict } from "../../core/policy/verdict.js";
import { describeSpare } from "./outcomes.js";
import type { Dangling, Unordered } from "../../core/policy/candidates.js";
import { count } from "../../core/base/count.js";
import { exactDuration } from "../../core/base/duration.js";
import { describeGroup, shortDigest, size } from "./wording.js";

function describeMissing({ parts }: Dangling): string {
  if (parts === undefined) return "listed, but its manifest is not there";
  return `listed, but nothing of its index is there (${count(parts, "missing part")})`;
}

/** Describes a verdict's reason in a few words, for a log line or a table cell. */
export function describeReason(verdict: Verdict): string {
  if (verdict.kind === "keep") return describeKeepReason(verdict.reason);
  return describeDeleteReason(verdict.reason) + (verdict.kind === "untag" ? stayingImageSuffix(verdict) : "");
}

function stayingImageSuffix({ digest, with: other }: Extract<Verdict, { readonly kind: "untag" }>): string {
  if (digest === undefined) return "";
  return `; the image stays${other === undefined ? "" : ` under ${other}`}`;
}

/** Describes a reason to go in a few words. */
export function describeDeleteReason(reason: DeleteReason): string {
  return wordsFrom(DELETE_WORDS, reason);
}

/** Describes a reason to stay in a few words. */
export function describeKeepReason(reason: KeepReason): string {
  return wordsFrom(KEEP_WORDS, reason);
}

/** The words for each kind of reason; without those for one it does not compile. */
type Words<Reason extends { readonly kind: string }> = {
  readonly [Kind in Reason["kind"]]: (reason: Extract<Reason, { readonly kind: Kind }>) => string;
};

function wordsFrom<Reason extends { readonly kind: string }>(table: Words<Reason>, reason: Reason): string {
  // The compiler does not see that the entry of a reason's kind takes that reason.
  const describe = table[reason.kind as Reason["kind"]] as (reason: Reason) => string;
  return describe(reason);
}

const DELETE_WORDS: Words<DeleteReason> = {
  "beyond-newest": (reason) =>
    `number ${reason.rank} of ${reason.of}${describeGroup(reason)}, beyond the newest ${reason.keep}`,
  "over-budget": (reason) =>
    `number ${reason.rank} of ${reason.of}${describeGroup(reason)}, beyond what fits into ${size(reason.maxSize)}`,
  "referrer-of": ({ subject }) => `signature or attachment of ${shortDigest(subject)}, which goes`,
  orphan: describeOrphan,
  dangling: describeMissing,
  "half-untagged": () => "a run that was to delete this tag was cut off, and left its own empty index there",
  planned: () => "as planned",
};

const KEEP_WORDS: Words<KeepReason> = {
  dangling: describeMissing,
  "just-pushed": () => "just pushed",
  protected: ({ by }) => `in use: ${by}`,
  excluded: ({ pattern }) => `matches exclude ${pattern}`,
  "not-included": () => "matches no include pattern",
  "no-rule": () => "no rule applies to it",
  "not-a-version": () => "not a version",
  "not-a-prerelease": () => "not a prerelease",
  latest: () => "latest can't be put into an order",
  "date-unread": () => "its date was not read",
  unordered: describeUnordered,
  newest: (reason) =>
    `number ${reason.rank} of the newest ${reason.keep}${describeGroup(reason)}${ORDER_SUFFIXES[reason.by]}`,
  younger: ({ created, limit }) => `created ${created.slice(0, 10)}, less than ${exactDuration(limit)} ago`,
  undated: ({ limit }) => `its age is unknown, and images younger than ${exactDuration(limit)} stay`,
  referrer: ({ subject }) => `signature or attachment of ${shortDigest(subject)}`,
  "shares-digest": ({ with: other, untags }) => `same image as ${other}${UNTAGS[untags]}`,
  "has-referrer": ({ with: other }) => `has the signature or attachment ${other}`,
  "contained-in": ({ with: other }) => `needed by ${other}`,
  orphan: describeOrphan,
  "not-planned": () => "the plan does not delete it",
  skipped: ({ why }) => `planned to go, but ${describeSpare(why)}`,
};

const UNTAGS: Readonly<Record<NoUntag, string>> = {
  no: ", and the registry can't delete one tag alone",
  unseen: "; only a run that deletes shows whether the registry can delete one tag alone",
  unclear: "; what the registry answered does not show whether it can delete one tag alone",
  "no-keys":
    ", and Amazon ECR deletes one tag alone by its own API only, for which AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set",
  "wrong-keys":
    ", and Amazon ECR's own API, which deletes one tag alone, does not take the keys in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY",
  "no-right":
    ", and Amazon ECR's own API, which deletes one tag alone, does not allow the owner of AWS_ACCESS_KEY_ID ecr:BatchDeleteImage",
  never: ", and untag: never deletes no tag alone",
};

function describeUnordered({ sort, ties, ...group }: Unordered): string {
  if (ties === undefined) return "it has no date, and is ordered by date";
  const why =
    sort === "created" ? "their dates are the same" : "their names tie, and no date tells them apart";
  return `nothing says which of ${count(ties, "image")}${describeGroup(group)} is newer: ${why}`;
}

function describeOrphan({ subject }: { readonly subject: Digest }): string {
  return `signature or attachment of ${shortDigest(subject)}, which is gone`;
}

const ORDER_SUFFIXES: Readonly<Record<Sort | "version", string>> = {
  semver: "",
  version: " by version",
  prerelease: " by prerelease number",
  natural: " by name",
  created: " by date",
};
