import { codeOf } from "../../core/base/system-error.js";

/** The most times that one request is sent. */
export const MAX_ATTEMPTS = 4;
const BASE_MS = 200;
const LONGEST_WAIT_MS = 60_000;
/** The statuses by which something in front of a registry says that it has no answer of it now: a gateway's (RFC 9110 §15.6), and Cloudflare's 520 to 530. */
export const PASSING_STATUSES: readonly number[] = [
  ...[502, 503, 504],
  ...Array.from({ length: 11 }, (_, index) => 520 + index),
];
const STATUSES = new Set([429, ...PASSING_STATUSES]);
const CODES = new Set(["ECONNRESET", "EPIPE", "ETIMEDOUT", "EAI_AGAIN", "ECONNABORTED", "EPROXYBUSY"]);

/** The result of one attempt. */
export type Attempt =
  | { readonly kind: "answer"; readonly status: number; readonly retryAfter: string | undefined }
  | { readonly kind: "error"; readonly error: unknown };

/**
 * Returns the milliseconds to wait before the next attempt; `undefined` where there is to be none.
 * The wait is exponential with full jitter; a server's Retry-After (RFC 9110 §10.2.3: seconds or a date) is obeyed up to a minute,
 * and one that asks for longer is not outrun.
 * @param attempt 1 for the first
 * @param random from 0 to 1; `now` is in milliseconds since the epoch
 */
export function retryDelay(
  attempt: number,
  outcome: Attempt,
  { random, now }: { readonly random: number; readonly now: number },
): number | undefined {
  if (attempt >= MAX_ATTEMPTS) return undefined;
  const backOff = BASE_MS * 2 ** (attempt - 1) * random;
  if (outcome.kind === "error") return CODES.has(codeOf(outcome.error)) ? backOff : undefined;
  if (!STATUSES.has(outcome.status)) return undefined;
  const asked = readRetryAfter(outcome.retryAfter ?? "", now);
  if (asked > LONGEST_WAIT_MS) return undefined;
  return Math.max(asked, backOff);
}

function readRetryAfter(header: string, now: number): number {
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? 0 : Math.max(0, date - now);
}
