/** The progress of a step at one moment. */
export interface Mark {
  /** In milliseconds, by a clock that only goes forward. */
  readonly at: number;
  /** Number of items that were done. */
  readonly done: number;
  /** Share of the whole work that was done, from 0 to 1. */
  readonly share: number;
}

/** The recent progress of a step, by which its speed is told. It has a limited number of marks, however many items there are. */
export interface Trail {
  /** Start of the step, in milliseconds by the marks' clock. */
  readonly from: number;
  /** The marks, oldest first, some way apart. */
  readonly marks: readonly [Mark, ...Mark[]];
  readonly last: Mark;
}

/** The speed of a step and the time that is left. What can't be known yet is absent. */
export interface SpeedEstimate {
  /** Items a second. */
  readonly perSecond?: number;
  /** Milliseconds until its end. */
  readonly left?: number;
}

const WINDOW_MS = 25_000;
// A look at the whole repository may come between two batches of deletions, and a window shorter than both would show now one and now the other.
const WINDOW_PART = 1 / 4;
const MARKS_IN_WINDOW = 50;
/** The least time to tell a speed by: the first items wait for connections, and for a token. */
const LEAST_MS = 2000;

/** Starts the trail of a step. */
export function beginTrail(mark: Mark): Trail {
  return { from: mark.at, marks: [mark], last: mark };
}

/** Adds a mark to a trail. */
export function addMark({ from, marks }: Trail, mark: Mark): Trail {
  const window = windowOf(from, mark.at);
  const newest = marks.at(-1) ?? marks[0];
  if (mark.at - newest.at < window / MARKS_IN_WINDOW) return { from, marks, last: mark };
  // The speed is measured from the newest mark before the window; older ones are not needed.
  const start = marks.findLastIndex(({ at }) => at <= mark.at - window);
  const [first = marks[0], ...rest] = marks.slice(Math.max(start, 0));
  return { from, marks: [first, ...rest, mark], last: mark };
}

/** Estimates the speed of a step at a moment, in milliseconds by the marks' clock. It drops if nothing advances for longer than usual. */
export function speedOf({ from, marks, last }: Trail, now: number): SpeedEstimate {
  const start = last.at - windowOf(from, last.at);
  const base = marks.findLast(({ at }) => at <= start) ?? marks[0];
  const [items, between] = [last.done - base.done, last.at - base.at];
  const usual = items > 0 ? between / items : 0;
  const spent = between + Math.max(0, now - last.at - usual);
  if (!(spent >= LEAST_MS)) return {};
  const perSecond = (items / spent) * 1000;
  const left = ((1 - last.share) * spent) / (last.share - base.share);
  return {
    ...(perSecond > 0 ? { perSecond } : {}),
    ...(last.share > base.share && Number.isFinite(left) ? { left } : {}),
  };
}

function windowOf(from: number, at: number): number {
  return Math.max(WINDOW_MS, (at - from) * WINDOW_PART);
}
