import { randomUUID } from "node:crypto";
import { type Pushed } from "./proxied.js";
import { pushBlob, putManifest, type Repo } from "../../scripts/images.mjs";

/** The forms in which BuildKit 0.16 was seen to push a cache of `type=registry`: an index, with `oci-mediatypes=false`, with `image-manifest=true`. */
export const CACHE_FORMS = ["oci index", "docker list", "image manifest"] as const;
export type CacheForm = (typeof CACHE_FORMS)[number];

const OCI = "application/vnd.oci.image.";
const DOCKER = "application/vnd.docker.";
const TYPES: Readonly<Record<CacheForm, { readonly own: string; readonly layer: string }>> = {
  "oci index": { own: `${OCI}index.v1+json`, layer: `${OCI}layer.v1.tar+gzip` },
  "docker list": {
    own: `${DOCKER}distribution.manifest.list.v2+json`,
    layer: `${DOCKER}image.rootfs.diff.tar.gzip`,
  },
  "image manifest": { own: `${OCI}manifest.v1+json`, layer: `${OCI}layer.v1.tar+gzip` },
};

/** A pushed manifest, and the blobs that it names. */
export interface PushedBlobs {
  readonly digest: string;
  readonly blobs: readonly string[];
}

/** Pushes a cache as BuildKit does: layers, and a list of them as JSON. @param shared a layer of an image, which the cache has too */
export async function pushCache(
  repo: Repo,
  tag: string,
  { form = "oci index", shared }: { readonly form?: CacheForm; readonly shared?: Pushed } = {},
): Promise<PushedBlobs> {
  const { own, layer } = TYPES[form];
  const { layers: others = [] } = (shared === undefined ? {} : JSON.parse(shared.bytes.toString())) as {
    layers?: readonly { digest: string; size: number }[];
  };
  const layers = [await pushBlob(repo, Buffer.from(`layer ${randomUUID()}`)), ...others].map(
    ({ digest, size }) => ({ mediaType: layer, digest, size }),
  );
  const list = Buffer.from(JSON.stringify({ layers: layers.map(({ digest }) => ({ blob: digest })) }));
  const config = {
    mediaType: "application/vnd.buildkit.cacheconfig.v0",
    ...(await pushBlob(repo, list)),
  };
  const body =
    form === "image manifest"
      ? { mediaType: own, config, layers }
      : { mediaType: own, manifests: [...layers, config] };
  const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, ...body }));
  const digest = await putManifest(repo, tag, own, bytes);
  return { digest, blobs: [...layers, config].map((blob) => blob.digest) };
}

/** Pushes an index with exactly these descriptors. */
export async function pushListing(repo: Repo, tag: string, manifests: readonly object[]): Promise<string> {
  const mediaType = `${OCI}index.v1+json`;
  const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, manifests }));
  return putManifest(repo, tag, mediaType, bytes);
}

/** The status with which a registry answers for each blob. */
export function statusesOf({ base, name }: Repo, blobs: readonly string[]): Promise<readonly number[]> {
  return Promise.all(blobs.map(async (blob) => (await fetch(`${base}/v2/${name}/blobs/${blob}`)).status));
}
