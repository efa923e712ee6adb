import { UnsureError } from "../../core/base/errors.js";
import type { Digest, RepositoryName } from "../../core/names/reference.js";
import { contentDigest } from "./content-digest.js";
import type { Call } from "./requests.js";
import { isRegistrys404, refusal } from "./refusals.js";

/**
 * A blob's bytes, whole (distribution spec, "Pulling blobs"); `undefined` where the registry says that there is none. Distribution on S3 redirects to its
 * storage. Where a collection took the blob under a warm cache it answers 200 and cuts the line (measured, 2.8.2 and 3.1.1), which is an error.
 * @throws {RegistryError | UnsureError} where that is not certain, or its bytes are not what its digest says
 */
export async function readBlob(
  host: string,
  call: Call,
  { repository, digest }: { readonly repository: RepositoryName; readonly digest: Digest },
): Promise<Buffer | undefined> {
  const response = await call(repository, { method: "GET", path: `blobs/${digest}` });
  if (isRegistrys404(response)) return undefined;
  if (response.status !== 200) throw refusal(host, response, `reading the blob ${digest} of ${repository}`);
  const [algorithm = ""] = digest.split(":");
  const computed = contentDigest(algorithm, response.body);
  if (computed === digest) return response.body;
  const why =
    computed === undefined
      ? `its digest is made by ${algorithm}, which is not known here`
      : "its bytes are not what its digest says";
  throw new UnsureError(
    `${host}/${repository}: the blob ${digest} can't be trusted: ${why}; nothing is decided on it`,
    "Look at the registry and what stands in front of it, and run again.",
  );
}
