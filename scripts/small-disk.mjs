import { execFile, spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { mkdir, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { removeOnExit } from "./leftovers.mjs";

const run = promisify(execFile);

/**
 * A file system that is soon full, mounted at `path`.
 * @typedef {{ path: string, kind: Kind, unmount: () => Promise<void> }} SmallDisk
 * @typedef {"tmpfs" | "ext4"} Kind
 */

/**
 * Mounts a small file system in a temporary directory: in memory or, if that is not possible, ext4 in a file. It is
 * unmounted at the latest when this process ends, even while files on it are open.
 * @param {{ mebibytes?: number, kinds?: Kind[], say?: (line: string) => void }} [options] default 20 MiB; `kinds` are tried in
 *   their order; `say` is called with the reason if none can be mounted
 * @returns {Promise<SmallDisk | undefined>} undefined if none can be mounted, for example without root's rights
 */
export async function makeSmallDisk({ mebibytes = 20, kinds = ["tmpfs", "ext4"], say = () => {} } = {}) {
  const reasons = [];
  for (const kind of kinds) {
    try {
      return await makeDisk(kind, mebibytes);
    } catch (error) {
      const { stderr, message } = /** @type {Error & { stderr?: string }} */ (error);
      reasons.push(`${kind}: ${(stderr || message).split("\n")[0]}`);
    }
  }
  say(`No small disk can be mounted (${reasons.join("; ")})`);
  return undefined;
}

/**
 * @param {Kind} kind
 * @param {number} mebibytes
 * @returns {Promise<SmallDisk>}
 */
async function makeDisk(kind, mebibytes) {
  const directory = await mkdtemp(join(tmpdir(), "small-disk-"));
  const path = join(directory, "disk");
  const forget = removeOnExit(() => {
    spawnSync("umount", ["--lazy", path]);
    rmSync(directory, { recursive: true, force: true });
  });
  const clear = async () => {
    await rm(directory, { recursive: true, force: true });
    forget();
  };
  try {
    await mkdir(path);
    await mount[kind](path, mebibytes, join(directory, "image"));
  } catch (error) {
    await clear();
    throw error;
  }
  let unmounted = /** @type {Promise<void> | undefined} */ (undefined);
  const unmount = async () => {
    await run("umount", [path]).catch(() => run("umount", ["--lazy", path]));
    await clear();
  };
  return { path, kind, unmount: () => (unmounted ??= unmount()) };
}

/** The function that mounts each kind. @type {Record<Kind, (path: string, mebibytes: number, image: string) => Promise<unknown>>} */
const mount = {
  tmpfs: (path, mebibytes) => run("mount", ["-t", "tmpfs", "-o", `size=${mebibytes}m`, "tmpfs", path]),
  ext4: async (path, mebibytes, image) => {
    const file = await open(image, "w");
    await file.truncate(mebibytes * 2 ** 20);
    await file.close();
    await run("mkfs.ext4", ["-q", "-F", "-m", "0", image]);
    await run("mount", ["-o", "loop", image, path]);
  },
};
