import { describe, expect, test } from "vitest";
import { deleteRefusal, refusal } from "../../src/registry/distribution/refusals.js";
import type { HttpResponse } from "../../src/registry/http/message.js";

const html = { "content-type": "text/html" };

function answer(status: number, body = "", headers: HttpResponse["headers"] = {}): HttpResponse {
  return { status, headers, body: Buffer.from(body), url: new URL("https://r.example.com/v2/") };
}

const errors = (code: string): string => JSON.stringify({ errors: [{ code, message: "words" }] });

describe("a probe for deletion", () => {
  test.each([
    ["404 of the registry", answer(404, errors("MANIFEST_UNKNOWN")), true],
    ["404 of the registry as it says it", answer(404), true],
    ["202", answer(202), false],
  ])("answered with %s passes", (_, response, isUnknown) =>
    expect(deleteRefusal("r.example.com", response, { repository: "app", isUnknown })).toBeUndefined(),
  );

  test.each([
    ["405 of the registry", answer(405, errors("UNSUPPORTED")), "deletes-off"],
    [
      "405 of a registry in maintenance",
      answer(405, "Method not allowed", { allow: "GET, HEAD" }),
      "read-only",
    ],
    ["405 of a proxy", answer(405, "<html>", html), "proxy-refuses"],
    ["405 of a proxy that says more is allowed", answer(405, "", { allow: "GET" }), "proxy-refuses"],
    ["403 of a proxy", answer(403, "<html>", html), "proxy-refuses"],
    ["404 of a proxy", answer(404, "<html>", html), "proxy-refuses"],
    ["404 of a gateway", answer(404, '{"errors":[{"status":"404"}]}'), "proxy-refuses"],
    ["405 of a gateway", answer(405, '{"errors":[{"status":"405"}]}'), "proxy-refuses"],
    ["405 of another API", answer(405, errors("METHOD_NOT_ALLOWED")), "proxy-refuses"],
    ["200 of a page to sign in", answer(200, "<html>", html), "not-a-registry"],
    ["202 of a page", answer(202, "<!DOCTYPE html>"), "not-a-registry"],
    ["200", answer(200), "unexpected-answer"],
    ["501", answer(501), "proxy-refuses"],
    ["403 of the registry", answer(403, errors("DENIED")), "forbidden"],
    ["401", answer(401, errors("UNAUTHORIZED")), "unauthorized"],
    ["500", answer(500, errors("UNKNOWN")), "unexpected-answer"],
    ["400", answer(400, errors("DIGEST_INVALID")), "unexpected-answer"],
  ])("answered with %s does not: %s", (_, response, kind) => {
    const asked = { repository: "app", isUnknown: false };
    expect(deleteRefusal("r.example.com", response, asked)).toMatchObject({ kind });
  });
});

describe("an answer that is not the one hoped for", () => {
  test.each([
    [answer(401), "unauthorized"],
    [answer(403), "forbidden"],
    [answer(401, "<html>", { ...html, "www-authenticate": "Basic realm=registry" }), "unauthorized"],
    [answer(401, "<html>", html), "not-a-registry"],
    [answer(403, "<html>", html), "not-a-registry"],
    [answer(503, "<!doctype html><title>Maintenance</title>"), "not-a-registry"],
    [answer(524, "\n<HTML>"), "not-a-registry"],
    [answer(200, "<html>", html), "not-a-registry"],
    [answer(404, "nothing here"), "not-a-registry"],
    [answer(400, "Client sent an HTTP request to an HTTPS server.\n"), "speaks-https"],
    [answer(500), "unexpected-answer"],
  ])("%#: %s", (response, kind) => {
    expect(refusal("r.example.com", response, "listing")).toMatchObject({ kind });
  });

  test.each([
    [answer(403, "<html>", { ...html, server: "cloudflare" }), "a web page (403 by cloudflare)"],
    [answer(503, "<html>", { ...html, "x-powered-by": "ASP.NET" }), "a web page (503 by ASP.NET)"],
    [answer(526, "<html>", html), "a web page (526)"],
    [answer(502, "", { server: "nginx/1.22.1\n::stop" }), "answered 502 (by nginx/1.22.1 ::stop)"],
    [answer(404, "", { server: "awselb/2.0" }), "404 (by awselb/2.0)"],
  ])("is told by its status and by who made it, %#", (response, words) => {
    expect(refusal("r.example.com", response, "listing").message).toContain(words);
  });

  test("is told in the registry's words, on one line and short", () => {
    const body = JSON.stringify({
      errors: [{ code: "UNKNOWN", message: `a\n::set-output name=x::y${"z".repeat(500)}` }],
    });
    const { message } = refusal("r.example.com", answer(500, body), "listing");
    expect(message).toContain("UNKNOWN a ::set-output");
    expect(message).not.toContain("\n");
    expect(message.length).toBeLessThan(300);
  });
});
