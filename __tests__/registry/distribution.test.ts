import { describe, expect, test } from "vitest";
import type { Digest } from "../../src/core/names/reference.js";
import { createDistribution } from "../../src/registry/distribution/distribution.js";
import { listReferrers } from "../../src/registry/distribution/referrers.js";
import { NO_DIGEST } from "../../src/registry/distribution/requests.js";
import { listTags } from "../../src/registry/distribution/tag-list.js";
import type { HttpResponse } from "../../src/registry/http/message.js";
import type { ManifestCache } from "../../src/registry/port/manifest-cache.js";
import type { ManifestBytes } from "../../src/registry/port/registry.js";
import { answer, type Answers, madeUpCall, madeUpConnection, words } from "../support/made-up-answers.js";
import { REPOSITORY } from "../support/made-up-registry.js";
import { digest, tag } from "../support/snapshots.js";

const BASE = new URL("https://r.test/");
const HTML = { "content-type": "text/html" };
const OWN = { "docker-distribution-api-version": "registry/2.0" };
const UNKNOWN = { errors: [{ code: "MANIFEST_UNKNOWN", message: "manifest unknown" }] };
const OLD = { errors: [{ code: "MANIFEST_UNKNOWN", detail: { Revision: `sha256:${"A".repeat(64)}` } }] };

describe("the list of tags", () => {
  const next = { link: `</v2/team/app/tags/list?last=a>; rel="next"` };
  const listed = (...pages: readonly HttpResponse[]) => {
    const waiting = pages.map((page) => ({ ...page, url: new URL("v2/team/app/tags/list", BASE) }));
    return listTags(BASE, madeUpCall(() => waiting.shift() ?? answer(500)).call, REPOSITORY);
  };
  const first = answer(200, { tags: ["a"] }, next);

  test("is that of all pages, and none of a repository that is not known", async () => {
    expect(await listed(first, answer(200, { tags: ["b"] }))).toEqual(["a", "b"]);
    expect(await listed(answer(404, words("NAME_UNKNOWN")))).toBeUndefined();
  });

  test.each<[string, readonly HttpResponse[]]>([
    ["whose second page says that the repository is not known", [first, answer(404, words("NAME_UNKNOWN"))]],
    ["whose second page is not there", [first, answer(404)]],
    ["that a page stands for", [answer(200, "<html>", HTML)]],
    ["that is not there, without words", [answer(404)]],
  ])("can't be had %s", async (_, pages) => {
    await expect(listed(...pages)).rejects.toThrow(/r\.test/);
  });
});

describe("the list of what refers to something", () => {
  const listed = (...pages: readonly HttpResponse[]) => {
    const waiting = pages.map((page) => ({ ...page, url: new URL("v2/team/app/referrers/x", BASE) }));
    const { call } = madeUpCall(() => waiting.shift() ?? answer(500));
    return listReferrers(BASE, call, { repository: REPOSITORY, digest: digest("a") });
  };
  const next = { link: `</v2/team/app/referrers/x?page=2>; rel="next"` };
  const first = answer(200, { manifests: [{ digest: digest("b") }] }, next);

  test.each<[string, readonly HttpResponse[], readonly Digest[] | undefined]>([
    [
      "is that of all pages",
      [first, answer(200, { manifests: [{ digest: digest("c") }] })],
      [digest("b"), digest("c")],
    ],
    ["is empty where it is null", [answer(200, { manifests: null })], []],
    ["is not there by 404", [answer(404)], undefined],
    ["is not there by 405", [answer(405)], undefined],
    ["is not there by 501", [answer(501)], undefined],
  ])("%s", async (...[, pages, wanted]) => expect(await listed(...pages)).toEqual(wanted));

  test.each<[string, readonly HttpResponse[]]>([
    ["by a page", [answer(404, "<html>", HTML)]],
    ["by a failure", [answer(500)]],
    ["without its second page", [first, answer(404)]],
    ["by what is no list", [answer(200, { manifests: {} })]],
    ["by what is no object", [answer(200, "[]")]],
    ["by an entry without a digest", [answer(200, { manifests: [{}] })]],
    ["by an entry with another text for it", [answer(200, { manifests: [{ digest: "latest" }] })]],
  ])("is not known %s", async (_, pages) => {
    await expect(listed(...pages)).rejects.toThrow(/r\.test/);
  });
});

