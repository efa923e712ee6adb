import { PruneError } from "../../core/base/errors.js";
import type { StoredFile } from "../../core/sweep/path.js";
import { type Bucket, connectBucket, type S3Object } from "./s3-bucket.js";
import { type Digest, isDigest } from "../../core/names/reference.js";
import { assertRemovable, blobPath, layerFolder, LARGEST_READ, type Storage } from "./storage.js";

/**
 * Opens the storage of a registry's `s3` driver.
 * @param text `s3://bucket/prefix`; the prefix is the driver's rootdirectory. Endpoint, region and credentials are
 *   found as the AWS SDK finds them.
 * @throws {PruneError} where it is written wrongly, can't be reached, or is no registry's
 */
export async function openS3(text: string): Promise<Storage> {
  const { bucket: name, prefix } = parseAddress(text);
  const base = `${prefix === "" ? "" : `${prefix}/`}docker/registry/v2/`;
  const bucket = await connectBucket(name);
  const address = prefix === "" ? `s3://${name}` : `s3://${name}/${prefix}`;
  try {
    await assertRegistry(bucket, base, address);
  } catch (error) {
    bucket.close();
    throw error;
  }
  return {
    name: address,
    inventory: async () => (await bucket.list(`${base}repositories/`)).map((object) => asFile(object, base)),
    multipartUploads: async () =>
      (await bucket.listUploads(`${base}repositories/`)).map(({ key, ...upload }) => ({
        ...upload,
        path: key.slice(base.length),
      })),
    read: (path) => bucket.read(`${base}${path}`, LARGEST_READ),
    layers: (repository, most) => layersOf(bucket, `${base}repositories/${repository}/_layers/sha256/`, most),
    putLink: async (link) => {
      const path = `${layerFolder(link)}/link`;
      assertRemovable(path);
      await bucket.put(`${base}${path}`, link.target);
    },
    remove: async (path) => {
      assertRemovable(path);
      // A prefix ends in a slash, always: keys are bytes, and team/app is the beginning of team/app2 too.
      const below = await bucket.list(`${base}${path}/`);
      await bucket.remove(below.map(({ key }) => key));
    },
    // An empty folder does not exist in S3.
    removeEmptyFolders: () => Promise.resolve(),
    abort: ({ path, uploadId }) => {
      assertRemovable(path);
      return bucket.abort(`${base}${path}`, uploadId);
    },
    freeBytes: () => Promise.resolve(undefined),
    blobBytes: (digest) => bucket.size(`${base}${blobPath(digest)}`),
    close: () => {
      bucket.close();
    },
  };
}

async function layersOf(bucket: Bucket, prefix: string, most: number): Promise<readonly Digest[]> {
  const keys = await bucket.first(prefix, most);
  return keys.flatMap((key) => {
    const digest = `sha256:${key.slice(prefix.length).split("/")[0] ?? ""}`;
    return isDigest(digest) ? [digest] : [];
  });
}

function parseAddress(text: string): { readonly bucket: string; readonly prefix: string } {
  const [, bucket, rest = ""] = /^s3:\/\/([a-zA-Z0-9][\w.-]{1,254})(\/[^?#]*)?$/.exec(text) ?? [];
  const prefix = rest.replace(/^\/+|\/+$/g, "");
  const isPlain = prefix === "" || prefix.split("/").every((part) => !["", ".", ".."].includes(part));
  if (bucket !== undefined && isPlain) return { bucket, prefix };
  throw new PruneError(
    // The text is not quoted, because it may be a password.
    "the address of the S3 storage can't be understood",
    "Write s3://bucket, or s3://bucket/prefix where the registry has a rootdirectory. Keys come from the environment.",
  );
}

/** Makes a stored file of an object. A key that ends in a slash is a folder, which consoles make. */
function asFile({ key, bytes, modified }: S3Object, base: string): StoredFile {
  const path = key.slice(base.length);
  return path.endsWith("/")
    ? { path: path.slice(0, -1), kind: "folder", bytes: 0, modified }
    : { path, kind: "file", bytes, modified };
}

async function assertRegistry(bucket: Bucket, base: string, address: string): Promise<void> {
  const [hasRepositories, hasBlobs] = await Promise.all([
    bucket.hasAny(`${base}repositories/`),
    bucket.hasAny(`${base}blobs/`),
  ]);
  if (hasRepositories && hasBlobs) return;
  const deep = /^(.*?)\/docker(?:\/registry(?:\/v2(?:\/.*)?)?)?$/.exec(address)?.[1];
  const right = deep === undefined ? "" : ` If you mean ${deep}, give that.`;
  throw new PruneError(
    `${address} is no registry's storage: there is nothing at ${base}${hasRepositories ? "blobs" : "repositories"}/`,
    `Give s3://bucket/prefix with the rootdirectory of the registry's storage: s3 as the prefix.${right}`,
  );
}
