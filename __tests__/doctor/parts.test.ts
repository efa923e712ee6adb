import { describe, expect, test } from "vitest";
import { examineTransport } from "../../src/doctor/access.js";
import { recognise } from "../../src/doctor/product.js";
import { about, describeDangling, sampleEvenly } from "../../src/doctor/tags.js";
import type { HttpResponse } from "../../src/registry/http/message.js";

describe("the way to a registry", () => {
  test.each([
    ["https://r.example.com/", true, "ok", "HTTPS"],
    ["http://127.0.0.1:5000/", true, "ok", "this machine"],
    ["http://192.168.1.121:5000/", false, "ok", "no credentials"],
    ["http://192.168.1.121:5000/", true, "warning", "password"],
  ])("%s, credentials sent: %s", (address, sends, ...[kind, words]) => {
    const found = examineTransport({ base: new URL(address), sends });
    expect(found).toMatchObject({ kind, message: expect.stringContaining(words) as string });
  });
});

describe("a registry's make", () => {
  const answer = (headers: HttpResponse["headers"]): HttpResponse => ({
    status: 200,
    headers,
    body: Buffer.from("{}"),
    url: new URL("https://r.example.com/v2/"),
  });
  const api = { "docker-distribution-api-version": "registry/2.0" };
  const challenge = (text: string): HttpResponse["headers"] => ({
    ...api,
    "www-authenticate": `Bearer ${text}`,
  });

  test.each([
    [
      "2.8",
      { ...api, "content-type": "application/json; charset=utf-8" },
      { kind: "distribution", major: 2 },
    ],
    ["3", { ...api, "content-type": "application/json" }, { kind: "distribution", major: 3 }],
    ["no version header", { "content-type": "application/json" }, { kind: "unknown" }],
    ["another type", { ...api, "content-type": "text/plain" }, { kind: "unknown" }],
    [
      "GitLab",
      { ...api, "gitlab-container-registry-version": "4.1.0" },
      { kind: "other", name: "GitLab's registry 4.1.0" },
    ],
    [
      "Artifactory",
      { ...api, "x-jfrog-version": "Artifactory/7.136.0 83600900" },
      { kind: "other", name: "Artifactory 7.136.0" },
    ],
    ["Nexus", { ...api, server: "Nexus/3.87.1-01 (PRO)" }, { kind: "other", name: "Nexus 3.87.1-01" }],
    [
      "a server of another name",
      { ...api, server: "nginx", "content-type": "application/json" },
      { kind: "distribution" },
    ],
    [
      "Harbor",
      challenge('realm="https://h.example.com/service/token",service="harbor-registry"'),
      { kind: "other", name: "Harbor" },
    ],
    [
      "Gitea",
      challenge('realm="https://g.example.com/v2/token",service="container_registry",scope="*"'),
      { kind: "other", name: "Gitea or Forgejo" },
    ],
  ])("%s", (_, headers, expected) => expect(recognise([answer(headers)])).toMatchObject(expected));

  test("shows in the first answer too, where the second has no sign", () => {
    const first = answer(challenge('realm="https://h.example.com/service/token",service="harbor-registry"'));
    const second = answer({ ...api, "content-type": "application/json; charset=utf-8" });
    expect(recognise([first, second])).toEqual({ kind: "other", name: "Harbor" });
  });

  const LIKE_3 = {
    "docker-distribution-api-version": "registry/2.0",
    "content-type": "application/json",
  };
  const words = (message: string, headers: object = LIKE_3): HttpResponse => ({
    ...answer({ ...LIKE_3 }),
    headers: { ...headers },
    status: 404,
    body: Buffer.from(JSON.stringify({ errors: [{ code: "MANIFEST_UNKNOWN", message }] })),
  });

  test.each([
    ["Distribution's words", words("manifest unknown"), { kind: "distribution", major: 3 }],
    ["its words for a repository", words("repository name not known to registry"), { kind: "distribution" }],
    ["Pulp's words", words("Manifest not found."), { kind: "unknown" }],
    ["no words, as NORA", { ...words(""), body: Buffer.alloc(0) }, { kind: "unknown" }],
    ["its words without its header, as ocimem", words("manifest unknown", {}), { kind: "unknown" }],
    ["a server's name", words("no", { server: "Zot/2.1" }), { kind: "other", name: "Zot/2.1" }],
    ["a proxy's name", words("no", { server: "nginx/1.22" }), { kind: "unknown" }],
  ] as const)("what looks like Distribution 3, with %s", (_, nobodys, expected) => {
    expect(recognise([answer(LIKE_3)], nobodys)).toMatchObject(expected);
  });
});

describe("a sample", () => {
  test.each([
    [10, 50, 10],
    [50, 50, 50],
    [51, 50, 50],
    [5000, 50, 50],
    [0, 50, 0],
  ])("of %i items, at most %i", (size, most, expected) => {
    const items = Array.from({ length: size }, (_, index) => index);
    const some = sampleEvenly(items, most);
    expect(some).toHaveLength(expected);
    expect(new Set(some).size).toBe(expected);
    if (size > 0) expect(some[0]).toBe(0);
    if (size > most) expect(some.at(-1)).toBeGreaterThanOrEqual(size - Math.ceil(size / most));
  });
});

test.each([
  [0.2, "less than a second"],
  [1, "a few seconds"],
  [89, "about 90 seconds"],
  [7200, "about 2 hours"],
])("%d s is told as %s", (seconds, expected) => expect(about(seconds)).toBe(expected));

describe("tags whose images are not there", () => {
  test("are named, ten at the most", () => {
    const names = Array.from({ length: 12 }, (_, index) => `t${index}`);
    const { kind, message } = describeDangling(names, { read: 12, all: 12 });
    expect(kind).toBe("warning");
    expect(message).toContain("t9 and 2 more (12 tags)");
    expect(message).not.toContain("t10");
    expect(describeDangling(names.slice(0, 10), { read: 12, all: 12 }).message).not.toContain("more");
  });

  test("are none among those that were read", () => {
    const { kind, message } = describeDangling([], { read: 50, all: 60 });
    expect([kind, message]).toEqual(["ok", expect.stringContaining("60 tags, of which 50 were read")]);
  });
});
