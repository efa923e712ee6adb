import { describe, expect, test } from "vitest";
import { MAX_ATTEMPTS, retryDelay } from "../../src/registry/http/retry.js";

const now = Date.parse("2026-11-21T12:00:00Z");
const answer = (status: number, retryAfter?: string) => ({ kind: "answer", status, retryAfter }) as const;
const error = (code: string) => ({ kind: "error", error: Object.assign(new Error(code), { code }) }) as const;

describe("after the first attempt", () => {
  test.each([
    ["429", answer(429), 200],
    ["502", answer(502), 200],
    ["503", answer(503), 200],
    ["504", answer(504), 200],
    ["520", answer(520), 200],
    ["530", answer(530), 200],
    ["503 with seconds", answer(503, "7"), 7000],
    ["503 with a date", answer(503, "Sat, 21 Nov 2026 12:00:30 GMT"), 30_000],
    ["503 with a date that is past", answer(503, "Sat, 21 Nov 2026 11:00:00 GMT"), 200],
    ["503 with nonsense", answer(503, "soon"), 200],
    ["a reset", error("ECONNRESET"), 200],
    ["a broken pipe", error("EPIPE"), 200],
  ])("%s is tried again", (_, outcome, wanted) => {
    expect(retryDelay(1, outcome, { random: 1, now })).toBe(wanted);
  });

  test.each([
    ["200", answer(200)],
    ["401", answer(401)],
    ["404", answer(404)],
    ["405", answer(405)],
    ["500", answer(500)],
    ["501", answer(501)],
    ["519", answer(519)],
    ["531", answer(531)],
    ["503 that asks for more than a minute", answer(503, "3600")],
    ["a refused connection", error("ECONNREFUSED")],
    ["a certificate", error("DEPTH_ZERO_SELF_SIGNED_CERT")],
    ["a deadline", error("ABORT_ERR")],
  ])("%s is not", (_, outcome) => {
    expect(retryDelay(1, outcome, { random: 1, now })).toBeUndefined();
  });
});

test("each wait is twice as long at the most, with jitter, until the attempts are used up", () => {
  const delays = (random: number) =>
    Array.from({ length: MAX_ATTEMPTS }, (_, index) => retryDelay(index + 1, answer(503), { random, now }));
  expect(delays(1)).toEqual([200, 400, 800, undefined]);
  expect(delays(0)).toEqual([0, 0, 0, undefined]);
});
