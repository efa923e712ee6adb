import { describe, expect, test } from "vitest";
import { pushImage } from "../../scripts/images.mjs";
import { useDistribution } from "../support/distributions.js";
import { applied, runPrune } from "../support/pruning.js";
import { countWaves } from "../support/waves.js";

/** What a push costs over a network afterwards, in round trips: a wave is what is sent without an answer to any of it. */
describe.each(["2.8", "3.1.1"] as const)("on Distribution %s", (distribution) => {
  const stage = useDistribution(distribution);

  test.for([
    { what: "a push: eleven tags, of which one goes", tags: 11, keep: 10, most: 6 },
    { what: "sixty tags, of which fifty go", tags: 60, keep: 10, most: 9 },
  ])("$what", async ({ tags, keep, most }, { skip }) => {
    const made = await stage(skip);
    const names = Array.from({ length: tags }, (_, index) => `3.3.0-alpha.${index + 1}`);
    for (const tag of names) await pushImage(made.repo, [tag]);
    const { waves } = countWaves(made.proxy, 100);
    const pruned = await runPrune({ image: `${made.image}:${names.at(-1) ?? ""}`, keep: String(keep) });
    expect(applied(pruned).deleted).toHaveLength(tags - keep);
    expect(waves.length).toBeLessThanOrEqual(most);
  });

  test("six repositories: the next are read while one is carried out", async ({ skip }) => {
    const made = await stage(skip);
    const names = Array.from({ length: 6 }, (_, index) => `${made.repo.name}-${index}`);
    for (const name of names) {
      for (const tag of ["1.0.0", "1.1.0", "1.2.0"]) await pushImage({ ...made.repo, name }, [tag]);
    }
    const host = made.image.slice(0, made.image.indexOf("/"));
    const [one = "", ...others] = names.map((name) => `${host}/${name}`);
    const wavesOf = async (image: string): Promise<number> => {
      const { waves } = countWaves(made.proxy, 100);
      const before = waves.length;
      const pruned = await runPrune({ image, keep: "1", "dry-run": "true" });
      expect(pruned.result.outcomes.every(({ kind }) => kind === "planned")).toBe(true);
      return waves.length - before;
    };
    const alone = await wavesOf(one);
    made.proxy.clear();
    // The first is read by itself, and the five others at once.
    expect(await wavesOf([one, ...others].join("\n"))).toBeLessThanOrEqual(2 * alone);
  });
});
