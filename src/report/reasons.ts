import type { Digest } from "../core/reference.js";
import { EVERYTHING } from "../core/retention.js";
import type { DeleteReason, KeepReason, Verdict } from "../core/verdict.js";
import { describeSpare } from "./outcomes.js";
import { shortDigest } from "./wording.js";

const DANGLING = "listed, but its manifest is not there";

/** A verdict's reason in a few words, for a log line or a table cell. */
export function describeReason(verdict: Verdict): string {
  if (verdict.kind === "keep") return describeKeep(verdict.reason);
  return describeDelete(verdict.reason) + (verdict.kind === "untag" ? whatStays(verdict) : "");
}

function whatStays({ digest, with: other }: Extract<Verdict, { readonly kind: "untag" }>): string {
  if (digest === undefined) return "";
  return `; the image stays${other === undefined ? "" : ` for ${other}`}`;
}

function describeDelete(reason: DeleteReason): string {
  switch (reason.kind) {
    case "beyond-newest":
      return `number ${reason.rank} of ${reason.of}${inGroup(reason.group)}, beyond the newest ${reason.keep}`;
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

function describeKeep(reason: KeepReason): string {
  switch (reason.kind) {
    case "just-pushed":
      return "just pushed";
    case "newest":
      return `number ${reason.rank} of the newest ${reason.keep}${inGroup(reason.group)}${
        reason.by === "semver" ? "" : " by prerelease number"
      }`;
    case "excluded":
      return `matches exclude ${reason.pattern}`;
    case "not-included":
      return "matches no include pattern";
    case "not-a-version":
      return "not a version";
    case "not-a-prerelease":
      return "not a prerelease";
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

function inGroup(group: string): string {
  return group === EVERYTHING ? "" : ` in ${group}`;
}
