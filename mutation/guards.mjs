// npm run test:guards -- [--project unit|real] [--tests FILE]… [--budget S] [--slow S] [FILE…]: takes the guards of run/ and registry/, or of these files, out, one
// at a time, in a copy, and names those that no test misses. Each test is done again for each guard that decides something in it, in one process (guard-runner.mjs).
import { execFile, spawn } from "node:child_process";
import { appendFileSync, readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import { removeOnExit } from "../scripts/leftovers.mjs";
import { copyWithSwitches } from "./guard-copy.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    project: { type: "string", default: "unit" },
    tests: { type: "string", multiple: true, default: [] },
    /** The seconds that are spent on a guard. */
    budget: { type: "string", default: "60" },
    /** A test that takes more seconds is done once, and with no guard out. */
    slow: { type: "string", default: "8" },
    processes: { type: "string", default: "2" },
  },
});

const CHECK_MS = 3000;
/** A turn that takes longer is endless: a guard that is out may be what ends a loop. */
const ENDLESS_MS = 90_000;
/** The times that a file is begun again after an endless turn. */
const MOST_STARTS = 20;
const VITEST = ["node_modules/vitest/vitest.mjs"];

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

/** @returns {Promise<string[]>} the given test files, else all of the project */
async function testsToDo() {
  if (values.tests.length > 0) return values.tests;
  const args = [...VITEST, "list", "--filesOnly", "--json", "--project", values.project];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, maxBuffer: 2 ** 26 });
  return /** @type {{ file: string }[]} */ (JSON.parse(stdout)).map(({ file }) => file.slice(root.length));
}

const { copy, notes, guards } = await copyWithSwitches(root, await filesToTry());
console.log(`${guards.length} guards, project ${values.project}`);

/**
 * @param {string} name
 * @returns {string[]} the lines of a file of notes
 */
function noted(name) {
  return readFileSync(join(notes, name), "utf8").split("\n").filter(Boolean);
}

/**
 * Does the tests of a file, as far as they are not finished.
 * @param {string} file
 * @returns {Promise<boolean>} false if it was ended in an endless turn, which is noted
 */
function doTests(file) {
  return new Promise((done) => {
    const args = [...VITEST, "run", file, "--config", "guards.config.ts", "--project", values.project];
    const limits = {
      GUARD_BUDGET_MS: `${Number(values.budget) * 1000}`,
      GUARD_SLOW_MS: `${Number(values.slow) * 1000}`,
    };
    const env = { PROPERTY_RUNS: "20", ...process.env, GUARD_NOTES: notes, ...limits };
    const child = spawn(process.execPath, args, { cwd: copy, detached: true, stdio: "ignore", env });
    // With its workers, one of which may be in the loop.
    const end = () =>
      child.pid !== undefined && child.exitCode === null && process.kill(-child.pid, "SIGKILL");
    const forget = removeOnExit(end);
    let [last, since, isEndless] = ["", Date.now(), false];
    const watch = setInterval(() => {
      const turns = noted("trying").filter((line) => line.includes(` ${file} > `));
      const turn = `${turns.length} ${turns.at(-1) ?? ""}`;
      // Before the first turn no guard is out.
      if (turn !== last || turns.length === 0) [last, since] = [turn, Date.now()];
      if (Date.now() - since < ENDLESS_MS) return;
      const [, , kind, id, name] = /^(\d+) \d+ (\S+) (\S+) (.*)$/.exec(turn) ?? [];
      if (kind === "out") appendFileSync(join(notes, "missed"), `${id} ${name} (endless)\n`);
      else appendFileSync(join(notes, "finished"), `- ${name}\n`);
      isEndless = true;
      end();
    }, CHECK_MS);
    child.once("exit", () => {
      clearInterval(watch);
      forget();
      done(!isEndless);
    });
  });
}

const waiting = await testsToDo();
async function work() {
  for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
    for (let starts = 0; starts < MOST_STARTS && !(await doTests(file)); starts += 1);
    console.log(`${waiting.length} test files left`);
  }
}
await Promise.all(Array.from({ length: Number(values.processes) }, work));

const missed = new Set(noted("missed").map((line) => Number(line.split(" ", 1)[0])));
const tried = new Set(noted("spent").map((line) => Number(line.split(" ", 1)[0])));
const reached = new Set(noted("reached").flatMap((line) => line.split(" ", 1)[0]?.split(",").map(Number)));
const count = { missed: 0, survived: 0, "too slow": 0, unreached: 0 };
for (const { id, file, line, shown } of guards) {
  const left = tried.has(id) ? "survived" : reached.has(id) ? "too slow" : "unreached";
  const outcome = missed.has(id) ? "missed" : left;
  count[outcome]++;
  if (outcome !== "missed") console.log(`${outcome}  ${file}:${line}  ${shown}`);
}
for (const line of noted("unsound")) console.log(`says nothing: ${line}`);
console.log(
  `${count.missed} missed by a test, ${count.survived} survived, ${count["too slow"]} reached by slow tests alone, ${count.unreached} decide nothing in any test`,
);
