import { expect, test } from "vitest";
import { type HarmLook, settle, settleTimes } from "../../src/run/verify/settle.js";

const LONG = 60_000;

/** Looks that see these, one after the other, and the last for ever; and how many there were. */
function looks(...seen: readonly (HarmLook | undefined)[]): {
  readonly look: () => Promise<HarmLook | undefined>;
  readonly count: () => number;
} {
  let count = 0;
  return {
    look: () => Promise.resolve(seen[Math.min(count++, seen.length - 1)]),
    count: () => count,
  };
}

const at = (harmed: number, kept = 9): HarmLook => ({ harmed, kept });

test.for<readonly [string, readonly (HarmLook | undefined)[], number]>([
  ["nothing changes: each pause has its look", [at(2)], 3],
  ["nothing is harmed any more: no other look", [at(0)], 1],
  ["one is not harmed any more: the pauses start anew", [at(2), at(2), at(1)], 3 + 3],
  ["another kept tag goes: the pauses start anew", [at(2), at(2, 8)], 2 + 3],
  ["more are harmed, or listed: nobody else's work", [at(3), at(3, 10)], 3],
  ["it can't be read: no other look", [at(2), undefined], 2],
])("%s", async ([, seen, count]) => {
  const made = looks(...seen);
  await settle(at(2), made.look, { pauses: [1, 1, 1], longest: LONG });
  expect(made.count()).toBe(count);
});

test("a look without harm is followed by none", async () => {
  const made = looks(at(0));
  await settle(at(0), made.look, { pauses: [1], longest: LONG });
  expect(made.count()).toBe(0);
});

test("changes without an end do not hold it for longer than is said", async () => {
  let kept = 1000;
  let count = 0;
  const look = (): Promise<HarmLook> => {
    count += 1;
    return Promise.resolve(at(2, (kept -= 1)));
  };
  await settle(at(2, 1000), look, { pauses: [1, 1, 1], longest: 0 });
  expect(count).toBe(3);
});

test("each pause is waited for, unless the run is told to stop", async () => {
  const stop = new AbortController();
  const made = looks(at(2));
  const done = settle(at(2), made.look, { pauses: [LONG, LONG], longest: LONG, stop: stop.signal });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(made.count()).toBe(0);
  stop.abort();
  await done;
  expect(made.count()).toBe(2);
});

test("the last pause is at least twice as long as the first look, in which another run does nothing else", () => {
  expect(settleTimes(0).pauses.at(-1)).toBe(2250);
  expect(settleTimes(30_000).pauses.at(-1)).toBe(60_000);
});
