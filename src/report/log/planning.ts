import type { RunEvent } from "../../core/result/event.js";
import { describeBudget, describeUnused } from "../words/notices.js";
import { planLines, planTitle, planWarnings } from "../words/plan-lines.js";
import type { Log } from "./log.js";
import { aboutStaying } from "../words/staying.js";
import { aboutUntagged } from "../words/untagged.js";
import { amount } from "../words/wording.js";

/** The events that are reported while plans are made. */
export type PlanningEvent = Extract<
  RunEvent,
  { readonly kind: "planned" | "repositories-unruled" | "patterns-unused" | "plan-saved" }
>;

/** A plan that was made for a repository. */
export type PlannedEvent = Extract<RunEvent, { readonly kind: "planned" }>;

/** Logs a planning event; for a plan, the verdict on each tag and the warnings. */
export function tellPlanning(log: Log, event: PlanningEvent): void {
  switch (event.kind) {
    case "planned":
      return tellPlan(log, event);
    case "repositories-unruled":
      return log.info(
        `No rule of the policy applies to ${event.repositories} more of the catalog's repositories; they stay as they are.`,
      );
    case "patterns-unused":
      return log.warning(describeUnused(event.patterns));
    case "plan-saved":
      return log.info(`The whole plan, with a reason for every tag: ${event.path}`);
  }
}

const INDENT = "  ";

function tellPlan(log: Log, event: PlannedEvent): void {
  log.group(planTitle(event));
  const columns = Math.max(0, (log.columns ?? 0) - INDENT.length);
  // A verbose log has them all.
  const lines = planLines(event, { columns, ...(log.debug === undefined ? {} : { most: Infinity }) });
  for (const line of lines) log.info(`${INDENT}${line}`);
  log.endGroup();
  if (event.reclaimable.bytes > 0) {
    log.info(`  deleting them leaves ${amount(event.reclaimable)} that no kept image needs`);
  }
  for (const line of [
    ...describeBudget(event.plan),
    ...aboutStaying(event.plan),
    ...aboutUntagged(event.plan),
  ]) {
    log.info(`  ${line}`);
  }
  tellPlanWarnings(log, event);
}

/** Logs the warnings of a plan. */
export function tellPlanWarnings(log: Log, event: PlannedEvent): void {
  for (const warning of planWarnings(event)) log.warning(`${event.repository}: ${warning}`);
}
