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
import { failureText } from "../../src/report/run/failure.js";
import {
  type Filled,
  isDelete,
  isList,
  isRead,
  pulledTags,
  useFilledRepository,
} from "../support/proxied.js";
import type { Action, Answer, RecordedRequest } from "../support/proxy.js";
import { applied, failed, runPrune } from "../support/pruning.js";

/** What the registry answers to a DELETE, and what is found afterwards. */
const filled = useFilledRepository();

function deletionOf({ images }: Filled, tag: string) {
  const digest = images.get(tag)?.digest ?? "none";
  return (request: Parameters<typeof isDelete>[0]): boolean =>
    isDelete(request) && request.path.endsWith(digest);
}

const sixReleases = ["1.0.0", "1.1.0", "1.2.0", "1.3.0", "1.4.0", "1.5.0"];
const fails: Action = {
  kind: "answer",
  status: 500,
  body: '{"errors":[{"code":"UNKNOWN","message":"disk"}]}',
};

describe("the order of requests", () => {
  test("all is read before the probe, the probe goes before any deletion, and the oldest goes first", async () => {
    const made = await filled("1.0.0", "1.1.0", "1.2.0", "1.3.0");
    await runPrune({ image: made.image, keep: "1", concurrency: "1" });
    const wanted = ["1.0.0", "1.1.0", "1.2.0"].map(
      (tag) => `manifests/${made.images.get(tag)?.digest ?? ""}`,
    );
    expect(made.sent("DELETE").slice(1)).toEqual(wanted);
    expect(made.sent("DELETE")[0]).toMatch(/sha256:0{64}$/);
    // Listed, read, and asked once for referrers; looked at again; verified.
    expect(made.sent("GET")).toHaveLength(1 + 4 + 1 + 1 + 1 + 1);
    expect(made.sent("HEAD")).toHaveLength(4);
    for (const method of ["PUT", "POST", "PATCH"]) expect(made.sent(method)).toEqual([]);
  });

  test("every read accepts all four types of manifest", async () => {
    const made = await filled("1.0.0", "1.1.0");
    await runPrune({ image: made.image, keep: "1" });
    const reads = made.proxy.requests.filter(
      ({ method, path }) => method !== "DELETE" && path.includes("/manifests/"),
    );
    expect(new Set(reads.map(({ method }) => method))).toEqual(new Set(["GET", "HEAD"]));
    for (const { headers } of reads) {
      expect(headers.accept?.split(", ").sort()).toEqual([
        "application/vnd.docker.distribution.manifest.list.v2+json",
        "application/vnd.docker.distribution.manifest.v2+json",
        "application/vnd.oci.image.index.v1+json",
        "application/vnd.oci.image.manifest.v1+json",
      ]);
    }
  });

  test("the tags are asked for without n", async () => {
    const made = await filled("1.0.0", "1.1.0");
    await runPrune({ image: made.image, keep: "1" });
    expect(made.sent("GET").filter((path) => path.startsWith("tags/list"))).toEqual(
      Array(3).fill("tags/list"),
    );
  });

  test("an index's deletion has been answered before that of its child is sent", async () => {
    const made = await filled("2.0.0");
    const child = await pushImage(made.repo, []);
    const index = await pushIndex(made.repo, ["1.0.0"], [child]);
    made.proxy.on({
      when: ({ path, method }) => method === "DELETE" && path.endsWith(index.digest),
      act: { kind: "delay", ms: 200 },
    });
    const statuses: number[] = [];
    made.proxy.on({
      when: ({ path, method }) => method === "DELETE" && path.endsWith(child.digest),
      act: {
        kind: "before",
        run: async () => statuses.push((await getManifest(made.repo, index.digest)).status),
      },
    });
    await runPrune({ image: made.image, keep: "1" });
    expect(statuses).toEqual([404]);
  });

  test("a tag goes when its victims named after it have gone", async () => {
    const made = await filled("alpha-1", "alpha-1-1a2b3c4", "alpha-2", "alpha-3");
    made.proxy.on({ when: deletionOf(made, "alpha-1-1a2b3c4"), act: { kind: "delay", ms: 200 } });
    const left: (readonly string[])[] = [];
    made.proxy.on({
      when: deletionOf(made, "alpha-1"),
      act: { kind: "before", run: async () => left.push(await listTags(made.repo)) },
    });
    await runPrune({ image: made.image, keep: "1", sort: "prerelease", include: "alpha-*" });
    expect(left).toHaveLength(1);
    expect(left[0]).not.toContain("alpha-1-1a2b3c4");
  });
});

