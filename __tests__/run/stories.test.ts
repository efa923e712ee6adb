import { rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  getManifest,
  listTags,
  pullImage,
  pushImage,
  pushIndex,
  putManifest,
} from "../../scripts/images.mjs";
import { statusOf } from "../../src/report/run/result.js";
import type { RawSettings } from "../../src/settings/read/setting-reader.js";
import { attach, attachByFallback, attachmentTag } from "../support/attachments.js";
import { aDistribution, gitHubs, NOWHERE, type Place, type Stage } from "../support/contract.js";
import { applied, failed, type Pruned, runPrune } from "../support/pruning.js";
import type { Pushed } from "../support/proxied.js";

/** The stories that have hurt the users of other tools, each on a real registry, and with the same end on all kinds of them. */
const DISTRIBUTIONS = [aDistribution("2.8"), aDistribution("3.1.1")].map(
  (kind) => [kind.name, kind] as const,
);
const gitHub = gitHubs().job;
const KINDS = [...DISTRIBUTIONS, [gitHub.name, gitHub] as const];

function prune({ image, settings }: Stage, raw: RawSettings): Promise<Pruned> {
  return runPrune({ image, ...settings, ...raw });
}

async function areThere({ repo }: Place, manifests: readonly Pushed[]): Promise<readonly boolean[]> {
  return Promise.all(manifests.map(async (one) => (await getManifest(repo, one.digest)).status === 200));
}

async function pushEach({ repo }: Place, ...tags: readonly string[]): Promise<void> {
  for (const tag of tags) await pushImage(repo, [tag]);
}

