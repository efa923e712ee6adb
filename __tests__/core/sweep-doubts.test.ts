import { describe, expect, test } from "vitest";
import type { Manifest } from "../../src/core/image/manifest.js";
import type { Digest } from "../../src/core/names/reference.js";
import type { ManifestReadResult, TextReadResult } from "../../src/core/sweep/contents.js";
import type { StoredFile } from "../../src/core/sweep/path.js";
import { planSweep, type SweepPlan } from "../../src/core/sweep/sweep.js";
import { digest } from "../support/snapshots.js";

const NOW = 10_000;
const LIMIT = 1_000;
const OLD = NOW - 2_000;
const YOUNG = NOW - 100;

/** A storage in the making. */
interface Storage {
  readonly files: StoredFile[];
  readonly texts: Map<string, TextReadResult>;
  readonly manifests: Map<Digest, ManifestReadResult>;
  readonly strangeBlobs: string[];
}

const below = (name: string): string => digest(name).replace(":", "/");
const app = (path: string): string => `repositories/app/${path}`;
const revision = (name: string): string => app(`_manifests/revisions/${below(name)}/link`);
const current = (tag: string): string => app(`_manifests/tags/${tag}/current/link`);
const layerLink = (name: string): string => app(`_layers/${below(name)}/link`);

/** A text, and when it was written. */
interface Dated {
  readonly text: string;
  readonly modified: number;
}

/** Puts a link into the storage, or another small file. */
function put({ files, texts }: Storage, path: string, content: string | Dated): void {
  const { text, modified } = typeof content === "string" ? { text: content, modified: OLD } : content;
  files.push({ path, kind: "file", bytes: text.length, modified });
  texts.set(path, { kind: "text", text });
}

function putImage(storage: Storage, name: string, manifest: Manifest = { kind: "image" }): void {
  put(storage, revision(name), digest(name));
  storage.manifests.set(digest(name), {
    kind: "manifest",
    manifest,
    blobs: manifest.kind === "index" ? [] : [{ digest: digest(`layer of ${name}`) }],
  });
}

function putTag(storage: Storage, tag: string, name: string): void {
  put(storage, current(tag), digest(name));
  put(storage, app(`_manifests/tags/${tag}/index/${below(name)}/link`), digest(name));
}

/** One repository about which nothing is in doubt: two tags, and an old image that has none. */
function whole(): Storage {
  const storage: Storage = { files: [], texts: new Map(), manifests: new Map(), strangeBlobs: [] };
  for (const name of ["one", "two", "untagged"]) {
    putImage(storage, name);
    put(storage, layerLink(`layer of ${name}`), digest(`layer of ${name}`));
  }
  putTag(storage, "1.0.0", "one");
  putTag(storage, "2.0.0", "two");
  return storage;
}

function empty(): Storage {
  return { files: [], texts: new Map(), manifests: new Map(), strangeBlobs: [] };
}

function swept({ files, ...contents }: Storage, untaggedOlderThan: number | undefined = LIMIT): SweepPlan {
  return planSweep({
    inventory: { files, multipartUploads: [] },
    contents,
    limits: { now: NOW, uploadsOlderThan: LIMIT, untaggedOlderThan },
  });
}

/** What goes, in short: the kind of each and its folders. */
const going = ({ removals }: SweepPlan): readonly (readonly string[])[] =>
  removals.map((removal) => [removal.kind, ...("paths" in removal ? removal.paths : [])]);

const bytesOf = ({ removals }: SweepPlan): readonly number[] => removals.map(({ bytes }) => bytes);

