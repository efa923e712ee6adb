import type { Snapshot, Untags } from "../../src/core/image/graph.js";
import { grouped } from "../../src/core/base/grouped.js";
import type { Blob, Manifest } from "../../src/core/image/manifest.js";
import { parsePattern } from "../../src/core/names/pattern.js";
import type { RetentionPolicy, Rule } from "../../src/core/policy/policy.js";
import { parseProtected } from "../../src/core/policy/in-use.js";
import { type Digest, isDigest, isTag, parseReference, type Tag } from "../../src/core/names/reference.js";
import { referrersAmong } from "../../src/core/policy/untagged.js";
import { defaultGroupBy } from "../../src/settings/table/values.js";

/** The text, typed as a tag. @throws {Error} if it is none */
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

/** The name from which `digest` made this digest. */
export function nameOf(digest: Digest | undefined): string {
  return Buffer.from((digest ?? "").replace("sha256:", ""), "hex")
    .toString()
    .replaceAll("\0", "");
}

/** The tag of a signature of this image (or with `.att` or `.sbom` of another attachment; without a suffix of OCI's fallback index). */
export function signatureOf(name: string, suffix = ".sig"): Tag {
  return tag(`${digest(name).replace(":", "-")}${suffix}`);
}

/** A rule in a short form for tests. */
export interface RuleParts extends Partial<Omit<Rule, "tags" | "exclude">> {
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

/** A policy in a short form for tests: one rule without a name, or `rules`. */
export interface PolicyParts
  extends RuleParts, Partial<Omit<RetentionPolicy, "rules" | "exclude" | "protect" | "include">> {
  readonly rules?: readonly RuleParts[];
  /** References to images in use, as a user would write them. */
  readonly protect?: readonly string[];
}

/** A policy with these settings, otherwise the defaults. */
export function policy(parts: PolicyParts = {}): RetentionPolicy {
  const { rules, exclude = [], protect = [], maxSize, untaggedOlderThan } = parts;
  return {
    rules: rules === undefined ? [rule({ ...parts, exclude: [] })] : rules.map(rule),
    exclude: exclude.map(parsePattern),
    protect: protect.flatMap(parseProtected),
    allowEmpty: parts.allowEmpty ?? false,
    orphans: parts.orphans ?? "report",
    dangling: parts.dangling ?? "report",
    untag: parts.untag ?? "auto",
    ...(maxSize === undefined ? {} : { maxSize }),
    ...(untaggedOlderThan === undefined ? {} : { untaggedOlderThan }),
  };
}

function rule({ name, sort = "semver", keepYoungerThan, ...parts }: RuleParts): Rule {
  return {
    ...(name === undefined ? {} : { name }),
    tags: (parts.include ?? []).map(parsePattern),
    exclude: (parts.exclude ?? []).map(parsePattern),
    keep: parts.keep ?? 10,
    sort,
    groupBy: parts.groupBy ?? defaultGroupBy(sort),
    ...(keepYoungerThan === undefined ? {} : { keepYoungerThan }),
  };
}

/** The time at which every snapshot of these tests was read. */
export const NOW = Date.UTC(2026, 0, 31);

/** The time this many days before `NOW`, in milliseconds since 1970. */
export function daysAgo(days: number): number {
  return NOW - days * 24 * 3600 * 1000;
}

/** The parts of a snapshot: tags with the image that they point at (null: they dangle), and indexes with their children. */
export interface SnapshotParts {
  readonly tags: Readonly<Record<string, string | null>>;
  readonly indexes?: Readonly<Record<string, readonly string[]>>;
  /** Images that refer to another as their subject. */
  readonly subjects?: Readonly<Record<string, string>>;
  readonly missing?: readonly string[];
  readonly namedTags?: readonly string[];
  readonly namedDigests?: readonly string[];
  /** The manifests that an earlier run left. */
  readonly leftovers?: readonly string[];
  /** The referrers that the registry lists, by the image that they refer to. */
  readonly referrers?: Readonly<Record<string, readonly string[]>>;
  readonly untags?: Untags;
  /**
   * The manifests that the registry lists without a tag, with the days since they last changed. If a registry lists them, a run knows all referrers from
   * their manifests, so `referrers` includes `subjects` then.
   */
  readonly untagged?: Readonly<Record<string, number>>;
  /** The layers of an image, or of an index such as BuildKit's cache, by name, with their bytes; the manifest itself counts as 0 bytes. */
  readonly layers?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** The bytes of layers by the registry's own word, null where it gives none; if absent, as `layers` says. */
  readonly sizes?: Readonly<Record<string, number | null>>;
  /** The bytes of the manifest of an image or index. */
  readonly bytes?: Readonly<Record<string, number>>;
  /** The date of an image in its configuration; null if the configuration has none. An image that is not listed here has no configuration. */
  readonly created?: Readonly<Record<string, number | null>>;
  /** Images of `created` whose configuration was not read yet. */
  readonly unread?: readonly string[];
  /** Schema 1 images with their layers, whose sizes are unknown. */
  readonly schema1?: Readonly<Record<string, readonly string[]>>;
}

/** A snapshot that has every image that a tag or index names, except for the missing ones. */
export function snapshot(parts: SnapshotParts): Snapshot {
  const { missing = [], leftovers = [], untagged } = parts;
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
    referrers: referrersIn(parts, manifests),
    dates: new Map(
      Object.entries(parts.created ?? {}).flatMap(([name, created]) =>
        parts.unread?.includes(name) === true ? [] : [[configOf(name), created ?? undefined] as const],
      ),
    ),
    sizes: sizesIn(parts),
    now: NOW,
    ...(parts.untags === undefined ? {} : { untags: parts.untags }),
    ...(untagged === undefined ? {} : { untagged: changedByDigest(untagged) }),
  };
}

