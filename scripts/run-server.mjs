import { spawn } from "node:child_process";
import { once } from "node:events";
import http from "node:http";
import https from "node:https";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { removeOnExit } from "./leftovers.mjs";

/**
 * A server's process or container. `logs` returns its output so far.
 * @typedef {{ logs(): string, ended(): boolean, stop(): Promise<unknown> }} Running
 */

/**
 * A port of 127.0.0.1 on which nothing listens. Another process may take it before the caller does.
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
 * Runs a server's program; it is killed when this process ends.
 * @param {string} binary
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Running}
 */
export function runServer(binary, args, env) {
  const child = spawn(binary, args, { env });
  const forget = removeOnExit(() => child.kill("SIGKILL"));
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
 * Waits until a server answers with any status. It is safe for the published ports of containers, for which `fetch` is not:
 * Docker's proxy accepts connections before the server does, and if it drops one, `fetch` of Node 20 may wait for ever.
 * @param {Pick<Running, "ended">} running
 * @param {string} url
 * @returns {Promise<boolean>} false if it has ended, or has not answered for 20 s
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
 * True if a server answers. A TLS error counts as an answer: a server that wants a client certificate sends one.
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
