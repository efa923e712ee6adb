import { execFile, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import http from "node:http";
import https from "node:https";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

/**
 * A registry's process or container. `logs` is what it wrote so far; `kill` is for an exiting parent.
 * @typedef {{ port: number, logs(): string, ended(): boolean, stop(): Promise<unknown>, kill(): void }} Running
 */

const run = promisify(execFile);

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
 * Runs a registry's binary.
 * @param {string} binary
 * @param {string} config the path of its configuration, which has it listen on `port`
 * @param {number} port
 * @returns {Running}
 */
export function runProcess(binary, config, port) {
  const allowed = Object.entries(process.env).filter(([name]) => !/^(REGISTRY_|AWS_CA_BUNDLE$)/.test(name));
  const child = spawn(binary, ["serve", config], { env: Object.fromEntries(allowed) });
  const { logs, ended, end } = follow(child);
  const stop = () => {
    child.kill("SIGTERM");
    return end;
  };
  return { port, logs, ended, stop, kill: () => child.kill("SIGKILL") };
}

/**
 * Runs registry:2 in a container, whose port Docker chooses.
 * @param {string} docker
 * @param {string} config the path of its configuration, which has it listen on port 5000
 * @param {string[]} paths mounted where they are on this machine
 * @returns {Promise<Running>}
 * @throws {Error} Docker's own words
 */
export async function runContainer(docker, config, paths) {
  const mounts = [`${config}:/etc/docker/registry/config.yml:ro`, ...paths.map((path) => `${path}:${path}`)];
  const user = `${process.getuid?.() ?? 0}:${process.getgid?.() ?? 0}`;
  const options = ["--detach", "--rm", "--user", user, "--publish", "127.0.0.1::5000"];
  const volumes = mounts.flatMap((mount) => ["--volume", mount]);
  const id = (await run(docker, ["run", ...options, ...volumes, "registry:2"])).stdout.trim();
  const published = (await run(docker, ["port", id, "5000/tcp"])).stdout;
  const { logs, ended, end } = follow(spawn(docker, ["logs", "--follow", id]));
  const stop = async () => {
    await run(docker, ["stop", id]).catch(() => {}); // it may have ended by itself
    await end;
  };
  const kill = () => spawnSync(docker, ["kill", id]);
  return { port: Number(/:(\d+)\s*$/.exec(published)?.[1]), logs, ended, stop, kill };
}

/** @param {import("node:child_process").ChildProcessWithoutNullStreams} child */
function follow(child) {
  let logs = "";
  let ended = false;
  child.stdout.on("data", (chunk) => (logs += chunk));
  child.stderr.on("data", (chunk) => (logs += chunk));
  child.on("error", (error) => (logs += error.message));
  const end = new Promise((resolve) => child.on("close", resolve)).then(() => (ended = true));
  return { logs: () => logs, ended: () => ended, end };
}

/**
 * Waits until a registry answers, with whatever status.
 * @param {Running} running
 * @param {string} url
 * @returns {Promise<boolean>} false where it ended, or gave no answer for 20 s
 */
export async function isUp(running, url) {
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline && !running.ended()) {
    if (await answers(`${url}/v2/`)) return !running.ended();
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