describe("a repository without doubts", () => {
  test("loses its untagged images, and the links of layers that nothing names any more", () => {
    const plan = swept(whole());
    expect(plan.unsure).toEqual([]);
    expect(going(plan)).toEqual([
      ["untagged-revision", app(`_manifests/revisions/${below("untagged")}`)],
      ["layer-link", app(`_layers/${below("layer of untagged")}`)],
    ]);
    expect(bytesOf(plan)).toEqual([71, 71]);
  });

  test("keeps its untagged images where no limit is given", () => {
    const limits = { now: NOW, uploadsOlderThan: LIMIT };
    const { files, ...contents } = whole();
    const plan = planSweep({ inventory: { files, multipartUploads: [] }, contents, limits });
    expect(plan).toEqual({ removals: [], unsure: [] });
  });

  test("keeps an untagged image that is just as old as the limit", () => {
    const storage = whole();
    const at = storage.files.findIndex(({ path }) => path === revision("untagged"));
    const [link] = storage.files.splice(at, 1);
    if (link !== undefined) storage.files.push({ ...link, modified: NOW - LIMIT });
    expect(swept(storage)).toEqual({ removals: [], unsure: [] });
  });

  test("keeps what refers to an image that stays, and what refers to that", () => {
    const storage = whole();
    putImage(storage, "sbom", { kind: "image", subject: digest("one") });
    putImage(storage, "signature", { kind: "image", subject: digest("sbom") });
    putImage(storage, "other", { kind: "image", subject: digest("untagged") });
    const revisions = going(swept(storage)).filter(([kind]) => kind === "untagged-revision");
    expect(revisions).toEqual([
      ["untagged-revision", app(`_manifests/revisions/${below("other")}`)],
      ["untagged-revision", app(`_manifests/revisions/${below("untagged")}`)],
    ]);
  });

  test("counts an image's age from when the next one took its place in its tag", () => {
    const storage = whole();
    for (const name of ["a", "young", "b"]) putImage(storage, name);
    const entry = (name: string): string => app(`_manifests/tags/3.0.0/index/${below(name)}/link`);
    put(storage, entry("young"), { text: digest("young"), modified: YOUNG });
    put(storage, entry("a"), { text: digest("a"), modified: OLD - 2 });
    put(storage, entry("b"), { text: digest("b"), modified: OLD - 1 });
    put(storage, current("3.0.0"), { text: digest("young"), modified: YOUNG });
    const folders = going(swept(storage)).flat();
    const gone = ["a", "young", "b"].filter((name) =>
      folders.includes(app(`_manifests/revisions/${below(name)}`)),
    );
    expect(gone).toEqual(["a"]);
  });

  test("is the same where its folders are listed behind what is in them", () => {
    const storage = whole();
    for (const path of [revision("one"), layerLink("layer of one"), current("1.0.0")]) {
      const folder = path.slice(0, -"/link".length);
      storage.files.push({ path: folder, kind: "folder", bytes: 0, modified: YOUNG });
    }
    const folder = app(`_layers/${below("layer of untagged")}`);
    storage.files.push({ path: folder, kind: "folder", bytes: 0, modified: YOUNG });
    expect(swept(storage)).toEqual(swept(whole()));
  });

  test("may have uploads alone", () => {
    const storage = empty();
    put(storage, app("_uploads/1/startedat"), "1970-01-01T00:00:09.9Z");
    expect(swept(storage)).toMatchObject({ removals: [], unsure: [], waiting: [{ repository: "app" }] });
  });

  test("keeps one link of a layer, be none named any more, and what is young, or as old as the limit", () => {
    const storage = empty();
    putImage(storage, "index", { kind: "index", children: [] });
    putTag(storage, "1.0.0", "index");
    for (const name of ["a", "b", "c"]) put(storage, layerLink(name), digest(name));
    expect(going(swept(storage))).toEqual([
      ["layer-link", app(`_layers/${below("b")}`)],
      ["layer-link", app(`_layers/${below("c")}`)],
    ]);
    put(storage, layerLink("young"), { text: digest("young"), modified: YOUNG });
    put(storage, layerLink("as old"), { text: digest("as old"), modified: NOW - LIMIT });
    expect(going(swept(storage))).toHaveLength(3);
  });

  test("keeps the link of a layer that an index lists as its child", () => {
    const storage = whole();
    putImage(storage, "index", { kind: "index", children: [digest("child")] });
    putTag(storage, "3.0.0", "index");
    putImage(storage, "child");
    for (const name of ["child", "layer of child"]) put(storage, layerLink(name), digest(name));
    expect(going(swept(storage)).filter(([kind]) => kind === "layer-link")).toHaveLength(1);
  });

  test("goes with all its folders where it has no tag and no image, and nothing young", () => {
    const storage = empty();
    for (const name of ["a", "b"]) put(storage, layerLink(name), digest(name));
    put(storage, app("_uploads/1/startedat"), "1970-01-01T00:00:05Z");
    const plan = swept(storage);
    expect(going(plan)).toEqual([["empty-repository", app("_manifests"), app("_layers"), app("_uploads")]]);
    expect(bytesOf(plan)).toEqual([71 + 71 + 20]);
    put(storage, app("_uploads/2/startedat"), "1970-01-01T00:00:09.9Z");
    expect(going(swept(storage))).toEqual([
      ["layer-link", app(`_layers/${below("b")}`)],
      ["upload", app("_uploads/1")],
    ]);
    const young = empty();
    put(young, layerLink("young"), { text: digest("young"), modified: YOUNG });
    expect(going(swept(young))).toEqual([]);
  });

  test("that has untagged images alone goes after them, and its bytes count once", () => {
    const storage = whole();
    storage.files.splice(
      0,
      storage.files.length,
      ...storage.files.map((file) => ({ ...file, path: file.path.replace("/app/", "/other/") })),
    );
    const texts = new Map([...storage.texts].map(([path, text]) => [path.replace("/app/", "/other/"), text]));
    const both: Storage = { ...storage, texts };
    putImage(both, "alone");
    put(both, layerLink("layer of alone"), digest("layer of alone"));
    const plan = swept(both);
    expect(plan.unsure).toEqual([]);
    expect(plan.removals.map(({ repository, kind }) => [repository, kind])).toEqual([
      ["app", "untagged-revision"],
      ["app", "empty-repository"],
      ["other", "untagged-revision"],
      ["other", "layer-link"],
    ]);
    expect(bytesOf(plan)).toEqual([71, 71, 71, 71]);
  });

  test("loses a tag that points at nothing, and what it is told by", () => {
    const storage = whole();
    put(storage, current("phantom"), "");
    put(storage, app(`_manifests/tags/phantom/index/${below("one")}/link`), digest("one"));
    const plan = swept(storage);
    expect(going(plan)[0]).toEqual(["phantom-tag", app("_manifests/tags/phantom")]);
    expect(bytesOf(plan)[0]).toBe(71);
  });

  test("has its abandoned uploads taken away, with the bytes of their files", () => {
    const storage = whole();
    put(storage, app("_uploads/1/startedat"), "1970-01-01T00:00:08Z");
    put(storage, app("_uploads/1/data"), "0123456789");
    put(storage, app("_uploads/2/startedat"), "1970-01-01T00:00:09Z");
    const plan = swept(storage);
    expect(going(plan).at(-1)).toEqual(["upload", app("_uploads/1")]);
    expect(bytesOf(plan).at(-1)).toBe(30);
    expect(going(plan)).toHaveLength(3);
  });
});

