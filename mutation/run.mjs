// npm run test:mutation -- [GLOB…]: changes the core, one place at a time, and shows which changes no unit test notices. Without a
// glob it does one folder after the other, and keeps the report of each.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "..");
const reports = join(root, ".cache/mutation");

/**
 * Runs a program, and ends this one with its exit code if that is not 0.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {string} cwd
 */
function run(program, args, cwd) {
  const env = { ...process.env, PROPERTY_RUNS: process.env["PROPERTY_RUNS"] ?? "5" };
  const { status, error } = spawnSync(program, args, { cwd, env, stdio: "inherit" });
  if (error !== undefined) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

/** @param {readonly string[]} globs */
function change(globs) {
  const stryker = join(here, "node_modules/@stryker-mutator/core/bin/stryker.js");
  const args = ["run", join(here, "stryker.config.json"), "--mutate", globs.join(",")];
  run(process.execPath, [stryker, ...args], root);
}

/**
 * Returns a folder's line of the table in docs/mutation.md.
 * @param {string} folder
 */
function lineOf(folder) {
  /** @type {{ files: Record<string, { mutants: { status: string }[] }> }} */
  const { files } = JSON.parse(readFileSync(join(reports, `${folder}.json`), "utf8"));
  const all = Object.values(files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
  const count = (/** @type {string[]} */ ...statuses) => all.filter((one) => statuses.includes(one)).length;
  const [noticed, survived, unreached] = [count("Killed", "Timeout"), count("Survived"), count("NoCoverage")];
  const changes = noticed + survived + unreached;
  const score = Math.round((100 * noticed) / changes);
  return `| \`${folder}\` | ${changes} | ${noticed} | ${survived} | ${unreached} | ${score} % |`;
}

// A folder of its own, with Stryker's packages: no other `npm ci` has to wait for them.
if (!existsSync(join(here, "node_modules/@stryker-mutator/core"))) run("npm", ["ci"], here);
const globs = process.argv.slice(2);
if (globs.length > 0) {
  change(globs);
} else {
  const folders = readdirSync(join(root, "src/core"));
  for (const folder of folders) {
    change([`src/core/${folder}/**/*.ts`]);
    for (const kind of ["json", "html"]) {
      renameSync(join(reports, `report.${kind}`), join(reports, `${folder}.${kind}`));
    }
  }
  console.log("| Folder | Changes | Noticed | Survived | Reached by no test | Score |");
  console.log(["|", ...Array.from({ length: 6 }, () => " --- |")].join(""));
  for (const folder of folders) console.log(lineOf(folder));
}
