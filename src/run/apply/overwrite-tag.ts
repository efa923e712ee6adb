import { randomUUID } from "node:crypto";
import { asPruneError, PruneError } from "../../core/base/errors.js";
import { untagMark } from "../../core/image/untag-mark.js";
import type { Digest, RepositoryName, Tag } from "../../core/names/reference.js";
import { contentDigest } from "../../registry/distribution/content-digest.js";
import {
  type ManifestBytes,
  type RegistryDeleter,
  RegistryError,
  type RegistryReader,
  type RegistryWriter,
  type SendingTerms,
} from "../../registry/port/registry.js";

/** The repository in which tags are overwritten, and its registry. */
export interface OverwriteOptions {
  readonly registry: RegistryDeleter & Pick<RegistryReader, "resolveTag">;
  readonly writer: RegistryWriter;
  readonly repository: RepositoryName;
  /** The terms under which the tag may be written over. */
  readonly terms: SendingTerms;
}

/**
 * Deletes a tag of a registry that can only delete images (Distribution 2.8): points the tag at a new empty index, which needs no blob, and deletes that index
 * (measured; see docs/architecture.md). Nobody else can have the same index, for its annotation is a random one. By that annotation a later run knows it, if this one
 * is cut off.
 * @param at what the tag was seen at straight before
 * @throws {PruneError} if the index was not written, or was written and could not be deleted
 */
export async function overwriteTag(
  { registry, writer, repository, terms }: OverwriteOptions,
  { tag, at }: { readonly tag: Tag; readonly at: Digest | undefined },
): Promise<"deleted" | "gone"> {
  const pointsAt = (): Promise<Digest | undefined> => registry.resolveTag(repository, tag);
  const write = async (format: "oci" | "docker"): Promise<Digest> => {
    const { digest, ...index } = emptyIndex(format);
    try {
      await writer.putManifest(repository, tag, { ...index, terms });
    } catch (error) {
      // By then the tag may be somebody else's.
      if (isNotTaken(error) && format === "oci" && (await pointsAt()) === at) return write("docker");
      // It may have been written all the same, with the answer lost; then it must not stay.
      if (!(error instanceof PruneError) || (await pointsAt()) !== digest) throw error;
    }
    return digest;
  };
  const digest = await write("oci");
  // Without terms: nobody else can have that index, and what is begun is to be finished.
  const kind = await registry.deleteManifest(repository, digest).catch((error: unknown) => {
    throw leftBehind(repository, tag, asPruneError(error, "the deletion"));
  });
  // Written a moment ago, it can't be unknown: either it was not written, whatever was answered, or somebody deleted the tag.
  if (kind === "gone" && (await pointsAt()) !== undefined) throw notWritten(repository, tag);
  return kind;
}

function leftBehind(repository: RepositoryName, tag: Tag, error: PruneError): PruneError {
  return new PruneError(
    `${repository}:${tag} was pointed at an empty index, which then could not be deleted: ${error.message}`,
    `The image that it shared is whole. The next run deletes the tag. ${error.nextStep}`,
    { cause: error },
  );
}

function notWritten(repository: RepositoryName, tag: Tag): PruneError {
  return new PruneError(
    `${repository}:${tag} was to be pointed at an empty index, which the registry does not know; the tag is still there`,
    "Look at what stands in front of the registry.",
  );
}

/** True if a registry refused a manifest in its own words, as Distribution up to 2.6 does OCI's. */
function isNotTaken(error: unknown): boolean {
  return error instanceof RegistryError && error.kind === "not-taken";
}

function emptyIndex(format: "oci" | "docker"): ManifestBytes & { readonly digest: Digest } {
  const { mediaType, text } = untagMark(randomUUID(), format);
  const body = Buffer.from(text);
  const digest = contentDigest("sha256", body);
  if (digest === undefined) throw new TypeError("a SHA-256 is a digest");
  return { mediaType, body, digest };
}
