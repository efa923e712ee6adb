import { UnsureError } from "../../core/base/errors.js";
import { isObject, parseJson } from "../../core/base/json.js";
import type { HttpResponse } from "./message.js";
import { nextPage } from "./link.js";
import { withoutMark } from "./mark.js";

const MAX_PAGES = 10_000;
// Ten times the largest repository that this program was tried with; each name takes some hundred bytes for as long as the run takes.
const MAX_NAMES = 1_000_000;

/** A list that a registry sends page by page. */
export interface PagedList {
  /** Completes "the list of …", and is the key of the names on a page: "tags". */
  readonly of: string;
  /** The registry's address: no page is asked for at another origin. */
  readonly base: URL;
  readonly first: string;
  readonly ask: (page: string | URL) => Promise<HttpResponse>;
  /** The number of pages that is too many. */
  readonly maxPages?: number;
}

/** The answer to a request for a page. */
export interface Page {
  readonly isFirst: boolean;
  readonly response: HttpResponse;
}

/**
 * Yields the pages of a list, whatever their status. The next is looked for, in the Link header of the last (RFC 8288), only when it is wanted: whoever reads them has
 * then said whether the last was one.
 * @throws {UnsureError} where the next page is at another origin, or where there is no end of them; and what `ask` throws
 */
export async function* pagesOf(list: PagedList): AsyncGenerator<Page, void, undefined> {
  const { base, maxPages = MAX_PAGES } = list;
  const asked = new Set<string>();
  let page: string | URL | undefined = list.first;
  for (let pages = 0; page !== undefined; pages += 1) {
    if (pages === maxPages) throw untrusted(list, "its pages have no end");
    const response = await list.ask(page);
    asked.add(bare(response.url));
    yield { isFirst: pages === 0, response };
    page = nextPage(response, base.origin, list.of);
    if (page !== undefined && asked.has(bare(page))) {
      throw untrusted(list, "its pages have no end, for the next is one that was read before");
    }
  }
}

/** Returns an address by which a page is known again, whatever mark it was asked with. */
function bare({ href }: URL): string {
  return withoutMark(href).replace(/\?$/, "");
}

/**
 * Returns the names on a page, which is JSON with a list of them under the list's own name.
 * @param what names one of them, as "a tag"
 * @throws {UnsureError} where the page is something else
 */
export function namesOn<Name extends string>(
  list: Pick<PagedList, "of" | "base">,
  response: HttpResponse,
  {
    isName,
    what,
    aboutStray,
  }: {
    readonly isName: (text: string) => text is Name;
    readonly what: string;
    /** Makes the error for a text that is no name. */
    readonly aboutStray?: (text: string) => UnsureError;
  },
): readonly Name[] {
  const body = parseJson(response.body.toString("utf8"));
  if (!isObject(body) || !(list.of in body)) {
    throw untrusted(list, "it is not the JSON that the API asks for");
  }
  const names = body[list.of];
  // As Go writes a list that nothing was put into; Distribution 2.8 says so of tags where the last was deleted.
  if (names === null) return [];
  if (!Array.isArray(names)) throw untrusted(list, "it is not a list");
  refuseTooMany(list, names.length);
  return names.map((name: unknown) => {
    if (typeof name === "string" && isName(name)) return name;
    if (typeof name === "string" && aboutStray !== undefined) throw aboutStray(name);
    throw untrusted(list, `there is something in it that is not ${what}`);
  });
}

/** Refuses a list that has no end that could be worked with. @throws {UnsureError} where there are more names than a registry has */
export function refuseTooMany(list: Pick<PagedList, "of" | "base">, names: number): void {
  if (names > MAX_NAMES) throw untrusted(list, `there are more than ${MAX_NAMES} in it`);
}

/** Returns the error of a list that can't be trusted to be whole. `why` completes "it can't be trusted: …". */
export function untrusted({ of, base }: Pick<PagedList, "of" | "base">, why: string): UnsureError {
  return new UnsureError(
    `the list of ${of} that ${base.host} sent can't be trusted: ${why}`,
    "Nothing is decided on part of a list. Look at the registry and what stands in front of it, and run again.",
  );
}
