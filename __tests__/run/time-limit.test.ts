import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { getManifest, listTags } from "../../scripts/images.mjs";
import type { RunEvent } from "../../src/core/result/event.js";
import { isLeftUntagged } from "../../src/core/plan/outcome.js";
import { failureText } from "../../src/report/run/failure.js";
import { skippedTags, statusOf, summaryLine } from "../../src/report/run/result.js";
import { useDistribution } from "../support/distributions.js";
import { pushMany } from "../support/many.js";
import { temporaryFile } from "../support/policies.js";
import { pulledTags, type Stage, useFilledRepository } from "../support/proxied.js";
import { applied, type Pruned, runPrune } from "../support/pruning.js";

/** `time-limit`: the run ends well, between two deletions. */
const LIMIT_MS = 60_000;

/** The clock that only goes forward stands still but for what is said here, however slow the machine is. */
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Lets the whole time go by as soon as something is said. */
function untilLate(isIt: (event: RunEvent) => boolean): (event: RunEvent) => void {
  return (event) => {
    if (isIt(event)) vi.advanceTimersByTime(LIMIT_MS);
  };
}

const isDeleted =
  (count: number) =>
  (event: RunEvent): boolean =>
    event.kind === "advanced" && event.advance.what === "deleting" && event.advance.done === count;

const filled = useFilledRepository();
const SIX = ["1.0.0", "1.1.0", "1.2.0", "1.3.0", "1.4.0", "1.5.0"];

function late(image: string, isIt: (event: RunEvent) => boolean): Promise<Pruned> {
  const settings = { image, keep: "1", concurrency: "1", "time-limit": "1m" };
  return runPrune(settings, { say: untilLate(isIt) });
}

test("the oldest have gone, the rest is left for the next run, and all is well", async () => {
  const made = await filled(...SIX);
  const pruned = await late(made.image, isDeleted(2));
  expect(applied(pruned)).toMatchObject({ deleted: ["1.1.0", "1.0.0"], harm: [], notes: [] });
  expect(
    applied(pruned).deletions.map((each) => (each.kind === "spared" ? each.reason.kind : each.kind)),
  ).toEqual(["deleted", "deleted", "time-limit", "time-limit", "time-limit"]);
  expect(applied(pruned).stopped).toBeUndefined();
  expect(statusOf(pruned.result)).toBe("done");
  expect(failureText(pruned.result)).toBe("");
  expect(summaryLine(pruned.result)).toContain("The time limit came: 3 deletions left for the next run.");
  expect(summaryLine(pruned.result)).not.toContain("left undone");
  expect(skippedTags(pruned.result)).toEqual(
    ["1.2.0", "1.3.0", "1.4.0"].map((tag) => `${made.image}:${tag}`),
  );
  expect(await pulledTags(made.repo)).toEqual(SIX.slice(2));

  const next = await runPrune({ image: made.image, keep: "1" });
  expect(applied(next).deleted).toHaveLength(3);
  expect(await pulledTags(made.repo)).toEqual(["1.5.0"]);
});

test("where reading took all of it, nothing is deleted, and nothing asked for but whether it could be", async () => {
  const made = await filled(...SIX);
  const pruned = await late(made.image, ({ kind }) => kind === "observed");
  expect(applied(pruned).deleted).toEqual([]);
  expect(statusOf(pruned.result)).toBe("done");
  expect(made.sent("DELETE")).toHaveLength(1);
  expect(await listTags(made.repo)).toEqual(SIX);
});

test("of several repositories, those that come later are left whole", async () => {
  const [first, second] = [await filled(...SIX), await filled(...SIX)];
  const pruned = await late(`${first.image}\n${second.image}`, isDeleted(1));
  expect(statusOf(pruned.result)).toBe("done");
  expect(await listTags(first.repo)).toEqual(SIX.slice(1));
  expect(await listTags(second.repo)).toEqual(SIX);
});

test("a run that has time for all leaves nothing", async () => {
  const made = await filled(...SIX);
  const pruned = await runPrune({ image: made.image, keep: "1", "time-limit": "10m" });
  expect(applied(pruned).deleted).toHaveLength(5);
  expect(summaryLine(pruned.result)).not.toContain("time limit");
});

describe("where tags go first, on Distribution 3.1.1", () => {
  const stage = useDistribution("3.1.1");

  /** A run that dawdles at the tenth tag, and at the first image after the tags if it is to be late for the others; one image goes whole before any tag. */
  async function cutShort(
    made: Stage,
    isLate: boolean,
  ): Promise<{ pruned: Pruned; names: number; journal: string }> {
    await pushMany(
      made.repo,
      [...Array(201).keys()].map((number) => `1.${number}.0`),
    );
    const journal = await temporaryFile("journal.ndjson", "");
    const say = (event: RunEvent): void => {
      if (event.kind !== "advanced") return;
      const { what, done } = event.advance;
      if (what === "untagging" && done === 10) vi.advanceTimersByTime(LIMIT_MS / 2);
      if (isLate && what === "deleting" && done === 2) vi.advanceTimersByTime(LIMIT_MS / 2);
    };
    const settings = { image: made.image, keep: "1", journal, concurrency: "2", "time-limit": "1m" };
    const pruned = await runPrune(settings, { say });
    const names = made.sent("DELETE").filter((path) => /manifests\/1\./.test(path)).length;
    return { pruned, names, journal };
  }

  test("that takes half of the time at most, and the images are deleted in the other", async ({ skip }) => {
    const { pruned, names } = await cutShort(await stage(skip), false);
    expect(names).toBeGreaterThanOrEqual(10);
    expect(names).toBeLessThan(100);
    const { deletions, deleted } = applied(pruned);
    expect(deletions.filter(isLeftUntagged)).toEqual([]);
    expect(deletions.slice(0, names).map(({ kind }) => kind)).toEqual(Array(names).fill("deleted"));
    expect(deleted.length).toBeGreaterThanOrEqual(names);
    expect(statusOf(pruned.result)).toBe("done");
  });

  test("where the time is over before that, the run says how many are left, and the journal finishes them", async ({
    skip,
  }) => {
    const made = await stage(skip);
    const { pruned, names, journal } = await cutShort(made, true);
    const bare = applied(pruned).deletions.filter(isLeftUntagged);
    expect(bare.length).toBeGreaterThan(0);
    expect(bare.length).toBeLessThan(names);
    expect(statusOf(pruned.result)).toBe("partly-failed");
    expect(failureText(pruned.result)).toContain(`journal: ${journal}`);
    const again = await runPrune({ image: made.image, keep: "1", journal });
    expect(statusOf(again.result)).toBe("done");
    const answers = bare.map(async ({ deletion }) => getManifest(made.repo, deletion.digest ?? ""));
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(Array(bare.length).fill(404));
    expect(await pulledTags(made.repo)).toEqual(["1.200.0"]);
  });
});
