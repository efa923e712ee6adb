import { describe, expect, test } from "vitest";
import { PruneError } from "../../src/core/base/errors.js";
import { assertDown, readOnlyGuard } from "../../src/commands/sweep-guard.js";
import type { StoredFile } from "../../src/core/sweep/path.js";
import type { RepositoryName } from "../../src/core/names/reference.js";
import { takeInventory } from "../../src/disk/storage/inventory.js";
import { proveServes } from "../../src/disk/storage/same-storage.js";
import type { Storage } from "../../src/disk/storage/storage.js";
import { sweep } from "../../src/disk/storage/sweep.js";
import type { RegistryHost } from "../../src/registry/distribution/host.js";
import type { Liveness } from "../../src/registry/distribution/liveness.js";
import { digest } from "../support/snapshots.js";

const NOW = Date.UTC(2026, 0, 31);
const DAY = 24 * 60 * 60 * 1000;
const APP = "repositories/team/app";
const hex = (name: string): string => digest(name).slice("sha256:".length);

/** A storage that has these files, and says what was done with it. */
function storageOf(texts: Readonly<Record<string, string>>, more: Partial<Storage> = {}) {
  const did: string[] = [];
  const files = Object.entries(texts).map(([path, text]): StoredFile => ({
    path,
    kind: "file",
    bytes: text.length,
    modified: 0,
  }));
  const storage: Partial<Storage> = {
    name: "made up",
    inventory: () => Promise.resolve(files),
    multipartUploads: () => Promise.resolve([]),
    read: (path) => {
      did.push(`read ${path}`);
      const text = texts[path];
      return Promise.resolve(text === undefined ? undefined : Buffer.from(text));
    },
    remove: (path) => {
      did.push(`remove ${path}`);
      return Promise.resolve();
    },
    abort: ({ uploadId }) => {
      did.push(`abort ${uploadId}`);
      return Promise.resolve();
    },
    ...more,
  };
  return { storage: storage as Storage, did };
}

describe("a sweep", () => {
  const upload = { repository: "team/app", path: `${APP}/_uploads/1/data`, uploadId: "u1", initiated: 0 };
  const options = { now: NOW, uploadsOlderThan: DAY, dryRun: false };

  test("aborts an upload to S3, of which there is no file", async () => {
    const { storage, did } = storageOf({}, { multipartUploads: () => Promise.resolve([upload]) });
    const swept = await sweep(storage, { ...options, assertNoWrites: () => Promise.resolve() });
    expect(swept.removals).toMatchObject([{ kind: "removed", removal: { kind: "multipart-upload" } }]);
    expect(did).toEqual(["abort u1"]);
  });

  test("that is told to stop says so, and asks the registry nothing more", async () => {
    const { storage, did } = storageOf({}, { multipartUploads: () => Promise.resolve([upload]) });
    const over = new AbortController();
    let asked = 0;
    const assertNoWrites = (): Promise<void> => {
      asked += 1;
      return asked === 1 ? Promise.resolve() : Promise.reject(new PruneError("it serves", "stop it"));
    };
    const say = (): void => {
      over.abort();
    };
    const swept = await sweep(storage, { ...options, assertNoWrites, say, stop: over.signal });
    expect(swept.stopped?.message).toContain("was told to stop");
    expect([asked, did]).toEqual([1, []]);
  });
});

