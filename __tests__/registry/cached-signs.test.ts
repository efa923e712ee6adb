import { describe, expect, test } from "vitest";
import { withoutMark } from "../../src/registry/http/mark.js";
import { UnsureError } from "../../src/core/base/errors.js";
import { refuseCached, signOfCache } from "../../src/registry/http/cached.js";

describe("an answer is a cache's", () => {
  test.each([
    ["age", "1"],
    ["age", "0037"],
    ["x-cache", "HIT"],
    ["x-cache", "Hit from cloudfront"],
    ["x-cache", "RefreshHit from cloudfront"],
    ["x-cache", "MISS, HIT"],
    ["x-cache", "TCP_REFRESH_UNMODIFIED"],
    ["x-cache-lookup", "HIT from squid.test:3128"],
    ["x-cache-status", "STALE"],
    ["x-cache-status", "UPDATING"],
    ["x-cache-status", "REVALIDATED"],
    ["x-proxy-cache", "HIT"],
    ["x-nginx-cache-status", "hit"],
    ["cf-cache-status", "HIT"],
    ["cf-cache-status", "UPDATING"],
    ["cdn-cache", "HIT"],
    ["akamai-cache-status", "Hit from child"],
    ["cache-status", 'OriginCache; hit; ttl=1100, "CDN Company Here"; fwd=uri-miss'],
    ["cache-status", "ExampleCache; fwd=stale; fwd-status=304"],
    ["cache-status", "HIT"],
    ["cache-status", "ExampleCache; hit=?1"],
    ["x-varnish", "32770 3"],
    ["x-cache-hits", "0, 2"],
    ["x-cache-hit", "HIT"],
    ["x-from-cache", "1"],
    ["x-served-by", "HIT node-3"],
    ["server-timing", "cdn-cache; desc=HIT, edge; dur=1"],
    ["warning", '110 anderson/1.3.37 "Response is stale"'],
  ])("by %s: %s", (name, value) => expect(signOfCache({ [name]: value })).toBe(`${name}: ${value}`));
});

describe("an answer is the registry's own", () => {
  test.each([
    ["age", "0"],
    ["server-timing", "database; desc=HIT"],
    ["server-timing", "cdn-cache; desc=MISS"],
    ["x-cache", "MISS from hit.example.com"],
    ["x-cache", "Miss from cloudfront"],
    ["x-cache", "Error from cloudfront"],
    ["x-cache-status", "BYPASS"],
    ["x-cache-status", "EXPIRED"],
    ["x-cache-status", "MISS"],
    ["cf-cache-status", "DYNAMIC"],
    ["cache-status", "ExampleCache; fwd=miss; stored"],
    ["cache-status", "ExampleCache; fwd=stale; fwd-status=200"],
    ["cache-control", "max-age=60, stale-while-revalidate=30"],
    ["x-cache-key", "/v2/team/hit/manifests/stale"],
    ["x-cache-tags", "hit"],
    ["x-cache-hits", "0, 0"],
    ["x-varnish", "32770"],
    ["x-served-by", "cache-fra-eddf8230061-FRA"],
    ["via", "1.1 varnish"],
    ["docker-content-digest", "sha256:hit"],
  ])("for all that %s: %s says", (name, value) => expect(signOfCache({ [name]: value })).toBeUndefined());
});

test("an answer of a cache is refused, and the registry's own is not", () => {
  const url = new URL("https://r.example.com/v2/app/tags/list");
  const answered = (headers: Readonly<Record<string, string>>) => () => refuseCached({ headers, url });
  expect(answered({ "x-cache": "HIT" })).toThrow(UnsureError);
  expect(answered({ "x-cache": "MISS" })).not.toThrow();
});

test("the header that shows it is quoted in one short line", () => {
  const sign = signOfCache({ "x-cache": `HIT\n::error::${"a".repeat(5000)}` }) ?? "";
  expect([sign.length < 200, sign.includes("\n")]).toEqual([true, false]);
});

test.each([
  ["/v2/a/tags/list?fresh=x", "/v2/a/tags/list"],
  ["/v2/a/tags/list?fresh=x&last=b&n=1", "/v2/a/tags/list?last=b&n=1"],
  ["/v2/a/tags/list?last=b&fresh=x&n=1", "/v2/a/tags/list?last=b&n=1"],
  ["/v2/a/tags/list?last=b%2Fc&fresh=x", "/v2/a/tags/list?last=b%2Fc"],
  ["/v2/refresh=x/tags/list?refresh=x", "/v2/refresh=x/tags/list?refresh=x"],
])("%s without its mark is %s", (address, bare) => expect(withoutMark(address)).toBe(bare));
