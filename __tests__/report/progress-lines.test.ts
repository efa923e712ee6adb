import { describe, expect, test } from "vitest";
import { PruneError } from "../../src/core/base/errors.js";
import type { Advance, RunEvent } from "../../src/core/result/event.js";
import type { DeletionOutcome } from "../../src/core/plan/outcome.js";
import type { Deletion } from "../../src/core/plan/deletion.js";
import { createProgress } from "../../src/report/log/progress.js";
import { createTerminalLog } from "../../src/report/log/terminal.js";
import { applied, manifestDeletion, repository, tagDeletion } from "./plans.js";

/** Where nothing can be animated: what a run says at which second, by a clock that the test sets. */
function createRun(isVerbose = false): {
  readonly at: (seconds: number, ...events: readonly RunEvent[]) => void;
  readonly lines: readonly string[];
} {
  const lines: string[] = [];
  let now = 0;
  const add = (line: string): number => lines.push(line);
  const say = createProgress(
    {
      info: add,
      warning: add,
      group: add,
      endGroup: () => undefined,
      ...(isVerbose ? { debug: add } : {}),
    },
    { now: () => now },
  );
  return {
    lines,
    at: (seconds, ...events) => {
      now = seconds * 1000;
      events.forEach(say);
    },
  };
}

function advanced(done: number, total: number, what: Advance["what"] = "deleting"): RunEvent {
  return { kind: "advanced", advance: { what, done, total, share: done / total } };
}

function deletion(kind: DeletionOutcome["kind"], of: Deletion = manifestDeletion("1.0.0")): RunEvent {
  const outcomes = {
    deleted: { kind: "deleted", deletion: of },
    gone: { kind: "gone", deletion: of },
    failed: { kind: "failed", deletion: of, error: new PruneError("no", "yes") },
    spared: { kind: "spared", deletion: of, reason: { kind: "tags-moved" } },
  } as const;
  return { kind: "deletion", outcome: outcomes[kind] };
}

const deleting: RunEvent = { kind: "deleting", repository, manifests: 100, tags: 100 };
const ended: RunEvent = { kind: "repository-ended", outcome: applied({}) };

