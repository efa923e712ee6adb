import type { RunEvent } from "../../core/result/event.js";
import { MANY, planTitle, planWarnings } from "../words/plan-lines.js";
import type { Log } from "./log.js";

const READING: ReadonlySet<RunEvent["kind"]> = new Set(["repository-started", "listed", "observed"]);

/** Takes an event, and returns true where it has said all that is to be said of it. */
export type Brief = (event: RunEvent) => boolean;

/**
 * Says one line of each repository in which nothing goes, where a run is about many: thousands of tags that stay would hide the few that don't. A verbose log
 * has them all.
 */
export function createBrief(log: Log): Brief {
  let isOfMany = false;
  return (event) => {
    if (event.kind === "repositories-found") isOfMany = event.repositories > MANY && log.debug === undefined;
    if (!isOfMany) return false;
    if (READING.has(event.kind)) return true;
    if (event.kind !== "planned" || event.plan.deletions.length > 0) return false;
    log.info(planTitle(event));
    for (const warning of planWarnings(event)) log.warning(`${event.repository}: ${warning}`);
    return true;
  };
}