describe("an inventory", () => {
  test("reads the links and manifests that decide, and no other file", async () => {
    const revision = `${APP}/_manifests/revisions/sha256/${hex("image")}`;
    const { storage, did } = storageOf({
      [`${revision}/link`]: digest("image"),
      [`${revision}/signatures/sha256/${hex("sign")}/link`]: digest("sign"),
      [`${APP}/_manifests/tags/1.0.0/current/link`]: digest("image"),
      [`${APP}/_manifests/tags/2.0.0/current/link`]: "",
      [`${APP}/_manifests/tags/1.0.0/index/sha256/${hex("image")}/link`]: digest("image"),
      [`${APP}/_layers/sha256/${hex("layer")}/link`]: digest("layer"),
      [`${APP}/_uploads/1/startedat`]: "2020-01-01T00:00:00Z",
      [`${APP}/_uploads/1/data`]: "x",
    });
    await takeInventory(storage);
    expect(did.map((line) => line.replace("read ", "")).sort()).toEqual(
      [
        `${revision}/link`,
        `${APP}/_manifests/tags/1.0.0/current/link`,
        `${APP}/_uploads/1/startedat`,
        `blobs/sha256/${hex("image").slice(0, 2)}/${hex("image")}/data`,
      ].sort(),
    );
  });

  test("has no manifest of a folder that only has signatures", async () => {
    const folder = `${APP}/_manifests/revisions/sha256/${hex("image")}`;
    const { storage } = storageOf({ [`${folder}/signatures/sha256/${hex("sign")}/link`]: digest("sign") });
    const { contents } = await takeInventory(storage);
    expect([...contents.manifests.keys()]).toEqual([]);
  });

  test("says why what was listed can't be relied on", async () => {
    const link = `${APP}/_manifests/revisions/sha256/${hex("image")}/link`;
    const start = `${APP}/_uploads/1/startedat`;
    const files = storageOf({ [link]: digest("image"), [start]: "x" });
    const read = (path: string): Promise<Buffer | undefined> => {
      if (path === start) return Promise.resolve(undefined);
      if (path === link) return Promise.reject(new PruneError("no right", "be root"));
      return Promise.resolve(Buffer.from("other bytes"));
    };
    const { contents } = await takeInventory({ ...files.storage, read });
    expect(contents.texts.get(start)).toEqual({ kind: "unreadable", why: "it is gone" });
    expect(contents.texts.get(link)).toEqual({ kind: "unreadable", why: "no right" });
    expect(contents.manifests.get(digest("image"))).toMatchObject({ kind: "changed" });
    const broken = takeInventory({ ...files.storage, read: () => Promise.reject(new TypeError("broken")) });
    await expect(broken).rejects.toThrow("broken");
  });
});

