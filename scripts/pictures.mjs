// Makes pictures of job summaries, as GitHub shows them, and of the terminal, light and dark: of real runs of the built program against real registries. Those that the
// documentation shows go to docs/images/, all others to .cache/pictures/.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { findChromium } from "./chromium.mjs";
import { pageOf } from "./github-page.mjs";
import { runAll } from "./picture-runs.mjs";
import { cache } from "./programs.mjs";
import { COLUMNS, runOnTerminals } from "./terminal-runs.mjs";
import { pictureOf } from "./terminal-svg.mjs";

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
 * Writes a picture of a terminal, and how a browser shows it, to be looked at: light, and dark by the wish of its reader.
 * @param {(args: string[]) => Promise<string>} chromium
 * @param {import("./terminal-runs.mjs").Screen} screen
 */
async function drawTerminal(chromium, { name, sent, isShown }) {
  const picture = await pictureOf(sent, COLUMNS);
  const file = join(isShown ? SHOWN : OTHERS, `${name}.svg`);
  await writeFile(file, picture);
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(picture) ?? [];
  for (const scheme of ["light", "dark"]) {
    const flags = scheme === "dark" ? ["--blink-settings=preferredColorScheme=0"] : [];
    const shown = join(OTHERS, `${name}-${scheme}.png`);
    const address = pathToFileURL(file).href;
    await chromium([...flags, `--screenshot=${shown}`, `--window-size=${width},${height}`, address]);
  }
  say(`${file}: ${width}x${height}`);
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
  for (const screen of await runOnTerminals(say)) await drawTerminal(chromium, screen);
} finally {
  await rm(folder, { recursive: true, force: true });
}