describe.each(KINDS)("on %s", (_, { stage }) => {
  test("the newest of each channel stay whole, latest and its alias too, and the rest is gone", async ({
    skip,
  }) => {
    const made = await stage(skip);
    const old = await pushImage(made.repo, ["3.3.0-alpha.1"]);
    await pushEach(made, "3.3.0-alpha.2", "3.3.0-alpha.10", "3.3.0-alpha.9", "3.1.0");
    await pushImage(made.repo, ["3.2.0", "latest"]);
    const pruned = await prune(made, { image: `${made.image}:3.3.0-alpha.10`, keep: "2" });
    expect(applied(pruned).deleted).toEqual(["3.3.0-alpha.2", "3.3.0-alpha.1"]);
    expect(statusOf(pruned.result)).toBe("done");
    expect(await made.tags()).toEqual(["3.1.0", "3.2.0", "3.3.0-alpha.10", "3.3.0-alpha.9", "latest"]);
    expect(await areThere(made, [old])).toEqual([false]);
  });

  test("what was just pushed stays, though it sorts lowest: a hotfix of an old line", async ({ skip }) => {
    const made = await stage(skip);
    await pushEach(made, "1.4.8", "1.4.9", "2.0.0", "2.1.0");
    await prune(made, { image: `${made.image}:1.4.9`, keep: "1" });
    expect(await made.tags()).toEqual(["1.4.9", "2.1.0"]);
  });

  test("what was just pushed by digest stays, with every tag on it", async ({ skip }) => {
    const made = await stage(skip);
    const own = await pushImage(made.repo, ["1.0.0", "v1.0.0"]);
    await pushEach(made, "1.1.0", "2.0.0");
    await prune(made, { image: `${made.image}@${own.digest}`, keep: "1" });
    expect(await made.tags()).toEqual(["1.0.0", "2.0.0", "v1.0.0"]);
  });

  test("all aliases of an image go with it, by one request, and count once", async ({ skip }) => {
    const made = await stage(skip);
    const old = await pushImage(made.repo, ["1.0.0", "v1.0.0", "V1.0.0"]);
    await pushImage(made.repo, ["1.1.0", "v1.1.0"]);
    await pushImage(made.repo, ["1.2.0", "v1.2.0"]);
    const pruned = await prune(made, { keep: "2", concurrency: "1" });
    expect([...applied(pruned).deleted].sort()).toEqual(["1.0.0", "V1.0.0", "v1.0.0"]);
    expect(made.deletions()).toEqual([old.digest]);
    expect(await made.tags()).toEqual(["1.1.0", "1.2.0", "v1.1.0", "v1.2.0"]);
    expect(await areThere(made, [old])).toEqual([false]);
  });

  test.for(["oci", "docker"] as const)(
    "a multi-arch image (%s) goes with its children, but for one that another shares",
    async (format, { skip }) => {
      const made = await stage(skip);
      const { repo } = made;
      const shared = await pushImage(repo, [], { format });
      const own = await pushImage(repo, [], { format });
      const fresh = await pushImage(repo, [], { format });
      const old = await pushIndex(repo, ["1.0.0"], [shared, own], { format });
      await pushIndex(repo, ["1.1.0"], [shared, fresh], { format });
      await prune(made, { keep: "1" });
      expect(await made.tags()).toEqual(["1.1.0"]);
      expect(await areThere(made, [old, own, shared])).toEqual([false, false, true]);
    },
  );

  test("a nested index goes whole, and one within a kept index stays whole", async ({ skip }) => {
    const made = await stage(skip);
    const { repo } = made;
    const [first, second] = [await pushImage(repo, []), await pushImage(repo, [])];
    const goes = await pushIndex(repo, [], [first]);
    const outer = await pushIndex(repo, ["1.0.0"], [goes]);
    const stays = await pushIndex(repo, ["0.9.0"], [second]);
    await pushIndex(repo, ["1.1.0"], [stays]);
    await prune(made, { keep: "1" });
    expect(await made.tags()).toEqual(["0.9.0", "1.1.0"]);
    expect(await areThere(made, [outer, goes, first])).toEqual([false, false, false]);
  });

  test("a multi-arch image's attestation is a child like others", async ({ skip }) => {
    const made = await stage(skip);
    const { repo } = made;
    const platform = { architecture: "unknown", os: "unknown" };
    const [old, fresh] = [await pushImage(repo, [], { platform }), await pushImage(repo, [], { platform })];
    await pushIndex(repo, ["1.0.0"], [await pushImage(repo, []), old]);
    await pushIndex(repo, ["1.1.0"], [await pushImage(repo, []), fresh]);
    await prune(made, { keep: "1" });
    expect(await made.tags()).toEqual(["1.1.0"]);
    expect(await areThere(made, [old, fresh])).toEqual([false, true]);
  });

  test("a kept index that lacked a child before is noted, and is no failure", async ({ skip }) => {
    const made = await stage(skip);
    const lost = await pushImage(made.repo, []);
    await pushIndex(made.repo, ["1.1.0"], [await pushImage(made.repo, []), lost]);
    await pushImage(made.repo, ["1.0.0"]);
    await made.remove(lost.digest);
    const pruned = await prune(made, { keep: "1" });
    expect(applied(pruned)).toMatchObject({ deleted: ["1.0.0"], harm: [], plan: { missing: [lost.digest] } });
    expect(statusOf(pruned.result)).toBe("done");
  });

  test("a signature goes with the image that it signs, and stays with one that stays", async ({ skip }) => {
    const made = await stage(skip);
    const { repo } = made;
    const gone = await pushImage(repo, [attachmentTag(await pushImage(repo, ["1.0.0"]))]);
    const kept = attachmentTag(await pushImage(repo, ["1.2.0"]));
    await pushImage(repo, [kept]);
    await prune(made, { keep: "1" });
    expect(await made.tags()).toEqual(["1.2.0", kept]);
    expect(await areThere(made, [gone])).toEqual([false]);
  });

  test.for([
    ["cosign's tags", attach],
    ["the fallback tag", attachByFallback],
  ] as const)(
    "what is attached by %s goes with its image, and stays with it",
    async ([, attachTo], { skip }) => {
      const made = await stage(skip);
      const { repo } = made;
      const doomed = await attachTo(repo, await pushImage(repo, ["1.0.0"]));
      const kept = await attachTo(repo, await pushImage(repo, ["1.1.0"]));
      const pruned = await prune(made, { keep: "1" });
      expect(statusOf(pruned.result)).toBe("done");
      expect(await made.tags()).toEqual(["1.1.0", ...kept.tags].sort());
      for (const attached of kept.attachments) await pullImage(repo, attached.digest);
      const gone = [doomed.image, ...doomed.attachments];
      expect(await areThere(made, gone)).toEqual(gone.map(() => false));
    },
  );

  test("the subject of a kept referrer stays", async ({ skip }) => {
    const made = await stage(skip);
    const subject = await pushImage(made.repo, ["1.0.0"]);
    const { mediaType, size } = subject;
    await pushImage(made.repo, ["sbom"], { subject: { mediaType, digest: subject.digest, size } });
    await pushEach(made, "1.1.0", "1.2.0");
    await prune(made, { keep: "1" });
    expect(await made.tags()).toEqual(["1.0.0", "1.2.0", "sbom"]);
  });

  test("a repository that has no tag, and a tag that is not there, are warnings", async ({ skip }) => {
    const made = await stage(skip);
    await made.beEmpty();
    const empty = await prune(made, { image: `${made.image}:1.0.0` });
    expect(empty.outcome).toMatchObject({ kind: "nothing", why: "no-tags" });
    await pushImage(made.repo, ["1.0.0"]);
    const missing = await prune(made, { image: `${made.image}:1.1.0@${NOWHERE}` });
    const repository = made.image;
    expect(missing.events).toContainEqual({ kind: "named-tag-missing", repository, tag: "1.1.0" });
    expect(missing.events).toContainEqual({ kind: "named-digest-missing", repository, digest: NOWHERE });
    for (const { result } of [missing, empty]) expect(statusOf(result)).toBe("done");
    expect(await made.tags()).toEqual(["1.0.0"]);
  });

  test("several references to one repository are one run, and several repositories each have their own", async ({
    skip,
  }) => {
    const made = await stage(skip);
    const other = made.another();
    for (const place of [made, other]) await pushEach(place, "1.0.0", "1.1.0", "1.2.0");
    const images = [`${made.image}:1.0.0`, `${made.image}:1.1.0`, other.image].join("\n");
    const { result } = await prune(made, { image: images, keep: "1" });
    expect(result.outcomes).toHaveLength(2);
    expect(await made.tags()).toEqual(["1.0.0", "1.1.0", "1.2.0"]);
    expect(await listTags(other.repo)).toEqual(["1.2.0"]);
    await pullImage(other.repo, "1.2.0");
  });

  test("a second run finds nothing more to do", async ({ skip }) => {
    const made = await stage(skip);
    await pushEach(made, "1.0.0", "1.1.0", "1.2.0");
    await prune(made, { keep: "1" });
    const before = made.deletions();
    const again = await prune(made, { keep: "1" });
    expect(applied(again).deletions).toEqual([]);
    expect(made.deletions()).toEqual(before);
    expect(await made.tags()).toEqual(["1.2.0"]);
  });

  test("two runs at once do no harm", async ({ skip }) => {
    const made = await stage(skip);
    await pushEach(made, ...Array.from({ length: 30 }, (__, index) => `1.0.0-alpha.${index + 1}`));
    const runs = await Promise.all([prune(made, { keep: "5" }), prune(made, { keep: "3" })]);
    for (const run of runs) expect(applied(run).harm).toEqual([]);
    expect(await made.tags()).toEqual([28, 29, 30].map((number) => `1.0.0-alpha.${number}`));
  });

  test("an index that is only a tag of another's child goes after it", async ({ skip }) => {
    const made = await stage(skip);
    const child = await pushImage(made.repo, ["1.0.0-amd64"]);
    await pushIndex(made.repo, ["1.0.0"], [child]);
    await pushEach(made, "1.1.0", "1.1.0-amd64");
    const pruned = await prune(made, { keep: "1" });
    expect(applied(pruned).deletions.map(({ kind }) => kind)).toEqual(["deleted", "deleted"]);
    expect(await made.tags()).toEqual(["1.1.0", "1.1.0-amd64"]);
  });

  test("an empty index is an image like any other", async ({ skip }) => {
    const made = await stage(skip);
    const mediaType = "application/vnd.oci.image.index.v1+json";
    const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, manifests: [] }));
    await putManifest(made.repo, "1.0.0", mediaType, bytes);
    await pushImage(made.repo, ["1.1.0"]);
    await prune(made, { keep: "1" });
    expect(await made.tags()).toEqual(["1.1.0"]);
  });
});

