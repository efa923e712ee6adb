import { describe, expect, test } from "vitest";
import { limitLifts, pullsLeft } from "../../src/registry/docker-hub/limits.js";

/** https://docs.docker.com/reference/api/hub/latest/#tag/rate-limiting */
const NOW = Date.UTC(2026, 0, 1);
const S = NOW / 1000;
const at = { now: NOW, waits: 0 };

describe("a limit of Docker Hub's API", () => {
  test.each([
    ["429 with X-Retry-After", { status: 429, headers: { "x-retry-after": String(S + 30) } }, NOW + 31_000],
    [
      "429 with a time that is over",
      { status: 429, headers: { "x-retry-after": String(S - 30) } },
      NOW + 1_000,
    ],
    [
      "429 with X-RateLimit-Reset alone",
      { status: 429, headers: { "x-ratelimit-reset": String(S + 9) } },
      NOW + 10_000,
    ],
    ["429 with Retry-After, as others say it", { status: 429, headers: { "retry-after": "5" } }, NOW + 5_000],
    ["429 without a word", { status: 429, headers: {} }, NOW + 60_000],
    ["429 with nonsense", { status: 429, headers: { "x-retry-after": "soon" } }, NOW + 60_000],
    [
      "the last request of a minute",
      { status: 200, headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(S + 9) } },
      NOW + 9_000,
    ],
    [
      "one that leaves room",
      { status: 200, headers: { "x-ratelimit-remaining": "1", "x-ratelimit-reset": String(S + 9) } },
      undefined,
    ],
    [
      "the last of a minute that is over",
      { status: 204, headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(S - 1) } },
      undefined,
    ],
    ["none", { status: 200, headers: {} }, undefined],
  ])("%s", (_, response, lifts) => {
    expect(limitLifts(response, at)).toBe(lifts);
  });

  test("goes by the Hub's clock", () => {
    const headers = { date: new Date(NOW + 100_000).toUTCString(), "x-retry-after": String(S + 130) };
    expect(limitLifts({ status: 429, headers }, at)).toBe(NOW + 31_000);
  });

  test("that is not said is waited for longer each time", () => {
    expect(limitLifts({ status: 429, headers: {} }, { ...at, waits: 2 })).toBe(NOW + 240_000);
  });
});

test.each([
  ["20;w=21600", 20],
  ["0;w=21600", 0],
  ["7", 7],
  ["many", undefined],
  [undefined, undefined],
])("pulls that are left: %s", (said, left) => {
  expect(pullsLeft({ headers: said === undefined ? {} : { "ratelimit-remaining": said } })).toBe(left);
});
