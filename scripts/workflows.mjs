import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { goInstall } from "./go-tools.mjs";

const run = promisify(execFile);
const ACTIONLINT = {
  module: "github.com/rhysd/actionlint/cmd/actionlint",
  version: "v1.7.12",
  binary: "actionlint",
};

/**
 * A workflow: a file, or what stands in a document.
 * @typedef {{ name: string, text: string, isFile: boolean }} Workflow
 */

/**
 * Finds every workflow of GitHub's in the repository: files of .github/workflows and examples/, and blocks of README and docs/.
 * @returns {Promise<Workflow[]>}
 */
export async function findWorkflows() {
  const files = await textsIn([".github/workflows", "examples"], /\.ya?ml$/);
  /** @type {[string, string][]} */
  const documents = [
    ...(await textsIn(["docs"], /\.md$/)),
    ["README.md", await readFile("README.md", "utf8")],
  ];
  const found = [
    ...files.map(([name, text]) => ({ name, text, isFile: true })),
    ...documents.flatMap(([name, text]) =>
      [...text.matchAll(/^```yaml\b.*\n([^]*?)^```$/gm)].map(([, block = ""], index) => ({
        name: `${name}, block ${index + 1}`,
        text: block,
        isFile: false,
      })),
    ),
  ];
  // Others are policies, and what other programs read.
  return found.filter(({ text }) => /^on:/m.test(text) && /^jobs:/m.test(text));
}

/**
 * @param {string[]} folders
 * @param {RegExp} wanted
 * @returns {Promise<[path: string, text: string][]>}
 */
async function textsIn(folders, wanted) {
  const lists = await Promise.all(
    folders.map(async (folder) => (await readdir(folder)).map((name) => `${folder}/${name}`)),
  );
  const paths = lists.flat().filter((name) => wanted.test(name));
  return Promise.all(
    paths.map(async (path) => /** @type {[string, string]} */ ([path, await readFile(path, "utf8")])),
  );
}

/**
 * Lints workflows with actionlint, which is built with Go into .cache/ the first time.
 * @param {Workflow[]} workflows
 * @param {(line: string) => void} say is called before a slow step, and with the reason if there is no actionlint
 * @returns {Promise<string | undefined>} what it says against them; undefined if there is no actionlint
 */
export async function lintWorkflows(workflows, say) {
  const actionlint = await goInstall(ACTIONLINT, say);
  if (actionlint === undefined) return undefined;
  const folder = await mkdtemp(join(tmpdir(), "prune-workflows-"));
  try {
    const paths = workflows.map(async ({ name, text, isFile }) => {
      if (isFile) return name;
      const path = join(folder, `${name.replace(/\W+/g, "-")}.yml`);
      await writeFile(path, text);
      return path;
    });
    const args = ["-no-color", "-config-file", ".github/actionlint.yaml", ...(await Promise.all(paths))];
    return await run(actionlint, args).then(
      () => "",
      (error) => `${error.stdout}${error.stderr}` || String(error),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
