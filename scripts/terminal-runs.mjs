import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { fill } from "./demo-images.mjs";
import { pushImage } from "./images.mjs";
import { startRegistry } from "./registry.mjs";

/**
 * What a terminal was sent. `isShown` where the documentation shows its picture.
 * @typedef {{ name: string, sent: string, isShown: boolean }} Screen
 */

export const COLUMNS = 80;

/** Names of the same length stand for a run's own, so that columns and lines are as they were. */
const HOST = "reg.example.com";
const HOME = "/home/builder";

const run = promisify(execFile);

/**
 * Runs the package as a person would, on a real terminal and against a real registry.
 * @param {(line: string) => void} say
 * @returns {Promise<Screen[]>}
 */
export async function runOnTerminals(say) {
  const registry = await startRegistry({ say });
  const home = await mkdtemp("/tmp/ci");
  try {
    const root = fileURLToPath(new URL("..", import.meta.url));
    await run("npm", ["install", "--prefix", home, "--offline", "--install-links", "--no-save", root]);
    await fill({ base: registry.url, name: "team/app" });
    await fillFew({ base: registry.url, name: "team/web" });
    /** @param {string} line */
    const typed = (line) => onTerminal(line, { home, host: registry.host });
    const [app, web] = [`${HOST}/team/app`, `${HOST}/team/web`];
    return [
      { name: "terminal-check", sent: await typed(`check ${web}`), isShown: false },
      { name: "terminal-plan", sent: await typed(`${app} --keep 10 --dry-run`), isShown: false },
      { name: "terminal", sent: await typed(`${web} --keep 3`), isShown: true },
      { name: "terminal-many", sent: await typed(`${app} --keep 10`), isShown: false },
      { name: "terminal-bad-input", sent: await typed(`${web} --kep 3`), isShown: false },
      { name: "terminal-missing", sent: await typed(`${HOST}/team/wb --keep 3`), isShown: false },
    ];
  } finally {
    await rm(home, { recursive: true, force: true });
    await registry.stop();
  }
}

/**
 * Pushes what fits a picture: twelve alphas, three releases and latest.
 * @param {{ base: string, name: string }} repo
 */
async function fillFew(repo) {
  for (let number = 1; number <= 12; number += 1) {
    await pushImage(repo, [`3.3.0-alpha.${number}`], { seed: `web alpha ${number}` });
  }
  for (const release of ["3.0.0", "3.1.0"]) await pushImage(repo, [release], { seed: `web ${release}` });
  await pushImage(repo, ["3.2.0", "latest"], { seed: "web 3.2.0" });
}

/**
 * Types a line on a pseudo-terminal, which `script` of util-linux makes, and says yes to its question. Returns what the terminal was sent.
 * @param {string} words
 * @param {{ home: string, host: string }} names
 * @returns {Promise<string>}
 */
async function onTerminal(words, { home, host }) {
  const line = `npx prune-image-tags ${words}`;
  const env = { PATH: process.env["PATH"], HOME: home, SHELL: "/bin/sh", TERM: "xterm-256color" };
  const command = `stty cols ${COLUMNS}; exec ${line.replaceAll(HOST, host)}`;
  const child = spawn("script", ["--quiet", "--return", "--command", command, "/dev/null"], {
    cwd: home,
    env: { ...env, npm_config_offline: "true", npm_config_update_notifier: "false" },
  });
  let sent = "";
  let isAnswered = false;
  child.stdout.on("data", (chunk) => {
    sent += chunk.toString();
    if (isAnswered || !sent.includes("[y/N]")) return;
    isAnswered = true;
    child.stdin.write("y\n");
  });
  await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  return `$ ${line}\r\n${inPlace(inPlace(sent, host, HOST), home, HOME)}`;
}

/**
 * @param {string} text
 * @param {string} own a name that this run alone has
 * @param {string} stable the name that every picture has
 */
function inPlace(text, own, stable) {
  if (own.length !== stable.length) throw new Error(`${own} is not as long as ${stable}`);
  return text.replaceAll(own, stable);
}
