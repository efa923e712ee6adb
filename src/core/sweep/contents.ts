import { needs } from "../image/graph.js";
import { type Digest, isDigest, type Tag } from "../names/reference.js";
import type { ManifestFile } from "./manifest.js";
import { doubtsAboutRemains, type Remains, withoutRemains } from "./remains.js";
import type { StoredRepository } from "./repository.js";

/** The result of reading a file. */
export type TextReadResult =
  { readonly kind: "text"; readonly text: string } | { readonly kind: "unreadable"; readonly why: string };

/** The result of reading a manifest's blob: a manifest whose bytes hash to the digest, or nothing to rely on. */
export type ManifestReadResult =
  | ({ readonly kind: "manifest" } & ManifestFile)
  /** There is none: its file is empty, or is not there. `why` is as below. */
  | { readonly kind: "empty" | "missing"; readonly why: string }
  /** Other bytes than its digest says. */
  | { readonly kind: "changed"; readonly why: string }
  | { readonly kind: "unsure"; /** Completes "the manifest sha256:…". */ readonly why: string };

/** The files of a storage that were read. */
export interface StorageContents {
  /** The links of revisions and of tags, and the start times of uploads, by path. */
  readonly texts: ReadonlyMap<string, TextReadResult>;
  /** Every manifest that a revision's link names. */
  readonly manifests: ReadonlyMap<Digest, ManifestReadResult>;
  /** Paths among the blobs where no registry puts anything. */
  readonly strangeBlobs?: readonly string[];
}

/** A repository about which nothing is in doubt. */
export interface KnownRepository extends StoredRepository {
  /** The digest that each tag points at; phantom tags are not in it. */
  readonly targets: ReadonlyMap<Tag, Digest>;
  /** The manifest of each revision. */
  readonly manifests: ReadonlyMap<Digest, ManifestFile>;
  /** The revisions that have no manifest any more; they are in no other list. */
  readonly remains: ReadonlyMap<Digest, Remains>;
}

/** A repository with what was read from it, or all that makes it unsure. */
export type Understanding =
  | { readonly kind: "known"; readonly repository: KnownRepository }
  | {
      readonly kind: "unsure";
      /** Each a clause, such as "… is empty". */
      readonly doubts: readonly string[];
      /** Those of the doubts that name what is served, and what a garbage collection does not see, and takes. */
      readonly endangered: readonly string[];
      /** True if garbage collection fails because of the repository (measured, 2.8.2 and 3.1.1). */
      readonly blocksCollection: boolean;
    };

/** Puts together a repository and what was read from it. */
export function understand(repository: StoredRepository, contents: StorageContents): Understanding {
  const doubts: string[] = repository.strange.map(({ path, kind }) =>
    kind === "unreadable" ? `${path} can't be looked into` : `${path} is nothing that a registry puts there`,
  );
  if (repository.name === "") doubts.push("it is no repository: its files stand where repositories do");
  const { manifests, remains } = readRevisions(repository, contents, doubts);
  const all = readTargets(repository, contents, doubts);
  const { lost, endangered } = unseenManifests(repository, all, manifests);
  doubts.push(...doubtsAboutRemains(remains, manifests, all), ...lost, ...endangered);
  if (doubts.length > 0) {
    return { kind: "unsure", doubts, endangered, blocksCollection: blocks(repository, contents) };
  }
  const rest = withoutRemains(repository, remains, all);
  const targets = new Map([...all].filter(([, digest]) => !remains.has(digest)));
  return { kind: "known", repository: { ...rest, targets, manifests, remains } };
}

/**
 * Returns the doubts about tags and indexes whose manifest is no revision, for nobody can know what they need. It is lost, or it is linked among the layers alone, as
 * Distribution 2.1.0 wrote it: then 2.8 serves it, and its garbage collection takes it (measured). An index's child that is in neither place needs nothing.
 */
