import { describe, expect, test } from "vitest";
import { PruneError } from "../../src/core/base/errors.js";
import type { DeletionOutcome } from "../../src/core/plan/outcome.js";
import type { UntaggedVerdict } from "../../src/core/policy/untagged.js";
import { outputsOf, renderJson } from "../../src/report/run/outputs.js";
import { renderPlans } from "../../src/report/plan-file/write.js";
import { planLines, planTitle } from "../../src/report/words/plan-lines.js";
import { createProgress } from "../../src/report/log/progress.js";
import { readPlanFile } from "../../src/report/plan-file/read.js";
import { summaryLine } from "../../src/report/run/result.js";
import type { RunResult } from "../../src/core/result/run-result.js";
import { renderSummary } from "../../src/report/run/summary.js";
import {
  aboutUntagged,
  untaggedSuffix,
  countDeletedUntagged,
  describeUntagged,
  goingUntagged,
  untaggedLines,
} from "../../src/report/words/untagged.js";
import { digest, policy } from "../support/snapshots.js";
import {
  applied,
  keeps,
  manifestDeletion,
  planned,
  planOf,
  repository,
  tagDeletion,
  untaggedGoes,
  untaggedStays,
} from "./plans.js";

const HOUR = 3600 * 1000;
const short = (name: string): string => digest(name).slice(0, "sha256:".length + 12);
const since = "no tag, unchanged since 2026-01-02";

/** Two go, and one of each kind stays. */
const untagged = [
  untaggedGoes("old"),
  untaggedStays("needed", "needed"),
  untaggedGoes("less old", 36 * HOUR),
  untaggedStays("young", "young"),
];
const twoGo = ["old", "less old"].map((name) => manifestDeletion(name, []));
const ended = (kind: "deleted" | "gone", name: string): DeletionOutcome => ({
  kind,
  deletion: manifestDeletion(name, []),
});
const error = new PruneError("no", "yes");

test.each<[UntaggedVerdict, string]>([
  [untaggedGoes("a"), `${since}, longer than 1 week`],
  [untaggedGoes("a", 36 * HOUR), `${since}, longer than 36 hours`],
  [untaggedStays("a", "no-limit"), `${since}; no untagged-older-than applies to it`],
  [untaggedStays("a", "young"), `${since}; not old enough`],
  [untaggedStays("a", "needed"), `${since}; something that stays needs it`],
])("what becomes of an image without a tag: %#", (verdict, text) => {
  expect(describeUntagged(verdict)).toBe(text);
});

test.each([
  [0, ""],
  [1, " and 1 image without a tag"],
  [2, " and 2 images without a tag"],
])("%i images go without a tag", (number, text) => {
  expect(untaggedSuffix(number)).toBe(text);
});

describe("of the images without a tag", () => {
  test("those that go are listed, oldest first as they are decided", () => {
    expect(goingUntagged({ untagged }).map((verdict) => verdict.digest)).toEqual([
      digest("old"),
      digest("less old"),
    ]);
    expect(untaggedLines({ untagged })).toEqual([
      `delete  ${short("old")}  (${since}, longer than 1 week)`,
      `delete  ${short("less old")}  (${since}, longer than 36 hours)`,
    ]);
  });

  test.each<[string, readonly DeletionOutcome[], number]>([
    ["nothing was deleted", [], 0],
    ["both are gone", [ended("deleted", "old"), ended("gone", "less old")], 2],
    ["one failed", [ended("deleted", "old"), failed("less old")], 1],
    ["one was left", [spared("old"), ended("deleted", "less old")], 1],
    ["a part of one is gone", [ended("deleted", "part of old")], 0],
    ["one is gone that was to stay", [ended("gone", "needed"), ended("deleted", "young")], 0],
    ["a tag of one is gone", [{ kind: "deleted", deletion: tagDeletion("1.0.0", "old") }], 0],
  ])("those that are gone are counted: %s", (_, deletions, number) => {
    expect(countDeletedUntagged({ untagged }, deletions)).toBe(number);
  });

  test.each<[readonly UntaggedVerdict[], readonly string[]]>([
    [[], []],
    [untagged, []],
    [
      [...untagged, untaggedStays("a", "no-limit")],
      ["1 image without a tag that no tag leads to stays; untagged-older-than deletes old ones"],
    ],
    [
      [untaggedStays("a", "no-limit"), untaggedStays("b", "no-limit")],
      ["2 images without a tag that no tag leads to stay; untagged-older-than deletes old ones"],
    ],
  ])("those that stay for want of a setting are told of: %#", (verdicts, lines) => {
    expect(aboutUntagged({ untagged: verdicts })).toEqual(lines);
  });
});

