import { describe, expect, test } from "vitest";
import { refusal } from "../../src/registry/distribution/refusals.js";
import { saysAsDistribution, saysNotTaken } from "../../src/registry/distribution/words/answers.js";
import { adviceOn, makerOf } from "../../src/registry/distribution/words/fronts.js";
import { refusedSignIn } from "../../src/registry/distribution/words/refused-sign-in.js";
import type { HttpResponse, SignIn } from "../../src/registry/http/message.js";
import { answer, words } from "../support/made-up-answers.js";

/** What is said of an answer that is not the one hoped for: whose it is, and what to do about it. */

const OWN = { "docker-distribution-api-version": "registry/2.0" };

describe("the maker of an answer", () => {
  test.each<[string, HttpResponse, string | undefined]>([
    ["a server", answer(403, "", { server: "nginx" }), "nginx"],
    [
      "a server without a name, before its header",
      answer(403, "", { server: "", "cf-ray": "1" }),
      "Cloudflare",
    ],
    ["a header, before its text", answer(403, "<html>Barracuda", { "cf-ray": "1" }), "Cloudflare"],
    ["a page's text", answer(403, "<html>Barracuda"), "Barracuda"],
    ["no text that is no page", answer(403, "Barracuda"), undefined],
  ])("is known by %s", (_, sent, wanted) => {
    expect(makerOf(sent)).toBe(wanted);
  });
});

describe("advice", () => {
  const CHALLENGE = "<html><title>Just a moment...</title>";
  const [CLOUDFLARES, SIGN_IN, SLOW, DOWN] = [
    /challenge/,
    /people to sign in/,
    /lower concurrency/,
    /does not reach it/,
  ];
  const at = (sent: HttpResponse, url: string): HttpResponse => ({ ...sent, url: new URL(url) });

  test.each<[string, HttpResponse, RegExp | undefined]>([
    ["Cloudflare's header", answer(200, "", { "cf-mitigated": "challenge" }), CLOUDFLARES],
    ["Cloudflare's page, by its ray", answer(403, CHALLENGE, { "cf-ray": "1" }), CLOUDFLARES],
    ["Cloudflare's page, by its name", answer(503, CHALLENGE, { server: "cloudflare" }), CLOUDFLARES],
    ["such a page of another", answer(503, CHALLENGE), DOWN],
    ["such a page with another status", answer(502, CHALLENGE, { "cf-ray": "1" }), DOWN],
    ["such a text that is no page", answer(503, "x cf-chl", { "cf-ray": "1" }), DOWN],
    ["another page of Cloudflare's", answer(503, "<html>", { "cf-ray": "1" }), DOWN],
    ["a page with a field for a password", answer(200, `<html><input name=p type="password">`), SIGN_IN],
    ["a page at an address to sign in", at(answer(200, "<html>"), "https://r.test/sso/start"), SIGN_IN],
    ["a page of another host", at(answer(200, "<html>"), "https://id.test/x"), SIGN_IN],
    ["no page of another host", at(answer(200, "{}"), "https://id.test/x"), undefined],
    ["another page", answer(200, "<html>"), undefined],
    ["a gateway's limit", answer(429), SLOW],
    ["the registry's limit, in words", answer(429, words("TOOMANYREQUESTS")), undefined],
  ])("on %s", (_, sent, wanted) => {
    const advice = adviceOn(sent, "r.test");
    if (wanted === undefined) expect(advice).toBeUndefined();
    else expect(advice).toMatch(wanted);
  });
});

