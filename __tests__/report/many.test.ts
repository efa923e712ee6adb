import { describe, expect, test } from "vitest";
import { PruneError } from "../../src/core/base/errors.js";
import type { RunEvent } from "../../src/core/result/event.js";
import type { RepositoryOutcome } from "../../src/core/result/repository-outcome.js";
import { createProgress } from "../../src/report/log/progress.js";
import { renderSummary } from "../../src/report/run/summary.js";
import { digest } from "../support/snapshots.js";
import { applied, keeps, planned, planOf } from "./plans.js";

/** Of many repositories, those in which something goes or is wrong are told of whole: thousands of tags that stay would hide them. */

const nameOf = (index: number): string => `registry.example.com/team/app-${index}`;

/** A repository in which nothing goes. */
function idle(index: number): Extract<RepositoryOutcome, { readonly kind: "planned" }> {
  const plan = planOf({ verdicts: [keeps("1.0.0"), keeps("1.1.0")], deletions: [] });
  return { ...planned(), plan, repository: nameOf(index), reclaimable: { bytes: 0, isLeast: false } };
}

/** The events of a run that reads a repository and plans for it. */
function readingOf(outcome: Extract<RepositoryOutcome, { readonly kind: "planned" }>): readonly RunEvent[] {
  const { repository } = outcome;
  return [
    { kind: "repository-started", repository },
    { kind: "listed", tags: 2 },
    { kind: "observed", manifests: 2 },
    { ...outcome, kind: "planned" },
  ];
}

function logged(events: readonly RunEvent[], isVerbose = false): readonly string[] {
  const lines: string[] = [];
  const say = createProgress({
    info: (line) => lines.push(line),
    warning: (line) => lines.push(`!${line}`),
    group: (title) => lines.push(title),
    endGroup: () => undefined,
    ...(isVerbose ? { debug: (line: string) => lines.push(`?${line}`) } : {}),
  });
  events.forEach(say);
  return lines;
}

const found = (repositories: number): RunEvent => ({ kind: "repositories-found", repositories });

describe("the log", () => {
  test("has one line of a repository in which nothing goes, where there are many", () => {
    expect(logged([found(11), ...readingOf(idle(1)), ...readingOf(idle(2))])).toEqual([
      "11 repositories; one line for each in which nothing goes",
      `${nameOf(1)}: 0 tags to delete, 2 to keep`,
      `${nameOf(2)}: 0 tags to delete, 2 to keep`,
    ]);
  });

  test("has every tag of one in which something goes", () => {
    const lines = logged([found(11), ...readingOf({ ...planned(), repository: nameOf(1) })]);
    expect(lines.filter((line) => line.startsWith("  "))).toEqual([
      expect.stringMatching(/^ {2}delete {2}1\.0\.0 /),
      expect.stringMatching(/^ {2}keep {4}1\.1\.0 /),
      expect.stringContaining("that no kept image needs"),
    ]);
  });

  test("warns of what is wrong in one in which nothing goes", () => {
    const plan = { ...idle(1).plan, missing: [digest("part")] };
    const lines = logged([found(11), ...readingOf({ ...idle(1), plan })]);
    expect(lines.at(-1)).toMatch(/^!registry.example.com\/team\/app-1: 1 part of what stays was missing/);
  });

  test.each([
    { name: "of ten", events: [found(10), ...readingOf(idle(1))], isVerbose: false },
    { name: "of one", events: readingOf(idle(1)), isVerbose: false },
    { name: "of many, where it is verbose", events: [found(11), ...readingOf(idle(1))], isVerbose: true },
  ])("has every tag $name", ({ events, isVerbose }) => {
    const lines = logged(events, isVerbose);
    expect(lines.filter((line) => /^ {2}keep/.test(line))).toHaveLength(2);
    expect(lines).not.toContainEqual(expect.stringContaining("one line for each"));
  });
});

describe("the summary", () => {
  const failed = { kind: "failed", repository: nameOf(50), error: new PruneError("no", "yes") } as const;
  const gone = { ...applied(), repository: nameOf(51) };
  const idles = Array.from({ length: 20 }, (_, index) => idle(index));

  test("shows those in which something goes or failed, and counts the others", () => {
    const text = renderSummary({ isDryRun: false, outcomes: [...idles, failed, gone] });
    expect(text).toContain("⚪ In 20 repositories nothing goes; the log has a line of each.");
    expect(text).not.toContain(nameOf(3));
    for (const { repository } of [failed, gone]) {
      expect(text).toContain(`<code>${repository}</code> |`);
      expect(text).toContain(`#### <code>${repository}</code>`);
    }
  });

  test("has no table where nothing goes in any", () => {
    const text = renderSummary({ isDryRun: true, outcomes: idles });
    expect(text).toContain("In 20 repositories nothing goes");
    expect(text).not.toContain("| repository |");
  });

  test("shows what somebody is to look at", () => {
    const none = { kind: "nothing", repository: nameOf(60), why: "no-match" } as const;
    const empty = { kind: "nothing", repository: nameOf(61), why: "left-empty" } as const;
    const text = renderSummary({ isDryRun: false, outcomes: [...idles, none, empty] });
    expect(text).toContain(nameOf(60));
    expect(text).not.toContain(nameOf(61));
    expect(text).toContain("⚪ In 21 repositories nothing goes");
  });

  test("shows all of ten", () => {
    const text = renderSummary({ isDryRun: false, outcomes: idles.slice(0, 10) });
    expect(text).toContain(`#### <code>${nameOf(9)}</code>`);
  });
});
