import { describe, expect, test } from "vitest";
import type { Untags } from "../../src/core/image/graph.js";
import { plan } from "../../src/core/plan/make-plan.js";
import type { Plan } from "../../src/core/plan/plan.js";
import type { ReadManifest, Registry } from "../../src/registry/port/registry.js";
import { mayNeedCare } from "../../src/run/observe/foresee-care.js";
import { planWithLookups } from "../../src/run/observe/plan-with-lookups.js";
import { REPOSITORY } from "../support/made-up-registry.js";
import {
  configOf,
  daysAgo,
  digest,
  nameOf,
  policy,
  type PolicyParts,
  snapshot,
  type SnapshotParts,
} from "../support/snapshots.js";

/** The questions that a plan leaves open are asked, and its answers make a new plan. Each answer here comes alone, so nothing else can have made the difference. */

interface Answers {
  readonly untags?: Untags;
  /** The manifests without a tag, and the days since they changed; absent where the registry lists none. */
  readonly untagged?: Readonly<Record<string, number>>;
  /** Absent where the registry has no such lists. */
  readonly referrers?: Readonly<Record<string, readonly string[]>>;
  /** The days since an image was made. */
  readonly made?: Readonly<Record<string, number>>;
  readonly sizes?: Readonly<Record<string, number>>;
}

/** A registry with these answers; every manifest that it is asked for is an image. It writes down what it is asked. */
function registryWith(answers: Answers): { readonly registry: Registry; readonly asked: string[] } {
  const asked: string[] = [];
  const ask = <T>(line: string, answer: T): Promise<T> => {
    asked.push(line);
    return Promise.resolve(answer);
  };
  const { untagged, referrers } = answers;
  const made: Partial<Registry> = {
    untags: () => ask("untags", answers.untags ?? "no"),
    listUntagged: () =>
      ask(
        "untagged",
        untagged && new Map(Object.entries(untagged).map(([name, days]) => [digest(name), daysAgo(days)])),
      ),
    listReferrers: (_, at) =>
      ask(`referrers of ${nameOf(at)}`, referrers && (referrers[nameOf(at)] ?? []).map(digest)),
    readManifest: (_, at) => {
      const found = { digest: at, manifest: { kind: "image" } } as ReadManifest;
      return ask(`read ${nameOf(found.digest)}`, found);
    },
    readBlob: (_, at) => {
      const [, days] = Object.entries(answers.made ?? {}).find(([name]) => configOf(name) === at) ?? [];
      const created = days === undefined ? undefined : new Date(daysAgo(days)).toISOString();
      return ask(`date in ${nameOf(at)}`, Buffer.from(JSON.stringify({ created })));
    },
    sizeOfBlob: (_, at) => ask(`size of ${nameOf(at)}`, answers.sizes?.[nameOf(at)]),
  };
  return { registry: made as Registry, asked };
}

/** What goes, by the names of tags, or of an image without one. */
function goes({ deletions }: Plan): readonly string[] {
  return deletions.flatMap(({ tags, digest: at }): readonly string[] =>
    tags.length === 0 ? [nameOf(at)] : tags,
  );
}

async function looked(before: SnapshotParts, parts: PolicyParts, answers: Answers) {
  const known = snapshot(before);
  const { registry, asked } = registryWith(answers);
  const besides: (readonly string[])[] = [];
  const result = await planWithLookups(
    {
      registry,
      repository: REPOSITORY,
      concurrency: 1,
      beside: (decided) => Promise.resolve(besides.push(goes(decided.plan))),
    },
    known,
    policy(parts),
  );
  return {
    goes: goes(result.plan),
    asked,
    besides,
    isSame: result.snapshot === known,
    after: result.snapshot,
  };
}

const TWO = { tags: { "1.0.0": "old", "1.1.0": "new" } };
const SHARED = { tags: { "1.0.0": "old", "1.1.0": "new", stable: "old" } };
const DATED = { ...TWO, created: { old: 30, new: 1 }, unread: ["old", "new"] };
const SIZED = { ...TWO, layers: { old: { a: 100 }, new: { b: 100 } }, sizes: {} };
const DAY = 24 * 3600 * 1000;

test("a plan without a question is final, and nothing is asked", async () => {
  expect(await looked(TWO, { keep: 2 }, {})).toMatchObject({
    goes: [],
    asked: [],
    besides: [],
    isSame: true,
  });
});

