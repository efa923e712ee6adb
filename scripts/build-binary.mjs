// Builds the command line as a program that needs no Node, for this machine's system and processor: Node's own binary with the program in it (single executable application).
// build/prune-image-tags-SYSTEM-PROCESSOR, or in the folder that is named, with its checksum and the licenses of all that is in it; and the single file beside it.
// The Node that runs this is the one that is in it.
import { execFile } from "node:child_process";
import { chmod, copyFile, readFile, realpath, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { bundleIntoOne, writeChecksum, writeSingle } from "./one-file.mjs";
import { runToItsEnd } from "./starter.mjs";

const run = promisify(execFile);

// Node's documentation of single executable applications names both.
const RESOURCE = "NODE_SEA_BLOB";
const FUSE = "NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2";

/**
 * Makes what Node reads at its start out of its own binary.
 * @param {string} program an expression: a function that takes `require` and returns the promise of the whole run
 * @param {string} work
 * @returns {Promise<string>} its path
 */
async function makeBlob(program, work) {
  const [main, output, config] = [
    resolve(work, "main.cjs"),
    resolve(work, "blob"),
    resolve(work, "sea.json"),
  ];
  await writeFile(main, `var program = ${program};\n${runToItsEnd("program(require)")}`);
  const options = { main, output, disableExperimentalSEAWarning: true, useCodeCache: true };
  await writeFile(config, JSON.stringify(options));
  await run(process.execPath, ["--experimental-sea-config", config]);
  return output;
}

/**
 * Copies Node's binary, and puts a blob into the copy.
 * @param {string} blob
 * @param {string} file
 */
async function inject(blob, file) {
  const copy = `${file}.tmp`;
  await copyFile(process.execPath, copy);
  await chmod(copy, 0o755);
  if (process.platform === "linux") await run("strip", [copy]).catch(() => undefined);
  const postject = "node_modules/postject/dist/cli.js";
  await run(process.execPath, [postject, copy, RESOURCE, blob, "--sentinel-fuse", FUSE]);
  await rename(copy, file);
}

/** @returns {Promise<string>} the license of Node and of all that is in it, from where Node's archives and packages have it */
async function licenseOfNode() {
  const folder = dirname(await realpath(process.execPath));
  const places = ["../LICENSE", "LICENSE", "../share/doc/nodejs/LICENSE"];
  for (const place of places) {
    const text = await readFile(join(folder, place), "utf8").catch(() => "");
    if (text.startsWith("Node.js is licensed")) return text;
  }
  throw new Error(
    `the license of ${process.execPath} is at none of ${places.join(", ")}, seen from its folder`,
  );
}

const folder = process.argv[2] ?? "build";
const work = ".cache/build-binary";
const bundled = await bundleIntoOne(work);
await writeSingle(folder, bundled);
const file = `${folder}/prune-image-tags-${process.platform}-${process.arch}`;
await rm(file, { force: true });
await inject(await makeBlob(bundled.program, work), file);
await writeChecksum(file);
await writeFile(`${file}.licenses.txt`, `${bundled.licenses}\n\nnode\nMIT\n${await licenseOfNode()}`);
