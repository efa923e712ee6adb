import { isObject, parseJson } from "../../core/base/json.js";
import type { Blob } from "../../core/image/manifest.js";
import { ACCEPTED_MEDIA_TYPES } from "../../core/image/media-type.js";
import type { Digest, RepositoryName } from "../../core/names/reference.js";
import { readBlob, readsBlob } from "./read-blob.js";
import { refusal } from "./refusals.js";
import type { Reading } from "./words/not-there.js";

// Distribution takes no larger manifest.
const LARGEST_MANIFEST = 4 * 1024 * 1024;

/** The descriptors of an index that have no clear media type, and its repository. */
interface Unclear {
  readonly repository: RepositoryName;
  readonly listed: readonly Blob[];
}

/**
 * Returns those of what an index lists that are manifests, or that the registry has neither as a manifest nor as a blob. For what it has as a blob alone,
 * Distribution answers 500 where a manifest is asked for (measured, 2.8.2 and 3.1.1), and others 404.
 * @throws {RegistryError} where that is not certain
 */
export async function manifestsAmong(
  reading: Reading,
  { repository, listed }: Unclear,
): Promise<ReadonlySet<Digest>> {
  const { host, call, notThere } = reading;
  const manifests = new Set<Digest>();
  for (const blob of listed) {
    const path = `manifests/${blob.digest}`;
    const response = await call(repository, { method: "GET", path, accept: ACCEPTED_MEDIA_TYPES });
    const isUnknown = await notThere.says("manifest", repository, response);
    const isFound = response.status === 200;
    const at = { repository, digest: blob.digest };
    if (!isFound && (await (isUnknown ? readsBlob(reading, at) : isNoManifest(reading, { at, blob })))) {
      continue;
    }
    if (!isFound && !isUnknown) throw refusal(host, response, `reading ${repository}@${blob.digest}`);
    manifests.add(blob.digest);
  }
  return manifests;
}

/** True if the registry has the bytes as a blob, and they are no manifest: 3.x has a manifest among the blobs too (measured), and may fail to read it. */
async function isNoManifest(
  reading: Reading,
  {
    at,
    blob,
  }: { readonly at: { readonly repository: RepositoryName; readonly digest: Digest }; readonly blob: Blob },
): Promise<boolean> {
  if (blob.bytes !== undefined && blob.bytes > LARGEST_MANIFEST) return readsBlob(reading, at);
  const bytes = await readBlob(reading, at);
  const said = bytes === undefined ? undefined : parseJson(bytes.toString("utf8"));
  return bytes !== undefined && !(isObject(said) && "schemaVersion" in said);
}
