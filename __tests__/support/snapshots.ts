import type { Snapshot, Untags } from "../../src/core/graph.js";
import type { Blob, Manifest } from "../../src/core/manifest.js";
import { parsePattern, type RetentionPolicy } from "../../src/core/policy.js";
import { type Digest, isDigest, isTag, parseReference, type Tag } from "../../src/core/reference.js";

/** A tag, for tests that name one that is valid. */
export function tag(text: string): Tag {
  if (isTag(text)) return text;
  throw new Error(`not a tag: ${text}`);
}

/** A digest that stands for the image of this name. */
export function digest(name: string): Digest {
  const hex = Buffer.from(name).toString("hex").padStart(64, "0").slice(-64);
  const text = `sha256:${hex}`;
  if (isDigest(text)) return text;
  throw new Error(`not a digest: ${text}`);
}

/** The name that a digest of `digest` was made of. */
export function nameOf(digest: Digest | undefined): string {
  return Buffer.from((digest ?? "").replace("sha256:", ""), "hex")
    .toString()
    .replaceAll("\0", "");
}

/** The tag by which a signature (or `.att`, `.sbom`; nothing: OCI's fallback index) of this image is found. */
export function signatureOf(name: string, suffix = ".sig"): Tag {
  return tag(`${digest(name).replace(":", "-")}${suffix}`);
}

/** A policy with these settings, otherwise the defaults. */
export function policy(
  settings: Partial<Omit<RetentionPolicy, "include" | "exclude">> & {
    readonly include?: readonly string[];
    readonly exclude?: readonly string[];
  } = {},
): RetentionPolicy {
  return {
    keep: 10,
    sort: "semver",
    groupBy: "channel",
    allowEmpty: false,
    orphans: "report",
    dangling: "report",
    untag: "auto",
    ...settings,
    include: (settings.include ?? []).map(parsePattern),
    exclude: (settings.exclude ?? []).map(parsePattern),
  };
}

/** What a snapshot is made of: tags with the image they point at (null: they dangle), and indexes with their children. */
export interface SnapshotParts {
  readonly tags: Readonly<Record<string, string | null>>;
  readonly indexes?: Readonly<Record<string, readonly string[]>>;
  /** Images that refer to another as their subject. */
  readonly subjects?: Readonly<Record<string, string>>;
  readonly missing?: readonly string[];
  readonly namedTags?: readonly string[];
  readonly namedDigests?: readonly string[];
  /** What an earlier run left. */
  readonly leftovers?: readonly string[];
  /** By the image that they refer to, as the registry lists them. */
  readonly referrers?: Readonly<Record<string, readonly string[]>>;
  readonly untags?: Untags;
  /** Of an image: its layers, each named and so many bytes; a manifest itself has none. */
  readonly layers?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Of an image or index: how many bytes its manifest has. */
  readonly bytes?: Readonly<Record<string, number>>;
  /** Schema 1 images, with their layers, whose sizes nobody knows. */
  readonly schema1?: Readonly<Record<string, readonly string[]>>;
}

/** A snapshot in which every image that a tag or index names is read, but for the missing ones. */
export function snapshot(parts: SnapshotParts): Snapshot {
  const { missing = [], leftovers = [], referrers = {} } = parts;
  const there = namesIn(parts).filter((name) => !missing.includes(name));
  const manifests = new Map(there.map((name) => [digest(name), manifestOf(name, parts)]));
  return {
    repository: parseReference("registry.example.com/team/app").repository,
    tags: Object.entries(parts.tags).map(([name, image]) =>
      image === null ? { tag: tag(name) } : { tag: tag(name), digest: digest(image) },
    ),
    manifests,
    missing: new Set(missing.map(digest)),
    namedTags: new Set((parts.namedTags ?? []).map(tag)),
    namedDigests: new Set((parts.namedDigests ?? []).map(digest)),
    leftovers: new Set(leftovers.map(digest)),
    referrers: new Map(
      Object.entries(referrers).map(([subject, names]) => [digest(subject), names.map(digest)]),
    ),
    ...(parts.untags === undefined ? {} : { untags: parts.untags }),
  };
}

function namesIn(parts: SnapshotParts): readonly string[] {
  const { indexes = {}, subjects = {}, leftovers = [], namedDigests = [], referrers = {} } = parts;
  return [
    ...Object.values(parts.tags).flatMap((name) => name ?? []),
    ...Object.entries(indexes).flat(2),
    ...Object.entries(subjects).flat(),
    ...namedDigests,
    ...leftovers,
    ...Object.entries(referrers).flat(2),
    ...Object.keys({ ...parts.layers, ...parts.bytes, ...parts.schema1 }),
  ];
}

function manifestOf(name: string, { indexes, subjects, layers, bytes, schema1 }: SnapshotParts): Manifest {
  const subject = subjects?.[name] === undefined ? {} : { subject: digest(subjects[name]) };
  const own = bytes?.[name] === undefined ? {} : { bytes: bytes[name] };
  const blobs = schema1?.[name]?.map((layer) => ({ digest: digest(layer) }));
  if (blobs !== undefined) return { kind: "schema1", blobs, ...own };
  const children = indexes?.[name];
  return children === undefined
    ? { kind: "image", ...subject, ...blobsIn(layers?.[name]), ...own }
    : { kind: "index", children: children.map(digest), ...subject, ...own };
}

function blobsIn(layers: Readonly<Record<string, number>> | undefined): {
  readonly blobs?: readonly Blob[];
  readonly bytes?: number;
} {
  if (layers === undefined) return {};
  return {
    blobs: Object.entries(layers).map(([name, bytes]) => ({ digest: digest(name), bytes })),
    bytes: 0,
  };
}

/** Tags that each have an image of their own, named like the tag. */
export function ownImages(tags: readonly string[]): Record<string, string> {
  return Object.fromEntries(tags.map((name) => [name, name]));
}