function unseenManifests(
  { layers, revisions, hasLayers }: StoredRepository,
  targets: ReadonlyMap<Tag, Digest>,
  manifests: ReadonlyMap<Digest, ManifestFile>,
): { readonly lost: readonly string[]; readonly endangered: readonly string[] } {
  const [lost, endangered]: [string[], string[]] = [[], []];
  for (const [tag, digest] of targets) {
    if (revisions.has(digest)) continue;
    if (layers.has(digest)) endangered.push(`its tag ${tag} points at ${digest}, ${AS_LAYER}`);
    else lost.push(`its tag ${tag} points at ${digest}, which it does not have`);
  }
  for (const [index, { manifest }] of manifests) {
    const children = needs(manifest).filter((child) => !revisions.has(child) && layers.has(child));
    endangered.push(...children.map((child) => `${index} lists ${child}, ${AS_LAYER}`));
  }
  // Measured: 2.8 takes a folder with _layers for a repository; its garbage collection passes over others.
  if (revisions.size > 0 && !hasLayers) {
    endangered.push(
      "it has manifests and no _layers, so garbage collection by 2.8 would free what they consist of",
    );
  }
  return { lost, endangered };
}

/** True if garbage collection fails on a revision. It passes over one whose manifest is not there (measured, 2.8.2 and 3.1.1). */
function blocks({ revisions }: StoredRepository, { texts, manifests }: StorageContents): boolean {
  return [...revisions].some(([digest, { path }]) => {
    const link = texts.get(path);
    const kind = manifests.get(digest)?.kind;
    return link?.kind !== "text" || !isDigest(link.text) || kind === "empty" || kind === "changed";
  });
}

interface ReadRevisions {
  readonly manifests: ReadonlyMap<Digest, ManifestFile>;
  readonly remains: ReadonlyMap<Digest, Remains>;
}

const AS_LAYER = "which is linked under _layers alone";

function readRevisions(
  { revisions }: StoredRepository,
  contents: StorageContents,
  doubts: string[],
): ReadRevisions {
  const manifests = new Map<Digest, ManifestFile>();
  const remains = new Map<Digest, Remains>();
  for (const [digest, { path }] of revisions) {
    const read = contents.manifests.get(digest);
    const gone = remainsOf(digest, path, contents);
    if (gone !== undefined) {
      remains.set(digest, gone);
      continue;
    }
    const target = readLink(path, contents, doubts);
    if (target === undefined) continue;
    if (target !== digest) doubts.push(`${path} names ${target}`);
    else if (read?.kind === "manifest") manifests.set(digest, read);
    else doubts.push(`the manifest ${digest} ${read?.why ?? "was not read"}`);
  }
  return { manifests, remains };
}

/** Says what is gone of a revision; `undefined` if nothing is, for certain. */
function remainsOf(digest: Digest, path: string, contents: StorageContents): Remains | undefined {
  const read = contents.manifests.get(digest);
  if (read !== undefined && isGone(read, contents)) {
    return { why: `the manifest ${digest} ${read.why}`, isLinkAlone: false };
  }
  const link = contents.texts.get(path);
  const isEmpty = link?.kind === "text" && link.text === "";
  return isEmpty ? { why: `${path} is empty`, isLinkAlone: true } : undefined;
}

/**
 * True for a manifest that is gone for certain. One whose file is not there may be on a disk that is not mounted, or where a repair of the file system has put it.
 */
function isGone(
  read: ManifestReadResult,
  { manifests, strangeBlobs = [] }: StorageContents,
): read is Extract<ManifestReadResult, { readonly kind: "empty" | "missing" }> {
  if (read.kind === "empty") return true;
  return (
    read.kind === "missing" &&
    strangeBlobs.length === 0 &&
    [...manifests.values()].some(({ kind }) => kind === "manifest")
  );
}

function readTargets(
  { tags }: StoredRepository,
  contents: StorageContents,
  doubts: string[],
): ReadonlyMap<Tag, Digest> {
  const targets = new Map<Tag, Digest>();
  for (const [tag, { current }] of tags) {
    const target = current === undefined ? undefined : readLink(current.path, contents, doubts);
    if (target !== undefined) targets.set(tag, target);
  }
  return targets;
}

function readLink(path: string, { texts }: StorageContents, doubts: string[]): Digest | undefined {
  const read = texts.get(path);
  if (read?.kind === "text" && isDigest(read.text)) return read.text;
  if (read?.kind === "text") doubts.push(`${path} is ${read.text === "" ? "empty" : "garbled"}`);
  else doubts.push(`${path} can't be read: ${read?.why ?? "it was not"}`);
  return undefined;
}
