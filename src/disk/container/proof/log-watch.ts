import { PruneError } from "../../../core/base/errors.js";
import type { Engine } from "../engine.js";

/** A container's log that is read as it is written. */
export interface LogWatch {
  /** True if these words come within the time, or came already; false at once where the log has ended. */
  readonly sees: (words: string, within: number) => Promise<boolean>;
  /** True if the log can't be read, or is read no more. */
  readonly hasEnded: () => boolean;
  /** Ends the reading. */
  readonly end: () => Promise<void>;
}

const KEPT_LINES = 200;
const LONGEST_LINE = 64 * 1024;

/**
 * Reads the log of a container from now on. Nothing that was written before is read, so neither its length nor any clock matters.
 * @param about words that are in every line of interest; others are passed over, however many there are
 */
export function watchLog(engine: Engine, container: string, about: string): LogWatch {
  const over = new AbortController();
  const lines = keptLines();
  const onLine = (line: string): void => {
    if (line.includes(about)) lines.add(line.slice(0, LONGEST_LINE));
  };
  const args = ["container", "logs", "--follow", "--tail", "0", container];
  const reading = engine
    .follow(args, { onLine, onErrorLine: onLine, signal: over.signal })
    .then(
      () => undefined,
      (error: unknown) => {
        if (!(error instanceof PruneError)) throw error;
      },
    )
    .finally(lines.end);
  return {
    sees: lines.sees,
    hasEnded: lines.hasEnded,
    async end() {
      over.abort();
      await reading;
    },
  };
}

/** Keeps the last lines, and tells when one with certain words comes. */
function keptLines(): Pick<LogWatch, "sees" | "hasEnded"> & {
  readonly add: (line: string) => void;
  readonly end: () => void;
} {
  const recent: string[] = [];
  const waiting = new Set<(line: string | undefined) => void>();
  let isOver = false;
  return {
    add(line) {
      recent.push(line);
      if (recent.length > KEPT_LINES) recent.shift();
      for (const wait of waiting) wait(line);
    },
    end() {
      isOver = true;
      for (const wait of waiting) wait(undefined);
    },
    hasEnded: () => isOver,
    sees(words, within) {
      if (recent.some((line) => line.includes(words))) return Promise.resolve(true);
      if (isOver) return Promise.resolve(false);
      return new Promise((resolve) => {
        const settle = (isSeen: boolean): void => {
          clearTimeout(timer);
          waiting.delete(wait);
          resolve(isSeen);
        };
        const wait = (line: string | undefined): void => {
          if (line === undefined || line.includes(words)) settle(line !== undefined);
        };
        const timer = setTimeout(settle, within, false);
        waiting.add(wait);
      });
    },
  };
}
