import { addressOf, exchange } from "./exchange.js";
import { openPool, type Pool, type PoolOptions } from "../pool/pool.js";
import { badAnswer, networkError, redirectsToHttps } from "./network-errors.js";
import { createAdaptiveLimits, type AdaptiveLimits } from "./adaptive-limits.js";
import { PruneError } from "../../core/base/errors.js";
import { type Attempt, retryDelay } from "./retry.js";
import { refuseLate } from "./terms.js";
import { reachFrom } from "../nearby/reach.js";
import { ProxyError } from "../proxy/proxy.js";
import { isUnknownAuthority } from "../tls/codes.js";
import { createWaits, type Waits } from "./waits.js";
import type { HttpRequest, HttpResponse } from "./message.js";

/** The options that all requests have in common. */
export interface HttpOptions extends PoolOptions {
  /** Most requests at once to one origin: a whole number from 1. The limit adapts to the origin below that (core/progress/adaptive-concurrency.ts). */
  readonly concurrency: number;
  /** Ends the waits for a server, but for a few seconds in all. */
  readonly stop?: AbortSignal;
}

/** The HTTP client: everything that this program sends to a registry goes through it. */
export interface Http {
  /** Sends a request, and again where that is safe and makes sense. @throws {RegistryError} where no whole answer could be had */
  send(request: HttpRequest): Promise<HttpResponse>;
  /** Returns how many requests of a method may be under way now at a URL's origin. */
  atOnce(url: URL, method: HttpRequest["method"]): number;
  close(): void;
}

const MAX_REDIRECTS = 5;
// With the first connection they are as many as a look at eleven tags takes at once: its listing, and a HEAD for each tag.
const SPARE_CONNECTIONS = 11;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Makes the client. It has a pool of keep-alive connections for each origin, with at most `concurrency` requests at once, and no more than the origin is quick with.
 * It retries requests that are safe to repeat, follows redirects of reads, and never sends credentials to another origin than they were given for.
 */
export function createHttp(options: HttpOptions): Http {
  const pools = new Map<string, Promise<Pool>>();
  const limits = createAdaptiveLimits(options.concurrency);
  const waits = createWaits(limits, options.stop);
  const spares = Math.min(SPARE_CONNECTIONS, options.concurrency - 1);
  const poolFor = ({ url, reach }: HttpRequest): Promise<Pool> => {
    // A connection that may go anywhere serves no request that may not.
    const key = `${url.origin} ${reach ?? ""}`;
    const known = pools.get(key);
    if (known !== undefined) return known;
    const made = openPool(url, options, reach);
    pools.set(key, made);
    return made;
  };
  return {
    send: (request) => followRedirects(request, { poolFor, limits, waits, spares }),
    atOnce: limits.atOnce,
    close: () => {
      limits.close();
      // A pool that could not be made has nothing to close; its error was thrown to whoever sent.
      for (const pool of pools.values()) {
        pool.then(
          ({ close }) => close(),
          () => undefined,
        );
      }
    },
  };
}

/** The connections and the limits to send by. */
interface Way {
  readonly poolFor: (request: HttpRequest) => Promise<Pool>;
  readonly limits: AdaptiveLimits;
  readonly waits: Waits;
  /** The number of connections to open beside the first of a request that precedes many. */
  readonly spares: number;
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
    current = redirected(current, location, response.peer);
  }
}

/** Returns the same request to another address, as a Location names it. Another origin never sees the credentials. */
function redirected(request: HttpRequest, location: string, peer: string | undefined): HttpRequest {
  const from = addressOf(request);
  if (!URL.canParse(location, from.href)) throw badAnswer(request.url, "it redirects to what is no address");
  const url = new URL(location, from);
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    throw badAnswer(request.url, `it redirects to an address of ${url.protocol}, not of HTTP`);
  }
  // The same place over HTTPS: credentials would not follow there, and no deletion does.
  if (from.protocol === "http:" && url.protocol === "https:" && isSamePlace(from, url)) {
    throw redirectsToHttps(from, url);
  }
  if (request.url.protocol === "https:" && url.protocol !== "https:") {
    throw badAnswer(request.url, "it redirects from HTTPS to plain HTTP");
  }
  const headers = Object.entries(request.headers ?? {}).filter(
    ([name]) => name !== "authorization" || url.origin === request.url.origin,
  );
  const isElsewhere = url.origin !== from.origin;
  const reach = isElsewhere && request.reach !== "outside" ? reachFrom(peer) : request.reach;
  return { ...request, url, path: undefined, headers: Object.fromEntries(headers), reach };
}

