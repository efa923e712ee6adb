import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Engine } from "../../scripts/docker-engine.mjs";

/** A wrapper around the real `docker` that can cause faults, as a proxy does for a registry. */
export interface WrappedDocker {
  /** A PATH on which `docker` is the wrapper. */
  readonly path: string;
  /** Every command so far, without `docker`. */
  readonly commands: () => Promise<readonly string[]>;
  /** From now on, does `then` (shell) before a command that matches `pattern` (a shell pattern of the whole command). */
  readonly before: (pattern: string, then: string) => Promise<void>;
  /** Removes all faults. */
  readonly heal: () => Promise<void>;
}

/** Makes a wrapper, and puts it on this process's PATH until the test ends. */
export async function wrapDocker(engine: Engine): Promise<WrappedDocker> {
  const folder = await mkdtemp(join(tmpdir(), "prune-docker-"));
  const [rules, log] = [join(folder, "rules"), join(folder, "log")];
  await mkdir(rules);
  await writeFile(log, "");
  const script = [
    "#!/bin/sh",
    `echo "$*" >> "${log}"`,
    `for rule in "${rules}"/*; do if [ -f "$rule" ]; then . "$rule"; fi; done`,
    `exec "${engine.docker}" "$@"`,
  ].join("\n");
  await writeFile(join(folder, "docker"), script);
  await chmod(join(folder, "docker"), 0o755);
  const before = process.env["PATH"] ?? "";
  const path = `${folder}:${before}`;
  process.env["PATH"] = path;
  let count = 0;
  onTestFinished(async () => {
    process.env["PATH"] = before;
    await rm(folder, { recursive: true, force: true });
  });
  return {
    path,
    commands: async () => (await readFile(log, "utf8")).split("\n").filter((line) => line !== ""),
    before: async (pattern, then) => {
      count += 1;
      await writeFile(join(rules, String(count)), `case "$*" in ${pattern}) ${then} ;; esac\n`);
    },
    heal: async () => {
      await rm(rules, { recursive: true });
      await mkdir(rules);
    },
  };
}
