import { describe, expect, test } from "vitest";
import { isImageGlob, parseImageGlob } from "../../src/core/names/image-glob.js";
import { PruneError } from "../../src/core/base/errors.js";
import { parseReference } from "../../src/core/names/reference.js";

describe("a text is meant as a pattern of repositories", () => {
  test.each([
    ["registry.example.com/team/*", true],
    ["registry.example.com/team/app-?", true],
    ["registry.example.com/team/{a,b}", true],
    ["registry.example.com/team/[ab]", true],
    ["http://registry.example.com:5000/**", true],
    ["[::1]:5000/team/*", true],
    ["registry.example.com/team/app", false],
    ["registry.example.com/team/app:1.0", false],
    ["[::1]:5000/team/app", false],
    ["http://[fe80::1]:5000/team/app", false],
    ["https://[FE80::1]/team/app:1.0", false],
    ["HTTP://[::1]/app", false],
  ])("%s: %j", (text, wanted) => expect(isImageGlob(text)).toBe(wanted));
});

describe("a pattern of repositories", () => {
  test.each([
    ["registry.example.com/team/*", { host: "registry.example.com", pattern: "team/*", first: "team" }],
    [
      "http://192.168.1.121:5000/**",
      { scheme: "http", host: "192.168.1.121:5000", pattern: "**", first: "**" },
    ],
    [
      "HTTPS://Registry.Example.com/a*",
      { scheme: "https", host: "registry.example.com", pattern: "a*", first: "a*" },
    ],
    ["localhost/*", { host: "localhost", pattern: "*", first: "*" }],
    ["[::1]:5000/team/[ab]*", { host: "[::1]:5000", pattern: "team/[ab]*", first: "team" }],
    ["team/*", { host: "docker.io", pattern: "team/*", first: "team" }],
  ])("%s is %j", (text, wanted) => {
    const read = parseImageGlob(text);
    expect(read).toEqual({ ...wanted, matches: expect.any(Function) as unknown });
  });

  test.each([
    ["r.example.com/team/*", "r.example.com/team/app", true],
    ["r.example.com/team/*", "r.example.com/team/app/debug", false],
    ["r.example.com/team/*", "r.example.com/other/app", false],
    ["r.example.com/**", "r.example.com/team/app/debug", true],
    ["r.example.com/{a,b}/app", "r.example.com/b/app", true],
  ])("%s, and %s: %j", (text, reference, wanted) => {
    expect(parseImageGlob(text).matches(parseReference(reference).repository)).toBe(wanted);
  });

  test.each([
    ["r.example.com/team/*:1.0", "no tag and no digest"],
    ["r.example.com/team/*@sha256:abc", "no tag and no digest"],
    ["r.example.com/team/*@abc", "no tag and no digest"],
    ["r.example.com/Team/*", `"T" can't stand in a repository's name`],
    ["r.example.com/team/{app", "left open"],
    ["r*.example.com/app", "is not a host"],
    ["user@r.example.com/team/*", "user name or password"],
  ])("%s is refused: %s", (text, why) => {
    expect(() => parseImageGlob(text)).toThrow(why);
    expect(() => parseImageGlob(text)).toThrow(PruneError);
  });
});
