import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { requestBegan, requestEnded } from "../../src/core/progress/adaptive-concurrency.js";
import { type Concurrency, newConcurrency } from "../../src/core/progress/concurrency.js";
import { propertyRuns } from "../support/property-runs.js";

const SEEDS = [1, 2, 3, 4];

/** What a server does with a request: when it answers, in ms, and whether it refuses. */
type Server = (now: number, underWay: number) => { readonly at: number; readonly isRefused?: boolean };

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Times of so many ms, up to 30 % off. */
function around(ms: number, seed: number): () => number {
  const random = dice(seed);
  return () => ms * (0.7 + 0.6 * random());
}

/** It serves any number at once. */
function endless(time: (now: number) => number): Server {
  return (now) => ({ at: now + time(now) });
}

/** It serves as many at once as it has cores, and the others after them. */
function queueing(cores: (now: number) => number, time: () => number): Server {
  let free: number[] = [];
  return (now) => {
    const all = cores(now);
    while (free.length < all) free.push(now);
    free = free.sort((a, b) => a - b).slice(0, all);
    const at = Math.max(now, free[0] ?? now) + time();
    free[0] = at;
    return { at };
  };
}

/** A server that stands so many ms away, there and back. */
function away(ms: number, server: Server): Server {
  return (now, underWay) => {
    const { at, ...answer } = server(now + ms / 2, underWay);
    return { ...answer, at: at + ms / 2 };
  };
}

interface Simulated {
  /** The limit at the end of each tenth of a second. */
  readonly limits: readonly number[];
  readonly concurrency: Concurrency;
  /** When each request ended that was served, in ms. */
  readonly served: readonly number[];
  readonly refused: number;
}

interface Flight {
  readonly began: number;
  readonly at: number;
  readonly isRefused: boolean;
  readonly generation: number;
}

/** Always sends as many as the concurrency allows, for so many ms of its own clock, or up to where `count` have been sent. */
function simulate(
  server: Server,
  ms: number,
  {
    start = newConcurrency(64),
    count = Infinity,
  }: { readonly start?: Concurrency; readonly count?: number } = {},
): Simulated {
  let sent = 0;
  let concurrency = start;
  let flights: Flight[] = [];
  let refused = 0;
  let delayMs = Infinity;
  const limits: number[] = [];
  const served: number[] = [];
  for (let now = start.at; now < start.at + ms && (flights.length > 0 || sent < count);) {
    while (concurrency.underWay < concurrency.limit && sent < count) {
      sent += 1;
      const { at, isRefused = false } = server(now, flights.length);
      flights.push({ began: now, at, isRefused, generation: concurrency.generation });
      concurrency = requestBegan(concurrency, now);
    }
    const next = flights.reduce((first, flight) => (flight.at < first.at ? flight : first));
    while (start.at + limits.length * 100 < next.at) limits.push(concurrency.limit);
    flights = flights.filter((flight) => flight !== next);
    now = next.at;
    const tookMs = now - next.began;
    delayMs = Math.min(delayMs, tookMs);
    concurrency = requestEnded(concurrency, { ...next, now, tookMs, delayMs });
    if (next.isRefused) refused += 1;
    else served.push(now);
  }
  return { limits: limits.slice(0, ms / 100), concurrency, served, refused };
}

/** From this second on. */
function after(second: number, { limits }: Simulated): readonly number[] {
  return limits.slice(second * 10);
}

/** The part of these limits that is within these. */
function share(limits: readonly number[], least: number, most: number): number {
  return limits.filter((limit) => limit >= least && limit <= most).length / limits.length;
}