describe.each(KINDS.filter(([, { untags }]) => untags === "no"))(
  "on %s, which takes no tag alone",
  (_, { stage }) => {
    test("a release candidate that was released as it was keeps its tag, for one digest can't lose one of two", async ({
      skip,
    }) => {
      const made = await stage(skip);
      await pushImage(made.repo, ["1.0.0-rc.1", "1.0.0"]);
      await pushImage(made.repo, ["1.1.0-rc.1"]);
      const pruned = await prune(made, { keep: "1" });
      const reason = { kind: "shares-digest", with: "1.0.0", untags: "no" };
      expect(applied(pruned).plan.verdicts).toContainEqual(
        expect.objectContaining({ tag: "1.0.0-rc.1", reason }),
      );
      expect(await made.tags()).toEqual(["1.0.0", "1.0.0-rc.1", "1.1.0-rc.1"]);
    });

    test("an image stays of which another has the very same attachment", async ({ skip }) => {
      const made = await stage(skip);
      const { repo } = made;
      const [old, fresh] = [await pushImage(repo, ["1.0.0"]), await pushImage(repo, ["1.1.0"])];
      const attachments = [old, fresh].map((image) => attachmentTag(image, ".sbom"));
      await pushImage(repo, attachments);
      const pruned = await prune(made, { keep: "1" });
      expect(statusOf(pruned.result)).toBe("done");
      expect(made.deletions().filter((one) => one.startsWith("sha256:"))).toEqual([]);
      expect(await made.tags()).toEqual(["1.0.0", "1.1.0", ...attachments].sort());
    });
  },
);

