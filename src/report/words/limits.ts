import type { LimitWait } from "../../core/result/event.js";
import { waitingTime } from "../../core/base/duration.js";
import { timeOf } from "../../registry/beside/pause.js";

/** A line that says which rate limit the run waits for, and how long. @param now in milliseconds since 1970 */
export function describeLimit({ host, limit, until }: LimitWait, now: number): string {
  const why = limit === "primary" ? "this hour's requests are used up" : "it asks for a pause";
  return `${host}: ${why}; waiting until ${timeOf(until)}, ${waitingTime(until - now)} from now`;
}
