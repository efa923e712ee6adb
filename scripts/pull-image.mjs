import { digestOf, getManifest, send } from "./registry-api.mjs";
import { payloadOf } from "./schema1.mjs";

/** @typedef {import("./registry-api.mjs").Repo} Repo */
/** @typedef {{ config?: { digest: string }, layers?: { digest: string }[], manifests?: { digest: string }[], fsLayers?: { blobSum: string }[] }} Content */

/**
 * Pulls every byte of an image (its manifest, the children of an index, their configs and layers), and compares each part
 * with its digest.
 * @param {Repo} repo
 * @param {string} reference a tag or a digest
 * @returns {Promise<string[]>} the digests of everything that was pulled, each once
 * @throws {Error} if a part is missing or differs; the message has the path from the image to that part
 */
export async function pullImage(repo, reference) {
  const pulled = new Set();
  await pullManifest(repo, reference, `${repo.name}:${reference}`, pulled);
  return [...pulled];
}

/**
 * @param {Repo} repo
 * @param {string} reference
 * @param {string} path the image and the digests that led to this manifest, for errors
 * @param {Set<string>} pulled
 */
async function pullManifest(repo, reference, path, pulled) {
  const { status, digest, body } = await getManifest(repo, reference);
  if (status !== 200) {
    throw new Error(`${path}: manifest is missing (${status} ${body.toString().slice(0, 300)})`);
  }
  const expected = reference.includes(":") ? reference : digest;
  const actual = digestOf(payloadOf(body));
  if (actual !== expected) throw new Error(`${path}: manifest has ${actual}, not ${expected}`);
  pulled.add(actual);
  const {
    manifests = [],
    config,
    layers = [],
    fsLayers = [],
  } = /** @type {Content} */ (JSON.parse(body.toString()));
  for (const child of manifests) await pullManifest(repo, child.digest, `${path} > ${child.digest}`, pulled);
  if (config) await pullBlob(repo, config.digest, `${path} > config ${config.digest}`, pulled);
  for (const layer of layers) await pullBlob(repo, layer.digest, `${path} > layer ${layer.digest}`, pulled);
  for (const { blobSum } of fsLayers) await pullBlob(repo, blobSum, `${path} > layer ${blobSum}`, pulled);
}

/**
 * @param {Repo} repo
 * @param {string} digest
 * @param {string} path
 * @param {Set<string>} pulled
 */
async function pullBlob(repo, digest, path, pulled) {
  try {
    const response = await send(repo, "GET", `blobs/${digest}`);
    const actual = digestOf(Buffer.from(await response.arrayBuffer()));
    if (actual !== digest) throw new Error(`it has ${actual}`);
    pulled.add(digest);
  } catch (error) {
    throw new Error(`${path} is missing or broken: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  }
}
