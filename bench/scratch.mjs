import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { removeOnExit } from "../scripts/leftovers.mjs";

/** @type {string | undefined} */
let folder;

/** The path of this process's temporary folder, which is removed when the process ends. */
export function scratch() {
  if (folder === undefined) {
    const made = mkdtempSync(join(tmpdir(), "bench-"));
    // A storage has some 100,000 files, and rm takes a fraction of the time of rmSync.
    removeOnExit(() => spawnSync("rm", ["-rf", made]));
    folder = made;
  }
  return folder;
}
