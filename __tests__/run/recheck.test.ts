import { describe, expect, test, vi } from "vitest";
import {
  getManifest,
  listTags,
  pullImage,
  pushImage,
  pushIndex,
  putManifest,
} from "../../scripts/images.mjs";
import { observe } from "../../src/run/observe/observe.js";
import { applyPlan } from "../../src/run/apply/apply-plan.js";
import type { BatchLimits } from "../../src/run/apply/options.js";
import { plan } from "../../src/core/plan/make-plan.js";
import { parseReference } from "../../src/core/names/reference.js";
import { openRegistry } from "../../src/registry/open.js";
import { statusOf } from "../../src/report/run/result.js";
import {
  isDelete,
  isList,
  isProbe,
  isRead,
  type Proxied,
  type Pushed,
  useFilledRepository,
} from "../support/proxied.js";
import type { RecordedRequest } from "../support/proxy.js";
import { applied, failed, runPrune } from "../support/pruning.js";
import { policy } from "../support/snapshots.js";

/** Others push and delete while a run goes on: after its plan, and before its look (the probe is the moment between). */
const filled = useFilledRepository();

async function retag({ repo }: Proxied, { mediaType, bytes }: Pushed, tag: string): Promise<void> {
  await putManifest(repo, tag, mediaType, bytes);
}

function meanwhile({ proxy }: Proxied, run: () => Promise<unknown>): void {
  proxy.on({ when: isProbe, times: 1, act: { kind: "before", run } });
}

function first(images: ReadonlyMap<string, Pushed>): Pushed {
  const [image] = images.values();
  if (image === undefined) throw new Error("there is one");
  return image;
}

async function deleteDigest({ repo }: Proxied, digest: string): Promise<void> {
  await fetch(`${repo.base}/v2/${repo.name}/manifests/${digest}`, { method: "DELETE" });
}

