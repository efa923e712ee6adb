import { isObject } from "../base/json.js";

const MARKS = {
  oci: "application/vnd.oci.image.index.v1+json",
  docker: "application/vnd.docker.distribution.manifest.list.v2+json",
} as const;
const ANNOTATION = "prune-image-tags.untag";
const KEYS = "annotations,manifests,mediaType,schemaVersion";

/**
 * The media type and content of an empty index that takes a tag off its image: this program writes it over the tag, and deletes it. Distribution up to 2.6 takes
 * Docker's alone (measured, 2.3.0 to 2.6.2).
 */
export function untagMark(
  id: string,
  format: keyof typeof MARKS,
): { readonly mediaType: string; readonly text: string } {
  const mediaType = MARKS[format];
  const content = { schemaVersion: 2, mediaType, manifests: [], annotations: { [ANNOTATION]: id } };
  return { mediaType, text: JSON.stringify(content) };
}

/** True if a manifest's content is exactly such an empty index, of whatever id: then a run was cut off before it could delete it. */
export function isUntagMark(body: unknown): boolean {
  if (!isObject(body) || Object.keys(body).sort().join() !== KEYS) return false;
  const { mediaType, manifests, annotations } = body;
  const isEmpty =
    (mediaType === MARKS.oci || mediaType === MARKS.docker) &&
    Array.isArray(manifests) &&
    manifests.length === 0;
  if (!isEmpty || !isObject(annotations)) return false;
  const [name, ...others] = Object.keys(annotations);
  return name === ANNOTATION && others.length === 0 && typeof annotations[ANNOTATION] === "string";
}

/** The member by which a decoded index says that it is such an empty index. */
export interface Marked {
  readonly isUntagMark?: true;
}

/** Returns that member for a manifest's content, or nothing. */
export function markIn(body: unknown): Marked {
  return isUntagMark(body) ? { isUntagMark: true } : {};
}

/** True if a manifest is what is left of the deletion of a tag that was cut off: it is nobody's image. */
export function isLeftMark(manifest: (Marked & { readonly kind: string }) | undefined): boolean {
  return manifest?.isUntagMark === true;
}
