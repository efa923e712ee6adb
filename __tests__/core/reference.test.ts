import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isDigest, isRepositoryName, isTag, parseReference } from "../../src/core/names/reference.js";
import { propertyRuns } from "../support/property-runs.js";

const digest = `sha256:${"0123456789abcdef".repeat(4)}`;

describe("a reference", () => {
  test.each([
    [
      "registry.example.com/team/app:1.4.9",
      { host: "registry.example.com", repository: "team/app", tag: "1.4.9" },
    ],
    [
      "192.168.1.121:5000/team/app:3.3.0-alpha.74",
      { host: "192.168.1.121:5000", repository: "team/app", tag: "3.3.0-alpha.74" },
    ],
    ["localhost/app", { host: "localhost", repository: "app" }],
    ["localhost:5000/app@" + digest, { host: "localhost:5000", repository: "app", digest }],
    ["[::1]:5000/a/b__c:x@" + digest, { host: "[::1]:5000", repository: "a/b__c", tag: "x", digest }],
    ["http://registry/app", { scheme: "http", host: "registry", repository: "app" }],
    [
      "HTTPS://Registry.Example.com/app",
      { scheme: "https", host: "registry.example.com", repository: "app" },
    ],
    ["alpine", { host: "docker.io", repository: "alpine" }],
    ["team/app:1", { host: "docker.io", repository: "team/app", tag: "1" }],
  ])("%s", (text, wanted) => expect(parseReference(text)).toEqual(wanted));

  test.each([
    ["registry.example.com/Team/App", `write "team/app"`],
    ["registry.example.com/", "names no repository"],
    ["registry.example.com", "names no repository"],
    ["registry.example.com:5000", "names no repository"],
    ["192.168.1.121:5000", "names no repository"],
    ["localhost:5000", "names no repository"],
    ["localhost", "names no repository"],
    ["http://registry.example.com", "names no repository"],
    ["registry.example.com/app:", "is not a tag"],
    ["registry.example.com/app:-x", "is not a tag"],
    ["registry.example.com/app@sha256:abc", "is not a digest"],
    [`registry.example.com/app@${digest.toUpperCase()}`, "is not a digest"],
    ["registry.example.com/a//b", "is not a repository"],
    ["registry_example.com:5000/app", "is not a host"],
    ["registry.example.com/app 1", "is not a repository"],
    [`registry.example.com/${"a".repeat(256)}`, "is not a repository"],
  ])("%s is refused: %s", (text, why) => expect(() => parseReference(text)).toThrow(why));

  test("with a password in it is refused without repeating the password", () => {
    expect(() => parseReference("https://me:hunter22@registry.example.com/app")).toThrow(
      expect.not.stringContaining("hunter22") as string,
    );
  });

  test("is read back as it is printed", () => {
    const component = fc.stringMatching(/^[a-z0-9]{1,8}((\.|_|__|-{1,3})[a-z0-9]{1,4})?$/);
    const reference = fc.record({
      host: fc.constantFrom("localhost", "r.example.com", "10.0.0.1:5000", "[fe80::1]:5000"),
      path: fc.array(component, { minLength: 1, maxLength: 4 }),
      tag: fc.option(fc.stringMatching(/^\w[\w.-]{0,20}$/), { nil: undefined }),
    });
    fc.assert(
      fc.property(reference, ({ host, path, tag }) => {
        const repository = path.join("/");
        const text = `${host}/${repository}${tag === undefined ? "" : `:${tag}`}`;
        expect(parseReference(text)).toEqual({ host, repository, ...(tag === undefined ? {} : { tag }) });
      }),
      { numRuns: propertyRuns() },
    );
  });
});

test.each(["a", "_x", "1.2.3", "A".repeat(128)])("%s is a tag", (text) => {
  expect(isTag(text)).toBe(true);
});

test.each(["", ".x", "-x", "a/b", "a b", "a\n", "ü", "A".repeat(129)])("%j is no tag", (text) => {
  expect(isTag(text)).toBe(false);
});

test.each([
  `sha256:${"a".repeat(63)}`,
  `sha256:${"A".repeat(64)}`,
  `sha512:${"a".repeat(64)}`,
  "a".repeat(64),
])("%s is no digest", (text) => {
  expect(isDigest(text)).toBe(false);
});

test.each([
  [`sha256:${"a".repeat(64)}`, true],
  [`sha256:${"a".repeat(63)}`, false],
  [`sha256:${"a".repeat(65)}`, false],
  [`sha256:${"A".repeat(64)}`, false],
  [`sha512:${"a".repeat(128)}`, true],
  [`sha512:${"a".repeat(127)}`, false],
  [`sha512:${"a".repeat(129)}`, false],
  [`sha512:${"A".repeat(128)}`, false],
  [`sha512:${"a".repeat(64)}`, false],
  [`other+x.y:${"A".repeat(32)}`, true],
  [`other:${"a".repeat(31)}`, false],
  [`other:${"g".repeat(32)}`, false],
  [`x sha256:${"a".repeat(64)}`, false],
  [`sha512:${"a".repeat(128)}\n`, false],
])("%s is a digest: %s", (text, is) => expect(isDigest(text)).toBe(is));

test("a repository's name has 255 characters at most", () => {
  expect(["a".repeat(255), "a".repeat(256), "a/b", "a/B", ""].map(isRepositoryName)).toEqual([
    true,
    false,
    true,
    false,
    false,
  ]);
});
