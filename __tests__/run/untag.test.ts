import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { getManifest, listTags, pullImage, pushImage, putManifest } from "../../scripts/images.mjs";
import { startRegistry } from "../../scripts/registry.mjs";
import type { UntagBy } from "../../src/core/policy/facts.js";
import { statusOf } from "../../src/report/run/result.js";
import { betweenPlanAndBatch, isTagProbe, useDistribution } from "../support/distributions.js";
import { isDelete, isProbe, NO_DIGEST, type Pushed, type Stage, stageOf } from "../support/proxied.js";
import type { Action, RecordedRequest } from "../support/proxy.js";
import { applied, failed, type Pruned, runPrune } from "../support/pruning.js";
import { startTokenStage } from "../support/token-registry.js";

/** A tag that goes while its image stays: a release candidate that was released as it was. */
const RC = "1.0.0-rc.1";
const isUpload = ({ path }: RecordedRequest): boolean => path.includes("/blobs/uploads/");
const isPut = ({ method }: RecordedRequest): boolean => method === "PUT";
const isTagDelete = (request: RecordedRequest): boolean =>
  isDelete(request) && request.path.includes("/manifests/") && !request.path.includes("sha256:");

/** 1.0.0 and its candidate are one image; the candidate is beyond the newest of its channel. */
async function released<Made extends Pick<Stage, "repo">>(
  made: Made,
): Promise<Made & { readonly shared: Pushed }> {
  const shared = await pushImage(made.repo, [RC, "1.0.0"]);
  await pushImage(made.repo, ["1.1.0-rc.1"]);
  return { ...made, shared };
}

/** The DELETEs that were sent, without what is random in them. */
function deletes({ sent }: Pick<Stage, "sent">): readonly string[] {
  return sent("DELETE").map((path) => path.replace(/(prune-image-tags-check-|uploads\/).*$/, "$1…"));
}

async function expectReleaseWhole({ repo, shared }: Stage & { readonly shared: Pushed }): Promise<void> {
  expect(await getManifest(repo, "1.0.0")).toMatchObject({ digest: shared.digest, body: shared.bytes });
  await pullImage(repo, "1.0.0");
  await pullImage(repo, shared.digest);
  await pullImage(repo, "1.1.0-rc.1");
}

const PROBES = [`manifests/${NO_DIGEST}`, "manifests/prune-image-tags-check-…"] as const;
const untagged = (by: UntagBy): unknown =>
  expect.objectContaining({ kind: "untag", tag: RC, with: "1.0.0", by });

function verdictOf({ outcome }: Pruned, tag: string): unknown {
  if (outcome.kind !== "planned" && outcome.kind !== "applied") throw new Error(outcome.kind);
  return outcome.plan.verdicts.find((verdict) => verdict.tag === tag);
}