describe("what somebody did meanwhile", () => {
  test("a kept tag that was gone when it was asked for, and is listed on a doomed image: it stays, with that image", async () => {
    const made = await filled("1.0.0", "1.1.0", "stable");
    const { proxy } = made;
    meanwhile(made, async () => {
      await retag(made, first(made.images), "stable");
      // As in the moment between its deletion and its push.
      const body = '{"errors":[{"code":"MANIFEST_UNKNOWN","message":"manifest unknown"}]}';
      proxy.on({ when: isRead("stable"), times: 2, act: { kind: "answer", status: 404, body } });
    });
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(applied(pruned).deletions).toMatchObject([
      { kind: "spared", deletion: { tags: ["1.0.0"] }, reason: { kind: "now-needed-by", by: "stable" } },
    ]);
    expect(await listTags(made.repo)).toEqual(["1.0.0", "1.1.0", "stable"]);
  });

  test("a new tag on a doomed image: it stays, with the tags that were to go", async () => {
    const made = await filled("1.0.0", "1.1.0", "1.2.0");
    meanwhile(made, () => retag(made, first(made.images), "promoted"));
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(applied(pruned).deletions).toContainEqual(
      expect.objectContaining({
        kind: "spared",
        deletion: expect.objectContaining({ tags: ["1.0.0"] }) as unknown,
        reason: { kind: "now-needed-by", by: "promoted" },
      }),
    );
    expect(applied(pruned)).toMatchObject({ deleted: ["1.1.0"], harm: [] });
    for (const tag of ["promoted", "1.0.0", "1.2.0"]) await pullImage(made.repo, tag);
  });

  test("a kept tag was moved onto a doomed image: it stays", async () => {
    const made = await filled("1.0.0", "1.1.0", "1.2.0", "latest");
    meanwhile(made, () => retag(made, first(made.images), "latest"));
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(applied(pruned)).toMatchObject({ deleted: ["1.1.0"], harm: [] });
    expect(applied(pruned).notes).toContainEqual({
      kind: "moved",
      tag: "latest",
      to: first(made.images).digest,
    });
    await pullImage(made.repo, "latest");
    expect(statusOf(pruned.result)).toBe("done");
  });

  test("a new index contains the child of a doomed one: the child stays", async () => {
    const made = await filled("1.1.0");
    const [child, other] = [await pushImage(made.repo, []), await pushImage(made.repo, [])];
    await pushIndex(made.repo, ["1.0.0"], [child, other]);
    meanwhile(made, () => pushIndex(made.repo, ["1.2.0"], [child]));
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(applied(pruned)).toMatchObject({ deleted: ["1.0.0"], harm: [] });
    await pullImage(made.repo, "1.2.0");
    expect((await getManifest(made.repo, other.digest)).status).toBe(404);
  });

  test("a new index contains a doomed image, nested: it stays", async () => {
    const made = await filled("1.0.0", "1.1.0");
    meanwhile(made, async () =>
      pushIndex(made.repo, ["bundle"], [await pushIndex(made.repo, [], [first(made.images)])]),
    );
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(applied(pruned)).toMatchObject({ deleted: [], harm: [] });
    await pullImage(made.repo, "bundle");
  });

  test("a signature of a doomed image was pushed: the image stays", async () => {
    const made = await filled("1.0.0", "1.1.0");
    const signature = `${first(made.images).digest.replace(":", "-")}.sig`;
    meanwhile(made, () => pushImage(made.repo, [signature]));
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(applied(pruned)).toMatchObject({ deleted: [], harm: [] });
    await pullImage(made.repo, "1.0.0");
  });

  test("a doomed tag was pushed anew: neither its new image nor its old one is touched", async () => {
    const made = await filled("1.0.0", "1.1.0");
    let pushed: Pushed | undefined;
    meanwhile(made, async () => (pushed = await pushImage(made.repo, ["1.0.0"])));
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(applied(pruned)).toMatchObject({ deleted: [], harm: [] });
    expect(applied(pruned).deletions).toContainEqual(
      expect.objectContaining({ kind: "spared", reason: { kind: "tags-moved" } }),
    );
    expect(applied(pruned).notes).toEqual([{ kind: "moved", tag: "1.0.0", to: pushed?.digest }]);
    await pullImage(made.repo, "1.0.0");
  });

  test("a doomed tag was pushed anew as an index that contains another doomed image: that one stays", async () => {
    const made = await filled("1.0.0", "1.1.0", "1.2.0");
    meanwhile(made, () => pushIndex(made.repo, ["1.1.0"], [first(made.images)]));
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(applied(pruned)).toMatchObject({ deleted: [], harm: [] });
    expect(applied(pruned).deletions).toContainEqual(
      expect.objectContaining({
        deletion: expect.objectContaining({ tags: ["1.0.0"] }) as unknown,
        reason: { kind: "now-needed-by", by: "1.1.0" },
      }),
    );
    await pullImage(made.repo, "1.1.0");
  });

  test("a tag was deleted between the listing and the reading: it is gone, and does not dangle", async () => {
    const made = await filled("2.0.0", "1.0.0", "1.1.0");
    const run = (): Promise<unknown> => deleteDigest(made, first(made.images).digest);
    made.proxy.on({ when: isList, times: 1, act: { kind: "after", run } });
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(applied(pruned).plan.verdicts.map(({ tag }) => tag)).toEqual(["1.1.0", "1.0.0"]);
    expect(applied(pruned)).toMatchObject({ deleted: ["1.0.0"], notes: [] });
  });

  test("one of two doomed tags was pushed anew: the other goes with the old image", async () => {
    const made = await filled("1.1.0");
    const old = await pushImage(made.repo, ["1.0.0", "v1.0.0"]);
    meanwhile(made, () => pushImage(made.repo, ["v1.0.0"]));
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(applied(pruned).deleted).toEqual(["1.0.0"]);
    expect((await getManifest(made.repo, old.digest)).status).toBe(404);
    await pullImage(made.repo, "v1.0.0");
  });

  test("a doomed image is gone already: that is as good", async () => {
    const made = await filled("1.0.0", "1.1.0");
    meanwhile(made, () => deleteDigest(made, first(made.images).digest));
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(applied(pruned).deletions.map(({ kind }) => kind)).toEqual(["gone"]);
    expect(applied(pruned).deleted).toEqual(["1.0.0"]);
    expect(statusOf(pruned.result)).toBe("done");
  });

  test("a kept tag was deleted, image and all: a note", async () => {
    const made = await filled("other", "1.0.0", "1.1.0");
    meanwhile(made, () => deleteDigest(made, first(made.images).digest));
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(applied(pruned)).toMatchObject({
      deleted: ["1.0.0"],
      harm: [],
      notes: [{ kind: "removed", tag: "other" }],
    });
  });

  test("everything that was to stay was deleted: the run stops before it would leave nothing", async () => {
    const made = await filled("1.1.0", "1.0.0");
    meanwhile(made, () => deleteDigest(made, first(made.images).digest));
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(failed(pruned).error.message).toContain("would be left without a tag");
    expect(await listTags(made.repo)).toEqual(["1.0.0"]);
  });

  test("the look itself fails: nothing is deleted", async () => {
    const made = await filled("1.0.0", "1.1.0");
    meanwhile(made, () => {
      made.proxy.on({ when: isRead("1.1.0"), act: { kind: "answer", status: 500 } });
      return Promise.resolve();
    });
    failed(await runPrune({ image: made.image, keep: "1" }));
    expect(made.proxy.requests.filter(isDelete)).toEqual([]);
  });
});