describe.each(SEEDS)("it finds what suits a server (seed %i)", (seed) => {
  test("with passwords in bcrypt on two cores: few at once, and no less gets done", () => {
    const simulated = simulate(
      queueing(() => 2, around(77, seed)),
      60_000,
    );
    expect(share(after(20, simulated), 2, 4)).toBeGreaterThan(0.85);
    expect(Math.max(...after(20, simulated))).toBeLessThanOrEqual(5);
    expect(simulated.served.filter((at) => at > 20_000).length / 40).toBeGreaterThan(24);
  });

  test("with a time that is the same whatever goes on beside it: the most that is allowed", () => {
    const { limits, concurrency } = simulate(endless(around(20, seed)), 10_000);
    expect(limits.indexOf(64)).toBeLessThan(30);
    expect(share(limits.slice(30), 64, 64)).toBeGreaterThan(0.8);
    expect(concurrency.generation).toBeLessThan(20);
  });

  test("with room for eight: about eight", () => {
    const simulated = simulate(
      queueing(() => 8, around(50, seed)),
      60_000,
    );
    expect(share(after(2, simulated), 5, 12)).toBeGreaterThan(0.85);
    expect(simulated.served.length / 60).toBeGreaterThan(150);
  });

  test("with refusals above four: four, and it hardly tries more", () => {
    const time = around(30, seed);
    const simulated = simulate(
      (now, underWay) => (underWay >= 4 ? { at: now + 2, isRefused: true } : { at: now + time() }),
      60_000,
    );
    expect(share(after(1, simulated), 4, 4)).toBeGreaterThan(0.95);
    expect(simulated.refused).toBeLessThan(50);
    expect(simulated.concurrency.generation).toBeLessThan(50);
  });

  test("which others use too for a while: it makes way, and comes back", () => {
    const simulated = simulate(
      queueing((now) => (now > 20_000 && now < 40_000 ? 3 : 16), around(20, seed)),
      80_000,
    );
    const { limits } = simulated;
    expect(share(limits.slice(50, 200), 12, 32)).toBeGreaterThan(0.9);
    expect(Math.min(...limits.slice(350, 400))).toBeLessThanOrEqual(5);
    expect(share(after(60, simulated), 12, 40)).toBeGreaterThan(0.9);
  });

  test("which gets twenty times as much to do for each: it does not take that for being in the way for long", () => {
    const light = around(3, seed);
    const heavy = around(60, seed);
    const simulated = simulate(
      endless((now) => (now < 5000 ? light() : heavy())),
      20_000,
    );
    expect(share(after(10, simulated), 64, 64)).toBeGreaterThan(0.75);
  });
});

/** After one request that has shown the network's delay, as that for a list of tags does. */
function acquainted(delayMs: number, most = 64): Concurrency {
  const began = requestBegan(newConcurrency(most), 0);
  const end = { now: delayMs, generation: 0, isRefused: false, tookMs: delayMs, delayMs };
  return requestEnded(began, end);
}

/** The time in which `count` requests are served, in the network's delays. */
function waves(delayMs: number, count: number, serviceMs: number): number {
  const server = away(
    delayMs,
    queueing(
      () => 4,
      () => serviceMs,
    ),
  );
  const { served } = simulate(server, 60_000, { start: acquainted(delayMs), count });
  return ((served.at(-1) ?? NaN) - delayMs) / delayMs;
}

describe("the network's delay is not the server's", () => {
  test.each([
    { delayMs: 100, count: 16, most: 1 },
    { delayMs: 100, count: 60, most: 2 },
    { delayMs: 40, count: 60, most: 2 },
    { delayMs: 100, count: 500, most: 10 },
  ])("$count requests over $delayMs ms take $most waves", ({ delayMs, count, most }) => {
    expect(waves(delayMs, count, 0.5)).toBeLessThan(most + 0.5);
  });

  test("what is under way with no more to do lets no more go", () => {
    const limits = [12, 15].map((underWay) => {
      const begun = beginning(acquainted(100), underWay);
      return requestEnded(begun, {
        ...UNTIMED,
        now: 200,
        generation: 0,
        isRefused: false,
        tookMs: 100,
        delayMs: 100,
      }).limit;
    });
    expect(limits).toEqual([16, 16]);
  });

  test.each(SEEDS)("passwords in bcrypt are found out over a network too (seed %i)", (seed) => {
    const server = away(
      100,
      queueing(() => 2, around(77, seed)),
    );
    const simulated = simulate(server, 60_000, { start: acquainted(100) });
    expect(simulated.limits[10]).toBeLessThanOrEqual(16);
    expect(share(after(20, simulated), 3, 9)).toBeGreaterThan(0.85);
    expect(simulated.served.filter((at) => at > 20_000).length / 40).toBeGreaterThan(22);
  });

  test.each(SEEDS)("a server that others use for a while gets room over a network too (seed %i)", (seed) => {
    const cores = (now: number): number => (now > 20_000 && now < 40_000 ? 1 : 16);
    const { limits } = simulate(away(50, queueing(cores, around(20, seed))), 80_000, {
      start: acquainted(50),
    });
    expect(Math.min(...limits.slice(350, 400))).toBeLessThanOrEqual(16);
    expect(share(limits.slice(700), 32, 64)).toBeGreaterThan(0.8);
  });

  test("429 above ten at once: no more than that after the first wave", () => {
    const server: Server = (now, underWay) =>
      underWay >= 10 ? { at: now + 100, isRefused: true } : { at: now + 101 };
    const simulated = simulate(server, 60_000, { start: acquainted(100) });
    expect(share(after(1, simulated), 4, 10)).toBeGreaterThan(0.9);
    expect(simulated.refused).toBeLessThan(200);
  });

  test("whatever the delay and the server: nearly all gets done that could, and the queue stays short", () => {
    const delay = fc.integer({ min: 5, max: 200 });
    const service = fc.double({ min: 2, max: 20, noNaN: true });
    fc.assert(
      fc.property(delay, service, fc.integer({ min: 1, max: 8 }), (delayMs, serviceMs, cores) => {
        const server = away(
          delayMs,
          queueing(
            () => cores,
            () => serviceMs,
          ),
        );
        const { served, limits } = simulate(server, 5000, { start: acquainted(delayMs + serviceMs) });
        const rate = served.filter((at) => at > 3000).length / 2000;
        const best = Math.min(cores / serviceMs, 64 / (delayMs + serviceMs));
        expect(rate).toBeGreaterThan(0.75 * best);
        const queueMs = Math.min(...limits.slice(-20)) / rate - delayMs - serviceMs;
        expect(queueMs).toBeLessThan(Math.max(40, delayMs + serviceMs));
      }),
      { numRuns: propertyRuns(30) },
    );
  });
});

