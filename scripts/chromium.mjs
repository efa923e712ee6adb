import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { unpackDebian } from "./debian.mjs";
import { onPath } from "./programs.mjs";

const run = promisify(execFile);

/** Debian's package, and those of its libraries that a machine without a desktop lacks. */
const PACKAGES = [
  "chromium",
  "chromium-common",
  "fonts-liberation",
  "fonts-noto-color-emoji",
  "libasyncns0",
  "libcolord2",
  "libdouble-conversion3",
  "libepoxy0",
  "libflac12",
  "libgtk-3-0",
  "libharfbuzz-subset0",
  "libminizip1",
  "libmp3lame0",
  "libmpg123-0",
  "libogg0",
  "libopenh264-7",
  "libopenjp2-7",
  "libopus0",
  "libpulse0",
  "libsndfile1",
  "libvorbis0a",
  "libvorbisenc2",
  "libwayland-cursor0",
  "libwayland-egl1",
  "libxnvctrl0",
];

/**
 * Chromium without a window: that on the path, or else Debian's, which is unpacked into .cache/.
 * @param {(line: string) => void} say is called before a slow step
 * @returns {Promise<(args: string[]) => Promise<string>>} runs it, and returns what it prints
 */
export async function findChromium(say) {
  const flags = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--hide-scrollbars",
    "--virtual-time-budget=2000",
  ];
  const installed = onPath("chromium");
  const [program, env] = installed ? [installed, process.env] : await unpackChromium(say);
  return async (args) => (await run(program, [...flags, ...args], { env, timeout: 120_000 })).stdout;
}

/** @param {(line: string) => void} say */
async function unpackChromium(say) {
  const root = await unpackDebian(PACKAGES, "chromium", say);
  const [libraries] = (await readdir(join(root, "usr/lib"))).filter((name) => name.endsWith("-linux-gnu"));
  const folder = join(root, "usr/lib", libraries ?? "");
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: [folder, join(folder, "pulseaudio")].join(":"),
    XDG_DATA_HOME: join(root, "usr/share"),
  };
  return /** @type {const} */ ([join(root, "usr/lib/chromium/chromium"), env]);
}
