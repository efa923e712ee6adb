import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PruneError } from "../../src/core/base/errors.js";
import type { Deletion } from "../../src/core/plan/deletion.js";
import { PLAN_SCHEMA, renderPlans } from "../../src/report/plan-file/write.js";
import { readPlanFile } from "../../src/report/plan-file/read.js";
import { digest, policy, tag } from "../support/snapshots.js";
import { deletes, keeps, manifestDeletion, planned, repository, tagDeletion, untags } from "./plans.js";
import { propertyRuns } from "../support/property-runs.js";

const chosen = {
  ...policy({ exclude: ["1.2.*"] }),
  rules: [],
  orphans: "delete",
  dangling: "report",
  untag: "overwrite",
} as const;
const origin = { tool: "prune-image-tags 1.0.0", created: new Date(0) };

function render(...plans: Parameters<typeof renderPlans>[0]): string {
  return renderPlans(plans, chosen, origin);
}

const outcome = planned({
  verdicts: [
    keeps("1.1.0"),
    { kind: "keep", tag: tag("broken"), reason: { kind: "dangling" } },
    untags("1.1", "1.1.0"),
    deletes("1.0.0"),
  ],
  deletions: [
    manifestDeletion("1.0.0"),
    manifestDeletion("part", [], { parents: [digest("1.0.0"), digest("gone")], orphanOf: [digest("x")] }),
    tagDeletion("1.1", "1.1.0"),
    tagDeletion("broken-too"),
  ],
});

test("a plan file says what was decided, by which policy, and what that frees", () => {
  const parsed = JSON.parse(render(outcome, { ...outcome, repository: "r.example.com/b" })) as unknown;
  const bytes = { reclaimableBytes: 3 * 1024 ** 2, isLeast: false };
  expect(parsed).toMatchObject({
    schema: 2,
    tool: origin.tool,
    created: "1970-01-01T00:00:00.000Z",
    policy: { exclude: ["1.2.*"], orphans: "delete", dangling: "report", untag: "overwrite" },
    reclaimableBytes: 6 * 1024 ** 2,
    repositories: [
      { repository, ...bytes },
      { repository: "r.example.com/b", ...bytes },
    ],
  });
  expect(parsed).toHaveProperty("verdicts.3.bytes", 2 * 1024 ** 2);
  expect(parsed).toHaveProperty("deletions.0", { repository, ...manifestDeletion("1.0.0") });
  const alone = { repository, kind: "tag", by: "delete", parents: [] };
  expect(parsed).toHaveProperty("deletions.2", { ...alone, tag: "1.1", digest: digest("1.1.0") });
  expect(parsed).toHaveProperty("deletions.3", { ...alone, tag: "broken-too", digest: null });
});

describe("reading a plan file", () => {
  test("gives what stays and what goes in each repository", () => {
    const empty = planned(
      { verdicts: [keeps("1.1.0")], deletions: [] },
      { repository: "r.example.com:5000/b" },
    );
    expect(readPlanFile(render(outcome, empty))).toEqual(
      new Map([
        [
          repository,
          {
            kept: new Map([
              ["1.1.0", digest("1.1.0")],
              ["broken", undefined],
            ]),
            deletions: outcome.plan.deletions,
          },
        ],
        ["r.example.com:5000/b", { kept: new Map([["1.1.0", digest("1.1.0")]]), deletions: [] }],
      ]),
    );
  });

  test("gives back what was rendered", () => {
    fc.assert(
      fc.property(fc.uniqueArray(deletionLists, { selector: ([name]) => name, maxLength: 3 }), (lists) => {
        const plans = lists.map(([name, deletions]) =>
          planned({ verdicts: [keeps("kept")], deletions }, { repository: name }),
        );
        const read = readPlanFile(render(...plans));
        expect([...read].map(([name, { deletions }]) => [name, deletions])).toEqual(lists);
      }),
      { numRuns: propertyRuns() },
    );
  });

  test("takes as much as 64 MiB", () => {
    const text = render(outcome);
    expect(readPlanFile(text.padEnd(64 * 1024 ** 2)).size).toBe(1);
    expect(() => readPlanFile(text.padEnd(64 * 1024 ** 2 + 1))).toThrow("it is larger than 64 MiB");
  });
});

const pool = ["a", "b", "c", "d", "e", "f"];

