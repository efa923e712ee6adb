// Bundles the command line into one file that is the whole program, to be saved anywhere: build/prune-image-tags.mjs, or in the folder that is named.
// It is not committed, for everybody who uses the action would download it.
import { chmod, copyFile, cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import process from "node:process";
import { bundle, compile } from "./bundle.mjs";

const work = ".cache/build-single";

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

const folder = process.argv[2] ?? "build";
await compile(work);
await makeEager(`${work}/lazy`, `${work}/eager`);
const licenses = await bundle(work, "eager/cli/main.js", "single");
await mkdir(folder, { recursive: true });
await copyFile(`${work}/single/index.js`, `${folder}/prune-image-tags.mjs`);
await chmod(`${folder}/prune-image-tags.mjs`, 0o755);
await writeFile(`${folder}/licenses.txt`, licenses);
