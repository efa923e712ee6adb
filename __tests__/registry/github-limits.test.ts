import { describe, expect, test } from "vitest";
import { limitMet, quotaOf, reserveOf } from "../../src/registry/github/limits.js";
import type { LimitWait } from "../../src/core/result/event.js";
import { createPause, limited, timeOf } from "../../src/registry/beside/pause.js";
import { RegistryError } from "../../src/registry/port/registry.js";

const WHY = {
  primary: "the requests of this hour are used up, but for a tenth that other workflows may need",
  secondary: "GitHub asks for a pause",
};
const NOW = Date.UTC(2026, 0, 1, 12, 0, 0);
const IN_AN_HOUR = String(NOW / 1000 + 3600);

interface Headers {
  readonly [name: string]: string;
}

/** What the limits of an hour are said to be. */
function hourly(remaining: number | string, reset = IN_AN_HOUR): Headers {
  return {
    "x-ratelimit-limit": "5000",
    "x-ratelimit-remaining": String(remaining),
    "x-ratelimit-reset": reset,
  };
}

interface Met {
  readonly name: string;
  readonly status?: number;
  readonly headers?: Headers;
  readonly message?: string;
  readonly waits?: number;
  readonly met: ReturnType<typeof limitMet>;
}

const RATE = "You have exceeded a secondary rate limit.";
const secondary = (ms: number) => ({ kind: "secondary", ms }) as const;
const primary = (ms: number) => ({ kind: "primary", ms }) as const;

const TABLE: readonly Met[] = [
  { name: "200 with nothing left", status: 200, headers: hourly(0), met: undefined },
  { name: "404 with a time to wait", status: 404, headers: { "retry-after": "7" }, met: undefined },
  { name: "503 with a time to wait", status: 503, headers: { "retry-after": "7" }, met: undefined },
  {
    name: "a 403 of another reason",
    headers: hourly(4000),
    message: "Resource not accessible",
    met: undefined,
  },
  { name: "a 403 that says nothing", met: undefined },
  { name: "403 with a time to wait", headers: { "retry-after": "7" }, met: secondary(7000) },
  { name: "429 with a time to wait", status: 429, headers: { "retry-after": "7" }, met: secondary(7000) },
  { name: "0 seconds to wait", headers: { "retry-after": "0" }, met: secondary(0) },
  {
    name: "a time to wait, and nothing left",
    headers: { ...hourly(0), "retry-after": "7" },
    met: secondary(7000),
  },
  {
    name: "a date to wait for is none",
    headers: { "retry-after": "Thu, 01 Jan 2026 12:00:07 GMT" },
    met: undefined,
  },
  { name: "a 403 that speaks of a limit", message: RATE, met: secondary(60_000) },
  { name: "the same, after one wait", message: RATE, waits: 1, met: secondary(120_000) },
  { name: "the same, after three", message: RATE, waits: 3, met: secondary(480_000) },
  { name: "a 429 that says nothing", status: 429, met: secondary(60_000) },
  { name: "an hour's last", headers: hourly(0), met: primary(3_601_000) },
  { name: "an hour's last, by 429", status: 429, headers: hourly(0), met: primary(3_601_000) },
  { name: "an hour's last, with its words", headers: hourly(0), message: RATE, met: primary(3_601_000) },
  { name: "an hour that is over", headers: hourly(0, String(NOW / 1000 - 9)), met: primary(1000) },
  { name: "one that is left", headers: hourly(1), message: RATE, met: secondary(60_000) },
  { name: "a number that is none", headers: hourly("none"), met: undefined },
];

test.each(TABLE)("limitMet: $name", ({ status = 403, headers = {}, message, waits = 0, met }) => {
  const body = Buffer.from(message === undefined ? "" : JSON.stringify({ message }));
  expect(limitMet({ status, headers, body }, { now: NOW, waits })).toEqual(met);
});

test("limitMet believes no words of a body that is no JSON", () => {
  const body = Buffer.from(`<html>${RATE}</html>`);
  expect(limitMet({ status: 403, headers: {}, body }, { now: NOW, waits: 0 })).toBeUndefined();
});

describe("quotaOf", () => {
  test("has the end of the hour by GitHub's clock, where that is known", () => {
    const reset = NOW + 3_600_000;
    const quota = { limit: 5000, remaining: 12, resets: reset };
    expect(quotaOf({ headers: hourly(12) }, NOW)).toEqual(quota);
    // GitHub's clock is ten minutes behind this machine's: by that, the hour ends ten minutes later.
    const date = new Date(NOW - 600_000).toUTCString();
    expect(quotaOf({ headers: { ...hourly(12), date } }, NOW)).toEqual({ ...quota, resets: reset + 600_000 });
    expect(quotaOf({ headers: { ...hourly(12), date: "today" } }, NOW)).toEqual(quota);
  });

  test.each(["x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset"])(
    "is nothing without %s",
    (name) => {
      const without = Object.entries(hourly(12)).filter(([header]) => header !== name);
      expect(quotaOf({ headers: Object.fromEntries(without) }, NOW)).toBeUndefined();
      expect(quotaOf({ headers: { ...hourly(12), [name]: "-1" } }, NOW)).toBeUndefined();
    },
  );

  test.each([
    [5000, 500],
    [1000, 100],
    [60, 6],
    [15, 2],
    [1, 1],
    [0, 0],
  ])("of %i requests, %i are left to others", (limit, reserve) => {
    expect(reserveOf({ limit, remaining: limit, resets: NOW })).toBe(reserve);
  });
});