describe("at the start", () => {
  test.each([
    [1, 1],
    [3, 3],
    [16, 16],
    [64, 16],
  ])("of at most %i, %i go at once", (cap, limit) => {
    expect(newConcurrency(cap)).toMatchObject({ cap, limit });
  });
});

/** An end that says nothing about the network. */
const UNTIMED = { tookMs: undefined, delayMs: 0 } as const;

/** After a first answer for which the server, and not the network, took its time. */
function measuring(most: number): Concurrency {
  const { generation } = newConcurrency(most);
  const end = { now: 0, generation, isRefused: false, tookMs: 1000, delayMs: 1 };
  return requestEnded(beginning(newConcurrency(most), 1), end);
}

/** So many begin at once. */
function beginning(concurrency: Concurrency, count: number): Concurrency {
  return Array.from({ length: count }).reduce<Concurrency>(
    (before) => requestBegan(before, before.at),
    concurrency,
  );
}

/** So many that began in this generation end at once. */
function ending(
  concurrency: Concurrency,
  count: number,
  end: { readonly generation: number; readonly isRefused: boolean },
): Concurrency {
  return Array.from({ length: count }).reduce<Concurrency>(
    (before) => requestEnded(before, { ...end, ...UNTIMED, now: before.at + 1 }),
    concurrency,
  );
}

describe("a refusal", () => {
  test("halves at once, and those that were under way with it say the same thing", () => {
    const full = beginning(newConcurrency(64), 16);
    const first = ending(full, 1, { generation: 0, isRefused: true });
    expect(first.limit).toBe(8);
    const all = ending(first, 15, { generation: 0, isRefused: true });
    expect(all).toMatchObject({ limit: 8, underWay: 0 });
    const again = ending(beginning(all, 8), 8, { generation: all.generation, isRefused: true });
    expect(again.limit).toBe(4);
  });

  test("of one that goes alone leaves one", () => {
    const { limit } = ending(beginning(newConcurrency(1), 1), 1, { generation: 0, isRefused: true });
    expect(limit).toBe(1);
  });

  test("every twentieth time does not keep it at one", () => {
    const time = around(20, 1);
    let count = 0;
    const often: Server = (now) => {
      count += 1;
      return { at: now + time(), isRefused: count % 20 === 0 };
    };
    expect(Math.max(...simulate(often, 60_000).limits.slice(300))).toBeGreaterThan(1);
  });
});

/** So many requests that end one after the other, each as many ms after the last, with always enough to do. */
function steady(concurrency: Concurrency, count: number, ms: number): Concurrency {
  let now = beginning(concurrency, concurrency.limit - concurrency.underWay);
  for (let done = 0; done < count; done += 1) {
    now = requestEnded(now, {
      now: now.at + ms,
      generation: now.generation,
      isRefused: false,
      ...UNTIMED,
    });
    now = beginning(now, now.limit - now.underWay);
  }
  return now;
}

/** As `steady`, up to where the limit is another; so many have ended by then. */
function untilChange(
  concurrency: Concurrency,
  ms: number,
): { readonly concurrency: Concurrency; readonly count: number } {
  let now = concurrency;
  let count = 0;
  for (; now.generation === concurrency.generation && count < 100_000; count += 1) now = steady(now, 1, ms);
  return { concurrency: now, count };
}

