// Makes the pictures in docs/images/: job summaries of real runs of the built action against real registries, as GitHub shows them, light and dark.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { findChromium } from "./chromium.mjs";
import { runAction } from "./demo-action.mjs";
import { fill } from "./demo-images.mjs";
import { pageOf } from "./github-page.mjs";
import { startRegistry } from "./registry.mjs";

const say = console.log;
const WIDTH = 900;
const IMAGES = "docs/images";

/** @typedef {{ name: string, summary: string }} Picture */

/**
 * Runs the action against a registry that is filled as a year of pipelines would fill it.
 * @returns {Promise<Picture[]>}
 */
async function runAll() {
  const folder = await mkdtemp(join(tmpdir(), "prune-pictures-"));
  const registry = await startRegistry({ say });
  // What the runner tells a step.
  Object.assign(process.env, {
    GITHUB_ACTION_REPOSITORY: "prune-image-tags/prune-image-tags",
    GITHUB_ACTION_REF: "v0",
    GITHUB_RUN_ID: "1658821493",
  });
  try {
    const repo = { base: registry.url, name: "team/app" };
    await fill(repo);
    const image = `http://${registry.host}/team/app`;
    const journal = join(folder, "journal.ndjson");
    const inputs = { image: `${image}:3.3.0-alpha.74`, keep: "10" };
    const plan = await runAction({ ...inputs, "dry-run": "true" });
    const check = await runAction({ command: "check", image });
    const prune = await runAction({ ...inputs, journal });
    const restore = await runAction({ command: "restore", journal, tags: "3.3.0-alpha.64" });
    const wrong = await runAction({ ...inputs, keep: "ten", include: "/(/" });
    return [
      { name: "summary", summary: prune.summary },
      { name: "plan", summary: plan.summary },
      { name: "check", summary: check.summary },
      { name: "restore", summary: restore.summary },
      { name: "bad-input", summary: wrong.summary },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
    await registry.stop();
  }
}

/**
 * Runs the action against a registry that has deletes turned off.
 * @returns {Promise<Picture[]>}
 */
async function runRefused() {
  const registry = await startRegistry({ deletes: false, say });
  try {
    await fill({ base: registry.url, name: "team/app" });
    const { summary } = await runAction({ image: `http://${registry.host}/team/app`, keep: "10" });
    return [{ name: "deletes-off", summary }];
  } finally {
    await registry.stop();
  }
}

/**
 * @param {(args: string[]) => Promise<string>} chromium
 * @param {Picture} picture
 * @param {string} folder for the page
 */
async function draw(chromium, { name, summary }, folder) {
  for (const scheme of /** @type {const} */ (["light", "dark"])) {
    const page = join(folder, `${name}-${scheme}.html`);
    await writeFile(page, pageOf(summary, scheme));
    const address = pathToFileURL(page).href;
    const dom = await chromium(["--dump-dom", `--window-size=${WIDTH},600`, address]);
    const [, height = "600"] = /data-height="(\d+)"/.exec(dom) ?? [];
    const file = join(IMAGES, `${name}-${scheme}.png`);
    await chromium([`--screenshot=${file}`, `--window-size=${WIDTH},${height}`, address]);
    say(`${file}: ${WIDTH}x${height}`);
  }
}

const chromium = await findChromium(say);
const folder = await mkdtemp(join(tmpdir(), "prune-pages-"));
try {
  await mkdir(IMAGES, { recursive: true });
  for (const picture of [...(await runAll()), ...(await runRefused())]) await draw(chromium, picture, folder);
} finally {
  await rm(folder, { recursive: true, force: true });
}
