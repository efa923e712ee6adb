// Makes the context of the Dockerfile, build/image, or FOLDER/image for the folder that is named: what build-binary.mjs left in that folder, a tree for each processor as the image has it.
import { chmod, copyFile, mkdir, readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import process from "node:process";

/** The names of processors: Node's, and those of images. */
const PROCESSORS = new Map([
  ["x64", "amd64"],
  ["arm64", "arm64"],
]);

const folder = process.argv[2] ?? "build";
const context = join(folder, "image");

/**
 * @param {string} from
 * @param {string} to
 * @param {number} mode
 */
async function put(from, to, mode) {
  await mkdir(dirname(to), { recursive: true, mode: 0o755 });
  await copyFile(from, to);
  await chmod(to, mode);
}

await rm(context, { recursive: true, force: true });
const there = new Set(await readdir(folder));
const found = [...PROCESSORS].filter(([name]) => there.has(`prune-image-tags-linux-${name}`));
if (found.length === 0) {
  throw new Error(`${folder} has no prune-image-tags-linux-x64 or -arm64; run npm run build:binary`);
}
for (const [name, processor] of found) {
  const [binary, tree] = [join(folder, `prune-image-tags-linux-${name}`), join(context, processor)];
  await put(binary, join(tree, "usr/local/bin/prune-image-tags"), 0o755);
  await put(`${binary}.licenses.txt`, join(tree, "usr/share/doc/prune-image-tags/licenses.txt"), 0o644);
  // Anybody may write there, and delete only what is theirs, as in /tmp.
  await mkdir(join(tree, "state"));
  await chmod(join(tree, "state"), 0o1777);
}
await copyFile("Dockerfile", join(context, "Dockerfile"));
