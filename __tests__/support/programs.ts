import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { DOOR_NODE } from "./doors.js";

/** The command line as it is built. */
export const CLI = resolve("dist/cli.js");

/** Writes a program of one line of shell into a folder. */
export async function writeProgram(folder: string, name: string, line: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), `#!/bin/sh\n${line}\n`, { mode: 0o755 });
}

/** Writes a `docker` that knows what the examples ask of it, with this Node, which need not be on the PATH. */
export async function writeDocker(folder: string): Promise<void> {
  const script = resolve("__tests__/support/stand-ins/docker.mjs");
  await writeProgram(folder, "docker", `CLI="${CLI}" exec "${DOOR_NODE}" "${script}" "$@"`);
}

/** Writes an `npx` that knows this package alone. It runs the command line as it is built. */
export async function writeNpx(folder: string): Promise<void> {
  const known = `[ "$1 $2" = "--yes prune-image-tags@0" ] || { echo "npx: unknown: $1 $2" >&2; exit 97; }`;
  await writeProgram(folder, "npx", `${known}\nshift 2\nexec "${DOOR_NODE}" "${CLI}" "$@"`);
}
