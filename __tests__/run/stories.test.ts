import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getManifest, listTags, pushImage, pushIndex, putManifest } from "../../scripts/images.mjs";
import { type Registry, startRegistry } from "../../scripts/registry.mjs";
import { statusOf } from "../../src/report/result.js";
import { applied, newRepository, runPrune } from "../support/pruning.js";
import { pulledTags } from "../support/proxied.js";

/** The stories that have hurt the users of other tools, each on a real registry. */
let registry: Registry;
beforeAll(async () => {
  // Its own: some stories damage its storage.
  registry = await startRegistry({ deletes: true, readOnly: false });
});
afterAll(() => registry.stop());

type Repo = ReturnType<typeof newRepository>;

const image = ({ name }: Repo, tag = ""): string => `${registry.host}/${name}${tag}`;

async function isThere(repo: Repo, digest: string): Promise<boolean> {
  return (await getManifest(repo, digest)).status === 200;
}

test("the newest of each channel stay whole, latest and its alias too, and the rest is gone", async () => {
  const repo = newRepository(registry.url);
  const old = await pushImage(repo, ["3.3.0-alpha.1"]);
  for (const tag of ["3.3.0-alpha.2", "3.3.0-alpha.10", "3.3.0-alpha.9", "3.1.0"]) {
    await pushImage(repo, [tag]);
  }
  await pushImage(repo, ["3.2.0", "latest"]);
  const pruned = await runPrune({ image: image(repo, ":3.3.0-alpha.10"), keep: "2" });
  expect(applied(pruned).deleted).toEqual(["3.3.0-alpha.2", "3.3.0-alpha.1"]);
  expect(statusOf(pruned.result)).toBe("done");
  expect(await pulledTags(repo)).toEqual(["3.1.0", "3.2.0", "3.3.0-alpha.10", "3.3.0-alpha.9", "latest"]);
  expect(await isThere(repo, old.digest)).toBe(false);
});

test("what was just pushed stays, though it sorts lowest: a hotfix of an old line", async () => {
  const repo = newRepository(registry.url);
  for (const tag of ["1.4.8", "1.4.9", "2.0.0", "2.1.0"]) await pushImage(repo, [tag]);
  await runPrune({ image: image(repo, ":1.4.9"), keep: "1" });
  expect(await pulledTags(repo)).toEqual(["1.4.9", "2.1.0"]);
});

test("what was just pushed by digest stays, with every tag on it", async () => {
  const repo = newRepository(registry.url);
  const { digest } = await pushImage(repo, ["1.0.0", "v1.0.0"]);
  await pushImage(repo, ["1.1.0"]);
  await pushImage(repo, ["2.0.0"]);
  await runPrune({ image: `${image(repo)}@${digest}`, keep: "1" });
  expect(await pulledTags(repo)).toEqual(["1.0.0", "2.0.0", "v1.0.0"]);
});

test("a release candidate that was released as it was keeps its tag, for one digest can't lose one of two", async () => {
  const repo = newRepository(registry.url);
  await pushImage(repo, ["1.0.0-rc.1", "1.0.0"]);
  await pushImage(repo, ["1.1.0-rc.1"]);
  const pruned = await runPrune({ image: image(repo), keep: "1" });
  expect(applied(pruned).plan.verdicts).toContainEqual(
    expect.objectContaining({
      tag: "1.0.0-rc.1",
      reason: { kind: "shares-digest", with: "1.0.0", untags: "no" },
    }),
  );
  expect(await pulledTags(repo)).toEqual(["1.0.0", "1.0.0-rc.1", "1.1.0-rc.1"]);
});

test("all aliases of an image go with it, and count once", async () => {
  const repo = newRepository(registry.url);
  await pushImage(repo, ["1.0.0", "v1.0.0", "1.0.0_7"]);
  await pushImage(repo, ["1.1.0", "v1.1.0"]);
  await pushImage(repo, ["1.2.0", "v1.2.0"]);
  const pruned = await runPrune({ image: image(repo), keep: "2" });
  expect([...applied(pruned).deleted].sort()).toEqual(["1.0.0", "1.0.0_7", "v1.0.0"]);
  expect(await pulledTags(repo)).toEqual(["1.1.0", "1.2.0", "v1.1.0", "v1.2.0"]);
});

