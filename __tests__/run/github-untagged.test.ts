import { describe, expect, test } from "vitest";
import { pullImage, pushImage, pushIndex, putManifest } from "../../scripts/images.mjs";
import { statusOf } from "../../src/report/run/result.js";
import {
  digestsLeft,
  isDelete,
  isVersions,
  type OnGitHub,
  pushTags,
  useStage,
} from "../support/github-pruning.js";
import { hoursAgo } from "../support/policies.js";
import type { Pushed } from "../support/proxied.js";
import { applied } from "../support/pruning.js";
import { signatureOf } from "../support/restoring.js";

/** Images without a tag, which GitHub lists: what goes with an image, what goes for its age, and what stays. */
const stage = useStage();

const KEEPS_ONE = { keep: "1", concurrency: "2" };
const OLDER = { ...KEEPS_ONE, "untagged-older-than": "2d" };

/** Gives these versions the age of three days. */
function age({ pack }: OnGitHub, ...images: readonly Pick<Pushed, "digest">[]): void {
  for (const { digest } of images) pack.aged(digest, { created: hoursAgo(72) });
}

/** Which of these are left, by their names. */
function leftOf(made: OnGitHub, images: Readonly<Record<string, Pick<Pushed, "digest">>>): readonly string[] {
  const left = digestsLeft(made);
  return Object.entries(images).flatMap(([name, { digest }]) => (left.has(digest) ? [name] : []));
}

describe("without untagged-older-than", () => {
  test("an index goes with its children and what refers to it, and nothing else without a tag", async () => {
    const made = await stage();
    const { repo } = made.pack;
    const [one, two] = [await pushImage(repo, []), await pushImage(repo, [])];
    const index = await pushIndex(repo, ["1.0.0"], [one, two]);
    const referrer = await pushImage(repo, [], { subject: index });
    const ofReferrer = await pushImage(repo, [], { subject: referrer });
    const ofChild = await pushImage(repo, [], { subject: one });
    const images = { one, two, index, referrer, ofReferrer, ofChild, alone: await pushImage(repo, []) };
    age(made, ...Object.values(images));
    await pushTags(made, "1.1.0");
    const pruned = await made.prune(KEEPS_ONE);
    expect([applied(pruned).harm, statusOf(pruned.result)]).toEqual([[], "done"]);
    expect(leftOf(made, images)).toEqual(["alone"]);
    expect(applied(pruned).plan.untagged).toMatchObject([
      { digest: images.alone.digest, kind: "keep", why: "no-limit" },
    ]);
    expect(made.github.elsewhere.requests).toEqual([]);
  });

  test("an index goes before its children, and what refers to it after it", async () => {
    const made = await stage();
    const { repo } = made.pack;
    const child = await pushImage(repo, []);
    const index = await pushIndex(repo, ["1.0.0"], [child]);
    await pushImage(repo, [], { subject: index });
    await pushTags(made, "1.1.0");
    const ids = new Map(made.pack.versions().map(({ digest, id }) => [String(id), digest]));
    await made.prune(KEEPS_ONE);
    const deleted = made.github.api.requests
      .filter(isDelete)
      .map(({ path }) => ids.get(path.split("/").at(-1) ?? ""));
    expect([deleted.length, deleted[0]]).toEqual([3, index.digest]);
  });

  test("an index without a tag that stays keeps the child that it shares with one that goes", async () => {
    const made = await stage();
    const { repo } = made.pack;
    const [shared, own] = [await pushImage(repo, []), await pushImage(repo, [])];
    const kept = await pushIndex(repo, [], [shared]);
    const doomed = await pushIndex(repo, ["1.0.0"], [shared, own]);
    await pushTags(made, "1.1.0");
    const pruned = await made.prune(KEEPS_ONE);
    expect([applied(pruned).deleted, applied(pruned).harm]).toEqual([["1.0.0"], []]);
    expect(leftOf(made, { shared, own, kept, doomed })).toEqual(["shared", "kept"]);
    await pullImage(repo, kept.digest);
  });

  test("an image without a tag keeps the image that it refers to, which has one, no longer than that", async () => {
    const made = await stage();
    const subject = await pushImage(made.pack.repo, ["1.0.0"]);
    const referrer = await pushImage(made.pack.repo, [], { subject });
    await pushTags(made, "1.1.0");
    expect(applied(await made.prune(KEEPS_ONE)).deleted).toEqual(["1.0.0"]);
    expect(leftOf(made, { subject, referrer })).toEqual([]);
  });

  test("a signature's tag goes with its image, and stays with one that stays", async () => {
    const made = await stage();
    const { repo } = made.pack;
    const old = await pushImage(repo, ["1.0.0"]);
    const fresh = await pushImage(repo, ["1.1.0"]);
    for (const image of [old, fresh]) await pushImage(repo, [signatureOf(image, ".sig")]);
    const pruned = await made.prune(KEEPS_ONE);
    expect([...applied(pruned).deleted].sort()).toEqual(["1.0.0", signatureOf(old, ".sig")]);
    expect(made.left()).toEqual(["1.1.0", signatureOf(fresh, ".sig")]);
    expect(statusOf(pruned.result)).toBe("done");
  });
});

