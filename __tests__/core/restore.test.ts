import { describe, expect, test } from "vitest";
import type { Deletion } from "../../src/core/plan/deletion.js";
import type { Manifest } from "../../src/core/image/manifest.js";
import type { Digest, Tag } from "../../src/core/names/reference.js";
import { imagesToRestore, isKnown, type RestoreSource } from "../../src/core/journal/images-to-restore.js";
import {
  blobsToProve,
  previewRestore,
  lossesOf,
  type Restored,
  type RestoreView,
  outcomeOf,
  resultOfReturned,
} from "../../src/core/journal/restore-outcome.js";
import { digest, tag } from "../support/snapshots.js";

/** What was deleted: images by their name, in the order of the deletions. */
interface Parts {
  readonly tags?: Readonly<Record<string, string>>;
  readonly images?: readonly string[];
  readonly indexes?: Readonly<Record<string, readonly string[]>>;
  readonly subjects?: Readonly<Record<string, string>>;
  /** Deleted in this order. */
  readonly deleted?: readonly string[];
}

function source({ tags = {}, images = [], indexes = {}, subjects = {}, deleted = [] }: Parts): RestoreSource {
  const manifests = new Map<Digest, Manifest>();
  for (const name of [...Object.keys(indexes), ...images]) {
    const subject = subjects[name] === undefined ? {} : { subject: digest(subjects[name]) };
    const children = indexes[name];
    manifests.set(
      digest(name),
      children === undefined
        ? { kind: "image", ...subject, blobs: [{ digest: digest(`layer of ${name}`) }] }
        : { kind: "index", children: children.map(digest), ...subject },
    );
  }
  const pointers = new Map<Tag, Digest>(
    Object.entries(tags).map(([name, image]) => [tag(name), digest(image)]),
  );
  const deletions = deleted.map((name): Deletion => {
    const own = [...pointers].flatMap(([each, image]) => (image === digest(name) ? [each] : []));
    return { kind: "manifest", digest: digest(name), tags: own, parents: [], after: [], orphanOf: [] };
  });
  const stored = { mediaType: "", body: "" };
  const bytes = new Map([...manifests.keys()].map((each) => [each, stored]));
  return { manifests, journal: { manifests: bytes, deletions, leftovers: new Set(), tags: pointers } };
}

const sig = (name: string, end = ".sig"): string => `${digest(name).replace(":", "-")}${end}`;
const nameOf = (each: Digest): string => Buffer.from(each.slice(7), "hex").toString().replaceAll("\0", "");

/** The images that are chosen, by name. */
const chosen = (parts: Parts, ...wanted: readonly string[]): readonly string[] =>
  imagesToRestore(source(parts), wanted).map((image) => nameOf(image.digest));

describe("what is chosen", () => {
  const multi: Parts = {
    tags: { "1.0": "multi", latest: "multi", "1.0-arm": "arm" },
    images: ["amd", "arm"],
    indexes: { multi: ["amd", "arm"] },
    deleted: ["multi", "amd", "arm"],
  };

  test("is all where nothing is wanted, what has no tag of its own with what contains it", () => {
    expect(imagesToRestore(source(multi), [])).toEqual([
      {
        digest: digest("multi"),
        tags: ["1.0", "latest"],
        isNamed: false,
        parts: ["amd", "arm", "multi"].map(digest),
        subjects: [],
      },
      { digest: digest("arm"), tags: ["1.0-arm"], isNamed: false, parts: [digest("arm")], subjects: [] },
    ]);
  });

  test("is a tag without others, or a digest with its tags", () => {
    expect(imagesToRestore(source(multi), ["1.0"])).toMatchObject([{ tags: ["1.0"], isNamed: false }]);
    expect(imagesToRestore(source(multi), [digest("multi")])).toMatchObject([
      { tags: ["1.0", "latest"], isNamed: true },
    ]);
    const both = imagesToRestore(source(multi), ["1.0", digest("amd")]);
    expect(both).toMatchObject([
      { tags: ["1.0"], isNamed: false },
      { digest: digest("amd"), tags: [], isNamed: true },
    ]);
  });

  test("is what nothing contains any more, too", () => {
    const left: Parts = { images: ["child"], deleted: ["child"] };
    expect(imagesToRestore(source(left), [])).toMatchObject([{ digest: digest("child"), isNamed: true }]);
  });

  test("is in the order of the deletions, also what another run deleted", () => {
    expect(chosen({ tags: { b: "b", a: "a" }, images: ["b", "a"], deleted: ["a", "b"] })).toEqual(["a", "b"]);
    expect(chosen({ tags: { a: "a", lost: "kept" }, images: ["a"], deleted: ["a"] })).toEqual(["a", "kept"]);
  });

  test("has each child once, the innermost first", () => {
    const nested: Parts = {
      tags: { "1.0": "outer" },
      images: ["a", "b"],
      indexes: { outer: ["inner", "b"], inner: ["a", "b"] },
      deleted: ["outer", "inner", "a", "b"],
    };
    const [image] = imagesToRestore(source(nested), ["1.0"]);
    expect(image?.parts.map(nameOf)).toEqual(["a", "b", "inner", "outer"]);
  });
});

