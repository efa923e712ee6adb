import { UnsureError } from "../core/errors.js";
import type { HttpResponse } from "./http.js";
import { nextPage } from "./link.js";

const MAX_PAGES = 10_000;

/** A list that a registry sends page by page. */
export interface PagedList {
  /** Completes "the list of …": "tags". */
  readonly of: string;
  /** The registry's address: no page is asked for at another origin. */
  readonly base: URL;
  readonly first: string;
  readonly ask: (page: string | URL) => Promise<HttpResponse>;
  /** How many pages are too many. */
  readonly maxPages?: number;
}

/** What was answered to a request for a page. */
export interface Page {
  readonly isFirst: boolean;
  readonly response: HttpResponse;
}

/**
 * The pages of a list, whatever their status. The next is looked for, in the Link header of the last (RFC 8288), only when it is wanted: whoever reads them has
 * then said whether the last was one.
 * @throws {UnsureError} where the next page is at another origin, or where there is no end of them; and what `ask` throws
 */
export async function* pagesOf(list: PagedList): AsyncGenerator<Page, void, undefined> {
  const { base, maxPages = MAX_PAGES } = list;
  let page: string | URL | undefined = list.first;
  for (let pages = 0; page !== undefined; pages += 1) {
    if (pages === maxPages) throw untrusted(list, "its pages have no end");
    const response = await list.ask(page);
    yield { isFirst: pages === 0, response };
    page = nextPage(response, base.origin, list.of);
  }
}

/** A list that can't be trusted to be whole. `why` completes "it can't be trusted: …". */
export function untrusted({ of, base }: Pick<PagedList, "of" | "base">, why: string): UnsureError {
  return new UnsureError(
    `the list of ${of} that ${base.host} sent can't be trusted: ${why}`,
    "Nothing is decided on part of a list. Look at the registry and what stands in front of it, and run again.",
  );
}
