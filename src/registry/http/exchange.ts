import * as nodeHttp from "node:http";
import * as nodeHttps from "node:https";
import type { HttpClient } from "@actions/http-client";
import { readBody, readFirst } from "./body.js";
import type { HttpResponse, HttpRequest } from "./message.js";

/** Keep-alive connections to one origin, directly or through a proxy. */
export interface Pool {
  readonly client: HttpClient;
  /** The client's, with the certificates for this origin. */
  readonly agent: nodeHttp.Agent;
}

const DEADLINE_MS = 30_000;
// A DELETE scans every tag of its repository and is not to be cut off: 10.8 s at 1000 tags on S3 were measured.
const DELETE_DEADLINE_MS = 300_000;

/**
 * Sends one request once, and reads its answer to the end. It does so with few promises and without an AbortSignal: where the registry is next door, they take
 * longer than the request itself (`npm run bench -- --only first-run`).
 * @throws what the system throws, and {RegistryError} where the answer is too large
 */
export function exchange(request: HttpRequest, pool: Pool): Promise<HttpResponse> {
  const { url, method, body, peeks } = request;
  const { request: open } = url.protocol === "https:" ? nodeHttps : nodeHttp;
  return new Promise((resolve, reject) => {
    let underWay: nodeHttp.ClientRequest | nodeHttp.IncomingMessage;
    const deadline = setTimeout(
      () => underWay.destroy(new Error("no whole answer came in time")),
      method === "DELETE" ? DELETE_DEADLINE_MS : DEADLINE_MS,
    );
    const fail = (error: Error): void => {
      clearTimeout(deadline);
      reject(error);
    };
    const sent = open(optionsFor(request, pool), (message) => {
      underWay = message;
      const { statusCode: status = 0, headers } = message;
      const reading = peeks === true ? readFirst(message) : readBody(url, message);
      reading.then((read) => {
        clearTimeout(deadline);
        resolve({
          status,
          headers,
          body: read,
          get url() {
            return addressOf(request);
          },
        });
      }, fail);
    });
    underWay = sent;
    sent.on("error", fail);
    sent.end(body);
  });
}

/** Returns the whole address of a request. */
export function addressOf({ url, path }: Pick<HttpRequest, "url" | "path">): URL {
  return path === undefined ? url : new URL(path, url);
}

function optionsFor(
  { method, url, path, headers }: HttpRequest,
  { client, agent }: Pool,
): nodeHttp.RequestOptions {
  const { hostname, port } = url;
  return {
    method,
    // An IPv6 literal's brackets are not part of it.
    host: hostname.startsWith("[") ? hostname.slice(1, -1) : hostname,
    port: port === "" ? undefined : port,
    path: path ?? url.pathname + url.search,
    headers: { "user-agent": client.userAgent, ...headers },
    agent,
  };
}
