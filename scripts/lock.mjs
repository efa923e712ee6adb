import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Takes a lock that the processes of this machine share. It is a socket in Linux's abstract namespace, which the kernel
 * closes however its owner ends, so no lock is ever stale. On other systems nothing is locked.
 * @param {string} name
 * @returns {Promise<(() => void) | undefined>} a function that releases the lock; undefined if another process has it
 */
export async function tryLock(name) {
  if (process.platform !== "linux") return () => {};
  const server = createServer().unref();
  try {
    await once(server.listen(`\0prune-image-tags.${name}`), "listening");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") return undefined;
    throw error;
  }
  return () => void server.close();
}

/**
 * Takes a lock as `tryLock` does, but waits until it is free.
 * @param {string} name
 * @returns {Promise<() => void>}
 */
export async function lock(name) {
  for (;;) {
    const release = await tryLock(name);
    if (release) return release;
    await sleep(100);
  }
}
