import type { Sort } from "../../core/names/order.js";
import type { Digest } from "../../core/names/reference.js";
import type { DeleteReason, KeepReason, Verdict } from "../../core/policy/verdict.js";
import { describeSpare } from "./outcomes.js";
import { exactDuration } from "../../core/base/duration.js";
import { describeGroup, shortDigest, size } from "./wording.js";

const DANGLING = "listed, but its manifest is not there";

/** A verdict's reason in a few words, for a log line or a table cell. */
export function describeReason(verdict: Verdict): string {
  if (verdict.kind === "keep") return describeKeepReason(verdict.reason);
  return describeDeleteReason(verdict.reason) + (verdict.kind === "untag" ? whatStays(verdict) : "");
}

function whatStays({ digest, with: other }: Extract<Verdict, { readonly kind: "untag" }>): string {
  if (digest === undefined) return "";
  return `; the image stays${other === undefined ? "" : ` for ${other}`}`;
}

/** A reason to go in a few words. */
export function describeDeleteReason(reason: DeleteReason): string {
  switch (reason.kind) {
    case "beyond-newest":
      return `number ${reason.rank} of ${reason.of}${describeGroup(reason)}, beyond the newest ${reason.keep}`;
    case "over-budget":
      return `number ${reason.rank} of ${reason.of}${describeGroup(reason)}, for which ${size(reason.maxSize)} has no room`;
    case "referrer-of":
      return `signature or attachment of ${shortDigest(reason.subject)}, which goes`;
    case "orphan":
      return describeOrphan(reason.subject);
    case "dangling":
      return DANGLING;
    case "planned":
      return "as planned";
  }
}

/** A reason to stay in a few words. */
export function describeKeepReason(reason: KeepReason): string {
  switch (reason.kind) {
    case "just-pushed":
      return "just pushed";
    case "newest":
      return `number ${reason.rank} of the newest ${reason.keep}${describeGroup(reason)}${ORDERS[reason.by]}`;
    case "protected":
      return `in use: ${reason.by}`;
    case "younger":
      return `created ${reason.created.slice(0, 10)}, less than ${exactDuration(reason.limit)} ago`;
    case "undated":
      return `nothing says when it was created, and what is younger than ${exactDuration(reason.limit)} stays`;
    case "not-included":
    case "no-rule":
    case "not-a-version":
    case "not-a-prerelease":
    case "latest":
    case "date-unread":
      return NO_CANDIDATE[reason.kind];
    case "excluded":
      return `matches exclude ${reason.pattern}`;
    case "referrer":
      return `signature or attachment of ${shortDigest(reason.subject)}`;
    case "dangling":
      return DANGLING;
    case "shares-digest":
      return reason.untags === "no"
        ? `same image as ${reason.with}, and the registry can't delete one tag alone`
        : `same image as ${reason.with}; whether the registry can delete one tag alone shows only in a run that deletes`;
    case "contained-in":
      return `needed by ${reason.with}`;
    case "has-referrer":
      return `has the signature or attachment ${reason.with}`;
    case "orphan":
      return describeOrphan(reason.subject);
    case "not-planned":
      return "the plan does not have it go";
    case "skipped":
      return `planned to go, but ${describeSpare(reason.why)}`;
  }
}

function describeOrphan(subject: Digest): string {
  return `signature or attachment of ${shortDigest(subject)}, which is gone`;
}

const NO_CANDIDATE = {
  "not-included": "matches no include pattern",
  "no-rule": "no rule is for it",
  "not-a-version": "not a version",
  "not-a-prerelease": "not a prerelease",
  latest: "latest has no place in an order",
  "date-unread": "its date was not read",
} as const;

const ORDERS: Readonly<Record<Sort | "version", string>> = {
  semver: "",
  version: " by version",
  prerelease: " by prerelease number",
  natural: " by name",
  created: " by date",
};
