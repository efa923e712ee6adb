import { type Digest, isDigest, isTag, type Tag } from "../names/reference.js";

/**
 * A file or folder in a registry's storage, below its `docker/registry/v2/`. `unreadable` is what could not be looked into, or is neither a file nor
 * a folder.
 */
export interface StoredFile {
  /** Slash separated, such as `repositories/team/app/_layers/sha256/<hex>/link`. */
  readonly path: string;
  readonly kind: "file" | "folder" | "unreadable";
  /** Size of a file; 0 otherwise. */
  readonly bytes: number;
  /** Time of the last change, in milliseconds since 1970. */
  readonly modified: number;
}

/** The part that a file or folder plays in its repository. The layout is the distribution's `registry/storage/paths.go`. */
export type FileRole =
  /** A folder that only holds others, or a file that a registry left half written: nothing is decided by it. */
  | { readonly kind: "other" }
  /** `_manifests/revisions/<algorithm>/<hex>/…`; with its `link`, the repository has the manifest. */
  | { readonly kind: "revision"; readonly digest: Digest; readonly isLink: boolean }
  /** `_manifests/tags/<tag>/…` */
  | { readonly kind: "tag"; readonly tag: Tag; readonly isCurrent: boolean }
  /** `_manifests/tags/<tag>/index/<algorithm>/<hex>/link`: what the tag points at, or once pointed at. */
  | { readonly kind: "tag-entry"; readonly tag: Tag; readonly digest: Digest }
  /** `_layers/<algorithm>/<hex>/…`; with its `link`, the repository has the blob. */
  | { readonly kind: "layer"; readonly digest: Digest; readonly isLink: boolean }
  /** `_uploads/<id>/…` */
  | { readonly kind: "upload"; readonly id: string; readonly isStart: boolean }
  /** Something that no registry known here puts there. */
  | { readonly kind: "strange" };

/** The meaning of a path: its repository, and its part in it. */
export interface ParsedPath {
  readonly repository: string;
  readonly role: FileRole;
}

const DIGEST = "(?<algorithm>[^/]+)/(?<hex>[^/]+)";
const OTHER_FOLDER = /^(?:_manifests(?:\/(?:tags|revisions(?:\/[^/]+)?))?|_layers(?:\/[^/]+)?|_uploads)$/;
const REVISION = new RegExp(
  `^_manifests/revisions/${DIGEST}(?:/(?<file>link)|/signatures(?:/(?<below>.+))?)?$`,
);
const TAG =
  /^_manifests\/tags\/(?<tag>[^/]+)(?:\/(?:current|current\/(?<file>link)|index(?:\/[^/]+){0,2}))?$/;
const TAG_ENTRY = new RegExp(`^_manifests/tags/(?<tag>[^/]+)/index/${DIGEST}/(?<file>link)$`);
const LAYER = new RegExp(`^_layers/${DIGEST}(?:/(?<file>link))?$`);
const UPLOAD = /^_uploads\/(?<id>[^/]+)(?:\/(?<below>.+))?$/;

type Groups = Readonly<Record<string, string | undefined>>;

/**
 * Parses a path of the storage. Returns `undefined` if it belongs to no repository, such as a folder above some. No part of a repository's name
 * begins with `_` (the distribution's reference grammar), so the first part that does ends the name: `a/b` is never taken for something in `a`.
 */
export function parsePath(file: Pick<StoredFile, "path" | "kind">): ParsedPath | undefined {
  const parts = file.path.split("/").slice(1);
  const end = parts.findIndex((part) => part.startsWith("_"));
  if (end === -1) return undefined;
  return { repository: parts.slice(0, end).join("/"), role: roleOf(parts.slice(end).join("/"), file.kind) };
}

function roleOf(path: string, kind: StoredFile["kind"]): FileRole {
  const isFile = kind === "file";
  if (kind === "unreadable") return { kind: "strange" };
  if (!isFile && OTHER_FOLDER.test(path)) return { kind: "other" };
  // 3.x writes to a file beside the real one and renames it; what it wrote when the disk was full stays (measured).
  if (isFile && /^_(?:manifests|layers)\/.*\.tmp$/.test(path)) return { kind: "other" };
  for (const [pattern, make] of SHAPES) {
    const groups = pattern.exec(path)?.groups;
    if (groups === undefined) continue;
    const isFitting = groups["below"] !== undefined || isFile === (groups["file"] !== undefined);
    const role = isFitting ? make(groups) : undefined;
    if (role !== undefined) return role;
  }
  return { kind: "strange" };
}

const SHAPES: readonly (readonly [RegExp, (groups: Groups) => FileRole | undefined])[] = [
  [REVISION, ({ file, ...groups }) => withDigest(groups, "revision", file !== undefined)],
  [TAG_ENTRY, tagEntry],
  [TAG, tagRole],
  [LAYER, ({ file, ...groups }) => withDigest(groups, "layer", file !== undefined)],
  [UPLOAD, ({ id = "", below }) => ({ kind: "upload", id, isStart: below === "startedat" })],
];

function withDigest(groups: Groups, kind: "revision" | "layer", isLink: boolean): FileRole | undefined {
  const digest = digestOf(groups);
  return digest === undefined ? undefined : { kind, digest, isLink };
}

function tagRole({ tag = "", file }: Groups): FileRole | undefined {
  return isTag(tag) ? { kind: "tag", tag, isCurrent: file !== undefined } : undefined;
}

function tagEntry(groups: Groups): FileRole | undefined {
  const { tag = "" } = groups;
  const digest = digestOf(groups);
  return isTag(tag) && digest !== undefined ? { kind: "tag-entry", tag, digest } : undefined;
}

function digestOf({ algorithm, hex }: Groups): Digest | undefined {
  const digest = `${algorithm ?? ""}:${hex ?? ""}`;
  return isDigest(digest) ? digest : undefined;
}