function sizesIn({
  sizes,
  layers = {},
  schema1 = {},
  created = {},
}: SnapshotParts): Snapshot["sizes"] & object {
  const unknown = [
    ...Object.values(schema1).flat(),
    ...Object.keys(created).map((name) => `config of ${name}`),
  ];
  const named = [
    ...unknown.map((layer) => [layer, null] as const),
    ...Object.values(layers).flatMap((each) => Object.entries(each)),
  ];
  const all = sizes === undefined ? named : Object.entries(sizes);
  return new Map(all.map(([layer, bytes]) => [digest(layer), bytes ?? undefined]));
}

function changedByDigest(untagged: Readonly<Record<string, number>>): ReadonlyMap<Digest, number> {
  return new Map(Object.entries(untagged).map(([name, days]) => [digest(name), daysAgo(days)]));
}

function referrersIn(
  { untagged, referrers = {} }: SnapshotParts,
  manifests: Snapshot["manifests"],
): Snapshot["referrers"] {
  const listed = Object.entries(referrers).map(
    ([subject, names]) => [digest(subject), names.map(digest)] as const,
  );
  return new Map([...listed, ...(untagged === undefined ? [] : grouped(referrersAmong(manifests)))]);
}

/** The configuration of the image of this name. */
export function configOf(name: string): Digest {
  return digest(`config of ${name}`);
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
    ...Object.keys({
      ...parts.layers,
      ...parts.bytes,
      ...parts.schema1,
      ...parts.created,
      ...parts.untagged,
    }),
  ];
}

function manifestOf(name: string, parts: SnapshotParts): Manifest {
  const { indexes, schema1, bytes } = parts;
  const own = bytes?.[name] === undefined ? {} : { bytes: bytes[name] };
  const blobs = schema1?.[name]?.map((layer) => ({ digest: digest(layer) }));
  if (blobs !== undefined) return { kind: "schema1", blobs, ...own };
  const children = indexes?.[name]?.map(digest);
  const subject = parts.subjects?.[name] === undefined ? {} : { subject: digest(parts.subjects[name]) };
  return children === undefined
    ? { kind: "image", ...subject, ...imageOf(name, parts), ...own }
    : { kind: "index", children, ...subject, ...blobsIn(parts.layers?.[name]), ...own };
}

function imageOf(
  name: string,
  { layers, created }: SnapshotParts,
): Omit<Extract<Manifest, { readonly kind: "image" }>, "kind"> {
  const config = created?.[name] === undefined ? {} : { config: configOf(name) };
  return { ...config, ...blobsIn(layers?.[name]) };
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
