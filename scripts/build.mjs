// Bundles the doors into dist/, or into the folder that it is given: index.js and post.js for the action, cli.js for the command line, and the command line in a single file.
// What a run may not need stands in files of its own beside each door, which `await import()` loads.
import { execFile } from "node:child_process";
import { chmod, copyFile, cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import process from "node:process";
import { promisify } from "node:util";

const run = promisify(execFile);
const node = process.execPath;
const work = ".cache/build";
const out = process.argv[2] ?? "dist";
// One file that is the whole program, to be saved anywhere.
const single = "prune-image-tags.mjs";

// Each to its folder of chunks, and what loads it.
const DOORS = [
  { entry: "action/main.js", folder: "action", file: "index.js" },
  { entry: "action/post.js", folder: "post", file: "post.js" },
  { entry: "cli/main.js", folder: "cli", file: "cli.js" },
];

/**
 * Bundles an entry into a folder, whose index.js it is.
 * @param {string} entry
 * @param {string} folder
 */
async function bundle(entry, folder) {
  const ncc = "../../node_modules/@vercel/ncc/dist/ncc/cli.js";
  // From here, for it is the tsconfig.json of the folder where it runs whose paths are obeyed.
  await run(node, [ncc, "build", entry, "-o", folder, "--license", "licenses.txt"], { cwd: work });
}

/**
 * The same program without lazy parts: nothing is a file of its own.
 * @param {string} from
 * @param {string} to
 */
async function makeEager(from, to) {
  await cp(from, to, { recursive: true });
  for (const name of await readdir(to, { recursive: true })) {
    if (!name.endsWith(".js")) continue;
    const text = await readFile(`${to}/${name}`, "utf8");
    await writeFile(
      `${to}/${name}`,
      text.replaceAll(/\bimport\((?=")/g, 'import(/* webpackMode: "eager" */ '),
    );
  }
}

/**
 * Has V8 compile each module as it reads it, for it takes a `function` in parentheses for one that is called at once. Arrow functions, as which webpack writes modules
 * that have no `this` of their own, it reads over first, and a second time when they are called: that took a tenth of the time of a start.
 * @param {string} bundled of which all modules are called at once, as in a file that is not the whole program
 */
function compiledAtOnce(bundled) {
  return bundled.replaceAll(/^\/\*\*\*\/ \(\((.*)\) => \{$/gm, "/***/ (function ($1) {");
}

await rm(work, { recursive: true, force: true });
// Types are for `npm run types`, which looks at the tests too; to check them twice takes as long as all the rest.
const compile = ["--noCheck", "--noEmit", "false", "--outDir", `${work}/lazy`];
await run(node, ["node_modules/typescript/bin/tsc", ...compile]);
await makeEager(`${work}/lazy`, `${work}/eager`);
await cp("scripts/undici.mjs", `${work}/undici.mjs`);
await writeFile(
  `${work}/tsconfig.json`,
  JSON.stringify({ compilerOptions: { baseUrl: ".", paths: { undici: ["./undici.mjs"] } }, files: [] }),
);
await Promise.all([
  ...DOORS.map(({ entry, folder }) => bundle(`lazy/${entry}`, folder)),
  bundle("eager/cli/main.js", "single"),
]);

// Only now, so that a failed build leaves what there was.
await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
for (const { folder, file } of DOORS) {
  await mkdir(`${out}/${folder}`);
  for (const name of await readdir(`${work}/${folder}`)) {
    if (!name.endsWith(".js")) continue;
    await writeFile(
      `${out}/${folder}/${name}`,
      compiledAtOnce(await readFile(`${work}/${folder}/${name}`, "utf8")),
    );
  }
  await writeFile(`${out}/${file}`, `#!/usr/bin/env node\nimport "./${folder}/index.js";\n`);
}
await copyFile(`${work}/single/index.js`, `${out}/${single}`);
await chmod(`${out}/cli.js`, 0o755);
await copyFile(`${work}/action/licenses.txt`, `${out}/licenses.txt`);
await writeFile(`${out}/package.json`, '{ "type": "module" }\n');
