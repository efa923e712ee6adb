import { type Digest, isDigest, type RepositoryName, type Tag } from "../../core/names/reference.js";
import type { Call } from "../distribution/requests.js";
import { headManifest } from "../distribution/read-manifest.js";
import type { ReadManifest, RegistryReader } from "../port/registry.js";

/**
 * Makes the function that reads manifests where each GET counts. It gets the bytes of each once, and asks HEAD if the manifest is still there: GitHub counts every
 * GET as a download, and a version of a public package can't be deleted any more above 5000 of them; Docker Hub counts it as a pull, of which six hours have so many.
 * @param digestOf returns the digest that a tag is listed to point at
 */
export function createReader(
  distribution: Pick<RegistryReader, "readManifest">,
  call: Call,
  digestOf: (repository: RepositoryName, tag: Tag) => Digest | undefined,
): RegistryReader["readManifest"] {
  const reads = new Map<Digest, Promise<ReadManifest | undefined>>();
  return async (repository, reference) => {
    const expected = isDigest(reference) ? reference : digestOf(repository, reference);
    const pending = expected === undefined ? undefined : reads.get(expected);
    if (pending !== undefined) {
      const known = await pending;
      if (known !== undefined && (await headManifest(call, { repository, reference })) === known.digest) {
        return known;
      }
    }
    // By HEAD and by what an earlier run read, or else by GET.
    const read = distribution.readManifest(repository, reference);
    // Another may be found than was listed; what HEAD says then is not what is remembered.
    if (expected !== undefined) {
      reads.set(
        expected,
        read.catch(() => undefined),
      );
    }
    return read;
  };
}
