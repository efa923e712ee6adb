import { PruneError } from "../base/errors.js";
import { contents, type Snapshot } from "../image/graph.js";
import {
  type Digest,
  isDigest,
  isPathOf,
  parseReference,
  type Reference,
  type RepositoryName,
  type Tag,
} from "../names/reference.js";

/** An image that is in use, as somebody wrote it: a tag of a repository, a digest, or the first hex digits of a digest. */
export type Protected = (
  | { readonly kind: "tag"; readonly path: string; readonly tag: Tag }
  | { readonly kind: "digest"; readonly digest: Digest; readonly path?: string }
  | { readonly kind: "id"; readonly hex: string }
) & {
  /** The text, as it was written. */
  readonly text: string;
  /** `setting`: somebody wrote it for this run. `file`: it was found in what a program printed, which names much else. */
  readonly from: "setting" | "file";
};

const LATEST = "latest" as Tag;
// Docker shows the first 12 digits of an image's id.
const SHORT = 12;

/**
 * Reads an image that is in use: a reference with a tag or a digest, or a digest alone.
 * @throws {PruneError} with what is wrong and how to write it
 */
export function parseProtected(text: string): readonly Protected[] {
  if (isDigest(text)) return [{ kind: "digest", from: "setting", text, digest: text }];
  const reference = parseReference(text);
  if (reference.tag === undefined && reference.digest === undefined) {
    throw new PruneError(
      `"${text}" has no tag and no digest; write host/repository:tag, host/repository@sha256:… or the digest alone (names of tags belong in exclude)`,
      "Correct it.",
    );
  }
  return protectedBy(reference, { text, from: "setting" });
}

/**
 * Finds every image in what a program has printed (`kubectl`, `docker ps`: a list, a table or JSON): references, digests, and ids as Docker shortens them.
 * Words that are none of these are passed over.
 */
