import { describe, expect, test } from "vitest";
import { getManifest, listTags, pushImage, pushIndex, putManifest } from "../../scripts/images.mjs";
import { statusOf } from "../../src/report/run/result.js";
import { isTagProbe, useDistribution } from "../support/distributions.js";
import { pushMany } from "../support/many.js";
import { isDelete, isList, isRead, pulledTags, stageOf, type Stage } from "../support/proxied.js";
import type { Answer, RecordedRequest } from "../support/proxy.js";
import { applied, type Pruned, runPrune } from "../support/pruning.js";

/**
 * Other runs delete at the same time, in steps that a verification can come between: tags before their images, or manifests before their tags. That is no harm of
 * this run's.
 */
const MANY = 200;

const isDigestDelete = (request: RecordedRequest): boolean =>
  isDelete(request) && request.path.includes("sha256:");

/** A promise, and the function that resolves it. */
function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open: () => open() };
}

const prune = ({ image }: Pick<Stage, "image">, raw: Parameters<typeof runPrune>[0] = {}): Promise<Pruned> =>
  runPrune({ image, keep: "2", "group-by": "none", ...raw });

/** Deletes a tag or a digest as somebody else, past the proxy. */
const remove = ({ repo }: Pick<Stage, "repo">, reference: string): Promise<unknown> =>
  fetch(`${repo.base}/v2/${repo.name}/manifests/${reference}`, { method: "DELETE" });

/** True for a request that comes after a deletion: where there is one batch, it belongs to the verification. */
const isAfter = ({ proxy }: Pick<Stage, "proxy">): boolean =>
  proxy.requests.some((request) => isDelete(request) && !isTagProbe(request));

/** Runs something when the deletions are over: before the listing of the verification. */
function beforeVerifying(made: Pick<Stage, "proxy">, run: () => Promise<unknown>): void {
  made.proxy.on({
    when: (request) => isList(request) && isAfter(made),
    times: 1,
    act: { kind: "before", run },
  });
}

const agains = ({ events }: Pruned): readonly unknown[] =>
  events.filter(({ kind }) => kind === "verifying-again");