describe("on Distribution 3.1.1", () => {
  const stage = useDistribution("3.1.1");

  test("the tag is deleted by its name, once, after the probes for digests and for tags, and the release is whole", async ({
    skip,
  }) => {
    const made = await released(await stage(skip));
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(verdictOf(pruned, RC)).toEqual(untagged("delete"));
    expect(deletes(made)).toEqual([...PROBES, `manifests/${RC}`]);
    expect(applied(pruned)).toMatchObject({ deleted: [RC], harm: [], notes: [] });
    expect(statusOf(pruned.result)).toBe("done");
    expect(await listTags(made.repo)).toEqual(["1.0.0", "1.1.0-rc.1"]);
    await expectReleaseWhole(made);
    for (const method of ["PUT", "POST", "PATCH"]) expect(made.sent(method)).toEqual([]);
  });

  test("is asked for nothing of it where no tag wants it", async ({ skip }) => {
    const made = await stage(skip);
    for (const tag of ["1.0.0", "1.1.0"]) await pushImage(made.repo, [tag]);
    await runPrune({ image: made.image, keep: "1" });
    expect(made.proxy.requests.filter(isTagDelete)).toEqual([]);
    expect(await listTags(made.repo)).toEqual(["1.1.0"]);
  });

  test("it stays with untag: never, and nobody asks whether it could go", async ({ skip }) => {
    const made = await released(await stage(skip));
    const pruned = await runPrune({ image: made.image, keep: "1", untag: "never" });
    expect(verdictOf(pruned, RC)).toMatchObject({ kind: "keep", reason: { untags: "never" } });
    expect(deletes(made)).toEqual([]);
    await expectReleaseWhole(made);
    expect(await listTags(made.repo)).toEqual(["1.0.0", RC, "1.1.0-rc.1"]);
  });

  test("it stays where a page answers the question whether it could go, and the plan says so", async ({
    skip,
  }) => {
    const made = await released(await stage(skip));
    const page = { "content-type": "text/html" };
    made.proxy.on({
      when: isTagProbe,
      act: { kind: "answer", status: 200, headers: page, body: "<html>" },
    });
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(verdictOf(pruned, RC)).toMatchObject({ kind: "keep", reason: { untags: "unclear" } });
  });

  test("it goes by its name with untag: overwrite too, and nothing is written", async ({ skip }) => {
    const made = await released(await stage(skip));
    await runPrune({ image: made.image, keep: "1", untag: "overwrite" });
    expect(await listTags(made.repo)).toEqual(["1.0.0", "1.1.0-rc.1"]);
    for (const method of ["PUT", "POST", "PATCH"]) expect(made.sent(method)).toEqual([]);
    await expectReleaseWhole(made);
  });

  test.for<[string, Action]>([
    ["503", { kind: "answer", status: 503 }],
    ["429", { kind: "answer", status: 429, headers: { "retry-after": "0" } }],
    ["a reset", { kind: "reset" }],
  ])("answered with %s the DELETE is not sent again, and has failed", async ([, act], { skip }) => {
    const made = await released(await stage(skip));
    made.proxy.on({ when: (request) => request.path.endsWith(`/manifests/${RC}`) && isDelete(request), act });
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(made.sent("DELETE").filter((path) => path === `manifests/${RC}`)).toHaveLength(1);
    expect(applied(pruned).deletions).toMatchObject([{ kind: "failed", deletion: { tags: [RC] } }]);
    expect(statusOf(pruned.result)).toBe("partly-failed");
    expect(await listTags(made.repo)).toContain(RC);
    await expectReleaseWhole(made);
  });

  test("a tag that somebody moved meanwhile is not touched", async ({ skip }) => {
    const made = await released(await stage(skip));
    let moved: Pushed | undefined;
    betweenPlanAndBatch(made, async () => (moved = await pushImage(made.repo, [RC])), "tag");
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(applied(pruned).deletions).toMatchObject([{ kind: "spared", reason: { kind: "tags-moved" } }]);
    expect(deletes(made)).not.toContain(`manifests/${RC}`);
    expect((await getManifest(made.repo, RC)).digest).toBe(moved?.digest);
    await expectReleaseWhole(made);
  });

  test("a tag that somebody deleted meanwhile is gone, and that is as good", async ({ skip }) => {
    const made = await released(await stage(skip));
    const remove = (): Promise<unknown> =>
      fetch(`${made.repo.base}/v2/${made.repo.name}/manifests/${RC}`, { method: "DELETE" });
    betweenPlanAndBatch(made, remove, "tag");
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(applied(pruned).deletions).toMatchObject([{ kind: "gone" }]);
    expect(statusOf(pruned.result)).toBe("done");
    await expectReleaseWhole(made);
  });

  test("everything that was to stay was untagged meanwhile: the run stops before it would leave no tag", async ({
    skip,
  }) => {
    const made = await released(await stage(skip));
    const remove = (tag: string): Promise<unknown> =>
      fetch(`${made.repo.base}/v2/${made.repo.name}/manifests/${tag}`, { method: "DELETE" });
    betweenPlanAndBatch(made, () => Promise.all(["1.0.0", "1.1.0-rc.1"].map(remove)), "tag");
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(failed(pruned).error.message).toContain("would be left without a tag");
    await pullImage(made.repo, RC);
  });

  test("the tag that was to keep its image was deleted meanwhile: the last one stays", async ({ skip }) => {
    const made = await released(await stage(skip));
    const release = `${made.repo.base}/v2/${made.repo.name}/manifests/1.0.0`;
    betweenPlanAndBatch(made, () => fetch(release, { method: "DELETE" }), "tag");
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(applied(pruned).deletions).toMatchObject([{ kind: "spared", reason: { kind: "last-tag" } }]);
    await pullImage(made.repo, RC);
  });

  test("several tags of kept images go, and those of doomed ones with them", async ({ skip }) => {
    const made = await stage(skip);
    const { repo } = made;
    const old = await pushImage(repo, ["0.9.0", "0.9.0-rc.1"]);
    const shared = await pushImage(repo, ["1.0.0-rc.1", "1.0.0-rc.2", "1.0.0", "stable"]);
    await pushImage(repo, ["1.1.0-rc.1"]);
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect([...applied(pruned).deleted].sort()).toEqual(["0.9.0", "0.9.0-rc.1", "1.0.0-rc.1", "1.0.0-rc.2"]);
    expect(await listTags(repo)).toEqual(["1.0.0", "1.1.0-rc.1", "stable"]);
    expect((await getManifest(repo, old.digest)).status).toBe(404);
    await pullImage(repo, shared.digest);
  });

  test("in a dry run nothing but GET is sent, and the plan says by the registry's look that the tag goes", async ({
    skip,
  }) => {
    const made = await released(await stage(skip));
    const pruned = await runPrune({ image: made.image, keep: "1", "dry-run": "true" });
    expect(verdictOf(pruned, RC)).toEqual(untagged("delete"));
    expect(new Set(made.proxy.requests.map(({ method }) => method))).toEqual(new Set(["GET"]));
    expect(await listTags(made.repo)).toEqual(["1.0.0", RC, "1.1.0-rc.1"].sort());
  });

  test("in a dry run where the registry's look can't be seen, the tag stays and the plan says why", async ({
    skip,
  }) => {
    const made = await released(await stage(skip));
    const nothing: Action = { kind: "answer", status: 200, headers: { "content-type": "application/json" } };
    made.proxy.on({ when: ({ path }) => path === "/v2/", act: nothing });
    const pruned = await runPrune({ image: made.image, keep: "1", "dry-run": "true" });
    expect(verdictOf(pruned, RC)).toMatchObject({ kind: "keep", reason: { untags: "unseen" } });
  });
});

