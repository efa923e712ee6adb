import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { LimitMet } from "../../src/core/result/event.js";
import { describeLimit } from "../../src/report/words/limits.js";
import { createProgress } from "../../src/report/log/progress.js";
import { createRestoreProgress } from "../../src/report/verbs/restore.js";

const host = "api.github.com";
const now = Date.UTC(2026, 0, 31, 23, 50, 30);
const SECOND = 1000;

test.each<[LimitMet["limit"], number, string]>([
  ["primary", 600 * SECOND, "this hour's requests are used up; waiting until 00:00 UTC, 10 minutes from now"],
  ["secondary", 60 * SECOND, "it asks for a pause; waiting until 23:51 UTC, 60 seconds from now"],
  ["secondary", 100 * SECOND, "it asks for a pause; waiting until 23:52 UTC, 2 minutes from now"],
  ["secondary", 99 * SECOND, "it asks for a pause; waiting until 23:52 UTC, 99 seconds from now"],
  ["secondary", 1, "it asks for a pause; waiting until 23:50 UTC, 1 second from now"],
  ["primary", -SECOND, "this hour's requests are used up; waiting until 23:50 UTC, 1 second from now"],
])("a %s limit that lifts after %i milliseconds", (limit, ms, text) => {
  expect(describeLimit({ host, limit, until: now + ms }, now)).toBe(`${host}: ${text}`);
});

describe("a limit that is met", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now }));
  afterEach(() => void vi.useRealTimers());

  const event = { kind: "limit-met", host, limit: "primary", until: now + 720 * SECOND } as const;
  const line = `  ${host}: this hour's requests are used up; waiting until 00:02 UTC, 12 minutes from now`;

  test("is a line of a run's log, and opens no group", () => {
    const lines: string[] = [];
    const other = (text = "another"): number => lines.push(`!${text}`);
    const say = createProgress({
      info: (text) => lines.push(text),
      warning: other,
      group: other,
      endGroup: other,
    });
    say(event);
    expect(lines).toEqual([line]);
  });

  test("is a line of a restore's log", () => {
    const lines: string[] = [];
    createRestoreProgress({ info: (text) => lines.push(text), warning: (text) => lines.push(`!${text}`) })(
      event,
    );
    expect(lines).toEqual([line]);
  });
});