describe("a repository in doubt", () => {
  const CHILD = "is linked under _layers alone";

  /** Each changes the whole repository, and gives the doubt, and what of it counts besides. */
  test.each<[string, (storage: Storage) => void, string, { blocks?: true; endangers?: true }]>([
    [
      "a link that can't be read",
      ({ texts }) => texts.set(revision("one"), { kind: "unreadable", why: "this user may not do that" }),
      `${revision("one")} can't be read: this user may not do that`,
      { blocks: true },
    ],
    [
      "a link that was not read",
      ({ texts }) => texts.delete(revision("one")),
      `${revision("one")} can't be read: it was not`,
      { blocks: true },
    ],
    [
      "a garbled link",
      ({ texts }) => texts.set(revision("one"), { kind: "text", text: "sha256:" }),
      `${revision("one")} is garbled`,
      { blocks: true },
    ],
    [
      "a link that names another",
      ({ texts }) => texts.set(revision("one"), { kind: "text", text: digest("two") }),
      `${revision("one")} names ${digest("two")}`,
      {},
    ],
    [
      "a manifest that was not read",
      ({ manifests }) => manifests.delete(digest("one")),
      `the manifest ${digest("one")} was not read`,
      {},
    ],
    [
      "a manifest of other bytes",
      ({ manifests }) => manifests.set(digest("one"), { kind: "changed", why: "has changed" }),
      `the manifest ${digest("one")} has changed`,
      { blocks: true },
    ],
    [
      "a manifest that nobody understands",
      ({ manifests }) => manifests.set(digest("one"), { kind: "unsure", why: "is odd" }),
      `the manifest ${digest("one")} is odd`,
      {},
    ],
    [
      "a manifest that is not there, while something strange is",
      ({ manifests, strangeBlobs }) => {
        manifests.set(digest("one"), { kind: "missing", why: "is not there" });
        strangeBlobs.push("blobs/lost+found");
      },
      `the manifest ${digest("one")} is not there`,
      {},
    ],
    [
      "a tag that can't be read",
      ({ texts }) => texts.set(current("1.0.0"), { kind: "unreadable", why: "the disk failed" }),
      `${current("1.0.0")} can't be read: the disk failed`,
      {},
    ],
    [
      "a garbled tag",
      ({ texts }) => texts.set(current("1.0.0"), { kind: "text", text: "x" }),
      `${current("1.0.0")} is garbled`,
      {},
    ],
    [
      "a tag that was empty when it was read",
      ({ texts }) => texts.set(current("1.0.0"), { kind: "text", text: "" }),
      `${current("1.0.0")} is empty`,
      {},
    ],
    [
      "a tag at what is not there",
      (storage) => putTag(storage, "3.0.0", "lost"),
      `its tag 3.0.0 points at ${digest("lost")}, which it does not have`,
      {},
    ],
    [
      "a tag at what is a layer",
      (storage) => {
        putTag(storage, "3.0.0", "lost");
        put(storage, layerLink("lost"), digest("lost"));
      },
      `its tag 3.0.0 points at ${digest("lost")}, which ${CHILD}`,
      { endangers: true },
    ],
    [
      "an index of what is a layer",
      (storage) => {
        putImage(storage, "index", {
          kind: "index",
          children: [digest("two"), digest("lost"), digest("no")],
        });
        put(storage, layerLink("lost"), digest("lost"));
        put(storage, layerLink("two"), digest("two"));
      },
      `${digest("index")} lists ${digest("lost")}, which ${CHILD}`,
      { endangers: true },
    ],
    [
      "no folder of layers",
      ({ files }) => {
        files.splice(0, files.length, ...files.filter(({ path }) => !path.includes("_layers")));
      },
      "it has manifests and no _layers, so garbage collection by 2.8 would free what they consist of",
      { endangers: true },
    ],
    [
      "a strange file",
      (storage) => put(storage, app("_manifests/notes"), "x"),
      `${app("_manifests/notes")} is nothing that a registry puts there`,
      {},
    ],
    [
      "a folder that can't be looked into",
      ({ files }) => {
        files.push({ path: app("_manifests/tags"), kind: "unreadable", bytes: 0, modified: OLD });
      },
      `${app("_manifests/tags")} can't be looked into`,
      {},
    ],
    [
      "a whole index of a child whose link is empty",
      (storage) => {
        putImage(storage, "index", { kind: "index", children: [digest("untagged")] });
        storage.texts.set(revision("untagged"), { kind: "text", text: "" });
      },
      `${revision("untagged")} is empty, and ${digest("index")} needs it`,
      { blocks: true },
    ],
    [
      "a whole index of a child whose manifest is empty",
      (storage) => {
        putImage(storage, "index", { kind: "index", children: [digest("untagged")] });
        storage.manifests.set(digest("untagged"), { kind: "empty", why: "is empty" });
      },
      `the manifest ${digest("untagged")} is empty, and ${digest("index")} needs it`,
      { blocks: true },
    ],
    [
      "an empty link at which a tag points",
      ({ texts }) => texts.set(revision("one"), { kind: "text", text: "" }),
      `${revision("one")} is empty, and the tag 1.0.0 points at it: push that tag again, which mends it`,
      { blocks: true },
    ],
  ])("for %s keeps all but its abandoned uploads", (...[, change, doubt, { blocks, endangers }]) => {
    const storage = whole();
    put(storage, app("_uploads/1/startedat"), "1970-01-01T00:00:01Z");
    change(storage);
    const plan = swept(storage);
    expect(going(plan)).toEqual([["upload", app("_uploads/1")]]);
    expect(plan.unsure.filter(({ keeps }) => keeps !== "nothing")).toEqual([
      {
        repository: "app",
        doubts: [doubt],
        keeps: "everything",
        ...(endangers === true ? { endangered: [doubt] } : {}),
        ...(blocks === true ? { blocksCollection: true } : {}),
      },
    ]);
  });

  test("about nothing but itself: others are swept, in the order of their names", () => {
    const storage = whole();
    putTag(storage, "3.0.0", "lost");
    for (const name of ["b", "a"]) {
      storage.files.push({
        path: `repositories/${name}/_layers/${below("x")}/link`,
        kind: "file",
        bytes: 1,
        modified: OLD,
      });
    }
    const { removals, unsure } = swept(storage);
    expect(removals.map(({ repository }) => repository)).toEqual(["a", "b"]);
    expect(unsure.map(({ repository }) => repository)).toEqual(["app"]);
  });
});