describe.each(DISTRIBUTIONS)("on %s, whose storage may be damaged", (_, { stage }) => {
  test("a tag whose manifest is not there is told, takes no place, and stops nothing", async ({ skip }) => {
    const made = await stage(skip);
    const dangling = await pushImage(made.repo, ["2.0.0"]);
    await pushEach(made, "1.0.0", "1.1.0");
    const root = join(made.storage ?? "", "docker/registry/v2");
    const hex = dangling.digest.slice(7);
    // 2.8 looks for the link, 3.x for the bytes.
    const revisions = join(root, "repositories", made.repo.name, "_manifests/revisions/sha256");
    for (const folder of [join(revisions, hex), join(root, "blobs/sha256", hex.slice(0, 2), hex)]) {
      await rm(folder, { recursive: true });
    }
    const pruned = await prune(made, { keep: "1" });
    expect(applied(pruned)).toMatchObject({ deleted: ["1.0.0"], harm: [] });
    const verdict = { kind: "keep", tag: "2.0.0", reason: { kind: "dangling" } };
    expect(applied(pruned).plan.verdicts).toContainEqual(verdict);
    expect(await listTags(made.repo)).toEqual(["1.1.0", "2.0.0"]);
  });

  test("a repository that is not there is a warning", async ({ skip }) => {
    const made = await stage(skip);
    const unknown = await prune(made, { image: `${made.image}:1.0.0` });
    expect(unknown.outcome).toMatchObject({ kind: "nothing", why: "unknown-repository" });
    expect(statusOf(unknown.result)).toBe("done");
  });

  test("keep 0 with allow-empty leaves an empty repository", async ({ skip }) => {
    const made = await stage(skip);
    await pushEach(made, "1.0.0", "1.1.0");
    await prune(made, { keep: "0", "allow-empty": "true" });
    expect(await listTags(made.repo)).toEqual([]);
  });
});

describe(`on ${gitHub.name}`, () => {
  test("a repository that is not there is an error, for it may as well be hidden", async ({ skip }) => {
    const made = await gitHub.stage(skip);
    const unknown = await prune(made, { image: `${made.image}:1.0.0` });
    expect(failed(unknown).error).toMatchObject({ kind: "forbidden" });
    expect(statusOf(unknown.result)).toBe("failed");
  });

  test("keep 0 with allow-empty leaves the last image, which GitHub keeps", async ({ skip }) => {
    const made = await gitHub.stage(skip);
    await pushEach(made, "1.0.0", "1.1.0");
    const pruned = await prune(made, { keep: "0", "allow-empty": "true" });
    expect(applied(pruned).deletions).toMatchObject([
      { kind: "deleted" },
      { kind: "failed", error: { kind: "not-deletable" } },
    ]);
    expect(statusOf(pruned.result)).toBe("partly-failed");
    expect(await made.tags()).toEqual(["1.1.0"]);
  });
});
