import { createHash } from "node:crypto";
import { once } from "node:events";
import http from "node:http";
import { tagNames } from "./bench-registry.mjs";

/**
 * Starts a server that stands in for a registry with more images than can be pushed in a reasonable time. It answers the
 * requests of a prune as Distribution 3.x does (the list of tags, manifests by tag and by digest, deleting either), makes each
 * manifest when it is asked for it, and knows no other request.
 * @param {number} tags
 * @returns {Promise<{ host: string, requests: () => number, stop: () => Promise<void> }>}
 */
export async function startStandIn(tags) {
  const names = new Set(tagNames(tags));
  /** The numbers of the images that were read and are not deleted, by their digests. @type {Map<string, string>} */
  const images = new Map();
  let requests = 0;
  /** @param {string} reference */
  const numberOf = (reference) =>
    names.has(reference) ? /\d+$/.exec(reference)?.[0] : images.get(reference);
  const server = http.createServer((request, response) => {
    requests += 1;
    // Each read has a query of its own, which a registry passes over.
    const [path = ""] = (request.url ?? "").split("?");
    const reference = /\/manifests\/(.+)$/.exec(path)?.[1] ?? "";
    const number = numberOf(reference);
    if (path === "/v2/") send(response, 200, Buffer.from("{}"));
    else if (path.endsWith("/tags/list")) send(response, 200, listOf(names));
    else if (number === undefined) send(response, 404, UNKNOWN);
    else if (request.method !== "DELETE") images.set(sendManifest(response, number), number);
    else if (names.delete(reference) || images.delete(reference)) send(response, 202, Buffer.alloc(0));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const stop = async () => {
    server.close();
    server.closeAllConnections();
    await once(server, "close");
  };
  return { host: `127.0.0.1:${port}`, requests: () => requests, stop };
}

/** @param {Iterable<string>} tags */
function listOf(tags) {
  return Buffer.from(JSON.stringify({ name: "bench/stand-in", tags: [...tags] }));
}

const UNKNOWN = Buffer.from('{"errors":[{"code":"MANIFEST_UNKNOWN","message":"manifest unknown"}]}');
const IMAGE = "application/vnd.oci.image.manifest.v1+json";

/**
 * The manifest of the image with this number: its own configuration, a layer that all images share, and its own layer.
 * @param {string} number
 */
export function manifestOf(number) {
  const blob = (/** @type {string} */ kind, /** @type {string} */ name, /** @type {number} */ size) => ({
    mediaType: `application/vnd.oci.image.${kind}`,
    digest: digestOf(name),
    size,
  });
  return Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: IMAGE,
      config: blob("config.v1+json", `config ${number}`, 400),
      layers: [
        blob("layer.v1.tar+gzip", "base", 30_000_000),
        blob("layer.v1.tar+gzip", `layer ${number}`, 5_000_000),
      ],
    }),
  );
}

/** @param {string | Buffer} bytes */
export function digestOf(bytes) {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}

/**
 * @param {http.ServerResponse} response
 * @param {string} number
 * @returns {string} its digest
 */
function sendManifest(response, number) {
  const body = manifestOf(number);
  const digest = digestOf(body);
  send(response, 200, body, { "content-type": IMAGE, "docker-content-digest": digest });
  return digest;
}

/**
 * @param {http.ServerResponse} response
 * @param {number} status
 * @param {Buffer} body
 * @param {Record<string, string>} [headers]
 */
function send(response, status, body, headers = { "content-type": "application/json" }) {
  const common = { "content-length": body.length, "docker-distribution-api-version": "registry/2.0" };
  response
    .writeHead(status, { ...common, ...headers })
    .end(response.req.method === "HEAD" ? undefined : body);
}