describe("what is left of an image that has no manifest any more", () => {
  const gone = (kind: "empty" | "missing", name: string): Storage => {
    const storage = whole();
    storage.manifests.set(digest(name), { kind, why: `is ${kind}` });
    return storage;
  };

  test.each(["empty", "missing"] as const)("goes, its tag first, where the file is %s", (kind) => {
    const storage = gone(kind, "one");
    put(storage, app(`_manifests/tags/2.0.0/index/${below("one")}/link`), digest("one"));
    const plan = swept(storage);
    expect(going(plan)).toEqual([
      ["phantom-tag", app("_manifests/tags/1.0.0")],
      [
        "remains",
        app(`_manifests/tags/2.0.0/index/${below("one")}`),
        app(`_manifests/revisions/${below("one")}`),
      ],
      ["layer-link", app(`_layers/${below("layer of one")}`)],
    ]);
    expect(bytesOf(plan)).toEqual([142, 142, 71]);
    expect(plan.removals[1]?.what).toBe(
      `what is left of ${digest("one")}, for the manifest ${digest("one")} is ${kind}`,
    );
    // Nobody knows what it listed.
    expect(plan.unsure).toEqual([
      {
        repository: "app",
        doubts: [`the manifest ${digest("one")} is ${kind}`],
        keeps: "untagged revisions",
      },
    ]);
  });

  test("is no doubt where untagged images stay anyhow", () => {
    const { files, ...contents } = gone("empty", "one");
    const limits = { now: NOW, uploadsOlderThan: LIMIT };
    expect(planSweep({ inventory: { files, multipartUploads: [] }, contents, limits }).unsure).toEqual([]);
  });

  test("is in doubt where no manifest is there at all: the disk may not be mounted", () => {
    const storage = whole();
    for (const name of ["one", "two", "untagged"]) {
      storage.manifests.set(digest(name), { kind: "missing", why: "is not there" });
    }
    const plan = swept(storage);
    expect(plan.removals).toEqual([]);
    expect(plan.unsure).toMatchObject([{ repository: "app", keeps: "everything" }]);
    expect(plan.unsure[0]?.doubts).toHaveLength(3);
  });

  test("is the link alone where that is empty and no tag points at it: untagged images go as ever", () => {
    const storage = whole();
    putImage(storage, "more");
    put(storage, layerLink("layer of more"), digest("layer of more"));
    storage.texts.set(revision("untagged"), { kind: "text", text: "" });
    const plan = swept(storage);
    expect(plan.unsure).toEqual([]);
    expect(going(plan).map(([kind]) => kind)).toEqual([
      "remains",
      "untagged-revision",
      "layer-link",
      "layer-link",
    ]);
  });
});

