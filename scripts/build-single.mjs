// Bundles the command line into one file that is the whole program, to be saved anywhere: build/prune-image-tags.mjs, or in the folder that is named, with its checksum.
// It is not committed, for everybody who uses the action would download it.
import { chmod, mkdir, writeFile } from "node:fs/promises";
import process from "node:process";
import { bundleIntoOne, writeChecksum } from "./one-file.mjs";
import { guardedStart } from "./starter.mjs";

const IMPORTS = `#!/usr/bin/env node
import { createRequire } from "module";
import { fileURLToPath } from "url";
import { Script } from "vm";
`;

/**
 * Writes the file's text. The program stands in it as a text, because an old Node would read no further than to its first newer word, and could not say that it is too old.
 * @param {string} program
 */
async function render(program) {
  const quoted = program.replaceAll("\\", "\\\\").replaceAll("`", "\\`").replaceAll("${", "\\${");
  const start = await guardedStart("program(createRequire(import.meta.url))");
  const before = `${IMPORTS}${start.slice(0, start.indexOf("\n  var isOver"))}\n  var text = \``;
  // So that the places of errors are those in this file.
  const lines = before.split("\n").length - 1;
  const compiled = `{ filename: fileURLToPath(import.meta.url), lineOffset: ${lines} }`;
  return `${before}${quoted}\`;\n  var program = new Script(text, ${compiled}).runInThisContext();${start.slice(start.indexOf("\n  var isOver"))}`;
}

const folder = process.argv[2] ?? "build";
const { program, licenses } = await bundleIntoOne(".cache/build-single");
const file = `${folder}/prune-image-tags.mjs`;
await mkdir(folder, { recursive: true });
await writeFile(file, await render(program));
await chmod(file, 0o755);
await writeChecksum(file);
await writeFile(`${folder}/licenses.txt`, licenses);