function failed(name: string): DeletionOutcome {
  return { kind: "failed", deletion: manifestDeletion(name, []), error };
}

function spared(name: string): DeletionOutcome {
  return { kind: "spared", deletion: manifestDeletion(name, []), reason: { kind: "tags-moved" } };
}

describe("a plan with images without a tag", () => {
  test.each<[readonly UntaggedVerdict[], string]>([
    [[], "1 tag to delete, 1 to keep"],
    [
      [untaggedGoes("a"), untaggedStays("b", "young")],
      "1 tag and 1 image without a tag to delete, 1 to keep",
    ],
    [untagged, "1 tag and 2 images without a tag to delete, 1 to keep"],
  ])("has them in its title: %#", (verdicts, title) => {
    expect(planTitle(planned({ untagged: verdicts }))).toBe(`${repository}: ${title}`);
  });

  test("lists those that go after the tags that go", () => {
    const skipped = [{ deletion: manifestDeletion("0.9.0"), reason: { kind: "gone" } }] as const;
    expect(planLines(planned({ untagged, skipped }))).toEqual([
      expect.stringMatching(/^delete {2}1\.0\.0 /),
      `delete  ${short("old")}  (${since}, longer than 1 week)`,
      `delete  ${short("less old")}  (${since}, longer than 36 hours)`,
      expect.stringMatching(/^keep {4}1\.1\.0 /),
      expect.stringMatching(/^skip {4}0\.9\.0 /),
    ]);
  });

  test("lists no more of them than anybody reads", () => {
    const many = Array.from({ length: 990 }, (_, index) => untaggedGoes(`untagged ${index}`));
    const lines = planLines(planned({ untagged: many }));
    expect(lines).toHaveLength(1 + 30 + 1 + 10 + 1);
    expect(lines[31]).toBe("… and 950 more to delete …");
  });

  test("is told in the log, with what stays for want of a setting", () => {
    const lines: string[] = [];
    const add = (line = "."): number => lines.push(line);
    const say = createProgress({ info: add, warning: add, group: add, endGroup: add });
    say(planned({ untagged: [...untagged, untaggedStays("a", "no-limit")] }));
    expect(lines).toEqual([
      `${repository}: 1 tag and 2 images without a tag to delete, 1 to keep`,
      expect.stringMatching(/^ {2}delete {2}1\.0\.0 /),
      `  delete  ${short("old")}  (${since}, longer than 1 week)`,
      `  delete  ${short("less old")}  (${since}, longer than 36 hours)`,
      expect.stringMatching(/^ {2}keep {4}1\.1\.0 /),
      ".",
      "  deleting them leaves 3 MB that no kept image needs",
      "  1 image without a tag that no tag leads to stays; untagged-older-than deletes old ones",
    ]);
  });

  test("is saved with all of them, and what goes of them is read again", () => {
    const one = planned({ untagged, deletions: twoGo });
    const other = planned({
      untagged: [untaggedStays("a", "no-limit")],
      verdicts: [keeps("1.1.0")],
      deletions: [],
    });
    const origin = { tool: "prune-image-tags 1.0.0", created: new Date(0) };
    const policies = { ...policy(), rules: [], untaggedOlderThan: 36 * HOUR };
    const text = renderPlans([one, { ...other, repository: "r.example.com/b" }], policies, origin);
    const parsed = JSON.parse(text) as { readonly untagged: unknown };
    const changed = "2026-01-02T03:04:05.000Z";
    expect(parsed.untagged).toEqual([
      { repository, digest: digest("old"), changed, kind: "delete", olderThan: 168 * HOUR },
      { repository, digest: digest("needed"), changed, kind: "keep", why: "needed" },
      { repository, digest: digest("less old"), changed, kind: "delete", olderThan: 36 * HOUR },
      { repository, digest: digest("young"), changed, kind: "keep", why: "young" },
      { repository: "r.example.com/b", digest: digest("a"), changed, kind: "keep", why: "no-limit" },
    ]);
    expect(parsed).toHaveProperty("policy.untaggedOlderThan", 36 * HOUR);
    expect(readPlanFile(text).get(repository)?.deletions).toEqual(twoGo);
  });

  test("of no such images is saved with an empty list", () => {
    const text = renderPlans([planned()], { ...policy(), rules: [] }, { tool: "t", created: new Date(0) });
    expect(JSON.parse(text)).toHaveProperty("untagged", []);
  });
});

