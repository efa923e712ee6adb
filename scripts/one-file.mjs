// Bundles the command line into one function, for the single file (build-single.mjs) and for the binary (build-binary.mjs), and writes the first.
import { createHash } from "node:crypto";
import { chmod, cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { bundle, compile } from "./bundle.mjs";
import { guardedStart } from "./starter.mjs";

/** @typedef {{ program: string, licenses: string }} OneFile the program as an expression: a function that takes `require` and returns the promise of the whole run */

const REQUIRE = "__WEBPACK_EXTERNAL_createRequire";
const IMPORT = `import { createRequire as ${REQUIRE} } from "module";`;

/**
 * Copies the program without lazy parts: nothing is a file of its own.
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
 * Makes a module that ncc wrote a function: a binary can't have `import` in it, and a text that is compiled when it is known that this Node can read it neither.
 * @param {string} module
 * @returns {string} an expression: a function that takes `require` and returns the promise of the whole run
 */
function asFunction(module) {
  const [shebang, imported, ...lines] = module.trimEnd().split("\n");
  if (shebang?.startsWith("#!") !== true || imported !== IMPORT) {
    throw new Error(`ncc begins a file in another way than with #! and ${IMPORT}`);
  }
  // The folder of files that ncc may put beside the bundle, of which there are none.
  const own = lines.filter((line) => !line.includes("__nccwpck_require__.ab = "));
  const body = own.join("\n").replaceAll(`${REQUIRE}(import.meta.url)`, "requireOfNode");
  // Types in comments name modules too.
  const code = body.replaceAll(/\/\*.*?\*\/|^\s*(?:\/?\*|\/\/).*$/gm, "");
  const [left] = /^.*(?:\bimport\.meta\b|\bimport\(|__nccwpck_require__\.ab\b).*$/m.exec(code) ?? [];
  if (left !== undefined) throw new Error(`one file can't have this in it: ${left.trim().slice(0, 200)}`);
  return `(async function (requireOfNode) {\n"use strict";\n${body}\n})`;
}

/**
 * Compiles the source and bundles the whole command line.
 * @param {string} work where it is done: two folders below the root of the repository
 * @returns {Promise<OneFile>}
 */
export async function bundleIntoOne(work) {
  await compile(work);
  await makeEager(`${work}/lazy`, `${work}/eager`);
  const licenses = await bundle(work, "eager/cli/main.js", "single");
  return { program: asFunction(await readFile(`${work}/single/index.js`, "utf8")), licenses };
}

const IMPORTS = `#!/usr/bin/env node
import { createRequire } from "module";
import { fileURLToPath } from "url";
import { Script } from "vm";
`;

/**
 * The single file's text. The program stands in it as a text, because an old Node would read no further than to its first newer word, and could not say that it is too old.
 * @param {string} program
 */
async function renderSingle(program) {
  const start = await guardedStart("program(createRequire(import.meta.url))");
  const [check = "", run = ""] = start.split("\n  var isOver");
  const before = `${IMPORTS}${check}\n  var text = \``;
  // So that the places of errors are those in this file.
  const lines = before.split("\n").length - 1;
  const compiled = `new Script(text, { filename: fileURLToPath(import.meta.url), lineOffset: ${lines} })`;
  const quoted = program.replaceAll(/\\|`|\$\{/g, "\\$&");
  return `${before}${quoted}\`;\n  var program = ${compiled}.runInThisContext();\n  var isOver${run}`;
}

/**
 * Writes the single file into a folder, with its checksum, and the licenses of all that is in it.
 * @param {string} folder
 * @param {OneFile} bundled
 */
export async function writeSingle(folder, { program, licenses }) {
  const file = `${folder}/prune-image-tags.mjs`;
  await mkdir(folder, { recursive: true });
  await writeFile(file, await renderSingle(program));
  await chmod(file, 0o755);
  await writeChecksum(file);
  await writeFile(`${folder}/licenses.txt`, licenses);
}

/**
 * Writes the SHA-256 of a file beside it, in the form that `sha256sum --check` reads.
 * @param {string} file
 */
export async function writeChecksum(file) {
  const hash = createHash("sha256").update(await readFile(file));
  await writeFile(`${file}.sha256`, `${hash.digest("hex")}  ${basename(file)}\n`);
}