describe("on Distribution 3.1.1 with deletes off", () => {
  const stage = useDistribution("3.1.1", { deletes: false });

  test("no tag is deleted either, and the error says why", async ({ skip }) => {
    const made = await released(await stage(skip));
    await pushImage(made.repo, ["0.9.0"]);
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(failed(pruned).error).toMatchObject({ kind: "deletes-off" });
    expect(made.proxy.requests.filter(isDelete)).toEqual([]);
    expect(await listTags(made.repo)).toEqual(["0.9.0", "1.0.0", RC, "1.1.0-rc.1"].sort());
  });
});

describe("on Distribution 2.8", () => {
  const stage = useDistribution("2.8");

  test("the tag stays, and the plan says that this registry can't delete it", async ({ skip }) => {
    const made = await released(await stage(skip));
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(verdictOf(pruned, RC)).toMatchObject({
      kind: "keep",
      reason: { kind: "shares-digest", with: "1.0.0", untags: "no" },
    });
    expect(deletes(made)).toEqual(PROBES);
    expect(statusOf(pruned.result)).toBe("done");
    await expectReleaseWhole(made);
    await pullImage(made.repo, RC);
  });

  test("a dry run says the same by the registry's look, with nothing but GET", async ({ skip }) => {
    const made = await released(await stage(skip));
    const pruned = await runPrune({ image: made.image, keep: "1", "dry-run": "true" });
    expect(verdictOf(pruned, RC)).toMatchObject({ reason: { kind: "shares-digest", untags: "no" } });
    expect(new Set(made.proxy.requests.map(({ method }) => method))).toEqual(new Set(["GET"]));
  });

  describe("with untag: overwrite", () => {
    const OVERWRITE = { keep: "1", untag: "overwrite" } as const;

    /** The files that uploads have left, but for the crumb that Distribution keeps of each. */
    async function leftOfUploads({ storage, repo }: Stage): Promise<readonly string[]> {
      const folder = join(storage, "docker/registry/v2/repositories", repo.name, "_uploads");
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .filter((path) => !path.includes("/hashstates/"));
    }

    test("the tag goes, its image stays byte for byte, and nothing is left of what was written", async ({
      skip,
    }) => {
      const made = await released(await stage(skip));
      const pruned = await runPrune({ image: made.image, ...OVERWRITE });
      expect(verdictOf(pruned, RC)).toEqual(untagged("overwrite"));
      expect(applied(pruned)).toMatchObject({ deleted: [RC], harm: [], notes: [] });
      expect(statusOf(pruned.result)).toBe("done");
      expect(await listTags(made.repo)).toEqual(["1.0.0", "1.1.0-rc.1"]);
      await expectReleaseWhole(made);
      const written = made.sent("DELETE").at(-1) ?? "";
      expect(written).toMatch(/^manifests\/sha256:/);
      expect((await getManifest(made.repo, written.replace("manifests/", ""))).status).toBe(404);
      expect(await leftOfUploads(made)).toEqual([]);
    });

    test("that there is room is proven first, by an upload that is cancelled; then the tag is written, and what was written deleted", async ({
      skip,
    }) => {
      const made = await released(await stage(skip));
      await runPrune({ image: made.image, ...OVERWRITE, concurrency: "1" });
      const writes = made.proxy.requests.filter(({ method }) => !["GET", "HEAD"].includes(method));
      expect(
        writes.map(({ method, path }) =>
          `${method} ${isUpload({ method, path, headers: {} }) ? "upload" : ""}`.trim(),
        ),
      ).toEqual([
        ...["DELETE", "DELETE"],
        ...["POST upload", "PATCH upload", "DELETE upload"],
        ...["PUT", "DELETE"],
      ]);
      const chunk = writes.find(({ method }) => method === "PATCH");
      expect(Number(chunk?.headers["content-length"])).toBeGreaterThanOrEqual(256 * 1024);
      expect(made.sent("PUT")).toEqual([`manifests/${RC}`]);
    });

    test("each of two tags is written over with an index of its own, and room is proven once", async ({
      skip,
    }) => {
      const made = await stage(skip);
      const { repo } = made;
      const shared = await pushImage(repo, ["1.0.0-rc.1", "1.0.0-rc.2", "1.0.0"]);
      await pushImage(repo, ["1.1.0-rc.1"]);
      const pruned = await runPrune({ image: made.image, ...OVERWRITE, concurrency: "1" });
      expect(applied(pruned).deletions.map(({ kind }) => kind)).toEqual(["deleted", "deleted"]);
      const written = made.sent("DELETE").slice(-2);
      expect(new Set(written).size).toBe(2);
      expect(written).not.toContain(`manifests/${shared.digest}`);
      expect(made.sent("POST")).toHaveLength(1);
      expect(await listTags(repo)).toEqual(["1.0.0", "1.1.0-rc.1"]);
      await pullImage(repo, "1.0.0");
    });

    test("nothing is written in a dry run, and the plan says that the tag goes", async ({ skip }) => {
      const made = await released(await stage(skip));
      const pruned = await runPrune({ image: made.image, ...OVERWRITE, "dry-run": "true" });
      expect(verdictOf(pruned, RC)).toEqual(untagged("overwrite"));
      expect(new Set(made.proxy.requests.map(({ method }) => method))).toEqual(new Set(["GET"]));
    });

    test("nothing is written where no tag wants it", async ({ skip }) => {
      const made = await stage(skip);
      for (const tag of ["1.0.0", "1.1.0"]) await pushImage(made.repo, [tag]);
      await runPrune({ image: made.image, ...OVERWRITE });
      expect(await listTags(made.repo)).toEqual(["1.1.0"]);
      for (const method of ["PUT", "POST", "PATCH"]) expect(made.sent(method)).toEqual([]);
    });

    test("a tag that somebody moved meanwhile is not written over", async ({ skip }) => {
      const made = await released(await stage(skip));
      let moved: Pushed | undefined;
      betweenPlanAndBatch(made, async () => (moved = await pushImage(made.repo, [RC])), "tag");
      const pruned = await runPrune({ image: made.image, ...OVERWRITE });
      expect(applied(pruned).deletions).toMatchObject([{ kind: "spared", reason: { kind: "tags-moved" } }]);
      expect(made.sent("PUT")).toEqual([]);
      expect((await getManifest(made.repo, RC)).digest).toBe(moved?.digest);
    });

    const notTaken = {
      kind: "answer",
      status: 400,
      body: '{"errors":[{"code":"MANIFEST_INVALID"}]}',
    } as const;

    test("an index that is not taken is followed by Docker's list, once", async ({ skip }) => {
      const made = await released(await stage(skip));
      made.proxy.on({ when: isPut, times: 1, act: notTaken });
      const pruned = await runPrune({ image: made.image, ...OVERWRITE });
      expect(statusOf(pruned.result)).toBe("done");
      const types = made.proxy.requests.filter(isPut).map(({ headers }) => headers["content-type"]);
      expect(types).toEqual([
        "application/vnd.oci.image.index.v1+json",
        "application/vnd.docker.distribution.manifest.list.v2+json",
      ]);
      expect(await listTags(made.repo)).not.toContain(RC);
      await expectReleaseWhole(made);
    });

    test("nor is a tag written over by it that somebody moved in between", async ({ skip }) => {
      const made = await released(await stage(skip));
      const move = (): Promise<unknown> => pushImage(made.repo, [RC]);
      made.proxy.on({
        when: isPut,
        times: 1,
        act: {
          kind: "respond",
          respond: async (_, response) => {
            await move();
            response.writeHead(400).end(notTaken.body);
          },
        },
      });
      await runPrune({ image: made.image, ...OVERWRITE });
      expect(made.sent("PUT")).toHaveLength(1);
      expect(await listTags(made.repo)).toContain(RC);
    });

    test.for<[string, Action]>([
      ["500", { kind: "answer", status: 500 }],
      ["400", { kind: "answer", status: 400, body: '{"errors":[{"code":"TAG_INVALID"}]}' }],
      ["403", { kind: "answer", status: 403, body: '{"errors":[{"code":"DENIED"}]}' }],
      ["200, as no registry does", { kind: "answer", status: 200 }],
      ["503", { kind: "answer", status: 503 }],
      ["a reset", { kind: "reset" }],
    ])(
      "where writing is answered with %s the tag is as before, and nothing is deleted",
      async ([, act], { skip }) => {
        const made = await released(await stage(skip));
        made.proxy.on({ when: isPut, act });
        const pruned = await runPrune({ image: made.image, ...OVERWRITE });
        expect(applied(pruned).deletions).toMatchObject([{ kind: "failed", deletion: { tags: [RC] } }]);
        expect(statusOf(pruned.result)).toBe("partly-failed");
        // Not twice: by then the tag may be somebody else's.
        expect(made.sent("PUT")).toHaveLength(1);
        expect(made.proxy.requests.filter((request) => isDelete(request) && !isUpload(request))).toHaveLength(
          1,
        );
        expect((await getManifest(made.repo, RC)).digest).toBe(made.shared.digest);
        await expectReleaseWhole(made);
      },
    );

    test("where what was written can't be deleted it has failed, and the next run deletes it", async ({
      skip,
    }) => {
      const made = await released(await stage(skip));
      const isOfWritten = (request: RecordedRequest): boolean =>
        isDelete(request) && request.path.includes("/manifests/sha256:");
      made.proxy.on({ when: isOfWritten, times: 1, act: { kind: "answer", status: 500 } });
      const pruned = await runPrune({ image: made.image, ...OVERWRITE });
      const [deletion] = applied(pruned).deletions;
      if (deletion?.kind !== "failed") throw new Error("it was not deleted");
      expect(deletion.error.message).toContain("empty index");
      expect(statusOf(pruned.result)).toBe("partly-failed");
      await expectReleaseWhole(made);
      const again = await runPrune({ image: made.image, ...OVERWRITE });
      expect(applied(again).deleted).toEqual([RC]);
      expect(statusOf(again.result)).toBe("done");
      expect(await listTags(made.repo)).toEqual(["1.0.0", "1.1.0-rc.1"]);
      await expectReleaseWhole(made);
    });

    const words = (detail: unknown): Action => ({
      kind: "answer",
      status: 500,
      body: JSON.stringify({ errors: [{ code: "UNKNOWN", message: "unknown error", detail }] }),
    });
    const inWords = words("write /var/lib/registry/docker/registry/v2/x: no space left on device");
    const byNumber = words({ DriverName: "filesystem", Enclosed: { Op: "write", Path: "/x", Err: 28 } });
    test.for<[string, string, string, Action]>([
      ["beginning", "in words", "POST", inWords],
      ["beginning", "by its number", "POST", byNumber],
      ["chunk", "in words", "PATCH", inWords],
      ["chunk", "by its number", "PATCH", byNumber],
    ])(
      "where the disk is full by the upload's %s, %s, nothing is written and the tag is as before",
      async ([, , method, act], { skip }) => {
        const made = await released(await stage(skip));
        made.proxy.on({ when: (request) => request.method === method && isUpload(request), act });
        const pruned = await runPrune({ image: made.image, ...OVERWRITE });
        const [deletion] = applied(pruned).deletions;
        if (deletion?.kind !== "failed") throw new Error("it was not tried");
        expect(deletion.error).toMatchObject({ kind: "disk-full" });
        expect(made.sent("PUT")).toEqual([]);
        // What was begun is cancelled all the same.
        expect(
          made.proxy.requests.filter((request) => isUpload(request) && request.method === "DELETE"),
        ).toHaveLength(method === "PATCH" ? 1 : 0);
        expect(await leftOfUploads(made)).toEqual([]);
        expect((await getManifest(made.repo, RC)).digest).toBe(made.shared.digest);
        await expectReleaseWhole(made);
      },
    );

    test("where the disk is full, images go all the same: deleting needs no room", async ({ skip }) => {
      const made = await released(await stage(skip));
      await pushImage(made.repo, ["0.9.0"]);
      made.proxy.on({ when: (request) => request.method === "POST", act: inWords });
      const pruned = await runPrune({ image: made.image, ...OVERWRITE });
      expect(applied(pruned).deleted).toEqual(["0.9.0"]);
      expect(statusOf(pruned.result)).toBe("partly-failed");
      await expectReleaseWhole(made);
    });

    test("the token is for pushing too then, and only then", async () => {
      const made = await startTokenStage();
      const { repo, tokens } = made;
      const { name } = repo;
      const { shared } = await released({ repo });
      const scopesOf = async (raw: Record<string, string>): Promise<readonly (string | null)[]> => {
        tokens.requests.length = 0;
        await runPrune({ image: made.image, keep: "1", ...raw });
        return [...new Set(tokens.requests.map(({ query }) => query.get("scope")))].sort();
      };
      // Whether it is GitLab's registry is asked with the right to pull alone.
      expect(await scopesOf({})).toEqual([`repository:${name}:pull`, `repository:${name}:pull,delete`]);
      expect(await scopesOf({ untag: "overwrite", "dry-run": "true" })).toEqual([`repository:${name}:pull`]);
      expect(await listTags(repo)).toContain(RC);
      expect(await scopesOf({ untag: "overwrite" })).toEqual([
        `repository:${name}:pull`,
        `repository:${name}:pull,push`,
        `repository:${name}:pull,push,delete`,
      ]);
      expect(await listTags(repo)).toEqual(["1.0.0", "1.1.0-rc.1"]);
      expect((await getManifest(repo, "1.0.0")).digest).toBe(shared.digest);
    });
  });
});

