import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import pMap from "p-map";
import { describe, expect, test } from "vitest";
import { getManifest, listTags, pullImage } from "../../scripts/images.mjs";

import { useDistribution } from "../support/distributions.js";
import { type Ended, runCli } from "../support/doors.js";
import { type Proxy, startProxy } from "../support/proxy.js";
import { FAULTS } from "./faults.js";
import { type Random, randomOf, soakNumbers, soakSeed } from "./random.js";
import { fillAtRandom } from "./world.js";

/**
 * The whole program runs through a proxy that disturbs some of its requests, chosen by a seed. Whatever they are: every kept tag is whole, what is
 * reported deleted is gone, what is gone is reported, a run that says it is done has done it, no secret is told, and the run ends. A run without
 * disturbances completes what was begun, and `restore` puts all of it back.
 * `SOAK_SEED` and `SOAK_ONLY` repeat a run; `SOAK_RUNS` is how many there are.
 */
const AT_ONCE = 3;
const FEW = 10;
const LONG = 3_600_000;
const HANGS_AFTER = 240_000;
const PASSWORD = "s3cret-of-the-soak";
const SEED = soakSeed();

const env = { PRUNE_PASSWORD: PASSWORD };

type Repo = Awaited<ReturnType<typeof fillAtRandom>>;

interface Report {
  readonly deleted: readonly string[];
  readonly kept: readonly string[];
  readonly unproven?: readonly string[];
}

/** What a run without disturbances would do. */
interface Expected {
  readonly kept: readonly string[];
  readonly gone: readonly string[];
  readonly digests: readonly string[];
}

interface SavedPlan {
  readonly verdicts: readonly { readonly tag: string; readonly verdict: string }[];
  readonly deletions: readonly {
    readonly kind: string;
    readonly digest: string;
  }[];
}

interface Stage {
  readonly proxy: Proxy;
  readonly repo: Repo;
  readonly folder: string;
  readonly args: readonly string[];
}

async function expectedOf({ folder, args }: Stage): Promise<Expected> {
  const path = join(folder, "plan.json");
  const dry = await runCli([...args, "--dry-run", "--plan", path]);
  expect(dry.code, dry.stderr).toBe(0);
  const { verdicts, deletions } = JSON.parse(await readFile(path, "utf8")) as SavedPlan;
  const tagsOf = (wanted: string): readonly string[] =>
    verdicts.filter(({ verdict }) => verdict === wanted).map(({ tag }) => tag);
  const manifests = deletions.filter(({ kind }) => kind === "manifest");
  return {
    kept: tagsOf("keep"),
    gone: tagsOf("delete"),
    digests: manifests.map(({ digest }) => digest),
  };
}

/** Chooses the faults of a run, and the requests that they meet. Returns them in words. */
function disturb(proxy: Proxy, random: Random): string {
  const chosen = Array.from({ length: 1 + random.int(3) }, () => {
    const fault = random.pick(FAULTS);
    const after = random.int(45);
    const times = random.pick([1, 1, 1, 2, 3, 1000]);
    let seen = 0;
    proxy.on({
      when: (request) => fault.when?.(request) !== false && (seen += 1) > after,
      times,
      act: fault.act(random),
    });
    return `${fault.name}, after ${String(after)}, ${String(times)} times`;
  });
  return chosen.join("; ");
}

/** Runs the program under disturbances, with a clock that runs 40 times as fast. */
async function runDisturbed({ args, folder }: Stage): Promise<Ended> {
  const clock = resolve("__tests__/soak/fast-clock.mjs");
  const journal = ["--journal", join(folder, "journal.ndjson")];
  return runCli([...args, ...journal, "--json", "--username", "ci"], {
    env: { ...env, NODE_OPTIONS: `--import ${clock}`, FAST_CLOCK: "40" },
    started: (child) => {
      const timer = setTimeout(() => child.kill("SIGKILL"), HANGS_AFTER);
      child.once("close", () => {
        clearTimeout(timer);
      });
    },
  });
}

async function isThere(repo: Repo, reference: string): Promise<boolean> {
  return (await getManifest(repo, reference)).status === 200;
}

async function whichAreThere(repo: Repo, references: readonly string[]): Promise<readonly string[]> {
  const there = await Promise.all(references.map((reference) => isThere(repo, reference)));
  return references.filter((_, index) => there[index]);
}

function reportOf({ stdout }: Ended): Report {
  return stdout === "" ? { deleted: [], kept: [] } : (JSON.parse(stdout) as Report);
}

