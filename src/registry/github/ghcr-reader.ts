import { type Digest, isDigest, type RepositoryName, type Tag } from "../../core/names/reference.js";
import type { Call } from "../distribution/requests.js";
import { headManifest } from "../distribution/read-manifest.js";
import type { ReadManifest, Registry } from "../port/registry.js";

/**
 * Reads manifests from GitHub's registry, the bytes of each once: that it is still there, HEAD says. For GitHub counts every GET as a download, and a version of a
 * public package can't be deleted any more above 5000 of them.
 * @param digestOf what a tag is listed to point at
 */
export function createReader(
  distribution: Pick<Registry, "readManifest">,
  call: Call,
  digestOf: (repository: RepositoryName, tag: Tag) => Digest | undefined,
): Registry["readManifest"] {
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
