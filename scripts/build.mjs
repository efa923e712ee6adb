// Bundles the doors into dist/: index.js and post.js for the action, cli.js for the command line, and the command line in a single file.
// Code that not every run needs goes into files of its own beside each door, which `await import()` loads.
import { execFile } from "node:child_process";
import { chmod, copyFile, cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);
const node = process.execPath;
const work = ".cache/build";
// The file that holds the whole command line, so that it can be saved anywhere.
const single = "prune-image-tags.mjs";

// The entry file of each door, the folder of its bundle, and the file that loads the bundle.
const DOORS = [
  { entry: "action/main.js", folder: "action", file: "index.js" },
  { entry: "action/post.js", folder: "post", file: "post.js" },
  { entry: "cli/main.js", folder: "cli", file: "cli.js" },
];

/**
 * Bundles an entry file into `index.js` of a folder.
 * @param {string} entry
 * @param {string} folder
 */
async function bundle(entry, folder) {
  const ncc = "../../node_modules/@vercel/ncc/dist/ncc/cli.js";
  // Run in this folder, because ncc takes `paths` from the tsconfig.json of the folder in which it runs.
  await run(node, [ncc, "build", entry, "-o", folder, "--license", "licenses.txt"], { cwd: work });
}

/**
 * Makes a copy of the compiled source in which every `import()` is eager, so that its bundle is a single file.
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
 * Rewrites modules as functions in parentheses, which V8 compiles as it reads them, because it takes them for functions that are called at
 * once. webpack writes modules that have no `this` of their own as arrow functions, which V8 reads over first and reads a second time when they
 * are called: that took a tenth of the time of a start.
 * @param {string} bundled a bundle that calls all of its modules at once, so not the file that holds the whole program
 */
function compiledAtOnce(bundled) {
  return bundled.replaceAll(/^\/\*\*\*\/ \(\((.*)\) => \{$/gm, "/***/ (function ($1) {");
}

await rm(work, { recursive: true, force: true });
await run(node, ["node_modules/typescript/bin/tsc", "--noEmit", "false", "--outDir", `${work}/lazy`]);
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

// Removed only now, so that a failed build leaves the old dist/.
await rm("dist", { recursive: true, force: true });
await mkdir("dist", { recursive: true });
for (const { folder, file } of DOORS) {
  await mkdir(`dist/${folder}`);
  for (const name of await readdir(`${work}/${folder}`)) {
    if (!name.endsWith(".js")) continue;
    await writeFile(
      `dist/${folder}/${name}`,
      compiledAtOnce(await readFile(`${work}/${folder}/${name}`, "utf8")),
    );
  }
  await writeFile(`dist/${file}`, `#!/usr/bin/env node\nimport "./${folder}/index.js";\n`);
}
await copyFile(`${work}/single/index.js`, `dist/${single}`);
await chmod("dist/cli.js", 0o755);
await copyFile(`${work}/action/licenses.txt`, "dist/licenses.txt");
await writeFile("dist/package.json", '{ "type": "module" }\n');
