import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { unpackDebian } from "./debian.mjs";
import { MARK, sweepEngine } from "./engine-sweep.mjs";
import { removeOnExit } from "./leftovers.mjs";
import { tryLock } from "./lock.mjs";
import { lastErrorLine } from "./programs.mjs";
import { makeBaseImage, makeRegistryImage } from "./registry-image.mjs";
import { runServer } from "./run-server.mjs";

/**
 * A running Docker engine for these tests alone.
 * @typedef {object} Engine
 * @property {string} dockerHost its socket, in the form of DOCKER_HOST
 * @property {string} docker the path of a client
 * @property {{ DOCKER_HOST: string, DOCKER_CONFIG: string, PATH: string }} env variables that make `docker` talk to this engine only
 * @property {(args: string[]) => Promise<{ stdout: string, stderr: string }>} run runs the client; rejects if the client fails
 * @property {(tag: string, image?: import("./registry-image.mjs").RegistryImage) => Promise<void>} buildRegistryImage
 * @property {(tag: string, binary: string) => Promise<void>} buildBaseImage makes an image of a shell and the libraries that the binary needs
 * @property {string} directory holds all of its files
 * @property {() => string} logs the daemon's output so far
 * @property {() => Promise<void>} stop ends its containers, and removes everything that it made
 */

/**
 * A place for an engine, with a bridge and a subnet. There are several, so that engines can run side by side.
 * @typedef {{ number: number, bridge: string, release: () => void }} Slot
 */

const execute = promisify(execFile);
const PACKAGES = ["docker.io", "containerd", "runc", "iptables", "busybox-static"];
const SLOTS = 16;

/**
 * Starts a Docker engine of its own, from Debian's packages, which it unpacks into .cache/ (nothing is installed). Its
 * socket, images and containers are in a temporary directory, its network is a bridge of its own, and no firewall rule
 * is made: ports are published by docker-proxy. Engines can run side by side.
 * @param {{ say?: (line: string) => void }} [options] `say` is called before a slow step, and with the reason if no engine can run
 * @returns {Promise<Engine | undefined>} undefined if it can't run, for example without root's rights
 */
export async function startEngine({ say = () => {} } = {}) {
  if (process.platform !== "linux" || process.getuid?.() !== 0) {
    say("A Docker engine can't be started: that takes Linux, and root's rights");
    return undefined;
  }
  try {
    const root = await unpackDebian(PACKAGES, "docker-engine", say);
    return await start(root, await takeSlot());
  } catch (error) {
    say(`A Docker engine can't be started: ${lastErrorLine(error)}`);
    return undefined;
  }
}

/** @returns {Promise<Slot>} */
async function takeSlot() {
  for (let number = 0; number < SLOTS; number++) {
    const release = await tryLock(`engine.${number}`);
    if (release) return { number, bridge: `prune-test${number}`, release };
  }
  throw new Error(`${SLOTS} engines run already`);
}

/**
 * @param {string} root
 * @param {Slot} slot
 * @returns {Promise<Engine>}
 */
async function start(root, slot) {
  const busybox = join(root, "bin/busybox");
  const prefix = `prune-engine${slot.number}-`;
  const sweep = (/** @type {string} */ directory) => sweepEngine({ directory, bridge: slot.bridge, busybox });
  // Removes what an engine left whose owner was killed: nobody uses it, because the slot was free.
  for (const name of readdirSync(tmpdir())) if (name.startsWith(prefix)) sweep(join(tmpdir(), name));
  const directory = mkdtempSync(join(tmpdir(), prefix));
  const forget = removeOnExit(() => sweep(directory));
  const clear = () => {
    sweep(directory);
    forget();
    slot.release();
  };
  try {
    await makeBridge(busybox, slot);
    const engine = clientOf(root, directory);
    const running = await startDaemon(root, directory, { bridge: slot.bridge, engine });
    const tools = { work: directory, busybox, docker: engine.run };
    const stop = async () => {
      await removeContainers(engine.run).catch(() => {}); // if the daemon is down, `clear` removes them
      await Promise.race([running.stop(), sleep(20_000, undefined, { ref: false })]);
      clear();
    };
    let stopping = /** @type {Promise<void> | undefined} */ (undefined);
    return {
      ...engine,
      directory,
      buildRegistryImage: (tag, image = {}) => makeRegistryImage(tools, tag, image),
      buildBaseImage: (tag, binary) => makeBaseImage(tools, tag, binary),
      logs: running.logs,
      stop: () => (stopping ??= stop()),
    };
  } catch (error) {
    clear();
    throw error;
  }
}

