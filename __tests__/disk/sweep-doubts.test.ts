import { createHash } from "node:crypto";
import { mkdir, rename, rm, truncate, writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listTags, pullImage, pushImage, pushIndex } from "../../scripts/images.mjs";
import { PruneError } from "../../src/core/base/errors.js";
import type { SweepEvent } from "../../src/disk/storage/sweep.js";
import { createShelf, DAY, removedPaths, type Shelf, sweepShelf } from "../support/storage.js";

let shelf: Shelf;
beforeEach(async () => void (shelf = await createShelf()));
afterEach(() => shelf.remove());

const MANIFESTS = "repositories/app/_manifests";
const options = { untaggedOlderThan: DAY };

/** A repository of which the sweep takes one thing of each kind, and one beside it. */
async function fill(): Promise<{ readonly tagged: string; readonly untagged: string }> {
  const digests = await shelf.serve(async (repo) => {
    await pushImage(repo("beside"), ["1.0"], { seed: "beside" });
    await pushImage(repo("beside"), [], { seed: "beside, untagged" });
    const untagged = await pushImage(repo("app"), ["main"], { seed: "untagged" });
    const tagged = await pushImage(repo("app"), ["main", "1.0"], { seed: "tagged" });
    return { tagged: tagged.digest, untagged: untagged.digest };
  });
  await shelf.put("repositories/app/_uploads/1/startedat", "2020-01-01T00:00:00Z");
  await shelf.put(`${MANIFESTS}/tags/phantom/index/sha256/link.0.tmp`, "");
  await shelf.age(9);
  return digests;
}

const revisionLink = (digest: string): string => `${MANIFESTS}/revisions/${digest.replace(":", "/")}/link`;
const blob = (digest: string): string => `blobs/sha256/${digest.slice(7, 9)}/${digest.slice(7)}/data`;

/** Links a manifest as Distribution 2.1.0 did. */
async function linkAsLayer(digest: string): Promise<void> {
  const folder = `repositories/app/_layers/${digest.replace(":", "/")}`;
  await mkdir(shelf.at(folder));
  await rename(shelf.at(revisionLink(digest)), shelf.at(`${folder}/link`));
}

type Digests = Awaited<ReturnType<typeof fill>>;

