import { describe, expect, test } from "vitest";
import { pushImage } from "../../scripts/images.mjs";
import type { SizedPlan } from "../../src/report/words/records.js";
import { statusOf } from "../../src/report/run/result.js";
import { goingTags } from "../../src/core/plan/plan-tags.js";
import { attach } from "../support/attachments.js";
import { useDistribution } from "../support/distributions.js";
import { deletesSent, methodsSent } from "../support/policies.js";
import { isProbe, type Proxied, pulledTags, useProxiedRegistry } from "../support/proxied.js";
import { applied, failed, runApply, runPrune } from "../support/pruning.js";
import { savePlan } from "../support/saved-plans.js";

/** More than max-deletions allows is not deleted at all. */
const proxied = useProxiedRegistry();

async function pushTags({ repo }: Pick<Proxied, "repo">, count: number): Promise<readonly string[]> {
  const tags = Array.from({ length: count }, (_, number) => `1.${number}.0`);
  for (const tag of tags) await pushImage(repo, [tag]);
  return tags;
}

/** Where plans are saved that a run makes. */
function saver(): {
  readonly saved: SizedPlan[];
  readonly savePlans: (plans: readonly SizedPlan[]) => Promise<void>;
} {
  const saved: SizedPlan[] = [];
  return { saved, savePlans: (plans) => Promise.resolve(void saved.push(...plans)) };
}

describe.each(["2.8", "3.1.1"] as const)("on Distribution %s", (distribution) => {
  const stage = useDistribution(distribution);

  test.for([
    ["2", "a number", "max-deletions is 2,"],
    ["0", "zero", "max-deletions is 0,"],
    ["59%", "a percentage", "max-deletions is 59%,"],
    ["59.9 %", "a part of a percent", "max-deletions is 59.9%,"],
  ])(
    "where more would go than %s (%s) nothing does, and the run fails",
    async ([limit = "", , words], { skip }) => {
      const made = await stage(skip);
      const tags = await pushTags(made, 5);
      const { saved, savePlans } = saver();
      const settings = { image: made.image, keep: "2", "max-deletions": limit };
      const pruned = await runPrune(settings, { savePlans });
      const { plan, error } = failed(pruned);
      expect(error.message).toContain("3 of 5 tags would go");
      expect(error.message).toContain(words);
      expect(error.nextStep).toContain("max-deletions");
      expect(statusOf(pruned.result)).toBe("failed");
      expect(plan && goingTags(plan)).toEqual(["1.2.0", "1.1.0", "1.0.0"]);
      expect(saved).toMatchObject([{ repository: made.image, plan }]);
      expect(deletesSent(made)).toEqual([]);
      expect(pruned.events).toContainEqual({ kind: "repository-ended", outcome: pruned.outcome });
      expect(await pulledTags(made.repo)).toEqual(tags);
    },
  );

  test.for(["3", "60%", "100%", "4"])(
    "where %s is not exceeded, all goes that is to",
    async (limit, { skip }) => {
      const made = await stage(skip);
      await pushTags(made, 5);
      const pruned = await runPrune({ image: made.image, keep: "2", "max-deletions": limit });
      expect(applied(pruned).deleted).toEqual(["1.2.0", "1.1.0", "1.0.0"]);
      expect(statusOf(pruned.result)).toBe("done");
      expect(await pulledTags(made.repo)).toEqual(["1.3.0", "1.4.0"]);
    },
  );
});

describe("on Distribution 3.1.1", () => {
  const stage = useDistribution("3.1.1");

  test("a tag that goes while its image stays is one that goes", async ({ skip }) => {
    const made = await stage(skip);
    await pushImage(made.repo, ["1.0.0", "stable"]);
    await pushImage(made.repo, ["1.1.0"]);
    const settings = { image: made.image, keep: "1" };
    const { error } = failed(await runPrune({ ...settings, "max-deletions": "0" }));
    expect(error.message).toContain("1 of 3 tags would go");
    expect(await pulledTags(made.repo)).toEqual(["1.0.0", "1.1.0", "stable"]);
    expect(applied(await runPrune({ ...settings, "max-deletions": "1" })).deleted).toEqual(["1.0.0"]);
    expect(await pulledTags(made.repo)).toEqual(["1.1.0", "stable"]);
  });
});

test("a percentage is exact: 29 of 50 are 58%", async () => {
  const made = await proxied();
  const names = (from: number, count: number): string[] =>
    Array.from({ length: count }, (_, number) => `1.${from + number}.0`);
  await pushImage(made.repo, names(0, 29));
  await pushImage(made.repo, names(29, 21));
  const pruned = await runPrune({ image: made.image, keep: "1", "max-deletions": "58%" });
  expect(applied(pruned).deleted).toHaveLength(29);
  expect(await pulledTags(made.repo)).toEqual(names(29, 21));
});

