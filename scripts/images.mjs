import { randomUUID } from "node:crypto";
import { digestOf, getManifest, mediaTypes, pushBlob, putManifest, ResponseError } from "./registry-api.mjs";

export { getManifest, listTags, pushBlob, putManifest, ResponseError } from "./registry-api.mjs";
export { pullImage } from "./pull-image.mjs";

/** @typedef {import("./registry-api.mjs").Repo} Repo */
/** @typedef {{ architecture: string, os: string, variant?: string }} Platform */

/**
 * @typedef {object} Descriptor
 * @property {string} mediaType
 * @property {string} digest
 * @property {number} size bytes
 * @property {Platform} [platform]
 * @property {Record<string, string>} [annotations]
 */

/** @typedef {Descriptor & { bytes: Buffer }} Pushed the descriptor of a pushed manifest, and its bytes */

/**
 * @typedef {object} ManifestOptions
 * @property {"oci" | "docker"} [format] default oci
 * @property {Descriptor} [subject] the manifest that this one refers to
 * @property {Record<string, string>} [annotations]
 */

/**
 * The content of an image. The same seed and options make the same image, byte for byte.
 * @typedef {object} ImageParts
 * @property {string} [seed] makes the content unique (default: random)
 * @property {Buffer} [layer] the layer's bytes, pushed as they are (default: a tar file that holds the seed)
 * @property {Buffer[]} [layers] the bytes of several layers, instead of `layer`
 * @property {Date | string | null} [created] the date in the config (default: 2024-01-01); null: none
 * @property {Platform} [platform] default linux/amd64
 */

const linux = { architecture: "amd64", os: "linux" };

/**
 * Pushes an image under any number of tags, or without tags under its digest. It has one small layer unless others are given.
 * @param {Repo} repo
 * @param {string[]} tags
 * @param {ManifestOptions & ImageParts} [options]
 * @returns {Promise<Pushed>}
 * @throws {ResponseError}
 */
export async function pushImage(repo, tags, { format = "oci", subject, annotations, ...parts } = {}) {
  const { seed = randomUUID(), created = new Date("2024-01-01"), platform = linux } = parts;
  const { layers = [parts.layer ?? tarOf(seed)] } = parts;
  const config = await pushBlob(repo, imageConfig(seed, layers, created, platform));
  const types = mediaTypes[format];
  const blobs = [];
  for (const layer of layers) blobs.push({ mediaType: types.layer, ...(await pushBlob(repo, layer)) });
  const pushed = await pushManifest(repo, tags, types.manifest, {
    config: { mediaType: types.config, ...config },
    layers: blobs,
    subject,
    annotations,
  });
  return { ...pushed, platform };
}

/**
 * Pushes an OCI index or a Docker manifest list. Its children have to be in the repository already.
 * @param {Repo} repo
 * @param {string[]} tags
 * @param {(string | Descriptor | Pushed)[]} children digests, descriptors, or results of the push functions
 * @param {ManifestOptions} [options]
 * @returns {Promise<Pushed>}
 * @throws {ResponseError} also if a child that is given by its digest doesn't exist
 */
export async function pushIndex(repo, tags, children, { format = "oci", subject, annotations } = {}) {
  const manifests = await Promise.all(children.map((child) => descriptorOf(repo, child)));
  return pushManifest(repo, tags, mediaTypes[format].index, { manifests, subject, annotations });
}

/**
 * @param {Repo} repo
 * @param {string | Descriptor | Pushed} child
 * @returns {Promise<Descriptor>}
 */
async function descriptorOf(repo, child) {
  if (typeof child !== "string") {
    const { mediaType, digest, size, platform = linux, annotations } = child;
    return { mediaType, digest, size, platform, ...(annotations && { annotations }) };
  }
  const { status, mediaType, body } = await getManifest(repo, child);
  if (status !== 200) throw new ResponseError(`GET child ${child}`, status, body.toString());
  return { mediaType, digest: child, size: body.length, platform: linux };
}

/**
 * @param {Repo} repo
 * @param {string[]} tags
 * @param {string} mediaType
 * @param {object} content
 * @returns {Promise<Pushed>}
 */
async function pushManifest(repo, tags, mediaType, content) {
  const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, ...content }));
  const digest = digestOf(bytes);
  for (const reference of tags.length > 0 ? tags : [digest]) {
    await putManifest(repo, reference, mediaType, bytes);
  }
  return { mediaType, digest, size: bytes.length, bytes };
}

/**
 * @param {string} seed
 * @param {Buffer[]} layers
 * @param {Date | string | null} created
 * @param {Platform} platform
 */
function imageConfig(seed, layers, created, platform) {
  const date =
    created === null ? {} : { created: typeof created === "string" ? created : created.toISOString() };
  const config = {
    ...date,
    ...platform,
    config: { Labels: { seed } },
    rootfs: { type: "layers", diff_ids: layers.map(digestOf) },
    history: layers.map(() => ({ ...date, created_by: "COPY seed.txt /" })),
  };
  return Buffer.from(JSON.stringify(config));
}

/**
 * A tar file with one file, seed.txt.
 * @param {string} seed
 */
function tarOf(seed) {
  const text = Buffer.from(seed);
  const size = text.length.toString(8).padStart(11, "0");
  const header = Buffer.alloc(512);
  header.write("seed.txt");
  header.write(`0000644\0${"0000000\0".repeat(2)}${size}\0${"0".repeat(11)}\0`, 100); // mode, owners, size, time
  header.write("        0", 148); // the checksum counts as spaces; 0 is an ordinary file
  header.write("ustar\0" + "00", 257);
  const checksum = header.reduce((sum, byte) => sum + byte, 0);
  header.write(`${checksum.toString(8).padStart(6, "0")}\0 `, 148);
  const padding = Buffer.alloc((512 - (text.length % 512)) % 512);
  return Buffer.concat([header, text, padding, Buffer.alloc(1024)]);
}
