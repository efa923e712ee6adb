import { expect, test } from "vitest";
import { PruneError } from "../../src/core/base/errors.js";
import { missingPlaces, statusOf, summaryLine } from "../../src/report/run/result.js";
import { renderSummary } from "../../src/report/run/summary.js";
import { planned, repository } from "./plans.js";

const gone = "registry.example.com/team/ap";
const error = new PruneError("no", "yes");

test("what is missing is listed, as a warning or as an error, and nothing else is", () => {
  const outcomes = [
    { kind: "nothing", repository: gone, why: "unknown-repository", near: repository } as const,
    { kind: "nothing", repository: `${gone}/*`, why: "no-match" } as const,
    { kind: "nothing", repository: "x/empty", why: "no-tags" } as const,
    { kind: "nothing", repository: "x/left", why: "left-empty" } as const,
    { kind: "failed", repository: "x/failed", error } as const,
    { kind: "failed", repository: "x/fails", error, isMissing: true } as const,
    planned(),
  ];
  expect(missingPlaces({ isDryRun: false, outcomes })).toEqual([gone, `${gone}/*`, "x/fails"]);
});

test("the summary names the repository that may be meant", () => {
  const outcome = { kind: "nothing", repository: gone, why: "unknown-repository", near: repository } as const;
  const text = renderSummary({ isDryRun: false, outcomes: [outcome] });
  expect(text).toContain("Did you mean");
  expect(text).toContain("if-missing: fail makes this an error");
});

test("a run without any repository is done, and says that there was nothing to do", () => {
  const result = { isDryRun: false, outcomes: [] };
  expect(statusOf(result)).toBe("done");
  expect(summaryLine(result)).toMatch(/^Nothing to do: no repository is named/);
  expect(renderSummary(result)).toMatch(/^### ⚪ Nothing to do/);
});
