import { PruneError } from "../base/errors.js";
import type { LimitMet } from "../result/event.js";
import { blobDigests, type Manifest } from "../image/manifest.js";
import type { Digest, Tag } from "../names/reference.js";
import { holdersOf, type RestoreImage } from "./images-to-restore.js";

/** The reason why an image can't be put back any more, and the first part that is missing. */
export interface Loss {
  /**
   * `collected`: a configuration or layer that the registry no longer has; `unknown`: a manifest that neither the journal nor the registry has;
   * `subject`: the image that it refers to is lost itself, and without a tag nothing would lead to it.
   */
  readonly why: "collected" | "unknown" | "subject";
  readonly missing: Digest;
}

/** The result for one tag or digest that is to be put back. */
export type Restored =
  | { readonly kind: "restored" | "already-there" | "would-restore" }
  /** Somebody has pushed another image under this tag since. */
  | { readonly kind: "moved"; readonly to: Digest }
  | ({ readonly kind: "lost" } & Loss)
  | { readonly kind: "failed"; readonly error: PruneError };

/** A tag that is to be put back, and its result. */
export type RestoredTag = { readonly tag: Tag; readonly digest: Digest } & Restored;
/** An image that is reported by its digest, and its result. */
export type RestoredDigest = { readonly digest: Digest } & Restored;

/** The result for one repository, `host/repository`. */
export interface RestoreOutcome {
  readonly repository: string;
  readonly tags: readonly RestoredTag[];
  /** The images without a tag, and those that were asked for by digest. */
  readonly digests: readonly RestoredDigest[];
  /** The error after which nothing more was tried. */
  readonly error?: PruneError;
}

/** Something that happens while images are restored. */
export type RestoreEvent =
  | { readonly kind: "journal-torn"; readonly path: string; readonly lines: number }
  | { readonly kind: "restoring"; readonly repository: string; readonly images: number }
  | LimitMet
  | { readonly kind: "restored"; readonly outcome: RestoreOutcome };

/** One image, with the result for itself and for its tags. */
export interface RestoredImage {
  readonly image: RestoreImage;
  readonly itself: Restored;
  readonly tags: readonly RestoredTag[];
}

/** The state of the images to restore, before anything is written. */
export interface RestoreView {
  readonly journaled: ReadonlyMap<Digest, Manifest>;
  /** Parts that the registry has now. */
  readonly present: ReadonlyMap<Digest, Manifest>;
  /** The digest that each tag points at now. A tag that is not there, or dangles, is not in it. */
  readonly tags: ReadonlyMap<Tag, Digest>;
  /** Parts that were deleted, and that the registry still has and can bring back whole. */
  readonly recoverable: ReadonlySet<Digest>;
  /** Configurations and layers that can't be read, of the manifests that are to be written. */
  readonly unreadable: ReadonlySet<Digest>;
}

/** Returns the configurations and layers of all manifests that are to be written. */
export function blobsToProve(
  images: readonly RestoreImage[],
  view: Omit<RestoreView, "unreadable">,
): ReadonlySet<Digest> {
  const parts = new Set(images.flatMap((image) => toWrite(image, view)));
  return new Set([...parts].flatMap((part) => blobDigests(manifestOf(part, view))));
}

/** Finds the images of which something is missing, each with the first thing that is. Nothing is to be written for them. */
export function lossesOf(
  images: readonly RestoreImage[],
  view: RestoreView,
): ReadonlyMap<RestoreImage, Loss> {
  const holders = holdersOf(images);
  const losses = new Map<RestoreImage, Loss>();
  const isLost = (subject: Digest): boolean => {
    const held = holders.get(subject) ?? [];
    return !view.present.has(subject) && held.length > 0 && held.every((image) => losses.has(image));
  };
  for (const image of images) {
    // One with a tag can stand alone: an SBOM or an attestation says something without its image, too.
    const missing = image.tags.length > 0 ? undefined : image.subjects.find(isLost);
    const loss = lossOf(image, view) ?? (missing === undefined ? undefined : { why: "subject", missing });
    if (loss !== undefined) losses.set(image, loss);
  }
  return losses;
}

function lossOf(image: RestoreImage, view: RestoreView): Loss | undefined {
  for (const part of toWrite(image, view)) {
    const manifest = manifestOf(part, view);
    if (manifest === undefined) return { why: "unknown", missing: part };
    const missing = blobDigests(manifest).find((blob) => view.unreadable.has(blob));
    if (missing !== undefined) return { why: "collected", missing };
  }
  return undefined;
}

/** Returns the parts to write: those that are not there and do not come back by themselves, and the image itself if one of its tags is missing. */
function toWrite(
  { digest, parts, tags }: RestoreImage,
  { present, recoverable, tags: pointers }: Omit<RestoreView, "unreadable">,
): readonly Digest[] {
  const lacksTag = tags.some((tag) => !pointers.has(tag));
  return parts.filter(
    (part) => !recoverable.has(part) && (!present.has(part) || (lacksTag && part === digest)),
  );
}

function manifestOf(
  digest: Digest,
  { journaled, present }: Pick<RestoreView, "journaled" | "present">,
): Manifest | undefined {
  return journaled.get(digest) ?? present.get(digest);
}

/** Foresees the result for each image. */
export function previewRestore(images: readonly RestoreImage[], view: RestoreView): readonly RestoredImage[] {
  const losses = lossesOf(images, view);
  return images.map((image) => {
    const loss = losses.get(image);
    if (loss !== undefined) return withSameResult(image, { kind: "lost", ...loss });
    const isWhole = image.parts.every((part) => view.present.has(part));
    const itself: Restored = { kind: isWhole ? "already-there" : "would-restore" };
    const tags = image.tags.map((tag): RestoredTag => {
      const base = { tag, digest: image.digest };
      const to = view.tags.get(tag);
      if (to === undefined) return { ...base, kind: "would-restore" };
      return to === image.digest ? { ...base, ...itself } : { ...base, kind: "moved", to };
    });
    return { image, itself, tags };
  });
}

/** Gives an image and all of its tags the same result. */
export function withSameResult(image: RestoreImage, itself: Restored): RestoredImage {
  return { image, itself, tags: image.tags.map((tag) => ({ tag, digest: image.digest, ...itself })) };
}

/** Returns the result for a tag that came back with its image; `before` is the digest that it pointed at until then. */
export function resultOfReturned(tag: Tag, digest: Digest, before: Digest | undefined): Restored {
  if (before === undefined) return { kind: "restored" };
  const error = new PruneError(
    `${tag} came back with ${digest}, and had pointed at ${before} until then`,
    `Point it there again, if that is what it should be: docker buildx imagetools create -t NAME:${tag} NAME@${before}`,
  );
  return { kind: "failed", error };
}

/** Sums up the results of a repository's images. */
export function outcomeOf(repository: string, images: readonly RestoredImage[]): RestoreOutcome {
  return {
    repository,
    tags: images.flatMap(({ tags }) => tags),
    digests: images.flatMap(({ image, itself }) =>
      image.isNamed ? [{ digest: image.digest, ...itself }] : [],
    ),
  };
}
