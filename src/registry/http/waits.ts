import type { AdaptiveLimits } from "./adaptive-limits.js";
import type { HttpRequest } from "./message.js";
import { createPatience } from "./patience.js";

// Enough to look at what was deleted; whoever tells a program to stop waits for its end.
const LAST_MS = 5_000;

/** The waits between two attempts of a request. */
export interface Waits {
  /**
   * Resolves to true after so many ms, and to false where it is not to be waited for: after the signal, all waits together take a few seconds at most. A request
   * with terms of its own is not kept waiting then, for those refuse it.
   * @throws {RegistryError} where a server asks for too many
   */
  readonly wait: (request: Pick<HttpRequest, "url" | "terms">, ms: number) => Promise<boolean>;
}

/** Makes the waits of one client. @param stop ends those that go on, and bounds those that come later */
export function createWaits({ pause }: Pick<AdaptiveLimits, "pause">, stop: AbortSignal | undefined): Waits {
  const patience = createPatience();
  let left = LAST_MS;
  const isStopped = (): boolean => stop?.aborted === true;
  return {
    async wait({ url, terms }, ms) {
      const began = performance.now();
      if (!isStopped()) {
        patience.use(url, ms);
        await pause(ms, terms?.stop ?? stop);
      }
      if (!isStopped() || terms?.stop?.aborted === true) return true;
      const rest = Math.max(0, began + ms - performance.now());
      if (rest > left) return false;
      left -= rest;
      await pause(rest);
      return true;
    },
  };
}