describe("a log has of a step", () => {
  test("a line every five seconds, the first after as long, and how long it took", () => {
    const { at, lines } = createRun();
    for (let second = 0; second <= 100; second += 1) at(100 + second, advanced(second + 1, 101));
    const middle = lines.slice(0, -1);
    expect(middle.slice(0, 2)).toEqual([
      "  6 of 101 deleted, 1 a second, about 100 seconds left",
      "  11 of 101 deleted, 1 a second, about 90 seconds left",
    ]);
    expect(middle).toHaveLength(19);
    expect(lines.at(-1)).toBe("  101 of 101 deleted, in 1 minute 40 seconds");
  });

  test("nothing where it is over sooner, however many items it has", () => {
    const { at, lines } = createRun();
    for (let item = 1; item <= 5000; item += 1) at(item / 1001, advanced(item, 5000, "reading"));
    at(5, advanced(0, 0, "verifying"));
    expect(lines).toEqual([]);
  });

  test("lines by its own time, where it follows another one", () => {
    const { at, lines } = createRun();
    at(0, advanced(1, 9, "untagging"));
    at(4, advanced(2, 9, "untagging"));
    at(4.5, advanced(1, 9));
    at(9, advanced(2, 9));
    expect(lines).toEqual([]);
    at(9.5, advanced(3, 9));
    expect(lines).toEqual(["  3 of 9 deleted, 24 a minute, about 15 seconds left"]);
  });

  test.each([
    ["is another", advanced(3, 9, "verifying")],
    ["begins anew", advanced(0, 9)],
  ])("no line for one by the time of one that %s", (_, event) => {
    const { at, lines } = createRun();
    at(0, advanced(1, 9));
    at(4, advanced(2, 9));
    at(6, event);
    expect(lines).toEqual(["  2 of 9 deleted, in 6 seconds"]);
  });

  test("the same in the next repository, beginning anew", () => {
    const { at, lines } = createRun();
    for (const from of [0, 100]) {
      at(from, advanced(1, 20, "reading"));
      at(from + 6, advanced(4, 20, "reading"));
      at(from + 7, { kind: "observed", manifests: 4 });
    }
    expect(lines.filter((line) => line.includes(" of 20 "))).toEqual([
      "  4 of 20 manifests read, 30 a minute, about 30 seconds left",
      "  4 of 20 manifests read, in 7 seconds",
      "  4 of 20 manifests read, 30 a minute, about 30 seconds left",
      "  4 of 20 manifests read, in 7 seconds",
    ]);
  });

  test.each<[RunEvent]>([
    [{ kind: "repository-started", repository }],
    [{ kind: "observed", manifests: 1 }],
    [deleting],
    [{ kind: "verifying" }],
    [ended],
  ])("how far it came, where something else follows: $kind", (event) => {
    const { at, lines } = createRun();
    at(0, advanced(1, 9));
    at(4, advanced(4, 9));
    at(6, event);
    expect(lines[0]).toBe("  4 of 9 deleted, in 6 seconds");
    at(12, advanced(5, 9));
    expect(lines.filter((line) => line.includes("5 of 9"))).toEqual([]);
  });

  test("no time left once it is told to stop, and how far it came then", () => {
    const { at, lines } = createRun();
    at(0, advanced(1, 9));
    at(3, { kind: "told-to-stop", what: "deletions" });
    at(6, advanced(2, 9));
    at(7, { kind: "verifying" });
    expect(lines).toEqual([
      "  told to stop: waiting for the deletions under way",
      "  2 of 9 deleted, in 7 seconds",
      "  verifying what remains",
    ]);
    at(10, advanced(1, 9, "verifying"));
    at(15, advanced(2, 9, "verifying"));
    expect(lines.at(-1)).toBe("  2 of 9 tags read again, 12 a minute, about 35 seconds left");
  });

  test("that tags seem harmed and are looked at again", () => {
    const { at, lines } = createRun();
    at(0, { kind: "verifying-again", tags: 2 });
    expect(lines).toEqual([
      "  2 tags may be harmed: looking again, for another run may be deleting just now",
    ]);
  });

  test("not as deleted what failed or was left alone, by itself for each repository", () => {
    const { at, lines } = createRun();
    at(0, deleting, advanced(1, 9, "untagging"), deletion("deleted"), advanced(1, 9));
    at(1, deletion("failed"), advanced(2, 9));
    at(2, deletion("spared"), advanced(3, 9));
    at(3, deletion("spared", tagDeletion("1.0")), advanced(4, 9));
    at(6, deletion("gone"), advanced(5, 9));
    expect(lines.at(-1)).toMatch(/^ {2}2 of 9 deleted, 3 not, /);
    at(6, { kind: "verifying" }, advanced(1, 9, "verifying"));
    at(11, advanced(2, 9, "verifying"));
    expect(lines.at(-1)).toMatch(/^ {2}2 of 9 tags read again, 12 a minute, /);
    at(12, ended, deleting, advanced(1, 9));
    at(18, advanced(2, 9));
    expect(lines.at(-1)).toMatch(/^ {2}2 of 9 deleted, 10 a minute, /);
  });
});

describe("each single tag", () => {
  const events = [
    deletion("deleted"),
    deletion("gone"),
    deletion("failed"),
    deletion("spared"),
    { kind: "checked", tags: 3 },
  ] as const;
  const always = [
    "  could not delete 1.0.0: no",
    "  left 1.0.0 alone: it was pointed at another image meanwhile",
  ];

  test("has a line where it went wrong or was left alone", () => {
    const { at, lines } = createRun();
    at(0, ...events);
    expect(lines).toEqual(always);
  });

  test("has one in every case where that was asked for", () => {
    const { at, lines } = createRun(true);
    at(0, ...events);
    expect(lines).toEqual([
      "  deleted 1.0.0",
      "  1.0.0 was gone already",
      ...always,
      "  checked 3 tags again",
    ]);
  });

  test.each([
    [false, []],
    [true, ["deleted ***-1\n"]],
  ])("has on a terminal, where verbose is %s, no secret in it", (isVerbose, written) => {
    const chunks: string[] = [];
    const stream = { write: (text: string) => chunks.push(text) } as unknown as NodeJS.WritableStream;
    const log = createTerminalLog(
      { info: { stream }, warnings: { stream } },
      { clean: (text) => text.replaceAll("hunter22", "***"), clear: () => undefined, isVerbose },
    );
    log.debug?.("deleted hunter22-1");
    expect(chunks).toEqual(written);
  });
});
