import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { renderPlot, seriesOf } from "../bench/plot.mjs";
import { renderTable } from "../bench/report.mjs";
import type { Column, Row } from "../bench/table.mjs";
import { paysFrom } from "../bench/threshold.mjs";
import { median } from "../bench/timing.mjs";

const run = promisify(execFile);

function row(name: string, ms: number, more: Partial<Row> = {}): Row {
  return { name, what: "something", ms, runs: 3, ended: false, ...more };
}

const small: Column = {
  size: 10,
  keep: 1,
  rows: [
    row("ours", 100, { requests: 35 }),
    row("the floor", 50, { requests: 35 }),
    row("curl, a loop", 120, { requests: 19 }),
  ],
};
const large: Column = {
  size: 5000,
  keep: 10,
  rows: [
    row("ours", 1000, { requests: 9000 }),
    row("crane, xargs -P 8", 2000, { ended: true }),
    row("regctl, xargs -P 8", 10, { wrong: "5 tags are there that were to go" }),
  ],
};

/** The cells of a markdown table, by the first of their row. */
function cellsOf(markdown: string): ReadonlyMap<string, readonly string[]> {
  const lines = markdown.split("\n").filter((line) => line.startsWith("| "));
  const cells = lines.map((line) => line.split("|").map((cell) => cell.trim()));
  return new Map(cells.map(([, name = "", ...rest]) => [name, rest.slice(0, -1)]));
}

describe("the bench", () => {
  test("the median is the middle one, or between the two in the middle", () => {
    expect(median([5])).toBe(5);
    expect(median([30, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 100])).toBe(3.5);
    expect(() => median([])).toThrow();
  });

  test("untagging first pays from where it was always faster", () => {
    const steps = [
      { victims: 100, untagFirst: 1, direct: 2 },
      { victims: 200, untagFirst: 3, direct: 2 },
      { victims: 300, untagFirst: 3, direct: 4 },
      { victims: 500, untagFirst: 3, direct: 9 },
    ];
    expect(paysFrom(steps)).toBe(300);
    expect(paysFrom(steps.slice(0, 2))).toBeUndefined();
  });

  test("the table has ratios, numbers of requests, and what did not count", () => {
    const part = { date: "2026-11-21", command: "npm run bench" };
    const table = renderTable([
      { ...part, value: small },
      { ...part, value: large },
    ]);
    expect(Object.fromEntries(cellsOf(table))).toMatchObject({
      "": ["10 tags, 9 go", "5000 tags, 4990 go"],
      ours: ["**1** (35)", "**1** (9000)"],
      "the floor": ["0.50 (35)", "–"],
      "curl, a loop": ["1.20 (19)", "–"],
      "crane, xargs -P 8": ["–", "> 2.00"],
      "regctl, xargs -P 8": ["–", "failed: 5 tags are there that were to go"],
    });
    expect(table).toContain("3 at 10 tags");
  });

  test("the plot has a line for each that counts, and an arrow for what was ended", () => {
    const series = seriesOf([small, large]);
    const plot = renderPlot("a title", series);
    expect(series.map(({ points }) => points.length)).toEqual([2, 1, 1, 1]);
    expect(plot.match(/<polyline /g)).toHaveLength(4);
    expect(plot.match(/<circle /g)).toHaveLength(4);
    expect(plot.match(/<path /g)).toHaveLength(1);
    expect(plot).not.toMatch(/NaN|Infinity|undefined/);
  });

  test("it times ours, a floor of as many requests, and a rival, on a real registry", async () => {
    const flags = "--sizes 10 --rounds 1 --only table --registries 2.8 --rivals curl".split(" ");
    const { stdout } = await run(process.execPath, ["bench/bench.mjs", ...flags]);
    // Of its tables, the rows whose cell ends with a number of requests.
    const counted = new Map(
      [...stdout.matchAll(/^\| ([^|]+) \| [^|]*\((\d+)\) \|$/gm)].map(([, name, count]) => [
        name,
        Number(count),
      ]),
    );
    expect([...counted.keys()]).toEqual(["ours", "the floor", "curl, a loop", "curl, xargs -P 8"]);
    expect(counted.get("the floor")).toBe(counted.get("ours"));
    expect(counted.get("ours")).toBeLessThanOrEqual(3 * 10 + 8);
    expect(counted.get("curl, a loop")).toBe(1 + 2 * 9);
  });
});
