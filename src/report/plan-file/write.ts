import { createHash } from "node:crypto";
import type { ByteCount } from "../../core/image/bytes.js";
import { plainJson } from "../../core/base/plain-text.js";
import type { Pattern } from "../../core/names/glob.js";
import type { Policies } from "../../core/policy/policy.js";
import { deletionRecord, type SizedPlan, totalReclaimable, verdictRecords } from "../words/records.js";

/** The version of the plan file's format. It changes with every change that a reader has to follow. */
export const PLAN_SCHEMA = 2;

/** The program, time and workflow run that a plan file comes from. */
export interface PlanOrigin {
  /** Name and version of the program. */
  readonly tool: string;
  readonly created: Date;
  /** The address of the workflow run, where there is one. */
  readonly run?: string;
}

/**
 * A run's plans as JSON: a verdict with its reason for every tag and every untagged image, the bytes that could be freed in each repository, and
 * the deletions in their order. `readPlanFile` reads it.
 */
export function renderPlans(plans: readonly SizedPlan[], policies: Policies, origin: PlanOrigin): string {
  const document = {
    schema: PLAN_SCHEMA,
    ...origin,
    policy: policyRecord(policies),
    ...bytesRecord(totalReclaimable(plans)),
    repositories: plans.map(({ repository, reclaimable }) => ({ repository, ...bytesRecord(reclaimable) })),
    verdicts: verdictRecords(plans),
    untagged: plans.flatMap(({ repository, plan }) =>
      plan.untagged.map((verdict) => ({ repository, ...verdict })),
    ),
    deletions: plans.flatMap(({ repository, plan }) =>
      plan.deletions.map((deletion) => deletionRecord(repository, deletion)),
    ),
  };
  return `${plainJson(JSON.stringify(document, null, 2))}\n`;
}

/** The policies as a plan file has them. */
function policyRecord(policies: Policies): Readonly<Record<string, unknown>> {
  const textsOf = (patterns: readonly Pattern[]): readonly string[] => patterns.map(({ text }) => text);
  return {
    ...policies,
    exclude: textsOf(policies.exclude),
    // Only the number: the list of a cluster's images may be confidential, and the verdicts name what it protects.
    protect: policies.protect.length,
    rules: policies.rules.map((rule) => ({
      ...rule,
      repositories: textsOf(rule.repositories),
      tags: textsOf(rule.tags),
      exclude: textsOf(rule.exclude),
    })),
  };
}

/** The SHA-256 of a plan file, in hex, by which `apply` recognises the plan. */
export function planSha256(file: string | Buffer): string {
  return createHash("sha256").update(file).digest("hex");
}

function bytesRecord({ bytes, isLeast }: ByteCount): Readonly<Record<string, unknown>> {
  return { reclaimableBytes: bytes, isLeast };
}
