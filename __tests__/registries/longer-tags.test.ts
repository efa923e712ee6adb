import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { getManifest, listTags, pullImage, pushImage, pushIndex } from "../../scripts/images.mjs";
import { openPort, type OldDistribution, useBucket, useDistribution } from "../support/distributions.js";
import { pushMany } from "../support/many.js";
import { NO_DIGEST, pulledTags, type Stage } from "../support/proxied.js";
import { applied, runPrune } from "../support/pruning.js";
import { statusOf } from "../../src/report/run/result.js";

const certificates = join(import.meta.dirname, "../support/tls");
const tls = {
  cert: readFileSync(join(certificates, "server.crt"), "utf8"),
  key: readFileSync(join(certificates, "server.key"), "utf8"),
  trusts: join(certificates, "ca.crt"),
};

const alphas = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `1.0.0-alpha.${from + index}`);

const CAPITALS = `manifests/sha256:${"A".repeat(64)}`;

/** The requests that tell how old a registry is. */
const questions = ({ sent }: Pick<Stage, "sent">): readonly string[] => [
  ...sent("GET").filter((path) => path === CAPITALS),
  ...sent("PUT"),
];

/** Up to 2.6, deletions side by side are answered with 500 (measured). */
const prune = (image: string, keep = "10") => runPrune({ image, keep, concurrency: "1" });

function spared(pruned: Awaited<ReturnType<typeof prune>>): readonly unknown[] {
  return applied(pruned).deletions.flatMap((each) =>
    each.kind === "spared" ? [[each.deletion.tags[0], each.reason.kind]] : [],
  );
}

async function statusOfImage(repo: Stage["repo"], digest: string): Promise<number> {
  const { status } = await getManifest(repo, digest);
  return status;
}

describe("Distribution 2.5.2 on S3, over HTTPS", () => {
  const stage = useDistribution("2.5.2", useBucket(tls).options);

  test("deletes every tag whose name begins with that of a deleted one, and no image but its own", async ({
    skip,
  }) => {
    const { repo } = await stage(skip);
    const neighbour = { ...repo, name: `${repo.name}2` };
    const pushed = await pushMany(repo, ["a.1", "a.10", "a.1-x", "a.1.y", "a.2"], "docker");
    await pushMany(neighbour, ["a.1", "a.10"], "docker");
    const digest = pushed.get("a.1")?.digest ?? "";
    await fetch(`${repo.base}/v2/${repo.name}/manifests/${digest}`, { method: "DELETE" });
    expect(await listTags(repo)).toEqual(["a.2"]);
    expect(await listTags(neighbour)).toHaveLength(2);
    for (const [tag, { digest: each }] of pushed) {
      expect(await statusOfImage(repo, each)).toBe(tag === "a.1" ? 404 : 200);
    }
  });

  test("loses no tag that is kept of 74, and keeps those whose names begin a kept one's", async ({
    skip,
  }) => {
    const made = await stage(skip);
    await pushMany(made.repo, alphas(1, 74), "docker");
    const pruned = await prune(made.image);
    expect((await pulledTags(made.repo)).toSorted()).toEqual([...alphas(6, 7), ...alphas(65, 74)].toSorted());
    const { deleted, harm, notes } = applied(pruned);
    expect(deleted).toHaveLength(62);
    expect([harm, notes, statusOf(pruned.result)]).toEqual([[], [], "done"]);
    expect(spared(pruned)).toEqual([
      ["1.0.0-alpha.6", "longer-tag-stays"],
      ["1.0.0-alpha.7", "longer-tag-stays"],
    ]);
    for (const { kind, deletion } of applied(pruned).deletions) {
      const { digest = "" } = deletion;
      expect(await statusOfImage(made.repo, digest)).toBe(kind === "deleted" ? 404 : 200);
    }
  });

  test("takes along a child's tag that goes with its index, and that is no failure", async ({ skip }) => {
    const { repo, image } = await stage(skip);
    const digests: string[] = [];
    for (const version of ["1.0.0", "1.0.1", "1.0.10"]) {
      const child = await pushImage(repo, [`${version}-amd64`], { format: "docker" });
      const index = await pushIndex(repo, [version], [child], { format: "docker" });
      digests.push(index.digest, child.digest);
    }
    const pruned = await prune(image, "1");
    // 1.0.1 begins 1.0.10, which stays, and its child stays with it.
    expect(spared(pruned)).toEqual([
      ["1.0.1", "longer-tag-stays"],
      ["1.0.1-amd64", "parent-stays"],
    ]);
    expect(applied(pruned)).toMatchObject({ deleted: ["1.0.0", "1.0.0-amd64"], notes: [], harm: [] });
    expect(statusOf(pruned.result)).toBe("done");
    expect((await pulledTags(repo)).toSorted()).toEqual(["1.0.1", "1.0.1-amd64", "1.0.10", "1.0.10-amd64"]);
    for (const [index, digest] of digests.entries()) {
      expect(await statusOfImage(repo, digest)).toBe(index < 2 ? 404 : 200);
    }
  });
});