/** Lists in which each deletion waits for earlier ones, or for what the list does not know. */
const deletionLists = fc.tuple(
  fc.constantFrom("r.example.com/a", "r.example.com/b", "localhost:5000/c/d"),
  fc.shuffledSubarray(pool).chain((names) =>
    fc.tuple(
      ...names.map((name, index) => {
        const earlier = fc.subarray(["unknown", ...names.slice(0, index)]).map((list) => list.map(digest));
        return fc.oneof(
          fc.constantFrom<Deletion>(tagDeletion(`${name}-tag`), tagDeletion(`${name}-tag`, "unknown")),
          fc
            .record({ parents: earlier, after: earlier, orphanOf: fc.subarray([digest("unknown")]) })
            .chain((parts) =>
              fc
                .subarray([`${name}-1`, `${name}-2`])
                .map((tags): Deletion => manifestDeletion(name, tags, parts)),
            ),
        );
      }),
    ),
  ),
);

type Json = Readonly<Record<string, unknown>>;
const [image, alone] = [
  {
    repository,
    kind: "manifest",
    digest: digest("1.0.0"),
    tags: ["1.0.0"],
    parents: [],
    after: [],
    orphanOf: [],
  },
  { repository, kind: "tag", tag: "1.1", digest: null, by: "delete", parents: [] },
];
const part = { ...image, digest: digest("part"), tags: [] };
const verdict = { repository, tag: "1.1.0", digest: null, verdict: "keep" };
const upper = digest("1.0.0").replace("sha256:", "sha256:F");

function verdictsOf(...verdicts: readonly Json[]): Json {
  return { verdicts };
}

function deletionsOf(...deletions: readonly Json[]): Json {
  return { verdicts: [], deletions };
}

