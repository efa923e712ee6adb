/** How many requests go to a server at once, and what that is being tried for. It starts with `newPace`; times are in milliseconds, of any clock that never goes back. */
export interface Concurrency {
  /** Most requests at once, whatever the server can do. */
  readonly cap: number;
  /** How many requests may be under way now: a whole number from 1 to `cap`. */
  readonly limit: number;
  /** How many requests are under way. */
  readonly underWay: number;
  /** How often the limit has changed. What began before the last change says nothing about the limit of now. */
  readonly generation: number;
  /** When a request last began or ended. */
  readonly at: number;
  /** What is being counted; nothing until the first request ends that began under this limit. */
  readonly window: Window | undefined;
  readonly aim: Aim;
  /** How many windows the next hold lasts, if nothing comes of trying. */
  readonly patience: number;
}

/** Only what happens while as many requests are under way as may be is counted: with less to do, a server shows nothing of what it can. */
interface Window {
  readonly served: number;
  readonly ms: number;
}

/** Requests a millisecond that are served with so many under way. By Little's law each then takes `limit / rate`. */
interface Speed {
  readonly limit: number;
  readonly rate: number;
}

/** What the limit of now is for. */
type Aim =
  /** To see what it yields. */
  | { readonly kind: "measure" }
  /** To see whether more, or fewer, yield more than `base`, or no less. `from` is the limit that trying began with. */
  | { readonly kind: "up" | "down"; readonly base: Speed; readonly from: number }
  /** It is good enough for so many more windows. */
  | { readonly kind: "hold"; readonly windows: number; readonly rates: Rates | undefined };

/** Requests a millisecond: what a limit was taken for, and what it yields lately. */
interface Rates {
  readonly accepted: number;
  readonly recent: number;
}

const FIRST_LIMIT = 8;
const STEP = 1.5;
const WINDOW_MS = 200;
// More scatter less, and take longer: simulated with times that are 30 % off, and with exponential ones.
const LEAST_SERVED = 24;
const LEAST_ROUNDS = 3;
// With so many a window needs to be no longer than what stops a process for a moment (its garbage, somebody else's), a few times over.
const MANY_SERVED = 100;
const SHORT_WINDOW_MS = 60;
const LEAST_STEP = 1.25;
// A server that has reached its most yields the same with more, one that has not 1.5 times as much; in between, for what is measured scatters.
const BETTER = 1.15;
// Above 1 / BETTER, or two limits would each be left for the other.
const AS_GOOD = 0.9;
const SLOWER = 2;
// What is measured in a process's first seconds is partly itself, getting faster: fewer seem to do as well, when more would do twice as much by then.
const QUICK_MS = 20;
// What more would yield there is little, and seen between one step and the next only where that is large.
const QUICK_BETTER = 1.05;
const QUICK_STEP = 2;
const FIRST_HOLD = 8;
// A quick server is hardly troubled by another try, and one that is in trouble serves no windows, so that this is long where it has to be.
const SHORT_HOLD = 2;
const LONGEST_HOLD = 32;
const EMPTY: Window = { served: 0, ms: 0 };

/** The pace to start with. @param cap a whole number from 1 */
export function newConcurrency(cap: number): Concurrency {
  return {
    cap,
    limit: Math.min(FIRST_LIMIT, cap),
    underWay: 0,
    generation: 0,
    at: 0,
    window: undefined,
    aim: { kind: "measure" },
    patience: SHORT_HOLD,
  };
}

/** A request begins at `now`. Whoever begins it keeps `pace.generation` for its end. */
export function begun(pace: Concurrency, now: number): Concurrency {
  return { ...pace, at: now, window: windowAt(pace, now), underWay: pace.underWay + 1 };
}

/** How a request ended. */
export interface Ending {
  readonly now: number;
  /** The pace's generation when it began. */
  readonly generation: number;
  /** Whether the server said, or showed, that it is too much. */
  readonly isRefused: boolean;
}

/**
 * A request has ended. The limit climbs while that pays, by one and a half, or by two where requests take little; else it falls as far as nothing is lost by it, which leaves the server to others;
 * then it holds, for longer each time that nothing came of trying, and tries to climb again. A refusal halves it, or ends the try that it met; where a request
 * comes to take twice as long, it falls by one and a half.
 */
export function ended(pace: Concurrency, { now, generation, isRefused }: Ending): Concurrency {
  const isStale = generation !== pace.generation;
  const window = windowAt(pace, now);
  const left = { ...pace, at: now, window, underWay: pace.underWay - 1 };
  if (isRefused) return isStale ? left : afterRefusal(left);
  if (window === undefined) return isStale ? left : { ...left, window: EMPTY };
  const { ms } = window;
  const served = window.served + (isFull(pace) ? 1 : 0);
  return isWhole(pace, { served, ms })
    ? decided({ ...left, window: EMPTY }, served / ms)
    : { ...left, window: { served, ms } };
}

