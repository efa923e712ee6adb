import { setTimeout as sleep } from "node:timers/promises";
import type { RegistryHost } from "../../registry/distribution/host.js";
import type { Liveness } from "../../registry/distribution/liveness.js";

/**
 * Looks again and again if a registry answers.
 * @param every milliseconds between two looks
 * @returns a function that ends it, and resolves when no look is under way any more
 */
export function watchLiveness(
  host: RegistryHost,
  every: number,
  onLiveness: (liveness: Liveness) => void,
): () => Promise<void> {
  const over = new AbortController();
  // A look that fails says nothing of the registry, and ends nothing: least of all before the registry is started again.
  const look = async (): Promise<void> => {
    onLiveness(await host.liveness());
  };
  const watching = (async (): Promise<void> => {
    while (!over.signal.aborted) {
      await look().catch(() => undefined);
      await sleep(every, undefined, { signal: over.signal }).catch(() => undefined);
    }
  })();
  return () => {
    over.abort();
    return watching;
  };
}