/** So many that go alone, each for so many ms. */
function alone(concurrency: Concurrency, count: number, ms: number): Concurrency {
  const { generation, underWay } = concurrency;
  let now = ending(concurrency, underWay, { generation, isRefused: false });
  for (let done = 0; done < count; done += 1) {
    now = requestBegan(now, now.at);
    now = requestEnded(now, { now: now.at + ms, generation, isRefused: false, ...UNTIMED });
  }
  return now;
}

describe("what a limit yields", () => {
  // The first limit of 8 is tried against 12: 18 is next where 12 is better, 5 where it is not.
  const first = steady(measuring(64), 20, 10);

  test.each([
    ["is better where a half more is", 6, 18],
    ["is not where it is the same", 10, 5],
    ["is not where it is a little more", 9, 5],
  ])("%s", (_, ms, next) => {
    expect(untilChange(untilChange(first, 10).concurrency, ms).concurrency.limit).toBe(next);
  });

  test("is not counted by time in which there is less to do", () => {
    const { concurrency } = untilChange(alone(first, 3, 1000), 10);
    expect(concurrency.limit).toBe(12);
    expect(untilChange(concurrency, 10).concurrency.limit).toBe(5);
  });

  test("is not counted by requests that go alone", () => {
    const { concurrency } = untilChange(first, 10);
    const { limit } = untilChange(alone(steady(concurrency, 20, 10), 30, 1), 10).concurrency;
    expect(limit).toBe(5);
  });

  test("is not counted by requests that began before it", () => {
    const { concurrency } = untilChange(first, 10);
    const begunBefore = ending(concurrency, 8, { generation: concurrency.generation - 1, isRefused: false });
    expect(begunBefore.window).toBeUndefined();
    expect(untilChange(begunBefore, 10).concurrency.limit).toBe(5);
  });

  test("is counted for 200 ms, or 60 with a hundred, for three times as many as go at once, and 24 at least", () => {
    const opened = steady(measuring(64), 1, 1);
    expect(untilChange(opened, 4).count).toBe(50);
    expect(untilChange(opened, 1).count).toBe(100);
    expect(untilChange(opened, 0.25).count).toBe(240);
    expect(untilChange(opened, 100).count).toBe(24);
    expect(untilChange(steady(measuring(3), 1, 1), 100).count).toBe(24);
    expect(untilChange(steady(untilChange(opened, 4).concurrency, 1, 100), 100).count).toBe(36);
  });

  test("is compared to what the first of several steps down left", () => {
    // 8 and 12 yield the same; then each step loses some more.
    let { concurrency } = untilChange(first, 10);
    const limits = [10, 10.7, 11.5].map((ms) => {
      ({ concurrency } = untilChange(concurrency, ms));
      return concurrency.limit;
    });
    expect(limits).toEqual([5, 3, 5]);
    expect(concurrency.aim.kind).toBe("hold");
  });
});

test("of a server that answers quickly no fewer are asked for, though what was measured first was a process that was getting faster", () => {
  // From 2 ms to half of one a request in the first two seconds, however many go at once.
  const warming = (now: number): number => 2 - (1.5 * Math.min(now, 2000)) / 2000;
  let busyUntil = 0;
  const oneByOne: Server = (now) => ({ at: (busyUntil = Math.max(now, busyUntil) + warming(now)) });
  expect(Math.min(...simulate(oneByOne, 5000).limits)).toBe(8);
});

test.each([
  ["a server that answers quickly is asked for more where that pays a little", 0.5, 64],
  ["one that does not is not", 20, 8],
])("%s", (_, ms, most) => {
  // Half as many again are served an eleventh faster.
  const little: Server = (now, underWay) => ({ at: now + ms * (underWay + 1) ** 0.8 });
  const simulated = simulate(little, 20_000);
  expect(Math.max(...after(10, simulated))).toBeLessThanOrEqual(most);
  expect(simulated.concurrency.limit > 12).toBe(most > 12);
});

test.each([
  { what: "a quick server is tried with twice as much, and soon again", ms: 1, more: 16, windows: 2 },
  { what: "another with half as much again, and not so soon again", ms: 50, more: 12, windows: 8 },
])("where more yields nothing, $what", ({ ms, more, windows }) => {
  const tried = untilChange(steady(measuring(64), 1, 1), ms).concurrency;
  expect(tried.limit).toBe(more);
  let concurrency = tried;
  while (concurrency.aim.kind !== "hold") concurrency = steady(concurrency, 1, ms);
  expect(concurrency.aim.windows).toBe(windows);
});

