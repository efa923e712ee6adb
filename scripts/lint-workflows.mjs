// Lints .github/workflows and the workflows of examples/ with actionlint, which is built with Go into .cache/ the first time.
import { spawnSync } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import process from "node:process";
import { goInstall } from "./go-tools.mjs";

const ACTIONLINT = {
  module: "github.com/rhysd/actionlint/cmd/actionlint",
  version: "v1.7.12",
  binary: "actionlint",
};

/** @returns {Promise<string[]>} the paths of all workflows */
async function workflows() {
  const folders = [".github/workflows", "examples"];
  const lists = await Promise.all(
    folders.map(async (folder) => (await readdir(folder)).map((name) => `${folder}/${name}`)),
  );
  const files = lists.flat().filter((name) => /\.ya?ml$/.test(name));
  const texts = await Promise.all(files.map((file) => readFile(file, "utf8")));
  // Others of these files are policies, and what other programs read.
  return files.filter((_, index) => /^on:/m.test(texts[index] ?? "") && /^jobs:/m.test(texts[index] ?? ""));
}

const actionlint = await goInstall(ACTIONLINT, console.warn);
if (actionlint === undefined) {
  console.warn("The workflows were NOT linted: there is no actionlint.");
} else {
  const { status } = spawnSync(actionlint, ["-color", ...(await workflows())], { stdio: "inherit" });
  process.exitCode = status ?? 1;
}
