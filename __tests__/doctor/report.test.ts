import { expect, test } from "vitest";
import { finding, isReady } from "../../src/core/result/finding.js";
import { renderCheck, renderCheckJson, renderCheckSummary, verdictOf } from "../../src/report/verbs/check.js";

const ok = finding("ok", "deletes", { message: "Deletes are on." });
const warning = finding("warning", "dangling", {
  message: "One is gone.",
  fix: "Push it again.\nOr leave it.",
});
const problem = finding("problem", "writes", { message: "The disk is full.", fix: "Prune." });
const unknown = finding("unknown", "product", { message: "It is some other registry." });
const image = "r.example.com/team/app";

test.each([
  [[ok], true, `${image}: ready.`],
  [[ok, unknown], true, `${image}: ready.`],
  [[ok, warning], true, `${image}: ready, with 1 warning.`],
  [[warning, warning], true, `${image}: ready, with 2 warnings.`],
  [[ok, problem], false, `${image}: not ready: 1 problem.`],
  [[problem, problem, warning], false, `${image}: not ready: 2 problems, with 1 warning.`],
])("%#: what it comes to", (findings, ready, words) => {
  expect(isReady(findings)).toBe(ready);
  expect(verdictOf({ image, findings })).toBe(words);
});

test("a terminal's lines stand in columns, with the next step below", () => {
  expect(renderCheck({ image, findings: [ok, warning, problem] })).toBe(
    [
      "ok       deletes   Deletes are on.",
      "warning  dangling  One is gone.",
      "                   Push it again.",
      "                   Or leave it.",
      "problem  writes    The disk is full.",
      "                   Prune.",
      `${image}: not ready: 1 problem, with 1 warning.`,
      "",
    ].join("\n"),
  );
});

test("nothing to check is no crash", () => expect(renderCheck({ findings: [] })).toBe("ready.\n"));

test("what a registry says can't begin a line, nor change a terminal's colour", () => {
  const found = finding("problem", "repository", {
    message: "It says\n::set-output name=x::y\u001b[31m",
    fix: "See\u001b[31m\r::error::x",
  });
  const text = renderCheck({ findings: [found] });
  expect(text).not.toContain("\u001b");
  expect(text).not.toContain("\r");
  expect(text.split("\n").filter((line) => line.trimStart().startsWith("::"))).toEqual([]);
});

test("the corrected policy is there as it is", () => {
  const correctedS3Policy = '{\n  "Version": "2012-10-17"\n}\n';
  expect(renderCheck({ findings: [ok], correctedS3Policy })).toContain(`corrected:\n${correctedS3Policy}`);
  expect(JSON.parse(renderCheckJson({ findings: [ok], correctedS3Policy }))).toMatchObject({
    correctedS3Policy,
  });
  expect(renderCheckSummary({ findings: [ok], correctedS3Policy })).toContain(
    "<pre>\n{\n  &#34;Version&#34;",
  );
});

test("JSON says whether it is ready, and holds every finding", () => {
  expect(JSON.parse(renderCheckJson({ image, findings: [ok, problem] }))).toEqual({
    ready: false,
    image,
    findings: [
      { kind: "ok", check: "deletes", message: "Deletes are on." },
      { kind: "problem", check: "writes", message: "The disk is full.", fix: "Prune." },
    ],
  });
});

test("the summary is a table, in which nothing is understood as Markdown or HTML", () => {
  const nasty = finding("warning", "dangling", { message: "a | b <img> `c` [d](e)", fix: "x | y\nz" });
  const summary = renderCheckSummary({ image, findings: [nasty] });
  const row = summary.split("\n").find((line) => line.includes("dangling")) ?? "";
  expect(row.match(/\|/g)).toHaveLength(4);
  expect(row).not.toMatch(/<img|`|\[/);
  expect(row).toContain("<br>z");
  expect(summary).toContain("| 🟡&nbsp;**warning** |");
});

test("the summary stays under what GitHub takes, and says what it leaves out", () => {
  const long = finding("problem", "repository", { message: "x".repeat(100_000) });
  const summary = renderCheckSummary({ findings: Array.from({ length: 20 }, () => long) });
  expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
  expect(summary).toContain("… and 11 more; the log has them all.");
});