describe("on Distribution 2.8 with deletes off", () => {
  const stage = useDistribution("2.8", { deletes: false });

  test("no tag is written over, for what was written could not be deleted", async ({ skip }) => {
    const made = await released(await stage(skip));
    const pruned = await runPrune({ image: made.image, keep: "1", untag: "overwrite" });
    expect(failed(pruned).error).toMatchObject({ kind: "deletes-off" });
    for (const method of ["PUT", "POST", "PATCH"]) expect(made.sent(method)).toEqual([]);
    expect(made.proxy.requests.filter((request) => isDelete(request) && !isProbe(request))).toEqual([]);
    expect((await getManifest(made.repo, RC)).digest).toBe(made.shared.digest);
  });
});

test("a tag of a doomed image is not one of these: it goes with its image, whatever the registry can", async () => {
  const registry = await startRegistry();
  onTestFinished(() => registry.stop());
  const made = await stageOf(registry);
  const { bytes, mediaType } = await pushImage(made.repo, ["1.0.0"]);
  await putManifest(made.repo, "v1.0.0", mediaType, bytes);
  await pushImage(made.repo, ["1.1.0"]);
  await runPrune({ image: made.image, keep: "1", untag: "overwrite" });
  expect(await listTags(made.repo)).toEqual(["1.1.0"]);
  expect(made.sent("PUT")).toEqual([]);
});
