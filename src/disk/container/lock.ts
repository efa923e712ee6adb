import { setTimeout as sleep } from "node:timers/promises";
import { PruneError } from "../../core/base/errors.js";
import { type Engine, EngineError } from "./engine.js";
import { isAlive, readLockOwner, thisProcess, writeLockOwner } from "./lock-owner.js";
import { lockName } from "./names.js";
import { createOneOff, endOneOff, removeOneOff } from "./one-off.js";
import type { RegistrySite } from "./site.js";

/**
 * The lock for a garbage collection, which is the one-off container that collects: an engine gives a name only once. It is created before the
 * registry is stopped and removed after the registry answers again. So whoever finds one whose owner is gone knows that the registry may have been
 * left stopped.
 */
export interface CollectionLock {
  /** The one-off's name. */
  readonly name: string;
  /** True if another owner had left it behind. */
  readonly wasRecovered: boolean;
}

/** The settings and listeners for taking a lock. */
export interface LockOptions {
  /** The name of this run. The post step knows it too, and so recovers what this run left and nothing else. */
  readonly run: string;
  /** The longest time that the owner may need, in milliseconds: a lock that is older was left behind. */
  readonly longest: number;
  readonly onWait: () => void;
  readonly signal: AbortSignal | undefined;
}

/** A lock that was found. */
interface FoundLock {
  readonly id: string;
  readonly run: string;
  readonly isHeld: boolean;
}

const LABEL = "prune-image-tags";
const POLL_MS = 500;

/**
 * Takes the lock. Waits for another owner, and takes over a lock that was left behind.
 * @throws {PruneError} where it is told to stop while it waits, or the engine refuses
 */
export async function takeLock(site: RegistrySite, options: LockOptions): Promise<CollectionLock> {
  const { engine, container } = site;
  const name = lockName(container.name);
  const owner = await thisProcess();
  let wasRecovered = false;
  for (;;) {
    const left = await waitForLock(engine, container.name, options);
    if (left !== undefined) {
      await removeLeft(engine, left);
      wasRecovered = true;
    }
    const labels = {
      [`${LABEL}.run`]: options.run,
      [`${LABEL}.expires`]: String(Date.now() + options.longest),
      ...(owner === undefined ? {} : { [`${LABEL}.holder`]: writeLockOwner(owner) }),
    };
    try {
      await createOneOff(site, { name, isDryRun: false, labels });
      return { name, wasRecovered };
    } catch (error) {
      // Another run was faster: its container bears the name, and not the mark of this run.
      const found = await findLock(engine, name);
      const isOurs = found?.run === options.run;
      if (isOurs) await removeOneOff(engine, found.id);
      if (!(error instanceof EngineError) || found === undefined || isOurs) throw error;
    }
  }
}

/** A lock whose owner is gone. Its collection has ended: nothing writes to the registry's storage any more. */
export interface LeftLock {
  readonly id: string;
}

/**
 * Waits until nobody holds the lock.
 * @returns the one that was left behind, if there is one
 * @throws {PruneError} where it is told to stop meanwhile
 */
export async function waitForLock(
  engine: Engine,
  container: string,
  { onWait, signal }: Pick<LockOptions, "onWait" | "signal">,
): Promise<LeftLock | undefined> {
  let isWaiting = false;
  for (;;) {
    const found = await findLock(engine, lockName(container));
    if (found === undefined) return undefined;
    if (!found.isHeld) return endLeft(engine, found);
    if (!isWaiting) onWait();
    isWaiting = true;
    if (signal?.aborted === true) {
      throw new PruneError(
        `told to stop while another run collects the garbage of ${container}`,
        "That run starts the registry again; run again.",
      );
    }
    await sleep(POLL_MS);
  }
}

/** Finds the lock that a run has left behind, even if its owner seems to be alive. It is for the step that cleans up after that run. */
export async function findLeftBy(
  engine: Engine,
  container: string,
  run: string,
): Promise<LeftLock | undefined> {
  const found = await findLock(engine, lockName(container));
  return found?.run === run ? endLeft(engine, found) : undefined;
}

/** Removes a lock that was left behind, after the registry was started or just before a new lock is taken. */
export async function removeLeft(engine: Engine, { id }: LeftLock): Promise<void> {
  try {
    // Removed by its id, because another container may take the name at once.
    await removeOneOff(engine, id);
  } catch (error) {
    // Of two runs that wait for the same lock, the other one may have removed it.
    if ((await engine.inspect(id)) !== undefined) throw error;
  }
}

/** Removes a run's own lock. */
export async function releaseLock(engine: Engine, container: string, run: string): Promise<void> {
  const left = await findLeftBy(engine, container, run);
  if (left !== undefined) await removeLeft(engine, left);
}

/** Ends a collection whose owner is gone, because the engine goes on with it. */
async function endLeft(engine: Engine, { id }: FoundLock): Promise<LeftLock> {
  await endOneOff(engine, id, 0);
  return { id };
}

async function findLock(engine: Engine, name: string): Promise<FoundLock | undefined> {
  const inspected = await engine.inspect(name);
  if (inspected === undefined) return undefined;
  const { labels, id } = readLock(inspected);
  const run = labels[`${LABEL}.run`];
  if (run === undefined) {
    throw new PruneError(
      `there is a container ${name} that this program has not made`,
      "Its name is the lock for collecting garbage; rename it. Nothing was stopped.",
    );
  }
  const owner = readLockOwner(labels[`${LABEL}.holder`] ?? "");
  const isSeenAlive = owner === undefined ? undefined : await isAlive(owner);
  // The process can't be looked up from another machine or process namespace: then only the time tells.
  const isHeld = isSeenAlive ?? Date.now() < Number(labels[`${LABEL}.expires`]);
  return { id, run, isHeld };
}

interface Inspected {
  readonly Id?: string;
  readonly Config?: { readonly Labels?: Readonly<Record<string, string>> | null };
}

function readLock(inspected: Inspected): {
  readonly id: string;
  readonly labels: Readonly<Record<string, string | undefined>>;
} {
  const { Id: id = "", Config: config } = inspected;
  return { id, labels: config?.Labels ?? {} };
}
