import { UnsureError } from "../core/errors.js";
import type { HttpResponse } from "./http.js";

/**
 * The next page that an answer's Link header names (RFC 8288, `<address>; rel="next"`), resolved against where the answer came from.
 * @param origin the registry's own, which alone may have our credentials: a redirected answer comes from elsewhere
 * @throws {UnsureError} where it is at another origin, or can't be read
 */
export function nextPage(response: HttpResponse, origin: string): URL | undefined {
  const header = response.headers["link"];
  if (header === undefined) return undefined;
  const links = Array.isArray(header) ? header.join(",") : header;
  const address = /<([^>]*)>\s*;[^,]*\brel="?next\b/i.exec(links)?.[1];
  if (address === undefined) {
    if (/\bnext\b/i.test(links)) throw doubtful("its Link header can't be read");
    return undefined;
  }
  const page = new URL(address, response.url);
  if (page.origin !== origin) throw doubtful(`its next page is at another host, ${page.host}`);
  return page;
}

function doubtful(why: string): UnsureError {
  return new UnsureError(
    `the list of tags can't be read to its end: ${why}`,
    "Nothing is decided on part of a list. Look at what stands in front of the registry.",
  );
}