describe("a registry that leaves longer names alone", () => {
  const onDisk = useDistribution("2.5.2");
  const onS3 = useDistribution("2.6.2", useBucket(tls).options);

  test("2.5.2 on a disk is found to do so by two that go, and keeps nothing for it", async ({ skip }) => {
    const made = await onDisk(skip);
    await pushMany(made.repo, alphas(1, 74), "docker");
    const pruned = await prune(made.image);
    expect(spared(pruned)).toEqual([]);
    expect((await pulledTags(made.repo)).toSorted()).toEqual([...alphas(65, 74)].toSorted());
    expect(questions(made)).toHaveLength(2);
  });

  test("2.5.2 on a disk keeps what nothing else could show", async ({ skip }) => {
    const { repo, image } = await onDisk(skip);
    await pushMany(repo, alphas(9, 13), "docker");
    await pushMany(repo, alphas(1, 1), "docker");
    const pruned = await prune(image, "4");
    expect(spared(pruned)).toEqual([["1.0.0-alpha.1", "longer-tag-stays"]]);
    expect(await listTags(repo)).toHaveLength(5);
  });

  test("2.6.2 on S3 is asked twice, deletes all that is to go, and loses nothing", async ({ skip }) => {
    const made = await onS3(skip);
    await pushMany(made.repo, alphas(1, 74), "docker");
    const pruned = await prune(made.image);
    expect(applied(pruned).deleted).toHaveLength(64);
    expect((await pulledTags(made.repo)).toSorted()).toEqual([...alphas(65, 74)].toSorted());
    expect(questions(made)).toHaveLength(2);
    expect(pruned.events.filter(({ kind }) => kind === "careful")).toEqual([]);
  });
});

describe.each<[OldDistribution, boolean]>([
  ["2.5.2", true],
  ["2.6.2", false],
])("Distribution %s", (distribution, mayTake) => {
  const stage = useDistribution(distribution);

  test(`may take longer names along: ${mayTake}; the questions write nothing`, async ({ skip }) => {
    const made = await stage(skip);
    await pushImage(made.repo, ["1.0.0"], { format: "docker" });
    const { port, repository } = await openPort(made, ["pull", "delete"]);
    await port.proveDeletes(repository);
    expect(await port.mayTakeLongerTags(repository)).toBe(mayTake);
    expect(made.sent("DELETE")).toEqual([`manifests/${NO_DIGEST}`]);
    const [put = ""] = made.sent("PUT");
    expect((await fetch(`${made.repo.base}/v2/${made.repo.name}/${put}`)).status).toBe(404);
    expect(await listTags(made.repo)).toEqual(["1.0.0"]);
    await pullImage(made.repo, "1.0.0");
  });
});
