import { cp, readdir, readFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { listTags, pushImage, pushIndex, putManifest } from "../../scripts/images.mjs";
import { digestOf } from "../../scripts/registry-api.mjs";
import { statusOf } from "../../src/report/run/result.js";
import { resolvedTags } from "../support/contract-schema1.js";
import { isTagProbe, useDistribution } from "../support/distributions.js";
import { isDelete, isProbe, pulledTags, type Stage } from "../support/proxied.js";
import type { Exchange, RecordedRequest } from "../support/proxy.js";
import { applied, runPrune } from "../support/pruning.js";
import { untilNoneComes } from "../support/waves.js";

/** Registries that take deletions in another way than Distribution of today. */
const two = useDistribution("2.8");
const three = useDistribution("3.1.1");

const isDeletion = (request: RecordedRequest): boolean => isDelete(request) && !isTagProbe(request);
const isByDigest = (request: RecordedRequest): boolean =>
  isDeletion(request) && request.path.includes("sha256:");
const words = (code: string): string => JSON.stringify({ errors: [{ code, message: "no" }] });
const deletions = ({ proxy, repo }: Stage): readonly string[] =>
  proxy.requests.filter(isDeletion).map(({ path }) => path.replace(`/v2/${repo.name}/manifests/`, ""));

async function fill({ repo }: Stage, count: number): Promise<readonly string[]> {
  const digests: string[] = [];
  for (let patch = 0; patch < count; patch += 1) {
    digests.push((await pushImage(repo, [`1.0.${patch}`])).digest);
  }
  return digests;
}

/** Has a registry fail at every deletion beside which another is under way, as Distribution up to 2.6 does at some. */
function failSideBySide({ proxy }: Stage, always = false): { readonly failures: () => number } {
  let running = 0;
  let failures = 0;
  proxy.on({
    when: isDeletion,
    act: {
      kind: "respond",
      respond: async ({ forward }: Exchange, response) => {
        running += 1;
        await untilNoneComes(
          () => true,
          () => proxy.requests.length,
        );
        const fails = always || running > 1;
        if (fails) failures += 1;
        const { status, headers, body } = fails
          ? { status: 500, headers: { "content-type": "application/json" }, body: words("UNKNOWN") }
          : await forward();
        response.writeHead(status, headers).end(body);
        running -= 1;
      },
    },
  });
  return { failures: () => failures };
}

describe("a registry that fails at deletions side by side", () => {
  test("gets them one by one from the first such answer on, and once more those that failed", async ({
    skip,
  }) => {
    const made = await two(skip);
    await fill(made, 8);
    const { failures } = failSideBySide(made);
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(applied(pruned).deleted).toHaveLength(7);
    expect([statusOf(pruned.result), applied(pruned).notes]).toEqual(["done", []]);
    expect(failures()).toBeGreaterThan(1);
    expect(deletions(made)).toHaveLength(7 + failures());
    expect(await pulledTags(made.repo)).toEqual(["1.0.7"]);
  });

  test("has failed where it fails once more", async ({ skip }) => {
    const made = await two(skip);
    await fill(made, 4);
    failSideBySide(made, true);
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(applied(pruned).deletions.map(({ kind }) => kind)).toEqual(["failed", "failed", "failed"]);
    expect(statusOf(pruned.result)).toBe("partly-failed");
    const sent = deletions(made);
    expect(sent).toHaveLength(6);
    expect(new Set(sent).size).toBe(3);
    expect(await pulledTags(made.repo)).toHaveLength(4);
  });

  test("has failed where the image is gone by then and its tag is left", async ({ skip }) => {
    const made = await two(skip);
    await fill(made, 3);
    leaveTagsSideBySide(made, 2);
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(applied(pruned).deletions.map(({ kind }) => kind)).toEqual(["failed", "failed"]);
    expect(statusOf(pruned.result)).toBe("partly-failed");
    expect(await listTags(made.repo)).toEqual(["1.0.0", "1.0.1", "1.0.2"]);
    expect(await resolvedTags(made.repo)).toEqual(["1.0.2"]);
  });
});

/** Returns a way to hand a deletion on that leaves the image's tags listed. */
function leavingTags({ repo, storage }: Stage): (exchange: Exchange) => ReturnType<Exchange["forward"]> {
  const tags = join(storage, "docker/registry/v2/repositories", repo.name, "_manifests/tags");
  const aside = `${tags}-aside`;
  /** Sets those of an image aside: others may be deleted meanwhile. */
  const setAside = async (digest: string): Promise<void> => {
    for (const tag of await readdir(tags)) {
      const link = await readFile(join(tags, tag, "current/link"), "utf8").catch(() => "");
      if (link === digest) await cp(join(tags, tag), join(aside, digest, tag), { recursive: true });
    }
  };
  return async ({ request, forward }) => {
    const digest = basename(request.path);
    await setAside(digest);
    const answer = await forward();
    await cp(join(aside, digest), tags, { recursive: true }).catch(() => undefined);
    return answer;
  };
}

/** Has a registry answer the first deletions, which come side by side, with 500 when the image is gone and its tag is left, as Distribution up to 2.6 does. */
function leaveTagsSideBySide(made: Stage, count: number): void {
  const { proxy } = made;
  const leaving = leavingTags(made);
  let deletions = 0;
  proxy.on({
    when: isDeletion,
    times: count,
    act: {
      kind: "respond",
      respond: async (exchange: Exchange, response) => {
        deletions += 1;
        await untilNoneComes(
          () => deletions >= count,
          () => proxy.requests.length,
        );
        await leaving(exchange);
        response.writeHead(500, { "content-type": "application/json" }).end(words("UNKNOWN"));
      },
    },
  });
}

/** Has a registry answer the probe for deletes as others than Distribution do. */
function beAnother({ proxy }: Stage): void {
  proxy.on({
    when: isProbe,
    act: {
      kind: "change",
      change: (answer) => {
        const headers = { ...answer.headers };
        delete headers["docker-distribution-api-version"];
        return { ...answer, headers };
      },
    },
  });
}

/** Has a registry leave the tags of a deleted image listed, as ocimem does. */
function leaveTags(made: Stage): void {
  const leaving = leavingTags(made);
  const respond = async (exchange: Exchange, response: ServerResponse): Promise<void> => {
    const { status, headers, body } = await leaving(exchange);
    response.writeHead(status, headers).end(body);
  };
  made.proxy.on({ when: isByDigest, act: { kind: "respond", respond } });
}

describe("a registry whose tags outlive their image", () => {
  test("loses them too, in the same run; after the first image they go first", async ({ skip }) => {
    const made = await three(skip);
    const digests = await fill(made, 6);
    beAnother(made);
    leaveTags(made);
    const pruned = await runPrune({ image: made.image, keep: "2" });
    expect([statusOf(pruned.result), applied(pruned).notes]).toEqual(["done", []]);
    expect(await pulledTags(made.repo)).toEqual(["1.0.4", "1.0.5"]);
    expect(deletions(made).slice(0, 2)).toEqual([digests[0], "1.0.0"]);
    for (const patch of [1, 2, 3]) {
      const sent = deletions(made);
      expect(sent.indexOf(`1.0.${patch}`)).toBeLessThan(sent.indexOf(digests[patch] ?? ""));
    }
  });

  test("is asked nothing more where it is Distribution", async ({ skip }) => {
    const made = await three(skip);
    const digests = await fill(made, 3);
    await runPrune({ image: made.image, keep: "1" });
    expect(deletions(made).toSorted()).toEqual([...digests.slice(0, 2)].toSorted());
  });

  test("keeps a tag that somebody moved meanwhile", async ({ skip }) => {
    const made = await three(skip);
    const digests = await fill(made, 3);
    beAnother(made);
    leaveTags(made);
    const isSecond = ({ path }: RecordedRequest): boolean => path.endsWith("/manifests/1.0.1");
    const asked = (): number => made.proxy.requests.filter(isSecond).length;
    const run = (): Promise<unknown> => pushImage(made.repo, ["1.0.1"]);
    // Its own look is the third: after those of the plan and of the batch.
    made.proxy.on({
      when: (request) => isSecond(request) && asked() === 3,
      times: 1,
      act: { kind: "before", run },
    });
    const pruned = await runPrune({ image: made.image, keep: "1", concurrency: "1" });
    expect(deletions(made)).toEqual([digests[0], "1.0.0", digests[1]]);
    expect(await pulledTags(made.repo)).toEqual(["1.0.1", "1.0.2"]);
    expect(applied(pruned).harm).toEqual([]);
  });
});

describe("a registry that deletes no image that has tags", () => {
  /** Refuses a digest that has tags, as Artifact Registry's documents say. */
  function refuseTagged({ proxy, repo }: Stage): void {
    const base = `${repo.base}/v2/${repo.name}`;
    const digestOf = async (tag: string): Promise<string | null> => {
      const headers = {
        accept: "application/vnd.oci.image.index.v1+json,application/vnd.oci.image.manifest.v1+json",
      };
      const { headers: said } = await fetch(`${base}/manifests/${tag}`, { method: "HEAD", headers });
      return said.get("docker-content-digest");
    };
    proxy.on({
      when: isByDigest,
      act: {
        kind: "respond",
        respond: async ({ request, forward }: Exchange, response) => {
          const tagged = await Promise.all((await listTags(repo)).map(digestOf));
          const isTagged = tagged.some((digest) => digest !== null && request.path.endsWith(digest));
          const { status, headers, body } = isTagged
            ? { status: 400, headers: {}, body: words("GOOGLE_MANIFEST_DANGLING_TAG") }
            : await forward();
          response.writeHead(status, headers).end(body);
        },
      },
    });
  }

  test("gets the tags first, from the first such answer on", async ({ skip }) => {
    const made = await three(skip);
    const digests = await fill(made, 6);
    const children = [await pushImage(made.repo, [])];
    await pushIndex(made.repo, ["0.9.0"], children);
    refuseTagged(made);
    const pruned = await runPrune({ image: made.image, keep: "2", concurrency: "1" });
    expect([statusOf(pruned.result), applied(pruned).notes]).toEqual(["done", []]);
    expect(await pulledTags(made.repo)).toEqual(["1.0.4", "1.0.5"]);
    const sent = deletions(made);
    for (const digest of digests.slice(0, 4)) expect(sent.filter((each) => each === digest)).toHaveLength(1);
  });
});

describe("a registry that deletes later than its answer", () => {
  /** Has it answer 202 at once, and delete after some time. */
  function deleteLate({ proxy }: Stage, ms: number): void {
    proxy.on({
      when: isDeletion,
      act: {
        kind: "respond",
        respond: ({ forward }: Exchange, response) => {
          setTimeout(() => void forward(), ms);
          response.writeHead(202).end();
        },
      },
    });
  }

  test("is looked at again for a while, and then it is done", async ({ skip }) => {
    const made = await two(skip);
    const child = await pushImage(made.repo, []);
    await pushIndex(made.repo, ["0.9.0"], [child]);
    await fill(made, 3);
    deleteLate(made, 1500);
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(pruned.events.map(({ kind }) => kind)).toContain("verifying-late");
    expect(applied(pruned)).toMatchObject({ notes: [], harm: [] });
    expect([...applied(pruned).deleted].sort()).toEqual(["0.9.0", "1.0.0", "1.0.1"]);
    expect(statusOf(pruned.result)).toBe("done");
    expect(await pulledTags(made.repo)).toEqual(["1.0.2"]);
  });

  test("keeps no child for an index that is still shown when the next batch is looked at", async ({
    skip,
  }) => {
    const made = await two(skip);
    const { proxy, repo } = made;
    const { bytes, mediaType } = await pushImage(repo, []);
    const put = async (number: number): Promise<string> => {
      const twin = { ...(JSON.parse(bytes.toString()) as object), annotations: { number: String(number) } };
      const body = Buffer.from(JSON.stringify(twin));
      return putManifest(repo, digestOf(body), mediaType, body);
    };
    const children: Promise<string>[] = [];
    for (let number = 0; number < 120; number += 1) children.push(put(number));
    const { digest } = await pushIndex(repo, ["0.9.0"], await Promise.all(children));
    await pushImage(repo, ["1.0.0"]);
    let release: (() => Promise<unknown>) | undefined;
    let lists = 0;
    proxy.on({
      when: (request) => isDelete(request) && request.path.endsWith(digest),
      times: 1,
      act: {
        kind: "respond",
        respond: ({ forward }: Exchange, response) => {
          release = forward;
          response.writeHead(202).end();
        },
      },
    });
    // It takes effect straight before the second look after it.
    const isSecond = ({ path }: RecordedRequest): boolean =>
      path.includes("/tags/list") && release !== undefined && (lists += 1) === 2;
    proxy.on({ when: isSecond, times: 1, act: { kind: "before", run: async () => release?.() } });
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(applied(pruned).deletions.filter(({ kind }) => kind !== "deleted")).toEqual([]);
    expect(applied(pruned).deletions).toHaveLength(121);
    expect([statusOf(pruned.result), applied(pruned).notes]).toEqual(["done", []]);
    expect(await pulledTags(repo)).toEqual(["1.0.0"]);
  });
});