describe("what is said", () => {
  test("a limit names the host, the reason, until when, how long, and what to do", () => {
    const error = limited("api.example.com", { until: NOW + 41 * 60_000, now: NOW, why: "because" });
    expect([error.kind, error.message, error.nextStep]).toEqual([
      "rate-limited",
      "api.example.com: because, until 12:41 UTC (41 minutes from now)",
      "Run again after that: what is left then goes. Nothing is half done.",
    ]);
  });

  test("a time is UTC's, whatever the machine's zone", () => {
    expect(timeOf(Date.UTC(2026, 5, 1, 23, 59, 59))).toBe("23:59 UTC");
  });
});

const HOST = "api.example.com";
const MINUTE = 60_000;

describe("a pause", () => {
  test("that has not begun keeps nobody waiting", async () => {
    const pause = createPause({ why: WHY, host: HOST });
    await pause.over("GET");
    await pause.over("DELETE");
    expect(pause.count()).toBe(0);
  });

  test("is said once, and no DELETE waits for it", async () => {
    const said: LimitWait[] = [];
    const pause = createPause({ why: WHY, host: HOST, onWait: (wait) => said.push(wait) });
    const until = Date.now() + 5 * MINUTE;
    pause.begin("secondary", until);
    pause.begin("secondary", until - 1);
    expect([said, pause.count()]).toEqual([[{ host: HOST, limit: "secondary", until }], 1]);
    const error: unknown = await pause.over("DELETE").catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(RegistryError);
    expect(error).toMatchObject({ kind: "paused", message: `${HOST}: GitHub asks for a pause` });
  });

  test("becomes longer, for whoever waits already, too", async () => {
    const pause = createPause({ why: WHY, host: HOST });
    pause.begin("secondary", Date.now() + 100);
    let isOver = false;
    const waiting = pause.over("GET").then(() => (isOver = true));
    const later = Date.now() + 600;
    pause.begin("primary", later);
    await waiting;
    expect([isOver, Date.now() >= later, pause.count()]).toEqual([true, true, 2]);
    await pause.over("DELETE");
  });

  test.each(["GET", "HEAD", "POST"] as const)(
    "that is ended lets go of a %s, and says until when it was",
    async (method) => {
      const stop = new AbortController();
      const pause = createPause({ why: WHY, host: HOST, stop: stop.signal });
      const until = Date.now() + 10 * MINUTE;
      pause.begin("primary", until);
      const waiting = pause.over(method).catch((reason: unknown) => reason);
      stop.abort();
      const error = await waiting;
      expect(error).toMatchObject({ kind: "rate-limited" });
      expect((error as Error).message).toMatch(
        new RegExp(
          `^${HOST}: the requests of this hour are used up.*, until ${timeOf(until)} \\(10 minutes from now\\)$`,
        ),
      );
    },
  );

  test("of more than a quarter of an hour is none: it is an error, and nobody waits", async () => {
    const said: LimitWait[] = [];
    const pause = createPause({ why: WHY, host: HOST, onWait: (wait) => said.push(wait) });
    const begin = () => {
      pause.begin("primary", Date.now() + 15 * MINUTE + 5000);
    };
    expect(begin).toThrow(expect.objectContaining({ kind: "rate-limited" }) as Error);
    expect(begin).toThrow(
      "the requests of this hour are used up, but for a tenth that other workflows may need, until",
    );
    expect(said).toEqual([]);
    await pause.over("GET");
    pause.begin("primary", Date.now() + 15 * MINUTE - 5000);
    expect(said).toHaveLength(1);
  });

  test("begins ten times, and no eleventh, unless something was changed in between", () => {
    const pause = createPause({ why: WHY, host: HOST });
    const begin = (times: number) => {
      for (let time = 1; time <= times; time += 1) pause.begin("secondary", Date.now() + MINUTE + time);
    };
    begin(6);
    pause.reset();
    expect(pause.count()).toBe(0);
    let until = Date.now() + 2 * MINUTE;
    for (let time = 1; time <= 10; time += 1) pause.begin("secondary", (until += 1));
    expect(() => {
      pause.begin("secondary", until + 1);
    }).toThrow("GitHub asks for a pause, until");
  });
});
