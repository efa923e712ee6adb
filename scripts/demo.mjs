// Demonstrates the action on real registries: fills team/app as a year of pipelines would, prunes it with the built action, shows it before and after, and
// restores one image. Then it fills a registry's disk and shows how it gets its space back.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { runAction } from "./demo-action.mjs";
import { showDisk } from "./demo-disk.mjs";
import { fill } from "./demo-images.mjs";
import { listTags, pullImage } from "./images.mjs";
import { startRegistry } from "./registry.mjs";

const say = console.log;

/** @param {string[]} tags */
function show(tags) {
  const alphas = tags.filter((tag) => tag.includes("-alpha."));
  const numbers = alphas.map((tag) => Number(tag.split(".").at(-1))).sort((a, b) => a - b);
  const others = tags.filter((tag) => !alphas.includes(tag)).sort();
  return `${tags.length} tags: 3.3.0-alpha.${numbers[0]} to alpha.${numbers.at(-1)} (${alphas.length}), ${others.join(", ")}`;
}

async function showPrune() {
  const folder = await mkdtemp(join(tmpdir(), "prune-demo-journal-"));
  const journal = join(folder, "journal.ndjson");
  const registry = await startRegistry({ say });
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
    const { code, summary } = await runAction({ image, keep: "10", journal });

    const left = await listTags(repo);
    say(`\nAfter: ${show(left)}`);
    for (const tag of left) await pullImage(repo, tag);
    say(`Every one of them was pulled, byte for byte. The action ended with ${code}.`);
    say(`\nThe job summary begins:\n\n${summary.split("\n").slice(0, 5).join("\n")}`);

    say(
      "\nSomebody needed 3.3.0-alpha.64 after all. The action, with command: restore and the journal of that run:\n",
    );
    const restored = await runAction({ command: "restore", image, journal, tags: "3.3.0-alpha.64" });
    await pullImage(repo, "3.3.0-alpha.64");
    say("\nIt was pulled, byte for byte.");
    return Math.max(code, restored.code);
  } finally {
    await rm(folder, { recursive: true, force: true });
    await registry.stop();
  }
}

const codes = [await showPrune(), await showDisk()];
process.exitCode = Math.max(...codes);
