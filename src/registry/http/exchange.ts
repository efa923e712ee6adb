import type * as nodeHttp from "node:http";
import { PruneError } from "../../core/base/errors.js";
import { codeOf } from "../../core/base/system-error.js";
import { readBody, readFirst } from "./body.js";
import { badAnswer } from "./network-errors.js";
import type { HttpResponse, HttpRequest } from "./message.js";
import type { Pool } from "../pool/pool.js";
import { type Proxy, ProxyError } from "../proxy/proxy.js";

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
  // Through a proxy, HTTPS goes by a tunnel of the agent's, and plain HTTP is said to the proxy itself.
  const relay = url.protocol === "http:" ? pool.proxy : undefined;
  return new Promise((resolve, reject) => {
    // What it throws, for a header or a certificate that can't be, rejects the promise. No clock runs yet.
    const sent = pool.open(relayedFor(request, pool, relay));
    const fail = (error: Error): void => {
      clearTimeout(deadline);
      sent.destroy();
      reject(error);
    };
    const deadline = setTimeout(
      () => fail(new Error("no whole answer came in time")),
      method === "DELETE" ? DELETE_DEADLINE_MS : DEADLINE_MS,
    );
    let isAnswered = false;
    const elapsed = stopwatch(sent, url);
    sent.on("response", (message) => {
      isAnswered = true;
      const tookMs = elapsed();
      const { statusCode: status = 0, headers } = message;
      const peer = pool.proxy !== undefined ? undefined : message.socket.remoteAddress;
      if (status < 200) {
        fail(switches(url, status));
        return;
      }
      const reading = peeks === true ? readFirst(message) : readBody(url, message);
      reading.then((read) => {
        clearTimeout(deadline);
        resolve(answerTo(request, { status, headers, peer, tookMs, body: read }));
      }, fail);
    });
    sent.on("error", (error) => {
      fail(relay !== undefined && isOfSystem(error) ? new ProxyError(relay, { cause: error }) : error);
    });
    // Else the system would close the connection, and say nothing.
    sent.on("upgrade", (message, socket) => {
      socket.destroy();
      fail(switches(url, message.statusCode ?? 101));
    });
    sent.on("close", () => {
      if (!isAnswered) fail(new Error("the connection was closed without an answer"));
    });
    sent.end(body);
  });
}

/** Returns a function of the ms since a request was sent on a connection that stood: how long one takes to open says nothing about the others. */
function stopwatch(sent: nodeHttp.ClientRequest, { protocol }: URL): () => number {
  let from = performance.now();
  sent.on("socket", (socket) => {
    if (!socket.connecting) return;
    socket.once(protocol === "https:" ? "secureConnect" : "connect", () => {
      from = performance.now();
    });
  });
  return () => performance.now() - from;
}

function answerTo(request: HttpRequest, answer: Omit<HttpResponse, "url">): HttpResponse {
  return {
    ...answer,
    // Few ask for it, and to parse it takes time.
    get url() {
      return addressOf(request);
    },
  };
}

function switches(url: URL, status: number): Error {
  return badAnswer(url, `it switches to another protocol (${status})`);
}

/** Returns the whole address of a request. */
export function addressOf({ url, path }: Pick<HttpRequest, "url" | "path">): URL {
  return path === undefined ? url : new URL(path, url);
}

function optionsFor(
  { method, url, path, headers }: HttpRequest,
  { userAgent, agent }: Pool,
  more: Readonly<Record<string, string>> = {},
): nodeHttp.RequestOptions {
  const { hostname, port } = url;
  return {
    method,
    // An IPv6 literal's brackets are not part of it.
    host: hostname.startsWith("[") ? hostname.slice(1, -1) : hostname,
    port: port === "" ? undefined : port,
    path: path ?? url.pathname + url.search,
    headers: { "user-agent": userAgent, ...headers, ...more },
    agent,
  };
}

/** Returns the options of a request; those of plain HTTP that is said to a proxy have the whole address in them (RFC 9112, 3.2.2). */
function relayedFor(request: HttpRequest, pool: Pool, proxy: Proxy | undefined): nodeHttp.RequestOptions {
  if (proxy === undefined) return optionsFor(request, pool);
  const { url, path } = request;
  const signIn = proxy.authorization === undefined ? {} : { "proxy-authorization": proxy.authorization };
  return {
    ...optionsFor(request, pool, { host: url.host, ...signIn }),
    host: proxy.hostname,
    port: proxy.port,
    path: `${url.origin}${path ?? url.pathname + url.search}`,
  };
}

/** True of an error of the connection itself, and false of an answer that can't be read. */
function isOfSystem(error: Error): boolean {
  return !(error instanceof PruneError) && codeOf(error) !== "" && !codeOf(error).startsWith("HPE_");
}
