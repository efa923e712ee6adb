import { describe, expect, test } from "vitest";
import { getManifest, listTags, pushImage } from "../../scripts/images.mjs";
import type { RunEvent } from "../../src/core/result/event.js";
import type { SizedPlan } from "../../src/report/words/records.js";
import { sizeOf } from "../../src/report/words/records.js";
import { failureText } from "../../src/report/run/failure.js";
import { statusOf } from "../../src/report/run/result.js";
import { temporaryFile } from "../support/policies.js";
import { type Proxied, pulledTags, useFilledRepository } from "../support/proxied.js";
import { runPrune } from "../support/pruning.js";

/** Where nobody is to see all plans first, a repository is pruned and let go before the next is read. */
const filled = useFilledRepository();
const TAGS = ["1.0.0", "1.1.0", "1.2.0"];

const both = (first: Proxied, second: Proxied): string => `${first.image}\n${second.image}`;

/** The steps of a run that are about whole repositories, by the repository's place in the list. */
function stepsOf(events: readonly RunEvent[], made: readonly Proxied[]): readonly string[] {
  return events.flatMap((event) => {
    const repository =
      event.kind === "repository-ended"
        ? event.outcome.repository
        : "repository" in event && event.kind !== "journal-left"
          ? event.repository
          : undefined;
    const index = made.findIndex(({ image }) => image === repository);
    if (event.kind === "patterns-unused") return [event.kind];
    return index === -1 ? [] : [`${event.kind} ${index}`];
  });
}

describe("several repositories", () => {
  const ONE = (index: number): readonly string[] => [
    `repository-started ${index}`,
    `planned ${index}`,
    `deleting ${index}`,
    `repository-ended ${index}`,
  ];

  test("are pruned one after the other", async () => {
    const made = [await filled(...TAGS), await filled(...TAGS)] as const;
    const { events, result } = await runPrune({ image: both(...made), keep: "1" });
    expect(stepsOf(events, made)).toEqual([...ONE(0), ...ONE(1)]);
    expect(statusOf(result)).toBe("done");
    for (const { repo } of made) expect(await pulledTags(repo)).toEqual(["1.2.0"]);
  });

  test("have their sizes said at the end, as if all were known still", async () => {
    const made = [await filled(...TAGS), await filled(...TAGS)] as const;
    const { result } = await runPrune({ image: both(...made), keep: "1" });
    const sizes = result.outcomes.map((outcome) =>
      outcome.kind === "applied"
        ? outcome.plan.verdicts.map((verdict) => sizeOf(verdict, outcome.sizes)?.bytes)
        : [],
    );
    const [counted = [], asked = []] = sizes;
    expect(counted).toHaveLength(3);
    expect(counted.filter((bytes) => bytes !== undefined)).toHaveLength(2);
    // The last is not counted before it is asked for.
    expect(counted.map((bytes) => bytes === undefined)).toEqual(asked.map((bytes) => bytes === undefined));
    expect(counted.every((bytes) => bytes === undefined || bytes > 0)).toBe(true);
  });

  test.each([
    ["its plans are saved", { savePlans: () => Promise.resolve() }, {}],
    ["a person is asked", { confirm: () => Promise.resolve(true) }, {}],
    ["time is limited", {}, { "time-limit": "1h" }],
  ] as const)("of a run are all planned for before anything is deleted, where %s", async (_, door, raw) => {
    const made = [await filled(...TAGS), await filled(...TAGS)] as const;
    const { events } = await runPrune({ image: both(...made), keep: "1", ...raw }, door);
    const steps = stepsOf(events, made);
    expect(steps.indexOf("planned 1")).toBeLessThan(steps.indexOf("deleting 0"));
    expect(steps.lastIndexOf("planned 0")).toBeGreaterThan(-1);
    for (const { repo } of made) expect(await pulledTags(repo)).toEqual(["1.2.0"]);
  });

  test("are all in the plans that are saved, before the first deletion", async () => {
    const made = [await filled(...TAGS), await filled(...TAGS)] as const;
    const left: number[] = [];
    const savePlans = async (plans: readonly SizedPlan[]): Promise<void> => {
      left.push(plans.length);
      for (const { repo } of made) left.push((await listTags(repo)).length);
    };
    await runPrune({ image: both(...made), keep: "1" }, { savePlans });
    expect(left).toEqual([2, 3, 3]);
  });

  test("are read no more once the run is told to stop", async () => {
    const made = [await filled(...TAGS), await filled(...TAGS)] as const;
    const [first, second] = made;
    const controller = new AbortController();
    const say = (event: RunEvent): void => {
      if (event.kind === "verifying") controller.abort();
    };
    const { result } = await runPrune({ image: both(...made), keep: "1" }, { say, stop: controller.signal });
    expect(result.outcomes.map(({ kind, repository }) => [kind, repository])).toEqual([
      ["applied", first.image],
      ["failed", second.image],
    ]);
    expect(failureText(result)).toContain("told to stop");
    expect(second.proxy.requests).toEqual([]);
    expect(await pulledTags(second.repo)).toEqual(TAGS);
  });

  test("are all read in a dry run, told to stop or not", async () => {
    const made = [await filled(...TAGS), await filled(...TAGS)] as const;
    const { result } = await runPrune(
      { image: both(...made), keep: "1", "dry-run": "true" },
      { stop: AbortSignal.abort() },
    );
    expect(result.outcomes.map(({ kind }) => kind)).toEqual(["planned", "planned"]);
  });

  test("have no journal of an earlier run, which is this run's own", async () => {
    const made = [await filled(...TAGS), await filled(...TAGS)] as const;
    const { events } = await runPrune({ image: both(made[0], made[1]), keep: "1" });
    expect(events.filter(({ kind }) => kind === "journal-opened")).toHaveLength(1);
    expect(events.map(({ kind }) => kind)).not.toContain("journal-left");
  });
});

