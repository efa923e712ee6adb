// Proves that dist/ is what the source builds to: builds it again and compares the bytes.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import process from "node:process";

/** @returns {Promise<string>} each file of dist/ with its hash, a line each */
async function fingerprint() {
  const names = (await readdir("dist").catch(() => [])).sort();
  const lines = names.map(async (name) => {
    const hash = createHash("sha256").update(await readFile(`dist/${name}`));
    return `${hash.digest("hex")}  ${name}`;
  });
  return (await Promise.all(lines)).join("\n");
}

const committed = await fingerprint();
const build = spawnSync(process.execPath, ["scripts/build.mjs"], { stdio: "inherit" });
const built = await fingerprint();
if (build.status !== 0 || built !== committed) {
  console.error(
    `dist/ is not what the source builds to. Run npm run build and commit dist/.\n\nwas:\n${committed}\n\nis:\n${built}`,
  );
  process.exitCode = 1;
} else {
  console.log("dist/ is what the source builds to.");
}
