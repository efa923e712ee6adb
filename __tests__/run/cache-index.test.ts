import { randomUUID } from "node:crypto";
import { describe, expect, onTestFinished, test } from "vitest";
import { findDistribution3 } from "../../scripts/go-tools.mjs";
import { getManifest, listTags, pullImage, pushBlob, pushImage, type Repo } from "../../scripts/images.mjs";
import { isReady } from "../../src/core/result/finding.js";
import { restoreStatus } from "../../src/report/verbs/restore.js";
import { statusOf } from "../../src/report/run/result.js";
import { readPresence } from "../../src/run/verify/integrity.js";
import { runCheck } from "../doctor/checking.js";
import { CACHE_FORMS, pushCache, pushListing, statusesOf } from "../support/cache-index.js";
import { type Distribution, openPort, useDistribution } from "../support/distributions.js";
import { runExplain } from "../support/explaining.js";
import { hostAt } from "../support/hosts.js";
import type { Stage } from "../support/proxied.js";
import { applied, runPrune } from "../support/pruning.js";
import { deleteAll, ends, journalOf, only, runRestore } from "../support/restoring.js";
import { createShelf, DAY, sweepShelf } from "../support/storage.js";

const OK = 200;
const VERSIONS: readonly Distribution[] = ["2.8", "3.1.1"];

async function pushVersions(repo: Repo): Promise<Awaited<ReturnType<typeof pushImage>>> {
  await pushImage(repo, ["1.0.1"]);
  await pushImage(repo, ["1.0.2"]);
  return pushImage(repo, ["1.0.3"]);
}

const askedFor = ({ proxy }: Stage, blobs: readonly string[]): readonly string[] =>
  proxy.requests
    .filter(({ path }) => path.includes("/manifests/") && blobs.some((blob) => path.endsWith(blob)))
    .map(({ path }) => path);

describe.each(VERSIONS)("BuildKit's cache beside images on Distribution %s", (distribution) => {
  const stage = useDistribution(distribution);

  test.for(CACHE_FORMS)("as %s: images are pruned, the cache stays whole", async (form, { skip }) => {
    const made = await stage(skip);
    const newest = await pushVersions(made.repo);
    const cache = await pushCache(made.repo, "buildcache", { form, shared: newest });
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect([...applied(pruned).deleted].sort()).toEqual(["1.0.1", "1.0.2"]);
    expect(applied(pruned)).toMatchObject({ harm: [], notes: [], plan: { missing: [] } });
    expect(statusOf(pruned.result)).toBe("done");
    expect(await listTags(made.repo)).toEqual(["1.0.3", "buildcache"]);
    await pullImage(made.repo, "1.0.3");
    expect((await getManifest(made.repo, "buildcache")).digest).toBe(cache.digest);
    expect(await statusesOf(made.repo, cache.blobs)).toEqual(cache.blobs.map(() => OK));
    expect(askedFor(made, cache.blobs)).toEqual([]);
  });

  test("is no trouble to exclude, explain, check, and the proof of a collection", async ({ skip }) => {
    const made = await stage(skip);
    await pushVersions(made.repo);
    const cache = await pushCache(made.repo, "buildcache");
    const [explained] = await runExplain({ image: `${made.image}:buildcache`, keep: "1" });
    expect(explained?.explanation?.verdict).toMatchObject({
      kind: "keep",
      reason: { kind: "not-a-version" },
    });
    const { result, kinds } = await runCheck(made.image);
    expect(isReady(result.findings)).toBe(true);
    expect(kinds).toMatchObject({ dangling: "ok" });
    const { port, repository } = await openPort(made, ["pull"]);
    const host = await hostAt(made.proxy.host);
    const { present } = await readPresence({ registry: port, host, concurrency: 2 }, repository);
    expect([...present]).toEqual(expect.arrayContaining([...cache.blobs]));
    const pruned = await runPrune({ image: made.image, keep: "1", exclude: "buildcache" });
    expect([...applied(pruned).deleted].sort()).toEqual(["1.0.1", "1.0.2"]);
    expect(await statusesOf(made.repo, cache.blobs)).toEqual(cache.blobs.map(() => OK));
    expect(askedFor(made, cache.blobs)).toEqual([]);
  });

  test("goes where it is a candidate; its blobs are garbage then, and it can be put back as long as they are there", async ({
    skip,
  }) => {
    const { repo, image } = await stage(skip);
    const [first, second] = [await pushCache(repo, "cache-1"), await pushCache(repo, "cache-2")];
    const pruned = await runPrune({ image, keep: "1", sort: "natural" });
    expect(applied(pruned).deleted).toEqual(["cache-1"]);
    expect(await statusesOf(repo, second.blobs)).toEqual(second.blobs.map(() => OK));
    const journal = await journalOf({ [image]: await deleteAll(repo, [{ ...second, tags: ["cache-2"] }]) });
    const back = await runRestore(journal);
    expect(restoreStatus(back.result)).toBe("done");
    expect((await getManifest(repo, "cache-2")).digest).toBe(second.digest);
    const again = await journalOf({ [image]: await deleteAll(repo, [{ ...second, tags: ["cache-2"] }]) });
    const [lost = ""] = second.blobs;
    await fetch(`${repo.base}/v2/${repo.name}/blobs/${lost}`, { method: "DELETE" });
    expect(ends(only((await runRestore(again)).result))).toEqual({ "cache-2": "lost" });
    expect(first.digest).not.toBe(second.digest);
  });

  test("keeps a manifest of which it has the bytes for a layer", async ({ skip }) => {
    const { repo, image } = await stage(skip);
    const old = await pushImage(repo, ["1.0.1"]);
    await pushImage(repo, ["1.0.2"]);
    const layer = {
      mediaType: "application/vnd.oci.image.layer.v1.tar",
      ...(await pushBlob(repo, old.bytes)),
    };
    await pushListing(repo, "cache", [layer]);
    const pruned = await runPrune({ image, keep: "1" });
    expect(applied(pruned).deleted).toEqual([]);
    expect(await statusesOf(repo, [layer.digest])).toEqual([OK]);
    await pullImage(repo, "1.0.1");
  });
});

