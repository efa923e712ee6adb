import type { HttpResponse } from "../http/message.js";

const SECOND = 1000;
// Where a 429 does not say for how long: the limit is one of requests a minute.
const UNSAID_MS = 60 * SECOND;

/**
 * Returns the time until which nothing more is to be asked, in milliseconds since 1970 by this machine's clock; `undefined` where an answer leaves room for more
 * (https://docs.docker.com/reference/api/hub/latest/#tag/rate-limiting: `X-Retry-After` of a 429 and `X-RateLimit-Reset` are times, in seconds since 1970).
 * @param waits the number of times that this program has waited already
 */
export function limitLifts(
  { status, headers }: Pick<HttpResponse, "status" | "headers">,
  { now, waits }: { readonly now: number; readonly waits: number },
): number | undefined {
  const at = (name: string): number | undefined => numberOf(headers[name]);
  // By the Hub's clock, where it says what that shows.
  const sent = Date.parse(headers.date ?? "");
  const ahead = Number.isNaN(sent) ? 0 : now - sent;
  const reset = at("x-ratelimit-reset");
  if (status === 429) {
    const after = at("retry-after");
    const until = at("x-retry-after") ?? reset;
    if (until !== undefined) return Math.max(now, until * SECOND + ahead) + SECOND;
    return now + (after === undefined ? UNSAID_MS * 2 ** waits : after * SECOND);
  }
  const isUsedUp = at("x-ratelimit-remaining") === 0 && reset !== undefined;
  const lifts = isUsedUp ? reset * SECOND + ahead : undefined;
  return lifts !== undefined && lifts > now ? lifts : undefined;
}

/** Reads how many pulls are left of six hours from an answer of the registry, which says `20;w=21600`; `undefined` where there is no such limit. */
export function pullsLeft({ headers }: Pick<HttpResponse, "headers">): number | undefined {
  const said = headers["ratelimit-remaining"];
  return typeof said === "string" ? numberOf(said.replace(/;.*$/, "")) : undefined;
}

function numberOf(header: string | readonly string[] | undefined): number | undefined {
  return typeof header === "string" && /^\d{1,12}$/.test(header) ? Number(header) : undefined;
}
