import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** The requests that went through a network, and the longest chain of them in which each waited for an answer. @typedef {{ requests: number, waves: number }} Traffic */

/** A network between a client and a registry. @typedef {{ host: string, take: () => Promise<Traffic>, stop: () => void }} Network */

/**
 * Puts a network in front of a registry, in a process of its own, so that it takes no time of who is measured.
 * @param {string} url the registry's
 * @param {number} rttMs
 * @returns {Promise<Network>} `take` resolves to what went through since it was called last
 */
export async function startNetwork(url, rttMs) {
  const child = fork(fileURLToPath(new URL("delay-proxy.mjs", import.meta.url)), [url, `${rttMs}`]);
  const [port] = /** @type {[number]} */ (await once(child, "message"));
  return {
    host: `127.0.0.1:${port}`,
    take: async () => {
      const answer = once(child, "message");
      child.send("take");
      const [traffic] = /** @type {[Traffic]} */ (await answer);
      return traffic;
    },
    stop: () => child.disconnect(),
  };
}
