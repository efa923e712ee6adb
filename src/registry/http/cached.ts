import type { IncomingHttpHeaders } from "node:http";
import { cutEnd } from "../../core/base/cut.js";
import { UnsureError } from "../../core/base/errors.js";
import type { HttpResponse } from "./message.js";

const LONGEST_SIGN = 100;
// Headers with "cache" in their name that tell of rules, keys or places, not of what was done.
const NO_RESULT = /control|-key|-tags?$|-ttl|-group|-id$|-expire|-policy|-vary/;
// The words for an answer that a cache had already, or had confirmed: nginx, Varnish, Squid (TCP_MEM_HIT), Fastly, CloudFront (RefreshHit), Cloudflare, Akamai.
const HITS = new Set([
  ...["hit", "hits", "refreshhit", "memhit", "diskhit", "stale", "revalidated", "updating", "unmodified"],
  "cached",
]);

/**
 * Refuses an answer that a cache says it had: it may be of a time before what was asked about had changed.
 * @throws {UnsureError} with the header that shows it
 */
export function refuseCached({ headers, url }: Pick<HttpResponse, "headers" | "url">): void {
  const sign = signOfCache(headers);
  if (sign === undefined) return;
  throw new UnsureError(
    `${url.host} was asked for what is there now, and a cache in front of it answered (${sign})`,
    "Nothing is decided on what a cache remembers. Take /v2/ out of it (nginx: proxy_cache off; a CDN: a rule that bypasses it), or name the registry's own address in image.",
  );
}

/** Returns the header, with its value, by which an answer shows that it is a cache's; `undefined` where none does. */
export function signOfCache(headers: IncomingHttpHeaders): string | undefined {
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined) continue;
    const text = typeof value === "string" ? value : value.join(", ");
    if (showsHit(name, text)) {
      return `${name}: ${cutEnd(text.replace(/[^\x20-\x7e]+/g, " "), LONGEST_SIGN)}`;
    }
  }
  return undefined;
}

function showsHit(name: string, value: string): boolean {
  switch (name) {
    case "age":
      return /^\s*\d*[1-9]/.test(value);
    case "cache-status":
      return value.split(",").some(isHitByStandard);
    case "warning":
      return /(?:^|,)\s*11[0-3]\b/.test(value);
    case "x-varnish":
      // Its own number, and that of the request whose answer it kept.
      return /^\s*\d+\s+\d+/.test(value);
    case "x-from-cache":
      return /^\s*(?:1|true|yes)\b/i.test(value);
    case "x-cache-hits":
    case "x-cache-hit":
      return /\d*[1-9]|true|yes/i.test(value) || hasHit(value);
    case "server-timing":
      return /cache/i.test(value) && hasHit(value);
    case "x-served-by":
    case "x-proxy":
    case "x-cdn":
      return hasHit(value);
    default:
      return name.includes("cache") && !NO_RESULT.test(name) && hasHit(value);
  }
}

/** Reads an item of RFC 9211, as `Example; hit; ttl=376`, or `Example; fwd=stale; fwd-status=304`; and the bare word that some write there. */
function isHitByStandard(item: string): boolean {
  const [name = "", ...parameters] = item.split(";").map((part) => part.trim().toLowerCase());
  if (parameters.length === 0) return hasHit(name);
  const isConfirmed = parameters.includes("fwd-status=304");
  return isConfirmed || parameters.some((each) => each === "hit" || each === "hit=?1");
}

/** True if one of a header's words says so. What stands behind "from" is a host's name. */
function hasHit(value: string): boolean {
  return value
    .split(",")
    .map((part) => part.replace(/\s(?:from|by|at|via)\s.*$/is, ""))
    .some((part) => part.split(/[^a-z]+/i).some((word) => HITS.has(word.toLowerCase())));
}
