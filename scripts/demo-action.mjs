import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";

/**
 * The result of a step as the runner would see it: its exit code, its summary, and its output `freed-bytes`.
 * @typedef {{ code: number, summary: string, freed: number | undefined }} Step
 */

/**
 * Runs the built action as GitHub's runner does: inputs as environment variables, files for the outputs and the summary.
 * Its log goes to the terminal.
 * @param {Record<string, string>} inputs
 * @returns {Promise<Step>}
 */
export async function runAction(inputs) {
  const folder = await mkdtemp(join(tmpdir(), "prune-demo-"));
  const variables = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  const files = { GITHUB_OUTPUT: join(folder, "output"), GITHUB_STEP_SUMMARY: join(folder, "summary.md") };
  try {
    await Promise.all(Object.values(files).map((file) => writeFile(file, "")));
    const env = { ...process.env, ...files, RUNNER_TEMP: folder, ...Object.fromEntries(variables) };
    const child = spawn(process.execPath, ["dist/index.js"], { env, stdio: "inherit" });
    const code = await new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", resolve);
    });
    const [, freed] = /^freed-bytes<<\S+\n(\d+)\n/m.exec(await readFile(files.GITHUB_OUTPUT, "utf8")) ?? [];
    return {
      code: code ?? 1,
      summary: await readFile(files.GITHUB_STEP_SUMMARY, "utf8"),
      freed: freed === undefined ? undefined : Number(freed),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