describe("what refers to what is restored", () => {
  test.each([".sig", ".att", ".sbom", ""])("comes with it by its name, %j", (end) => {
    const parts = { tags: { [sig("a", end)]: "s", "1.0": "a" }, images: ["s", "a"], deleted: ["s", "a"] };
    expect(chosen(parts, "1.0")).toEqual(["a", "s"]);
    expect(chosen(parts)).toEqual(["a", "s"]);
    expect(chosen(parts, sig("a", end))).toEqual(["s"]);
  });

  test("comes with it under each of its names", () => {
    const tags = { "1.0": "a", [sig("a")]: "s", [sig("a", ".att")]: "s" };
    const images = imagesToRestore(source({ tags, images: ["a", "s"] }), ["1.0"]);
    expect(images.map((each) => each.tags)).toEqual([["1.0"], [sig("a"), sig("a", ".att")]]);
  });

  test("comes with it by its subject, with its tags, and with what refers to that", () => {
    const parts: Parts = {
      tags: { "1.0": "a", "1.0-sbom": "sbom", other: "other" },
      images: ["signature", "sbom", "a", "other"],
      subjects: { sbom: "a", signature: "sbom", other: "elsewhere" },
      deleted: ["signature", "sbom", "a", "other"],
    };
    const images = imagesToRestore(source(parts), ["1.0"]);
    expect(images.map((image) => [nameOf(image.digest), image.tags])).toEqual([
      ["a", ["1.0"]],
      ["sbom", ["1.0-sbom"]],
      ["signature", []],
    ]);
  });

  test("comes with a child, after the index that contains it", () => {
    const parts: Parts = {
      tags: { [sig("arm")]: "s", "1.0": "multi" },
      images: ["s", "arm"],
      indexes: { multi: ["arm"] },
      deleted: ["s", "multi", "arm"],
    };
    expect(chosen(parts, "1.0")).toEqual(["multi", "s"]);
  });

  test("is part of the fallback tag's index where it has no tag itself", () => {
    const parts: Parts = {
      tags: { "1.0": "a", [sig("a", "")]: "list" },
      images: ["a", "s"],
      indexes: { list: ["s"] },
      subjects: { s: "a" },
      deleted: ["a", "list", "s"],
    };
    expect(imagesToRestore(source(parts), ["1.0"])).toMatchObject([
      { digest: digest("a") },
      { digest: digest("list"), parts: [digest("s"), digest("list")], subjects: [digest("a")] },
    ]);
  });

  test("may claim to refer to what refers to it", () => {
    const parts = { tags: { [sig("a")]: "b", [sig("b")]: "a" }, images: ["a", "b"], deleted: ["a", "b"] };
    expect([...chosen(parts, sig("a"))].sort()).toEqual(["a", "b"]);
  });
});

test("a journal knows its tags, its manifests, and what a lost tag pointed at", () => {
  const { journal } = source({ tags: { "1.0": "a", lost: "kept" }, images: ["a", "child"] });
  const names = ["1.0", "lost", digest("a"), digest("child"), digest("kept"), "1.1", digest("b")];
  expect(names.map((name) => isKnown(journal, name))).toEqual([true, true, true, true, true, false, false]);
});

interface Seen {
  readonly present?: readonly string[];
  readonly tags?: Readonly<Record<string, string>>;
  readonly unreadable?: readonly string[];
  readonly recoverable?: readonly string[];
}

function viewOf(
  { manifests }: RestoreSource,
  { present = [], tags = {}, unreadable = [], recoverable = [] }: Seen,
): RestoreView {
  const image: Manifest = { kind: "image", blobs: [] };
  return {
    journaled: manifests,
    present: new Map(present.map((name) => [digest(name), manifests.get(digest(name)) ?? image])),
    tags: new Map(Object.entries(tags).map(([name, to]) => [tag(name), digest(to)])),
    recoverable: new Set(recoverable.map(digest)),
    unreadable: new Set(unreadable.map(digest)),
  };
}

