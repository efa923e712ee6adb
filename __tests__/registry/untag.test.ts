import { describe, expect, test } from "vitest";
import { getManifest, listTags, pullImage, pushImage } from "../../scripts/images.mjs";
import { isTag } from "../../src/core/names/reference.js";
import type { Right } from "../../src/registry/port/registry.js";
import { RegistryError } from "../../src/registry/port/registry.js";
import { isTagProbe, openPort, type Distribution, useDistribution } from "../support/distributions.js";
import { isProbe, type Stage } from "../support/proxied.js";
import type { Action, RecordedRequest } from "../support/proxy.js";

// bcrypt of hunter22, at the lowest cost.
const HTPASSWD = "me:$2a$04$kygLMwYVDaQcKG.e3TfXsO7o85aN4cDN/4lMUy5Vp/ADPUpnPWRnq";
const READS: readonly Right[] = ["pull"];
const isLook = ({ path }: RecordedRequest): boolean => path === "/v2/";

async function untags(made: Stage, rights?: readonly Right[]) {
  const { port, repository } = await openPort(made, rights);
  return port.untags(repository);
}

const cases: readonly [Distribution, "yes" | "no"][] = [
  ["2.8", "no"],
  ["3.1.1", "yes"],
];

describe.each(cases)("whether Distribution %s deletes a tag by itself: %s", (distribution, can) => {
  const stage = useDistribution(distribution);

  test("is found out by two probes, the one for digests first, and nothing is deleted", async ({ skip }) => {
    const made = await stage(skip);
    const { repo } = made;
    await pushImage(repo, ["1.0.0", "1.1.0"]);
    expect(await untags(made)).toBe(can);
    expect(made.proxy.requests.map((request) => [isProbe(request), isTagProbe(request)])).toEqual([
      [true, false],
      [false, true],
    ]);
    expect(await listTags(repo)).toEqual(["1.0.0", "1.1.0"]);
    await pullImage(repo, "1.0.0");
  });

  test("is seen without the right to delete, and nothing is changed", async ({ skip }) => {
    const made = await stage(skip);
    expect(await untags(made, READS)).toBe(can);
    expect(made.proxy.requests.map(({ method }) => method)).toEqual(can === "yes" ? ["GET", "GET"] : ["GET"]);
  });

  test("is asked with another name each time", async ({ skip }) => {
    const made = await stage(skip);
    await untags(made);
    await untags(made);
    const names = made.proxy.requests.filter(isTagProbe).map(({ path }) => path);
    expect(new Set(names).size).toBe(2);
  });

  const html = { "content-type": "text/html" };
  test.for<[string, Action]>([
    ["405", { kind: "answer", status: 405, headers: html, body: "<html>" }],
    ["404", { kind: "answer", status: 404, headers: html, body: "<html>" }],
    ["403", { kind: "answer", status: 403, headers: html, body: "<html>" }],
    ["502", { kind: "answer", status: 502 }],
  ])(
    "is not seen where a proxy answers the probe for digests with %s, and no other is sent",
    async ([, act], { skip }) => {
      const made = await stage(skip);
      made.proxy.on({ when: isProbe, act });
      expect(await untags(made)).toBe("unclear");
      expect(made.proxy.requests.filter(isTagProbe)).toEqual([]);
    },
  );

  test.for<[string, "no" | "unclear", Action]>([
    ["405", "unclear", { kind: "answer", status: 405, headers: html, body: "<html>" }],
    ["400 of its own", "unclear", { kind: "answer", status: 400, body: '{"errors":[{"status":"400"}]}' }],
    ["404 of a gateway", "unclear", { kind: "answer", status: 404, body: '{"errors":[{"status":"404"}]}' }],
    ["404 without a word", "unclear", { kind: "answer", status: 404 }],
    ["405 in words", "no", { kind: "answer", status: 405, body: '{"errors":[{"code":"UNSUPPORTED"}]}' }],
    ["502", "unclear", { kind: "answer", status: 502 }],
    ["404 of its own", "unclear", { kind: "answer", status: 404, headers: html, body: "<html>" }],
    ["202, as if there had been one", "unclear", { kind: "answer", status: 202 }],
    ["401", "unclear", { kind: "answer", status: 401 }],
  ])("where a proxy answers the probe for tags with %s: %s", async ([, expected, act], { skip }) => {
    const made = await stage(skip);
    made.proxy.on({ when: isTagProbe, act });
    expect(await untags(made)).toBe(expected);
  });

  test.for<[string, Action]>([
    [
      "no word of Distribution",
      { kind: "answer", status: 200, headers: { "content-type": "application/json" } },
    ],
    [
      "another kind of content",
      {
        kind: "answer",
        status: 200,
        headers: { "docker-distribution-api-version": "registry/2.0", "content-type": "text/plain" },
      },
    ],
    ["502", { kind: "answer", status: 502 }],
  ])("is not seen without the right where the look has %s", async ([, act], { skip }) => {
    const made = await stage(skip);
    made.proxy.on({ when: isLook, act });
    expect(await untags(made, READS)).toBe("unseen");
  });
});

