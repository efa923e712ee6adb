import { type PruneError } from "../../core/base/errors.js";
import { count } from "../../core/base/count.js";
import type { NothingReason } from "../../core/result/repository-outcome.js";
import type { RunResult } from "../../core/result/run-result.js";
import { freedBytes } from "../words/collection.js";
import { MISSING } from "../words/missing.js";
import { amount, size } from "../words/wording.js";
import { hasGarbage } from "./advice.js";
import {
  countsOf,
  deletedTags,
  deletedUntagged,
  keptTags,
  missingPlaces,
  reclaimableOf,
  statusOf,
  summaryLine,
  troubles,
} from "./result.js";

// The filter before every sink shows what can't be seen by its number, and so the selector in the emoji for a warning: none of these has one.
/** The title of a job summary: what happened, or would, in one line. */
export function headline(result: RunResult): string {
  const { outcomes } = result;
  if (outcomes.length === 0) return `⚪ ${summaryLine(result)}`;
  return `${iconOf(result)} ${whatHappened(result)}`;
}

function iconOf(result: RunResult): string {
  const status = statusOf(result);
  if (status === "failed") return "❌";
  if (status === "partly-failed") return "🟡";
  if (result.isDryRun) return "🔍";
  if (missingPlaces(result).length > 0) return "🟡";
  return result.outcomes.every(({ kind }) => kind === "nothing") ? "⚪" : "✅";
}

function whatHappened(result: RunResult): string {
  const { isDryRun, outcomes } = result;
  const errors = outcomes.flatMap((outcome) => (outcome.kind === "failed" ? [outcome.error] : []));
  const isUntouched = outcomes.every(({ kind }) => kind === "failed" || kind === "nothing");
  if (isUntouched && errors.length > 0) {
    return `${isDryRun ? "Nothing was decided" : "Nothing was deleted"}: ${whyNothing(errors)}`;
  }
  if (isUntouched) return `Nothing was deleted: ${whyNone(outcomes)}`;
  const many = outcomes.length === 1 ? "" : ` in ${count(outcomes.length, "repository")}`;
  if (isNothingToDelete(result)) {
    const kept = keptTags(result).length;
    return `${isDryRun ? "Dry run: nothing" : "Nothing"} to delete: ${kept === 1 ? "the only tag stays" : `all ${kept} tags stay`}${many}`;
  }
  return `${countsOf(result)}${many}${spaceOf(result)}`;
}

/** The reason of the only repository about which there was nothing to decide. */
function whyNone([only, ...others]: RunResult["outcomes"]): string {
  if (only?.kind !== "nothing" || others.length > 0) return "there was nothing to decide";
  return NONE[only.why];
}

const NONE: Readonly<Record<NothingReason, string>> = {
  ...MISSING,
  "no-tags": "the repository has no tags",
  "left-empty": "the repository has no tags",
  "no-rule": "no rule of the policy applies to this repository",
};

function isNothingToDelete(result: RunResult): boolean {
  const gone = deletedTags(result).length + deletedUntagged(result);
  return gone === 0 && keptTags(result).length > 0 && troubles(result).length === 0;
}

/** The reason of the only error, or of all of them if they say the same. */
function whyNothing(errors: readonly PruneError[]): string {
  const reasons = new Set(errors.map(reasonOf));
  const [first = ""] = reasons;
  return reasons.size === 1 ? first : `${count(errors.length, "repository")} could not be pruned`;
}

const LONGEST_REASON = 160;

function reasonOf(error: PruneError): string {
  if ("kind" in error && error.kind === "deletes-off") return "deletes are turned off in this registry";
  const [line = ""] = error.message.split("\n");
  const clause = line
    .replace(/[;,]? (?:and )?(?:nothing was deleted|so nothing is deleted there)\.?$/i, "")
    .replace(/\.$/, "");
  return clause.length > LONGEST_REASON ? "the reason is below" : clause;
}

/** The bytes that are freed, and when, as a clause; empty for none. */
function spaceOf(result: RunResult): string {
  const freed = freedBytes(result.collection);
  if (freed !== undefined) return ` · ${size(freed)} freed`;
  const bytes = reclaimableOf(result);
  if (bytes === undefined || bytes.bytes === 0) return "";
  const when = hasGarbage(result) ? " at the next garbage collection" : "";
  return ` · ${result.isDryRun ? "would free" : "frees"} ${amount(bytes)}${when}`;
}