describe("unsure means keep", () => {
  test("without doubts, one of each kind goes", async () => {
    await fill();
    const { removals, unsure } = await sweepShelf(shelf, options);
    expect(unsure).toEqual([]);
    expect(removals.map(({ kind, removal }) => `${removal.repository}: ${removal.kind} ${kind}`)).toEqual([
      "app: phantom-tag removed",
      "app: untagged-revision removed",
      "app: layer-link removed",
      "app: layer-link removed",
      "app: upload removed",
      "beside: untagged-revision removed",
      "beside: layer-link removed",
      "beside: layer-link removed",
    ]);
  });

  test.each<readonly [string, string, (digests: Digests) => Promise<unknown>]>([
    [
      "the link of a tag's revision is empty",
      "push that tag again",
      ({ tagged }) => truncate(shelf.at(revisionLink(tagged))),
    ],
    [
      "a revision's link is garbled",
      "is garbled",
      ({ tagged }) => writeFile(shelf.at(revisionLink(tagged)), "sha2"),
    ],
    [
      "a revision's link names another",
      "names sha256",
      ({ tagged, untagged }) => writeFile(shelf.at(revisionLink(tagged)), untagged),
    ],
    [
      "a manifest is missing, and may be in lost+found",
      "not among the blobs",
      async ({ untagged }) => {
        await rm(shelf.at(blob(untagged)));
        await mkdir(shelf.at("blobs/lost+found"));
      },
    ],
    [
      "a manifest has other bytes",
      "other bytes",
      ({ untagged }) => writeFile(shelf.at(blob(untagged)), '{"schemaVersion":2,"manifests":[]}'),
    ],
    [
      "a tag's link is garbled",
      "is garbled",
      () => writeFile(shelf.at(`${MANIFESTS}/tags/1.0/current/link`), "sha256:"),
    ],
    [
      "a file can't be read",
      "nothing that a registry puts there",
      async () => {
        await rm(shelf.at(`${MANIFESTS}/tags/1.0/current/link`));
        await mkdir(shelf.at(`${MANIFESTS}/tags/1.0/current/link`));
      },
    ],
    ["something strange stands there", "nothing that", () => shelf.put("repositories/app/_referrers/x", "")],
    ["a strange file stands there", "nothing that", () => shelf.put(`${MANIFESTS}/tags/notes.txt`, "")],
    ["a tag can be none", "nothing that", () => shelf.put(`${MANIFESTS}/tags/.1/current/link`, "")],
    [
      "a tag's manifest is linked among the layers alone, as 2.1.0 wrote it",
      "which is linked under _layers alone",
      ({ tagged }) => linkAsLayer(tagged),
    ],
    [
      "a tag's manifest is lost",
      "which it does not have",
      ({ tagged }) => rm(shelf.at(revisionLink(tagged))),
    ],
    [
      "the layers are missing",
      "no _layers",
      () => rm(shelf.at("repositories/app/_layers"), { recursive: true }),
    ],
  ])("where %s", async (_, doubt, damage) => {
    await damage(await fill());
    const { unsure, ...outcome } = await sweepShelf(shelf, options);
    expect(removedPaths(outcome as never)).toEqual([
      "repositories/app/_uploads/1",
      expect.stringContaining("beside/_manifests/revisions"),
      expect.stringContaining("beside/_layers"),
      expect.stringContaining("beside/_layers"),
    ]);
    const about = unsure.filter(({ keeps }) => keeps !== "nothing");
    expect(about).toMatchObject([{ repository: "app", keeps: "everything" }]);
    expect(about[0]?.doubts.join()).toContain(doubt);
  });

  test("where a manifest is gone, its tag goes, and untagged images stay, for nobody knows what it listed", async () => {
    const { tagged } = await fill();
    await truncate(shelf.at(blob(tagged)));
    const { removals, unsure } = await sweepShelf(shelf, options);
    const own = removals
      .filter(({ removal }) => removal.repository === "app")
      .map(({ removal }) => removal.kind);
    expect(own).toContain("remains");
    expect(own).not.toContain("untagged-revision");
    expect(unsure).toMatchObject([{ repository: "app", keeps: "untagged revisions" }]);
  });

  test("where the type of a manifest is unknown", async () => {
    await fill();
    const text = '{"schemaVersion":2,"mediaType":"application/vnd.oci.artifact.manifest.v1+json","blobs":[]}';
    const digest = `sha256:${createHash("sha256").update(text).digest("hex")}`;
    await shelf.put(blob(digest), text);
    await shelf.put(revisionLink(digest), digest);
    const { unsure } = await sweepShelf(shelf, options);
    expect(unsure).toMatchObject([{ repository: "app" }]);
    expect(unsure[0]?.doubts.join()).toContain("its media type is");
  });

  test("where a link can't be read", async () => {
    await fill();
    const { unsure } = await sweepShelf(shelf, {
      ...options,
      wrap: (storage) => ({
        ...storage,
        read: (path) =>
          path.endsWith("app/_manifests/tags/1.0/current/link")
            ? Promise.reject(new PruneError("no", "none"))
            : storage.read(path),
      }),
    });
    expect(unsure).toMatchObject([
      { repository: "app", doubts: [expect.stringContaining("can't be read: no")] },
    ]);
  });
});