describe("a deletion that fails", () => {
  test("is reported, the others are done, and the next run does it", async () => {
    const made = await filled(...sixReleases);
    const planned = (await runPrune({ image: made.image, keep: "1", "dry-run": "true" })).outcome;
    made.proxy.on({ when: deletionOf(made, "1.2.0"), times: 1, act: fails });
    // One by one, for beside another one it would be tried once more.
    const pruned = await runPrune({ image: made.image, keep: "1", concurrency: "1" });
    expect(statusOf(pruned.result)).toBe("partly-failed");
    const { reclaimable, sizes, plan } = applied(pruned);
    const left = plan.deletions.find(({ tags }) => tags[0] === "1.2.0")?.digest;
    const kept = (left && sizes.get(left)?.bytes) ?? 0;
    expect(planned).toMatchObject({ kind: "planned", reclaimable: { bytes: reclaimable.bytes + kept } });
    expect(kept).toBeGreaterThan(0);
    expect([...applied(pruned).deleted].sort()).toEqual(["1.0.0", "1.1.0", "1.3.0", "1.4.0"]);
    expect(applied(pruned).deletions).toContainEqual(
      expect.objectContaining({
        kind: "failed",
        deletion: expect.objectContaining({ tags: ["1.2.0"] }) as unknown,
      }),
    );
    expect(applied(await runPrune({ image: made.image, keep: "1" })).deleted).toEqual(["1.2.0"]);
    expect(await listTags(made.repo)).toEqual(["1.5.0"]);
  });

  test("of an index spares its children", async () => {
    const made = await filled("2.0.0");
    const child = await pushImage(made.repo, []);
    const index = await pushIndex(made.repo, ["1.0.0"], [child]);
    made.proxy.on({
      when: ({ path, method }) => method === "DELETE" && path.endsWith(index.digest),
      act: fails,
    });
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(applied(pruned).deletions).toContainEqual(
      expect.objectContaining({
        kind: "spared",
        deletion: expect.objectContaining({ digest: child.digest }) as unknown,
        reason: { kind: "parent-stays", parent: index.digest },
      }),
    );
    await pullImage(made.repo, "1.0.0");
  });

  test("three times in a row stops the run", async () => {
    const made = await filled(...sixReleases);
    made.proxy.on({ when: isDelete, act: fails });
    const pruned = await runPrune({ image: made.image, keep: "1", concurrency: "1" });
    expect(made.proxy.requests.filter(isDelete)).toHaveLength(3);
    expect(applied(pruned).stopped?.message).toContain("fails to delete");
    expect(statusOf(pruned.result)).toBe("partly-failed");
  });

  test("for want of the right to delete stops the run at once", async () => {
    const made = await filled(...sixReleases);
    made.proxy.on({
      when: isDelete,
      act: { kind: "answer", status: 403, body: '{"errors":[{"code":"DENIED"}]}' },
    });
    await runPrune({ image: made.image, keep: "1", concurrency: "1" });
    expect(made.proxy.requests.filter(isDelete)).toHaveLength(1);
    expect(await listTags(made.repo)).toEqual(sixReleases);
  });

  test("though it was done is counted as what it is", async () => {
    const made = await filled("1.0.0", "1.1.0");
    made.proxy.on({
      when: isDelete,
      act: { kind: "change", change: (answer: Answer) => ({ ...answer, status: 500 }) },
    });
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(applied(pruned).deletions).toMatchObject([{ kind: "deleted" }]);
    expect(applied(pruned).deleted).toEqual(["1.0.0"]);
    expect(statusOf(pruned.result)).toBe("done");
  });

  test("of an index leaves its children, and one that only looks so does not", async () => {
    const made = await filled("2.0.0");
    const child = await pushImage(made.repo, []);
    const index = await pushIndex(made.repo, ["1.0.0"], [child]);
    const isIndex = (request: RecordedRequest): boolean =>
      isDelete(request) && request.path.endsWith(index.digest);
    const page: Action = {
      kind: "answer",
      status: 200,
      headers: { "content-type": "text/html" },
      body: "<html>",
    };
    made.proxy.on({ when: isIndex, act: page });
    const stays = await runPrune({ image: made.image, keep: "1" });
    expect(applied(stays).deletions.map(({ kind }) => kind)).toEqual(["failed", "spared"]);
    expect(applied(stays).deleted).toEqual([]);
    expect(failureText(stays.result)).toContain("a web page (200)");
    expect(await pulledTags(made.repo)).toEqual(["1.0.0", "2.0.0"]);
    // Nor where it can't be seen what became of it.
    made.proxy.on({ when: isRead(index.digest), act: { ...page, status: 503 } });
    const unseen = await runPrune({ image: made.image, keep: "1" }).catch(() => undefined);
    made.proxy.clear();
    expect(unseen === undefined ? [] : applied(unseen).deleted).toEqual([]);
    expect((await getManifest(made.repo, child.digest)).status).toBe(200);
    made.proxy.on({
      when: isIndex,
      act: {
        kind: "change",
        change: () => ({
          status: 524,
          headers: { "content-type": "text/html" },
          body: Buffer.from("<html>"),
        }),
      },
    });
    const goes = await runPrune({ image: made.image, keep: "1" });
    expect(applied(goes).deletions.map(({ kind }) => kind)).toEqual(["deleted", "deleted"]);
    expect(statusOf(goes.result)).toBe("done");
    expect((await getManifest(made.repo, child.digest)).status).toBe(404);
  });
});