/** What would become of each tag, and of each digest by its name. */
function ends(parts: Parts, seen: Seen): Readonly<Record<string, unknown>> {
  const from = source(parts);
  const images = previewRestore(imagesToRestore(from, []), viewOf(from, seen));
  const outcome = outcomeOf("r", images);
  const endOf = ({ kind, ...rest }: Restored): string =>
    "missing" in rest
      ? `${rest.why} ${nameOf(rest.missing)}`
      : "to" in rest
        ? `moved ${nameOf(rest.to)}`
        : kind;
  return Object.fromEntries([
    ...outcome.tags.map((each): readonly [string, string] => [each.tag, endOf(each)]),
    ...outcome.digests.map((each): readonly [string, string] => [nameOf(each.digest), endOf(each)]),
  ]);
}

const image: Parts = { tags: { "1.0": "a" }, images: ["a"], deleted: ["a"] };
const index: Parts = { tags: { "1.0": "i" }, images: ["c"], indexes: { i: ["c", "d"] }, deleted: ["i", "c"] };
const signed: Parts = { tags: { "1.0": "a", [sig("a")]: "s" }, images: ["a", "s"], deleted: ["a", "s"] };

describe("what would become of it", () => {
  test.each<[string, Parts, Seen, Readonly<Record<string, unknown>>]>([
    ["nothing is there", image, {}, { "1.0": "would-restore" }],
    ["the image alone is there", image, { present: ["a"] }, { "1.0": "would-restore" }],
    ["all is there", image, { present: ["a"], tags: { "1.0": "a" } }, { "1.0": "already-there" }],
    ["the tag moved", image, { tags: { "1.0": "b" } }, { "1.0": "moved b" }],
    ["a layer is gone", image, { unreadable: ["layer of a"] }, { "1.0": "collected layer of a" }],
    [
      "a layer is gone of what only lacks its tag",
      image,
      { present: ["a"], unreadable: ["layer of a"] },
      { "1.0": "collected layer of a" },
    ],
    [
      "a layer is gone of what nothing is written for",
      image,
      { present: ["a"], tags: { "1.0": "a" }, unreadable: ["layer of a"] },
      { "1.0": "already-there" },
    ],
    ["a child stayed", index, { present: ["d"] }, { "1.0": "would-restore" }],
    ["a child is nowhere", index, {}, { "1.0": "unknown d" }],
    [
      "a child's layer is gone",
      index,
      { present: ["d"], unreadable: ["layer of c"] },
      { "1.0": "collected layer of c" },
    ],
    [
      "only a child is not there",
      index,
      { present: ["d", "i"], tags: { "1.0": "i" } },
      { "1.0": "would-restore" },
    ],
    [
      "what is signed is lost, and the signature has a tag",
      signed,
      { unreadable: ["layer of a"] },
      { [sig("a")]: "would-restore" },
    ],
    [
      "what is signed is lost, and nothing else leads to what refers to it",
      { tags: { "1.0": "a" }, images: ["a", "s"], subjects: { s: "a" }, deleted: ["a", "s"] },
      { unreadable: ["layer of a"] },
      { "1.0": "collected layer of a", s: "subject a" },
    ],
    [
      "what is signed is neither there nor wanted",
      { images: ["s"], subjects: { s: "a" } },
      {},
      { s: "would-restore" },
    ],
    ["the signature is lost", signed, { unreadable: ["layer of s"] }, { "1.0": "would-restore" }],
    [
      "what is signed is there, and its layer is not",
      signed,
      { present: ["a"], unreadable: ["layer of a"] },
      { [sig("a")]: "would-restore" },
    ],
    ["it has no tag", { images: ["a"] }, {}, { a: "would-restore" }],
    ["it has no tag, and is there", { images: ["a"] }, { present: ["a"] }, { a: "already-there" }],
    ["its tag alone is known", { tags: { lost: "k" } }, {}, { lost: "unknown k" }],
    [
      "its tag alone is known, and it is there",
      { tags: { lost: "k" } },
      { present: ["k"] },
      { lost: "would-restore" },
    ],
    [
      "the registry brings it back, whatever can't be read meanwhile",
      image,
      { recoverable: ["a"], unreadable: ["layer of a"] },
      { "1.0": "would-restore" },
    ],
    [
      "the registry brings it back, and the tag moved",
      image,
      { recoverable: ["a"], tags: { "1.0": "b" } },
      { "1.0": "moved b" },
    ],
    [
      "the registry brings a child back that nobody wrote down",
      index,
      { recoverable: ["d"] },
      { "1.0": "would-restore" },
    ],
    [
      "the registry brings all back but a child, whose layer is gone",
      index,
      { recoverable: ["d", "i"], unreadable: ["layer of c"] },
      { "1.0": "collected layer of c" },
    ],
    ["the registry brings the index back alone", index, { recoverable: ["i"] }, { "1.0": "unknown d" }],
    [
      "the registry brings back what is signed",
      signed,
      { recoverable: ["a"], unreadable: ["layer of a"] },
      { "1.0": "would-restore", [sig("a")]: "would-restore" },
    ],
    [
      "the registry brings back another image than the lost one",
      signed,
      { recoverable: ["s"], unreadable: ["layer of a"] },
      { "1.0": "collected layer of a", [sig("a")]: "would-restore" },
    ],
    [
      "its tag alone is known, and the registry brings it back",
      { tags: { lost: "k" } },
      { recoverable: ["k"] },
      { lost: "would-restore" },
    ],
    [
      "it has no tag, nobody wrote it down, and the registry brings it back",
      { deleted: ["k"] },
      { recoverable: ["k"] },
      { k: "would-restore" },
    ],
  ])("where %s", (...[, parts, seen, expected]) => {
    expect(ends(parts, seen)).toMatchObject(expected);
  });
});