describe("batches", () => {
  /** Applies a prune to 1.0.0 … with these limits, one request at a time. */
  async function applyWith(
    made: Proxied,
    limits: Omit<BatchLimits, "untagFrom">,
  ): Promise<Awaited<ReturnType<typeof applyPlan>>> {
    const { host, repository } = parseReference(made.image);
    const registry = await openRegistry({
      host,
      credentials: { kind: "anonymous" },
      plainHttp: [],
      rights: ["pull", "delete"],
      concurrency: 1,
      userAgent: "test",
      onSecret: () => undefined,
    });
    const reading = { registry, repository, concurrency: 1 };
    const say = (): void => undefined;
    const observation = await observe(reading, { host, repository, tags: [], digests: [] }, say);
    if (observation.kind !== "snapshot") throw new Error(observation.kind);
    const { snapshot } = observation;
    const decided = plan(snapshot, policy({ keep: 1 }));
    try {
      const recorder = { begin: () => Promise.resolve(), outcome: () => undefined };
      return await applyPlan({
        ...reading,
        snapshot,
        plan: decided,
        allowEmpty: false,
        untag: "auto",
        recorder,
        say,
        limits: { ...limits, untagFrom: Infinity },
      });
    } finally {
      registry.close();
    }
  }

  const six = ["1.0.0", "1.1.0", "1.2.0", "1.3.0", "1.4.0", "1.5.0"];

  test("the repository is looked at again before each", async () => {
    const made = await filled(...six);
    await applyWith(made, { deletions: 2, freshFor: 30_000 });
    const order = made.proxy.requests.map((request) =>
      isList(request) ? "list" : isProbe(request) ? "probe" : isDelete(request) ? "delete" : "read",
    );
    expect(order.filter((what) => what !== "read")).toEqual([
      "list",
      "probe",
      ...["list", "delete", "delete"],
      ...["list", "delete", "delete"],
      ...["list", "delete"],
    ]);
  });

  test("and as often as what was seen is too old", async () => {
    const made = await filled(...six);
    made.proxy.on({ when: isDelete, act: { kind: "delay", ms: 600 } });
    const { deletions } = await applyWith(made, { deletions: 100, freshFor: 500 });
    expect(deletions.map(({ kind }) => kind)).toEqual(Array(5).fill("deleted"));
    expect(made.proxy.requests.filter(isList).length).toBeGreaterThanOrEqual(1 + 5);
  });

  test("and never gets on where it is too old each time before anything is sent, which is said", async () => {
    const made = await filled(...six);
    const { deletions, stopped } = await applyWith(made, { deletions: 100, freshFor: -1 });
    expect(deletions.map(({ kind }) => kind)).toEqual(Array(5).fill("spared"));
    expect(stopped?.message).toContain("too old each time");
    expect(made.proxy.requests.filter(isDelete)).toEqual([]);
  });

  describe("after a pause that the registry asks for", () => {
    const busy = { kind: "answer", status: 503, headers: { "retry-after": "1" } } as const;

    test("what was pushed meanwhile onto a doomed image stays", async () => {
      const made = await filled("1.0.0", "1.1.0", "1.2.0");
      let pushed: Promise<void> | undefined;
      const isFirst = (request: RecordedRequest): boolean => {
        if (!isDelete(request)) return false;
        pushed ??= retag(made, first(made.images), "promoted");
        return true;
      };
      made.proxy.on({ when: isFirst, times: 1, act: busy });
      made.proxy.on({ when: isList, act: { kind: "before", run: () => pushed } });
      const { deletions } = await applyWith(made, { deletions: 100, freshFor: 900 });
      expect(deletions.map(({ kind }) => kind)).toEqual(["spared", "deleted"]);
      await pullImage(made.repo, "promoted");
    });

    test("an image that still goes is looked at again, and goes", async () => {
      const made = await filled("1.0.0", "1.1.0");
      made.proxy.on({ when: isDelete, times: 2, act: busy });
      const { deletions } = await applyWith(made, { deletions: 100, freshFor: 900 });
      expect(deletions.map(({ kind }) => kind)).toEqual(["deleted"]);
      expect(made.proxy.requests.filter(isList)).toHaveLength(1 + 3);
    });

    test("which never ends, an image is given up, and that is said", async () => {
      const made = await filled("1.0.0", "1.1.0");
      made.proxy.on({ when: isDelete, act: busy });
      const { deletions } = await applyWith(made, { deletions: 100, freshFor: 900 });
      expect(deletions).toEqual([expect.objectContaining({ kind: "failed" })]);
      expect(deletions[0]).toMatchObject({ error: { kind: "outdated" } });
      expect(made.proxy.requests.filter(isDelete)).toHaveLength(4);
    });

    test("a signal ends it, and nothing is sent any more", async () => {
      const made = await filled("1.0.0", "1.1.0", "1.2.0");
      const controller = new AbortController();
      const told = (request: RecordedRequest): boolean => {
        if (!isDelete(request)) return false;
        controller.abort();
        return true;
      };
      made.proxy.on({
        when: told,
        act: { kind: "answer", status: 503, headers: { "retry-after": "50" } },
      });
      const pruned = await runPrune(
        { image: made.image, keep: "1", concurrency: "1" },
        { stop: controller.signal },
      );
      expect(made.proxy.requests.filter(isDelete)).toHaveLength(1);
      expect(applied(pruned).deletions.map(({ kind }) => kind)).toEqual(["failed", "spared"]);
      expect(applied(pruned).stopped?.message).toContain("told to stop");
      expect((await listTags(made.repo)).sort()).toEqual(["1.0.0", "1.1.0", "1.2.0"]);
    });

    test.for<[string, (request: RecordedRequest) => boolean, string[]]>([
      ["the probe for deletes", isProbe, ["1.0.0", "1.1.0"]],
      ["the look before a batch", isList, ["1.0.0", "1.1.0"]],
      ["the last look", isList, ["1.1.0"]],
    ])("a signal ends the wait for %s too", async ([what, isIt, left]) => {
      const made = await filled("1.0.0", "1.1.0");
      const controller = new AbortController();
      const looks = what === "the probe for deletes" ? 0 : what === "the last look" ? 2 : 1;
      let seen = 0;
      made.proxy.on({
        when: (request) => isIt(request) && (seen += 1) > looks,
        act: { kind: "answer", status: 503, headers: { "retry-after": "50" } },
      });
      const pruning = runPrune({ image: made.image, keep: "1" }, { stop: controller.signal });
      await vi.waitFor(() => expect(seen).toBe(looks + 1), 10_000);
      controller.abort();
      const pruned = await pruning;
      expect(seen).toBe(looks + 1);
      expect(statusOf(pruned.result)).toBe(what === "the last look" ? "partly-failed" : "failed");
      expect((await listTags(made.repo)).sort()).toEqual(left);
    });
  });

  test("so that what is pushed between two of them stays", async () => {
    const made = await filled(...six);
    const doomed = made.images.get("1.3.0");
    if (doomed === undefined) throw new Error("there are six");
    made.proxy.on({
      when: isDelete,
      times: 1,
      act: { kind: "after", run: () => retag(made, doomed, "promoted") },
    });
    const { deletions } = await applyWith(made, { deletions: 2, freshFor: 30_000 });
    expect(deletions.map(({ kind }) => kind)).toEqual(["deleted", "deleted", "deleted", "spared", "deleted"]);
    await pullImage(made.repo, "promoted");
  });

  test("and what can't be seen for certain between two of them stops the run there", async () => {
    const made = await filled(...six);
    made.proxy.on({
      when: isDelete,
      times: 1,
      act: { kind: "after", run: () => made.proxy.on({ when: isList, act: { kind: "truncate" } }) },
    });
    const { deletions, stopped } = await applyWith(made, { deletions: 2, freshFor: 30_000 });
    expect(deletions.map(({ kind }) => kind)).toEqual(["deleted", "deleted", "spared", "spared", "spared"]);
    expect(stopped?.nextStep).not.toBe("");
  });
});
