import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";

/** The environment variable that marks every process of an engine; its value is the engine's directory. */
export const MARK = "PRUNE_TEST_ENGINE";

/**
 * Removes everything that an engine made: processes, containers, mounts, control groups, its bridge, its directory. It is
 * synchronous, so it may be called while this process exits, and also for an engine whose owner was killed.
 * @param {{ directory: string, bridge: string, busybox: string }} engine its control group has the directory's name
 */
export function sweepEngine({ directory, bridge, busybox }) {
  endProcesses(directory);
  removeSockets(directory);
  unmountBelow(directory);
  const groups = "/sys/fs/cgroup";
  const hierarchies = existsSync(groups) ? ["", ...readdirSync(groups)] : [];
  for (const hierarchy of hierarchies) removeGroup(join(groups, hierarchy, basename(directory)));
  spawnSync(busybox, ["ip", "link", "delete", bridge]);
  rmSync(directory, { recursive: true, force: true });
}

/**
 * Kills all processes of an engine, again and again until none is left (at most 5 s). A container's processes are
 * recognised only by their control group.
 * @param {string} directory
 */
function endProcesses(directory) {
  const deadline = Date.now() + 5000;
  for (let found = processesOf(directory); found.length > 0; found = processesOf(directory)) {
    if (Date.now() > deadline) return;
    for (const pid of found) endProcess(pid);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
  }
}

/** @param {number} pid */
function endProcess(pid) {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

/** @param {string} directory */
function processesOf(directory) {
  const marks = [
    { file: "environ", text: `${MARK}=${directory}\0` },
    { file: "cgroup", text: `/${basename(directory)}/` },
  ];
  const processes = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && name !== String(process.pid));
  return processes
    .filter((pid) => marks.some(({ file, text }) => `${read(`/proc/${pid}/${file}`)}\0`.includes(text)))
    .filter((pid) => !/^State:\s*[ZX]/m.test(read(`/proc/${pid}/status`)))
    .map(Number);
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return ""; // the process has ended
  }
}

/**
 * Removes the sockets that containerd's shims leave outside of the directory when they are killed; each shim's folder
 * names its socket.
 * @param {string} directory
 */
function removeSockets(directory) {
  const tasks = join(directory, "exec/containerd/daemon/io.containerd.runtime.v2.task/moby");
  for (const id of existsSync(tasks) ? readdirSync(tasks) : []) {
    const [, socket] =
      /^unix:\/\/(\/run\/containerd\/s\/[0-9a-f]+)$/.exec(read(join(tasks, id, "address"))) ?? [];
    if (socket !== undefined) rmSync(socket, { force: true });
  }
}

/**
 * Unmounts everything below a directory, the deepest mount first.
 * @param {string} directory
 */
function unmountBelow(directory) {
  const points = read("/proc/self/mounts")
    .split("\n")
    .map((line) => line.split(" ")[1] ?? "");
  for (const point of points.filter((path) => path.startsWith(`${directory}/`)).reverse()) {
    spawnSync("umount", ["--lazy", point]);
  }
}

/** @param {string} group a control group's directory: only directories can be removed from it */
function removeGroup(group) {
  if (!existsSync(group)) return;
  for (const entry of readdirSync(group, { withFileTypes: true })) {
    if (entry.isDirectory()) removeGroup(join(group, entry.name));
  }
  try {
    rmdirSync(group);
  } catch {
    // A process that is still ending holds it. It is empty and does no harm.
  }
}