describe("what is answered makes a new plan", () => {
  test.each<[string, SnapshotParts, PolicyParts, Answers, readonly string[]]>([
    ["that a tag can go by itself", SHARED, { keep: 1 }, { untags: "yes" }, ["1.0.0"]],
    ["that a tag can't go by itself", SHARED, { keep: 1 }, { untags: "no" }, []],
    ["that an image is old", DATED, { keep: 1, keepYoungerThan: 5 * DAY }, { made: { old: 9 } }, ["1.0.0"]],
    ["that an image is young", DATED, { keep: 1, keepYoungerThan: 5 * DAY }, { made: { old: 2 } }, []],
    ["that an image has no date", DATED, { keep: 1, keepYoungerThan: 5 * DAY }, {}, []],
    ["that a blob is as large", SIZED, { keep: 2, maxSize: 150 }, { sizes: { a: 100, b: 100 } }, ["1.0.0"]],
    ["that a blob is smaller", SIZED, { keep: 2, maxSize: 150 }, { sizes: { a: 10, b: 100 } }, []],
    [
      "that something old has no tag",
      TWO,
      { keep: 2, untaggedOlderThan: DAY },
      { untagged: { root: 3 } },
      ["root"],
    ],
    [
      "that something young has no tag",
      TWO,
      { keep: 2, untaggedOlderThan: DAY },
      { untagged: { root: 0 } },
      [],
    ],
    [
      "that something refers to what goes",
      TWO,
      { keep: 1 },
      { referrers: { old: ["sbom"] } },
      ["1.0.0", "sbom"],
    ],
    ["that nothing refers to what goes", TWO, { keep: 1 }, { referrers: {} }, ["1.0.0"]],
    ["that there is no list of it", TWO, { keep: 1 }, {}, ["1.0.0"]],
  ])("%s", async (...[, before, parts, answers, wanted]) => {
    expect((await looked(before, parts, answers)).goes).toEqual(wanted);
  });

  test("and no question is asked twice, nor one that nothing depends on", async () => {
    const asked = async (...of: Parameters<typeof looked>) => (await looked(...of)).asked;
    expect(await asked(SHARED, { keep: 1 }, { untags: "yes" })).toEqual(["untags", "untagged"]);
    expect(await asked(TWO, { keep: 1 }, { referrers: { old: ["sbom"] } })).toEqual([
      "untagged",
      "referrers of old",
      "read sbom",
      "referrers of sbom",
    ]);
    // A registry that has no list for one has none for another.
    expect(await asked(TWO, { keep: 0, allowEmpty: true }, {})).toEqual(["untagged", "referrers of old"]);
  });
});

describe("what goes beside a plan's last questions", () => {
  test("is told the plan", async () => {
    expect((await looked(TWO, { keep: 1 }, {})).besides).toEqual([["1.0.0"]]);
  });

  test.each<[string, SnapshotParts, PolicyParts, Answers]>([
    ["dates", DATED, { keep: 1, keepYoungerThan: 5 * DAY }, { made: { old: 2 } }],
    ["sizes", SIZED, { keep: 2, maxSize: 150 }, { sizes: { a: 10, b: 100 } }],
  ])("is told no plan that %s may change", async (...[what, before, parts, answers]) => {
    const { besides, asked } = await looked(before, parts, answers);
    expect(besides).toHaveLength(asked.includes("untagged") ? 1 : 0);
    expect(what === "sizes").toBe(asked.includes("untagged"));
  });
});

describe("care may be needed", () => {
  const longer = { "1.0.0-alpha.1": "old", "1.0.0-alpha.10": "new" };
  test.each<[string, SnapshotParts["tags"], Untags | undefined, boolean | undefined, boolean]>([
    ["where an old registry may take a longer name along", longer, "no", true, true],
    ["where that is not known of tags", longer, undefined, true, true],
    ["not of a registry that is not old", longer, "no", false, false],
    ["not of one that is not asked", longer, "no", undefined, false],
    ["not where a tag can go by itself", longer, "yes", true, false],
    ["not where no name begins another", TWO.tags, "no", true, false],
  ])("%s", async (...[, tags, untags, looksOld, wanted]) => {
    const before = snapshot({ tags, ...(untags === undefined ? {} : { untags }) });
    const planned = { snapshot: before, plan: plan(before, policy({ keep: 1 })) };
    const asked: string[] = [];
    const asks = (): Promise<boolean> => Promise.resolve((asked.push("age"), looksOld === true));
    const registry: Partial<Registry> = looksOld === undefined ? {} : { looksOld: asks };
    expect(await mayNeedCare(planned, { registry: registry as Registry, repository: REPOSITORY })).toBe(
      wanted,
    );
    expect(asked).toEqual(tags === longer && untags !== "yes" && looksOld !== undefined ? ["age"] : []);
  });
});
