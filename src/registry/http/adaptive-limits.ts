import { setMaxListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { requestBegan, requestEnded } from "../../core/progress/adaptive-concurrency.js";
import { type Concurrency, newConcurrency } from "../../core/progress/concurrency.js";
import type { HttpResponse, HttpRequest } from "./message.js";
import { PASSING_STATUSES } from "./retry.js";
import { RegistryError } from "../port/registry.js";

/** Concurrency limits that adapt to each origin, one for deletions and one for all else: a deletion can take a hundred times as long. */
export interface AdaptiveLimits {
  /** Sends one request as soon as the limit allows. Its turn ends with it, whatever its outcome. */
  readonly run: (request: Pick<HttpRequest, "method" | "url">, send: Send) => Promise<HttpResponse>;
  /** Returns how many requests of a method may be under way now at a URL's origin. */
  readonly atOnce: (url: URL, method: HttpRequest["method"]) => number;
  /** Waits for so many ms, or until the signal, without counting as a request under way. */
  readonly pause: (ms: number, stop?: AbortSignal) => Promise<void>;
  /** Ends sending: a request that waits is rejected when its turn comes, and pauses end. */
  readonly close: () => void;
}

type Send = () => Promise<HttpResponse>;

// The answers that are worth another attempt (retry.ts) are also those to too many requests at once, from the registry itself or a proxy in front of it.
const REFUSALS = new Set([429, ...PASSING_STATUSES]);

/** Creates limits that start anew for each origin. @param cap most requests at once to one origin, a whole number from 1 */
export function createAdaptiveLimits(cap: number): AdaptiveLimits {
  const origins = new Map<string, Origin>();
  const closing = new AbortController();
  // Each pause adds a listener.
  setMaxListeners(0, closing.signal);
  const limitedOf = (url: URL, method: HttpRequest["method"]): LimitedRequests => {
    const origin = origins.get(url.origin) ?? createOrigin(cap);
    origins.set(url.origin, origin);
    return method === "DELETE" ? origin.deletions : origin.others;
  };
  return {
    run: ({ url, method }, send) =>
      limitedOf(url, method).run(() => {
        closing.signal.throwIfAborted();
        return send();
      }),
    atOnce: (url, method) => limitedOf(url, method).atOnce(),
    pause: (ms, stop) => {
      const signal = stop === undefined ? closing.signal : AbortSignal.any([closing.signal, stop]);
      return sleep(ms, undefined, { signal }).catch(() => undefined);
    },
    close: () => {
      closing.abort();
    },
  };
}

interface Origin {
  readonly deletions: LimitedRequests;
  readonly others: LimitedRequests;
}

interface LimitedRequests {
  readonly run: (send: Send) => Promise<HttpResponse>;
  readonly atOnce: () => number;
}

function createOrigin(cap: number): Origin {
  // Both kinds together stay below the cap, too. A request that waits for a connection must not look slow, nor miss its deadline by that.
  const host: Host = { freeConnections: cap, delayMs: 0 };
  const deletions = new RequestQueue(cap, host);
  const others = new RequestQueue(cap, host);
  // When one kind ends, the other kind goes first, so that neither has to wait while there are more of the other.
  deletions.onEnd = () => {
    others.serve();
    deletions.serve();
  };
  others.onEnd = () => {
    deletions.serve();
    others.serve();
  };
  return { deletions, others };
}

/** The state that both kinds of requests to a host share. */
interface Host {
  freeConnections: number;
  /** The smallest time in which it has answered: the network's. 0 if none is known. */
  delayMs: number;
}

/** A queue of requests of one kind. As soon as one may go, the first that waits goes, without a promise in between: thousands go through here. */
class RequestQueue implements LimitedRequests {
  onEnd: () => void = () => undefined;
  #concurrency: Concurrency;
  readonly #host: Host;
  /** Each is called with the limit's generation when it is its turn. */
  readonly #waiting: ((generation: number) => void)[] = [];

  constructor(cap: number, host: Host) {
    this.#concurrency = newConcurrency(cap);
    this.#host = host;
  }

  atOnce(): number {
    return this.#concurrency.limit;
  }

  async run(send: Send): Promise<HttpResponse> {
    const generation = this.#isFree() ? this.#begin() : await this.#turn();
    let isRefused = false;
    let tookMs: number | undefined;
    try {
      const response = await send();
      ({ tookMs } = response);
      isRefused = REFUSALS.has(response.status);
      return response;
    } catch (error) {
      // An answer that is no registry's still came in time.
      isRefused = !(error instanceof RegistryError);
      throw error;
    } finally {
      this.#host.freeConnections += 1;
      const delayMs = this.#delayWith(tookMs);
      const end = { now: performance.now(), generation, isRefused, tookMs, delayMs };
      this.#concurrency = requestEnded(this.#concurrency, end);
      this.onEnd();
    }
  }

  /** Starts the waiting requests that the limit allows. */
  serve(): void {
    while (this.#waiting.length > 0 && this.#isFree()) this.#waiting.shift()?.(this.#begin());
  }

  /** Returns the network's delay as it is known after an answer. */
  #delayWith(tookMs: number | undefined): number {
    const host = this.#host;
    if (tookMs !== undefined && (host.delayMs === 0 || tookMs < host.delayMs)) host.delayMs = tookMs;
    return host.delayMs;
  }

  #isFree(): boolean {
    return this.#host.freeConnections > 0 && this.#concurrency.underWay < this.#concurrency.limit;
  }

  #begin(): number {
    this.#host.freeConnections -= 1;
    this.#concurrency = requestBegan(this.#concurrency, performance.now());
    return this.#concurrency.generation;
  }

  #turn(): Promise<number> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}
