import { findLeftBy, removeLeft, waitForLock } from "./lock.js";
import { inspectContainer } from "./site.js";
import { startAgain, type StoppableRegistry } from "./stopped.js";

/**
 * Waits while another run has a registry stopped. Starts a registry again that a killed run has left stopped.
 * @throws {PruneError} where it is told to stop meanwhile, or the registry does not come back
 */
export async function recover(registry: StoppableRegistry): Promise<void> {
  const { engine, name, say, stop } = registry;
  const left = await waitForLock(engine, name, {
    onWait: () => {
      say({ kind: "waiting", container: name });
    },
    signal: stop,
  });
  if (left === undefined) return;
  say({ kind: "recovered", container: name });
  await startAgain(registry);
  // The lock is removed last: if this run were killed before, the next one would find it.
  await removeLeft(engine, left);
}

/**
 * Ends what the run of this name has left behind, and starts the registry that it stopped. It is for the step that runs after that run was killed.
 * @returns true if there was anything
 * @throws {PruneError} where the registry does not start
 */
export async function cleanUp(
  registry: Omit<StoppableRegistry, "host" | "stop">,
  run: string,
): Promise<boolean> {
  const { engine, name, say } = registry;
  const left = await findLeftBy(engine, name, run);
  if (left === undefined) return false;
  const { isRunning } = await inspectContainer(engine, name);
  if (!isRunning) {
    say({ kind: "starting", container: name });
    await engine.run(["container", "start", name]);
  }
  await removeLeft(engine, left);
  return true;
}
