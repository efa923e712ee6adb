import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pMap from "p-map";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findDistribution3 } from "../../scripts/go-tools.mjs";
import { getManifest, listTags, pullImage, pushImage, pushIndex } from "../../scripts/images.mjs";
import { type Registry, startRegistry } from "../../scripts/registry.mjs";
import { readJournal } from "../../src/run/journal/read.js";
import { type Ended, runCli } from "../support/doors.js";
import { newRepository } from "../support/pruning.js";
import { type Proxy, type RecordedRequest, startProxy } from "../support/proxy.js";

/**
 * The process is killed (SIGKILL, which nobody can answer) at every request of a run, before the registry gets it and after. Whatever the moment, nothing
 * kept may be harmed, and the next run has to finish: with the journal wholly, without it as far as the registry's lists go.
 * After a request that only reads, the registry is as it was before it, and the process has heard nothing of either: that is one moment, not two.
 */
const AT_ONCE = 3;
const LONG = 600_000;

interface Filled {
  readonly repo: ReturnType<typeof newRepository>;
  readonly kept: readonly string[];
  /** Tags, by themselves, that may be left where a registry can't delete one. */
  readonly doomedTags: readonly string[];
  /** All that is to be gone. */
  readonly doomed: readonly string[];
}

const signatureOf = ({ digest }: { readonly digest: string }): string => `${digest.replace(":", "-")}.sig`;

/** A signed multi-arch image under two tags, of which one child is shared with what stays; an attached fallback index; and a promoted candidate. */
async function fill(base: string): Promise<Filled> {
  const repo = newRepository(base);
  const push = (tags: string[] = []) => pushImage(repo, tags);
  const [shared, own, fresh] = [await push(), await push(), await push()];
  const old = await pushIndex(repo, ["1.0.0", "v1.0.0"], [shared, own]);
  const signature = await push([signatureOf(old)]);
  const { mediaType, digest, size } = own;
  const sbom = await pushImage(repo, [], { subject: { mediaType, digest, size } });
  const attached = await pushIndex(repo, [own.digest.replace(":", "-")], [sbom]);
  const kept = await pushIndex(repo, ["1.1.0", "1.1.0-rc.1"], [shared, fresh]);
  await push([signatureOf(kept)]);
  await push(["1.1.0-rc.2"]);
  return {
    repo,
    kept: ["1.1.0", "1.1.0-rc.2", signatureOf(kept)],
    doomedTags: ["1.1.0-rc.1"],
    doomed: [old, own, signature, sbom, attached].map((image) => image.digest),
  };
}

/** A moment at which a run is killed: before or after so many requests, of all or of those that change something. */
interface Kill {
  readonly when: "before" | "after";
  readonly of: "requests" | "changes";
  readonly at: number;
}

const isChange = ({ method }: RecordedRequest): boolean => method !== "GET" && method !== "HEAD";

/** Runs a prune, and kills it at its nth request; counts the requests where none is given. */
async function prune(
  { repo }: Filled,
  { proxy, journal, kill }: { readonly proxy: Proxy; readonly journal?: string; readonly kill?: Kill },
): Promise<Ended> {
  let seen = 0;
  let end: () => void = () => undefined;
  if (kill !== undefined) {
    const run = (): void => {
      end();
    };
    const isNth = (request: RecordedRequest): boolean =>
      (kill.of === "requests" || isChange(request)) && (seen += 1) === kill.at;
    proxy.on({ when: isNth, act: { kind: kill.when, run } });
  }
  const journals = journal === undefined ? [] : ["--journal", journal];
  return runCli([`${proxy.host}/${repo.name}`, "--keep", "1", ...journals], {
    started: (child) => {
      end = () => child.kill("SIGKILL");
    },
  });
}

/** Every kept tag, pulled byte for byte. */
async function pullKept({ repo, kept }: Filled): Promise<void> {
  for (const tag of kept) await pullImage(repo, tag);
}

async function stillThere({ repo, doomed }: Filled): Promise<readonly string[]> {
  const answers = await Promise.all(doomed.map((digest) => getManifest(repo, digest)));
  return doomed.filter((_, index) => answers[index]?.status === 200);
}

async function requestsOf(base: string): Promise<readonly RecordedRequest[]> {
  const filled = await fill(base);
  const proxy = await startProxy(base);
  try {
    const { code, stderr } = await prune(filled, { proxy });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(await stillThere(filled)).toEqual([]);
    return [...proxy.requests];
  } finally {
    await proxy.stop();
  }
}

