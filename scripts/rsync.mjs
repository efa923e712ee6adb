import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { unpackDebian } from "./debian.mjs";
import { lastErrorLine, onPath } from "./programs.mjs";

/**
 * Finds rsync, with which gitlab-ci-local copies files: on PATH, or in Debian's packages, which it unpacks into .cache/.
 * @param {(line: string) => void} say is called before a slow step, and with the reason if there is none
 * @returns {Promise<{ program: string, libraries: string } | undefined>} the folder of its libraries is empty where the system's are meant
 */
export async function findRsync(say) {
  const program = onPath("rsync");
  if (program) return { program, libraries: "" };
  try {
    const root = await unpackDebian(["rsync", "libpopt0", "libxxhash0"], "rsync", say);
    const [machine = ""] = await readdir(join(root, "usr/lib"));
    return { program: join(root, "usr/bin/rsync"), libraries: join(root, "usr/lib", machine) };
  } catch (error) {
    say(`There is no rsync, and it can't be unpacked: ${lastErrorLine(error)}`);
    return undefined;
  }
}
