import { appendFileSync, cpSync, existsSync } from "node:fs";
import { basename, join } from "node:path";
import { push, saveLogin } from "./push.mjs";

/** @param {string} name */
const input = (name) => process.env[`INPUT_${name.toUpperCase()}`] ?? "";

/** @param {string} name */
function wanted(name) {
  const value = input(name);
  if (value === "") throw new Error(`Input required and not supplied: ${name}`);
  return value;
}

/**
 * @param {string} name
 * @param {string} value
 */
function output(name, value) {
  appendFileSync(process.env["GITHUB_OUTPUT"] ?? "", `${name}<<END\n${value}\nEND\n`);
}

/** The tags that docker/metadata-action makes of what a workflow's run is about, by the two rules that the examples have. */
function metadata() {
  const ref = process.env["GITHUB_REF"] ?? "";
  const tags = wanted("tags")
    .split("\n")
    .flatMap((rule) => {
      if (rule.trim() === "") return [];
      if (rule === "type=ref,event=branch") return /^refs\/heads\/(.+)$/.exec(ref)?.slice(1) ?? [];
      if (rule === "type=semver,pattern={{version}}") {
        return /^refs\/tags\/v?(\d+\.\d+\.\d+.*)$/.exec(ref)?.slice(1) ?? [];
      }
      throw new Error(`unknown rule: ${rule}`);
    });
  output("tags", tags.map((tag) => `${wanted("images")}:${tag}`).join("\n"));
  output("labels", "");
}

async function buildAndPush() {
  if (input("push") !== "true") throw new Error("nothing is pushed");
  for (const tag of wanted("tags").split("\n")) await push(tag);
}

function upload() {
  const [from, to] = [wanted("path"), join(process.env["ARTIFACTS"] ?? "", wanted("name"))];
  if (existsSync(to)) {
    throw new Error(`Conflict: an artifact with this name already exists: ${wanted("name")}`);
  }
  cpSync(from, join(to, basename(from)));
}

function download() {
  cpSync(join(process.env["ARTIFACTS"] ?? "", wanted("name")), wanted("path"), { recursive: true });
}

/** The folder of a test where actions/cache keeps what it saves. */
const kept = () => join(process.env["CACHES"] ?? "", "kept");

function restoreCache() {
  if (existsSync(kept())) cpSync(kept(), wanted("path"), { recursive: true });
}

function saveCache() {
  cpSync(wanted("path"), kept(), { recursive: true });
}

/**
 * Other people's actions, as far as the examples use them: their inputs, what they do, and what they do when the job ends.
 * @type {Readonly<Record<string, { inputs: readonly string[], run: () => unknown, post?: () => unknown }>>}
 */
export const ACTIONS = {
  "actions/checkout@v7": { inputs: ["persist-credentials"], run: () => undefined },
  "actions/cache@v5": { inputs: ["path", "key", "restore-keys"], run: restoreCache, post: saveCache },
  "actions/upload-artifact@v7": { inputs: ["name", "path"], run: upload },
  "actions/download-artifact@v8": {
    inputs: ["name", "path", "run-id", "github-token"],
    run: download,
  },
  "docker/setup-buildx-action@v4": { inputs: [], run: () => undefined },
  "docker/metadata-action@v6": { inputs: ["images", "tags"], run: metadata },
  "docker/login-action@v4": {
    inputs: ["registry", "username", "password"],
    run: () => saveLogin(wanted("registry"), wanted("username"), wanted("password")),
  },
  "docker/build-push-action@v7": { inputs: ["context", "push", "tags", "labels"], run: buildAndPush },
};