/** Kills one run, looks, and lets a second one finish. */
async function crash(base: string, kill: Kill, canUntag: boolean): Promise<void> {
  const filled = await fill(base);
  const proxy = await startProxy(base);
  const folder = await mkdtemp(join(tmpdir(), "crash-"));
  const journal = join(folder, "journal.ndjson");
  try {
    const killed = await prune(filled, { proxy, journal, kill });
    expect(killed.code, JSON.stringify({ kill, killed })).toBe(null);
    await pullKept(filled);

    proxy.clear();
    const second = await prune(filled, { proxy, journal });
    expect(second.code, JSON.stringify({ kill, second })).toBe(0);
    await pullKept(filled);
    expect(await stillThere(filled), JSON.stringify({ kill, killed, second })).toEqual([]);
    const { repositories } = await readJournal(journal);
    expect(repositories.get(`${proxy.host}/${filled.repo.name}`)?.leftovers ?? new Set()).toEqual(new Set());
    const left = canUntag ? filled.kept : [...filled.kept, ...filled.doomedTags];
    expect(await listTags(filled.repo)).toEqual([...left].sort());
  } finally {
    await proxy.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function crashAtEvery(
  base: string,
  { when, of }: Pick<Kill, "when" | "of">,
  canUntag: boolean,
): Promise<void> {
  const requests = await requestsOf(base);
  // Listed, read, asked for referrers, probed, looked at again, deleted and verified.
  expect(requests.length).toBeGreaterThan(25);
  const ofThese = of === "requests" ? requests : requests.filter(isChange);
  // The probe for deletion, and what is to go.
  expect(ofThese.length).toBeGreaterThan(5);
  const moments = ofThese.map((_, index) => ({ when, of, at: index + 1 }));
  await pMap(moments, (kill) => crash(base, kill, canUntag), { concurrency: AT_ONCE });
}

describe("on Distribution 2.8", () => {
  let registry: Registry;
  beforeAll(async () => {
    registry = await startRegistry({ deletes: true, readOnly: false });
  });
  afterAll(() => registry.stop());

  test.each<Pick<Kill, "when" | "of">>([
    { when: "before", of: "requests" },
    { when: "after", of: "changes" },
  ])(
    "killed $when any of all $of: what is kept is whole, and a run with the journal finishes",
    async (moments) => {
      await crashAtEvery(registry.url, moments, false);
    },
    LONG,
  );

  test("without the journal a run finishes what lists show, and says that there is more that it can't see", async () => {
    const filled = await fill(registry.url);
    const proxy = await startProxy(registry.url);
    const state = await mkdtemp(join(tmpdir(), "state-"));
    const args = [`${proxy.host}/${filled.repo.name}`, "--keep", "1", "--concurrency", "1"];
    try {
      const old = filled.doomed[0] ?? "";
      let end: () => void = () => undefined;
      proxy.on({
        when: ({ method, path }) => method === "DELETE" && path.endsWith(old),
        act: { kind: "after", run: () => end() },
      });
      const env = { XDG_STATE_HOME: state };
      await runCli(args, { env, started: (child) => (end = () => child.kill("SIGKILL")) });
      proxy.clear();
      const second = await runCli(args, { env });
      await pullKept(filled);
      expect(await listTags(filled.repo)).not.toContain("1.0.0");
      // The child that only the index named is in no list.
      expect(await stillThere(filled)).toContain(filled.doomed[1]);
      expect(second.stdout).toContain("untagged ones that no tag leads to are not counted");
      expect(second.stderr).toMatch(/an earlier run was cut off.* finish it with journal: /);
      const journal = /finish it with journal: (\S+)/.exec(second.stderr)?.[1] ?? "";
      const third = await runCli([...args, "--journal", journal], { env });
      expect(third.code).toBe(0);
      expect(await stillThere(filled)).toEqual([]);
      await pullKept(filled);
    } finally {
      await proxy.stop();
      await rm(state, { recursive: true, force: true });
    }
  });
});

const distribution3 = await findDistribution3(() => undefined);

describe.skipIf(distribution3 === undefined)(
  "on Distribution 3.1.1, which deletes tags by themselves",
  () => {
    let registry: Registry;
    beforeAll(async () => {
      if (distribution3 === undefined) return;
      registry = await startRegistry({ deletes: true, readOnly: false, binary: distribution3 });
    });
    afterAll(() => registry.stop());

    test(
      "killed after any of all requests: the same",
      async () => {
        await crashAtEvery(registry.url, { when: "after", of: "requests" }, true);
      },
      LONG,
    );
  },
);