test.each(["oci", "docker"] as const)(
  "a multi-arch image (%s) goes with its children, but for one that another shares",
  async (format) => {
    const repo = newRepository(registry.url);
    const [shared, own, fresh] = await Promise.all(
      ["shared", "own", "fresh"].map((seed) => pushImage(repo, [], { seed, format })),
    );
    if (!shared || !own || !fresh) throw new Error("three were pushed");
    await pushIndex(repo, ["1.0.0"], [shared, own], { format });
    await pushIndex(repo, ["1.1.0"], [shared, fresh], { format });
    await runPrune({ image: image(repo), keep: "1" });
    expect(await pulledTags(repo)).toEqual(["1.1.0"]);
    expect(await isThere(repo, own.digest)).toBe(false);
    expect(await isThere(repo, shared.digest)).toBe(true);
  },
);

test("a nested index goes whole, and one within a kept index stays whole", async () => {
  const repo = newRepository(registry.url);
  const leaves = await Promise.all(["a", "b"].map((seed) => pushImage(repo, [], { seed })));
  const [first, second] = leaves;
  if (!first || !second) throw new Error("two were pushed");
  const goes = await pushIndex(repo, [], [first]);
  await pushIndex(repo, ["1.0.0"], [goes]);
  const stays = await pushIndex(repo, ["0.9.0"], [second]);
  await pushIndex(repo, ["1.1.0"], [stays]);
  await runPrune({ image: image(repo), keep: "1" });
  expect(await pulledTags(repo)).toEqual(["0.9.0", "1.1.0"]);
  expect(await isThere(repo, goes.digest)).toBe(false);
  expect(await isThere(repo, first.digest)).toBe(false);
});

test("a multi-arch image's attestation is a child like others", async () => {
  const repo = newRepository(registry.url);
  const attestations = await Promise.all(
    ["old", "new"].map((seed) =>
      pushImage(repo, [], { seed, platform: { architecture: "unknown", os: "unknown" } }),
    ),
  );
  const [old, fresh] = attestations;
  if (!old || !fresh) throw new Error("two were pushed");
  await pushIndex(repo, ["1.0.0"], [await pushImage(repo, []), old]);
  await pushIndex(repo, ["1.1.0"], [await pushImage(repo, []), fresh]);
  await runPrune({ image: image(repo), keep: "1" });
  expect(await pulledTags(repo)).toEqual(["1.1.0"]);
  expect(await isThere(repo, old.digest)).toBe(false);
});

test("a kept index that lacked a child before is noted, and is no failure", async () => {
  const repo = newRepository(registry.url);
  const lost = await pushImage(repo, []);
  await pushIndex(repo, ["1.1.0"], [await pushImage(repo, []), lost]);
  await pushImage(repo, ["1.0.0"]);
  await fetch(`${registry.url}/v2/${repo.name}/manifests/${lost.digest}`, { method: "DELETE" });
  const pruned = await runPrune({ image: image(repo), keep: "1" });
  expect(applied(pruned)).toMatchObject({ deleted: ["1.0.0"], harm: [], plan: { missing: [lost.digest] } });
  expect(statusOf(pruned.result)).toBe("done");
});

test("a signature goes with the image that it signs, and stays with one that stays", async () => {
  const repo = newRepository(registry.url);
  const nameOf = (signed: { readonly digest: string }): string => `${signed.digest.replace(":", "-")}.sig`;
  const old = await pushImage(repo, ["1.0.0"]);
  const gone = await pushImage(repo, [nameOf(old)]);
  const kept = nameOf(await pushImage(repo, ["1.2.0"]));
  await pushImage(repo, [kept]);
  await runPrune({ image: image(repo), keep: "1" });
  expect(await pulledTags(repo)).toEqual(["1.2.0", kept]);
  expect(await isThere(repo, gone.digest)).toBe(false);
});

test("the subject of a kept referrer stays", async () => {
  const repo = newRepository(registry.url);
  const subject = await pushImage(repo, ["1.0.0"]);
  const { mediaType, digest, size } = subject;
  await pushImage(repo, ["sbom"], { subject: { mediaType, digest, size } });
  for (const tag of ["1.1.0", "1.2.0"]) await pushImage(repo, [tag]);
  await runPrune({ image: image(repo), keep: "1" });
  expect(await pulledTags(repo)).toEqual(["1.0.0", "1.2.0", "sbom"]);
});

test("a tag whose manifest is not there is told, takes no place, and stops nothing", async () => {
  const repo = newRepository(registry.url);
  const dangling = await pushImage(repo, ["2.0.0"]);
  for (const tag of ["1.0.0", "1.1.0"]) await pushImage(repo, [tag]);
  const root = join(registry.storage ?? "", "docker/registry/v2");
  const hex = dangling.digest.slice(7);
  // 2.8 looks for the link, 3.x for the bytes.
  await rm(join(root, "repositories", repo.name, "_manifests/revisions/sha256", hex), { recursive: true });
  await rm(join(root, "blobs/sha256", hex.slice(0, 2), hex), { recursive: true });
  const pruned = await runPrune({ image: image(repo), keep: "1" });
  expect(applied(pruned)).toMatchObject({ deleted: ["1.0.0"], harm: [] });
  expect(applied(pruned).plan.verdicts).toContainEqual({
    kind: "keep",
    tag: "2.0.0",
    reason: { kind: "dangling" },
  });
  expect(await listTags(repo)).toEqual(["1.1.0", "2.0.0"]);
});

