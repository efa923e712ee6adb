import { needs } from "../image/graph.js";
import type { Digest, Tag } from "../names/reference.js";
import type { ManifestFile } from "./manifest.js";
import type { Removal } from "./removal.js";
import { folderOf, type StoredRepository, type StoredTag } from "./repository.js";

/** A revision of which a part is gone: its manifest, or only the text of its link. */
export interface Remains {
  /** A clause that names the file. */
  readonly why: string;
  /** True if the manifest itself may be whole: pushing the image again mends it. */
  readonly isLinkAlone: boolean;
}

/**
 * Returns the reasons not to take remains away: what is whole needs such a revision, or a tag points at one that a push would mend.
 * @param manifests those that are whole
 */
export function doubtsAboutRemains(
  remains: ReadonlyMap<Digest, Remains>,
  manifests: ReadonlyMap<Digest, ManifestFile>,
  targets: ReadonlyMap<Tag, Digest>,
): readonly string[] {
  if (remains.size === 0) return [];
  const parents = new Map(
    [...manifests].flatMap(([parent, { manifest }]) =>
      needs(manifest).map((child) => [child, parent] as const),
    ),
  );
  const tags = new Map([...targets].map(([tag, digest]) => [digest, tag] as const));
  return [...remains].flatMap(([digest, { why, isLinkAlone }]) => {
    const parent = parents.get(digest);
    const tag = tags.get(digest);
    if (parent !== undefined) return [`${why}, and ${parent} needs it`];
    return isLinkAlone && tag !== undefined
      ? [`${why}, and the tag ${tag} points at it: push that tag again, which mends it`]
      : [];
  });
}

/** Returns the repository as it is without remains: the tags that point at one point at nothing. */
export function withoutRemains(
  repository: StoredRepository,
  remains: ReadonlyMap<Digest, Remains>,
  targets: ReadonlyMap<Tag, Digest>,
): StoredRepository {
  if (remains.size === 0) return repository;
  const isGone = (digest: Digest | undefined): boolean => digest !== undefined && remains.has(digest);
  const tags = [...repository.tags].map(([tag, { current, entries }]): readonly [Tag, StoredTag] => [
    tag,
    current === undefined || isGone(targets.get(tag)) ? { entries } : { current, entries },
  ]);
  const revisions = [...repository.revisions].filter(([digest]) => !remains.has(digest));
  return { ...repository, tags: new Map(tags), revisions: new Map(revisions) };
}

/** Returns the removals of what is left of images that have no manifest any more, but for their tags. */
export function remainsRemovals(
  { name, tags, files }: StoredRepository,
  remains: ReadonlyMap<Digest, Remains>,
): readonly Removal[] {
  const manifests = `${folderOf(name)}/_manifests`;
  const staying = [...tags].filter(([, { current }]) => current !== undefined);
  return [...remains].map(([digest, { why }]) => {
    const below = digest.replace(":", "/");
    const entries = staying.flatMap(([tag, stored]) =>
      stored.entries.has(digest) ? [`${manifests}/tags/${tag}/index/${below}`] : [],
    );
    const paths = [...entries, `${manifests}/revisions/${below}`];
    const going = files.filter(({ path }) => paths.some((folder) => path.startsWith(`${folder}/`)));
    return {
      kind: "remains",
      repository: name,
      paths,
      bytes: going.reduce((sum, { bytes }) => sum + bytes, 0),
      what: `what is left of ${digest}, for ${why}`,
    };
  });
}
