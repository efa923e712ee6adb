import { describe, expect, test } from "vitest";
import type { Deletion } from "../../src/core/plan/deletion.js";
import type { DeletionOutcome } from "../../src/core/plan/outcome.js";
import { type Registry, type RegistryErrorKind, RegistryError } from "../../src/registry/port/registry.js";
import {
  applyBatch,
  type BatchOptions,
  type DeletionCare,
  record,
  withUntagged,
} from "../../src/run/apply/apply-batch.js";
import type { Look } from "../../src/run/apply/recheck.js";
import { SideBySide } from "../../src/run/sending/side-by-side.js";
import { TagsOfDeleted } from "../../src/run/sending/tags-of-deleted.js";
import {
  imageDeletion,
  madeUpRegistry,
  noProgress,
  refusal,
  REPOSITORY,
} from "../support/made-up-registry.js";
import { digest, nameOf, tag } from "../support/snapshots.js";

const NAMES = ["a", "b", "c", "d"];
const BATCH = NAMES.map((name) => imageDeletion(name, `1.0.0-${name}`));
const [FIRST] = BATCH;
const EMPTY: Look = {
  ...{ tags: new Map(), needed: new Map(), mayLoseTags: new Map() },
  ...{ hollow: new Set(), back: new Set() },
};

interface Scene extends Partial<Registry> {
  /** The kind of error at which the deletion of the image of this name fails. */
  readonly fails?: (name: string, times: number) => RegistryErrorKind | undefined;
  readonly options?: Partial<BatchOptions>;
  readonly care?: DeletionCare;
  readonly fate?: "go" | "unseen";
  readonly isOld?: boolean;
}

async function stage({
  fails = () => undefined,
  options = {},
  care,
  fate = "go",
  isOld = false,
  ...otherwise
}: Scene = {}) {
  const sent: string[] = [];
  let running = 0;
  let most = 0;
  const deleteManifest: Registry["deleteManifest"] = async (_, at) => {
    const name = nameOf(at);
    sent.push(name);
    running += 1;
    most = Math.max(most, running);
    await Promise.resolve();
    running -= 1;
    const kind = fails(name, sent.filter((each) => each === name).length);
    if (kind !== undefined) throw refusal(kind);
    return "deleted";
  };
  const points = Object.fromEntries(NAMES.map((name) => [`1.0.0-${name}`, name]));
  const { registry } = madeUpRegistry(points, {
    deleteManifest,
    deletionsAtOnce: () => 4,
    tagsOfDeleted: () => fate,
    failsSideBySide: () => Promise.resolve(isOld),
    listTags: () => Promise.resolve([]),
    ...otherwise,
  });
  const progress = noProgress();
  const recorded: DeletionOutcome[] = [];
  const of = { registry, repository: REPOSITORY };
  const all = {
    plan: { repository: REPOSITORY },
    recorder: {
      begin: () => Promise.resolve(),
      outcome: (outcome: DeletionOutcome) => void recorded.push(outcome),
    },
    say: () => undefined,
    advance: () => undefined,
    stop: undefined,
    endsAt: Infinity,
    care,
    sideBySide: await SideBySide.for(of, NAMES.length),
    tagsOfDeleted: await TagsOfDeleted.for({ ...of, snapshot: {}, progress }),
    ...options,
  } as unknown as BatchOptions;
  const deleting = { ...of, writer: undefined, proveRoom: () => Promise.resolve() };
  const apply = (batch: readonly Deletion[] = BATCH, freshUntil = Infinity, look = EMPTY) =>
    applyBatch(all, { batch, look, progress, deleting, freshUntil });
  const outcomes = () => [...progress.outcomes.values()].map(({ kind }) => kind);
  return { apply, sent, most: () => most, progress, recorded, outcomes };
}

