import { describe, expect, onTestFinished, test } from "vitest";
import {
  getManifest,
  listTags,
  pullImage,
  pushImage,
  pushIndex,
  putManifest,
  type Repo,
} from "../../scripts/images.mjs";
import { statusOf } from "../../src/report/run/result.js";
import type { RawSettings } from "../../src/settings/read/setting-reader.js";
import { runCheck } from "../doctor/checking.js";
import { betweenPlanAndBatch, type Distribution, useDistribution } from "../support/distributions.js";
import { isRead, type Pushed } from "../support/proxied.js";
import { applied, failed, type Pruned, runPrune } from "../support/pruning.js";
import { createShelf } from "../support/storage.js";

const arm = { architecture: "arm64", os: "linux" };

async function deleteAt({ base, name }: Repo, ...gone: readonly Pushed[]): Promise<void> {
  for (const { digest } of gone) await fetch(`${base}/v2/${name}/manifests/${digest}`, { method: "DELETE" });
}

/** An index of two images under these tags, and the two. */
async function pushPair(
  repo: Repo,
  ...tags: readonly string[]
): Promise<{ readonly index: Pushed; readonly parts: readonly [Pushed, Pushed] }> {
  const parts = [await pushImage(repo, []), await pushImage(repo, [], { platform: arm })] as const;
  return { index: await pushIndex(repo, [...tags], [...parts]), parts };
}

/** A hollow index: all of its images are gone. */
async function pushHollow(repo: Repo, ...tags: readonly string[]): ReturnType<typeof pushPair> {
  const pair = await pushPair(repo, ...tags);
  await deleteAt(repo, ...pair.parts);
  return pair;
}

const reasonOf = (pruned: Pruned, tag: string): unknown =>
  applied(pruned).plan.verdicts.find((verdict) => verdict.tag === tag);

test("what 2.8's garbage-collect --delete-untagged leaves takes no place, and goes where that is asked for", async () => {
  const shelf = await createShelf();
  onTestFinished(() => shelf.remove());
  await shelf.serve(async (repo) => {
    for (const tag of ["1.0.0", "1.1.0"]) await pushImage(repo("app"), [tag]);
    for (const tag of ["1.2.0", "1.3.0"]) await pushPair(repo("app"), tag);
  });
  await shelf.collect("--delete-untagged");
  await shelf.serve(async (repo) => {
    const image = `${new URL(repo("app").base).host}/app`;
    const reported = await runPrune({ image, keep: "2" });
    expect(applied(reported).deleted).toEqual([]);
    for (const tag of ["1.2.0", "1.3.0"]) {
      expect(reasonOf(reported, tag)).toMatchObject({ kind: "keep", reason: { kind: "dangling", parts: 2 } });
    }
    const { of } = await runCheck(image);
    expect(of("dangling")).toMatchObject([
      { kind: "warning", message: expect.stringMatching(/1\.[23]\.0, 1\.[23]\.0 \(4 tags\)/) as string },
    ]);
    const pruned = await runPrune({ image, keep: "2", dangling: "delete" });
    expect([...applied(pruned).deleted].sort()).toEqual(["1.2.0", "1.3.0"]);
    expect(applied(pruned)).toMatchObject({ harm: [], notes: [] });
    expect(statusOf(pruned.result)).toBe("done");
    expect(await listTags(repo("app"))).toEqual(["1.0.0", "1.1.0"]);
    for (const tag of ["1.0.0", "1.1.0"]) await pullImage(repo("app"), tag);
  });
});

const versions: readonly Distribution[] = ["2.8", "3.1.1"];

