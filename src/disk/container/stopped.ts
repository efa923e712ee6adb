import { setTimeout as sleep } from "node:timers/promises";
import type { CollectionStep } from "../../core/result/event.js";
import { PruneError } from "../../core/base/errors.js";
import type { RegistryHost } from "../../registry/distribution/host.js";
import type { Engine } from "./engine.js";
import { watchLiveness } from "../script/watch-liveness.js";

/** A registry in a container that can be stopped and started again. */
export interface StoppableRegistry {
  readonly engine: Engine;
  /** The container's name, as a person starts it by hand. */
  readonly name: string;
  readonly host: RegistryHost;
  readonly say: (step: CollectionStep) => void;
  /** Aborts when the run is told to stop. */
  readonly stop: AbortSignal | undefined;
  /** Waits so many milliseconds; a test need not. */
  readonly pause?: ((milliseconds: number) => Promise<unknown>) | undefined;
}

/** An error because the registry could not be started again: the one failure that must be dealt with at once. */
export class StillStoppedError extends PruneError {
  override readonly name = "StillStoppedError";
}

const STOP_MS = 120_000;
// Time for the registry to be down after the engine says that the container has stopped: what still answers then is something else.
const DOWN_MS = 5_000;
const UP_MS = 120_000;
const POLL_MS = 250;
const WATCH_MS = 1000;
const START_ATTEMPTS = 5;

/**
 * Stops a registry, does `work`, and starts the registry again whatever happens. The signal that `work` gets aborts if the run is told to stop, or if
 * the registry answers meanwhile: a second replica, Swarm or systemd has started one, and a push to it would lose what it sends.
 * @throws {StillStoppedError} where it does not come back; else what `work` throws, or why it was not begun
 */
export async function whileStopped<T>(
  registry: StoppableRegistry,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const result = await doStopped(registry, work).then(
    (value) => ({ kind: "done", value }) as const,
    (error: unknown) => ({ kind: "failed", error }) as const,
  );
  try {
    await startAgain(registry);
  } catch (error) {
    if (!(error instanceof PruneError) || result.kind === "done") throw error;
    const before = result.error instanceof Error ? result.error.message : "the work on it failed";
    throw new StillStoppedError(`${error.message} (before that: ${before})`, error.nextStep);
  }
  if (result.kind === "failed") throw result.error;
  return result.value;
}

async function doStopped<T>(
  registry: StoppableRegistry,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { engine, name, say, stop, host, pause = sleep } = registry;
  throwIfStopped(stop);
  say({ kind: "stopping", container: name, program: engine.program });
  await engine.run(["container", "stop", name], { timeout: STOP_MS });
  throwIfStopped(stop);
  await proveDown(host, pause);
  say({ kind: "down" });
  const up = new AbortController();
  const endWatch = watchLiveness(host, WATCH_MS, ({ kind }) => {
    if (kind === "up") up.abort(stillUp(host.name));
  });
  const signals = [up.signal, ...(stop === undefined ? [] : [stop])];
  try {
    const value = await work(AbortSignal.any(signals));
    // A registry that came up just before the end may have taken a push as well.
    await proveDown(host, pause);
    return value;
  } catch (error) {
    throw stop !== undefined && error === stop.reason ? toldToStop() : error;
  } finally {
    await endWatch();
  }
}

function throwIfStopped(stop: AbortSignal | undefined): void {
  if (stop?.aborted === true) throw toldToStop();
}

function toldToStop(): PruneError {
  return new PruneError(
    "told to stop before the garbage was collected",
    "The registry was started again. What is not collected now is collected the next time.",
  );
}

/**
 * Waits until nothing answers at a registry's address.
 * @throws {PruneError} if anything still answers, or it can't be told
 */
async function proveDown(
  host: RegistryHost,
  pause: (milliseconds: number) => Promise<unknown>,
): Promise<void> {
  const deadline = Date.now() + DOWN_MS;
  for (;;) {
    const liveness = await host.liveness();
    if (liveness.kind === "down") return;
    if (Date.now() > deadline) {
      throw liveness.kind === "up" ? stillUp(host.name) : unsure(host.name, liveness.why);
    }
    await pause(POLL_MS);
  }
}

function stillUp(host: string): PruneError {
  return new PruneError(
    `${host} still answers after its container was stopped, or answered again meanwhile: something else serves the same images, or starts it again ` +
      "(a second replica, Swarm, systemd, a script)",
    "Collecting while anybody can push corrupts images. Find what serves it, and stop that by gc-command. " +
      "If a push ended well in these seconds, push it again.",
  );
}

function unsure(host: string, why: string): PruneError {
  return new PruneError(
    `it can't be seen that ${host} is down: ${why}`,
    "Name the registry by an address that refuses connections, or answers 502 or 503, when it is stopped.",
  );
}

/**
 * Starts a registry's container and waits until it answers.
 * @throws {StillStoppedError} where it does not
 */
export async function startAgain({
  engine,
  name,
  host,
  say,
  pause = sleep,
}: Omit<StoppableRegistry, "stop">): Promise<void> {
  say({ kind: "starting", container: name });
  for (let attempt = 1; ; attempt += 1) {
    try {
      await engine.run(["container", "start", name], { timeout: STOP_MS });
      break;
    } catch (error) {
      if (!(error instanceof PruneError)) throw error;
      if (attempt === START_ATTEMPTS) throw stillStopped(engine, name, error.message);
      await pause(1000 * attempt);
    }
  }
  const deadline = Date.now() + UP_MS;
  for (;;) {
    const liveness = await host.liveness();
    if (liveness.kind === "up") break;
    if (Date.now() > deadline) {
      throw stillStopped(
        engine,
        name,
        liveness.kind === "down" ? `${host.name} does not answer (${liveness.how})` : liveness.why,
      );
    }
    await pause(POLL_MS);
  }
  say({ kind: "up" });
}

function stillStopped({ program }: Engine, name: string, why: string): StillStoppedError {
  return new StillStoppedError(
    `THE REGISTRY IS NOT BACK: ${why}`,
    `Start it by hand now: ${program} start ${name}; ${program} logs ${name} says what is wrong. The next run tries it too.`,
  );
}