test("a server that gets slow is left room at once, not only when more and fewer are tried", () => {
  let concurrency = newConcurrency(64);
  const cores = queueing(() => 16, around(20, 1));
  while (concurrency.aim.kind !== "hold" || concurrency.aim.windows < 20) {
    concurrency = drained(simulate(cores, 100, { start: concurrency }).concurrency);
  }
  const slow = around(200, 2);
  const { limits } = simulate(
    endless(() => slow()),
    1000,
    { start: concurrency },
  );
  expect(Math.min(...limits)).toBeLessThan(concurrency.limit);
});

test("with less to do than is allowed, nothing is learned and nothing changes", () => {
  const { limit, generation } = alone(newConcurrency(64), 10_000, 5);
  expect({ limit, generation }).toEqual({ limit: 16, generation: 0 });
});

/** A happening to a concurrency: a request begins, or one ends, or for a while there is always enough to do. */
interface Happening {
  readonly kind: "begins" | "ends" | "goes on";
  /** Which of those under way ends. */
  readonly which: number;
  readonly ms: number;
  readonly isRefused: boolean;
}

const happening: fc.Arbitrary<Happening> = fc.record({
  kind: fc.constantFrom("begins" as const, "begins" as const, "ends" as const, "goes on" as const),
  which: fc.nat(100),
  ms: fc.oneof(fc.nat(5), fc.nat(500)),
  isRefused: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
});

/** The states of a concurrency, up to where nothing is under way any more. */
function past(most: number, happenings: readonly Happening[]): readonly Concurrency[] {
  let concurrency = newConcurrency(most);
  const states = [concurrency];
  const generations: number[] = [];
  const become = (next: Concurrency): void => {
    concurrency = next;
    states.push(concurrency);
  };
  const begin = (ms: number): void => {
    if (concurrency.underWay >= concurrency.limit) return;
    generations.push(concurrency.generation);
    become(requestBegan(concurrency, concurrency.at + ms));
  };
  const end = ({ which, ms, isRefused }: Omit<Happening, "kind">): void => {
    const [generation] = generations.splice(which % Math.max(1, generations.length), 1);
    if (generation !== undefined) {
      become(
        requestEnded(concurrency, {
          now: concurrency.at + ms,
          generation,
          isRefused,
          tookMs: ms,
          delayMs: 1,
        }),
      );
    }
  };
  for (const happens of happenings) {
    if (happens.kind === "begins") begin(happens.ms);
    if (happens.kind === "ends") end(happens);
    for (let turn = 0; happens.kind === "goes on" && turn < 200; turn += 1) {
      while (concurrency.underWay < concurrency.limit) begin(0);
      end({ ...happens, isRefused: happens.isRefused && turn === 100 });
    }
  }
  while (generations.length > 0) end({ which: 0, ms: 1, isRefused: false });
  return states;
}

const cap = fc.integer({ min: 1, max: 64 });

describe("whatever happened", () => {
  test("the limit is a whole number from 1 to the cap, and none are under way that are not", () => {
    fc.assert(
      fc.property(cap, fc.array(happening, { maxLength: 40 }), (most, happenings) => {
        const states = past(most, happenings);
        const isSound = ({ limit, underWay, window }: Concurrency): boolean =>
          Number.isInteger(limit) && limit >= 1 && limit <= most && underWay >= 0 && (window?.ms ?? 0) >= 0;
        expect(states.filter((concurrency) => !isSound(concurrency))).toEqual([]);
        expect(states.at(-1)?.underWay).toBe(0);
      }),
      { numRuns: propertyRuns(300) },
    );
  });

  test("it climbs again with a server that has room", () => {
    fc.assert(
      fc.property(cap, fc.array(happening, { maxLength: 40 }), (most, happenings) => {
        let concurrency = past(most, happenings).at(-1) ?? newConcurrency(most);
        // From there on a step more would not show. Each hold at one takes 15 s of these at the most.
        for (let second = 0; second < 90 && concurrency.limit < 0.8 * most; second += 1) {
          concurrency = drained(
            simulate(
              endless(() => 20),
              1000,
              { start: concurrency },
            ).concurrency,
          );
        }
        expect(concurrency.limit).toBeGreaterThanOrEqual(0.8 * most);
      }),
      { numRuns: propertyRuns(150) },
    );
  });
});

/** All that is under way ends well. */
function drained(concurrency: Concurrency): Concurrency {
  return ending(concurrency, concurrency.underWay, { generation: concurrency.generation, isRefused: false });
}
