import { createHash } from "node:crypto";
import type { ByteCount } from "../../core/image/bytes.js";
import type { Pattern } from "../../core/names/glob.js";
import type { Policies } from "../../core/policy/policy.js";
import { deletionRecord, type SizedPlan, totalOf, verdictRecords } from "../words/records.js";

/** Changes whenever a reader of plan files has to. */
export const PLAN_SCHEMA = 2;

/** What a plan file says besides the plans. */
export interface PlanOrigin {
  /** Name and version of the program. */
  readonly tool: string;
  readonly created: Date;
  /** The address of the workflow run, where there is one. */
  readonly run?: string;
}

/**
 * A run's plans as JSON: a verdict with its reason for every tag and every image without one, what could be freed in each repository, and the deletions in the order to do them.
 * `readPlanFile` reads it.
 */
export function renderPlans(plans: readonly SizedPlan[], policies: Policies, origin: PlanOrigin): string {
  const document = {
    schema: PLAN_SCHEMA,
    ...origin,
    policy: policyRecord(policies),
    ...bytesRecord(totalOf(plans)),
    repositories: plans.map(({ repository, reclaimable }) => ({ repository, ...bytesRecord(reclaimable) })),
    verdicts: verdictRecords(plans),
    untagged: plans.flatMap(({ repository, plan }) =>
      plan.untagged.map((verdict) => ({ repository, ...verdict })),
    ),
    deletions: plans.flatMap(({ repository, plan }) =>
      plan.deletions.map((deletion) => deletionRecord(repository, deletion)),
    ),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** A policy as it is saved. */
function policyRecord(policies: Policies): Readonly<Record<string, unknown>> {
  const textsOf = (patterns: readonly Pattern[]): readonly string[] => patterns.map(({ text }) => text);
  return {
    ...policies,
    exclude: textsOf(policies.exclude),
    // A cluster's whole list of images is nobody's business here; what it protects is in the verdicts.
    protect: policies.protect.length,
    rules: policies.rules.map((rule) => ({
      ...rule,
      repositories: textsOf(rule.repositories),
      tags: textsOf(rule.tags),
      exclude: textsOf(rule.exclude),
    })),
  };
}

/** SHA-256 of a plan file, in hex: what a plan that is carried out later is known by. */
export function planSha256(file: string | Buffer): string {
  return createHash("sha256").update(file).digest("hex");
}

function bytesRecord({ bytes, isLeast }: ByteCount): Readonly<Record<string, unknown>> {
  return { reclaimableBytes: bytes, isLeast };
}
