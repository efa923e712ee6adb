import { EVERYTHING } from "../core/retention.js";
import type { DeleteReason, KeepReason, Verdict } from "../core/verdict.js";

/** A verdict's reason in a few words, for a log line or a table cell. */
export function describeReason({ reason }: Verdict): string {
  return reason.kind === "beyond-newest" ? describeDelete(reason) : describeKeep(reason);
}

function describeDelete({ group, rank, of, keep }: DeleteReason): string {
  return `number ${rank} of ${of}${inGroup(group)}, beyond the newest ${keep}`;
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
      return `signature or attachment of ${reason.subject}`;
    case "dangling":
      return "listed, but its manifest is not there";
    case "shares-digest":
      return `same image as ${reason.with}, and the registry can't delete one tag alone`;
    case "contained-in":
      return `needed by ${reason.with}`;
    case "has-referrer":
      return `has the signature or attachment ${reason.with}`;
  }
}

function inGroup(group: string): string {
  return group === EVERYTHING ? "" : ` in ${group}`;
}
