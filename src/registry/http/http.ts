import { getProxyUrl, HttpClient } from "@actions/http-client";
import { certificatesFor } from "./certificates.js";
import { addressOf, exchange, type Pool } from "./exchange.js";
import { guardKept } from "./kept-connections.js";
import { badAnswer, networkError } from "./network-errors.js";
import { createAdaptiveLimits, type AdaptiveLimits } from "./adaptive-limits.js";
import { PruneError } from "../../core/base/errors.js";
import { type Attempt, retryDelay } from "./retry.js";
import { refuseLate } from "./terms.js";
import { guardedLookup, type Reach, reachFrom, refuseNear, refuseNearByName } from "../nearby/reach.js";
import { createWaits, type Waits } from "./waits.js";
import type { HttpRequest, HttpResponse } from "./message.js";

/** The options that all requests have in common. */
export interface HttpOptions {
  /** Most requests at once to one origin: a whole number from 1. The limit adapts to the origin below that (core/progress/adaptive-concurrency.ts). */
  readonly concurrency: number;
  readonly userAgent: string;
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
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Makes the client. It has a pool of keep-alive connections for each origin, with at most `concurrency` requests at once, and no more than the origin is quick with.
 * It retries requests that are safe to repeat, follows redirects of reads, and never sends credentials to another origin than they were given for.
 */
export function createHttp(options: HttpOptions): Http {
  const pools = new Map<string, Promise<Pool>>();
  const limits = createAdaptiveLimits(options.concurrency);
  const waits = createWaits(limits, options.stop);
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
    send: (request) => followRedirects(request, { poolFor, limits, waits }),
    atOnce: limits.atOnce,
    close: () => {
      limits.close();
      // A pool that could not be made has nothing to close; its error was thrown to whoever sent.
      for (const pool of pools.values()) {
        pool.then(
          ({ client }) => client.dispose(),
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
}

async function openPool(
  url: URL,
  options: Pick<HttpOptions, "userAgent">,
  reach: Reach | undefined,
): Promise<Pool> {
  const isProxied = getProxyUrl(url.href) !== "";
  if (reach !== undefined) refuseNear(url, reach);
  if (reach !== undefined && isProxied) await refuseNearByName(url, reach);
  // It knows the proxies of the environment. Its own requests can't be given up, and do not understand an IPv6 literal.
  // The limits see to how many there are; a request that had to wait for a connection would get one that nobody looked at in between.
  const client = new HttpClient(options.userAgent, [], { keepAlive: true, maxSockets: Infinity });
  const agent: Pool["agent"] & { options?: unknown } = client.getAgent(url.href);
  if (reach !== undefined && !isProxied) {
    agent.options = { ...(agent.options ?? {}), lookup: guardedLookup(url, reach) };
  }
  if (url.protocol === "https:") {
    // The client has no option for certificates; its agent's own options work, directly and through a proxy.
    agent.options = { ...(agent.options ?? {}), ...(await certificatesFor(url.host)) };
  }
  return { client, agent, kept: guardKept(agent, url), isProxied };
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

async function sendWithRetries(request: HttpRequest, way: Way): Promise<HttpResponse> {
  const pool = await poolOf(request, way);
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
    if (result.kind === "answer") {
      return result.response;
    } else {
      throw asRegistryError(request.url, result.error);
    }
  }
}

/** Returns the pool for a request's origin. @throws {PruneError} where it can't be made */
async function poolOf(request: HttpRequest, { poolFor }: Way): Promise<Pool> {
  try {
    return await poolFor(request);
  } catch (error) {
    throw asRegistryError(request.url, error);
  }
}

function asRegistryError(url: URL, error: unknown): PruneError {
  return error instanceof PruneError ? error : networkError(url, error);
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
  try {
    const response = await limits.run(request, () => {
      refuseLate(request, last);
      pool.kept.refuseStray();
      return exchange(request, pool);
    });
    const { status, headers } = response;
    return { kind: "answer", response, status, retryAfter: headers["retry-after"] };
  } catch (error) {
    return { kind: "error", error };
  }
}
