import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { runAction } from "./demo-action.mjs";
import { fill } from "./demo-images.mjs";
import { pushImage, putManifest } from "./images.mjs";
import { startRegistry } from "./registry.mjs";

const say = console.log;

/**
 * A job summary. `isShown` where the documentation shows its picture.
 * @typedef {{ name: string, summary: string, isShown: boolean }} Picture
 */

/** The names in pictures, so that a picture is the same whichever port and folder a run had. The folder's is as a step would write it. */
const HOST = "registry.example.com";
const TEMPORARY = "$RUNNER_TEMP";

/**
 * Runs the built action in every way that pictures show, against real registries.
 * @returns {Promise<Picture[]>}
 */
export async function runAll() {
  const folder = await mkdtemp(join(tmpdir(), "prune-pictures-"));
  // What the runner tells a step.
  Object.assign(process.env, {
    GITHUB_ACTION_REPOSITORY: "prune-image-tags/prune-image-tags",
    GITHUB_ACTION_REF: "v0",
    GITHUB_RUN_ID: "1658821493",
  });
  try {
    return [
      ...(await runUsual(folder)),
      ...(await runRefused()),
      ...(await runMany()),
      ...(await runReclaim(folder)),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} host
 * @param {Record<string, string>} inputs
 */
async function summaryOf(host, inputs) {
  const { summary } = await runAction(inputs);
  return summary.replaceAll(host, HOST).replaceAll(/\/[\w/-]+?\/prune-(?:pictures|demo)-\w+/g, TEMPORARY);
}

/**
 * The commands on a repository that is filled as a year of pipelines would fill it.
 * @param {string} folder
 * @returns {Promise<Picture[]>}
 */
async function runUsual(folder) {
  const registry = await startRegistry({ say });
  try {
    const repo = { base: registry.url, name: "team/app" };
    await fill(repo);
    await pushImage({ ...repo, name: "team/web" }, ["1.0.0"]);
    const image = `${registry.host}/team/app`;
    const [journal, plan] = [join(folder, "journal.ndjson"), join(folder, "plan.json")];
    const keep = "10";
    /** @type {[string, Record<string, string>, boolean][]} */
    const runs = [
      ["check", { command: "check", image }, true],
      ["explain", { command: "explain", image: `${image}:3.3.0-alpha.3,${image}:latest`, keep }, false],
      ["plan", { image: `${image}:3.3.0-alpha.74`, keep, "dry-run": "true", plan }, true],
      ["limit", { image, keep, "max-deletions": "20" }, false],
      ["bad-input", { image, keep: "ten", include: "/(/" }, false],
      ["missing", { image: `${registry.host}/team/ap` }, false],
      [
        "several",
        { image: `${registry.host}/team/*,${registry.host}/team/ap`, keep, "dry-run": "true" },
        false,
      ],
      ["summary", { command: "apply", plan, journal }, false],
      ["restore", { command: "restore", journal, tags: "3.3.0-alpha.64" }, true],
      ["restore-all", { command: "restore", journal }, false],
      ["summary", { image: `${image}:3.3.0-alpha.74`, keep, journal }, true],
    ];
    const pictures = [];
    for (const [name, inputs, isShown] of runs) {
      const summary = await summaryOf(registry.host, inputs);
      pictures.push({ name: inputs["command"] === "apply" ? "apply" : name, summary, isShown });
    }
    return pictures;
  } finally {
    await registry.stop();
  }
}

/**
 * A registry that has deletes turned off.
 * @returns {Promise<Picture[]>}
 */
async function runRefused() {
  const registry = await startRegistry({ deletes: false, say });
  try {
    await fill({ base: registry.url, name: "team/app" });
    const summary = await summaryOf(registry.host, { image: `${registry.host}/team/app`, keep: "10" });
    return [{ name: "deletes-off", summary, isShown: true }];
  } finally {
    await registry.stop();
  }
}

/**
 * A repository with 3,000 tags, of four channels.
 * @returns {Promise<Picture[]>}
 */
async function runMany() {
  const registry = await startRegistry({ say });
  try {
    const repo = { base: registry.url, name: "team/app" };
    const { bytes, mediaType } = await pushImage(repo, []);
    const content = JSON.parse(bytes.toString());
    const ends = ["", "-rc.1", "-alpha.1", "-beta.1"];
    const tags = Array.from({ length: 3000 }, (_, index) => `1.${Math.floor(index / 4)}.0${ends[index % 4]}`);
    const next = tags.values();
    const push = async () => {
      for (const tag of next) {
        await putManifest(
          repo,
          tag,
          mediaType,
          Buffer.from(JSON.stringify({ ...content, annotations: { tag } })),
        );
      }
    };
    await Promise.all(Array.from({ length: 8 }, push));
    const inputs = { image: `${registry.host}/team/app`, keep: "100", "dry-run": "true" };
    return [{ name: "many", summary: await summaryOf(registry.host, inputs), isShown: false }];
  } finally {
    await registry.stop();
  }
}

/**
 * A storage with what garbage collection leaves.
 * @param {string} folder
 * @returns {Promise<Picture[]>}
 */
async function runReclaim(folder) {
  const storage = join(folder, "storage");
  await mkdir(storage);
  const registry = await startRegistry({ storage, say });
  const gone = ["one", "two", "three"].map((name) => `team/${name}`);
  for (const name of gone) await pushImage({ base: registry.url, name }, ["1.0.0"]);
  const image = gone.map((name) => `${registry.host}/${name}`).join("\n");
  await runAction({ image, keep: "0", "allow-empty": "true" });
  await registry.stop();
  const inputs = { command: "reclaim", storage, offline: "true", "uploads-older-than": "1s" };
  await new Promise((resolve) => setTimeout(resolve, 1100));
  const dry = await summaryOf(registry.host, { ...inputs, "dry-run": "true" });
  return [
    { name: "reclaim-plan", summary: dry, isShown: false },
    { name: "reclaim", summary: await summaryOf(registry.host, inputs), isShown: false },
  ];
}