describe.each(versions)("a hollow index on Distribution %s", (distribution) => {
  const stage = useDistribution(distribution);
  const versionsOf = async (repo: Repo): Promise<void> => {
    for (const tag of ["1.0.0", "1.1.0"]) await pushImage(repo, [tag]);
  };

  test("takes no place, with all of its tags and one that contains it, and leaves with them", async ({
    skip,
  }) => {
    const { repo, image } = await stage(skip);
    await versionsOf(repo);
    const { index, parts } = await pushPair(repo, "2.0.0", "2.0", "latest");
    await pushIndex(repo, ["3.0.0"], [index]);
    await deleteAt(repo, ...parts);
    const reported = await runPrune({ image, keep: "1" });
    expect(applied(reported).deleted).toEqual(["1.0.0"]);
    const pruned = await runPrune({ image, keep: "1", dangling: "delete" });
    expect([...applied(pruned).deleted].sort()).toEqual(["2.0", "2.0.0", "3.0.0", "latest"]);
    expect(applied(pruned)).toMatchObject({ harm: [], notes: [] });
    expect(await listTags(repo)).toEqual(["1.1.0"]);
    await pullImage(repo, "1.1.0");
  });

  test.for<[string, RawSettings]>([
    ["exclude names it", { exclude: "2.*" }],
    ["include does not name it", { include: "1.*" }],
    ["nobody asked for that", { dangling: "report" }],
    ["it is in use", { protect: "other.example.com/TEAM:2.0.0" }],
    ["its date is not known, and young images stay", { "keep-younger-than": "1d" }],
  ])("stays and is reported where %s", async ([, raw], { skip }) => {
    const { repo, image } = await stage(skip);
    await versionsOf(repo);
    await pushHollow(repo, "2.0.0");
    const protect = raw["protect"]?.replace("TEAM", repo.name);
    const pruned = await runPrune({
      image,
      keep: "1",
      dangling: "delete",
      ...raw,
      ...(protect === undefined ? {} : { protect }),
    });
    expect(reasonOf(pruned, "2.0.0")).toMatchObject({ kind: "keep", reason: { kind: "dangling", parts: 2 } });
    expect(await listTags(repo)).toEqual(["1.1.0", "2.0.0"]);
  });

  test("stays where this run's reference names it, or one of its parts is said to be in use", async ({
    skip,
  }) => {
    const { repo, image } = await stage(skip);
    await versionsOf(repo);
    const { parts } = await pushHollow(repo, "2.0.0");
    const settings = { keep: "2", dangling: "delete" };
    const named = await runPrune({ image: `${image}:2.0.0`, ...settings });
    const used = await runPrune({ image, ...settings, protect: parts[1].digest });
    for (const pruned of [named, used]) {
      expect(reasonOf(pruned, "2.0.0")).toMatchObject({ kind: "keep", reason: { kind: "dangling" } });
    }
    expect(await listTags(repo)).toEqual(["1.0.0", "1.1.0", "2.0.0"]);
  });

  test("stays where a part of it is back before it is deleted", async ({ skip }) => {
    const made = await stage(skip);
    await versionsOf(made.repo);
    const { parts } = await pushHollow(made.repo, "2.0.0");
    const [{ digest, mediaType, bytes }] = parts;
    betweenPlanAndBatch(made, () => putManifest(made.repo, digest, mediaType, bytes));
    const pruned = await runPrune({ image: made.image, keep: "2", dangling: "delete" });
    expect(applied(pruned).deletions).toMatchObject([
      { kind: "spared", reason: { kind: "subject-is-back", subject: digest } },
    ]);
    expect(await listTags(made.repo)).toEqual(["1.0.0", "1.1.0", "2.0.0"]);
  });

  test("is none where a part is there: it is reported, and takes its place", async ({ skip }) => {
    const { repo, image } = await stage(skip);
    await versionsOf(repo);
    const { index, parts } = await pushPair(repo, "2.0.0");
    await deleteAt(repo, parts[0]);
    const pruned = await runPrune({ image, keep: "1", dangling: "delete" });
    expect([...applied(pruned).deleted].sort()).toEqual(["1.0.0", "1.1.0"]);
    expect(applied(pruned).plan.missing).toEqual([parts[0].digest]);
    expect((await getManifest(repo, "2.0.0")).digest).toBe(index.digest);
    expect((await runCheck(image)).kinds).toMatchObject({ dangling: "ok" });
  });

  test("is none where it lists nothing at all", async ({ skip }) => {
    const { repo, image } = await stage(skip);
    await versionsOf(repo);
    await pushIndex(repo, ["2.0.0"], []);
    const pruned = await runPrune({ image, keep: "1", dangling: "delete" });
    expect(reasonOf(pruned, "2.0.0")).toMatchObject({ kind: "keep", reason: { kind: "newest" } });
    expect((await runCheck(image)).kinds).toMatchObject({ dangling: "ok" });
  });

  test("is none by a 404 that is not the registry's own: nothing is deleted", async ({ skip }) => {
    const made = await stage(skip);
    await versionsOf(made.repo);
    const { parts } = await pushPair(made.repo, "2.0.0");
    for (const { digest } of parts) {
      made.proxy.on({ when: isRead(digest), act: { kind: "answer", status: 404 } });
    }
    failed(await runPrune({ image: made.image, keep: "1", dangling: "delete" }));
    expect(await listTags(made.repo)).toEqual(["1.0.0", "1.1.0", "2.0.0"]);
  });

  test("takes its signature with it", async ({ skip }) => {
    const { repo, image } = await stage(skip);
    await versionsOf(repo);
    const { index } = await pushHollow(repo, "2.0.0");
    await pushImage(repo, [`${index.digest.replace(":", "-")}.sig`]);
    const pruned = await runPrune({ image, keep: "2", dangling: "delete" });
    expect(applied(pruned).deleted).toHaveLength(2);
    expect(await listTags(repo)).toEqual(["1.0.0", "1.1.0"]);
  });

  test("may go where it is all that there is", async ({ skip }) => {
    const { repo, image } = await stage(skip);
    await pushHollow(repo, "2.0.0");
    const pruned = await runPrune({ image, keep: "1", dangling: "delete" });
    expect(applied(pruned).deleted).toEqual(["2.0.0"]);
    expect(await listTags(repo)).toEqual([]);
  });

  test("is no image that others may leave, between the plan and its deletions", async ({ skip }) => {
    const made = await stage(skip);
    await pushHollow(made.repo, "2.0.0");
    await pushImage(made.repo, ["1.0.0"]);
    const kept = await pushImage(made.repo, ["1.1.0"]);
    betweenPlanAndBatch(made, () => deleteAt(made.repo, kept));
    await runPrune({ image: made.image, keep: "1" });
    expect(await listTags(made.repo)).toEqual(["1.0.0", "2.0.0"]);
    await pullImage(made.repo, "1.0.0");
  });
});
