import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import {
  getManifest,
  listTags,
  pullImage,
  pushImage,
  pushIndex,
  putManifest,
} from "../../scripts/images.mjs";
import type { RunEvent } from "../../src/core/result/event.js";
import { isLeftUntagged } from "../../src/core/plan/outcome.js";
import { failureText } from "../../src/report/run/failure.js";
import { skippedTags, statusOf } from "../../src/report/run/result.js";
import { readJournal } from "../../src/run/journal/read.js";
import { attach } from "../support/attachments.js";
import { betweenPlanAndBatch, isTagProbe, useDistribution } from "../support/distributions.js";
import { pushMany } from "../support/many.js";
import { temporaryFile } from "../support/policies.js";
import { isDelete, isList, isRead, type Proxied, pulledTags, type Stage } from "../support/proxied.js";
import type { RecordedRequest } from "../support/proxy.js";
import { applied, failed, type Pruned, runPrune } from "../support/pruning.js";

/** Where many images go, a registry that can do so loses their tags first; then their images are deleted by digest. */
const MANY = 200;

const isTagDelete = (request: RecordedRequest): boolean =>
  isDelete(request) && !isTagProbe(request) && !request.path.includes("sha256:");
const isDigestDelete = (request: RecordedRequest): boolean =>
  isDelete(request) && request.path.includes("sha256:");

type Images = Awaited<ReturnType<typeof pushMany>>;
type Full = Stage & { readonly victims: Images };

/** 1.1.0, which stays with `keep: 1`, and as many older images as are given: 1.0.0-rc.1 is the oldest. */
async function full(made: Stage, count = MANY): Promise<Full> {
  const tags = Array.from({ length: count }, (_, index) => `1.0.0-rc.${index + 1}`);
  const victims = await pushMany(made.repo, tags);
  await pushImage(made.repo, ["1.1.0"]);
  return { ...made, victims };
}

const prune = ({ image }: Proxied, more: Parameters<typeof runPrune>[0] = {}): Promise<Pruned> =>
  runPrune({ image, keep: "1", "group-by": "none", ...more });

function digestOf({ victims }: Full, tag: string): string {
  const digest = victims.get(tag)?.digest;
  if (digest === undefined) throw new Error(`${tag} was pushed before`);
  return digest;
}

/** The image that is deleted whole before the others lose their tags. */
const OLDEST = "1.0.0-rc.1";
const othersOf = ({ victims }: Full): readonly string[] =>
  [...victims.keys()].filter((tag) => tag !== OLDEST);

const isThere = async ({ repo }: Proxied, digest: string): Promise<boolean> =>
  (await getManifest(repo, digest)).status === 200;

/** How many of the victims' images are there. */
async function left(made: Full): Promise<number> {
  const there = await Promise.all([...made.victims.values()].map(({ digest }) => isThere(made, digest)));
  return there.filter(Boolean).length;
}