describe("a batch", () => {
  test("is sent side by side, each outcome is written down", async () => {
    const { apply, sent, most, outcomes, recorded } = await stage();
    await apply();
    expect([sent, most()]).toEqual([NAMES, 4]);
    expect(outcomes()).toEqual(NAMES.map(() => "deleted"));
    expect(recorded).toHaveLength(4);
  });

  test.each<[string, Scene]>([
    ["may take longer names along", { care: { apply: (_, send) => send() } }],
    ["fails side by side", { isOld: true }],
  ])("is sent one by one where the registry %s", async (_, scene) => {
    const { apply, sent, most } = await stage(scene);
    await apply();
    expect([sent, most()]).toEqual([NAMES, 1]);
  });

  test("begins with one alone, where it is to be seen what becomes of tags", async () => {
    let whenSecond = 0;
    const made = await stage({
      fate: "unseen",
      listTags: () => Promise.resolve((whenSecond = made.sent.length) > 9 ? undefined : []),
    });
    await made.apply();
    expect([whenSecond, made.sent]).toEqual([1, NAMES]);
  });

  test.each<[string, Partial<BatchOptions>, number]>([
    ["the look is old", {}, 0],
    ["the time is over", { endsAt: 0 }, Infinity],
    ["the run is told to stop", { stop: AbortSignal.abort() }, Infinity],
  ])("is not sent where %s", async (...[, options, freshUntil]) => {
    const { apply, sent, progress } = await stage({ options });
    await apply(BATCH, freshUntil);
    expect([sent, progress.outcomes.size]).toEqual([[], 0]);
  });

  test("is sent no further after a registry that does no more in this hour; what it refused has no outcome", async () => {
    const { apply, sent, outcomes } = await stage({
      isOld: true,
      fails: (name) => (name === "b" ? "rate-limited" : undefined),
    });
    await expect(apply()).rejects.toMatchObject({ kind: "rate-limited" });
    expect([sent, outcomes()]).toEqual([["a", "b"], ["deleted"]]);
  });

  test("is sent no further where deletions are refused; that one has failed", async () => {
    const { apply, sent, outcomes } = await stage({ isOld: true, fails: () => "forbidden" });
    await expect(apply()).rejects.toThrow("refuses to delete");
    expect([sent, outcomes()]).toEqual([["a"], ["failed"]]);
  });

  test("waits for the next look where the registry asks for a pause: what was not done has no outcome", async () => {
    const { apply, sent, outcomes } = await stage({
      isOld: true,
      fails: (name) => (name === "b" ? "paused" : undefined),
    });
    await apply();
    expect([sent, outcomes()]).toEqual([["a", "b"], ["deleted"]]);
  });

  test("waits for the next look where one could not be sent again; the fourth time it has failed, and the rest is sent", async () => {
    const { apply, sent, progress, outcomes } = await stage({
      isOld: true,
      fails: (name) => (name === "a" ? "outdated" : undefined),
    });
    for (const times of [1, 2, 3]) {
      await apply();
      expect(sent).toEqual(Array<string>(times).fill("a"));
      expect(FIRST && progress.outdated.get(FIRST)?.times).toBe(times);
      expect(outcomes()).toEqual([]);
    }
    await apply();
    expect(sent.slice(3)).toEqual(NAMES);
    expect(outcomes()).toEqual(["failed", "deleted", "deleted", "deleted"]);
  });

  test("is tried once more after the next look, where one failed beside another", async () => {
    const { apply, sent, outcomes, progress } = await stage({
      fails: (name, times) => (name === "a" && times === 1 ? "failed-at" : undefined),
    });
    await apply();
    expect(FIRST && progress.outdated.get(FIRST)).toMatchObject({ times: 1, error: { kind: "failed-at" } });
    expect(FIRST && progress.outcomes.has(FIRST)).toBe(false);
    const left = BATCH.filter((deletion) => !progress.outcomes.has(deletion));
    await apply(left);
    expect(sent.filter((name) => name === "a")).toHaveLength(2);
    expect(outcomes()).toEqual(NAMES.map(() => "deleted"));
  });

  test("has each after what it belongs to, and none where that is not gone", async () => {
    const child = { ...imageDeletion("child"), parents: [digest("a")] };
    const batch = [imageDeletion("a", "1.0.0-a"), child];
    const parents = (made: Awaited<ReturnType<typeof stage>>) =>
      made.progress.parents.set(digest("a"), undefined);
    const good = await stage();
    parents(good);
    await good.apply(batch);
    expect([good.sent, good.outcomes()]).toEqual([
      ["a", "child"],
      ["deleted", "deleted"],
    ]);
    const bad = await stage({ fails: () => "still-there" });
    parents(bad);
    await bad.apply(batch);
    expect([bad.sent, bad.outcomes()]).toEqual([["a"], ["failed", "spared"]]);
    expect([...bad.progress.parents.keys()]).toEqual([digest("a")]);
  });

  test("remembers each tag that the look shows elsewhere", async () => {
    const { apply, progress } = await stage();
    await apply(BATCH, Infinity, { ...EMPTY, tags: new Map([[tag("1.0.0-a"), digest("new")]]) });
    expect([...progress.moved]).toEqual(["1.0.0-a"]);
  });
});

describe("the journal", () => {
  const deletion = { ...imageDeletion("child", "1.0.0"), parents: [digest("a")] };
  const stopped: DeletionOutcome = { kind: "spared", deletion, reason: { kind: "stopped" } };
  const error = new RegistryError("failed-at", { message: "no", nextStep: "none" });
  const parent = imageDeletion("a");

  test.each<[string, DeletionOutcome, DeletionOutcome | undefined, boolean]>([
    ["a deletion that is done", { kind: "deleted", deletion }, { kind: "deleted", deletion: parent }, true],
    ["one that failed", { kind: "failed", deletion, error }, { kind: "deleted", deletion: parent }, true],
    ["one that is spared as what it belongs to is", stopped, { ...stopped, deletion: parent }, true],
    ["one that is spared, with what had no turn", stopped, undefined, true],
    ["no end of one whose image is gone", stopped, { kind: "deleted", deletion: parent }, false],
    ["no end of one whose image may be gone", stopped, { kind: "failed", deletion: parent, error }, false],
    ["no end of one whose tags are gone", { ...stopped, untagged: [tag("1.0.0")] }, undefined, false],
  ])("has %s", (...[, outcome, before, isRecorded]) => {
    const recorded: DeletionOutcome[] = [];
    const recorder = {
      begin: () => Promise.resolve(),
      outcome: (each: DeletionOutcome) => void recorded.push(each),
    };
    record(outcome, recorder, { parents: new Map([[digest("a"), before]]) });
    expect(recorded).toEqual(isRecorded ? [outcome] : []);
  });

  test("says of an outcome which tags went before the image", () => {
    const both = imageDeletion("old", "1.0.0", "1.0");
    const failed: DeletionOutcome = { kind: "failed", deletion: both, error };
    const untagged = (...names: readonly string[]) => ({ untagged: new Set(names.map(tag)) });
    expect(withUntagged(failed, untagged())).toBe(failed);
    expect(withUntagged(failed, untagged("1.0"))).toEqual({ ...failed, untagged: ["1.0"] });
    const all = withUntagged({ kind: "deleted", deletion: both }, untagged("1.0", "1.0.0"));
    expect(all).toEqual({ kind: "deleted", deletion: both, untagged: ["1.0.0", "1.0"] });
  });
});
