// Bundles the three doors into dist/, or into the folder that it is given: index.js and post.js for the action, cli.js for the command line. These are starters, which any Node reads.
// The program is in dist/parts/, once for all doors: a part is a file, and `await import()` loads the ones that a run needs.
import { chmod, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import process from "node:process";
import ts from "typescript";
import { bundle, compile } from "./bundle.mjs";
import { guardedStart } from "./starter.mjs";

const work = ".cache/build";
const out = process.argv[2] ?? "dist";

const DOORS = [
  { name: "action", entry: "./action/main.js", file: "index.js", isStep: true },
  { name: "cli", entry: "./cli/main.js", file: "cli.js" },
  { name: "post", entry: "./action/post.js", file: "post.js", isStep: true },
];

const NODE =
  "In the binary and in the container image alone. Beside them is the text of its license, and of the licenses of all that is in it.";

/** @returns {string} a module that exports a function for each door, which loads and runs it */
function entryOfDoors() {
  return DOORS.map(
    ({ name, entry }) => `export const ${name} = () => import(${JSON.stringify(entry)});\n`,
  ).join("");
}

/**
 * Rewrites modules as functions in parentheses, which V8 compiles as it reads them, because it takes them for functions that are called at
 * once. webpack writes modules that have no `this` of their own as arrow functions, which V8 reads over first and reads a second time when they
 * are called: that took a tenth of the time of a start.
 * @param {string} part a part that calls all of its modules at once
 */
function compiledAtOnce(part) {
  return part.replaceAll(/^\/\*\*\*\/ \(\((.*)\) => \{$/gm, "/***/ (function ($1) {");
}

/**
 * Makes `require` once a part. ncc makes it anew for each module of Node, some 40 times, and each takes 0.04 to 0.06 ms.
 * @param {string} part
 */
function withOneRequire(part) {
  const made = "__WEBPACK_EXTERNAL_createRequire(import.meta.url)";
  if (!part.includes(made)) return part;
  const [imported = "", ...rest] = part.split("\n");
  if (!imported.startsWith("import { createRequire as")) {
    throw new Error("ncc begins a file in another way than with the import of createRequire");
  }
  const body = rest.join("\n").replaceAll(made, "requireOfNode");
  return `${imported}\nconst requireOfNode = ${made};\n${body}`;
}

// webpack's own, by which tests and this script find its parts.
const MARKS = /^\/\*(?:\*\*\/|\*\*\*\*\*\/| import\(\) )/;

/**
 * Takes out comments, most of which are other packages': a start reads each byte.
 * @param {string} part
 */
function withoutComments(part) {
  const source = ts.createSourceFile("part.js", part, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS);
  /** @type {Map<number, number>} the ends of comments, by their beginnings */
  const comments = new Map();
  /** @param {ts.Node} node */
  const visit = (node) => {
    const children = node.getChildren(source);
    if (children.length > 0) {
      children.forEach(visit);
      return;
    }
    const found = [
      ...(ts.getLeadingCommentRanges(part, node.getFullStart()) ?? []),
      ...(ts.getTrailingCommentRanges(part, node.getEnd()) ?? []),
    ];
    for (const { pos, end } of found) if (!MARKS.test(part.slice(pos, end))) comments.set(pos, end);
  };
  visit(source);
  let [text, last] = ["", 0];
  for (const [pos, end] of [...comments].sort(([a], [b]) => a - b)) {
    const before = part.slice(last, pos);
    const line = before.lastIndexOf("\n") + 1;
    const isAlone = line > 0 && before.slice(line).trim() === "" && part[end] === "\n";
    // A line break in a comment ends a statement as one outside does.
    const instead = part.slice(pos, end).includes("\n") ? "\n" : " ";
    text += isAlone ? before.slice(0, line) : before + instead;
    last = isAlone ? end + 1 : end;
  }
  return text + part.slice(last);
}

await compile(work);
await writeFile(`${work}/lazy/doors.js`, entryOfDoors());
const licenses = await bundle(work, "lazy/doors.js", "parts");

// Only now, so that a failed build leaves what there was.
await rm(out, { recursive: true, force: true });
await mkdir(`${out}/parts`, { recursive: true });
for (const name of await readdir(`${work}/parts`)) {
  if (!name.endsWith(".js")) continue;
  const part = await readFile(`${work}/parts/${name}`, "utf8");
  await writeFile(`${out}/parts/${name}`, withoutComments(withOneRequire(compiledAtOnce(part))));
}
for (const { name, file, isStep = false } of DOORS) {
  const program = `import("./parts/index.js").then(function (parts) {
    return parts.${name}();
  })`;
  await writeFile(`${out}/${file}`, `#!/usr/bin/env node\n${await guardedStart(program, { isStep })}`);
}
await chmod(`${out}/cli.js`, 0o755);
await writeFile(`${out}/licenses.txt`, `${licenses}\n\nnode\nMIT\n${NODE}\n`);
await writeFile(`${out}/package.json`, '{ "type": "module" }\n');