test.each([{}, options])(
  "what 2.1.0 wrote keeps its layer links, with untagged-older-than and without",
  async (more) => {
    const { tagged } = await fill();
    await linkAsLayer(tagged);
    await shelf.age(9);
    const { unsure } = await sweepShelf(shelf, more);
    expect(unsure).toMatchObject([
      {
        repository: "app",
        endangered: [expect.stringContaining("its tag 1.0"), expect.stringContaining("main")],
      },
    ]);
    await shelf.serve((repo) => pullImage(repo("app"), "1.0"));
  },
);

test("an index's child that is linked among the layers alone keeps its layers", async () => {
  const child = await shelf.serve(async (repo) => {
    const image = await pushImage(repo("app"), [], { seed: "child" });
    await pushIndex(repo("app"), ["index"], [image]);
    return image;
  });
  await linkAsLayer(child.digest);
  await shelf.age(9);
  const { removals, unsure } = await sweepShelf(shelf, {});
  expect(removals).toEqual([]);
  expect(unsure).toMatchObject([{ endangered: [expect.stringContaining(`lists ${child.digest}`)] }]);
});

test("schema 1, as 2.8 stored it, keeps its layers", async () => {
  await fill();
  const layer = await shelf.serve(async (repo) =>
    pushImage(repo("app"), ["layers"], { seed: "of schema 1" }),
  );
  const { layers } = JSON.parse(String(layer.bytes)) as { layers: readonly { digest: string }[] };
  const [blobSum = ""] = layers.map(({ digest }) => digest);
  const text = JSON.stringify({
    schemaVersion: 1,
    name: "app",
    tag: "old",
    fsLayers: [{ blobSum }],
    history: [],
  });
  const digest = `sha256:${createHash("sha256").update(text).digest("hex")}`;
  await shelf.put(blob(digest), text);
  await shelf.put(revisionLink(digest), digest);
  await shelf.put(`${MANIFESTS}/tags/old/current/link`, digest);
  await rm(shelf.at(`${MANIFESTS}/tags/layers`), { recursive: true });
  await shelf.age(9);
  await sweepShelf(shelf, options);
  expect(await shelf.has(revisionLink(layer.digest))).toBe(false);
  expect(await shelf.has(`repositories/app/_layers/${blobSum.replace(":", "/")}`)).toBe(true);
});

