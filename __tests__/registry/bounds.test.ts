import { expect, test } from "vitest";
import { PruneError } from "../../src/core/base/errors.js";
import { namesOn, pagesOf, type PagedList } from "../../src/registry/http/pages.js";
import { createPatience } from "../../src/registry/http/patience.js";
import { createWaits } from "../../src/registry/http/waits.js";

const base = new URL("http://registry.test/");
const url = (path: string): URL => new URL(path, base);

/** A list whose pages are at these addresses, and lead to these. */
function listWith(nextOf: (page: URL) => string): PagedList {
  return {
    of: "tags",
    base,
    first: "v2/a/tags/list",
    ask: (page) => {
      const at = url(page instanceof URL ? page.href : page);
      at.searchParams.set("fresh", String(Math.random()));
      const headers = { link: `<${nextOf(at)}>; rel="next"` };
      return Promise.resolve({ status: 200, headers, body: Buffer.from('{"tags":[]}'), url: at });
    },
  };
}

async function pagesRead(list: PagedList): Promise<number> {
  let pages = 0;
  for await (const page of pagesOf(list)) pages += Number(page.response.status === 200);
  return pages;
}

test.each<[string, (page: URL) => string]>([
  ["itself", (page) => page.pathname + page.search],
  ["itself, in other words", () => "?"],
  [
    "the page before",
    ({ search }) =>
      search.includes("last=b") ? "list?last=a" : search.includes("last=a") ? "list?last=b" : "list?last=a",
  ],
])("a page that leads to %s ends the list", async (_, nextOf) => {
  await expect(pagesRead(listWith(nextOf))).rejects.toThrow("read before");
});

test("a list of some pages is read to its end, and one of too many is not trusted", async () => {
  const pages = (end: number): PagedList => {
    const list = listWith(({ searchParams }) => `list?last=${String(Number(searchParams.get("last")) + 1)}`);
    return {
      ...list,
      maxPages: 5,
      ask: async (page) => {
        const answer = await list.ask(page);
        return Number(answer.url.searchParams.get("last")) < end ? answer : { ...answer, headers: {} };
      },
    };
  };
  expect(await pagesRead(pages(0))).toBe(1);
  expect(await pagesRead(pages(4))).toBe(5);
  await expect(pagesRead(pages(5))).rejects.toThrow("its pages have no end");
});

test("a list of more names than a registry has is not trusted", () => {
  const body = Buffer.from(JSON.stringify({ tags: Array<string>(1_000_001).fill("a") }));
  const isName = (text: string): text is string => text !== "";
  const read = () =>
    namesOn({ of: "tags", base }, { status: 200, headers: {}, body, url: base }, { isName, what: "a tag" });
  expect(read).toThrow("more than 1000000");
});

test("waits that servers ask for are bounded in all, and count once where they are at the same time", () => {
  const patience = createPatience(100_000);
  for (let each = 0; each < 50; each += 1) patience.use(base, 60_000);
  expect(() => patience.use(base, 200_000)).toThrow(PruneError);
  for (let each = 0; each < 1000; each += 1) patience.use(base, 1000);
  // Short ones are not counted, not even by the first.
  const short = createPatience(100);
  short.use(base, 2000);
  expect(() => short.use(base, 2001)).toThrow(PruneError);
});

test("once told to stop, a client waits a few seconds in all", async () => {
  const controller = new AbortController();
  const paused: number[] = [];
  const pause = (ms: number): Promise<void> => {
    paused.push(Math.round(ms / 1000));
    return Promise.resolve();
  };
  const waits = createWaits({ pause }, controller.signal);
  const request = { url: base };
  expect(await waits.wait(request, 60_000)).toBe(true);
  controller.abort();
  expect(await waits.wait(request, 60_000)).toBe(false);
  for (const waited of [true, true, false]) expect(await waits.wait(request, 2_400)).toBe(waited);
  const terms = { until: Infinity, stop: controller.signal };
  expect(await waits.wait({ ...request, terms }, 60_000)).toBe(true);
  expect(paused).toEqual([60, 2, 2]);
});

test("a line of an error is not longer than can be read", () => {
  const { message, nextStep } = new PruneError(`short\n  ${"a".repeat(1_000_000)}`, "b".repeat(1_000_000));
  expect([message.length < 3000, nextStep.length < 3000, message.startsWith("short\n  a")]).toEqual([
    true,
    true,
    true,
  ]);
});