describe("on Distribution 3.1.1", () => {
  const stage = useDistribution("3.1.1");

  test(`from ${MANY} images on, one goes whole, then the others' tags, each read again just before, and then their images`, async ({
    skip,
  }) => {
    const made = await full(await stage(skip));
    const pruned = await prune(made);
    expect(applied(pruned)).toMatchObject({ harm: [], notes: [] });
    expect(applied(pruned).deleted).toHaveLength(MANY);
    expect(statusOf(pruned.result)).toBe("done");
    expect(await left(made)).toBe(0);
    expect(await pulledTags(made.repo)).toEqual(["1.1.0"]);

    const { requests } = made.proxy;
    expect(requests.filter(isTagDelete)).toHaveLength(MANY - 1);
    expect(requests.filter(isDigestDelete)).toHaveLength(MANY);
    const first = requests.findIndex(isDigestDelete);
    const second = requests.findIndex((request, index) => isDigestDelete(request) && index > first);
    expect(requests[first]?.path).toContain(digestOf(made, OLDEST));
    expect(requests.slice(first).filter(isRead(digestOf(made, OLDEST))).length).toBeGreaterThan(0);
    expect(first).toBeLessThan(requests.findIndex(isTagDelete));
    expect(requests.findLastIndex(isTagDelete)).toBeLessThan(second);
    const [start, end] = [requests.findIndex(isTagProbe), second];
    for (const tag of othersOf(made)) {
      const read = requests.findLastIndex(isRead(tag));
      const deleted = requests.findIndex(
        (request) => isTagDelete(request) && request.path.endsWith(`/${tag}`),
      );
      expect(start < read && read < deleted && deleted < end, tag).toBe(true);
    }
  });

  test("oldest first, and how far it has come is said of each", async ({ skip }) => {
    const made = await full(await stage(skip));
    const { events } = await prune(made, { concurrency: "1" });
    const names = made.proxy.requests.filter(isTagDelete).map(({ path }) => path.split("/").at(-1));
    expect(names).toEqual(othersOf(made));
    const advances = (what: string): readonly unknown[] =>
      events.flatMap((event: RunEvent) =>
        event.kind === "advanced" && event.advance.what === what ? [event.advance.done] : [],
      );
    const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);
    expect(advances("reading")).toEqual(upTo(MANY + 1));
    expect(advances("untagging")).toEqual(upTo(MANY - 1));
    expect(advances("deleting")).toEqual(upTo(MANY));
    expect(advances("verifying")).toEqual([1]);
  });

  test("each image is in the journal before its tag goes", async ({ skip }) => {
    const made = await full(await stage(skip));
    const journal = await temporaryFile("journal.ndjson", "");
    const missing: string[] = [];
    made.proxy.on({
      when: isTagDelete,
      act: {
        kind: "before",
        run: async ({ path }) => {
          const text = await readFile(journal, "utf8");
          const tag = path.split("/").at(-1) ?? "";
          if (!text.includes(`"kind":"manifest"`) || !text.includes(digestOf(made, tag))) missing.push(tag);
        },
      },
    });
    await prune(made, { journal });
    expect(made.proxy.requests.filter(isTagDelete)).toHaveLength(MANY - 1);
    expect(missing).toEqual([]);
    expect((await readJournal(journal)).repositories.get(made.image)?.leftovers.size).toBe(0);
  });

  test.for([
    [MANY - 1, {}, "fewer"],
    [MANY, { untag: "never" }, "as many, with untag: never"],
  ] as const)("no tag goes by its name of %i: %o (%s)", async ([count, settings], { skip }) => {
    const made = await full(await stage(skip), count);
    expect(applied(await prune(made, settings)).deleted).toHaveLength(count);
    expect(made.proxy.requests.filter((request) => isTagDelete(request) || isTagProbe(request))).toEqual([]);
    expect(await left(made)).toBe(0);
    expect(await pulledTags(made.repo)).toEqual(["1.1.0"]);
  });

  test("a tag that was pushed anew meanwhile stays, with its new image", async ({ skip }) => {
    const made = await full(await stage(skip));
    betweenPlanAndBatch(made, () => pushImage(made.repo, ["1.0.0-rc.7"]), "tag");
    const pruned = await prune(made);
    expect(await pulledTags(made.repo)).toEqual(["1.0.0-rc.7", "1.1.0"]);
    expect(skippedTags(pruned.result)).toEqual([`${made.image}:1.0.0-rc.7`]);
    expect(applied(pruned).deleted).toHaveLength(MANY - 1);
  });

  test("an image that got another tag once its own was gone stays, and is whole", async ({ skip }) => {
    const made = await full(await stage(skip));
    const { mediaType = "", bytes = Buffer.alloc(0) } = made.victims.get("1.0.0-rc.7") ?? {};
    made.proxy.on({
      when: (request) => isTagDelete(request) && request.path.endsWith("/1.0.0-rc.7"),
      act: {
        kind: "after",
        run: async () => {
          const url = `${made.repo.base}/v2/${made.repo.name}/manifests/promoted`;
          await fetch(url, { method: "PUT", headers: { "content-type": mediaType }, body: bytes });
        },
      },
    });
    const journal = await temporaryFile("journal.ndjson", "");
    const pruned = await prune(made, { journal });
    expect(applied(pruned).deletions.filter(({ kind }) => kind === "spared")).toMatchObject([
      { reason: { kind: "now-needed-by", by: "promoted" }, untagged: ["1.0.0-rc.7"] },
    ]);
    expect(applied(pruned).deleted).toHaveLength(MANY);
    expect(skippedTags(pruned.result)).toEqual([]);
    expect(statusOf(pruned.result)).toBe("done");
    expect(await pulledTags(made.repo)).toEqual(["1.1.0", "promoted"]);
    // It has an owner again, so no later run is to finish it.
    expect((await readJournal(journal)).repositories.get(made.image)?.leftovers.size).toBe(0);
  });

  test("signatures keep their tags until their image has gone", async ({ skip }) => {
    const made = await full(await stage(skip));
    const image = await pushImage(made.repo, ["1.0.0"]);
    const { tags } = await attach(made.repo, image);
    let before: readonly string[] = [];
    let seen = 0;
    made.proxy.on({
      // The first is that of the one image that goes whole.
      when: (request) => isDigestDelete(request) && ++seen === 2,
      act: { kind: "before", run: async () => (before = await listTags(made.repo)) },
    });
    expect(applied(await prune(made)).deleted).toHaveLength(MANY + 4);
    expect(before).toEqual(["1.1.0", ...[...tags].sort()]);
    expect(await pulledTags(made.repo)).toEqual(["1.1.0"]);
  });

  test("so those of an image that got another tag meanwhile are not lost", async ({ skip }) => {
    const made = await full(await stage(skip));
    const image = await pushImage(made.repo, ["1.0.0"]);
    const { tags } = await attach(made.repo, image);
    const { mediaType, bytes } = image;
    betweenPlanAndBatch(made, () => putManifest(made.repo, "promoted", mediaType, bytes), "tag");
    const pruned = await prune(made);
    expect(applied(pruned)).toMatchObject({ harm: [] });
    expect(await pulledTags(made.repo)).toEqual(["1.1.0", "promoted", ...[...tags].sort()]);
  });

  test("nor one whose image was gone and has come back", async ({ skip }) => {
    const made = await full(await stage(skip));
    const image = await pushImage(made.repo, []);
    const { tags } = await attach(made.repo, image);
    const { mediaType, digest, bytes } = image;
    const url = `${made.repo.base}/v2/${made.repo.name}/manifests/${digest}`;
    await fetch(url, { method: "DELETE" });
    betweenPlanAndBatch(made, () => putManifest(made.repo, "back", mediaType, bytes), "tag");
    expect(applied(await prune(made, { orphans: "delete" })).deleted).toHaveLength(MANY);
    expect(await pulledTags(made.repo)).toEqual(["1.1.0", "back", ...[...tags].sort()]);
  });

  test("a signature is no tag that stays, nor does one hide that there is one", async ({ skip }) => {
    const made = await stage(skip);
    await pushMany(
      made.repo,
      Array.from({ length: MANY }, (_, index) => `1.0.0-rc.${index + 1}`),
    );
    // Listed behind its signatures.
    const { tags } = await attach(made.repo, await pushImage(made.repo, ["v1.1.0"]));
    expect(applied(await prune(made)).deleted).toHaveLength(MANY);
    expect(await pulledTags(made.repo)).toEqual([...[...tags].sort(), "v1.1.0"]);
  });

  test("where all that was to stay has gone meanwhile, no tag goes", async ({ skip }) => {
    const made = await full(await stage(skip));
    const { digest } = await getManifest(made.repo, "1.1.0");
    const url = `${made.repo.base}/v2/${made.repo.name}/manifests/${digest ?? ""}`;
    betweenPlanAndBatch(made, () => fetch(url, { method: "DELETE" }), "tag");
    expect(failed(await prune(made)).error.message).toContain("would be left without a tag");
    expect(made.proxy.requests.filter(isTagDelete)).toEqual([]);
    expect(await listTags(made.repo)).toHaveLength(MANY);
  });

  test("one that stays and is a hollow index is none that stays", async ({ skip }) => {
    const made = await full(await stage(skip));
    const part = await pushImage(made.repo, []);
    await pushIndex(made.repo, ["2.0.0"], [part]);
    const erase = async (reference: string): Promise<void> => {
      const { digest } = await getManifest(made.repo, reference);
      const url = `${made.repo.base}/v2/${made.repo.name}/manifests/${digest ?? ""}`;
      await fetch(url, { method: "DELETE" });
    };
    await erase(part.digest);
    betweenPlanAndBatch(made, () => erase("1.1.0"), "tag");
    expect(failed(await prune(made)).error.message).toContain("would be left without a tag");
    expect(made.proxy.requests.filter(isTagDelete)).toEqual([]);
  });

  test("one that stays and dangles is none that stays", async ({ skip }) => {
    const made = await full(await stage(skip));
    betweenPlanAndBatch(
      made,
      async () => {
        made.proxy.on({ when: isRead("1.1.0"), act: { kind: "answer", ...MANIFEST_UNKNOWN } });
        await Promise.resolve();
      },
      "tag",
    );
    expect(failed(await prune(made)).error.message).toContain("would be left without a tag");
    expect(made.proxy.requests.filter(isTagDelete)).toEqual([]);
  });

  test("told to stop in between, it says which images have lost their tags, and the journal finishes them", async ({
    skip,
  }) => {
    const made = await full(await stage(skip));
    const journal = await temporaryFile("journal.ndjson", "");
    const stop = new AbortController();
    let seen = 0;
    made.proxy.on({
      when: (request) => isTagDelete(request) && ++seen === 5,
      act: { kind: "before", run: () => stop.abort() },
    });
    const settings = { image: made.image, keep: "1", "group-by": "none", journal };
    const pruned = await runPrune(settings, { stop: stop.signal });
    const bare = applied(pruned).deletions.filter(isLeftUntagged);
    expect(bare.length).toBeGreaterThanOrEqual(5);
    expect(bare.length).toBeLessThan(MANY);
    expect(made.proxy.requests.filter(isDigestDelete)).toHaveLength(1);
    expect(applied(pruned).deleted).toHaveLength(bare.length + 1);
    expect(statusOf(pruned.result)).toBe("partly-failed");
    expect(failureText(pruned.result)).toContain(
      `${bare.length} images have lost their tags and are not deleted yet`,
    );
    expect(failureText(pruned.result)).toContain(`journal: ${journal}`);

    const again = await runPrune(settings);
    expect(statusOf(again.result)).toBe("done");
    expect(await left(made)).toBe(0);
    expect(await pulledTags(made.repo)).toEqual(["1.1.0"]);
  });

  test("where three in a row fail, nothing more is begun", async ({ skip }) => {
    const made = await full(await stage(skip));
    made.proxy.on({ when: isTagDelete, act: { kind: "answer", status: 500 } });
    const pruned = await prune(made, { concurrency: "1" });
    expect(applied(pruned)).toMatchObject({ deleted: [OLDEST], notes: [], harm: [] });
    expect(failureText(pruned.result)).toContain("fails to delete");
    expect(failureText(pruned.result)).not.toContain("lost");
    expect(made.proxy.requests.filter(isTagDelete)).toHaveLength(3);
    expect(made.proxy.requests.filter(isDigestDelete)).toHaveLength(1);
    expect(await listTags(made.repo)).toHaveLength(MANY);
  });

  test("where they were done and something in front says that they failed, they are done", async ({
    skip,
  }) => {
    const made = await full(await stage(skip));
    made.proxy.on({
      when: isTagDelete,
      act: { kind: "change", change: (answer) => ({ ...answer, status: 500 }) },
    });
    const pruned = await prune(made);
    expect(applied(pruned)).toMatchObject({ notes: [], harm: [] });
    expect(applied(pruned).deleted).toHaveLength(MANY);
    expect(statusOf(pruned.result)).toBe("done");
    expect(await left(made)).toBe(0);
  });

  test("where that can't be seen, the run tells of their images", async ({ skip }) => {
    const made = await full(await stage(skip));
    const journal = await temporaryFile("journal.ndjson", "");
    const seen = new Set<string>();
    made.proxy.on({
      when: isTagDelete,
      act: {
        kind: "change",
        change: (answer) => ({ ...answer, status: 500 }),
      },
    });
    made.proxy.on({
      when: ({ method, path }) => {
        if (method !== "HEAD" && method !== "GET") return false;
        const tag = path.split("/").at(-1) ?? "";
        const isLook = made.proxy.requests.some((request) => isTagDelete(request) && request.path === path);
        return othersOf(made).includes(tag) && isLook && seen.add(tag).size > 0;
      },
      act: { kind: "answer", status: 500 },
    });
    const pruned = await prune(made, { concurrency: "1", journal });
    expect(seen.size).toBe(3);
    expect(applied(pruned)).toMatchObject({ notes: [], harm: [] });
    expect(applied(pruned).deleted).toHaveLength(1 + 3);
    expect(failureText(pruned.result)).toContain("3 images have lost their tags and are not deleted yet");
    made.proxy.clear();
    expect(statusOf((await prune(made, { journal })).result)).toBe("done");
    expect(await left(made)).toBe(0);
  });

  test("where the right to delete a tag is refused, nothing more is begun", async ({ skip }) => {
    const made = await full(await stage(skip));
    made.proxy.on({ when: isTagDelete, act: { kind: "answer", status: 403 } });
    const pruned = await prune(made, { concurrency: "1" });
    expect(applied(pruned).deleted).toEqual([OLDEST]);
    expect(applied(pruned).stopped?.message).toContain("refuses to delete");
    expect(made.proxy.requests.filter(isTagDelete)).toHaveLength(1);
  });

  const broken = { kind: "answer", status: 500, body: '{"errors":[{"code":"UNKNOWN"}]}' } as const;

  test("of a registry that deletes tags and no images, as 3.1.1 without its redis, no image loses its tag", async ({
    skip,
  }) => {
    const made = await full(await stage(skip));
    made.proxy.on({ when: isDigestDelete, act: broken });
    const pruned = await prune(made, { concurrency: "1" });
    expect(made.proxy.requests.filter(isTagDelete)).toEqual([]);
    expect(applied(pruned).deleted).toEqual([]);
    expect(failureText(pruned.result)).toContain("fails to delete");
    expect(failureText(pruned.result)).not.toContain("lost");
    expect(await listTags(made.repo)).toHaveLength(MANY + 1);
    expect(await left(made)).toBe(MANY);
  });

  test("nor of one that says it deleted an image, which is still there", async ({ skip }) => {
    const made = await full(await stage(skip));
    made.proxy.on({ when: isDigestDelete, act: { kind: "answer", status: 202 } });
    const pruned = await prune(made);
    expect(made.proxy.requests.filter(isTagDelete)).toEqual([]);
    expect(applied(pruned).deleted).toEqual([]);
    expect(statusOf(pruned.result)).toBe("partly-failed");
    expect(await listTags(made.repo)).toHaveLength(MANY + 1);
  });

  test("of one that deletes an image only without its tags, those of one image go first", async ({
    skip,
  }) => {
    const made = await full(await stage(skip));
    const gone = new Set<string>();
    made.proxy.on({
      when: (request) => {
        const tag = request.path.split("/").at(-1) ?? "";
        if (isTagDelete(request)) gone.add(digestOf(made, tag));
        return isDigestDelete(request) && !gone.has(tag);
      },
      act: {
        kind: "answer",
        status: 400,
        body: '{"errors":[{"code":"GOOGLE_MANIFEST_DANGLING_TAG","message":"Manifest is still referenced by tag"}]}',
      },
    });
    const pruned = await prune(made);
    expect(applied(pruned)).toMatchObject({ harm: [], notes: [] });
    expect(applied(pruned).deleted).toHaveLength(MANY);
    const [tag, image, other] = [isTagDelete, isDigestDelete, isTagDelete].map((is, at) =>
      made.proxy.requests.filter(is).at(at === 0 ? 0 : 1),
    );
    const at = (request: RecordedRequest | undefined): number =>
      request === undefined ? -1 : made.proxy.requests.indexOf(request);
    expect(tag?.path).toContain(OLDEST);
    expect(image?.path).toContain(digestOf(made, OLDEST));
    expect(at(tag) < at(image) && at(image) < at(other)).toBe(true);
    expect(await pulledTags(made.repo)).toEqual(["1.1.0"]);
  });

  test("a tag that failed once goes with its image", async ({ skip }) => {
    const made = await full(await stage(skip));
    made.proxy.on({ when: isTagDelete, times: 1, act: { kind: "answer", status: 500 } });
    const pruned = await prune(made);
    expect(applied(pruned).deleted).toHaveLength(MANY);
    expect(statusOf(pruned.result)).toBe("done");
    expect(await pulledTags(made.repo)).toEqual(["1.1.0"]);
  });

  test("what a run that was killed after a tag went had begun, the next one with its journal finishes", async ({
    skip,
  }) => {
    const made = await full(await stage(skip));
    const journal = await temporaryFile("journal.ndjson", "");
    // As after a kill: all that follows the first list of the second half never happens.
    let sent = 0;
    made.proxy.on({ when: (request) => isDigestDelete(request) && ++sent > 1, act: { kind: "reset" } });
    const cut = await prune(made, { journal });
    expect(statusOf(cut.result)).toBe("partly-failed");
    expect(await listTags(made.repo)).toEqual(["1.1.0"]);
    expect(await left(made)).toBe(MANY - 1);
    made.proxy.clear();
    const again = await prune(made, { journal });
    expect(statusOf(again.result)).toBe("done");
    expect(await left(made)).toBe(0);
    await pullImage(made.repo, "1.1.0");
  });
});

const MANIFEST_UNKNOWN = {
  status: 404,
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ errors: [{ code: "MANIFEST_UNKNOWN", message: "manifest unknown" }] }),
};

describe("on Distribution 2.8", () => {
  const stage = useDistribution("2.8");

  test("which can't, all go by digest", async ({ skip }) => {
    const made = await full(await stage(skip));
    expect(applied(await prune(made)).deleted).toHaveLength(MANY);
    expect(made.proxy.requests.filter(isTagProbe)).toHaveLength(1);
    expect(made.proxy.requests.filter(isTagDelete)).toEqual([]);
    expect(made.proxy.requests.filter(isList)).toHaveLength(1 + MANY / 100 + 1);
    expect(await pulledTags(made.repo)).toEqual(["1.1.0"]);
  });
});