describe("untagged-older-than", () => {
  test("takes what is old with all that belongs to it, and leaves what is young with all that it needs", async () => {
    const made = await stage();
    const { repo } = made.pack;
    const [a, b, c, d] = [
      await pushImage(repo, []),
      await pushImage(repo, []),
      await pushImage(repo, []),
      await pushImage(repo, []),
    ];
    const old = await pushIndex(repo, [], [a, b]);
    const young = await pushIndex(repo, [], [b, c]);
    const images = { a, b, c, d, old, young, referrer: await pushImage(repo, [], { subject: old }) };
    age(made, a, b, c, d, old, images.referrer);
    await pushTags(made, "1.0.0");
    const pruned = await made.prune(OLDER);
    expect([applied(pruned).harm, statusOf(pruned.result), made.left()]).toEqual([
      [],
      "done",
      ["-", "-", "-", "1.0.0"],
    ]);
    expect(leftOf(made, images)).toEqual(["b", "c", "young"]);
    await pullImage(repo, young.digest);
    const verdicts = new Map(
      applied(pruned).plan.untagged.map(({ digest, ...verdict }) => [digest as string, verdict]),
    );
    expect(verdicts.get(d.digest)).toMatchObject({ kind: "delete", olderThan: 2 * 24 * 3_600_000 });
    expect(verdicts.get(old.digest)?.kind).toBe("delete");
    expect(verdicts.get(young.digest)).toMatchObject({ kind: "keep", why: "young" });
    expect(verdicts.size).toBe(3);
  });

  test("counts from when a tag was last moved away: GitHub notes that", async () => {
    const made = await stage();
    const { repo } = made.pack;
    const [moved, never] = [await pushImage(repo, ["main"]), await pushImage(repo, [])];
    age(made, moved, never);
    await pushImage(repo, ["main"]);
    expect(statusOf((await made.prune(OLDER)).result)).toBe("done");
    expect(leftOf(made, { moved, never })).toEqual(["moved"]);
  });

  test("believes whichever is later, a version's creation or its change", async () => {
    const made = await stage();
    const { repo } = made.pack;
    const images = { created: await pushImage(repo, []), both: await pushImage(repo, []) };
    made.pack.aged(images.created.digest, { created: hoursAgo(1), updated: hoursAgo(99) });
    made.pack.aged(images.both.digest, { created: hoursAgo(99), updated: hoursAgo(49) });
    await pushTags(made, "1.0.0");
    await made.prune(OLDER);
    expect(leftOf(made, images)).toEqual(["created"]);
  });

  test("leaves the old signature of an image that stays, and a child of one, whatever their age", async () => {
    const made = await stage();
    const { repo } = made.pack;
    const child = await pushImage(repo, []);
    const index = await pushIndex(repo, ["1.0.0"], [child]);
    const images = {
      child,
      ofIndex: await pushImage(repo, [], { subject: index }),
      ofChild: await pushImage(repo, [], { subject: child }),
    };
    age(made, index, ...Object.values(images));
    const pruned = await made.prune(OLDER);
    expect([applied(pruned).deletions, made.github.api.requests.filter(isDelete)]).toEqual([[], []]);
    expect(leftOf(made, images)).toEqual(["child", "ofIndex", "ofChild"]);
  });

  test("takes a signature whose image is gone", async () => {
    const made = await stage();
    const { repo } = made.pack;
    const gone = {
      mediaType: "application/vnd.oci.image.manifest.v1+json",
      digest: `sha256:${"2".repeat(64)}`,
      size: 2,
    };
    const orphan = await pushImage(repo, [], { subject: gone });
    age(made, orphan);
    await pushTags(made, "1.0.0");
    await made.prune(OLDER);
    expect(leftOf(made, { orphan })).toEqual([]);
  });

  test("leaves what is named as just pushed, or as in use, and what that contains", async () => {
    const made = await stage();
    const { repo, image } = made.pack;
    const [a, b, c] = [await pushImage(repo, []), await pushImage(repo, []), await pushImage(repo, [])];
    const [named, used] = [await pushIndex(repo, [], [a]), await pushIndex(repo, [], [b])];
    age(made, a, b, c, named, used);
    await pushTags(made, "1.0.0");
    const raw = { ...OLDER, image: `${image}@${named.digest}`, protect: `${image}@${used.digest}` };
    await made.prune(raw);
    expect(leftOf(made, { a, b, c, named, used })).toEqual(["a", "b", "named", "used"]);
  });

  test("leaves what gets a tag between the plan and the deletions", async () => {
    const made = await stage();
    const { repo } = made.pack;
    const child = await pushImage(repo, []);
    const index = await pushIndex(repo, [], [child]);
    age(made, child, index);
    await pushTags(made, "1.0.0");
    made.github.api.on({
      when: (request) => isVersions(request) && made.github.api.requests.filter(isVersions).length === 2,
      times: 1,
      act: { kind: "before", run: () => putManifest(repo, "stable", index.mediaType, index.bytes) },
    });
    const { deletions } = applied(await made.prune(OLDER));
    expect(deletions.map(({ kind }) => kind)).toEqual(["spared", "spared"]);
    expect(leftOf(made, { child, index })).toEqual(["child", "index"]);
    await pullImage(repo, "stable");
  });
});

test("what has no tag and was pushed again since the plan was made stays", async () => {
  const made = await stage();
  const images = { again: await pushImage(made.pack.repo, []), old: await pushImage(made.pack.repo, []) };
  age(made, ...Object.values(images));
  await pushTags(made, "1.0.0");
  let lists = 0;
  made.github.api.on({
    when: (request) => isVersions(request) && ++lists === 2,
    act: {
      kind: "before",
      run: () => {
        made.pack.aged(images.again.digest, { created: hoursAgo(72), updated: new Date() });
      },
    },
  });
  const pruned = await made.prune(OLDER);
  expect(leftOf(made, images)).toEqual(["again"]);
  expect(
    applied(pruned)
      .deletions.map(({ kind }) => kind)
      .sort(),
  ).toEqual(["deleted", "spared"]);
});
