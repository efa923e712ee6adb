/** How far a step had come at a moment. */
export interface Mark {
  /** In milliseconds, by a clock that only goes forward. */
  readonly at: number;
  /** How many items. */
  readonly done: number;
  /** What share of the whole work, from 0 to 1. */
  readonly share: number;
}

/** What of a step is remembered to tell its speed: so many marks at most, however many items there are. */
export interface Trail {
  /** When it began, in milliseconds by the marks' clock. */
  readonly from: number;
  /** The oldest first, some way apart. */
  readonly marks: readonly [Mark, ...Mark[]];
  readonly last: Mark;
}

/** How fast a step goes. What can't be known yet is left out. */
export interface Speed {
  /** Items a second. */
  readonly perSecond?: number;
  /** Milliseconds until its end. */
  readonly left?: number;
}

const WINDOW_MS = 25_000;
// A look at the whole repository may come between two batches of deletions, and a window that is shorter than both would see now one and now the other.
const WINDOW_PART = 1 / 4;
const MARKS_IN_WINDOW = 50;
/** Nothing is said of a speed before: the first items wait for connections, and for a token. */
const LEAST_MS = 2000;

/** The trail of a step that has just begun. */
export function beginTrail(mark: Mark): Trail {
  return { from: mark.at, marks: [mark], last: mark };
}

/** A trail, one mark further. */
export function goOn({ from, marks }: Trail, mark: Mark): Trail {
  const window = windowOf(from, mark.at);
  const newest = marks.at(-1) ?? marks[0];
  if (mark.at - newest.at < window / MARKS_IN_WINDOW) return { from, marks, last: mark };
  // The newest mark before the window is where it is measured from; what is older is not needed.
  const start = marks.findLastIndex(({ at }) => at <= mark.at - window);
  const [first = marks[0], ...rest] = marks.slice(Math.max(start, 0));
  return { from, marks: [first, ...rest, mark], last: mark };
}

/** How fast a step goes at a moment, in milliseconds by the marks' clock. Where nothing advances for longer than usual it gets slower. */
export function speedOf({ from, marks, last }: Trail, now: number): Speed {
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
