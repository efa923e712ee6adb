import { PassThrough } from "node:stream";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Advance, RunEvent } from "../../src/core/result/event.js";
import { createProgress } from "../../src/report/log/progress.js";
import { createProgressBar } from "../../src/report/log/progress-bar.js";
import { canAnimate } from "../../src/report/log/terminal.js";
import { createTerminalLog } from "../../src/report/log/terminal.js";
import { applied, manifestDeletion, repository } from "./plans.js";

test.each([
  [true, {}, true],
  [true, { TERM: "xterm-256color", CI: "" }, true],
  [true, { TERM: "xterm", CI: "false", NO_COLOR: "1" }, true],
  [true, { TERM: "dumb" }, false],
  [true, { TERM: "xterm", CI: "true" }, false],
  [true, { TERM: "xterm", CI: "1" }, false],
  [false, { TERM: "xterm" }, false],
])(
  "whether a stream with isTTY %j and the environment %j can show something that moves",
  (isTTY, env, can) => {
    expect(canAnimate(Object.assign(new PassThrough(), { isTTY }), env)).toBe(can);
  },
);

/** What a terminal shows after all that was written to it, line by line; it knows what the bar needs and throws at anything else. */
function screenOf(written: string): readonly string[] {
  const rows = [""];
  let [row, column] = [0, 0];
  const write = (text: string): void => {
    const line = rows[row] ?? "";
    rows[row] = line.slice(0, column).padEnd(column) + text + line.slice(column + text.length);
    column += text.length;
  };
  for (const [part, control, number = "", letter] of written.matchAll(
    /(\x1B\[(\d*)([A-Za-z]))|\n|[^\x1B\n]+|\x1B./g,
  )) {
    if (part === "\n") {
      [row, column] = [row + 1, 0];
      rows[row] ??= "";
    } else if (letter === "G") {
      column = Number(number) - 1;
    } else if (letter === "K") {
      rows[row] = number === "2" ? "" : (rows[row] ?? "").slice(0, column);
    } else if (control !== undefined || part.startsWith("\x1B")) {
      throw new Error(JSON.stringify(part));
    } else {
      write(part);
    }
  }
  return rows;
}

/** A run on a terminal, and what is on its screen. */
function createRun({ columns = 100, isVerbose = false } = {}): {
  readonly say: (...events: readonly RunEvent[]) => void;
  readonly screen: () => readonly string[];
} {
  let written = "";
  const stream = Object.assign(new PassThrough(), { isTTY: true, columns });
  stream.on("data", (chunk: Buffer) => (written += chunk.toString()));
  const now = Date.now;
  const bar = createProgressBar(stream, now);
  const log = createTerminalLog(
    { info: { stream }, warnings: { stream } },
    { clean: (text) => text, clear: bar.clear, isVerbose },
  );
  const say = createProgress(log, { now, display: bar });
  return { say: (...events) => events.forEach(say), screen: () => screenOf(written) };
}

function advanced(done: number, total = 100, what: Advance["what"] = "deleting"): RunEvent {
  return { kind: "advanced", advance: { what, done, total, share: done / total } };
}

const failed: RunEvent = {
  kind: "deletion",
  outcome: { kind: "spared", deletion: manifestDeletion("1.0.0"), reason: { kind: "tags-moved" } },
};
const failedLine = "  left 1.0.0 alone: it was pointed at another image meanwhile";

describe("a bar", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("shows how far a step has come, how fast it goes and what is left, and is gone at its end", () => {
    const { say, screen } = createRun();
    say(advanced(0));
    for (let done = 1; done < 50; done += 1) {
      vi.advanceTimersByTime(200);
      say(advanced(done));
    }
    vi.advanceTimersByTime(100);
    expect(screen()).toEqual([
      "  [===============---------------] 49 of 100 deleted, 5 a second, about 10 seconds left",
    ]);
    say(advanced(100));
    expect(screen()).toEqual(["  100 of 100 deleted, in 10 seconds", ""]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("is not there in the first half second, and never where a step takes no longer", () => {
    const { say, screen } = createRun();
    say(advanced(1));
    vi.advanceTimersByTime(499);
    say(advanced(2));
    expect(screen()).toEqual([""]);
    vi.advanceTimersByTime(1);
    say(advanced(3));
    expect(screen()).toEqual([expect.stringContaining("] 3 of 100 deleted")]);
    say(advanced(1, 100, "verifying"));
    expect(screen()).toEqual([""]);
    vi.advanceTimersByTime(400);
    say(advanced(2, 100, "verifying"), advanced(100, 100, "verifying"));
    expect(screen()).toEqual([""]);
  });

  test("makes room for a line, and is below it with the next item", () => {
    const { say, screen } = createRun();
    say(advanced(1));
    vi.advanceTimersByTime(600);
    say(advanced(2), failed);
    expect(screen()).toEqual([failedLine, ""]);
    say(advanced(3));
    expect(screen()).toEqual([failedLine, expect.stringContaining("] 2 of 100 deleted, 1 not")]);
    say({ kind: "repository-ended", outcome: applied({}) });
    expect(screen()).toEqual([failedLine, ""]);
  });

  test("makes room for each tag's line, where those are asked for", () => {
    const { say, screen } = createRun({ isVerbose: true });
    say(advanced(1));
    vi.advanceTimersByTime(600);
    for (const done of [2, 3]) {
      say({ kind: "deletion", outcome: { kind: "deleted", deletion: manifestDeletion(`1.0.${done}`) } });
      say(advanced(done));
    }
    expect(screen()).toEqual([
      "  deleted 1.0.2",
      "  deleted 1.0.3",
      expect.stringContaining("] 3 of 100 deleted"),
    ]);
    say({ kind: "verifying" });
  });

  test.each<[RunEvent]>([
    [{ kind: "repository-started", repository }],
    [{ kind: "observed", manifests: 1 }],
    [{ kind: "deleting", repository, manifests: 1, tags: 1 }],
    [{ kind: "told-to-stop", what: "deletions" }],
    [{ kind: "verifying" }],
    [{ kind: "repository-ended", outcome: applied({}) }],
  ])("is gone, and leaves nothing that goes on, where something else follows: $kind", (event) => {
    const { say, screen } = createRun();
    say(advanced(1));
    vi.advanceTimersByTime(600);
    say(advanced(2), event);
    expect(screen().filter((line) => line.includes("2 of 100"))).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("does not come back while what is under way ends", () => {
    const { say, screen } = createRun();
    say(advanced(1));
    vi.advanceTimersByTime(600);
    say(advanced(2), { kind: "told-to-stop", what: "deletions" }, advanced(3));
    expect(screen()).toEqual(["  told to stop: waiting for the deletions under way", ""]);
  });

  test("stands on its line still where somebody pressed Enter meanwhile", () => {
    let written = "";
    const stream = Object.assign(new PassThrough(), { isTTY: true, columns: 100 });
    stream.on("data", (chunk: Buffer) => (written += chunk.toString()));
    const bar = createProgressBar(stream, Date.now);
    const mark = { at: Date.now() - 600, done: 1, share: 0.1 };
    const trail = { from: mark.at, marks: [mark], last: mark } as const;
    bar.show({ advance: { what: "deleting", total: 10, ...mark }, trail, missed: 0 }, Date.now());
    written += "\n";
    bar.clear();
    expect(screenOf(written)).toEqual([expect.stringContaining("1 of 10 deleted"), ""]);
  });

  test.each([
    ...[200, 100, 80, 60].map(
      (columns) => [columns, "  49 of 5000 deleted, 1 a second, about 85 minutes left"] as const,
    ),
    [50, "  49 of 5000 deleted, about 85 minutes left"] as const,
    [40, "  49 of 5000 deleted"] as const,
    [20, "  49 of 5000"] as const,
  ])("is no wider than a terminal of %i columns, and says no half of a word: %s", (columns, wanted) => {
    const { say, screen } = createRun({ columns });
    say(advanced(0, 5000));
    for (let done = 1; done < 50; done += 1) {
      vi.advanceTimersByTime(1000);
      say(advanced(done, 5000));
    }
    vi.advanceTimersByTime(100);
    const [line = ""] = screen();
    expect(line.length).toBeLessThanOrEqual(columns);
    expect(line.replace(/\[.*\] /, "")).toBe(wanted);
    expect(line.includes("[")).toBe(columns >= 80);
    say({ kind: "verifying" });
  });

  test("tells of a longer time left where nothing advances any more", () => {
    const { say, screen } = createRun();
    say(advanced(0));
    vi.advanceTimersByTime(5000);
    say(advanced(50));
    vi.advanceTimersByTime(100);
    expect(screen().at(-1)).toContain("a few seconds left");
    vi.advanceTimersByTime(60_000);
    expect(screen().at(-1)).toContain("about 70 seconds left");
    say({ kind: "verifying" });
  });
});
