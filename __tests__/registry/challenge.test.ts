import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canBeMet, parseChallenges } from "../../src/registry/connection/challenge.js";
import { propertyRuns } from "../support/property-runs.js";

const basic = { kind: "basic" };
const negotiate = { kind: "other", scheme: "Negotiate" };
const bearer = { kind: "bearer", realm: "https://a.example.com/token" };
const BEARER = 'Bearer realm="https://a.example.com/token"';

describe("a challenge", () => {
  test.each([
    ['Basic realm="my realm"', [basic]],
    ["basic", [basic]],
    [
      `${BEARER},service="registry",scope="repository:a:pull,push"`,
      [{ ...bearer, service: "registry", scope: "repository:a:pull,push" }],
    ],
    [
      'bearer REALM="https://a.example.com/token" , error=invalid_token',
      [{ ...bearer, error: "invalid_token" }],
    ],
    ["Bearer realm=https://a.example.com/token", [bearer]],
    ['Bearer realm = "https://a.example.com/token"', [bearer]],
    ['Bearer\trealm="https://a.example.com/token" service="s"', [{ ...bearer, service: "s" }]],
    ['Bearer realm=" https://a.example.com/token "', [bearer]],
    ['Bearer service="x", realm="https://a.example.com/token"', [{ ...bearer, service: "x" }]],
    ['Bearer realm="https:\\/\\/a.example.com/token"', [bearer]],
    ['Bearer x="a \\" realm=\\"evil", realm="https://a.example.com/token"', [bearer]],
    ['Bearer realm="https://a.example.com/token", realm="https://b.example.com"', [bearer]],
    ['Bearer realm="/v2/token"', [{ kind: "bearer", realm: "/v2/token" }]],
    ["Bearer", [{ kind: "bearer" }]],
    ['Bearer realm=""', [{ kind: "bearer" }]],
    ['Bearer service="x"', [{ kind: "bearer", service: "x" }]],
    ["Negotiate", [negotiate]],
    ["Negotiate abc==", [negotiate]],
    ["", []],
    [" , ,", []],
    [`Basic ${"x".repeat(10_000)}`, []],
  ])("%.60s", (header, wanted) => expect(parseChallenges(header)).toEqual(wanted));

  // As Gitea, nginx, GitLab and others send them, in one header or in several, which Node joins.
  test.each([
    [`${BEARER},service="s",Basic realm="Gitea Package API"`, [{ ...bearer, service: "s" }, basic]],
    [`Basic realm="x", ${BEARER}`, [basic, bearer]],
    [`Basic, ${BEARER}`, [basic, bearer]],
    [`Basic ${BEARER}`, [basic, bearer]],
    [`, ,${BEARER}, ,, Basic realm="x",`, [bearer, basic]],
    [`Basic realm="a, Bearer realm=\\"https://evil.example.com\\"", charset="UTF-8"`, [basic]],
    [`Negotiate, Basic realm="x"`, [negotiate, basic]],
    [`Negotiate YIIabc+/==, Basic realm="x"`, [negotiate, basic]],
    [`Negotiate YIIabc== , ${BEARER}, Basic realm=x`, [negotiate, bearer, basic]],
    [`Digest qop="auth, auth-int", nonce=abc, BASIC Realm="x"`, [{ kind: "other", scheme: "Digest" }, basic]],
    [
      `${BEARER},scope="repository:a:pull", bearer realm="https://a.example.com/token",scope="repository:b:pull"`,
      [
        { ...bearer, scope: "repository:a:pull" },
        { ...bearer, scope: "repository:b:pull" },
      ],
    ],
  ])("of several: %.70s", (header, wanted) => expect(parseChallenges(header)).toEqual(wanted));

  test("that can be met is one for a password or a token", () => {
    const header = `Negotiate, NTLM, ${BEARER}, Basic`;
    expect(parseChallenges(header).map(canBeMet)).toEqual([false, false, true, true]);
  });

  test.each([
    ["joined in whatever order, keeps each its own parameters", ","],
    ["with spaces and empty elements between them, too", " , ,\t"],
  ])("%s", (_, between) => {
    const one = fc.oneof(
      fc.string().map((realm) => ({ text: `Basic realm=${JSON.stringify(realm)}`, is: basic })),
      fc.constantFrom("Negotiate", "Negotiate abc==").map((text) => ({ text, is: negotiate })),
      fc
        .constantFrom("https://a.example.com/token?x=a,b", "/v2/token", "a=b, Basic c")
        .map((realm) => ({ text: `Bearer realm="${realm}"`, is: { kind: "bearer", realm } })),
    );
    fc.assert(
      fc.property(fc.array(one, { maxLength: 8 }), (all) => {
        const header = all.map(({ text }) => text).join(between);
        expect(parseChallenges(header)).toEqual(all.map(({ is }) => is));
      }),
      { numRuns: propertyRuns(200) },
    );
  });

  test("of half a megabyte, or of quotes that do not end, is read in no time", () => {
    expect(parseChallenges(`Bearer ${"realm=,".repeat(70_000)}`)).toEqual([]);
    expect(parseChallenges(`Bearer ${'a="'.repeat(2_700)}`)).toEqual([{ kind: "bearer" }]);
    expect(parseChallenges(`Bearer ${'"\\'.repeat(4_000)}`)).toEqual([{ kind: "bearer" }]);
  });
});
