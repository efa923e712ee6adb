import type { RunEvent } from "../../core/result/event.js";
import { describeMany, MANY, planTitle } from "../words/plan-lines.js";
import type { Log } from "./log.js";
import { tellPlanWarnings } from "./planning.js";
import { isOfEachReading } from "./reading.js";

/** Takes an event, and returns true where it has said all that is to be said of it. */
export type Brief = (event: RunEvent) => boolean;

/**
 * Says one line of each repository in which nothing goes, where a run is about many: thousands of tags that stay would hide the few that don't. A verbose log
 * has them all.
 */
export function createBrief(log: Log): Brief {
  let isOfMany = false;
  return (event) => {
    if (event.kind === "repositories-found") {
      isOfMany = event.repositories > MANY && log.debug === undefined;
      if (isOfMany) log.info(describeMany(event.repositories));
      return true;
    }
    if (!isOfMany) return false;
    if (isOfEachReading(event)) return true;
    if (event.kind !== "planned" || event.plan.deletions.length > 0) return false;
    log.info(planTitle(event));
    tellPlanWarnings(log, event);
    return true;
  };
}