function isWhole({ limit }: Concurrency, { served, ms }: Window): boolean {
  if (served < Math.max(LEAST_ROUNDS * limit, LEAST_SERVED)) return false;
  return ms >= (served < MANY_SERVED ? WINDOW_MS : SHORT_WINDOW_MS);
}

function isFull({ underWay, limit }: Concurrency): boolean {
  return underWay >= limit;
}

function windowAt(pace: Concurrency, now: number): Window | undefined {
  const { window, at } = pace;
  return window === undefined || !isFull(pace) ? window : { served: window.served, ms: window.ms + now - at };
}

function afterRefusal(pace: Concurrency): Concurrency {
  const { aim, limit } = pace;
  // What was not too much before is known.
  if (aim.kind === "up") return settled(pace, aim.base, aim.from);
  // There is no less than 1; holding ends none the less, or a server that fails now and then would be left at that.
  if (limit === 1 && aim.kind === "hold") return pace;
  return lowered(pace, Math.floor(limit / 2));
}

/** `rate` is what the limit of now yields. */
function decided(pace: Concurrency, rate: number): Concurrency {
  const { aim, limit } = pace;
  const speed = { limit, rate };
  switch (aim.kind) {
    case "measure":
      return tryMore(pace, speed, limit);
    case "up":
      if (rate >= (isQuick(speed) ? QUICK_BETTER : BETTER) * aim.base.rate) {
        return tryMore(pace, speed, aim.from);
      }
      return tryFewer(pace, aim.base, aim.from);
    case "down":
      // Compared to the first each time: many small losses are a large one.
      if (rate >= AS_GOOD * aim.base.rate) return tryFewer(pace, { limit, rate: aim.base.rate }, aim.from);
      return settled(pace, aim.base, aim.from);
    case "hold":
      return held(pace, aim, rate);
  }
}

function held(
  pace: Concurrency,
  { windows, rates }: Extract<Aim, { readonly kind: "hold" }>,
  rate: number,
): Concurrency {
  const isSlower = rates !== undefined && rate * SLOWER < rates.accepted;
  // Somebody else may be using the server.
  if (isSlower && pace.limit > 1) return lowered(pace, fewerThan(pace.limit));
  const recent = rates === undefined || isSlower ? rate : (rates.recent + rate) / 2;
  const accepted = rates === undefined || isSlower ? rate : rates.accepted;
  return windows > 1
    ? { ...pace, aim: { kind: "hold", windows: windows - 1, rates: { accepted, recent } } }
    : tryMore(pace, { limit: pace.limit, rate: recent }, pace.limit);
}

function tryMore(pace: Concurrency, base: Speed, from: number): Concurrency {
  const more = moreThan(base, pace.cap);
  return more === base.limit ? tryFewer(pace, base, from) : at(pace, more, { kind: "up", base, from });
}

function tryFewer(pace: Concurrency, base: Speed, from: number): Concurrency {
  // Fewer were left a moment ago, for they yielded less; and where nobody waits long, nobody else is kept waiting either.
  if (base.limit > from || base.limit === 1 || isQuick(base)) return settled(pace, base, from);
  return at(pace, fewerThan(base.limit), { kind: "down", base, from });
}

/** Whether a request takes so little that all which are under way are not felt by others. */
function isQuick({ limit, rate }: Speed): boolean {
  return limit / rate < QUICK_MS;
}

function moreThan(base: Speed, cap: number): number {
  const { limit } = base;
  const more = Math.max(limit + 1, Math.floor(limit * (isQuick(base) ? QUICK_STEP : STEP)));
  // From there the rest would be too small a step to be seen to pay.
  return more * LEAST_STEP > cap ? cap : more;
}

function fewerThan(limit: number): number {
  return Math.max(1, Math.floor(limit / STEP));
}

function settled(pace: Concurrency, speed: Speed, from: number): Concurrency {
  const { limit, rate } = speed;
  const first = isQuick(speed) ? SHORT_HOLD : FIRST_HOLD;
  const windows = limit === from ? Math.max(first, pace.patience) : first;
  const rates = { accepted: rate, recent: rate };
  const patience = Math.min(LONGEST_HOLD, 2 * windows);
  return { ...at(pace, limit, { kind: "hold", windows, rates }), patience };
}

/** What it yields then is not known yet. */
function lowered(pace: Concurrency, limit: number): Concurrency {
  const hold = { kind: "hold", windows: SHORT_HOLD, rates: undefined } as const;
  return { ...at(pace, Math.max(1, limit), hold), patience: SHORT_HOLD };
}

function at(pace: Concurrency, limit: number, aim: Aim): Concurrency {
  if (limit === pace.limit) return { ...pace, aim };
  return { ...pace, limit, aim, generation: pace.generation + 1, window: undefined };
}
