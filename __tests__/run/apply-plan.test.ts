import { describe, expect, test } from "vitest";
import { plan } from "../../src/core/plan/make-plan.js";
import type { Registry } from "../../src/registry/port/registry.js";
import { applyPlan } from "../../src/run/apply/apply-plan.js";
import type { ApplyOptions } from "../../src/run/apply/options.js";
import { madeUpRegistry, REPOSITORY } from "../support/made-up-registry.js";
import { policy, snapshot } from "../support/snapshots.js";

const TAGS = { "1.0.1": "a", "1.0.2": "b", "1.0.3": "c", "1.0.30": "kept" };
const before = snapshot({ tags: TAGS });
const made = plan(before, policy({ keep: 1 }));

/** Carries out a plan that deletes 1.0.1, 1.0.2 and 1.0.3, and keeps 1.0.30. */
async function apply(does: Partial<Registry>, more: Partial<ApplyOptions> = {}) {
  let looks = 0;
  const { registry, asked } = madeUpRegistry(TAGS, {
    proveDeletes: () => Promise.resolve(),
    listUntagged: () => Promise.resolve(undefined),
    mayTakeLongerTags: () => Promise.resolve(false),
    failsSideBySide: () => Promise.resolve(false),
    tagsOfDeleted: () => "go",
    readsBesideList: true,
    scansTags: true,
    ...does,
  });
  const list = registry.listTags.bind(registry);
  registry.listTags = (name) =>
    (looks += 1) > 20 ? Promise.reject(new Error("looks without an end")) : list(name);
  const { deletions, stopped } = await applyPlan({
    registry,
    repository: REPOSITORY,
    concurrency: 2,
    snapshot: before,
    plan: made,
    allowEmpty: false,
    untag: "auto",
    recorder: { begin: () => Promise.resolve(), outcome: () => undefined },
    say: () => undefined,
    limits: { deletions: 100, freshFor: 30_000, untagFrom: 2 },
    ...more,
  });
  const sent = asked.filter((line) => line.startsWith("delete "));
  return { outcomes: deletions.map(({ kind }) => kind), stopped, sent, deletions };
}

describe("a plan", () => {
  test("is carried out, the tags first where the registry gains by it", async () => {
    const { outcomes, stopped, sent } = await apply({});
    expect([outcomes, stopped]).toEqual([["deleted", "deleted", "deleted"], undefined]);
    expect(sent.some((line) => !line.includes("sha256:"))).toBe(true);
  });

  test("deletes no tag first where the registry may take longer names along, whatever it gains", async () => {
    const { outcomes, sent } = await apply({ mayTakeLongerTags: () => Promise.resolve(true) });
    expect(sent.every((line) => line.includes("sha256:"))).toBe(true);
    expect([...outcomes].sort()).toEqual(["deleted", "deleted", "spared"]);
  });

  test("is not begun where its time is over", async () => {
    const { deletions, stopped, sent } = await apply({ scansTags: false }, { endsAt: 0 });
    expect([sent, stopped]).toEqual([[], undefined]);
    expect(deletions).toMatchObject(
      made.deletions.map(() => ({ kind: "spared", reason: { kind: "time-limit" } })),
    );
  });

  test("is not begun where the run is told to stop, and ends with why", async () => {
    const { deletions, stopped, sent } = await apply({}, { stop: AbortSignal.abort() });
    expect([sent, stopped?.message]).toEqual([[], expect.stringContaining("told to stop")]);
    expect(deletions).toMatchObject(
      made.deletions.map(() => ({ kind: "spared", reason: { kind: "stopped" } })),
    );
  });

  test("is not begun where the journal can't be written", async () => {
    const recorder = { begin: () => Promise.reject(new Error("no space left")), outcome: () => undefined };
    const { outcomes, stopped, sent } = await apply({}, { recorder });
    expect([sent, outcomes]).toEqual([[], ["spared", "spared", "spared"]]);
    expect(stopped?.message).toContain("no space left");
  });
});