export function scanProtected(printed: string): readonly Protected[] {
  return [...new Set(printed.split(/[\s,;"'`\\()[\]{}<>|=]+/))].flatMap(readWord);
}

/** True if at least one entry is certainly an image of a registry. The text of an error names a server and its port, which looks like `name:tag`. */
export function namesAnImage(entries: readonly Protected[]): boolean {
  return entries.some((entry) => entry.kind !== "tag" || !/^docker\.io\/[^/]*$/.test(entry.path));
}

function readWord(text: string): readonly Protected[] {
  // docker-pullable://, containerd:// and the like stand before an image, https:// before a server.
  const word = text.replace(/^[a-z-]+:\/\//, "");
  if (isDigest(word)) return [{ kind: "digest", from: "file", text: word, digest: word }];
  // A number of 12 digits is no id that anybody would miss.
  if (/^[0-9a-f]{12,64}$/.test(word)) return [{ kind: "id", from: "file", text: word, hex: word }];
  if (!/[/:@]/.test(word)) return [];
  try {
    const reference = parseReference(word);
    const isBare = reference.tag === undefined && reference.digest === undefined;
    // Words such as 1/1 and linux/amd64, and addresses of servers, are no images that anybody pulls.
    if (isBare && (reference.host === "docker.io" || /^https?:/.test(text))) return [];
    // As Kubernetes and Docker mean it.
    return protectedBy(isBare ? { ...reference, tag: LATEST } : reference, { text: word, from: "file" });
  } catch {
    return [];
  }
}

function protectedBy(
  { host, repository, tag, digest }: Reference,
  said: Pick<Protected, "text" | "from">,
): readonly Protected[] {
  const path = `${host}/${repository}`;
  return [
    ...(tag === undefined ? [] : [{ ...said, kind: "tag", path, tag } as const]),
    ...(digest === undefined ? [] : [{ ...said, kind: "digest", digest, path } as const]),
  ];
}

/**
 * Returns the digests in use that were written with this repository. They have to be read, for it may be that no tag reaches them. A digest without a
 * repository is left out: it may be that of a configuration, as Docker's image ids are, for which Distribution answers 500 where a manifest is asked for
 * (measured, 2.8.2).
 */
export function digestsInUse(entries: readonly Protected[], repository: RepositoryName): readonly Digest[] {
  return entries.flatMap((entry) =>
    entry.kind === "digest" && entry.path !== undefined && isPathOf(entry.path, repository)
      ? [entry.digest]
      : [],
  );
}

/** The tags and manifests of a repository that are in use, each with the entry that says so. */
export interface InUse {
  /** Listed tags that an entry names. */
  readonly tags: ReadonlyMap<Tag, Protected>;
  /** Manifests, there or missing, that an entry names by their own digest, or by that of their configuration, which is Docker's image id. */
  readonly digests: ReadonlyMap<Digest, Protected>;
}

/**
 * Finds what of a snapshot is in use. The host of a reference does not count: a registry has many names, and a mirror puts its own name before the repository's.
 */
export function inUse(
  { repository, tags, manifests, missing }: Snapshot,
  entries: readonly Protected[],
): InUse {
  if (entries.length === 0) return { tags: new Map(), digests: new Map() };
  const named = new Map<Tag, Protected>();
  for (const entry of entries) {
    if (entry.kind === "tag" && isPathOf(entry.path, repository)) named.set(entry.tag, entry);
  }
  const find = finder(entries);
  const digests = new Map<Digest, Protected>();
  for (const [digest, manifest] of manifests) {
    const config = manifest.kind === "image" ? manifest.config : undefined;
    const entry = find(digest) ?? (config === undefined ? undefined : find(config));
    if (entry !== undefined) digests.set(digest, entry);
  }
  for (const digest of missing) {
    const entry = find(digest);
    if (entry !== undefined) digests.set(digest, entry);
  }
  const listed = new Set(tags.map(({ tag }) => tag));
  return { tags: new Map([...named].filter(([tag]) => listed.has(tag))), digests };
}

/** Returns a function that is true of an entry by which something of a snapshot is in use. It says the same as `inUse` with that entry alone, and is faster. */
export function presenceIn({
  repository,
  tags,
  manifests,
  missing,
}: Snapshot): (entry: Protected) => boolean {
  const listed = new Set(tags.map(({ tag }) => tag));
  const known = new Set([...manifests.keys(), ...missing]);
  for (const manifest of manifests.values()) {
    if (manifest.kind === "image" && manifest.config !== undefined) known.add(manifest.config);
  }
  return (entry) => {
    switch (entry.kind) {
      case "tag":
        return entry.path.endsWith(`/${repository}`) && listed.has(entry.tag);
      case "digest":
        return known.has(entry.digest);
      case "id":
        return [...known].some((digest) => digest.slice(digest.indexOf(":") + 1).startsWith(entry.hex));
    }
  };
}

function finder(entries: readonly Protected[]): (digest: Digest) => Protected | undefined {
  const whole = new Map<string, Protected>();
  const short = new Map<string, readonly Extract<Protected, { readonly kind: "id" }>[]>();
  for (const entry of entries) {
    if (entry.kind === "digest") whole.set(entry.digest, entry);
    if (entry.kind === "id") {
      const begin = entry.hex.slice(0, SHORT);
      short.set(begin, [...(short.get(begin) ?? []), entry]);
    }
  }
  return (digest) => {
    const hex = digest.slice(digest.indexOf(":") + 1);
    return whole.get(digest) ?? short.get(hex.slice(0, SHORT))?.find((entry) => hex.startsWith(entry.hex));
  };
}

/** Returns the entry by which a tag's image is in use: the entry names the tag, the image, or something that the image contains. */
export function useOf(
  { tag, digest }: { readonly tag: Tag; readonly digest: Digest },
  { tags, digests }: InUse,
  { manifests }: Pick<Snapshot, "manifests">,
): Protected | undefined {
  const named = tags.get(tag);
  if (named !== undefined || digests.size === 0) return named;
  for (const part of contents([digest], manifests)) {
    const entry = digests.get(part);
    if (entry !== undefined) return entry;
  }
  return undefined;
}
