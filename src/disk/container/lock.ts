import { setTimeout as sleep } from "node:timers/promises";
import { PruneError } from "../../core/base/errors.js";
import { type Engine, EngineError } from "./engine.js";
import { isAlive, readLockOwner, thisProcess, writeLockOwner } from "./lock-owner.js";
import { lockName } from "./names.js";
import { createOneOff, endOneOff, removeOneOff } from "./one-off.js";
import type { RegistrySite } from "./site.js";

/**
 * The one-off container that collects is the lock: an engine gives a name once. It is created before the registry is stopped and removed after it
 * answers again, so whoever finds one whose holder is gone knows that the registry may have been left stopped.
 */
export interface CollectionLock {
  /** The one-off's name. */
  readonly name: string;
  /** Whether another holder had left it behind. */
  readonly wasRecovered: boolean;
}

/** What taking a lock needs. */
export interface LockOptions {
  /** Told to the post step, so that it recovers what this run left and nothing else. */
  readonly run: string;
  /** How long the holder may need, in milliseconds: after that a lock is one left behind. */
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
 * Takes the lock; waits for whoever holds it, and takes over one that was left behind.
 * @throws {PruneError} where it is told to stop while it waits, or the engine refuses
 */
export async function takeLock(site: RegistrySite, options: LockOptions): Promise<CollectionLock> {
  const { engine, container } = site;
  const name = lockName(container.name);
  const holder = await thisProcess();
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
      ...(holder === undefined ? {} : { [`${LABEL}.holder`]: writeLockOwner(holder) }),
    };
    try {
      await createOneOff(site, { name, isDryRun: false, labels });
      return { name, wasRecovered };
    } catch (error) {
      // Another was faster: its container bears the name, and not our mark.
      const found = await findLock(engine, name);
      const isOurs = found?.run === options.run;
      if (isOurs) await removeOneOff(engine, found.id);
      if (!(error instanceof EngineError) || found === undefined || isOurs) throw error;
    }
  }
}

/** A lock whose holder is gone. Its collection has ended: nothing writes to the registry's storage any more. */
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

/** The lock that a run has left behind, whoever holds it by its marks. For the step that cleans up after that run. */
export async function findLeftBy(
  engine: Engine,
  container: string,
  run: string,
): Promise<LeftLock | undefined> {
  const found = await findLock(engine, lockName(container));
  return found?.run === run ? endLeft(engine, found) : undefined;
}

/** Removes a lock that was left behind; the registry has been started, or there is a new lock at once. */
export async function removeLeft(engine: Engine, { id }: LeftLock): Promise<void> {
  try {
    // By its id: another may take the name at once.
    await removeOneOff(engine, id);
  } catch (error) {
    // Two that wait find the same one.
    if ((await engine.inspect(id)) !== undefined) throw error;
  }
}

/** Removes a run's own lock. */
export async function releaseLock(engine: Engine, container: string, run: string): Promise<void> {
  const left = await findLeftBy(engine, container, run);
  if (left !== undefined) await removeLeft(engine, left);
}

/** An engine goes on with a collection when whoever asked for it is gone. */
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
  const holder = readLockOwner(labels[`${LABEL}.holder`] ?? "");
  const isSeenAlive = holder === undefined ? undefined : await isAlive(holder);
  // From another machine, or another process namespace, only the time tells.
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