describe("a plan file is refused", () => {
  test.each<[string, Json, readonly string[]]>([
    ["without a schema", { schema: undefined }, ["it is not a plan file: it has no schema"]],
    [
      "of another version",
      { schema: 1 },
      [`another version of this program made it (schema 1, not ${PLAN_SCHEMA})`],
    ],
    ["without verdicts", { verdicts: undefined }, ["verdicts: is missing"]],
    ["without deletions", { deletions: undefined }, ["deletions: is missing"]],
    ["with one verdict for a list", { verdicts: {} }, ["verdicts: is not Array"]],
    [
      "with a verdict that is none",
      verdictsOf({ ...verdict, verdict: "stay" }),
      ['verdicts.0.verdict: is not ("keep" | "delete" | "untag")'],
    ],
    ["with a verdict of no tag", verdictsOf({ ...verdict, tag: "a:b" }), ["verdicts.0.tag: is not a tag"]],
    [
      "with a verdict without a digest",
      verdictsOf({ ...verdict, digest: undefined }),
      ["verdicts.0.digest: is missing"],
    ],
    [
      "with a verdict of another digest",
      verdictsOf({ ...verdict, digest: upper }),
      ["verdicts.0.digest: is not a digest"],
    ],
    [
      "with a verdict of no repository",
      verdictsOf({ ...verdict, repository: 1 }),
      ["verdicts.0.repository: is not host/repository"],
    ],
    ["with a null for a deletion", { deletions: [null] }, ["deletions.0: is not Object"]],
    [
      "with another kind of deletion",
      deletionsOf({ ...image, kind: "all" }),
      ['deletions.0.kind: is not ("manifest" | "tag")'],
    ],
    [
      "with a deletion of no digest",
      deletionsOf({ ...image, digest: null }),
      ["deletions.0.digest: is not a digest"],
    ],
    [
      "with a deletion of no tags",
      deletionsOf({ ...image, tags: ["a", " "] }),
      ["deletions.0.tags.1: is not a tag"],
    ],
    ["with a deletion of no tag", deletionsOf({ ...alone, tag: "" }), ["deletions.0.tag: is not a tag"]],
    [
      "with another way to delete a tag",
      deletionsOf({ ...alone, by: "force" }),
      ['deletions.0.by: is not ("delete" | "overwrite")'],
    ],
    [
      "with a tag's deletion of no digest",
      deletionsOf({ ...alone, digest: "latest" }),
      ["deletions.0.digest: is not a digest"],
    ],
    [
      "with families of no digests, all told at once",
      deletionsOf({ ...image, parents: [1], after: "x", orphanOf: ["y"] }),
      [
        "deletions.0.parents.0: is not a digest",
        "deletions.0.after: is not Array",
        "deletions.0.orphanOf.0: is not a digest",
      ],
    ],
    [
      "with two deletions of one image",
      deletionsOf(part, part),
      [`deletions.1.digest: ${repository}@${part.digest} is deleted already`],
    ],
    [
      "with two deletions of one tag",
      deletionsOf(image, { ...alone, tag: "1.0.0" }),
      [`deletions.1.tag: ${repository}:1.0.0 is deleted already`],
    ],
    [
      "with a deletion that names a tag twice",
      deletionsOf({ ...image, tags: ["1.0.0", "1.0.0"] }),
      [`deletions.0.tags: ${repository}:1.0.0 is deleted already`],
    ],
    [
      "with a tag that stays and goes",
      { verdicts: [verdict], deletions: [{ ...alone, tag: "1.1.0" }] },
      [`deletions.0.tag: ${repository}:1.1.0 has the verdict keep`],
    ],
    [
      "with a tag that has two verdicts, of which any keeps it",
      {
        verdicts: [verdict, { ...verdict, verdict: "delete" }],
        deletions: [{ ...image, tags: ["1.1.0"] }],
      },
      [
        `verdicts.1.tag: ${repository}:1.1.0 has a verdict already`,
        `deletions.0.tags: ${repository}:1.1.0 has the verdict keep`,
      ],
    ],
    [
      "with a parent that goes later",
      deletionsOf({ ...part, parents: [image.digest] }, image),
      [`deletions.0.parents: ${image.digest} does not stand before it`],
    ],
    [
      "with a deletion that waits for a later one",
      deletionsOf({ ...part, after: [image.digest] }, image),
      [`deletions.0.after: ${image.digest} does not stand before it`],
    ],
    [
      "with a deletion that waits for itself",
      deletionsOf({ ...part, after: [part.digest] }),
      [`deletions.0.after: ${part.digest} does not stand before it`],
    ],
  ])("%s", (_, changes, problems) => {
    const text = JSON.stringify({ schema: PLAN_SCHEMA, verdicts: [verdict], deletions: [], ...changes });
    expect(problemsOf(text)).toEqual(problems);
  });

  test.each([
    "team",
    "registry.example.com",
    "R.example.com/a",
    "https://r.example.com/a",
    "r.example.com/a:1",
  ])("with the repository %s", (name) => {
    const text = JSON.stringify({
      schema: PLAN_SCHEMA,
      verdicts: [],
      deletions: [{ ...image, repository: name }],
    });
    expect(problemsOf(text)).toEqual(["deletions.0.repository: is not host/repository"]);
  });

  test.each([
    ["", "it is not JSON"],
    ["{", "it is not JSON"],
    ["[]", "it is not a plan file: it has no schema"],
    ["2", "it is not a plan file: it has no schema"],
    ["null", "it is not a plan file: it has no schema"],
  ])("that is %j", (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  test("with no more problems than anybody reads", () => {
    const verdicts = Array.from({ length: 60 }, () => ({ ...verdict, tag: "\n" }));
    const problems = problemsOf(JSON.stringify({ schema: PLAN_SCHEMA, verdicts, deletions: [] }));
    expect(problems).toHaveLength(51);
    expect(problems.at(-1)).toBe("… and 10 more");
  });

  test("but not for what is the same in two repositories", () => {
    const other = { repository: "r.example.com/b" };
    const text = JSON.stringify({
      schema: PLAN_SCHEMA,
      verdicts: [{ ...verdict, tag: "1.0.0" }],
      deletions: [
        { ...part, parents: [image.digest] },
        { ...image, ...other },
        { ...part, ...other },
      ],
    });
    expect(readPlanFile(text).get(other.repository)?.deletions).toHaveLength(2);
  });
});

/** The lines that name what is wrong. */
function problemsOf(text: string): readonly string[] {
  try {
    readPlanFile(text);
  } catch (error) {
    if (!(error instanceof PruneError)) throw error;
    expect(error.nextStep).toBe("Nothing was deleted. Make a new plan with a dry run.");
    const [title, ...lines] = error.message.split("\n");
    expect(title).toMatch(/^the plan file can't be used \(\d+ problems?\):$/);
    return lines.map((line) => line.trim());
  }
  return [];
}

test("a plan has nothing that a terminal or a CI obeys, whatever is in it, and reads as it was", () => {
  const run = "\u001b]52;c;x\u0007 \u009b31m \u202e ##[error] \u2028";
  const text = renderPlans([outcome], chosen, { ...origin, run });

  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e\u2028]|##\[/);
  expect(JSON.parse(text)).toMatchObject({ run });
});
