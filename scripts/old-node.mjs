import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { cache, lastErrorLine } from "./programs.mjs";

const run = promisify(execFile);

/**
 * The path of another Node, which is fetched from npm into .cache/ the first time. Several processes may call it at once.
 * @param {string} version like 18.20.8
 * @param {(line: string) => void} say is called before it is fetched, and with the reason if it can't be
 * @returns {Promise<string | undefined>} undefined if it can't be fetched
 */
export async function findNode(version, say) {
  const name = `node-linux-${process.arch}`;
  const folder = join(cache, `node-${version}`);
  const node = join(folder, "node_modules", name, "bin/node");
  if (existsSync(node)) return node;
  if (process.platform !== "linux") {
    say("an old Node is fetched for Linux alone");
    return undefined;
  }
  say(`fetching Node ${version} from npm into .cache/`);
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(join(cache, "node-"));
  try {
    const flags = ["--silent", "--no-save", "--ignore-scripts", "--prefix", work];
    await run("npm", ["install", ...flags, `${name}@${version}`], { timeout: 120_000 });
    await rename(work, folder).catch((error) => {
      if (!existsSync(node)) throw error; // otherwise another process was faster
    });
    return node;
  } catch (error) {
    say(`Node ${version} can't be fetched: ${lastErrorLine(error)}`);
    return undefined;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