describe("carrying it out", () => {
  test("a dry run leaves every byte and time as it was, and asks nothing of the registry", async () => {
    await fill();
    const before = await shelf.look();
    const events: SweepEvent[] = [];
    let asked = 0;
    const { removals, bytes } = await sweepShelf(shelf, {
      ...options,
      dryRun: true,
      assertNoWrites: () => Promise.resolve(void (asked += 1)),
      say: (event) => void events.push(event),
    });
    expect(removals).toHaveLength(8);
    expect(removals.every(({ kind }) => kind === "left")).toBe(true);
    expect(bytes).toBe(removals.reduce((sum, { removal }) => sum + removal.bytes, 0));
    expect(events.map(({ kind }) => kind)).toEqual(["sweep-planned"]);
    expect(asked).toBe(0);
    expect(await shelf.look()).toEqual(before);
  });

  test("nothing is removed while the registry serves", async () => {
    await fill();
    const before = await shelf.look();
    const assertNoWrites = (): Promise<void> => Promise.reject(new PruneError("it serves", "Stop it."));
    await expect(sweepShelf(shelf, { ...options, assertNoWrites })).rejects.toThrow("it serves");
    expect(await shelf.look()).toEqual(before);
  });

  test("a registry that comes back stops it before the next batch", async () => {
    await fill();
    for (let upload = 100; upload < 250; upload += 1) {
      await shelf.put(`repositories/app/_uploads/${upload}/startedat`, "2020-01-01T00:00:00Z");
    }
    let asked = 0;
    const assertNoWrites = (): Promise<void> => {
      asked += 1;
      return asked < 3 ? Promise.resolve() : Promise.reject(new PruneError("it serves", "Stop it."));
    };
    const { removals, stopped } = await sweepShelf(shelf, { ...options, assertNoWrites });
    expect(stopped?.message).toBe("it serves");
    expect(removals.filter(({ kind }) => kind === "removed")).toHaveLength(100);
    expect(removals.filter(({ kind }) => kind === "left")).toHaveLength(58);
  });

  test("what was planned on a removal that failed stays; the rest goes on", async () => {
    const { untagged, tagged } = await fill();
    const { removals, stopped } = await sweepShelf(shelf, {
      ...options,
      wrap: (storage) => ({
        ...storage,
        remove: (path) =>
          path.includes("app/_manifests/revisions")
            ? Promise.reject(new PruneError("this user may not", "Run as root."))
            : storage.remove(path),
      }),
    });
    expect(stopped).toBeUndefined();
    expect(removals.map(({ kind, removal }) => `${removal.repository}: ${removal.kind} ${kind}`)).toEqual([
      "app: phantom-tag removed",
      "app: untagged-revision failed",
      "app: layer-link left",
      "app: layer-link left",
      "app: upload removed",
      "beside: untagged-revision removed",
      "beside: layer-link removed",
      "beside: layer-link removed",
    ]);
    await shelf.collect();
    await shelf.serve(async (repo) => {
      await pullImage(repo("app"), untagged);
      await pullImage(repo("app"), tagged);
    });
  });

  test("an index that can't be removed keeps its children", async () => {
    const index = await shelf.serve(async (repo) => {
      await pushImage(repo("app"), ["1.0"]);
      const children = [await pushImage(repo("app"), []), await pushImage(repo("app"), [])];
      return (await pushIndex(repo("app"), [], children)).digest;
    });
    await shelf.age(9);
    const { removals } = await sweepShelf(shelf, {
      ...options,
      wrap: (storage) => ({
        ...storage,
        remove: async (path) => {
          if (path.endsWith(index.slice(7))) {
            await sleep(50); // long enough for another to overtake it
            throw new PruneError("this user may not", "Run as root.");
          }
          return storage.remove(path);
        },
      }),
    });
    expect(removals.map(({ kind }) => kind)).toEqual(["failed", ...Array.from({ length: 6 }, () => "left")]);
    await shelf.collect();
    await shelf.serve((repo) => pullImage(repo("app"), index));
  });

  test("one link that can't be removed keeps nothing else", async () => {
    await fill();
    let failing: string | undefined;
    const { removals } = await sweepShelf(shelf, {
      wrap: (storage) => ({
        ...storage,
        remove: (path) => {
          if (path.includes("_layers")) failing ??= path;
          return path === failing ? Promise.reject(new PruneError("no", "no")) : storage.remove(path);
        },
      }),
      untaggedOlderThan: DAY,
    });
    const kinds = removals.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "failed")).toHaveLength(1);
    expect(kinds.filter((kind) => kind === "removed")).toHaveLength(7);
  });

  test("three failures in a row end it", async () => {
    await fill();
    let asked = 0;
    const { removals, stopped } = await sweepShelf(shelf, {
      ...options,
      wrap: (storage) => ({
        ...storage,
        remove: () => {
          asked += 1;
          return Promise.reject(new Error("EIO"));
        },
      }),
    });
    expect(stopped?.message).toContain("3 removals in a row failed");
    expect(asked).toBe(3);
    expect(removals.filter(({ kind }) => kind === "failed")).toHaveLength(3);
  });

  test("told to stop, it ends between two removals", async () => {
    await fill();
    const stop = new AbortController();
    const { removals, stopped } = await sweepShelf(shelf, {
      ...options,
      stop: stop.signal,
      say: ({ kind }) => {
        if (kind === "removal") stop.abort();
      },
    });
    expect(stopped?.message).toContain("told to stop");
    expect(removals.map(({ kind }) => kind).filter((kind) => kind === "removed")).toHaveLength(1);
    expect(await shelf.serve((repo) => listTags(repo("app")))).toEqual(["1.0", "main"]);
  });
});
