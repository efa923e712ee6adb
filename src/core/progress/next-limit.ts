import {
  type Aim,
  CAREFUL_LIMIT,
  type Concurrency,
  SHORT_HOLD,
  type Throughput,
  withLimit,
} from "./concurrency.js";

const STEP = 1.5;
const LEAST_STEP = 1.25;
// A server at its most yields the same with a higher limit, one that is not yields 1.5 times as much. The bound is in between, because measurements scatter.
const BETTER = 1.15;
// Above 1 / BETTER, or two limits would each be left for the other.
const AS_GOOD = 0.9;
const SLOWER = 2;
// In a process's first seconds a measurement shows in part the process itself getting faster: a lower limit then seems to do as well, though a higher
// one would do twice as much by then.
const QUICK_MS = 20;
// On a quick server a higher limit yields little more, and that is seen between two steps only if the step is large.
const QUICK_BETTER = 1.05;
const QUICK_STEP = 2;
const FIRST_HOLD = 8;
const LONGEST_HOLD = 32;

// With each answer, two more go besides the one that takes its place: 16 at first become 48, and a repository of 60 is read in two waves.
const FILLING = 2;
// Times scatter by so much without a queue.
const SCATTER_SHARE = 0.5;
const SCATTER_MS = 2;

/**
 * Raises the limit after an answer while the network is filled, or ends the filling. What an answer takes on top of the network's delay it has waited at the
 * server, so by Little's law the network holds `delayMs / tookMs` of what is under way; the rest is a queue (as in TCP Vegas).
 */
export function afterFilling(
  concurrency: Concurrency,
  { tookMs, isFull }: { readonly tookMs: number; readonly isFull: boolean },
): Concurrency {
  const { cap, limit, delayMs } = concurrency;
  if (tookMs > delayMs * (1 + SCATTER_SHARE) + SCATTER_MS) {
    const held = Math.floor((limit * delayMs) / tookMs);
    return withLimit(concurrency, Math.min(cap, Math.max(CAREFUL_LIMIT, held)), { kind: "measure" });
  }
  // With less to do than is allowed, an answer says nothing about more.
  if (!isFull) return concurrency;
  const more = Math.min(cap, limit + FILLING);
  // What is under way began under a limit that was no less true: the generation stays.
  return { ...concurrency, limit: more, aim: more === cap ? { kind: "measure" } : concurrency.aim };
}

/** Lowers the limit after a refusal: to a half, or back to where the try began that met it. */
export function afterRefusal(concurrency: Concurrency): Concurrency {
  const { aim, limit } = concurrency;
  // The limit before this try is known not to be too much.
  if (aim.kind === "up") return settled(concurrency, aim.base, aim.from);
  // There is no less than 1; but every other aim ends, or a server that fails now and then would be left at 1.
  if (limit === 1 && aim.kind === "hold") return concurrency;
  return lowered(concurrency, Math.floor(limit / 2));
}

/** Chooses the next limit after a whole window. @param rate requests a millisecond that the present limit yields */
export function afterWindow(concurrency: Concurrency, rate: number): Concurrency {
  const { aim, limit } = concurrency;
  const throughput = { limit, rate };
  switch (aim.kind) {
    case "fill":
      return concurrency;
    case "measure":
      return tryMore(concurrency, throughput, limit);
    case "up":
      if (rate >= (isQuick(concurrency, throughput) ? QUICK_BETTER : BETTER) * aim.base.rate) {
        return tryMore(concurrency, throughput, aim.from);
      }
      return tryFewer(concurrency, aim.base, aim.from);
    case "down":
      // Compared to the first limit each time, because many small losses are a large one.
      if (rate >= AS_GOOD * aim.base.rate) {
        return tryFewer(concurrency, { limit, rate: aim.base.rate }, aim.from);
      }
      return settled(concurrency, aim.base, aim.from);
    case "hold":
      return held(concurrency, aim, rate);
  }
}

function held(
  concurrency: Concurrency,
  { windows, rates }: Extract<Aim, { readonly kind: "hold" }>,
  rate: number,
): Concurrency {
  const { limit } = concurrency;
  const isSlower = rates !== undefined && rate * SLOWER < rates.accepted;
  // Somebody else may be using the server.
  if (isSlower && limit > 1) return lowered(concurrency, fewerThan(limit));
  const recent = rates === undefined || isSlower ? rate : (rates.recent + rate) / 2;
  const accepted = rates === undefined || isSlower ? rate : rates.accepted;
  return windows > 1
    ? { ...concurrency, aim: { kind: "hold", windows: windows - 1, rates: { accepted, recent } } }
    : tryMore(concurrency, { limit, rate: recent }, limit);
}

function tryMore(concurrency: Concurrency, base: Throughput, from: number): Concurrency {
  const more = moreThan(concurrency, base);
  return more === base.limit
    ? tryFewer(concurrency, base, from)
    : withLimit(concurrency, more, { kind: "up", base, from });
}

function tryFewer(concurrency: Concurrency, base: Throughput, from: number): Concurrency {
  // A lower limit was left a moment ago, because it yielded less; and where nobody waits long, nobody else is kept waiting either.
  if (base.limit > from || base.limit === 1 || isQuick(concurrency, base)) {
    return settled(concurrency, base, from);
  }
  return withLimit(concurrency, fewerThan(base.limit), { kind: "down", base, from });
}

/** True if a request takes the server so little time, without the network's, that others do not feel all those that are under way. */
function isQuick({ delayMs }: Concurrency, { limit, rate }: Throughput): boolean {
  return limit / rate - delayMs < QUICK_MS;
}

function moreThan(concurrency: Concurrency, base: Throughput): number {
  const { cap } = concurrency;
  const { limit } = base;
  const more = Math.max(limit + 1, Math.floor(limit * (isQuick(concurrency, base) ? QUICK_STEP : STEP)));
  // The step from there to the cap would be too small to be seen to pay.
  return more * LEAST_STEP > cap ? cap : more;
}

function fewerThan(limit: number): number {
  return Math.max(1, Math.floor(limit / STEP));
}

/** Accepts a limit and holds it: for longer each time that trying others brought nothing. */
function settled(concurrency: Concurrency, accepted: Throughput, from: number): Concurrency {
  const { limit, rate } = accepted;
  const first = isQuick(concurrency, accepted) ? SHORT_HOLD : FIRST_HOLD;
  const windows = limit === from ? Math.max(first, concurrency.patience) : first;
  const rates = { accepted: rate, recent: rate };
  const patience = Math.min(LONGEST_HOLD, 2 * windows);
  return { ...withLimit(concurrency, limit, { kind: "hold", windows, rates }), patience };
}

/** Lowers the limit and holds it for a short time; its rate is not known yet. */
function lowered(concurrency: Concurrency, limit: number): Concurrency {
  const hold = { kind: "hold", windows: SHORT_HOLD, rates: undefined } as const;
  return { ...withLimit(concurrency, Math.max(1, limit), hold), patience: SHORT_HOLD };
}