test("one repository alone is planned for, also where the run is told to stop before it", async () => {
  const made = await filled(...TAGS);
  const { outcome } = await runPrune({ image: made.image, keep: "1" }, { stop: AbortSignal.abort() });
  expect(outcome).toMatchObject({ kind: "failed", plan: { deletions: [{}, {}] } });
  expect(failureText({ isDryRun: false, outcomes: [outcome] })).toContain("told to stop");
  expect(await pulledTags(made.repo)).toEqual(TAGS);
});

describe("a pattern that means nothing", () => {
  const rules = `rules: [{ keep: 1 }]\nexclude: ["nothing-*"]`;

  test("is said before anything is deleted, of one repository", async () => {
    const made = await filled(...TAGS);
    const policy = await temporaryFile("policy.yml", rules);
    const { events } = await runPrune({ image: made.image, policy });
    const kinds = events.map(({ kind }) => kind);
    expect(kinds).toContain("patterns-unused");
    expect(kinds.indexOf("patterns-unused")).toBeLessThan(kinds.indexOf("deleting"));
  });

  test("is said once of several, when all are planned for; one that a single one has a use for is not", async () => {
    const made = [await filled(...TAGS), await filled(...TAGS), await filled(...TAGS)] as const;
    const [first, second, third] = made;
    await pushImage(second.repo, ["nothing-1"]);
    const image = [first, second, third].map(({ image: name }) => name).join("\n");
    const policy = await temporaryFile("policy.yml", rules);
    const used = await runPrune({ image, policy });
    expect(used.events.map(({ kind }) => kind)).not.toContain("patterns-unused");
    expect(used.result.unused).toEqual([]);
    const others = await runPrune({ image: both(first, third), policy });
    const steps = stepsOf(others.events, [first, third]);
    expect(steps.filter((step) => step === "patterns-unused")).toHaveLength(1);
    expect(steps.indexOf("patterns-unused")).toBeGreaterThan(steps.indexOf("planned 1"));
    expect(others.result.unused).toMatchObject([{ text: "nothing-*" }]);
    expect((await getManifest(second.repo, "nothing-1")).status).toBe(200);
  });
});
