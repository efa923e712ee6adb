import { describe, expect, onTestFinished, test } from "vitest";
import { findDistribution3 } from "../../scripts/go-tools.mjs";
import { pushImage } from "../../scripts/images.mjs";
import { startRegistry } from "../../scripts/registry.mjs";
import { startS3Server } from "../../scripts/s3-server.mjs";
import { isReady } from "../../src/core/result/finding.js";
import { isDelete, isList, useFilledRepository } from "../support/proxied.js";
import type { Answer, Proxy, RecordedRequest } from "../support/proxy.js";
import { newRepository } from "../support/pruning.js";
import { runCheck } from "./checking.js";

const filled = useFilledRepository();
const isBlob = ({ path }: RecordedRequest): boolean => path.includes("/blobs/sha256:");
const isCheckTag = ({ path }: RecordedRequest): boolean =>
  path.includes("/manifests/prune-image-tags-check-");

/** Distribution 3's Content-Type, which is all that shows its version. */
function pretend3(proxy: Proxy): void {
  const change = (answer: Answer): Answer => ({
    ...answer,
    headers: { ...answer.headers, "content-type": "application/json" },
  });
  proxy.on({ when: ({ path }) => path === "/v2/", act: { kind: "change", change } });
}

function list(proxy: Proxy, tags: readonly string[]): void {
  const body = JSON.stringify({ name: "x", tags });
  proxy.on({ when: isList, act: { kind: "answer", status: 200, body } });
}

/** Layers in an object storage: the registry redirects who wants one. */
function redirectBlobs(proxy: Proxy, location: string): void {
  proxy.on({ when: isBlob, act: { kind: "answer", status: 307, headers: { location } } });
}

describe("Distribution 3.1.0 and 3.1.1 on S3 (issue #4891), pretended", () => {
  const ORDER = ["1.0.0-rc.1", "1.0.0", "1.0.1", "1.0"];

  test("show by the order of their list, and that stops a prune", async () => {
    const { image, proxy } = await filled(...ORDER);
    pretend3(proxy);
    list(proxy, ORDER);
    const { of, result } = await runCheck(image);
    expect(of("list-order")).toMatchObject([{ kind: "problem" }]);
    expect(isReady(result.findings)).toBe(false);
  });

  test("the same order of another version says nothing", async () => {
    const { image, proxy } = await filled(...ORDER);
    list(proxy, ORDER);
    expect((await runCheck(image)).of("list-order")).toEqual([]);
  });

  test("may be what does not show, and that is said where layers are elsewhere alone", async () => {
    const { image, proxy } = await filled("1.0.0", "1.1.0");
    const storage = await filled();
    pretend3(proxy);
    list(proxy, ["1.0.0", "1.1.0"]);
    expect((await runCheck(image)).of("list-order")).toEqual([]);
    redirectBlobs(proxy, `${storage.proxy.url}/bucket/data`);
    const { of } = await runCheck(image);
    expect(of("list-order")).toMatchObject([{ kind: "warning" }]);
    expect(of("storage")[0]?.message).toContain(storage.proxy.host);
    expect(storage.proxy.requests).toEqual([]);
  });
});

describe("Distribution 2.8 on S3 (issue #3142)", () => {
  test.each([
    [["1.0.0", "1.0.0-rc.1"], ["warning"]],
    [["1.0.0", "1.1.0"], []],
  ])("with the tags %j", async (tags, kinds) => {
    const { image, proxy } = await filled(...tags);
    redirectBlobs(proxy, "https://bucket.s3.example.com/data");
    expect((await runCheck(image)).of("sticking").map(({ kind }) => kind)).toEqual(kinds);
  });

  test("is nothing where layers come from the registry itself", async () => {
    const { image } = await filled("1.0.0", "1.0.0-rc.1");
    const { of } = await runCheck(image);
    expect([...of("sticking"), ...of("storage")]).toEqual([]);
  });
});

describe("tags that can be deleted though deletes are off (CVE-2026-41888)", () => {
  const errors = (code: string): string => JSON.stringify({ errors: [{ code, message: "words" }] });

  test.each([
    ["3.0.0", 404, ["warning"]],
    ["3.1.1", 405, []],
  ])("are told of %s", async (_, status, kinds) => {
    const { image, proxy } = await filled("1.0.0");
    pretend3(proxy);
    const body = errors(status === 404 ? "MANIFEST_UNKNOWN" : "UNSUPPORTED");
    proxy.on({
      when: (request) => isCheckTag(request) && request.method === "DELETE",
      act: { kind: "answer", status, body },
    });
    const off = { kind: "answer", status: 405, body: errors("UNSUPPORTED") } as const;
    proxy.on({ when: ({ method, path }) => method === "DELETE" && path.includes("/manifests/"), act: off });
    const { of } = await runCheck(image);
    expect(of("tag-deletes").map(({ kind }) => kind)).toEqual(kinds);
  });

  test("are not asked about where deletes are on", async () => {
    const { image, proxy } = await filled("1.0.0");
    pretend3(proxy);
    await runCheck(image);
    expect(proxy.requests.filter(isCheckTag)).toEqual([]);
    expect(proxy.requests.filter(isDelete)).toHaveLength(1);
  });
});

const registry3 = await findDistribution3(() => undefined);

describe.skipIf(registry3 === undefined)("Distribution 3.1.1 itself", () => {
  const binary = registry3 ?? "";

  test("is recognised, with deletes off that hold for tags too", async () => {
    const registry = await startRegistry({ binary, deletes: false });
    onTestFinished(() => registry.stop());
    const repo = newRepository(registry.url);
    await pushImage(repo, ["1.0.0"]);
    const { of } = await runCheck(`${registry.host}/${repo.name}`);
    expect(of("product")[0]?.message).toContain("Distribution 3");
    expect(of("deletes")).toMatchObject([{ kind: "problem" }]);
    expect(of("tag-deletes")).toEqual([]);
  });

  test("on S3 hides a tag, and is told of", async ({ skip }) => {
    const s3 = await startS3Server();
    if (s3 === undefined) return skip();
    onTestFinished(() => s3.stop());
    await s3.createBucket("images");
    const registry = await startRegistry({ binary, s3: { ...s3, bucket: "images" } });
    onTestFinished(() => registry.stop());
    const repo = newRepository(registry.url);
    for (const tag of ["1.0", "1.0.1", "1.0.10", "1.0.0"]) await pushImage(repo, [tag]);
    const { of, kinds } = await runCheck(`${registry.host}/${repo.name}`);
    expect(of("repository")[0]?.message).toContain("3 tags");
    expect(of("list-order")).toMatchObject([{ kind: "problem" }]);
    expect(of("storage")[0]?.message).toContain(s3.host);
    expect(kinds).toMatchObject({ deletes: "ok", writes: "ok" });
  });
});
