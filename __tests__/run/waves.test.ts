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
});