describe("a run with images without a tag", () => {
  const decided = { untagged: [...untagged, untaggedStays("a", "no-limit")] };
  const dry: RunResult = { isDryRun: true, outcomes: [planned(decided), planned({ untagged })] };
  const plan = planOf(decided);
  const tagged = { kind: "deleted", deletion: manifestDeletion("1.0.0") } as const;
  const half = applied({ plan, deletions: [tagged, ended("deleted", "old"), spared("less old")] });
  const all = applied({ plan, deletions: [tagged, ended("deleted", "old"), ended("gone", "less old")] });
  const refused = { kind: "failed", repository, error, plan } as const;
  const nothing = { kind: "nothing", repository, why: "no-tags" } as const;
  const run: RunResult = { isDryRun: false, outcomes: [half, all, refused, nothing] };
  const files = { plan: "plan.json", planSha256: "abc" };

  test("says in its line how many go, without what failed", () => {
    expect(summaryLine(dry)).toBe(
      "Dry run: would delete 2 tags and 4 images without a tag, keep 2 in 2 repositories: 6 MB that no kept image needs.",
    );
    expect(summaryLine(run)).toBe(
      "Deleted 2 tags and 3 images without a tag, kept 4 in 4 repositories: 6 MB that no kept image needs. " +
        "Failed: 1 repository. 1 deletion left undone.",
    );
    expect(summaryLine({ isDryRun: false, outcomes: [applied()] })).not.toContain("without a tag");
  });

  test("counts them in its outputs, and in JSON", () => {
    expect(outputsOf(dry, files)).toMatchObject({ "deleted-count": 2, "deleted-untagged-count": 4 });
    expect(outputsOf(run, files)).toMatchObject({ "deleted-count": 2, "deleted-untagged-count": 3 });
    expect(outputsOf({ isDryRun: false, outcomes: [refused, nothing] }, files)).toMatchObject({
      "deleted-untagged-count": 0,
    });
    expect(JSON.parse(renderJson(run, files))).toMatchObject({ "deleted-untagged-count": 3 });
  });

  const stays =
    "\n\n1 image without a tag that no tag leads to stays; untagged-older-than deletes old ones.\n\n";

  test("sums up what would go of each repository, and what stays for want of a setting", () => {
    const text = renderSummary({ isDryRun: true, outcomes: [planned(decided)] });
    expect(text).toContain(
      "1 tag and 2 images without a tag would be deleted, 1 kept: 3 MB that no kept image needs.",
    );
    expect(text).toContain(stays);
    expect(renderSummary({ isDryRun: true, outcomes: [planned()] })).not.toContain("without a tag");
  });

  test("sums up what is gone of each repository, and what stays for want of a setting", () => {
    const text = renderSummary({ isDryRun: false, outcomes: [half, all] });
    expect(text).toContain("1 tag and 1 image without a tag deleted (2 manifests), 1 kept: 3 MB");
    expect(text).toContain("1 tag and 2 images without a tag deleted (3 manifests), 1 kept: 3 MB");
    expect(text.split(stays)).toHaveLength(3);
    expect(renderSummary({ isDryRun: false, outcomes: [applied()] })).not.toContain("without a tag");
  });
});
