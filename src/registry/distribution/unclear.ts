import { isObject, parseJson } from "../../core/base/json.js";
import { ACCEPTED_MEDIA_TYPES, type Blob } from "../../core/image/manifest.js";
import type { Digest, RepositoryName } from "../../core/names/reference.js";
import { readBlob, readsBlob } from "./read-blob.js";
import { isRegistrys404, refusal } from "./refusals.js";
import type { Call } from "./requests.js";

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
  host: string,
  call: Call,
  { repository, listed }: Unclear,
): Promise<ReadonlySet<Digest>> {
  const manifests = new Set<Digest>();
  for (const blob of listed) {
    const path = `manifests/${blob.digest}`;
    const response = await call(repository, { method: "GET", path, accept: ACCEPTED_MEDIA_TYPES });
    const isUnknown = isRegistrys404(response);
    const isFound = response.status === 200;
    const at = { repository, digest: blob.digest };
    if (
      !isFound &&
      (await (isUnknown ? readsBlob(host, call, at) : isNoManifest(host, call, { at, blob })))
    ) {
      continue;
    }
    if (!isFound && !isUnknown) throw refusal(host, response, `reading ${repository}@${blob.digest}`);
    manifests.add(blob.digest);
  }
  return manifests;
}

/** True if the registry has the bytes as a blob, and they are no manifest: 3.x has a manifest among the blobs too (measured), and may fail to read it. */
async function isNoManifest(
  host: string,
  call: Call,
  {
    at,
    blob,
  }: { readonly at: { readonly repository: RepositoryName; readonly digest: Digest }; readonly blob: Blob },
): Promise<boolean> {
  if (blob.bytes !== undefined && blob.bytes > LARGEST_MANIFEST) return readsBlob(host, call, at);
  const bytes = await readBlob(host, call, at);
  const said = bytes === undefined ? undefined : parseJson(bytes.toString("utf8"));
  return bytes !== undefined && !(isObject(said) && "schemaVersion" in said);
}