function isSamePlace(from: URL, to: URL): boolean {
  return from.hostname === to.hostname && from.pathname.replace(/\/$/, "") === to.pathname.replace(/\/$/, "");
}

async function sendWithRetries(request: HttpRequest, way: Way): Promise<HttpResponse> {
  const pool = await poolOf(request, way);
  if (request.precedesMany === true) pool.spares?.openBesideNext(way.spares);
  let last: Attempt | undefined;
  for (let attempt = 1; ; attempt += 1) {
    const result = await attemptOnce(request, { pool, limits: way.limits, last });
    last = result;
    const isTaken = request.takesLimits === true && result.kind === "answer" && result.status === 429;
    const isLast = attempt === request.attempts || isTaken;
    const delay = isLast
      ? undefined
      : retryDelay(attempt, result, { random: Math.random(), now: Date.now() });
    if (delay !== undefined && (await way.waits.wait(request, delay))) continue;
    if (result.kind === "error") throw await asRegistryError(request.url, result.error, pool);
    await refuseForeign(result.response, pool);
    return result.response;
  }
}

/** Refuses an answer that is no server's word on the request: a proxy's own, or one about a client's certificate. @throws {RegistryError} */
async function refuseForeign(response: HttpResponse, { proxy, secure }: Pool): Promise<void> {
  const { status } = response;
  if (proxy !== undefined && status >= 400) {
    (await import("../proxy/errors.js")).refuseOwnAnswer(proxy, response);
  }
  if (secure !== undefined && status === 400) {
    (await import("../tls/errors.js")).refuseForCertificate(response);
  }
}

/** Returns the pool for a request's origin. @throws {PruneError} where it can't be made */
async function poolOf(request: HttpRequest, { poolFor }: Way): Promise<Pool> {
  try {
    return await poolFor(request);
  } catch (error) {
    throw await asRegistryError(request.url, error, undefined);
  }
}

async function asRegistryError(url: URL, error: unknown, pool: Pool | undefined): Promise<PruneError> {
  if (error instanceof PruneError) return error;
  if (error instanceof ProxyError) return (await import("../proxy/errors.js")).proxyError(url, error);
  const secure = pool?.secure;
  if (secure === undefined) return networkError(url, error);
  const { mayBeOfTls, tlsError } = await import("../tls/errors.js");
  return mayBeOfTls(error, secure)
    ? tlsError({ host: url.host, cause: error, secure })
    : networkError(url, error);
}

type Sent = Attempt &
  ({ readonly kind: "answer"; readonly response: HttpResponse } | { readonly kind: "error" });

async function attemptOnce(
  request: HttpRequest,
  {
    pool,
    limits,
    last,
  }: { readonly pool: Pool; readonly limits: AdaptiveLimits; readonly last: Attempt | undefined },
): Promise<Sent> {
  const send = (): Promise<HttpResponse> =>
    limits.run(request, () => {
      refuseLate(request, last);
      pool.kept.refuseStray();
      return exchange(request, pool);
    });
  try {
    const response = await send().catch(async (error: unknown) => {
      // Nothing was sent, for TLS failed before. Docker trusts this system's authorities, which Node does not look at.
      if (isUnknownAuthority(error) && (await pool.trustSystem())) return send();
      throw error;
    });
    const { status, headers } = response;
    return { kind: "answer", response, status, retryAfter: headers["retry-after"] };
  } catch (error) {
    return { kind: "error", error };
  }
}
