import { execFile, spawn, spawnSync } from "node:child_process";
import { promisify } from "node:util";
import { removeOnExit } from "./leftovers.mjs";
import { follow, runServer } from "./run-server.mjs";

/** @typedef {import("./run-server.mjs").Running & { port: number }} Running a registry's process or container */

const run = promisify(execFile);

/**
 * The environment for a registry's program, without REGISTRY_…, which it would take for its configuration, and without
 * AWS_CA_BUNDLE, with which 2.8 on S3 panics.
 * @returns {NodeJS.ProcessEnv}
 */
export function registryEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(REGISTRY_|AWS_CA_BUNDLE$)/.test(name)),
  );
}

/**
 * Runs a registry's binary.
 * @param {string} binary
 * @param {string} config the path of its configuration, which makes it listen on `port`
 * @param {number} port
 * @param {string} [trusts] a file of certificates, instead of the system's
 * @returns {Running}
 */
export function runProcess(binary, config, port, trusts) {
  const env = { ...registryEnvironment(), ...(trusts && { SSL_CERT_FILE: trusts }) };
  return { port, ...runServer(binary, ["serve", config], env) };
}

/**
 * Runs registry:2 in a container. Docker chooses the port.
 * @param {string} docker
 * @param {string} config the path of its configuration, which makes it listen on port 5000
 * @param {string[]} paths are mounted at the same paths as on this machine
 * @returns {Promise<Running>}
 * @throws {Error} with Docker's message
 */
export async function runContainer(docker, config, paths) {
  const mounts = [`${config}:/etc/docker/registry/config.yml:ro`, ...paths.map((path) => `${path}:${path}`)];
  const user = `${process.getuid?.() ?? 0}:${process.getgid?.() ?? 0}`;
  const options = ["--detach", "--rm", "--user", user, "--publish", "127.0.0.1::5000"];
  const volumes = mounts.flatMap((mount) => ["--volume", mount]);
  const id = (await run(docker, ["run", ...options, ...volumes, "registry:2"])).stdout.trim();
  const forget = removeOnExit(() => spawnSync(docker, ["kill", id]));
  const published = (await run(docker, ["port", id, "5000/tcp"])).stdout;
  const { logs, ended, end } = follow(spawn(docker, ["logs", "--follow", id]));
  const stop = async () => {
    await run(docker, ["stop", id]).catch(() => {}); // it may have ended by itself
    await end;
    forget();
  };
  return { port: Number(/:(\d+)\s*$/.exec(published)?.[1]), logs, ended, stop };
}