describe("on Distribution 3.1.1", () => {
  const stage = useDistribution("3.1.1");

  /** 1.0.0, which goes with `keep: 2`, and two that stay. */
  async function three(
    made: Stage,
  ): Promise<{ readonly [tag: string]: Awaited<ReturnType<typeof pushImage>> }> {
    return {
      "1.0.0": await pushImage(made.repo, ["1.0.0"]),
      "1.1.0": await pushImage(made.repo, ["1.1.0"]),
      "1.2.0": await pushImage(made.repo, ["1.2.0"]),
    };
  }

  test("two prunes at once, of which one has deleted its tags and not yet their images, do no harm", async ({
    skip,
  }) => {
    const made = await stage(skip);
    const other = await stageOf({ url: made.repo.base });
    const tags = Array.from({ length: MANY }, (_, index) => `1.0.0-rc.${index + 1}`);
    await pushMany(made.repo, ["0.9.0"]);
    const kept = await pushMany(made.repo, tags);
    await pushImage(made.repo, ["1.1.0"]);

    const [untagged, seen] = [gate(), gate()];
    // The other run has deleted one image whole, and its tags: it waits until this run has seen that.
    let sent = 0;
    other.proxy.on({
      when: (request) => isDigestDelete(request) && ++sent > 1,
      act: {
        kind: "before",
        run: async () => {
          untagged.open();
          await seen.opened;
        },
      },
    });
    const image = made.image.replace(made.proxy.host, other.proxy.host);
    const others: Promise<Pruned>[] = [];
    beforeVerifying(made, async () => {
      others.push(prune({ image }, { keep: "1" }));
      await untagged.opened;
    });
    // This run has read every one of the images by its digest, and lists the tags again.
    const unread = new Set([...kept.values()].map(({ digest }) => digest));
    const readAll = (): boolean => {
      for (const { method, path } of made.proxy.requests) {
        if (method === "GET") unread.delete(path.split("/").at(-1) ?? "");
      }
      return unread.size === 0;
    };
    made.proxy.on({
      when: (request) => isList(request) && isAfter(made) && readAll(),
      act: { kind: "before", run: seen.open },
    });
    const pruned = await prune(made, { keep: String(MANY + 1) });
    expect(unread.size).toBe(0);
    expect(applied(pruned)).toMatchObject({ deleted: ["0.9.0"], harm: [] });
    expect(applied(pruned).notes).toEqual(
      expect.arrayContaining(tags.map((tag) => ({ kind: "removed", tag }))),
    );
    expect(statusOf(pruned.result)).toBe("done");
    expect(pruned.events).toContainEqual({ kind: "verifying-again", tags: MANY - 1 });
    const [run] = await Promise.all(others);
    expect(run && applied(run)).toMatchObject({ harm: [] });
    expect(run && applied(run).deleted).toHaveLength(MANY);
    expect(await pulledTags(made.repo)).toEqual(["1.1.0"]);
  });

  test("as long as tags go that were to stay, another run is at work, and is waited for", async ({
    skip,
  }) => {
    const made = await stage(skip);
    const others = Array.from({ length: 12 }, (_, index) => `2.0.${index}`);
    const images = await three(made);
    await pushMany(made.repo, others);
    let step = 0;
    // It deletes a tag before each listing, and the first one's image last: nothing else shows that it will go.
    made.proxy.on({
      when: (request) => isList(request) && isAfter(made),
      act: {
        kind: "before",
        run: async () => {
          const isFirst = step === 0;
          const tag = isFirst ? "1.1.0" : others[step - 1];
          step += 1;
          await (step < 10 ? remove(made, tag ?? "") : remove(made, images["1.1.0"]?.digest ?? ""));
        },
      },
    });
    const pruned = await prune(made, { keep: "14" });
    expect(step).toBeGreaterThanOrEqual(10);
    expect(applied(pruned)).toMatchObject({ harm: [], notes: [{ kind: "removed", tag: "1.1.0" }] });
  });

  test("a kept image whose tags another's deletion by digest has still to reach is no harm", async ({
    skip,
  }) => {
    const made = await stage(skip);
    const images = await three(made);
    made.proxy.on({
      when: isDigestDelete,
      times: 1,
      act: { kind: "after", run: () => remove(made, images["1.1.0"]?.digest ?? "") },
    });
    // As between the two steps of the registry's deletion, for both listings of the first look.
    made.proxy.on({
      when: (request) => isList(request) && isAfter(made),
      times: 2,
      act: { kind: "change", change: listing("1.1.0", "1.2.0") },
    });
    const pruned = await prune(made);
    expect(applied(pruned)).toMatchObject({ harm: [], notes: [{ kind: "removed", tag: "1.1.0" }] });
    expect(statusOf(pruned.result)).toBe("done");
    expect(agains(pruned)).toHaveLength(1);
  });

  test("a kept index that another deletes with its parts while this run reads it is no harm", async ({
    skip,
  }) => {
    const made = await stage(skip);
    await three(made);
    const child = await pushImage(made.repo, []);
    const index = await pushIndex(made.repo, ["1.3.0"], [child]);
    made.proxy.on({
      when: (request) => isRead("1.3.0")(request) && isAfter(made),
      times: 1,
      act: {
        kind: "after",
        run: async () => {
          await remove(made, index.digest);
          await remove(made, child.digest);
        },
      },
    });
    const pruned = await prune(made, { keep: "3" });
    expect(applied(pruned)).toMatchObject({
      deleted: ["1.0.0"],
      harm: [],
      notes: [{ kind: "removed", tag: "1.3.0" }],
    });
    expect(agains(pruned)).toHaveLength(1);
  });

  test("a run that deletes nothing by digest takes no tag along: another has deleted it by itself", async ({
    skip,
  }) => {
    const made = await stage(skip);
    await pushImage(made.repo, ["1.0.0-rc.1", "1.0.0"]);
    await pushImage(made.repo, ["1.1.0-rc.1"]);
    const latest = await pushImage(made.repo, ["latest"]);
    beforeVerifying(made, () => remove(made, "latest"));
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(made.proxy.requests.filter(isDigestDelete)).toEqual([]);
    expect((await getManifest(made.repo, latest.digest)).status).toBe(200);
    expect(applied(pruned)).toMatchObject({
      deleted: ["1.0.0-rc.1"],
      harm: [],
      notes: [{ kind: "removed", tag: "latest" }],
    });
    expect(agains(pruned)).toEqual([]);
  });

  test("a kept tag that was moved onto a doomed image in the moment of its deletion stays harm", async ({
    skip,
  }) => {
    const made = await stage(skip);
    const images = await three(made);
    const { mediaType = "", bytes = Buffer.alloc(0) } = images["1.0.0"] ?? {};
    made.proxy.on({
      when: isDigestDelete,
      act: { kind: "before", run: () => putManifest(made.repo, "1.1.0", mediaType, bytes) },
    });
    const pruned = await prune(made);
    expect(agains(pruned)).toHaveLength(1);
    expect(await listTags(made.repo)).toEqual(["1.2.0"]);
    // Only what seems harmed is read again.
    const { requests } = made.proxy;
    const after = requests.slice(requests.findIndex(isDigestDelete));
    expect(after.filter(isRead("1.2.0"))).toHaveLength(1);
    expect(after.filter(isRead(images["1.2.0"]?.digest ?? ""))).toEqual([]);
    expect((await getManifest(made.repo, images["1.1.0"]?.digest ?? "")).status).toBe(200);
    expect(applied(pruned).harm).toEqual([
      { kind: "tag-lost", tag: "1.1.0", image: images["1.1.0"]?.digest },
    ]);
    expect(statusOf(pruned.result)).toBe("failed");
  });

  test("a run that was told to stop does not wait before it looks again", async ({ skip }) => {
    const made = await stage(skip);
    const images = await three(made);
    const { mediaType = "", bytes = Buffer.alloc(0) } = images["1.0.0"] ?? {};
    const stop = new AbortController();
    let stopped = Infinity;
    made.proxy.on({
      when: isDigestDelete,
      act: {
        kind: "before",
        run: async () => {
          await putManifest(made.repo, "1.1.0", mediaType, bytes);
          stop.abort();
          stopped = performance.now();
        },
      },
    });
    const pruned = await runPrune({ image: made.image, keep: "2" }, { stop: stop.signal });
    expect(applied(pruned).harm).toMatchObject([{ kind: "tag-lost", tag: "1.1.0" }]);
    // The pauses alone take longer.
    expect(performance.now() - stopped).toBeLessThan(5_700);
  });

  test("so it does where the repository can't be read a second time", async ({ skip }) => {
    const made = await stage(skip);
    const images = await three(made);
    const { mediaType = "", bytes = Buffer.alloc(0) } = images["1.0.0"] ?? {};
    made.proxy.on({
      when: isDigestDelete,
      act: { kind: "before", run: () => putManifest(made.repo, "1.1.0", mediaType, bytes) },
    });
    made.proxy.on({
      when: isRead(images["1.1.0"]?.digest ?? ""),
      act: { kind: "after", run: () => made.proxy.on({ when: isList, act: { kind: "truncate" } }) },
    });
    const pruned = await prune(made);
    expect(applied(pruned).harm).toMatchObject([{ kind: "tag-lost", tag: "1.1.0" }]);
    expect(statusOf(pruned.result)).toBe("failed");
  });
});

function listing(...tags: readonly string[]): (answer: Answer) => Answer {
  return (answer) => ({ ...answer, body: Buffer.from(JSON.stringify({ tags })) });
}
