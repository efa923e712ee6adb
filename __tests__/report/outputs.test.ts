import { describe, expect, test } from "vitest";
import { cutList } from "../../src/report/outputs.js";
import { createProgress } from "../../src/report/progress.js";
import { createRedactor } from "../../src/report/redact.js";
import { plan } from "../../src/core/plan.js";
import { ownImages, policy, snapshot } from "../support/snapshots.js";

describe("a list for an output", () => {
  test("that fits is whole", () => {
    expect(cutList(["a", "b"], 10)).toEqual({ json: '["a","b"]', left: 0 });
  });

  test("that does not is cut between its items, and is still JSON", () => {
    expect(cutList(["a", "b", "c"], 10)).toEqual({ json: '["a","b"]', left: 1 });
    expect(cutList(["a"], 3)).toEqual({ json: "[]", left: 1 });
  });

  test("of many tags takes less than half of what a job's outputs may have", () => {
    const { json, left } = cutList(
      Array.from({ length: 50_000 }, (_, index) => `registry.example.com/team/app:1.0.${index}`),
    );
    expect(json.length * 2).toBeLessThan(512 * 1024);
    expect((JSON.parse(json) as string[]).length + left).toBe(50_000);
  });
});

describe("the redactor", () => {
  test("takes out every secret, the longest first, and tells each once", () => {
    const told: string[] = [];
    const { add, redact } = createRedactor((secret) => told.push(secret));
    for (const secret of ["hunter22", "hunter22", "hunter22-and-more", ""]) add(secret);
    expect(redact("a hunter22-and-more b hunter22 c")).toBe("a *** b *** c");
    expect(told).toEqual(["hunter22", "hunter22-and-more"]);
  });
});

test("the log lists no more tags than anybody reads", () => {
  const lines: string[] = [];
  const write = (line: string): unknown => lines.push(line);
  const say = createProgress({ info: write, warning: write, group: write, endGroup: () => undefined });
  const tags = Array.from({ length: 1000 }, (_, index) => `1.0.${index}`);
  say({ kind: "planned", repository: "r", plan: plan(snapshot({ tags: ownImages(tags) }), policy()) });
  expect(lines.length).toBeLessThan(230);
  expect(lines).toContain("  … and 790 more to delete");
});
