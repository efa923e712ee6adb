import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Takes a lock that processes of this machine share. It is a socket in Linux's abstract namespace, which the kernel
 * takes back however its owner ends, so no lock is ever stale. Elsewhere nothing is locked.
 * @param {string} name
 * @returns {Promise<(() => void) | undefined>} what gives it back; undefined where another process has it
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
 * As `tryLock`, and waits until the lock is free.
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
