import { describe, expect, test } from "vitest";
import { UnsureError } from "../../src/core/base/errors.js";
import { freshReads } from "../../src/registry/connection/fresh.js";
import type { Http } from "../../src/registry/http/http.js";
import type { HttpRequest } from "../../src/registry/http/message.js";

const base = new URL("https://r.example.com/");

/** A client that writes down what it is asked, and answers from an address with these headers. */
function client(
  answer: { readonly from?: string; readonly headers?: Readonly<Record<string, string>> } = {},
): {
  readonly http: Http;
  readonly sent: readonly HttpRequest[];
} {
  const sent: HttpRequest[] = [];
  const { from = base.href, headers = {} } = answer;
  const send = (request: HttpRequest): ReturnType<Http["send"]> => {
    sent.push(request);
    return Promise.resolve({ status: 200, headers, body: Buffer.alloc(0), url: new URL(from) });
  };
  return { http: { send, atOnce: () => 1, close: () => undefined }, sent };
}

const asked = (path: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: "GET",
  url: new URL(path, base),
  ...more,
});

describe("a read of the registry", () => {
  test.each(["GET", "HEAD"] as const)("by %s is asked anew, each time with another mark", async (method) => {
    const { http, sent } = client();
    const fresh = freshReads(http, { base, asksAnew: true });
    await fresh.send(asked("/v2/a/tags/list?n=1", { method, headers: { accept: "x" } }));
    await fresh.send(asked("/v2/a/tags/list?n=1", { method }));
    expect(sent.map(({ headers }) => headers)).toEqual([
      { accept: "x", "cache-control": "no-cache" },
      { "cache-control": "no-cache" },
    ]);
    const paths = sent.map(({ path }) => path);
    expect(new Set(paths).size).toBe(2);
    for (const path of paths) expect(path).toMatch(/^\/v2\/a\/tags\/list\?n=1&fresh=[\w-]+$/);
  });

  test("has no mark where the registry does not pass over it", async () => {
    const { http, sent } = client();
    await freshReads(http, { base, asksAnew: false }).send(asked("/v2/a/tags/list"));
    expect(sent).toMatchObject([{ path: "/v2/a/tags/list", headers: { "cache-control": "no-cache" } }]);
  });

  test("by a path of its own has the mark there", async () => {
    const { http, sent } = client();
    const fresh = freshReads(http, { base, asksAnew: true });
    await fresh.send(asked("/", { path: "/v2/a/manifests/1.0.0" }));
    expect(sent[0]?.path).toMatch(/^\/v2\/a\/manifests\/1\.0\.0\?fresh=/);
  });
});

test.each<[string, HttpRequest]>([
  ["a write", asked("/v2/a/manifests/x", { method: "DELETE" })],
  ["what a cache may answer", asked("/v2/a/blobs/x", { mayBeCached: true })],
  ["another host", asked("https://elsewhere.example.com/v2/a/tags/list")],
  ["what is not the registry's API", asked("/token?scope=x")],
])("%s is sent as it is, whoever answers", async (_, request) => {
  const { http, sent } = client({ headers: { "x-cache": "HIT" } });
  await freshReads(http, { base, asksAnew: true }).send(request);
  expect(sent).toEqual([request]);
});

describe("a cache's answer", () => {
  const storage = "https://storage.example.com/blob";
  test.each<[string, string, string, boolean]>([
    ["of a list", "/v2/a/tags/list", base.href, true],
    ["of a blob", "/v2/a/blobs/sha256:x", base.href, true],
    ["of a list, from elsewhere", "/v2/a/tags/list", storage, true],
    ["of a blob, from elsewhere, which its digest proves,", "/v2/a/blobs/sha256:x", storage, false],
  ])("%s is refused", async (...[, path, from, isRefused]) => {
    const { http } = client({ from, headers: { "x-cache": "HIT" } });
    const sending = freshReads(http, { base, asksAnew: true }).send(asked(path));
    if (isRefused) await expect(sending).rejects.toThrow(UnsureError);
    else expect(await sending).toMatchObject({ status: 200 });
  });
});
