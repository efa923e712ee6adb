// npm run test:guards -- [--project unit|real] [--tests FILE]… [FILE…]: takes the guards of run/ and registry/ out, one at a
// time, in a copy, runs the tests that reach each, and names those that no test misses.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { removeOnExit } from "../scripts/leftovers.mjs";
import { findGuards, withSwitches } from "./find-guards.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    project: { type: "string", default: "unit" },
    tests: { type: "string", multiple: true, default: [] },
  },
});

const SETUP = `
import { appendFileSync } from "node:fs";
import { expect } from "vitest";
const { GUARD_OUT, GUARD_REACHED } = process.env;
const seen = new Set();
globalThis.guardIsOut = (id) => {
  if (GUARD_REACHED !== undefined) {
    const line = id + " " + (expect.getState().testPath ?? "");
    if (!seen.has(line)) appendFileSync(GUARD_REACHED, line + "\\n");
    seen.add(line);
  }
  return String(id) === GUARD_OUT;
};
`;
const CONFIG = `
import config from "./vitest.config.js";
export default { ...config, test: { ...config.test, setupFiles: ["./guards.setup.js"], reporters: ["dot"] } };
`;

/** Makes a copy of the working tree, in which guards are taken out. @returns {Promise<string>} its folder */
async function copyTree() {
  const copy = await mkdtemp(join(tmpdir(), "prune-guards-"));
  removeOnExit(() => rmSync(copy, { recursive: true, force: true }));
  const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], { cwd: root });
  for (const file of String(listed).split("\0")) {
    if (file === "" || file.startsWith("mutation/") || !existsSync(join(root, file))) continue;
    await mkdir(dirname(join(copy, file)), { recursive: true });
    await cp(join(root, file), join(copy, file));
  }
  await mkdir(join(root, ".cache"), { recursive: true });
  for (const shared of ["node_modules", ".cache"]) await symlink(join(root, shared), join(copy, shared));
  await writeFile(join(copy, "guards.setup.js"), SETUP);
  await writeFile(join(copy, "guards.config.ts"), CONFIG);
  return copy;
}

/** @returns {Promise<readonly string[]>} the files whose guards are taken out: the given ones, else all of run/ and registry/ */
async function filesToTry() {
  if (positionals.length > 0) return positionals;
  const entries = await Promise.all(
    ["src/run", "src/registry"].map(async (folder) => {
      const names = await readdir(join(root, folder), { recursive: true });
      return names.filter((name) => name.endsWith(".ts")).map((name) => join(folder, name));
    }),
  );
  return entries.flat().sort();
}

/** The time after which a run is endless, in milliseconds: twice what the tests take with all guards in. */
let most = 900_000;

/**
 * Runs tests of the copy. No run may be endless, for a guard that is out may be what ends a loop.
 * @param {string} copy
 * @param {readonly string[]} args
 * @param {Record<string, string>} env
 * @returns {Promise<boolean>} true if all passed
 */
function passes(copy, args, env) {
  return new Promise((done) => {
    const child = spawn(
      process.execPath,
      [
        "node_modules/vitest/vitest.mjs",
        ...args,
        "--config",
        "guards.config.ts",
        "--project",
        values.project,
      ],
      { cwd: copy, env: { PROPERTY_RUNS: "20", ...process.env, ...env }, stdio: "ignore", detached: true },
    );
    // With its workers, one of which may be in the loop.
    const end = () =>
      child.pid !== undefined && child.exitCode === null && process.kill(-child.pid, "SIGKILL");
    const ended = removeOnExit(end);
    const timer = setTimeout(end, most);
    const finish = (/** @type {boolean} */ passed) => {
      clearTimeout(timer);
      ended();
      done(passed);
    };
    child.once("error", () => finish(false));
    child.once("exit", (code) => finish(code === 0));
  });
}

const copy = await copyTree();
const files = await filesToTry();
/** @type {(import("./find-guards.mjs").Guard & { id: number, file: string })[]} */
const guards = [];
for (const file of files) {
  const text = await readFile(join(root, file), "utf8");
  const found = findGuards(file, text).map((guard, at) => ({ ...guard, id: guards.length + at, file }));
  guards.push(...found);
  await writeFile(join(copy, file), withSwitches(text, found));
}
console.log(`${guards.length} guards in ${files.length} files, project ${values.project}`);

const reached = join(copy, "reached");
await writeFile(reached, "");
const chosen = values.tests.length > 0 ? ["run", ...values.tests] : ["related", ...files, "--run"];
const start = Date.now();
if (!(await passes(copy, chosen, { GUARD_REACHED: reached }))) {
  throw new Error("with all guards in, a test fails: nothing can be said");
}
most = Math.max(60_000, 2 * (Date.now() - start));
/** @type {Map<number, Set<string>>} */
const tests = new Map();
for (const line of (await readFile(reached, "utf8")).split("\n").filter(Boolean)) {
  const [id = "", ...path] = line.split(" ");
  tests.set(Number(id), (tests.get(Number(id)) ?? new Set()).add(path.join(" ")));
}

const count = { missed: 0, survived: 0, unreached: 0 };
const waiting = [...guards];
async function work() {
  for (let guard = waiting.shift(); guard !== undefined; guard = waiting.shift()) {
    const files = [...(tests.get(guard.id) ?? [])];
    const outcome =
      files.length === 0
        ? "unreached"
        : (await passes(copy, ["run", "--bail", "1", ...files], { GUARD_OUT: String(guard.id) }))
          ? "survived"
          : "missed";
    count[outcome]++;
    if (outcome !== "missed") console.log(`${outcome}  ${guard.file}:${guard.line}  ${guard.shown}`);
  }
}
await Promise.all([work(), work()]);
await rm(copy, { recursive: true, force: true });
console.log(
  `${count.missed} missed by a test, ${count.survived} survived, ${count.unreached} reached by no test`,
);
