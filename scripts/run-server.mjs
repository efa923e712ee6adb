import { spawn } from "node:child_process";
import { once } from "node:events";
import http from "node:http";
import https from "node:https";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { whenLeaving } from "./leftovers.mjs";

/**
 * A server's process or container. `logs` is what it wrote so far.
 * @typedef {{ logs(): string, ended(): boolean, stop(): Promise<unknown> }} Running
 */

/**
 * A port of 127.0.0.1 that nothing listens on. Another process may still be faster to take it.
 * @returns {Promise<number>}
 */
export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  server.close();
  await once(server, "close");
  return port;
}

/**
 * Runs a server's program, which does not outlive this process.
 * @param {string} binary
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Running}
 */
export function runServer(binary, args, env) {
  const child = spawn(binary, args, { env });
  const forget = whenLeaving(() => child.kill("SIGKILL"));
  const { logs, ended, end } = follow(child);
  const stop = () => {
    child.kill("SIGTERM");
    return end.then(forget);
  };
  return { logs, ended, stop };
}

/** @param {import("node:child_process").ChildProcessWithoutNullStreams} child */
export function follow(child) {
  let logs = "";
  let ended = false;
  child.stdout.on("data", (chunk) => (logs += chunk));
  child.stderr.on("data", (chunk) => (logs += chunk));
  child.on("error", (error) => (logs += error.message));
  const end = new Promise((resolve) => child.on("close", resolve)).then(() => (ended = true));
  return { logs: () => logs, ended: () => ended, end };
}

/**
 * Waits until a server answers, with whatever status. Published ports of containers are best waited for with this: the
 * proxy in front takes connections before the server does, and where it drops one, `fetch` of Node 20 may wait for ever.
 * @param {Pick<Running, "ended">} running
 * @param {string} url
 * @returns {Promise<boolean>} false where it ended, or gave no answer for 20 s
 */
export async function isUp(running, url) {
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline && !running.ended()) {
    if (await answers(url)) return !running.ended();
    await sleep(20);
  }
  return false;
}

/**
 * A server that wants a client's certificate answers with a TLS error.
 * @param {string} url
 * @returns {Promise<boolean>}
 */
function answers(url) {
  const options = { agent: false, timeout: 2000, rejectUnauthorized: false };
  return new Promise((resolve) => {
    const request = (url.startsWith("https:") ? https : http).get(url, options, (response) => {
      response.resume();
      resolve(true);
    });
    request.on("timeout", () => request.destroy());
    request.on("error", (error) => resolve("code" in error && String(error.code).startsWith("ERR_SSL")));
  });
}