describe("that a registry serves a storage", () => {
  const repositories = ["team/app" as RepositoryName];

  /** A registry that has the layers of the storage, and answers for what was put there; and whether it does. */
  function scene({
    isOwn = true,
    has = (blob: string): boolean => blob !== "",
    layers = [digest("layer")],
  } = {}) {
    const put = new Set<string>();
    const { storage, did } = storageOf(
      {},
      {
        layers: () => Promise.resolve(layers),
        putLink: ({ digest: made }) => {
          did.push("put");
          put.add(made);
          return Promise.resolve();
        },
      },
    );
    const known = new Set<string>(layers);
    const findBlob = (_: string, blob: string): Promise<number | undefined> =>
      Promise.resolve((known.has(blob) ? has(blob) : isOwn && put.has(blob)) ? 1 : undefined);
    const host = { name: "registry:5000", findBlob } as unknown as RegistryHost;
    return { proving: proveServes(storage, host, repositories), did };
  }

  test("is shown by a link that is put there and taken away again", async () => {
    const { proving, did } = scene();
    await proving;
    expect(did).toEqual(["put", expect.stringMatching(/^remove repositories\/team\/app\/_layers\/sha256\//)]);
  });

  test("is shown by nothing where it does not see the link, which is taken away all the same", async () => {
    const { proving, did } = scene({ isOwn: false });
    await expect(proving).rejects.toThrow("has its files elsewhere");
    expect(did).toHaveLength(2);
  });

  test.each([
    ["it has no layer that is there", { has: (): boolean => false }],
    ["no layer is there", { layers: [] }],
  ])("can't be shown where %s, and nothing is put there", async (_, parts) => {
    const { proving, did } = scene(parts);
    await expect(proving).rejects.toThrow("no layer of it is found there");
    expect(did).toEqual([]);
  });

  test.each([
    [
      new PruneError("read-only", "mount it"),
      "nothing shows that registry:5000 has its files in made up: read-only",
    ],
    [new TypeError("no function"), /^no function$/],
  ])("can't be shown where nothing can be put there: %s", async (error, words) => {
    const { storage, did } = storageOf(
      {},
      { layers: () => Promise.resolve([digest("layer")]), putLink: () => Promise.reject(error) },
    );
    const findBlob = (_: string, blob: string): Promise<number | undefined> =>
      Promise.resolve(blob === digest("layer") ? 1 : undefined);
    const host = { name: "registry:5000", findBlob } as unknown as RegistryHost;
    await expect(proveServes(storage, host, repositories)).rejects.toThrow(words);
    expect(did).toEqual([expect.stringContaining("remove ")]);
  });

  test("is shown by no registry that has every blob that it is asked for", async () => {
    const { storage, did } = storageOf(
      {},
      { layers: () => Promise.resolve([digest("layer")]), putLink: () => Promise.resolve() },
    );
    const host = { name: "registry:5000", findBlob: () => Promise.resolve(1) } as unknown as RegistryHost;
    await expect(proveServes(storage, host, repositories)).rejects.toThrow("no layer of it is found there");
    expect(did).toEqual([]);
  });
});

describe("the check of a sweep beside a registry", () => {
  const APP = "team/app" as RepositoryName;

  /** Checks as often as a sweep has batches, by a registry that is read-only, and has its files in the storage. */
  function check(
    { hasCommand = false, times = 1 }: { readonly hasCommand?: boolean; readonly times?: number },
    more: Partial<RegistryHost> = {},
  ) {
    const put = new Set<string>([digest("layer")]);
    const { storage, did } = storageOf(
      {},
      {
        layers: () => Promise.resolve([digest("layer")]),
        putLink: ({ digest: made }) => {
          did.push("put");
          put.add(made);
          return Promise.resolve();
        },
      },
    );
    const host: Partial<RegistryHost> = {
      name: "registry:5000",
      liveness: () => Promise.resolve({ kind: "up" }),
      listRepositories: () => Promise.resolve([APP]),
      proveReadOnly: (repository) => {
        did.push(`read-only ${repository}`);
        return Promise.resolve();
      },
      findBlob: (_, blob) => Promise.resolve(put.has(blob) ? {} : undefined),
      ...more,
    };
    const assertUnused = readOnlyGuard({ host: host as RegistryHost, storage, hasCommand });
    const checking = (async () => {
      for (let time = 0; time < times; time += 1) await assertUnused();
    })();
    return { checking, did };
  }

  test("asks each time if it is read-only, and once if it has its files there", async () => {
    const { checking, did } = check({ times: 2 });
    await checking;
    expect(did).toEqual([
      "read-only team/app",
      "put",
      expect.stringMatching(/^remove /),
      "read-only team/app",
    ]);
  });

  test.each<[Partial<RegistryHost>, string]>([
    [{ liveness: () => Promise.resolve({ kind: "unknown", why: "a proxy answers 504" }) }, "504"],
    [{ listRepositories: () => Promise.resolve([]) }, "it lists no repository that could show it"],
    [
      { proveReadOnly: () => Promise.reject(new PruneError("it takes writes", "stop it")) },
      "it takes writes",
    ],
    [{ findBlob: () => Promise.resolve(undefined) }, "no layer of it is found there"],
  ])("fails with %j, and says of a gc-command, where there is one, when it runs", async (more, words) => {
    const plain: unknown = await check({}, more).checking.catch((error: unknown) => error);
    const before: unknown = await check({ hasCommand: true }, more).checking.catch((error: unknown) => error);
    expect(plain).toMatchObject({ message: expect.stringContaining(words) as string });
    expect(plain).not.toMatchObject({ nextStep: expect.stringContaining("gc-command runs after") as string });
    expect(before).toMatchObject({
      message: expect.stringContaining(words) as string,
      nextStep: expect.stringMatching(/^gc-command runs after the sweep/) as string,
    });
  });

  test("passes on a mistake of this program as it is", async () => {
    const bug = new TypeError("no function");
    const { checking } = check({ hasCommand: true }, { listRepositories: () => Promise.reject(bug) });
    await expect(checking).rejects.toBe(bug);
  });

  test.each<[Liveness, string | undefined]>([
    [{ kind: "down", how: "refused" }, undefined],
    [{ kind: "up" }, "registry:5000 is down: it answers"],
    [{ kind: "unknown", why: "a proxy answers 504" }, "registry:5000 is down: a proxy answers 504"],
  ])("while this run has stopped it finds %j as it should be, or says: %s", async (liveness, words) => {
    const host = { name: "registry:5000", liveness: () => Promise.resolve(liveness) } as RegistryHost;
    if (words === undefined) await expect(assertDown(host)).resolves.toBeUndefined();
    else await expect(assertDown(host)).rejects.toThrow(words);
  });
});
