import { execFile } from "node:child_process";
import { mkdir, rm, truncate, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { findDistribution3 } from "../../scripts/go-tools.mjs";
import { listTags, pushImage } from "../../scripts/images.mjs";
import { isUp } from "../../scripts/run-server.mjs";
import { runAction, runCli } from "../support/doors.js";
import { applied, failed, runPrune } from "../support/pruning.js";
import { runReclaim } from "../support/reclaiming.js";
import { pullAll, type ScriptedRegistry, startScripted } from "../support/scripted.js";

const run = promisify(execFile);

type Skip = (note: string) => never;

let three: string | undefined;
beforeAll(async () => {
  three = await findDistribution3(console.warn);
}, 600_000);

interface Filled extends ScriptedRegistry {
  readonly at: (path: string) => string;
  /** The path of the newest image's manifest, and of its link. */
  readonly data: string;
  readonly link: string;
}

const tagOf = (number: number): string => `1.${number}.0`;
const MANIFESTS = "repositories/team/app/_manifests";

/** Four images; the newest is what a test damages. */
async function filled(version: string, skip: Skip): Promise<Filled> {
  const binary = version === "3" ? (three ?? skip("Distribution 3 can't be built here")) : undefined;
  const registry = await startScripted(binary === undefined ? {} : { binary });
  let hex = "";
  for (const number of [1, 2, 3, 4]) {
    hex = (await pushImage(registry.repo, [tagOf(number)])).digest.slice("sha256:".length);
  }
  return {
    ...registry,
    at: (path) => join(registry.storage, "docker/registry/v2", path),
    data: `blobs/sha256/${hex.slice(0, 2)}/${hex}/data`,
    link: `${MANIFESTS}/revisions/sha256/${hex}/link`,
  };
}

/** Does something to the storage while the registry is down: it remembers what it has read. */
async function whileDown(registry: ScriptedRegistry, act: () => Promise<unknown>): Promise<void> {
  await run(registry.programs.stop);
  await act();
  await startAgain(registry);
}

async function startAgain({ programs, url }: ScriptedRegistry): Promise<void> {
  await run(programs.start);
  expect(await isUp({ ended: () => false }, `${url}/v2/`)).toBe(true);
}

const image = ({ host }: ScriptedRegistry): string => `${host}/team/app`;
// By the user's word: that nothing answers is no proof that no registry runs.
const sweepOf = ({ storage }: ScriptedRegistry) => ({ storage, offline: "true" });

describe.each(["2.8", "3"])("what a full disk left in Distribution %s", (version) => {
  test("an empty manifest is told of by all, and what is left of its image goes", async ({ skip }) => {
    const registry = await filled(version, skip);
    await whileDown(registry, () => truncate(registry.at(registry.data)));
    const why = failed(await runPrune({ image: image(registry), keep: "2" })).error;
    expect(why.message).toContain(`reading team/app:${tagOf(4)}`);
    expect(why.nextStep).toContain("a manifest that is empty or cut off");
    const checked = await runCli(["check", image(registry), "--plain-http", registry.host]);
    expect(checked.stdout).toContain("a manifest that is empty or cut off");
    const red = await runReclaim({ registry: registry.host, "gc-command": registry.script });
    expect(red.result.collection).toMatchObject({ kind: "failed" });

    await run(registry.programs.stop);
    const { result } = await runReclaim(sweepOf(registry));
    expect(result.sweep?.removals.map(({ kind, removal }) => [kind, removal.kind])).toEqual([
      ["removed", "phantom-tag"],
      ["removed", "remains"],
    ]);
    expect(result.sweep?.removals[1]?.removal.what).toContain(registry.data);
    await startAgain(registry);
    const pruned = await runPrune({ image: image(registry), keep: "2", "gc-command": registry.script });
    expect(applied(pruned).deleted).toEqual([tagOf(1)]);
    expect(pruned.result.collection).toMatchObject({ kind: "collected", harm: [], broken: [], proven: 2 });
    await pushImage(registry.repo, [tagOf(4)]);
    expect(await pullAll(registry)).toHaveLength(3);
  });

  test("an empty link to what no tag has goes, and one that a tag has stays and is told of", async ({
    skip,
  }) => {
    const registry = await filled(version, skip);
    const { digest } = await pushImage(registry.repo, ["9.0.0"]);
    const other = `${MANIFESTS}/revisions/${digest.replace(":", "/")}/link`;
    await run(registry.programs.stop);
    await truncate(registry.at(registry.link));
    const kept = await runReclaim(sweepOf(registry));
    expect(kept.result.sweep).toMatchObject({ removals: [], unsure: [{ blocksCollection: true }] });
    expect(kept.result.sweep?.unsure[0]?.doubts.join()).toContain(
      `${registry.link} is empty, and the tag 1.4.0`,
    );

    await writeFile(registry.at(registry.link), `sha256:${registry.link.split("/").at(-2) ?? ""}`);
    await truncate(registry.at(other));
    await rm(registry.at(`${MANIFESTS}/tags/9.0.0`), { recursive: true });
    const { result } = await runReclaim(sweepOf(registry));
    expect(result.sweep).toMatchObject({ unsure: [], removals: [{ removal: { kind: "remains" } }] });
    await startAgain(registry);
    const after = await runReclaim({ registry: registry.host, "gc-command": registry.script });
    expect(after.result.collection).toMatchObject({ kind: "collected", harm: [], proven: 4 });
    expect(await pullAll(registry)).toHaveLength(4);
  });

  test.for(["@eaDir", ".DS_Store", "lost+found"])(
    "%s among the tags is named by all, with its path",
    async (name, { skip }) => {
      const registry = await filled(version, skip);
      const path = `${MANIFESTS}/tags/${name}`;
      await (name === ".DS_Store" ? writeFile(registry.at(path), "x") : mkdir(registry.at(path)));
      expect(failed(await runPrune({ image: image(registry), keep: "2" })).error.nextStep).toContain(path);
      const checked = await runCli(["check", image(registry), "--plain-http", registry.host]);
      expect(checked.stdout).toContain(path);
      const { result } = await runReclaim({ ...sweepOf(registry), "dry-run": "true" });
      expect(result.sweep?.unsure[0]?.doubts.join()).toContain(path);
      await rm(registry.at(path), { recursive: true });
      expect(applied(await runPrune({ image: image(registry), keep: "2" })).deleted).toHaveLength(2);
    },
  );
});

test("what stands among the blobs is named, and no manifest counts as gone that may be in lost+found", async ({
  skip,
}) => {
  const registry = await filled("2.8", skip);
  for (const path of ["blobs/lost+found", "blobs/@eaDir", "blobs/sha256/ab/@eaDir"]) {
    await mkdir(registry.at(path), { recursive: true });
  }
  await writeFile(registry.at("blobs/sha256/.DS_Store"), "x");
  await rm(dirname(registry.at(registry.data)), { recursive: true });
  await run(registry.programs.stop);
  const doubtful = (await runReclaim(sweepOf(registry))).result.sweep;
  expect(doubtful?.removals).toEqual([]);
  const named = doubtful?.unsure.find(({ keeps }) => keeps === "nothing")?.doubts.join() ?? "";
  for (const path of [
    "blobs/lost+found",
    "blobs/@eaDir",
    "blobs/sha256/.DS_Store",
    "blobs/sha256/ab/@eaDir",
  ]) {
    expect(named).toContain(`${path} is nothing that a registry puts there`);
  }
  for (const path of [
    "blobs/lost+found",
    "blobs/@eaDir",
    "blobs/sha256/ab/@eaDir",
    "blobs/sha256/.DS_Store",
  ]) {
    await rm(registry.at(path), { recursive: true });
  }
  const { result } = await runReclaim(sweepOf(registry));
  expect(result.sweep?.removals.map(({ removal }) => removal.kind)).toEqual(["phantom-tag", "remains"]);
  await startAgain(registry);
  expect(await pullAll(registry)).toHaveLength(3);
});

test("a sweep after which no collection can work is not green", async ({ skip }) => {
  const registry = await filled("2.8", skip);
  await run(registry.programs.stop);
  await truncate(registry.at(registry.link));
  const { code, stderr } = await runCli(["reclaim", "--storage", registry.storage, "--offline", "--yes"]);
  expect([code, stderr]).toEqual([
    3,
    expect.stringContaining("Garbage collection fails as long as this is so"),
  ]);
});

describe("a gc-command", () => {
  test("that goes on after a collection that failed is a failure", async ({ skip }) => {
    const registry = await filled("2.8", skip);
    const { digest } = await pushImage(registry.repo, ["9.0.0"]);
    await truncate(registry.at(`${MANIFESTS}/revisions/${digest.replace(":", "/")}/link`));
    await rm(registry.at(`${MANIFESTS}/tags/9.0.0`), { recursive: true });
    const script = registry.script.replace(registry.programs.collect, `${registry.programs.collect} || true`);
    expect(script).toContain("|| true");
    const step = await runAction({ image: image(registry), keep: "2", "gc-command": script });
    expect([step.code, step.errors.join("\n")]).toEqual([
      1,
      expect.stringContaining("the collection in gc-command failed to garbage collect: failed to mark"),
    ]);
  });

  test.each([
    ["compose's prefix", "sed 's/^/registry-1  | /'"],
    ["a time", "sed 's/^/2026-11-28T17:00:00.123456789Z /'"],
    [
      "both, in colours",
      String.raw`sed "s/^/$(printf '\033[36m')registry-1  | $(printf '\033[0m')2026-11-28T17:00:00Z /"`,
    ],
    ["the time and names of a journal", "sed 's/^/Nov 28 17:00:00 host registry[123]: /'"],
  ])("tells the freed bytes behind %s", async (_, prefix) => {
    const registry = await filled("2.8", (note) => {
      throw new Error(note);
    });
    const { collect } = registry.programs;
    const script = registry.script.replace(collect, `${collect} 2>&1 | ${prefix}`);
    const step = await runAction({ image: image(registry), keep: "2", "gc-command": script });
    expect([step.errors, step.code]).toEqual([[], 0]);
    expect(Number(step.outputs["freed-bytes"])).toBeGreaterThan(0);
    expect(step.stdout).not.toContain("eligible for deletion: ");
    expect(await listTags(registry.repo)).toEqual([tagOf(3), tagOf(4)]);
  });

  test("counts as whole only the tags that can be pulled, and names the others", async ({ skip }) => {
    const registry = await filled("2.8", skip);
    const { layers } = await pushLayered(registry);
    const hex = layers.slice("sha256:".length);
    await whileDown(registry, () => truncate(registry.at(`blobs/sha256/${hex.slice(0, 2)}/${hex}/data`)));
    const step = await runAction({ image: image(registry), keep: "3", "gc-command": registry.script });
    expect(step.stdout).toContain("Every part of 2 kept tags answers.");
    expect(step.warnings.join("\n")).toContain(
      "1 tag could not be pulled whole before the collection, and still can't: team/app:2.0.0",
    );
  });
});

/** Pushes 2.0.0, and returns the digest of its layer. */
async function pushLayered({ url, repo }: ScriptedRegistry): Promise<{ readonly layers: string }> {
  const { digest } = await pushImage(repo, ["2.0.0"]);
  const read = await fetch(`${url}/v2/${repo.name}/manifests/${digest}`, {
    headers: { accept: "application/vnd.oci.image.manifest.v1+json" },
  });
  const { layers } = (await read.json()) as { layers: readonly { digest: string }[] };
  return { layers: layers[0]?.digest ?? "" };
}
