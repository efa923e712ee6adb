import * as nodeHttp from "node:http";
import * as nodeHttps from "node:https";
import { Readable } from "node:stream";
import { HttpClient } from "@actions/http-client";
import { certificatesFor } from "./certificates.js";
import { readBody, readFirst } from "./body.js";
import { badAnswer, networkError } from "./network-errors.js";
import { createPaces, type Paces } from "./pace.js";
import { RegistryError } from "./registry.js";
import { retryDelay } from "./retry.js";

/** A request. Header names are lower case. */
export interface HttpRequest {
  readonly method: "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** How often it is sent at the most; otherwise as often as is sensible. */
  readonly attempts?: number;
  /** `false`: a redirect is an answer, and is not followed. */
  readonly followsRedirects?: boolean;
  /** `true`: 429 is an answer, for whoever asks knows better how long to wait. */
  readonly takesLimits?: boolean;
  /** `true`: of the answer's body, only what comes first is read; nothing where the connection breaks off before that. */
  readonly peeks?: boolean;
}

/** An answer, read to its end. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: nodeHttp.IncomingHttpHeaders;
  readonly body: Buffer;
  /** Where it came from, redirects followed. */
  readonly url: URL;
}

/** What all requests have in common. */
export interface HttpOptions {
  /** Most requests at once to one origin: a whole number from 1. How many there really are finds itself (core/pace.ts). */
  readonly concurrency: number;
  readonly userAgent: string;
}

/** The one way out of this program. */
export interface Http {
  /** @throws {RegistryError} where no whole answer could be had */
  send(request: HttpRequest): Promise<HttpResponse>;
  /** How many requests of a method may be under way now at a URL's origin. */
  atOnce(url: URL, method: HttpRequest["method"]): number;
  close(): void;
}

const DEADLINE_MS = 30_000;
// A DELETE scans every tag of its repository and is not to be cut off: 10.8 s at 1000 tags on S3 were measured.
const DELETE_DEADLINE_MS = 300_000;
// Above any DELETE's deadline: the client's own idle timer is not to fire first.
const IDLE_MS = 310_000;
const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * One pool of keep-alive connections for each origin, at most `concurrency` requests at once in it, and no more than do it good.
 * Retries what is safe to repeat, follows redirects of reads, and never sends credentials to another origin than they were given for.
 */
export function createHttp(options: HttpOptions): Http {
  const clients = new Map<string, Promise<HttpClient>>();
  const paces = createPaces(options.concurrency);
  const clientFor = (url: URL): Promise<HttpClient> => {
    const known = clients.get(url.origin) ?? connect(url, options);
    clients.set(url.origin, known);
    return known;
  };
  return {
    send: (request) => followRedirects(request, { clientFor, paces }),
    atOnce: paces.atOnce,
    close: () => {
      paces.close();
      // A client that could not be made has nothing to let go of; its error was thrown to whoever sent.
      for (const client of clients.values()) {
        client.then(
          (made) => made.dispose(),
          () => undefined,
        );
      }
    },
  };
}

/** What sending takes. */
interface Way {
  readonly clientFor: (url: URL) => Promise<HttpClient>;
  readonly paces: Paces;
}

async function connect(url: URL, options: HttpOptions): Promise<HttpClient> {
  const client = new HttpClient(options.userAgent, [], {
    keepAlive: true,
    maxSockets: options.concurrency,
    socketTimeout: IDLE_MS,
  });
  if (url.protocol === "https:") {
    // The client has no option for certificates; its agent's own options work, directly and through a proxy.
    const agent: nodeHttp.Agent & { options?: unknown } = client.getAgent(url.href);
    agent.options = { ...(agent.options ?? {}), ...(await certificatesFor(url.host)) };
  }
  return client;
}

async function followRedirects(request: HttpRequest, way: Way): Promise<HttpResponse> {
  let current = request;
  for (let hops = 0; ; hops += 1) {
    const response = await sendWithRetries(current, way);
    const { location } = response.headers;
    const isRead = request.method === "GET" || request.method === "HEAD";
    if (!REDIRECTS.has(response.status) || location === undefined || !isRead) return response;
    if (request.followsRedirects === false) return response;
    if (hops === MAX_REDIRECTS) throw badAnswer(request.url, "it redirects without an end");
    current = redirected(current, new URL(location, current.url));
  }
}

/** The same request elsewhere. Another origin never sees the credentials. */
function redirected(request: HttpRequest, url: URL): HttpRequest {
  if (request.url.protocol === "https:" && url.protocol !== "https:") {
    throw badAnswer(request.url, "it redirects from HTTPS to plain HTTP");
  }
  const headers = Object.entries(request.headers ?? {}).filter(
    ([name]) => name !== "authorization" || url.origin === request.url.origin,
  );
  return { ...request, url, headers: Object.fromEntries(headers) };
}

async function sendWithRetries(request: HttpRequest, way: Way): Promise<HttpResponse> {
  const client = await way.clientFor(request.url);
  for (let attempt = 1; ; attempt += 1) {
    const sent = way.paces.run(request, () => sendOnce(request, client));
    const result = await sent.then(
      (response) =>
        ({
          kind: "answer",
          response,
          status: response.status,
          retryAfter: response.headers["retry-after"],
        }) as const,
      (error: unknown) => ({ kind: "error", error }) as const,
    );
    const isTaken = request.takesLimits === true && result.kind === "answer" && result.status === 429;
    const isLast = attempt === request.attempts || isTaken;
    const delay = isLast
      ? undefined
      : retryDelay(attempt, result, { random: Math.random(), now: Date.now() });
    if (delay !== undefined) await way.paces.pause(delay);
    else if (result.kind === "answer") return result.response;
    else throw result.error instanceof RegistryError ? result.error : networkError(request.url, result.error);
  }
}

async function sendOnce(request: HttpRequest, client: HttpClient): Promise<HttpResponse> {
  // Not AbortSignal.timeout(), which lives until its deadline, however soon the answer comes.
  const deadline = new AbortController();
  const timer = setTimeout(
    () => {
      deadline.abort();
    },
    request.method === "DELETE" ? DELETE_DEADLINE_MS : DEADLINE_MS,
  );
  try {
    return await sendUntil(deadline.signal, request, client);
  } finally {
    clearTimeout(timer);
  }
}

async function sendUntil(
  signal: AbortSignal,
  request: HttpRequest,
  client: HttpClient,
): Promise<HttpResponse> {
  const { method, url, headers, body } = request;
  const isTls = url.protocol === "https:";
  // requestRaw, because request() can't be aborted and does not understand an IPv6 literal's brackets.
  const { message } = await client.requestRaw(
    {
      parsedUrl: url,
      httpModule: isTls ? nodeHttps : nodeHttp,
      options: {
        method,
        host: url.hostname.replace(/^\[(.*)\]$/, "$1"),
        port: url.port === "" ? (isTls ? 443 : 80) : Number(url.port),
        path: url.pathname + url.search,
        headers: { "user-agent": client.userAgent, ...lengthOf(body), ...headers },
        agent: client.getAgent(url.href),
        signal,
      },
    },
    // As a stream, for of a text the client would send other bytes.
    Buffer.isBuffer(body) ? Readable.from([body]) : (body ?? ""),
  );
  return {
    status: message.statusCode ?? 0,
    headers: message.headers,
    body: await (request.peeks === true ? readFirst(message) : readBody(url, message)),
    url,
  };
}

/** The client counts a text's bytes itself. */
function lengthOf(body: HttpRequest["body"]): nodeHttp.OutgoingHttpHeaders {
  return Buffer.isBuffer(body) ? { "content-length": body.length } : {};
}
