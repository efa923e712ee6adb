// Compiles the source and bundles an entry of it, for build.mjs and build-single.mjs.
import { execFile } from "node:child_process";
import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import process from "node:process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Packages that are left out of a bundle, each with the module of this folder that stands for it. */
const STUBS = { undici: "undici.mjs", "@actions/exec": "actions-exec.mjs" };

const LICENSES = ".licenses.txt";
const STATS = "stats.json";

/**
 * Compiles the source anew into a folder's `lazy/`, without its comments: a start reads every byte, and the source has them.
 * @param {string} work two folders below the root of the repository, so that `../../` is that root
 */
export async function compile(work) {
  await rm(work, { recursive: true, force: true });
  // Types are for `npm run types`, which looks at the tests too; to check them twice takes as long as all the rest.
  const flags = ["--noCheck", "--noEmit", "false", "--removeComments", "--outDir", `${work}/lazy`];
  await run(process.execPath, ["node_modules/typescript/bin/tsc", ...flags]);
  for (const file of Object.values(STUBS)) await cp(`scripts/${file}`, `${work}/${file}`);
  const paths = Object.fromEntries(Object.entries(STUBS).map(([name, file]) => [name, [`./${file}`]]));
  await writeFile(
    `${work}/tsconfig.json`,
    JSON.stringify({ compilerOptions: { baseUrl: ".", paths }, files: [] }),
  );
}

/**
 * Bundles an entry into a folder: its index.js, and files of what is loaded lazily.
 * @param {string} work where compile() has compiled to
 * @param {string} entry below that
 * @param {string} folder below that
 * @returns {Promise<string>} the licenses of all packages that are bundled
 */
export async function bundle(work, entry, folder) {
  const ncc = "../../node_modules/@vercel/ncc/dist/ncc/cli.js";
  // From there, for it is the tsconfig.json of the folder where it runs whose paths are obeyed.
  const args = [ncc, "build", entry, "-o", folder, "--license", `[name]${LICENSES}`];
  await run(process.execPath, [...args, "--stats-out", `${folder}/${STATS}`], { cwd: work });
  const licenses = await licensesIn(`${work}/${folder}`);
  const lines = new Set(licenses.split("\n"));
  const unnamed = (await packagesIn(`${work}/${folder}`)).filter((name) => !lines.has(name));
  if (unnamed.length > 0) throw new Error(`bundled, and not named with a license: ${unnamed.join(", ")}`);
  return licenses;
}

/** @typedef {{ identifier: string, modules?: BundledModule[] }} BundledModule a module, or several that became one */

/**
 * The names of the packages of which a bundle has modules, each once, sorted.
 * @param {string} folder where bundle() has bundled to
 * @returns {Promise<string[]>}
 */
export async function packagesIn(folder) {
  /** @type {{ modules: BundledModule[] }} */
  const { modules } = JSON.parse(await readFile(`${folder}/${STATS}`, "utf8"));
  const names = modules.flatMap(resourcesOf).flatMap((path) => {
    const [, name] = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path) ?? [];
    return name === undefined ? [] : [name];
  });
  return [...new Set(names)].sort();
}

/**
 * The paths of a module's files, without the loaders that they went through.
 * @param {BundledModule} module
 * @returns {string[]}
 */
function resourcesOf({ identifier, modules }) {
  return modules?.flatMap(resourcesOf) ?? [identifier.split("|").at(-1)?.split("!").at(-1) ?? ""];
}

/**
 * Puts together what ncc writes of licenses. It does so once for each file of the bundle: `main` is the entry's own file, and for every other, which has no name,
 * the packages of all nameless files until then. With one name for all (`--license licenses.txt`) the last overwrites the others, and the entry's packages or the rest are lost.
 * @param {string} folder
 */
async function licensesIn(folder) {
  const names = (await readdir(folder)).filter((name) => name.endsWith(LICENSES)).sort();
  const texts = await Promise.all(names.map((name) => readFile(`${folder}/${name}`, "utf8")));
  const own = texts[names.indexOf(`main${LICENSES}`)] ?? "";
  const others = texts.filter((text) => text !== own);
  return own + (others.sort((a, b) => b.length - a.length)[0] ?? "");
}
