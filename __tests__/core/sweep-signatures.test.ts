import { describe, expect, test } from "vitest";
import type { Manifest } from "../../src/core/image/manifest.js";
import type { ManifestReadResult, TextReadResult } from "../../src/core/sweep/contents.js";
import type { StoredFile } from "../../src/core/sweep/path.js";
import type { Removal } from "../../src/core/sweep/removal.js";
import { planSweep, type SweepPlan } from "../../src/core/sweep/sweep.js";
import type { Digest } from "../../src/core/names/reference.js";
import { digest, signatureOf } from "../support/snapshots.js";

const NOW = 1_000;
const LIMIT = 200;
const OLD = 500;
const YOUNG = 50;

/** A repository in a short form. Images are named by letters, and old if nothing else is said. */
interface Stored {
  /** The image that each tag points at; `null` where a full disk left none. */
  readonly tags: Readonly<Record<string, string | null>>;
  /** The images that a tag pointed at before. */
  readonly past?: Readonly<Record<string, readonly string[]>>;
  /** Images beside those that tags point or pointed at. */
  readonly images?: readonly string[];
  readonly young?: readonly string[];
  /** Images that tags point at and that are not there. */
  readonly lost?: readonly string[];
  readonly indexes?: Readonly<Record<string, readonly string[]>>;
  readonly subjects?: Readonly<Record<string, string>>;
}

function planOf(stored: Stored): SweepPlan {
  const { tags, past = {} } = stored;
  const files: StoredFile[] = [];
  const texts = new Map<string, TextReadResult>();
  const put = (path: string, age: number, text: string): void => {
    const whole = `repositories/app/${path}/link`;
    files.push({ path: whole, kind: "file", bytes: text.length, modified: NOW - age });
    texts.set(whole, { kind: "text", text });
  };
  const ageOf = (name: string): number => (stored.young?.includes(name) === true ? YOUNG : OLD);
  const below = (name: string): string => digest(name).replace(":", "/");
  put(`_layers/${below("layer")}`, OLD, digest("layer"));
  for (const [tag, current] of Object.entries(tags)) {
    if (current !== null) put(`_manifests/tags/${tag}/current`, OLD, digest(current));
    for (const name of [...(past[tag] ?? []), ...(current === null ? [] : [current])]) {
      put(`_manifests/tags/${tag}/index/${below(name)}`, ageOf(name), digest(name));
    }
  }
  const images = imagesOf(stored);
  for (const name of images) put(`_manifests/revisions/${below(name)}`, ageOf(name), digest(name));
  const manifests = new Map(
    images.map((name): [Digest, ManifestReadResult] => [
      digest(name),
      { kind: "manifest", manifest: manifestOf(name, stored), blobs: [] },
    ]),
  );
  return planSweep({
    inventory: { files, multipartUploads: [] },
    contents: { texts, manifests },
    limits: { now: NOW, uploadsOlderThan: LIMIT, untaggedOlderThan: LIMIT },
  });
}

function imagesOf({ tags, past = {}, images = [], indexes = {}, lost = [] }: Stored): readonly string[] {
  const tagged = Object.values(tags).flatMap((name) => name ?? []);
  const all = new Set([...tagged, ...Object.values(past).flat(), ...images, ...Object.keys(indexes)]);
  return [...all].filter((name) => !lost.includes(name));
}

function manifestOf(name: string, { indexes = {}, subjects = {} }: Stored): Manifest {
  const subject = subjects[name] === undefined ? {} : { subject: digest(subjects[name]) };
  const children = indexes[name]?.map(digest);
  return children === undefined ? { kind: "image", ...subject } : { kind: "index", children, ...subject };
}

const pathsOf = (removal: Removal): readonly string[] =>
  removal.kind === "multipart-upload" ? [] : removal.paths;

/** The images and the tags that go, in their order. */
function going(stored: Stored): readonly string[] {
  return planOf(stored)
    .removals.flatMap(pathsOf)
    .flatMap((path) => {
      const hex = /\/revisions\/sha256\/(.+)$/.exec(path)?.[1];
      if (hex !== undefined) return Buffer.from(hex, "hex").toString().replaceAll("\0", "");
      return /\/tags\/([^/]+)$/.exec(path)?.[1] ?? [];
    });
}

const sigA = signatureOf("a");
const attA = signatureOf("a", ".att");
const sbomA = signatureOf("a", ".sbom");
const ociA = signatureOf("a", "");
const sbomB = signatureOf("b", ".sbom");
const sigS = signatureOf("s");
const sigI = signatureOf("i");
const sigC = signatureOf("c");

/** `main` pointed at a, and points at b. */
const moved = { main: "b" };
const past = { main: ["a"] };

