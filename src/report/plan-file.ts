import type { Plan } from "../core/plan.js";
import type { RetentionPolicy } from "../core/policy.js";
import { verdictRecords } from "./result.js";

/** Changes whenever a reader of plan files has to. */
export const PLAN_SCHEMA = 1;

/** What a plan file says besides the plans. */
export interface PlanOrigin {
  /** Name and version of the program. */
  readonly tool: string;
  readonly created: Date;
  /** The address of the workflow run, where there is one. */
  readonly run?: string;
}

/** A run's plans as JSON: a verdict with its reason for every tag, and the deletions in the order to do them. */
export function renderPlans(
  plans: readonly { readonly repository: string; readonly plan: Plan }[],
  policy: RetentionPolicy,
  origin: PlanOrigin,
): string {
  const document = {
    schema: PLAN_SCHEMA,
    ...origin,
    policy: {
      ...policy,
      include: policy.include.map(({ text }) => text),
      exclude: policy.exclude.map(({ text }) => text),
    },
    verdicts: verdictRecords(plans),
    deletions: plans.flatMap(({ repository, plan }) =>
      plan.deletions.map(({ digest, tags, parents }) => ({ repository, digest, tags, parents })),
    ),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
