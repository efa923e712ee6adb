import { needs } from "../image/graph.js";
import { type Digest, isDigest, type Tag } from "../names/reference.js";
import type { ManifestFile } from "./manifest.js";
import type { StoredRepository } from "./repository.js";

/** The result of reading a file. */
export type TextReadResult =
  { readonly kind: "text"; readonly text: string } | { readonly kind: "unreadable"; readonly why: string };

/** The result of reading a manifest's blob: a manifest whose bytes hash to the digest, or nothing to rely on. */
export type ManifestReadResult =
  | ({ readonly kind: "manifest" } & ManifestFile)
  | { readonly kind: "unsure"; /** Completes "the manifest sha256:…". */ readonly why: string };

/** The files of a storage that were read. */
export interface StorageContents {
  /** The links of revisions and of tags, and the start times of uploads, by path. */
  readonly texts: ReadonlyMap<string, TextReadResult>;
  /** Every manifest that a revision's link names. */
  readonly manifests: ReadonlyMap<Digest, ManifestReadResult>;
}

/** A repository about which nothing is in doubt. */
export interface KnownRepository extends StoredRepository {
  /** The digest that each tag points at; phantom tags are not in it. */
  readonly targets: ReadonlyMap<Tag, Digest>;
  /** The manifest of each revision. */
  readonly manifests: ReadonlyMap<Digest, ManifestFile>;
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
    };

/** Puts together a repository and what was read from it. */
export function understand(repository: StoredRepository, contents: StorageContents): Understanding {
  const doubts: string[] = repository.strange.map(({ path, kind }) =>
    kind === "unreadable" ? `${path} can't be looked into` : `${path} is nothing that a registry puts there`,
  );
  if (repository.name === "") doubts.push("it is no repository: its files stand where repositories do");
  const manifests = readRevisions(repository, contents, doubts);
  const targets = readTargets(repository, contents, doubts);
  const { lost, endangered } = unseenManifests(repository, targets, manifests);
  doubts.push(...lost, ...endangered);
  if (doubts.length > 0) return { kind: "unsure", doubts, endangered };
  return { kind: "known", repository: { ...repository, targets, manifests } };
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

const AS_LAYER = "which is linked under _layers alone";

function readRevisions(
  { revisions }: StoredRepository,
  contents: StorageContents,
  doubts: string[],
): ReadonlyMap<Digest, ManifestFile> {
  const manifests = new Map<Digest, ManifestFile>();
  for (const [digest, { path }] of revisions) {
    const target = readLink(path, contents, doubts);
    if (target === undefined) continue;
    const read = contents.manifests.get(digest);
    if (target !== digest) doubts.push(`${path} names ${target}`);
    else if (read?.kind === "manifest") manifests.set(digest, read);
    else doubts.push(`the manifest ${digest} ${read?.why ?? "was not read"}`);
  }
  return manifests;
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
