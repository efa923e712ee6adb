// The main job against a real registry: fills team/app as a year of pipelines would, prunes it with the built action, and shows it before and after.
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { listTags, pullImage, pushImage, pushIndex } from "./images.mjs";
import { startRegistry } from "./registry.mjs";

const say = console.log;

/** @param {{ base: string, name: string }} repo */
async function fill(repo) {
  for (let number = 1; number <= 74; number += 1) {
    await pushImage(repo, [`3.3.0-alpha.${number}`], { seed: `alpha ${number}` });
  }
  for (const release of ["3.0.0", "3.1.0", "3.2.0"]) {
    const tags = release === "3.2.0" ? [release, "latest"] : [release];
    await pushImage(repo, tags, { seed: release });
  }
  const platforms = await Promise.all(
    ["amd64", "arm64"].map((architecture) =>
      pushImage(repo, [], { seed: `3.2.1 ${architecture}`, platform: { architecture, os: "linux" } }),
    ),
  );
  await pushIndex(repo, ["3.2.1"], platforms);
}

/** @param {string[]} tags */
function show(tags) {
  const alphas = tags.filter((tag) => tag.includes("-alpha."));
  const numbers = alphas.map((tag) => Number(tag.split(".").at(-1))).sort((a, b) => a - b);
  const others = tags.filter((tag) => !alphas.includes(tag)).sort();
  return `${tags.length} tags: 3.3.0-alpha.${numbers[0]} to alpha.${numbers.at(-1)} (${alphas.length}), ${others.join(", ")}`;
}

/**
 * Runs the built action as GitHub's runner does: inputs as environment variables, files for the outputs and the summary.
 * @param {Record<string, string>} inputs
 * @param {string} folder
 * @returns {Promise<number | null>} its exit code
 */
async function runAction(inputs, folder) {
  const variables = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  const files = { GITHUB_OUTPUT: join(folder, "output"), GITHUB_STEP_SUMMARY: join(folder, "summary.md") };
  await Promise.all(Object.values(files).map((file) => writeFile(file, "")));
  const env = { ...process.env, ...files, RUNNER_TEMP: folder, ...Object.fromEntries(variables) };
  const child = spawn(process.execPath, ["dist/index.js"], { env, stdio: "inherit" });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
}

const registry = await startRegistry({ say });
const folder = await mkdtemp(join(tmpdir(), "prune-demo-"));
try {
  const repo = {
    base: registry.url,
    name: registry.source === "REGISTRY_URL" ? `demo-${process.pid}/app` : "team/app",
  };
  say(`A registry (${registry.source}) answers at ${registry.url}.`);
  say("Pushing 74 alphas, four releases (one of them for two platforms), and latest …");
  await fill(repo);
  say(`\nBefore: ${show(await listTags(repo))}\n`);

  say("The action, as a workflow runs it after the push of 3.3.0-alpha.74, with keep: 10\n");
  const image = `${registry.url.startsWith("http:") ? "http://" : ""}${registry.host}/${repo.name}:3.3.0-alpha.74`;
  const code = await runAction({ image, keep: "10" }, folder);

  const left = await listTags(repo);
  say(`\nAfter: ${show(left)}`);
  for (const tag of left) await pullImage(repo, tag);
  say(`Every one of them was pulled, byte for byte. The action ended with ${code}.`);
  const summary = await readFile(join(folder, "summary.md"), "utf8");
  say(`\nThe job summary begins:\n\n${summary.split("\n").slice(0, 5).join("\n")}`);
  process.exitCode = code ?? 1;
} finally {
  await rm(folder, { recursive: true, force: true });
  await registry.stop();
}