/**
 * Makes the slot's bridge. Its subnet belongs to 198.18.0.0/15, which is reserved for tests, so that it hides no real network.
 * @param {string} busybox
 * @param {Slot} slot
 */
async function makeBridge(busybox, { number, bridge }) {
  await execute(busybox, ["ip", "link", "delete", bridge]).catch(() => {}); // left by an owner that was killed
  await execute(busybox, ["ip", "link", "add", "name", bridge, "type", "bridge"]);
  await execute(busybox, ["ip", "address", "add", `198.18.${number}.1/24`, "dev", bridge]);
  await execute(busybox, ["ip", "link", "set", bridge, "up"]);
}

/**
 * @param {string} root
 * @param {string} directory
 * @returns {Pick<Engine, "dockerHost" | "docker" | "env" | "run">}
 */
function clientOf(root, directory) {
  const dockerHost = `unix://${join(directory, "d.sock")}`;
  const docker = join(root, "usr/bin/docker");
  const path = [join(root, "usr/bin"), join(root, "usr/sbin"), process.env["PATH"]].join(":");
  const env = { DOCKER_HOST: dockerHost, DOCKER_CONFIG: join(directory, "client"), PATH: path };
  const options = { env: { ...withoutDocker(), ...env }, maxBuffer: 2 ** 26 };
  return { dockerHost, docker, env, run: (args) => execute(docker, args, options) };
}

/**
 * Removes all containers by force: the daemon would give each of them ten seconds to end.
 * @param {Engine["run"]} run
 */
async function removeContainers(run) {
  const { stdout } = await run(["ps", "--all", "--quiet"]);
  const ids = stdout.split("\n").filter((id) => id !== "");
  if (ids.length > 0) await run(["rm", "--force", "--volumes", ...ids]);
}

/** The environment without the variables that lead a client to another engine. */
function withoutDocker() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("DOCKER_")));
}

/**
 * @param {string} root
 * @param {string} directory
 * @param {{ bridge: string, engine: Pick<Engine, "env" | "dockerHost" | "run"> }} options
 * @returns {Promise<import("./run-server.mjs").Running>}
 * @throws {Error} with the last line of its output
 */
async function startDaemon(root, directory, { bridge, engine }) {
  const config = join(directory, "daemon.json"); // an empty one, so that dockerd does not read the machine's
  await writeFile(config, "{}");
  const [data, exec, pid] = ["data", "exec", "d.pid"].map((name) => join(directory, name));
  const args = [
    ...["--config-file", config, "--host", engine.dockerHost, "--bridge", bridge],
    ...[`--data-root=${data}`, `--exec-root=${exec}`, `--pidfile=${pid}`],
    ...["--shutdown-timeout=2", "--iptables=false", "--ip6tables=false", "--ip-masq=false"],
    ...[`--cgroup-parent=/${directory.split("/").at(-1)}`, "--exec-opt=native.cgroupdriver=cgroupfs"],
  ];
  const env = { ...withoutDocker(), ...engine.env, [MARK]: directory };
  const running = runServer(join(root, "usr/sbin/dockerd"), args, env);
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline && !running.ended()) {
    const isUp = await engine.run(["version"]).then(
      () => true,
      () => false,
    );
    if (isUp) return running;
    await sleep(50);
  }
  throw new Error(`dockerd did not start. ${running.logs().trim().split("\n").at(-1)}`);
}