test("a blob is to be proven once, of what is to be written alone", () => {
  const from = source({ ...index, images: ["c", "d"], tags: { "1.0": "i", "1.1": "c" } });
  const images = imagesToRestore(from, []);
  const blobs = (seen: Seen): readonly string[] => [...blobsToProve(images, viewOf(from, seen))].map(nameOf);
  expect(blobs({})).toEqual(["layer of c", "layer of d"]);
  expect(blobs({ present: ["i", "d"], tags: { "1.0": "i", "1.1": "c" } })).toEqual(["layer of c"]);
  expect(blobs({ present: ["i", "c", "d"], tags: { "1.0": "i", "1.1": "c" } })).toEqual([]);
  expect(blobs({ recoverable: ["c"] })).toEqual(["layer of d"]);
  expect(blobs({ recoverable: ["i", "c", "d"] })).toEqual([]);
});

test("what is in a lost image and in one that is not is no loss to what refers to it", () => {
  const from = source({
    tags: { "1.0": "i", "1.1": "c", [sig("c")]: "s" },
    images: ["c", "s"],
    indexes: { i: ["c", "nowhere"] },
    deleted: ["i", "c", "s"],
  });
  const images = imagesToRestore(from, []);
  const lost = [...lossesOf(images, viewOf(from, {})).keys()].map((each) => nameOf(each.digest));
  expect(lost).toEqual(["i"]);
});

test("what is in a lost image and in one that is not is no loss to what refers to it without a tag either", () => {
  const from = source({
    tags: { "1.0": "i", "1.1": "c" },
    images: ["c", "s"],
    indexes: { i: ["c", "nowhere"] },
    subjects: { s: "c" },
    deleted: ["i", "c", "s"],
  });
  const images = imagesToRestore(from, []);
  expect(images.map((each) => nameOf(each.digest))).toContain("s");
  const lost = [...lossesOf(images, viewOf(from, {})).keys()].map((each) => nameOf(each.digest));
  expect(lost).toEqual(["i"]);
});

test("an image that lacks one of its tags is written again itself, and no part of it", () => {
  const from = source({ tags: { "1.0": "i", latest: "i" }, images: ["c"], indexes: { i: ["c"] } });
  const images = imagesToRestore(from, []);
  const view = viewOf(from, { present: ["i", "c"], tags: { "1.0": "i" } });
  expect([...blobsToProve(images, view)]).toEqual([]);
  const own = source({ tags: { "1.0": "a", latest: "a" }, images: ["a"] });
  const lacking = viewOf(own, { present: ["a"], tags: { "1.0": "a" } });
  expect([...blobsToProve(imagesToRestore(own, []), lacking)].map(nameOf)).toEqual(["layer of a"]);
});

test("a tag that was deleted alone, and pointed nowhere, has no image to put back", () => {
  const { manifests, journal } = source(image);
  const dangling: Deletion = { kind: "tag", tags: [tag("old")], by: "delete", parents: [] };
  const more = { ...journal, deletions: [...journal.deletions, dangling] };
  expect(imagesToRestore({ manifests, journal: more }, []).map((each) => nameOf(each.digest))).toEqual(["a"]);
});

test("a tag that came back with its image is restored, unless it had moved: then what it pointed at is named", () => {
  expect(resultOfReturned(tag("1.0"), digest("a"), undefined)).toEqual({ kind: "restored" });
  const moved = resultOfReturned(tag("1.0"), digest("a"), digest("b"));
  expect(moved).toMatchObject({ kind: "failed", error: { name: "PruneError" } });
  expect(moved.kind === "failed" && moved.error.message).toContain(digest("b"));
});
