import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { whenLeaving } from "../scripts/leftovers.mjs";

/** @type {string | undefined} */
let folder;

/** The folder for all that this process leaves on the disk; it goes when the process ends. */
export function scratch() {
  if (folder === undefined) {
    const made = mkdtempSync(join(tmpdir(), "bench-"));
    // Some 100,000 files of a storage: rm takes a fraction of the time that rmSync does.
    whenLeaving(() => spawnSync("rm", ["-rf", made]));
    folder = made;
  }
  return folder;
}
