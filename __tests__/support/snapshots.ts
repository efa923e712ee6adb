import type { Snapshot } from "../../src/core/graph.js";
import type { Manifest } from "../../src/core/manifest.js";
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
}

/** A snapshot in which every image that a tag or index names is read, but for the missing ones. */
export function snapshot(parts: SnapshotParts): Snapshot {
  const { indexes = {}, subjects = {}, missing = [] } = parts;
  const names = new Set([
    ...Object.values(parts.tags).flatMap((name) => name ?? []),
    ...Object.entries(indexes).flat(2),
    ...Object.entries(subjects).flat(),
    ...(parts.namedDigests ?? []),
  ]);
  const manifests = new Map<Digest, Manifest>();
  for (const name of names) {
    if (missing.includes(name)) continue;
    const subject = subjects[name] === undefined ? {} : { subject: digest(subjects[name]) };
    const children = indexes[name];
    manifests.set(
      digest(name),
      children === undefined
        ? { kind: "image", ...subject }
        : { kind: "index", children: children.map(digest), ...subject },
    );
  }
  return {
    repository: parseReference("registry.example.com/team/app").repository,
    tags: Object.entries(parts.tags).map(([name, image]) =>
      image === null ? { tag: tag(name) } : { tag: tag(name), digest: digest(image) },
    ),
    manifests,
    missing: new Set(missing.map(digest)),
    namedTags: new Set((parts.namedTags ?? []).map(tag)),
    namedDigests: new Set((parts.namedDigests ?? []).map(digest)),
  };
}

/** Tags that each have an image of their own, named like the tag. */
export function ownImages(tags: readonly string[]): Record<string, string> {
  return Object.fromEntries(tags.map((name) => [name, name]));
}
