import { setMaxListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { begun, ended, newConcurrency, type Concurrency } from "../../core/progress/adaptive-concurrency.js";
import type { HttpResponse, HttpRequest } from "./message.js";
import { RegistryError } from "../port/registry.js";

/** The limits of requests under way, for each origin, and there for deletions and for all else: a deletion can take a hundred times as long. */
export interface AdaptiveLimits {
  /** Sends one request as soon as it is its turn. Whatever becomes of it, the turn ends with it. */
  readonly run: (request: Pick<HttpRequest, "method" | "url">, send: Send) => Promise<HttpResponse>;
  /** Returns how many requests of a method may be under way now at a URL's origin. */
  readonly atOnce: (url: URL, method: HttpRequest["method"]) => number;
  /** Waits for so many ms, which takes nobody's turn. */
  readonly pause: (ms: number) => Promise<void>;
  /** Sends nothing more: what waits for its turn is rejected when it comes, and pauses are over. */
  readonly close: () => void;
}

type Send = () => Promise<HttpResponse>;

// The answers that are worth another attempt (retry.ts) are also those to too many requests at once, from the registry itself or a proxy in front of it.
const REFUSALS = new Set([429, 502, 503, 504]);

/** Makes limits that start anew for each origin. @param cap most requests at once to one origin, a whole number from 1 */
export function createAdaptiveLimits(cap: number): AdaptiveLimits {
  const origins = new Map<string, Origin>();
  const closing = new AbortController();
  // Each pause is one.
  setMaxListeners(0, closing.signal);
  const paceOf = (url: URL, method: HttpRequest["method"]): LimitedRequests => {
    const origin = origins.get(url.origin) ?? createOrigin(cap);
    origins.set(url.origin, origin);
    return method === "DELETE" ? origin.deletions : origin.others;
  };
  return {
    run: ({ url, method }, send) =>
      paceOf(url, method).run(() => {
        closing.signal.throwIfAborted();
        return send();
      }),
    atOnce: (url, method) => paceOf(url, method).atOnce(),
    pause: (ms) => sleep(ms, undefined, { signal: closing.signal }).catch(() => undefined),
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
  // Both together are not to be more either; and what waits for a connection is not to look slow, nor to miss its deadline by that.
  const connections: Connections = { free: cap };
  const deletions = new Line(cap, connections);
  const others = new Line(cap, connections);
  // The others first, so that neither waits for as long as there are more of its kind.
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

interface Connections {
  free: number;
}

/** The requests of one kind that wait for their turn. As soon as one may go, the first goes, and no promise stands between: thousands go through here. */
class Line implements LimitedRequests {
  onEnd: () => void = () => undefined;
  #pace: Concurrency;
  readonly #connections: Connections;
  /** Each is told the pace's generation when it is its turn. */
  readonly #waiting: ((generation: number) => void)[] = [];

  constructor(cap: number, connections: Connections) {
    this.#pace = newConcurrency(cap);
    this.#connections = connections;
  }

  atOnce(): number {
    return this.#pace.limit;
  }

  async run(send: Send): Promise<HttpResponse> {
    const generation = this.#isFree() ? this.#begin() : await this.#turn();
    let isRefused = false;
    try {
      const response = await send();
      isRefused = REFUSALS.has(response.status);
      return response;
    } catch (error) {
      // An answer that is none was an answer in time.
      isRefused = !(error instanceof RegistryError);
      throw error;
    } finally {
      this.#connections.free += 1;
      this.#pace = ended(this.#pace, { now: performance.now(), generation, isRefused });
      this.onEnd();
    }
  }

  /** Starts the requests that may go now. */
  serve(): void {
    while (this.#waiting.length > 0 && this.#isFree()) this.#waiting.shift()?.(this.#begin());
  }

  #isFree(): boolean {
    return this.#connections.free > 0 && this.#pace.underWay < this.#pace.limit;
  }

  #begin(): number {
    this.#connections.free -= 1;
    this.#pace = begun(this.#pace, performance.now());
    return this.#pace.generation;
  }

  #turn(): Promise<number> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}
