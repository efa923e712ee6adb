import { describe, expect, test } from "vitest";
import { parseChallenge } from "../../src/registry/connection/challenge.js";

describe("a challenge", () => {
  test.each([
    ['Basic realm="my realm"', { kind: "basic" }],
    ["basic", { kind: "basic" }],
    [
      'Bearer realm="https://auth.example.com/token",service="registry",scope="repository:a:pull,push"',
      { kind: "bearer", realm: "https://auth.example.com/token", service: "registry" },
    ],
    [
      'bearer REALM="https://a/t" , error=invalid_token',
      { kind: "bearer", realm: "https://a/t", error: "invalid_token" },
    ],
    ['Basic realm="x", Bearer realm="https://a/t"', { kind: "bearer", realm: "https://a/t" }],
  ])("%s", (header, wanted) => expect(parseChallenge(header)).toEqual(wanted));

  test.each(["", "Negotiate", "Bearer", 'Bearer service="x"', `Basic ${"x".repeat(10_000)}`])(
    "%.40s is none that can be met",
    (header) => expect(parseChallenge(header)).toBeUndefined(),
  );

  test("of half a megabyte is read in no time", () => {
    expect(parseChallenge(`Bearer ${"realm=,".repeat(70_000)}`)).toBeUndefined();
    expect(parseChallenge(`Bearer ${'a="'.repeat(2_700)}`)).toBeUndefined();
  });
});
