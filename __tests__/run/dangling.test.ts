import { rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { getManifest, listTags, pullImage, pushImage } from "../../scripts/images.mjs";
import { statusOf } from "../../src/report/run/result.js";
import type { RawSettings } from "../../src/settings/read/setting-reader.js";
import { betweenPlanAndBatch, type Distribution, useDistribution } from "../support/distributions.js";
import { isDelete, type Pushed, type Stage } from "../support/proxied.js";
import { applied, type Pruned, runPrune } from "../support/pruning.js";

/** Pushes an image and takes it out of the storage, as a damaged disk or a script does: its tag stays listed. */
async function dangle({ repo, storage }: Stage, tag: string): Promise<Pushed> {
  const image = await pushImage(repo, [tag]);
  const root = join(storage, "docker/registry/v2");
  const hex = image.digest.slice(7);
  // 2.8 looks for the link, 3.x for the bytes.
  await rm(join(root, "repositories", repo.name, "_manifests/revisions/sha256", hex), { recursive: true });
  await rm(join(root, "blobs/sha256", hex.slice(0, 2), hex), { recursive: true });
  if ((await getManifest(repo, tag)).status !== 404) throw new Error(`${tag} does not dangle`);
  return image;
}

/** 2.0.0 dangles; of 1.0.0 and 1.1.0, one goes with keep: 1. */
async function dangling(made: Stage): Promise<Stage> {
  await dangle(made, "2.0.0");
  for (const tag of ["1.0.0", "1.1.0"]) await pushImage(made.repo, [tag]);
  return made;
}

const verdictOf = (pruned: Pruned, tag: string): unknown =>
  applied(pruned).plan.verdicts.find((verdict) => verdict.tag === tag);
const STAYS = { kind: "keep", tag: "2.0.0", reason: { kind: "dangling" } };

/** What takes a dangling tag off each registry's list. */
const ways: readonly [Distribution, RawSettings][] = [
  ["2.8", { dangling: "delete", untag: "overwrite" }],
  ["3.1.1", { dangling: "delete" }],
];

describe.each(ways)("a tag that dangles on Distribution %s", (distribution, heals) => {
  const stage = useDistribution(distribution);

  test("is taken off the list where that is asked for, and what is kept stays whole", async ({ skip }) => {
    const made = await dangling(await stage(skip));
    const pruned = await runPrune({ image: made.image, keep: "1", ...heals });
    expect(verdictOf(pruned, "2.0.0")).toMatchObject({ kind: "untag", reason: { kind: "dangling" } });
    expect([...applied(pruned).deleted].sort()).toEqual(["1.0.0", "2.0.0"]);
    expect(applied(pruned)).toMatchObject({ harm: [], notes: [] });
    expect(statusOf(pruned.result)).toBe("done");
    expect(await listTags(made.repo)).toEqual(["1.1.0"]);
    await pullImage(made.repo, "1.1.0");
    const again = await runPrune({ image: made.image, keep: "1", ...heals });
    expect(applied(again).deletions).toEqual([]);
  });

  test("is taken off though nothing else is to be done, and takes no place of the newest", async ({
    skip,
  }) => {
    const made = await dangling(await stage(skip));
    const pruned = await runPrune({ image: made.image, keep: "2", ...heals });
    expect(applied(pruned).deleted).toEqual(["2.0.0"]);
    expect(await listTags(made.repo)).toEqual(["1.0.0", "1.1.0"]);
  });

  test("can be pushed anew afterwards", async ({ skip }) => {
    const made = await dangling(await stage(skip));
    await runPrune({ image: made.image, keep: "2", ...heals });
    await pushImage(made.repo, ["2.0.0"]);
    await pullImage(made.repo, "2.0.0");
  });

  test("is left alone where it was pushed meanwhile", async ({ skip }) => {
    const made = await dangling(await stage(skip));
    let pushed: Pushed | undefined;
    betweenPlanAndBatch(made, async () => (pushed = await pushImage(made.repo, ["2.0.0"])), "tag");
    const pruned = await runPrune({ image: made.image, keep: "2", ...heals });
    expect(applied(pruned).deletions).toMatchObject([{ kind: "spared", reason: { kind: "tags-moved" } }]);
    expect(made.sent("PUT")).toEqual([]);
    expect(
      made.proxy.requests.filter((request) => isDelete(request) && request.path.endsWith("/2.0.0")),
    ).toEqual([]);
    expect(await getManifest(made.repo, "2.0.0")).toMatchObject({ status: 200, digest: pushed?.digest });
    await pullImage(made.repo, "2.0.0");
  });

  test.for<[string, RawSettings]>([
    ["nobody asked for that", { dangling: "report" }],
    ["exclude names it", { exclude: "2.*" }],
    ["include does not name it", { include: "1.*" }],
  ])("stays and is reported where %s", async ([, raw], { skip }) => {
    const made = await dangling(await stage(skip));
    const pruned = await runPrune({ image: made.image, keep: "1", ...heals, ...raw });
    expect(verdictOf(pruned, "2.0.0")).toEqual(STAYS);
    expect(applied(pruned).deleted).toEqual(["1.0.0"]);
    expect(made.sent("PUT")).toEqual([]);
    expect(await listTags(made.repo)).toEqual(["1.1.0", "2.0.0"]);
  });

  test("stays where this run's reference names it: its push may be under way", async ({ skip }) => {
    const made = await dangling(await stage(skip));
    const pruned = await runPrune({ image: `${made.image}:2.0.0`, keep: "1", ...heals });
    expect(verdictOf(pruned, "2.0.0")).toEqual(STAYS);
    expect(await listTags(made.repo)).toEqual(["1.1.0", "2.0.0"]);
  });

  test("is no image that a repository may be left with", async ({ skip }) => {
    const made = await stage(skip);
    await dangle(made, "2.0.0");
    const pruned = await runPrune({ image: made.image, keep: "1", ...heals });
    expect(applied(pruned).deleted).toEqual(["2.0.0"]);
    expect(await listTags(made.repo)).toEqual([]);
  });

  test("stays in a dry run, which sends nothing but GET and says that it would go", async ({ skip }) => {
    const made = await dangling(await stage(skip));
    const { outcome } = await runPrune({ image: made.image, keep: "1", ...heals, "dry-run": "true" });
    if (outcome.kind !== "planned") throw new Error(outcome.kind);
    expect(outcome.plan.verdicts).toContainEqual(expect.objectContaining({ kind: "untag", tag: "2.0.0" }));
    expect(new Set(made.proxy.requests.map(({ method }) => method))).toEqual(new Set(["GET"]));
    expect(await listTags(made.repo)).toContain("2.0.0");
  });
});

describe("a tag that dangles on Distribution 2.8 without untag: overwrite", () => {
  const stage = useDistribution("2.8");

  test("stays and is reported, though it is to go", async ({ skip }) => {
    const made = await dangling(await stage(skip));
    const pruned = await runPrune({ image: made.image, keep: "1", dangling: "delete" });
    expect(verdictOf(pruned, "2.0.0")).toEqual(STAYS);
    expect(applied(pruned)).toMatchObject({ deleted: ["1.0.0"], harm: [] });
    for (const method of ["PUT", "POST", "PATCH"]) expect(made.sent(method)).toEqual([]);
    expect(await listTags(made.repo)).toEqual(["1.1.0", "2.0.0"]);
  });
});
