// Proves that dist/ belongs to the source: builds it elsewhere, so that tests can run dist/ meanwhile, and compares the bytes.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import process from "node:process";

const BUILT = ".cache/dist";

/**
 * @param {string} folder
 * @returns {Promise<string>} each of its files with its hash, a line each
 */
async function fingerprint(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const lines = names.sort().map(async (name) => {
    const hash = createHash("sha256").update(await readFile(name));
    return `${hash.digest("hex")}  ${relative(folder, name)}`;
  });
  return (await Promise.all(lines)).join("\n");
}

const build = spawnSync(process.execPath, ["scripts/build.mjs", BUILT], { stdio: "inherit" });
const [committed, built] = [await fingerprint("dist"), await fingerprint(BUILT)];
if (build.status !== 0 || built !== committed) {
  console.error(
    `dist/ is not what the source builds to. Run npm run build and commit dist/.\n\nwas:\n${committed}\n\nis:\n${built}`,
  );
  process.exitCode = 1;
} else {
  console.log("dist/ is what the source builds to.");
}
