import { parseJson, textAt } from "../../core/base/json.js";
import type { HttpResponse } from "../http/message.js";

/** A limit of GitHub's API that was met: the requests of an hour are used up (`primary`), or too many came at once (`secondary`). */
export interface Limit {
  readonly kind: "primary" | "secondary";
  /** Milliseconds until it lifts. */
  readonly ms: number;
}

/** The requests of this hour, by the word of an answer. */
export interface Quota {
  readonly limit: number;
  readonly remaining: number;
  /** The time when the hour begins anew, in milliseconds since 1970 by this machine's clock. */
  readonly resets: number;
}

const SECOND = 1000;
// "Wait for at least one minute before retrying", and longer each time (GitHub, "Rate limits for the REST API").
const UNSAID_MS = 60 * SECOND;

/**
 * Returns the limit that an answer speaks of, if it does (https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit).
 * @param waits the number of times that this request has waited already
 */
export function limitMet(
  response: Pick<HttpResponse, "status" | "headers" | "body">,
  { now, waits }: { readonly now: number; readonly waits: number },
): Limit | undefined {
  if (response.status !== 403 && response.status !== 429) return undefined;
  const asked = numberOf(response.headers["retry-after"]);
  const quota = quotaOf(response, now);
  if (asked === undefined && quota?.remaining === 0) {
    return { kind: "primary", ms: Math.max(0, quota.resets - now) + SECOND };
  }
  if (asked !== undefined) return { kind: "secondary", ms: asked * SECOND };
  const said = messageOf(parseJson(response.body.toString("utf8")));
  const isLimit = response.status === 429 || /rate limit/i.test(said);
  return isLimit ? { kind: "secondary", ms: UNSAID_MS * 2 ** waits } : undefined;
}

/** Reads from an answer's headers the requests of this hour; `undefined` where there is no such limit, as on GitHub Enterprise Server by default. */
export function quotaOf({ headers }: Pick<HttpResponse, "headers">, now: number): Quota | undefined {
  const limit = numberOf(headers["x-ratelimit-limit"]);
  const remaining = numberOf(headers["x-ratelimit-remaining"]);
  const reset = numberOf(headers["x-ratelimit-reset"]);
  if (limit === undefined || remaining === undefined || reset === undefined) return undefined;
  // By GitHub's clock, where it says what that shows.
  const sent = Date.parse(headers.date ?? "");
  return { limit, remaining, resets: now + reset * SECOND - (Number.isNaN(sent) ? now : sent) };
}

/**
 * Returns how many of an hour's requests are left to others. The limit is shared, that of `github.token` by all workflows of a repository; and the run looks again
 * at what it deleted.
 */
export function reserveOf({ limit }: Quota): number {
  return Math.ceil(limit / 10);
}

function numberOf(header: string | readonly string[] | undefined): number | undefined {
  return typeof header === "string" && /^\d+$/.test(header) ? Number(header) : undefined;
}

/** Returns the message of GitHub's answer, or the empty string. */
export function messageOf(data: unknown): string {
  return textAt(data, "message") ?? "";
}
