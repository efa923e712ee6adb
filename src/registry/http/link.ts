import { UnsureError } from "../../core/base/errors.js";
import type { HttpResponse } from "./message.js";

/**
 * Returns the next page that an answer's Link header names (RFC 8288, `<address>; rel="next"`), resolved against the answer's own address; `undefined` where it
 * names none.
 * @param origin the registry's own, which alone may have our credentials: a redirected answer comes from elsewhere
 * @param of completes "the list of …": "tags"
 * @throws {UnsureError} where it is at another origin, or can't be read
 */
export function nextPage(response: HttpResponse, origin: string, of: string): URL | undefined {
  const header = response.headers["link"] ?? "";
  const links = Array.isArray(header) ? header.join(",") : header;
  // No address has a bracket in it (RFC 3986). Each bracket ends what was begun, so that the time grows with the length alone.
  const address = /<([^<>]*)>\s*;[^,<]*\brel="?next\b/i.exec(links)?.[1];
  if (address === undefined) {
    if (/\bnext\b/i.test(links)) throw doubtful(of, UNREADABLE);
    return undefined;
  }
  if (!URL.canParse(address, response.url.href)) throw doubtful(of, UNREADABLE);
  const page = new URL(address, response.url);
  if (page.origin !== origin) throw doubtful(of, `its next page is at another host, ${page.host}`);
  return page;
}

const UNREADABLE = "its Link header can't be read";

function doubtful(of: string, why: string): UnsureError {
  return new UnsureError(
    `the list of ${of} can't be read to its end: ${why}`,
    "Nothing is decided on part of a list. Look at what stands in front of the registry.",
  );
}
