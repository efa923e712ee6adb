import { asPruneError, PruneError } from "../../core/base/errors.js";
import type { Digest, Tag } from "../../core/names/reference.js";
import { isLeftMark } from "../../core/image/untag-mark.js";
import type { RestoreImage } from "../../core/journal/images-to-restore.js";
import {
  withSameResult,
  resultOfReturned,
  type Loss,
  lossesOf,
  type Restored,
  type RestoredImage,
  type RestoredTag,
} from "../../core/journal/restore-outcome.js";
import { RegistryError, type RegistryReader, type RegistryWriter } from "../../registry/port/registry.js";
import type { RestoreLook, RestoreLookOptions } from "./look.js";

/** The registry and repository to write back to. */
export interface RestoreOptions extends RestoreLookOptions {
  readonly registry: RegistryReader & RegistryWriter;
}

/** The result for each image, and the error after which the rest was not tried. */
export interface PutBack {
  readonly images: readonly RestoredImage[];
  readonly stopped?: PruneError;
}

/**
 * Writes back what is missing, one image after the other, and reads again whatever it wrote. An image of which a part is lost is not touched. An error with one
 * image does not stop the others, unless every further write would meet it.
 */
export async function putBack(options: RestoreOptions, look: RestoreLook): Promise<PutBack> {
  const losses = lossesOf(look.images, look.view);
  const job: Job = { ...options, look, there: new Set(look.view.present.keys()) };
  const images: RestoredImage[] = [];
  let stopped: PruneError | undefined;
  for (const image of look.images) {
    const end = endOfUntried(losses.get(image), stopped);
    const restored = end === undefined ? await writeImage(job, image) : withSameResult(image, end);
    stopped ??= stopOf(restored);
    images.push(restored);
  }
  return { images, ...(stopped === undefined ? {} : { stopped }) };
}

function endOfUntried(loss: Loss | undefined, stopped: PruneError | undefined): Restored | undefined {
  if (loss !== undefined) return { kind: "lost", ...loss };
  return stopped === undefined ? undefined : { kind: "failed", error: stopped };
}

/** The options and the progress of one restore. */
interface Job extends RestoreOptions {
  readonly look: RestoreLook;
  /** The manifests that the registry has; grows. */
  readonly there: Set<Digest>;
}

/** Finds an error that every further write would meet: no right, no room, no connection to the registry. */
function stopOf({ itself, tags }: RestoredImage): PruneError | undefined {
  const errors = [itself, ...tags].flatMap((each) => (each.kind === "failed" ? [each.error] : []));
  return errors.find((error) => error instanceof RegistryError && error.kind !== "unexpected-answer");
}

async function writeImage(job: Job, image: RestoreImage): Promise<RestoredImage> {
  const itself = await orFailed(putParts(job, image));
  if (itself.kind === "failed") return withSameResult(image, itself);
  const tags: RestoredTag[] = [];
  for (const tag of image.tags) {
    const isThere = job.look.view.tags.get(tag) === image.digest;
    const put = isThere ? itself : await orFailed(putTag(job, image.digest, tag));
    // Distribution 2.1 leaves tags listed without their image (measured): such a tag is back with it.
    tags.push({ tag, digest: image.digest, ...(put.kind === "already-there" ? itself : put) });
  }
  return { image, itself, tags };
}

async function orFailed(work: Promise<Restored>): Promise<Restored> {
  try {
    return await work;
  } catch (error) {
    return { kind: "failed", error: asPruneError(error, "the restore") };
  }
}

/** Writes an image's missing parts, each before what contains it, for Distribution takes no index whose children are not there. */
async function putParts(job: Job, { parts }: RestoreImage): Promise<Restored> {
  const missing = parts.filter((part) => !job.there.has(part));
  for (const part of missing) {
    if (job.look.view.recoverable.has(part)) await undeleteProven(job, part);
    else await putProven(job, part, part);
    job.there.add(part);
  }
  return { kind: missing.length === 0 ? "already-there" : "restored" };
}

async function putTag(job: Job, digest: Digest, tag: Tag): Promise<Restored> {
  // Registries have no conditional PUT: during one round trip somebody may still push under this tag.
  const read = await job.registry.readManifest(job.repository, tag);
  // What a run left of the tag is not an image of somebody else's.
  const now = isLeftMark(read?.manifest) ? undefined : read;
  const { recoverable, tags } = job.look.view;
  if (now?.digest === digest && recoverable.has(digest)) return resultOfReturned(tag, digest, tags.get(tag));
  if (now?.digest === digest) return { kind: "already-there" };
  if (now !== undefined) return { kind: "moved", to: now.digest };
  await putProven(job, tag, digest);
  return { kind: "restored" };
}

/** Has the registry bring back a manifest, and reads it again. */
async function undeleteProven({ registry, repository }: Job, digest: Digest): Promise<void> {
  await registry.undelete(repository, digest);
  if ((await registry.readManifest(repository, digest)) !== undefined) return;
  throw new PruneError(
    `${repository}: the registry said that it brought ${digest} back, and does not have it`,
    "Run restore again in some minutes; what came back is found then.",
  );
}

/** Writes a manifest, and reads it again: after a collection, a registry with a warm cache answers 201 and has nothing (measured on 2.8.2 and 3.1.1). */
async function putProven(
  { registry, repository, look }: Job,
  reference: Tag | Digest,
  digest: Digest,
): Promise<void> {
  const bytes = look.bytesOf(digest);
  if (bytes === undefined) throw new TypeError(`${digest} was found to be lost, and is not to be written`);
  await registry.putManifest(repository, reference, bytes);
  const found = await registry.readManifest(repository, reference);
  if (found === undefined) {
    throw new PruneError(
      `${repository}: the registry said that it took ${reference} and does not have it: it remembers what a garbage collection took`,
      "Restart the registry, which empties its blob cache (one in Redis is to be flushed), and run restore again.",
    );
  }
  // The signatures of schema 1 may be others at each read, and are no part of its digest.
  if (found.digest !== digest && !found.body.equals(bytes.body)) {
    throw new PruneError(
      `${repository}: ${reference} was written, and is another image (${found.digest}) when it is read again`,
      "Somebody pushes there at this moment. See which of the two it is to be, and run restore again if it is this one.",
    );
  }
}
