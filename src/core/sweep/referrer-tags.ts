import { grouped } from "../base/grouped.js";
import { reachable } from "../image/graph.js";
import type { Digest, Tag } from "../names/reference.js";
import { subjectOf } from "../names/version.js";
import type { KnownRepository } from "./contents.js";

/** A tag whose name says that its image signs or describes another, its subject, with which it stays or goes. */
export interface ReferrerTag {
  readonly tag: Tag;
  readonly image: Digest;
  readonly subject: Digest;
}

/** Returns the tags whose names say so, and whose subject is there. Any other tag is one like `main`, and keeps its image. */
export function referrerTags({ targets, manifests }: KnownRepository): readonly ReferrerTag[] {
  const named = [...targets].flatMap(([tag, image]) => {
    const subject = subjectOf(tag);
    // Mirrors pin an image by a tag that is its own digest.
    if (subject === undefined || subject === image || !manifests.has(subject)) return [];
    return [{ tag, image, subject }];
  });
  const images = new Set(named.map(({ image }) => image));
  const byName = referrersByName(named);
  const first = [...manifests.keys()].filter((digest) => !images.has(digest));
  const following = reachable(first, (digest) => byName.get(digest) ?? []);
  // Images that are named after each other in a circle follow nothing.
  return named.filter(({ image }) => following.has(image));
}

/** Returns the images that refer to each subject by the names of their tags. */
export function referrersByName(tags: readonly ReferrerTag[]): ReadonlyMap<Digest, readonly Digest[]> {
  return grouped(tags.map(({ subject, image }) => [subject, image] as const));
}