describe("a refusal to let us in", () => {
  const TOKEN: SignIn = { kind: "token", by: "auth.test" };
  const INVALID = `Bearer realm="https://auth.test/",error="invalid_token"`;
  const WEAK = `Bearer realm="https://auth.test/",error="insufficient_scope"`;
  const REALM = `Bearer realm="https://auth.test/"`;
  const said = (...given: readonly [number, string | undefined, (SignIn | undefined)?, string?]) => {
    const [status, challenge, signedIn, body = ""] = given;
    const headers = challenge === undefined ? {} : { "www-authenticate": challenge };
    const sent = { ...answer(status, body, headers), ...(signedIn === undefined ? {} : { signedIn }) };
    return refusedSignIn("r.test", sent, "reading")?.message ?? "";
  };
  const [REFUSED, TOO_WEAK, NO_WAY, NO_REALM, UNKNOWN, NOTHING] = [
    /does not take the token/,
    /does not allow what/,
    /by Negotiate alone/,
    /does not say where one can be had/,
    /does not know us/,
    /^$/,
  ];

  test.each<[string, Parameters<typeof said>, RegExp]>([
    ["a token that is not taken", [401, INVALID, TOKEN], REFUSED],
    [
      "a token of Docker's configuration that is not taken",
      [401, INVALID, { kind: "registry-token" }],
      REFUSED,
    ],
    ["a token that is too weak", [403, WEAK, TOKEN], TOO_WEAK],
    ["a token, with another status", [500, INVALID, TOKEN], NOTHING],
    ["a token, without a word about it", [401, REALM, TOKEN], UNKNOWN],
    ["a password, with a word about a token", [401, INVALID, { kind: "password" }], UNKNOWN],
    ["a way that this program has not", [401, "Negotiate"], NO_WAY],
    ["such a way, and another", [401, `Negotiate, ${REALM}`], UNKNOWN],
    ["no way", [401, undefined], UNKNOWN],
    ["a page without a way", [401, undefined, undefined, "<html>"], NOTHING],
    ["a page with a way", [401, "Basic", undefined, "<html>"], UNKNOWN],
    ["another status", [403, "Basic"], NOTHING],
    ["a token from nowhere", [401, "Bearer", { kind: "nobody" }], NO_REALM],
    ["a token from nowhere, or a password", [401, "Bearer, Basic", { kind: "nobody" }], UNKNOWN],
    ["a token from somewhere", [401, REALM, { kind: "nobody" }], UNKNOWN],
    ["a token from nowhere, to who had a password", [401, "Bearer", { kind: "password" }], UNKNOWN],
    ["a password", [401, "Basic", { kind: "nobody" }], UNKNOWN],
    ["nothing at all", [401, undefined, { kind: "nobody" }], UNKNOWN],
  ])("%s", (_, given, wanted) => expect(said(...given)).toMatch(wanted));

  test("of a token says whose clock differs", () => {
    const clocks = (date: string | undefined, signedIn: SignIn): string => {
      const headers = { "www-authenticate": INVALID, ...(date === undefined ? {} : { date }) };
      return refusedSignIn("r.test", { ...answer(401, "", headers), signedIn }, "reading")?.message ?? "";
    };
    const now = Date.now();
    const late = new Date(now + 3_600_000).toUTCString();
    expect(clocks(undefined, TOKEN)).toContain("does not say its time");
    expect(clocks(new Date(now).toUTCString(), TOKEN)).toContain("its clock and this machine's agree");
    expect(clocks(late, { ...TOKEN, ahead: 3_600_000 })).toContain("its clock and that of auth.test agree");
    expect(clocks(late, { kind: "registry-token" })).toContain("ahead of this machine's");
  });
});

describe("an answer in the registry's own words", () => {
  const unknown = (message: string): object => ({ errors: [{ code: "MANIFEST_UNKNOWN", message }] });

  test.each<[string, HttpResponse, boolean]>([
    ["its words and its header", answer(404, unknown("manifest unknown"), OWN), true],
    ["its words with another status", answer(200, unknown("manifest unknown"), OWN), false],
    ["its words without its header", answer(404, unknown("manifest unknown")), false],
    ["other words", answer(404, unknown("Manifest not found"), OWN), false],
    ["an empty list", answer(404, words(), OWN), false],
  ])("is Distribution's by %s: %#", (...[, sent, wanted]) => expect(saysAsDistribution(sent)).toBe(wanted));

  test.each<[number, string, boolean]>([
    [400, "MANIFEST_INVALID", true],
    [500, "MANIFEST_INVALID", false],
    [400, "DENIED", false],
  ])("that a manifest is not taken: %i %s is %s", (status, code, wanted) => {
    expect(saysNotTaken(answer(status, words(code)))).toBe(wanted);
  });
});

describe("a refusal", () => {
  const SCHEMA1 = { errors: [{ code: "UNKNOWN", message: "unrecognized manifest schema version 1" }] };
  const said = (sent: HttpResponse): string => {
    const { message, nextStep } = refusal("r.test", sent, "reading team/app:1.0.0");
    return `${message}\n${nextStep}`;
  };

  test.each<[string, HttpResponse, RegExp]>([
    ["of schema 1", answer(500, SCHEMA1), /an image of schema 1/],
    ["in those words with another status", answer(418, SCHEMA1), /^(?![^]*an image of schema 1)/],
    ["that it speaks HTTPS", answer(400, "Client sent an HTTP request to an HTTPS server."), /speaks HTTPS/],
    ["in those words with another status", answer(418, "an HTTP request to an HTTPS server"), /answered 418/],
    ["with a page where a registry should be", answer(200, "<html>"), /a registry answers at \/v2\//],
    ["with a 404 of another server", answer(404, "no"), /a registry answers at \/v2\//],
    ["with a page of something in front", answer(418, "<html>"), /something in front of the registry/],
    ["with an empty list, by a server", answer(418, words(), { server: "nginx" }), /418 \(by nginx\)/],
  ])("%s", (_, sent, wanted) => expect(said(sent)).toMatch(wanted));
});