describe.each(VERSIONS)(
  "what an index lists without a clear media type, on Distribution %s",
  (distribution) => {
    const stage = useDistribution(distribution);

    test.for<[string, object]>([
      ["none", {}],
      ["an empty one", { mediaType: "" }],
      ["an unknown one of a manifest", { mediaType: "application/vnd.example.manifest.v1+json" }],
    ])("%s: it is looked for in both places, and kept", async ([, type], { skip }) => {
      const { repo, image } = await stage(skip);
      await pushVersions(repo);
      const blob = await pushBlob(repo, Buffer.from(`strange ${randomUUID()}`));
      const part = await pushImage(repo, ["0.9.0"]);
      const { digest, size } = part;
      await pushListing(repo, "strange", [
        { ...blob, ...type },
        { digest, size, ...type },
      ]);
      const pruned = await runPrune({ image, keep: "1" });
      expect(applied(pruned)).toMatchObject({ harm: [], plan: { missing: [] } });
      expect(await listTags(repo)).toEqual(expect.arrayContaining(["0.9.0", "1.0.3", "strange"]));
      expect(applied(pruned).deleted).toEqual(expect.arrayContaining(["1.0.1", "1.0.2"]));
      expect(await statusesOf(repo, [blob.digest])).toEqual([OK]);
      await pullImage(repo, "0.9.0");
    });

    test("it goes with its index as what it is: a blob is never deleted", async ({ skip }) => {
      const made = await stage(skip);
      const blob = await pushBlob(made.repo, Buffer.from(`strange ${randomUUID()}`));
      const part = await pushImage(made.repo, []);
      await pushListing(made.repo, "1.0.0", [blob, { digest: part.digest, size: part.size }]);
      await pushImage(made.repo, ["2.0.0"]);
      expect(applied(await runPrune({ image: made.image, keep: "1" })).deleted).toEqual(["1.0.0"]);
      expect((await getManifest(made.repo, part.digest)).status).toBe(404);
      expect(await statusesOf(made.repo, [blob.digest])).toEqual([OK]);
      expect(made.sent("DELETE").filter((path) => path.endsWith(blob.digest))).toEqual([]);
    });

    test("a registry that says that it has no such manifest has it as a blob", async ({ skip }) => {
      const made = await stage(skip);
      await pushVersions(made.repo);
      const blob = await pushBlob(made.repo, Buffer.from(`strange ${randomUUID()}`));
      await pushListing(made.repo, "strange", [blob]);
      made.proxy.on({
        when: ({ path }) => path.endsWith(`/manifests/${blob.digest}`),
        act: {
          kind: "answer",
          status: 404,
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ errors: [{ code: "MANIFEST_UNKNOWN", message: "manifest unknown" }] }),
        },
      });
      expect(applied(await runPrune({ image: made.image, keep: "1" })).plan.missing).toEqual([]);
    });

    test("a registry that answers 500 for it and has no such blob stops the repository", async ({ skip }) => {
      const made = await stage(skip);
      await pushVersions(made.repo);
      const part = await pushImage(made.repo, []);
      await pushListing(made.repo, "strange", [{ digest: part.digest, size: part.size }]);
      made.proxy.on({
        when: ({ path }) => path.endsWith(`/manifests/${part.digest}`),
        act: { kind: "answer", status: 500 },
      });
      const { outcome } = await runPrune({ image: made.image, keep: "1" });
      expect(outcome.kind).toBe("failed");
      expect(await listTags(made.repo)).toHaveLength(4);
    });
  },
);

describe.each(VERSIONS)("a disk with BuildKit's cache, on Distribution %s", (distribution) => {
  test("a sweep and the registry's own collection keep its blobs, and take those of what it took the place of", async ({
    skip,
  }) => {
    const binary = distribution === "2.8" ? undefined : await findDistribution3(console.warn);
    if (distribution !== "2.8" && binary === undefined) return skip("Distribution 3 can't be built here");
    const shelf = await createShelf(binary);
    onTestFinished(() => shelf.remove());
    const [old, now] = await shelf.serve(async (repo) => {
      await pushImage(repo("app"), ["1.0.0"]);
      return [await pushCache(repo("app"), "buildcache"), await pushCache(repo("app"), "buildcache")];
    });
    await shelf.age(3);
    await sweepShelf(shelf, { untaggedOlderThan: DAY });
    await shelf.collect();
    await shelf.serve(async (repo) => {
      await pullImage(repo("app"), "1.0.0");
      expect(await statusesOf(repo("app"), now.blobs)).toEqual(now.blobs.map(() => OK));
      expect(await statusesOf(repo("app"), old.blobs)).toEqual(old.blobs.map(() => 404));
    });
  });
});