describe("a doubt about the whole storage", () => {
  const EVERY = {
    repository: "every repository",
    doubts: ["there are manifests and not one tag, so tags may be kept elsewhere than in this storage"],
    keeps: "untagged revisions",
  };

  test("is that it has manifests and not one tag", () => {
    const storage = empty();
    putImage(storage, "one");
    put(storage, layerLink("layer of one"), digest("layer of one"));
    put(storage, current("phantom"), "");
    put(storage, "repositories/other/_uploads/1/startedat", "1970-01-01T00:00:09.9Z");
    const { removals, unsure } = swept(storage);
    expect(unsure).toEqual([EVERY]);
    expect(removals.map(({ kind }) => kind)).toEqual(["phantom-tag"]);
    // Where no limit is given, no image is untagged.
    const { files, ...contents } = storage;
    const limits = { now: NOW, uploadsOlderThan: LIMIT };
    expect(planSweep({ inventory: { files, multipartUploads: [] }, contents, limits }).unsure).toEqual([]);
  });

  test("is none where any repository has a tag, or none has a manifest", () => {
    expect(swept(whole()).unsure).toEqual([]);
    const layers = empty();
    put(layers, layerLink("a"), digest("a"));
    expect(swept(layers).unsure).toEqual([]);
  });

  test("is what stands among its blobs, which keeps nothing", () => {
    const storage = whole();
    storage.strangeBlobs.push("blobs/notes", "blobs/x");
    const plan = swept(storage);
    expect(plan.unsure).toEqual([
      {
        repository: "the folder of blobs",
        doubts: [
          "blobs/notes is nothing that a registry puts there",
          "blobs/x is nothing that a registry puts there",
        ],
        keeps: "nothing",
      },
    ]);
    expect(plan.removals).toHaveLength(2);
  });

  test("is a folder above repositories that can't be looked into", () => {
    const storage = whole();
    storage.files.push(
      { path: "repositories/team", kind: "unreadable", bytes: 0, modified: OLD },
      { path: "repositories/others", kind: "folder", bytes: 0, modified: OLD },
    );
    expect(swept(storage).unsure).toEqual([
      { repository: "team", doubts: ["repositories/team can't be looked into"], keeps: "everything" },
    ]);
  });
});