describe("what is found afterwards", () => {
  test("a tag that the registry said it deleted and is still there is told, and is no success", async () => {
    const made = await filled("1.0.0", "1.1.0");
    made.proxy.on({ when: isDelete, act: { kind: "answer", status: 202 } });
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(applied(pruned)).toMatchObject({ deleted: [], notes: [{ kind: "still-there", tag: "1.0.0" }] });
    expect(statusOf(pruned.result)).toBe("partly-failed");
  });

  test("a tag that is listed and does not resolve is dangling, not deleted", async () => {
    const made = await filled("1.0.0", "1.1.0");
    // As Distribution 2.8 on S3 leaves it: the image is gone, the tag is listed.
    const listed: Action = {
      kind: "change",
      change: (answer: Answer) => ({
        ...answer,
        body: Buffer.from(JSON.stringify({ tags: ["1.0.0", "1.1.0"] })),
      }),
    };
    made.proxy.on({ when: isList, act: listed });
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(applied(pruned)).toMatchObject({
      deleted: [],
      harm: [],
      notes: [{ kind: "dangling", tag: "1.0.0" }],
    });
  });

  test("a kept tag that was moved onto a doomed image in the very moment of its deletion is harm", async () => {
    const made = await filled("1.0.0", "1.1.0", "latest");
    const doomed = made.images.get("1.0.0");
    if (doomed === undefined) throw new Error("it was pushed");
    const run = (): Promise<unknown> => putManifest(made.repo, "latest", doomed.mediaType, doomed.bytes);
    made.proxy.on({ when: isDelete, act: { kind: "before", run } });
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(applied(pruned).harm).toEqual([
      { kind: "tag-lost", tag: "latest", image: made.images.get("latest")?.digest },
    ]);
    expect(statusOf(pruned.result)).toBe("failed");
  });

  test("a new image that contains what was deleted in that moment is harm", async () => {
    const made = await filled("1.1.0", "1.0.0");
    const doomed = made.images.get("1.0.0");
    if (doomed === undefined) throw new Error("it was pushed");
    made.proxy.on({
      when: isDelete,
      act: { kind: "before", run: () => pushIndex(made.repo, ["bundle"], [doomed]) },
    });
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(applied(pruned).harm).toEqual([{ kind: "part-missing", tag: "bundle", missing: doomed.digest }]);
  });

  test("a kept tag that does not resolve any more, or lacks a part that was there, is harm", async () => {
    const made = await filled("1.0.0", "latest");
    const child = await pushImage(made.repo, []);
    await pushIndex(made.repo, ["1.1.0"], [child]);
    const latest = made.images.get("latest")?.digest ?? "";
    // Somebody breaks both while the run deletes.
    const remove = (digest: string): Promise<unknown> =>
      fetch(`${made.repo.base}/v2/${made.repo.name}/manifests/${digest}`, { method: "DELETE" });
    made.proxy.on({
      when: isDelete,
      times: 1,
      act: { kind: "after", run: () => Promise.all([remove(child.digest), remove(latest)]) },
    });
    made.proxy.on({
      when: isList,
      act: {
        kind: "change",
        change: (answer: Answer) => ({
          ...answer,
          body: Buffer.from(answer.body.toString().replace(/"tags":\[(?!.*latest)/, '"tags":["latest",')),
        }),
      },
    });
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(applied(pruned).harm).toEqual([
      { kind: "part-missing", tag: "1.1.0", missing: child.digest },
      { kind: "part-missing", tag: "latest", missing: latest },
    ]);
    expect(statusOf(pruned.result)).toBe("failed");
  });

  test("what can't be read for certain afterwards is a failure, and what the answers say is called deleted and not proven", async () => {
    const made = await filled("1.0.0", "1.1.0");
    made.proxy.on({
      when: isDelete,
      act: { kind: "after", run: () => made.proxy.on({ when: isList, act: { kind: "truncate" } }) },
    });
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(applied(pruned)).toMatchObject({ deleted: ["1.0.0"], unproven: ["1.0.0"] });
    expect(applied(pruned).stopped?.message).toContain("could not be looked at afterwards");
    expect(statusOf(pruned.result)).toBe("partly-failed");
  });
});

test("an index that is sent once as schema 1 is no leaf: what shares its child stays whole", async () => {
  const made = await filled("2.0.0");
  const shared = await pushImage(made.repo, []);
  await pushIndex(made.repo, ["1.0.0"], [shared, await pushImage(made.repo, [])]);
  await pushIndex(made.repo, ["1.1.0"], [shared, await pushImage(made.repo, [])]);
  const headers = { "content-type": "application/vnd.docker.distribution.manifest.v1+prettyjws" };
  made.proxy.on({
    when: isRead("1.1.0"),
    times: 1,
    act: {
      kind: "change",
      change: (answer: Answer) => ({ ...answer, headers: { ...answer.headers, ...headers } }),
    },
  });
  const pruned = await runPrune({ image: made.image, keep: "2" });
  expect(failed(pruned).error.message).toContain("a manifest can't be understood");
  expect(made.sent("DELETE")).toEqual([]);
  expect(await pulledTags(made.repo)).toEqual(["1.0.0", "1.1.0", "2.0.0"]);
});

test("one repository that fails does not stop the others, and the run has partly failed", async () => {
  const [one, two] = [await filled("1.0.0", "1.1.0"), await filled("1.0.0", "1.1.0")];
  one.proxy.on({ when: isList, act: { kind: "answer", status: 500 } });
  const { result } = await runPrune({ image: `${one.image},${two.image}`, keep: "1" });
  expect(result.outcomes.map(({ kind }) => kind)).toEqual(["failed", "applied"]);
  expect(statusOf(result)).toBe("partly-failed");
  expect(await listTags(two.repo)).toEqual(["1.1.0"]);
});

test("a person who agreed to a plan that is no longer what there is to do is asked again", async () => {
  const made = await filled("1.0.0", "1.1.0");
  const asked: number[] = [];
  const confirm = async (
    plans: readonly { readonly plan: { readonly deletions: readonly unknown[] } }[],
  ): Promise<boolean> => {
    asked.push(plans.flatMap(({ plan }) => plan.deletions).length);
    if (asked.length === 1) await pushImage(made.repo, ["1.2.0"]);
    return true;
  };
  const pruned = await runPrune({ image: made.image, keep: "1" }, { confirm });
  expect(asked).toEqual([1, 2]);
  expect(applied(pruned).deleted).toEqual(["1.1.0", "1.0.0"]);
});

test("a person who says no loses nothing", async () => {
  const made = await filled("1.0.0", "1.1.0");
  await expect(
    runPrune({ image: made.image, keep: "1" }, { confirm: () => Promise.resolve(false) }),
  ).rejects.toThrow("You said no");
  expect(made.sent("DELETE")).toEqual([]);
});
