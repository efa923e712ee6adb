import { execFileSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { removeOnExit } from "../scripts/leftovers.mjs";
import { findGuards, withSwitches } from "./find-guards.mjs";

/** A guard, with the number that its switch has, and its file. @typedef {import("./find-guards.mjs").Guard & { id: number, file: string }} NumberedGuard */

/** A copy of the working tree with switches at its guards, and the folder for what is found. @typedef {{ copy: string, notes: string, guards: readonly NumberedGuard[] }} GuardCopy */

/** The files of notes. */
const NOTES = ["missed", "trying", "reached", "unsound", "finished", "spent"];

const CONFIG = `
import config from "./vitest.config.js";
const test = { ...config.test, runner: "./mutation/guard-runner.mjs", reporters: ["dot"], maxWorkers: 1, fileParallelism: false };
export default { ...config, test: { ...test, cache: false } };
`;

/**
 * Makes a copy of the working tree in which the guards of these files have switches. It is removed when this process ends.
 * @param {string} root
 * @param {readonly string[]} files
 * @returns {Promise<GuardCopy>}
 */
export async function copyWithSwitches(root, files) {
  const folder = await mkdtemp(join(tmpdir(), "prune-guards-"));
  removeOnExit(() => rmSync(folder, { recursive: true, force: true }));
  const [copy, notes] = [join(folder, "copy"), join(folder, "notes")];
  await mkdir(notes);
  const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], { cwd: root });
  for (const file of String(listed).split("\0")) {
    if (file === "" || !existsSync(join(root, file))) continue;
    await mkdir(dirname(join(copy, file)), { recursive: true });
    await cp(join(root, file), join(copy, file));
  }
  await mkdir(join(root, ".cache"), { recursive: true });
  for (const shared of ["node_modules", ".cache"]) await symlink(join(root, shared), join(copy, shared));
  await writeFile(join(copy, "guards.config.ts"), CONFIG);
  /** @type {NumberedGuard[]} */
  const guards = [];
  for (const file of files) {
    const text = await readFile(join(root, file), "utf8");
    const found = findGuards(file, text).map((guard, at) => ({ ...guard, id: guards.length + at, file }));
    guards.push(...found);
    await writeFile(join(copy, file), withSwitches(text, found));
  }
  await writeFile(join(notes, "guards.json"), JSON.stringify(guards));
  for (const name of NOTES) await writeFile(join(notes, name), "");
  return { copy, notes, guards };
}
