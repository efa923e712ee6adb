import type { Digest, RepositoryName } from "../../core/names/reference.js";
import { ACCEPTED_MEDIA_TYPES } from "../../core/image/manifest.js";
import { readsBlob } from "./read-blob.js";
import { isRegistrys404, refusal } from "./refusals.js";
import type { Call } from "./requests.js";

/**
 * Returns those of some digests that are manifests, or that the registry has neither as a manifest nor as a blob. For what it has as a blob alone, Distribution
 * answers 500 where a manifest is asked for (measured, 2.8.2 and 3.1.1), and others 404.
 * @throws {RegistryError} where that is not certain
 */
export async function manifestsAmong(
  host: string,
  call: Call,
  { repository, digests }: { readonly repository: RepositoryName; readonly digests: readonly Digest[] },
): Promise<ReadonlySet<Digest>> {
  const manifests = new Set<Digest>();
  for (const digest of digests) {
    const path = `manifests/${digest}`;
    const response = await call(repository, { method: "GET", path, accept: ACCEPTED_MEDIA_TYPES });
    if (response.status !== 200) {
      if (await readsBlob(host, call, { repository, digest })) continue;
      if (!isRegistrys404(response)) throw refusal(host, response, `reading ${repository}@${digest}`);
    }
    manifests.add(digest);
  }
  return manifests;
}
