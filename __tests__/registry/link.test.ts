import { describe, expect, test } from "vitest";
import { UnsureError } from "../../src/core/base/errors.js";
import { nextPage } from "../../src/registry/http/link.js";

function page(link: string | undefined): string | undefined {
  const url = new URL("https://r.example.com:5000/prefix/v2/app/tags/list?n=1");
  const headers = link === undefined ? {} : { link };
  return nextPage({ status: 200, headers, body: Buffer.alloc(0), url }, "https://r.example.com:5000", "tags")
    ?.href;
}

describe("the next page", () => {
  test.each([
    [undefined, undefined],
    ['</v2/app/tags/list?last=a&n=1>; rel="next"', "https://r.example.com:5000/v2/app/tags/list?last=a&n=1"],
    ["<list?last=a>; rel=next", "https://r.example.com:5000/prefix/v2/app/tags/list?last=a"],
    ['<https://r.example.com:5000/x>; title="y"; rel="next"', "https://r.example.com:5000/x"],
    ['</first>; rel="first"', undefined],
  ])("of %s is %s", (link, wanted) => expect(page(link)).toBe(wanted));

  test.each([
    '<https://evil.example.com/v2/app/tags/list>; rel="next"',
    '<http://r.example.com:5000/v2/app/tags/list>; rel="next"',
    '<https://r.example.com/v2/app/tags/list>; rel="next"',
    'rel="next"',
    '<http://>; rel="next"',
  ])("of %s is not followed", (link) => expect(() => page(link)).toThrow(UnsureError));
});