describe("a registry", () => {
  /** One that answers the deletion of the all-zero digest, that of a made-up tag, the question for its age, and the rest. */
  const answers =
    (
      ...[probe, ofTag, look, others = answer(500)]: readonly [
        HttpResponse,
        HttpResponse,
        HttpResponse,
        HttpResponse?,
      ]
    ): Answers =>
    (line) => {
      if (line === `DELETE manifests/${NO_DIGEST}`) return probe;
      if (line.startsWith("DELETE ")) return ofTag;
      return line.includes("AAAA") ? look : others;
    };
  const made = (of: Answers, cache?: ManifestCache) =>
    createDistribution(madeUpConnection(of).connection, ["pull", "delete"], cache);
  const DISTRIBUTIONS = answer(404, UNKNOWN, OWN);
  const [TAKES_TAG, LATER] = [answer(404, UNKNOWN), answer(400, words("TAG_INVALID"))];

  test.each<[string, HttpResponse, string]>([
    ["where it says that there is none of a made-up one", TAKES_TAG, "yes"],
    ["not where it takes it for a digest", answer(400, words("DIGEST_INVALID")), "no"],
    ["not where it is unsupported", answer(405, words("UNSUPPORTED")), "no"],
    ["it is unclear where it is denied", answer(403, words("DENIED")), "unclear"],
    ["it is unclear without words", answer(405), "unclear"],
    ["it is unclear where it is done", answer(202), "unclear"],
  ])("can delete a tag by itself: %s", async (_, ofTag, wanted) => {
    const { reader } = made(answers(DISTRIBUTIONS, ofTag, LATER));
    expect(await reader.untags(REPOSITORY)).toBe(wanted);
  });

  test.each<[string, HttpResponse, HttpResponse, boolean]>([
    ["of Distribution that is 2.6 or earlier", DISTRIBUTIONS, answer(404, OLD), true],
    ["not of one that is later", DISTRIBUTIONS, LATER, false],
    ["not of another, however it answers that question", answer(404, UNKNOWN), answer(404, OLD), false],
  ])("fails with deletions side by side: %s", async (...[, probe, look, wanted]) => {
    const { deleter } = made(answers(probe, TAKES_TAG, look));
    await deleter.proveDeletes(REPOSITORY);
    expect(await deleter.failsSideBySide(REPOSITORY)).toBe(wanted);
  });

  test("is not known to be later by what an earlier run read", async () => {
    const mediaType = "application/vnd.oci.image.manifest.v1+json";
    const body = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, layers: [] }));
    const looks = async (isRemembered: boolean): Promise<boolean | undefined> => {
      const cache: ManifestCache = {
        of: () =>
          Promise.resolve({
            digestOf: () => (isRemembered ? digest("a") : undefined),
            bytesOf: () => (isRemembered ? body : undefined),
            note: () => undefined,
          }),
      };
      const is = (line: string): HttpResponse =>
        line.startsWith("HEAD")
          ? answer(200, "", { "docker-content-digest": digest("a") })
          : answer(200, body, { "content-type": mediaType });
      const old = answers(DISTRIBUTIONS, TAKES_TAG, answer(404, OLD));
      const { reader } = made(
        (line, request) => (line.endsWith("1.0.0") ? is(line) : old(line, request)),
        cache,
      );
      await reader.readManifest(REPOSITORY, tag("1.0.0"));
      return reader.looksOld?.(REPOSITORY);
    };
    expect([await looks(true), await looks(false)]).toEqual([true, false]);
  });

  test.each<[string, HttpResponse, string | undefined]>([
    ["201", answer(201), undefined],
    ["200", answer(200), "unexpected-answer"],
    ["a page", answer(201, "<html>", HTML), "not-a-registry"],
    ["that it is not taken", answer(400, words("MANIFEST_INVALID")), "not-taken"],
    ["that its disk is full", answer(500, "no space left on device"), "disk-full"],
    ["that it is in maintenance", answer(405, "", { allow: "GET, HEAD" }), "read-only"],
  ])("has written a manifest, by %s: %s", async (_, sent, kind) => {
    const { writer } = made(answers(DISTRIBUTIONS, TAKES_TAG, LATER, sent));
    const manifest: ManifestBytes = { mediaType: "application/json", body: Buffer.from("{}") };
    const writing = writer.putManifest(REPOSITORY, tag("1.0.0"), manifest);
    if (kind === undefined) await expect(writing).resolves.toBeUndefined();
    else await expect(writing).rejects.toMatchObject({ kind });
  });
});
