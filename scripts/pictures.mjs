// Makes pictures of job summaries, as GitHub shows them, light and dark: of real runs of the built action against real registries. Those that the documentation shows go to
// docs/images/, all others to .cache/pictures/.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { findChromium } from "./chromium.mjs";
import { pageOf } from "./github-page.mjs";
import { runAll } from "./picture-runs.mjs";
import { cache } from "./programs.mjs";

const say = console.log;
const WIDTH = 900;
const SHOWN = "docs/images";
const OTHERS = join(cache, "pictures");

/**
 * @param {(args: string[]) => Promise<string>} chromium
 * @param {import("./picture-runs.mjs").Picture} picture
 * @param {string} folder for the pages
 */
async function draw(chromium, { name, summary, isShown }, folder) {
  let height = "";
  for (const scheme of /** @type {const} */ (["light", "dark"])) {
    const page = join(folder, `${name}-${scheme}.html`);
    await writeFile(page, pageOf(summary, scheme));
    const address = pathToFileURL(page).href;
    height ||= await heightOf(chromium, address);
    const file = join(isShown ? SHOWN : OTHERS, `${name}-${scheme}.png`);
    await chromium([`--screenshot=${file}`, `--window-size=${WIDTH},${height}`, address]);
    say(`${file}: ${WIDTH}x${height}`);
  }
}

/**
 * @param {(args: string[]) => Promise<string>} chromium
 * @param {string} address
 */
async function heightOf(chromium, address) {
  const dom = await chromium(["--dump-dom", `--window-size=${WIDTH},600`, address]);
  return /data-height="(\d+)"/.exec(dom)?.[1] ?? "600";
}

const chromium = await findChromium(say);
const folder = await mkdtemp(join(tmpdir(), "prune-pages-"));
try {
  await Promise.all([SHOWN, OTHERS].map((place) => mkdir(place, { recursive: true })));
  const pictures = await runAll();
  // To be looked at as Markdown, too.
  for (const { name, summary } of pictures) await writeFile(join(OTHERS, `${name}.md`), summary);
  for (const picture of pictures) await draw(chromium, picture, folder);
} finally {
  await rm(folder, { recursive: true, force: true });
}