describe("an image that no tag reaches goes with its signatures", () => {
  test.each<[string, Stored, readonly string[]]>([
    [
      "all that cosign attaches",
      { tags: { ...moved, [sigA]: "s", [attA]: "t", [sbomA]: "u" }, past },
      [sigA, "s", attA, "t", sbomA, "u", "a"],
    ],
    [
      "the fallback tag's index, and what that lists",
      { tags: { ...moved, [ociA]: "f" }, past, indexes: { f: ["r"] }, images: ["r"], subjects: { r: "a" } },
      [ociA, "f", "r", "a"],
    ],
    ["however young they are", { tags: { ...moved, [sigA]: "s" }, past, young: ["s"] }, [sigA, "s", "a"]],
    [
      "and however young what refers to it by its subject",
      { tags: moved, past, images: ["r"], subjects: { r: "a" }, young: ["r"] },
      ["r", "a"],
    ],
    [
      "and the signature of a signature",
      { tags: { ...moved, [sigA]: "s", [sigS]: "t" }, past },
      [sigS, "t", sigA, "s", "a"],
    ],
    [
      "and those of its children",
      {
        tags: { ...moved, [sigI]: "s", [sigC]: "t" },
        past: { main: ["i"] },
        indexes: { i: ["c"] },
        images: ["c"],
      },
      [sigI, "s", sigC, "t", "i", "c"],
    ],
    ["also where it never had a tag", { tags: { main: "b", [sigA]: "s" }, images: ["a"] }, [sigA, "s", "a"]],
    [
      "of which a tag alone where another image that stays has the same",
      { tags: { ...moved, [sbomA]: "u", [sbomB]: "u" }, past },
      [sbomA, "a"],
    ],
    [
      "of which a tag alone where an orphan has the same",
      { tags: { ...moved, [sbomA]: "u", [signatureOf("gone", ".sbom")]: "u" }, past },
      [sbomA, "a"],
    ],
    [
      "of which a tag alone where another tag of the signature is its own digest",
      { tags: { ...moved, [sigA]: "s", [signatureOf("s", "")]: "s" }, past },
      [sigA, "a"],
    ],
    [
      "and all tags of one that several images share",
      { tags: { main: "c", [sbomA]: "u", [sbomB]: "u" }, past: { main: ["a", "b"] } },
      [sbomA, sbomB, "u", "a", "b"],
    ],
    [
      "but for those of a child that another image has too",
      {
        tags: { main: "j", [sigC]: "t", [sigI]: "s" },
        past: { main: ["i"] },
        indexes: { i: ["c"], j: ["c"] },
        images: ["c"],
      },
      [sigI, "s", "i"],
    ],
    [
      "and not with an earlier one that is young",
      { tags: { ...moved, [sigA]: "s" }, past: { ...past, [sigA]: ["r"] }, young: ["r"] },
      [sigA, "s", "a"],
    ],
  ])("%s", (...[, stored, wanted]) => expect(going(stored)).toEqual(wanted));
});

describe("nothing goes", () => {
  test.each<[string, Stored]>([
    ["where the image has a tag", { tags: { main: "a", [sigA]: "s" } }],
    ["where the image is young", { tags: { ...moved, [sigA]: "s" }, past, young: ["a"] }],
    [
      "where the image is inside one that is young",
      {
        tags: { ...moved, [sigA]: "s" },
        images: ["a"],
        indexes: { i: ["a"] },
        young: ["i"],
      },
    ],
    ["where what is signed is gone", { tags: { ...moved, [sigA]: "s" } }],
    ["where a signature of that has one", { tags: { ...moved, [sigA]: "s", [sigS]: "t" } }],
    ["where a signature has an ordinary tag too", { tags: { ...moved, [sigA]: "s", audited: "s" }, past }],
    [
      "where a signature had one until lately",
      { tags: { ...moved, [sigA]: "s", audited: "c" }, past: { ...past, audited: ["s"] }, young: ["c"] },
    ],
    [
      "where a signature is inside something with a tag",
      { tags: { ...moved, [sigA]: "s", audits: "i" }, past, indexes: { i: ["s"] } },
    ],
    [
      "where something with a tag refers to it",
      { tags: { ...moved, signed: "r" }, past, subjects: { r: "a" } },
    ],
    ["where its tag is its own digest", { tags: { ...moved, [ociA]: "a" }, past }],
    [
      "where two are named after each other",
      { tags: { main: "b", [sigA]: "s", [signatureOf("s", "")]: "a" }, past },
    ],
  ])("%s", (...[, stored]) => expect(going(stored)).toEqual([]));
});

test("a tag that a full disk left without a signature keeps nothing, and what was to be its image stays", () => {
  expect(going({ tags: { ...moved, [sigA]: null }, past: { ...past, [sigA]: ["s"] } })).toEqual([sigA, "a"]);
});

test("a signature's tag that points at nothing keeps all, for nobody knows what it had", () => {
  const { removals, unsure } = planOf({ tags: { ...moved, [sigA]: "s" }, past, lost: ["s"] });
  expect(removals).toEqual([]);
  expect(unsure).toMatchObject([{ repository: "app", keeps: "everything" }]);
});

test("a repository of which nothing is left but such tags goes as a whole", () => {
  const { removals } = planOf({ tags: { [sigA]: "s" }, images: ["a"] });
  expect(removals.map(({ kind }) => kind)).toEqual([
    "untagged-revision",
    "untagged-revision",
    "empty-repository",
  ]);
});

test("an earlier signature of an image that stays goes with its entry, as any image that a tag has left", () => {
  const { removals } = planOf({ tags: { main: "a", [sigA]: "s" }, past: { [sigA]: ["r"] } });
  const below = digest("r").replace(":", "/");
  expect(removals.flatMap(pathsOf)).toEqual([
    `repositories/app/_manifests/tags/${sigA}/index/${below}`,
    `repositories/app/_manifests/revisions/${below}`,
  ]);
});

test("a removal names its tags, and counts their bytes", () => {
  const { removals } = planOf({ tags: { ...moved, [sigA]: "s" }, past });
  expect(removals.map(({ what, bytes }) => [what, bytes])).toEqual([
    [`manifest ${digest("s")} with ${sigA}`, 3 * 71],
    [`untagged manifest ${digest("a")}`, 2 * 71],
  ]);
});
