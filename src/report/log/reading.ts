import { count } from "../../core/base/count.js";
import type { RunEvent } from "../../core/result/event.js";
import { describeLimit } from "../words/limits.js";
import { NOTHING_NAMED } from "../words/missing.js";
import { describeCare } from "../words/outcomes.js";
import type { Log } from "./log.js";

/** The events that are reported while a repository is read. */
export type ReadingEvent = Extract<
  RunEvent,
  {
    readonly kind:
      | "nothing-named"
      | "repositories-found"
      | "repository-started"
      | "listed"
      | "observed"
      | "limit-met"
      | "careful"
      | `named-${string}`;
  }
>;

/** True of what is told of every repository that is read: that it is, and how much there is. */
export function isOfEachReading({ kind }: RunEvent): boolean {
  return kind === "repository-started" || kind === "listed" || kind === "observed";
}

/** Logs an event of the reading. */
export function tellReading(log: Log, event: ReadingEvent): void {
  switch (event.kind) {
    case "nothing-named":
      return log.warning(NOTHING_NAMED);
    case "repositories-found":
      return;
    case "repository-started":
      return log.info(`${event.repository}: reading`);
    case "listed":
      return log.info(`  ${count(event.tags, "tag")} listed`);
    case "observed":
      return log.info(
        `  ${count(event.manifests, "manifest")} read (untagged ones that no tag leads to are not counted)`,
      );
    case "limit-met":
    case "careful":
      return log.info(
        `  ${event.kind === "careful" ? describeCare(event) : describeLimit(event, Date.now())}`,
      );
    case "named-tag-missing":
      return log.warning(`${event.repository}: the tag ${event.tag}, named as just pushed, is not there.`);
    case "named-digest-missing":
      return log.warning(`${event.repository}: ${event.digest}, named as just pushed, is not there.`);
  }
}
