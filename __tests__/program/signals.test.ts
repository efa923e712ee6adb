import { describe, expect, test } from "vitest";
import type { RunEvent } from "../../src/core/result/event.js";
import { createStop } from "../../src/program/signals.js";

/** The listener that was added last. It is called by itself, for the tests' own runner listens too. */
const newest = (name: "SIGTERM" | "uncaughtException"): ((thrown?: unknown) => void) =>
  process.listeners(name as never).at(-1) as never;

const ENDED = { kind: "collection-ended", outcome: { kind: "skipped", why: { kind: "dry-run" } } } as const;

describe("while a collection goes on", () => {
  test("a signal ends it, though telling of that throws", () => {
    const stop = createStop(({ kind }) => {
      if (kind === "told-to-stop") throw new Error("boom");
    });
    stop.say({ kind: "collection-started", host: "registry.test", by: "container" });
    expect(newest("SIGTERM")).not.toThrow();
    expect(stop.signal.aborted).toBe(true);
    stop.say(ENDED);
  });

  test("what nobody catches ends it, and is told of once, however often it comes; then nobody listens any more", () => {
    const before = process.listenerCount("uncaughtException");
    const told: RunEvent[] = [];
    const stop = createStop((event) => told.push(event));
    stop.say({ kind: "collection-started", host: "registry.test", by: "container" });
    const listener = newest("uncaughtException");
    for (let time = 0; time < 3; time += 1) listener(new Error("boom"));
    expect(stop.signal.aborted).toBe(true);
    expect(told.filter(({ kind }) => kind === "told-to-stop")).toHaveLength(1);
    expect(process.listenerCount("uncaughtException")).toBe(before + 1);
    stop.say(ENDED);
    expect(process.listenerCount("uncaughtException")).toBe(before);
  });
});

test.each<[RunEvent, RunEvent]>([
  [{ kind: "deleting" } as RunEvent, { kind: "repository-ended" } as RunEvent],
  [{ kind: "collection-started", host: "registry.test", by: "container" }, ENDED],
])("from %j to %j a signal is answered, and outside of both it does what it always does", (from, to) => {
  const before = process.listenerCount("SIGTERM");
  const stop = createStop(() => undefined);
  stop.say({ kind: "plan-saved", path: "plan.json" });
  expect(process.listenerCount("SIGTERM")).toBe(before);
  stop.say(from);
  expect(process.listenerCount("SIGTERM")).toBe(before + 1);
  stop.say(to);
  expect(process.listenerCount("SIGTERM")).toBe(before);
  stop.say(from);
  newest("SIGTERM")();
  expect(stop.signal.aborted).toBe(true);
  stop.say(to);
  expect(process.listenerCount("SIGTERM")).toBe(before);
});

test.each([
  ["deletions, and a second signal ends the process", "deleting", 0],
  ["a collection, and no second signal ends the process", "collection-started", 1],
])("the first signal ends %s", (_, kind, listeners) => {
  const before = process.listenerCount("SIGTERM");
  const stop = createStop(() => undefined);
  stop.say({ kind } as RunEvent);
  newest("SIGTERM")();
  expect(process.listenerCount("SIGTERM")).toBe(before + listeners);
  stop.say(ENDED);
});