const tagOf = (reference: string): string => reference.slice(reference.lastIndexOf(":") + 1);

async function checkDisturbed({ repo, folder }: Stage, ended: Ended, expected: Expected): Promise<void> {
  // It has ended, and not by an error that nobody caught.
  expect(ended.code).not.toBe(null);
  expect([0, 1, 2, 3]).toContain(ended.code);
  expect(ended.stderr).not.toMatch(/please report|^\s+at .*:\d+:\d+/im);
  const journal = await readFile(join(folder, "journal.ndjson"), "utf8").catch(() => "");
  for (const text of [ended.stdout, ended.stderr, journal]) expect(text).not.toContain(PASSWORD);

  for (const tag of expected.kept) await pullImage(repo, tag);
  const report = reportOf(ended);
  const left = await whichAreThere(repo, expected.gone);
  const said = report.deleted.map(tagOf);
  const unproven = (report.unproven ?? []).map(tagOf);
  expect(
    said.filter((tag) => left.includes(tag) && !unproven.includes(tag)),
    "said to be deleted, and there",
  ).toEqual([]);
  const gone = expected.gone.filter((tag) => !left.includes(tag));
  expect(
    gone.filter((tag) => !said.includes(tag) && !unproven.includes(tag)),
    "gone, and not said",
  ).toEqual([]);
  if (ended.code === 0) {
    // A question that was not answered, as whether a tag can be deleted by itself, keeps what depends on it.
    const kept = new Set(report.kept.map(tagOf));
    expect(
      left.filter((tag) => !kept.has(tag)),
      "done, and there",
    ).toEqual([]);
    if (left.length > 0) return;
    expect(await whichAreThere(repo, expected.digests), "done, and there").toEqual([]);
  } else {
    expect(ended.stderr).not.toBe("");
  }
}

/** Completes what was begun, and puts all of it back. */
async function checkAfterwards(stage: Stage, expected: Expected, before: readonly string[]): Promise<void> {
  const { repo, args, folder } = stage;
  const journal = join(folder, "journal.ndjson");
  const second = await runCli([...args, "--journal", journal]);
  expect(second.code, second.stdout + second.stderr).toBe(0);
  for (const tag of expected.kept) await pullImage(repo, tag);
  expect(await whichAreThere(repo, [...expected.gone, ...expected.digests]), "left by a second run").toEqual(
    [],
  );
  const restored = await runCli(["restore", journal]);
  expect(restored.code, restored.stdout + restored.stderr).toBe(0);
  expect(await listTags(repo), "restored").toEqual(before);
  for (const tag of before) await pullImage(repo, tag);
}

async function soak(url: string, number: number): Promise<void> {
  const random = randomOf(SEED, number);
  const repo = await fillAtRandom(url, random);
  const proxy = await startProxy(url);
  const folder = await mkdtemp(join(tmpdir(), "soak-"));
  const args = [`${proxy.host}/${repo.name}`, "--keep", "2", "--sort", random.pick(["semver", "prerelease"])];
  const stage = { proxy, repo, folder, args };
  let faults = "";
  let ended: Ended | undefined;
  try {
    const before = await listTags(repo);
    const expected = await expectedOf(stage);
    faults = disturb(proxy, random);
    ended = await runDisturbed(stage);
    proxy.clear();
    await checkDisturbed(stage, ended, expected);
    if (expected.digests.length > 0) await checkAfterwards(stage, expected, before);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Error(
      `SOAK_SEED=${String(SEED)} SOAK_ONLY=${String(number)} (${faults}): ${message}\n${JSON.stringify(ended)}`,
      { cause: error },
    );
  } finally {
    await proxy.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs all numbers, and fails with all that went wrong. */
async function soakAll(url: string): Promise<void> {
  console.log(`SOAK_SEED=${String(SEED)}`);
  const wrong: string[] = [];
  await pMap(
    soakNumbers(FEW),
    (number) => soak(url, number).catch((error: unknown) => wrong.push(String(error))),
    { concurrency: AT_ONCE },
  );
  expect(wrong).toEqual([]);
}

describe.each(["2.8", "3.1.1"] as const)("on Distribution %s", (distribution) => {
  const stage = useDistribution(distribution);

  test(
    "whatever is disturbed, nothing kept is harmed, and what is said is true",
    async ({ skip }) => {
      const { base: url } = (await stage(skip)).repo;
      await soakAll(url);
    },
    LONG,
  );
});
