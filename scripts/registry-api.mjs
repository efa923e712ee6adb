import { createHash } from "node:crypto";
import { once } from "node:events";
import http from "node:http";
import https from "node:https";
import { buffer } from "node:stream/consumers";

/**
 * A repository: `base` is like http://127.0.0.1:5000, `headers` go with every request (such as an authorization).
 * @typedef {{ base: string, name: string, headers?: Record<string, string> }} Repo
 */

/** The media types of pushed manifests and blobs, by the image's format. */
export const mediaTypes = {
  oci: {
    index: "application/vnd.oci.image.index.v1+json",
    manifest: "application/vnd.oci.image.manifest.v1+json",
    config: "application/vnd.oci.image.config.v1+json",
    layer: "application/vnd.oci.image.layer.v1.tar",
  },
  docker: {
    index: "application/vnd.docker.distribution.manifest.list.v2+json",
    manifest: "application/vnd.docker.distribution.manifest.v2+json",
    config: "application/vnd.docker.container.image.v1+json",
    layer: "application/vnd.docker.image.rootfs.diff.tar",
  },
};

const accept = Object.values(mediaTypes).flatMap(({ index, manifest }) => [index, manifest]);

/** An answer with a status other than 2xx. The message has the status and the start of the body. */
export class ResponseError extends Error {
  /**
   * @param {string} request
   * @param {number} status
   * @param {string} body
   */
  constructor(request, status, body) {
    super(`${request}: ${status} ${body.slice(0, 300)}`);
    this.name = "ResponseError";
    this.status = status;
  }
}

/**
 * The digest of bytes, like sha256:9f86….
 * @param {Buffer} bytes
 */
export function digestOf(bytes) {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}

/**
 * Sends a request about a repository.
 * @param {Repo} repo
 * @param {string} method
 * @param {string | URL} target relative to the repository, such as tags/list
 * @param {{ headers?: Record<string, string>, body?: Buffer }} [init]
 * @returns {Promise<Response>} its status is 2xx
 * @throws {ResponseError}
 */
export async function send({ base, name, headers }, method, target, init = {}) {
  const url = new URL(target, `${base}/v2/${name}/`);
  const response = await fetch(url, { ...init, method, headers: { ...headers, ...init.headers } });
  if (!response.ok) throw new ResponseError(`${method} ${url.href}`, response.status, await response.text());
  return response;
}

/**
 * Uploads a blob.
 * @param {Repo} repo
 * @param {Buffer} bytes
 * @returns {Promise<{ digest: string, size: number }>} size in bytes
 * @throws {ResponseError}
 */
export async function pushBlob(repo, bytes) {
  const digest = digestOf(bytes);
  const opened = await send(repo, "POST", "blobs/uploads/");
  const upload = new URL(opened.headers.get("location") ?? "", opened.url);
  upload.searchParams.set("digest", digest);
  await send(repo, "PUT", upload, { headers: { "content-type": "application/octet-stream" }, body: bytes });
  return { digest, size: bytes.length };
}

/**
 * Puts a manifest under a tag or under its digest.
 * @param {Repo} repo
 * @param {string} reference
 * @param {string} mediaType
 * @param {Buffer} bytes
 * @returns {Promise<string>} its digest
 * @throws {ResponseError}
 */
export async function putManifest(repo, reference, mediaType, bytes) {
  await send(repo, "PUT", `manifests/${reference}`, { headers: { "content-type": mediaType }, body: bytes });
  return digestOf(bytes);
}

/**
 * Gets a manifest and accepts all four media types. A status other than 200 is returned, not thrown.
 * @param {Repo} repo
 * @param {string} reference a tag or a digest
 * @returns {Promise<{ status: number, digest: string | null, mediaType: string, body: Buffer }>}
 */
export async function getManifest({ base, name, headers }, reference) {
  const url = `${base}/v2/${name}/manifests/${reference}`;
  // Not by fetch, which joins lines: Distribution up to 2.4 compares each line as a whole.
  const { request } = url.startsWith("https:") ? https : http;
  const asked = request(url, { headers: { ...headers, accept }, agent: false }).end();
  const [response] = /** @type {[http.IncomingMessage]} */ (await once(asked, "response"));
  const { statusCode: status = 0, headers: answered } = response;
  const digest = answered["docker-content-digest"];
  return {
    status,
    digest: typeof digest === "string" ? digest : null,
    mediaType: answered["content-type"] ?? "",
    body: await buffer(response),
  };
}

/**
 * The tags of a repository, sorted; empty if the repository is unknown.
 * @param {Repo} repo
 * @returns {Promise<string[]>}
 * @throws {ResponseError}
 */
export async function listTags(repo) {
  const response = await send(repo, "GET", "tags/list").catch((error) => {
    if (error instanceof ResponseError && error.status === 404) return undefined;
    throw error;
  });
  const list = /** @type {{ tags?: string[] | null } | undefined} */ (await response?.json());
  return (list?.tags ?? []).sort();
}