test("signatures' tags count like others", async () => {
  const made = await proxied();
  const signed = await attach(made.repo, await pushImage(made.repo, ["1.0.0"]));
  await pushImage(made.repo, ["1.1.0"]);
  const settings = { image: made.image, keep: "1" };
  const { error } = failed(await runPrune({ ...settings, "max-deletions": "3" }));
  expect(error.message).toContain("4 of 5 tags");
  expect(await pulledTags(made.repo)).toEqual(["1.0.0", "1.1.0", ...signed.tags].sort());
  applied(await runPrune({ ...settings, "max-deletions": "4" }));
  expect(await pulledTags(made.repo)).toEqual(["1.1.0"]);
});

test("where nothing goes, zero is enough", async () => {
  const made = await proxied();
  const tags = await pushTags(made, 2);
  const pruned = await runPrune({ image: made.image, keep: "2", "max-deletions": "0" });
  expect(statusOf(pruned.result)).toBe("done");
  expect(await pulledTags(made.repo)).toEqual(tags);
});

test("a dry run fails as well, and only reads", async () => {
  const made = await proxied();
  const tags = await pushTags(made, 4);
  const { saved, savePlans } = saver();
  const settings = { image: made.image, keep: "1", "max-deletions": "50%", "dry-run": "true" };
  const pruned = await runPrune(settings, { savePlans });
  expect(failed(pruned).error.message).toContain("3 of 4 tags would go, and max-deletions is 50%");
  expect(statusOf(pruned.result)).toBe("failed");
  expect(saved.map(({ plan }) => goingTags(plan))).toEqual([["1.2.0", "1.1.0", "1.0.0"]]);
  expect(methodsSent(made)).toEqual(["GET"]);
  expect(await pulledTags(made.repo)).toEqual(tags);
});

test("each repository is measured by itself, and one that is refused does not stop another", async () => {
  const [many, few] = [await proxied(), await proxied()];
  const tags = await pushTags(many, 6);
  await pushTags(few, 3);
  const image = `${many.image}\n${few.image}`;
  const pruned = await runPrune({ image, keep: "1", "max-deletions": "4" });
  expect(pruned.result.outcomes.map(({ kind }) => kind)).toEqual(["failed", "applied"]);
  expect(statusOf(pruned.result)).toBe("partly-failed");
  expect(many.proxy.requests.some(isProbe)).toBe(false);
  expect(await pulledTags(many.repo)).toEqual(tags);
  expect(await pulledTags(few.repo)).toEqual(["1.2.0"]);
});

describe("a person", () => {
  test("is not asked about what is refused", async () => {
    const made = await proxied();
    const tags = await pushTags(made, 3);
    const asked: string[] = [];
    const confirm = (plans: readonly SizedPlan[]): Promise<boolean> => {
      asked.push(...plans.map(({ repository }) => repository));
      return Promise.resolve(true);
    };
    failed(await runPrune({ image: made.image, keep: "1", "max-deletions": "1" }, { confirm }));
    expect(asked).toEqual([]);
    expect(await pulledTags(made.repo)).toEqual(tags);
    const other = await proxied();
    await pushTags(other, 2);
    const image = `${made.image}\n${other.image}`;
    await runPrune({ image, keep: "1", "max-deletions": "1" }, { confirm });
    expect(asked).toEqual([other.image]);
    expect(await pulledTags(made.repo)).toEqual(tags);
    expect(await pulledTags(other.repo)).toEqual(["1.1.0"]);
  });

  test("who says yes while others push does not have more deleted than is allowed", async () => {
    const made = await proxied();
    await pushTags(made, 3);
    const confirm = async (): Promise<boolean> => {
      for (const tag of ["1.8.0", "1.9.0"]) await pushImage(made.repo, [tag]);
      return true;
    };
    failed(await runPrune({ image: made.image, keep: "1", "max-deletions": "2" }, { confirm }));
    expect(deletesSent(made)).toEqual([]);
    expect(await pulledTags(made.repo)).toEqual(["1.0.0", "1.1.0", "1.2.0", "1.8.0", "1.9.0"]);
  });
});

test("a plan that was refused is carried out by who has seen it", async () => {
  const made = await proxied();
  await pushTags(made, 4);
  const plan = await savePlan({ image: made.image, keep: "1", "max-deletions": "1" });
  expect(await pulledTags(made.repo)).toHaveLength(4);
  expect(applied(await runApply({ plan })).deleted).toHaveLength(3);
  expect(await pulledTags(made.repo)).toEqual(["1.3.0"]);
});
