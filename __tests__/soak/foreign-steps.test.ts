import pMap from "p-map";
import { describe, expect, test } from "vitest";
import { pullImage, pushImage, pushIndex, putManifest, type Repo } from "../../scripts/images.mjs";
import type { Registry } from "../../scripts/registry.mjs";
import { statusOf } from "../../src/report/run/result.js";
import { useDistribution } from "../support/distributions.js";
import { isDelete, isList, type Pushed, stageOf } from "../support/proxied.js";
import type { RecordedRequest } from "../support/proxy.js";
import { type Pruned, runPrune } from "../support/pruning.js";
import { runRestore, signatureOf } from "../support/restoring.js";
import { randomOf, soakRuns, soakSeed } from "./random.js";

/**
 * Between any request of a run and the next, somebody else takes a step. Nothing that is kept may be lost but between the last look at it and the
 * deletion of its image, a window that no registry lets anyone close; and where that can be seen, the run says so, fails, and `restore` puts it back.
 * `npm test` takes a sample by seed, `npm run test:soak` takes all.
 */
const AT_ONCE = 4;
const FEW = 20;
const LONG = 3_600_000;
const SEED = soakSeed();

/** A signed image of two tags that goes, and one that stays; they share a part. */
interface World {
  readonly repo: Repo;
  readonly old: Pushed;
  readonly own: Pushed;
  readonly kept: Pushed;
}

async function fill(repo: Repo): Promise<World> {
  const push = (tags: string[] = []): Promise<Pushed> => pushImage(repo, tags);
  const [shared, own, fresh] = [await push(), await push(), await push()];
  const old = await pushIndex(repo, ["1.0.0", "v1.0.0"], [shared, own]);
  await push([signatureOf(old, ".sig")]);
  const kept = await pushIndex(repo, ["1.1.0", "stable"], [shared, fresh]);
  await push([signatureOf(kept, ".sig")]);
  await push(["0.9.0"]);
  return { repo, old, own, kept };
}

const STAYING: readonly string[] = ["1.1.0", "stable"];

/** What is to be there in the end: the digest of each of these tags, and `undefined` for one that somebody took away. */
type Wanted = Readonly<Record<string, string | undefined>>;

/** A step of somebody else. It returns the tags that it wants. */
interface Step {
  readonly name: string;
  readonly take: (world: World) => Promise<Wanted>;
}

const put = async (repo: Repo, tag: string, { mediaType, bytes, digest }: Pushed): Promise<Wanted> => {
  await putManifest(repo, tag, mediaType, bytes);
  return { [tag]: digest };
};

async function remove({ base, name }: Repo, reference: string): Promise<void> {
  await fetch(`${base}/v2/${name}/manifests/${reference}`, { method: "DELETE" });
}

const STEPS: readonly Step[] = [
  {
    name: "pushes a new image",
    take: async ({ repo }) => ({ "1.2.0-rc.1": (await pushImage(repo, ["1.2.0-rc.1"])).digest }),
  },
  { name: "tags what goes", take: ({ repo, old }) => put(repo, "promoted", old) },
  { name: "moves a tag that stays onto what goes", take: ({ repo, old }) => put(repo, "stable", old) },
  {
    name: "moves a tag that goes",
    take: async ({ repo }) => ({ "1.0.0": (await pushImage(repo, ["1.0.0"])).digest }),
  },
  {
    name: "pushes an index of a part that goes",
    take: async ({ repo, own }) => ({ parts: (await pushIndex(repo, ["parts"], [own])).digest }),
  },
  {
    name: "deletes a tag that stays",
    take: async ({ repo }) => {
      await remove(repo, "stable");
      return { stable: undefined };
    },
  },
  {
    name: "deletes an image that goes",
    take: async ({ repo, old }) => {
      await remove(repo, old.digest);
      return {};
    },
  },
  {
    name: "begins another prune",
    take: async ({ repo }) => {
      await runPrune({ image: `${new URL(repo.base).host}/${repo.name}`, keep: "1" });
      return {};
    },
  },
];

/** `-`: nothing came of it. `seen`: something was lost, said, and restored. `unseen`: something was lost that no look could show. */
type Cell = "-" | "seen" | "unseen" | "no such request";

interface Moment {
  readonly step: Step;
  /** The number of the request before which it is taken, from 1. */
  readonly at: number;
}

/** The tags that somebody wanted, and the moment at which it was. */
interface Loss {
  readonly repo: Repo;
  readonly wanted: Wanted;
  /** The image of the tags that stay, as the run knew it. */
  readonly known: string;
  readonly where: string;
}

/** The address of a registry. */
type Address = Pick<Registry, "url">;

/** Runs a prune, during which somebody takes a step, and returns what came of it. */
async function run(registry: Address, { step, at }: Moment): Promise<Cell> {
  const stage = await stageOf(registry);
  const { proxy, repo, image } = stage;
  const world = await fill(repo);
  let wanted: Wanted | undefined;
  let seen = 0;
  proxy.on({
    when: () => (seen += 1) === at,
    act: {
      kind: "before",
      // A push can fail, where what it builds on is gone.
      run: async () => (wanted = await step.take(world).catch(() => ({}))),
    },
  });
  const pruned = await runPrune({ image, keep: "1", concurrency: "1" });
  if (wanted === undefined) return "no such request";
  const all: Wanted = { "1.1.0": world.kept.digest, stable: world.kept.digest, ...wanted };
  const lost = (await lostOf(repo, all)).filter((tag) => !isPlanned(pruned, tag, all[tag]));
  const where = `${step.name}, before request ${String(at)}`;
  if (lost.length === 0) return "-";
  expect(looksBetween(proxy.requests.slice(at - 1), lost), `${where}: ${lost.join()}, seen in time`).toEqual(
    [],
  );
  return said(pruned, lost, { repo, wanted: all, known: world.kept.digest, where });
}

