import { spawnSync } from "node:child_process";
import { accessSync, constants, mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { freemem } from "node:os";
import { join } from "node:path";

const SHARED_MEMORY = "/dev/shm";
const GIBIBYTE = 1024 ** 3;
// The tests took half a gibibyte at once. A container has 64 MiB of it where nobody asked for more.
const LEAST_FREE = 2 * GIBIBYTE;
const LEAST_MEMORY = 4 * GIBIBYTE;

/**
 * Returns a folder in memory for the tests' temporary files; undefined where there is none that has room and lets programs run.
 * Registries, engines and journals flush what they write, and a disk took a third of the tests' time for that.
 */
export function memoryFolder(): string | undefined {
  if (process.env["TMPDIR"] !== undefined) return undefined; // somebody has chosen
  try {
    accessSync(SHARED_MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(SHARED_MEMORY);
    const hasRoom = bavail * bsize >= LEAST_FREE && freemem() >= LEAST_MEMORY;
    return hasRoom && runsPrograms(SHARED_MEMORY) ? SHARED_MEMORY : undefined;
  } catch {
    return undefined; // another system than Linux
  }
}

/** True if the folder is not mounted with `noexec`, as a container's often is. */
function runsPrograms(folder: string): boolean {
  const own = mkdtempSync(join(folder, "exec-"));
  try {
    const program = join(own, "program");
    writeFileSync(program, "#!/bin/sh\n", { mode: 0o755 });
    return spawnSync(program).status === 0;
  } finally {
    rmSync(own, { recursive: true });
  }
}