test("a repository that is not there, one that is empty, and a tag that is not there are warnings", async () => {
  const repo = newRepository(registry.url);
  const unknown = await runPrune({ image: image(repo, ":1.0.0") });
  expect(unknown.outcome).toMatchObject({ kind: "nothing", why: "unknown-repository" });
  const { digest } = await pushImage(repo, ["1.0.0"]);
  const missing = await runPrune({ image: `${image(repo, ":1.1.0")}@sha256:${"0".repeat(64)}` });
  const repository = image(repo);
  expect(missing.events).toContainEqual({ kind: "named-tag-missing", repository, tag: "1.1.0" });
  expect(missing.events).toContainEqual({
    kind: "named-digest-missing",
    repository,
    digest: `sha256:${"0".repeat(64)}`,
  });
  await fetch(`${registry.url}/v2/${repo.name}/manifests/${digest}`, { method: "DELETE" });
  const empty = await runPrune({ image: image(repo, ":1.0.0") });
  expect(empty.outcome).toMatchObject({ kind: "nothing", why: "no-tags" });
  for (const { result } of [unknown, missing, empty]) expect(statusOf(result)).toBe("done");
});

test("several references to one repository are one run, and several repositories each have their own", async () => {
  const [one, two] = [newRepository(registry.url), newRepository(registry.url)];
  for (const repo of [one, two]) for (const tag of ["1.0.0", "1.1.0", "1.2.0"]) await pushImage(repo, [tag]);
  const images = [image(one, ":1.0.0"), image(one, ":1.1.0"), image(two)].join("\n");
  const { result } = await runPrune({ image: images, keep: "1" });
  expect(result.outcomes).toHaveLength(2);
  expect(await pulledTags(one)).toEqual(["1.0.0", "1.1.0", "1.2.0"]);
  expect(await pulledTags(two)).toEqual(["1.2.0"]);
});

test("keep 0 with allow-empty leaves an empty repository", async () => {
  const repo = newRepository(registry.url);
  for (const tag of ["1.0.0", "1.1.0"]) await pushImage(repo, [tag]);
  await runPrune({ image: image(repo), keep: "0", "allow-empty": "true" });
  expect(await listTags(repo)).toEqual([]);
});

test("a second run finds nothing more to do", async () => {
  const repo = newRepository(registry.url);
  for (const tag of ["1.0.0", "1.1.0", "1.2.0"]) await pushImage(repo, [tag]);
  await runPrune({ image: image(repo), keep: "1" });
  const again = await runPrune({ image: image(repo), keep: "1" });
  expect(applied(again).deletions).toEqual([]);
});

test("two runs at once do no harm", async () => {
  const repo = newRepository(registry.url);
  for (let number = 1; number <= 30; number += 1) await pushImage(repo, [`1.0.0-alpha.${number}`]);
  const runs = await Promise.all([
    runPrune({ image: image(repo), keep: "5" }),
    runPrune({ image: image(repo), keep: "3" }),
  ]);
  for (const run of runs) expect(applied(run).harm).toEqual([]);
  expect(await pulledTags(repo)).toEqual([28, 29, 30].map((number) => `1.0.0-alpha.${number}`));
});

test("an index that is only a tag of another's child goes after it", async () => {
  const repo = newRepository(registry.url);
  const child = await pushImage(repo, ["1.0.0-amd64"]);
  await pushIndex(repo, ["1.0.0"], [child]);
  await pushImage(repo, ["1.1.0"]);
  await pushImage(repo, ["1.1.0-amd64"]);
  const pruned = await runPrune({ image: image(repo), keep: "1" });
  expect(applied(pruned).deletions.map(({ kind }) => kind)).toEqual(["deleted", "deleted"]);
  expect(await pulledTags(repo)).toEqual(["1.1.0", "1.1.0-amd64"]);
});

test("an empty index is an image like any other", async () => {
  const repo = newRepository(registry.url);
  const bytes = Buffer.from(
    '{"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[]}',
  );
  await putManifest(repo, "1.0.0", "application/vnd.oci.image.index.v1+json", bytes);
  await pushImage(repo, ["1.1.0"]);
  await runPrune({ image: image(repo), keep: "1" });
  expect(await pulledTags(repo)).toEqual(["1.1.0"]);
});