/** True if the plan itself deletes this tag of this image: it was read like that, and the policy says so. */
function isPlanned({ outcome }: Pruned, tag: string, digest: string | undefined): boolean {
  if (outcome.kind !== "applied") return false;
  return outcome.plan.verdicts.some(
    (each) => each.tag === tag && each.digest === digest && each.kind !== "keep",
  );
}

/** Returns the tags that are not there, or not whole, or another image. */
async function lostOf(repo: Repo, all: Wanted): Promise<readonly string[]> {
  const lost = await Promise.all(
    Object.entries(all).map(async ([tag, digest]) => {
      if (digest === undefined) return [];
      const pulled = await pullImage(repo, tag).then(
        ([found]) => found,
        () => undefined,
      );
      return pulled === digest ? [] : [tag];
    }),
  );
  return lost.flat();
}

/** Returns the looks at these tags, after a step and before the first deletion that followed it. */
function looksBetween(after: readonly RecordedRequest[], tags: readonly string[]): readonly string[] {
  const deletion = after.findIndex(isDelete);
  const before = after.slice(0, Math.max(deletion, 0));
  const isLook = (request: RecordedRequest): boolean =>
    isList(request) || tags.some((tag) => request.path.endsWith(`/manifests/${tag}`));
  return before.filter(isLook).map(({ method, path }) => `${method} ${path}`);
}

/** Checks that a run which lost something says so, and that `restore` puts it back. */
async function said({ result, outcome }: Pruned, lost: readonly string[], loss: Loss): Promise<Cell> {
  const { repo, wanted, known, where } = loss;
  const harm = outcome.kind === "applied" ? outcome.harm.map(({ tag }): string => tag) : [];
  if (!lost.some((tag) => harm.includes(tag))) {
    // A tag that came and went between two looks is in none of them.
    const stayed = lost.filter((tag) => STAYING.includes(tag));
    expect(stayed, `${where}: lost, and not said`).toEqual([]);
    return "unseen";
  }
  expect(statusOf(result), where).toBe("failed");
  expect(result.journal, where).toBeDefined();
  await runRestore(result.journal ?? "");
  // Nobody knows where a tag pointed that was moved and lost: it comes back on the image that the run knew.
  const isBack = await Promise.all(
    lost.map(async (tag) => {
      const ends = STAYING.includes(tag) ? [wanted[tag], known] : [wanted[tag]];
      const lostStill = await Promise.all(ends.map((digest) => lostOf(repo, { [tag]: digest })));
      return lostStill.some((tags) => tags.length === 0);
    }),
  );
  expect(
    lost.filter((_, index) => isBack[index] !== true),
    `${where}: restored`,
  ).toEqual([]);
  return "seen";
}

/** Returns the requests of a run that nobody disturbs. */
async function requestsOf(registry: Address): Promise<readonly RecordedRequest[]> {
  const { proxy, repo, image } = await stageOf(registry);
  await fill(repo);
  const { result } = await runPrune({ image, keep: "1", concurrency: "1" });
  expect(statusOf(result)).toBe("done");
  return proxy.requests;
}

function sample(moments: readonly Moment[]): readonly Moment[] {
  if (soakRuns(0) > 0) return moments;
  const random = randomOf(SEED, 0);
  return Array.from({ length: FEW }, () => random.pick(moments));
}

function print(requests: readonly RecordedRequest[], cells: ReadonlyMap<string, Cell>): void {
  const rows = requests.map(({ method, path }, index) => {
    const what = path.replace(/^.*\/(?=manifests|tags|referrers|blobs)/, "").slice(0, 30);
    const outcomes = STEPS.map(({ name }) => (cells.get(`${name} ${String(index + 1)}`) ?? "").padEnd(8));
    return `${String(index + 1).padStart(3)} ${method.padEnd(6)} ${what.padEnd(30)} ${outcomes.join(" ")}`;
  });
  const legend = STEPS.map(({ name }, index) => `${String(index + 1)}: ${name}`).join("; ");
  console.log(
    [`SOAK_SEED=${String(SEED)}. Before each request, the step of a column: ${legend}`, ...rows].join("\n"),
  );
}

async function runAll(registry: Address): Promise<void> {
  const requests = await requestsOf(registry);
  const moments = requests.flatMap((_, index) => STEPS.map((step) => ({ step, at: index + 1 })));
  const cells = new Map<string, Cell>();
  const wrong: string[] = [];
  await pMap(
    sample(moments),
    async (moment) => {
      try {
        cells.set(`${moment.step.name} ${String(moment.at)}`, await run(registry, moment));
      } catch (error) {
        wrong.push(`SOAK_SEED=${String(SEED)}: ${String(error)}`);
      }
    },
    { concurrency: AT_ONCE },
  );
  print(requests, cells);
  expect(wrong).toEqual([]);
}

describe.each(["2.8", "3.1.1"] as const)("on Distribution %s", (distribution) => {
  const stage = useDistribution(distribution);

  test(
    "whatever somebody else does between two requests, nothing kept is lost but in the window that the docs name",
    async ({ skip }) => {
      const { base: url } = (await stage(skip)).repo;
      await runAll({ url });
    },
    LONG,
  );
});