describe.each(cases)("Distribution %s that wants a password", (distribution, can) => {
  const stage = useDistribution(distribution, { htpasswd: HTPASSWD });

  test("shows the same to somebody who is not signed in", async ({ skip }) => {
    const made = await stage(skip);
    expect(await untags(made, READS)).toBe(can);
    expect(made.proxy.requests.map(({ method, headers }) => [method, headers.authorization])).toEqual([
      ["GET", undefined],
    ]);
  });
});

describe.each(["2.8", "3.1.1"] as const)("Distribution %s with deletes off", (distribution) => {
  const stage = useDistribution(distribution, { deletes: false });

  test("is not asked for a tag, for 3.0 would delete one", async ({ skip }) => {
    const made = await stage(skip);
    expect(await untags(made)).toBe("unclear");
    expect(made.proxy.requests.filter(isTagProbe)).toEqual([]);
  });
});

describe("deleting a tag", () => {
  function tag(text: string) {
    if (!isTag(text)) throw new Error(text);
    return text;
  }
  const isTagDelete = ({ method, path }: RecordedRequest): boolean =>
    method === "DELETE" && path.endsWith("/manifests/1.0.0");

  describe("of Distribution 3.1.1", () => {
    const stage = useDistribution("3.1.1");

    test("leaves its image and the other tags, and says gone of one that is not there", async ({ skip }) => {
      const made = await stage(skip);
      const image = await pushImage(made.repo, ["1.0.0", "1.1.0"]);
      const { port, repository } = await openPort(made);
      expect(await port.deleteTag(repository, tag("1.0.0"))).toBe("deleted");
      expect(await listTags(made.repo)).toEqual(["1.1.0"]);
      await pullImage(made.repo, image.digest);
      expect(await port.deleteTag(repository, tag("1.0.0"))).toBe("gone");
    });

    test.for<[string, Action]>([
      ["503", { kind: "answer", status: 503 }],
      ["429", { kind: "answer", status: 429, headers: { "retry-after": "0" } }],
      ["a reset", { kind: "reset" }],
      [
        "a proxy's 404",
        { kind: "answer", status: 404, body: "<html>", headers: { "content-type": "text/html" } },
      ],
    ])("answered with %s is an error, and is sent once", async ([, act], { skip }) => {
      const made = await stage(skip);
      await pushImage(made.repo, ["1.0.0"]);
      const { port, repository } = await openPort(made);
      made.proxy.on({ when: isTagDelete, act });
      await expect(port.deleteTag(repository, tag("1.0.0"))).rejects.toBeInstanceOf(RegistryError);
      expect(made.proxy.requests.filter(isTagDelete)).toHaveLength(1);
      expect(await listTags(made.repo)).toEqual(["1.0.0"]);
    });
  });

  describe("of Distribution 2.8", () => {
    const stage = useDistribution("2.8");

    test("is refused, and the tag is as before", async ({ skip }) => {
      const made = await stage(skip);
      const image = await pushImage(made.repo, ["1.0.0"]);
      const { port, repository } = await openPort(made);
      await expect(port.deleteTag(repository, tag("1.0.0"))).rejects.toMatchObject({
        kind: "unexpected-answer",
      });
      expect((await getManifest(made.repo, "1.0.0")).digest).toBe(image.digest);
    });
  });
});
