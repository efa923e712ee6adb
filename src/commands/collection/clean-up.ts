import type { CollectionStep } from "../../core/result/event.js";
import { findEngine } from "../../disk/container/engine.js";
import { cleanUp } from "../../disk/container/recover.js";

/**
 * Starts the registry that a run of this name stopped and was killed before it started it again.
 * @returns true if that run had left anything behind
 * @throws {PruneError} where the container can't be found, or does not start
 */
export async function cleanUpAfter(
  { container, run }: { readonly container: string; readonly run: string },
  say: (step: CollectionStep) => void,
): Promise<boolean> {
  return cleanUp({ engine: await findEngine(container), name: container, say }, run);
}
