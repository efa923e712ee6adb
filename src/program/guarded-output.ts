import { setTimeout as sleep } from "node:timers/promises";
import { count } from "../core/base/count.js";
import { bestEffort } from "../core/base/best-effort.js";
import { codeOf } from "../core/base/system-error.js";

/** A stream of this process that people or programs read. */
type WritableOutput = Pick<NodeJS.WriteStream, "write" | "on" | "writableLength" | "destroyed">;

/** The listeners to what an output can't take. */
export interface OutputTellers {
  /** Told the first error that does not say that the reader has gone. */
  readonly onLost: (error: unknown) => void;
  /** Returns the text that tells a reader, who reads again, of so many lines that were dropped. */
  readonly describeDropped: (lines: number) => string;
  /** The most bytes that are kept for a reader who does not read. */
  readonly mostKept?: number;
}

/** An output that is guarded. */
export interface GuardedOutput {
  /**
   * Resolves with true when the reader has taken all that was written; with false where it has gone, or takes nothing for so long.
   * @param patience in milliseconds, ten seconds where it is not given
   */
  readonly taken: (patience?: number) => Promise<boolean>;
  /** True while something waits for a reader who is still there. */
  readonly isWaiting: () => boolean;
}

// The reader went away: a pipe, a terminal, or the stream was closed. Nobody is there to be told.
const GONE = new Set(["EPIPE", "EIO", "ERR_STREAM_DESTROYED", "ERR_STREAM_WRITE_AFTER_END"]);

// Many thousand lines: what is written in one go waits too, however fast it is read.
const MOST_KEPT = 32 * 1024 * 1024;

const LOOK_MS = 50;
const PATIENCE_MS = 10_000;

/**
 * Makes a stream drop what it can't write, whoever writes to it. A later write is tried all the same, for a full disk may have room by then. For a reader who stays
 * and does not read, so much is kept; the rest is dropped, and counted, until what was kept has been read.
 */
export function guardOutput(stream: WritableOutput, tellers: OutputTellers): GuardedOutput {
  const { onLost, describeDropped, mostKept = MOST_KEPT } = tellers;
  const write = stream.write.bind(stream);
  const tellOnce = bestEffort(onLost);
  const lost = { isTold: false, isGone: false };
  let dropped: number | undefined;
  const lose = (error: unknown): void => {
    if (GONE.has(codeOf(error))) {
      lost.isGone = true;
    } else if (!lost.isTold) {
      lost.isTold = true;
      tellOnce(error);
    }
  };
  const guarded = (...args: Parameters<typeof write>): boolean => {
    if (dropped !== undefined || stream.writableLength > mostKept) {
      dropped = (dropped ?? 0) + linesOf(args[0]);
      return true;
    }
    try {
      return write(...args);
    } catch (error) {
      lose(error);
      // Not false, which asks the writer to wait.
      return true;
    }
  };
  stream.on("error", lose);
  stream.on("drain", () => {
    const lines = dropped ?? 0;
    dropped = undefined;
    if (lines > 0) guarded(describeDropped(lines));
  });
  Object.defineProperty(stream, "write", { value: guarded, configurable: true, writable: true });
  return watched(stream, () => !lost.isGone && !stream.destroyed);
}

function watched(stream: Pick<WritableOutput, "writableLength">, isThere: () => boolean): GuardedOutput {
  const isWaiting = (): boolean => isThere() && stream.writableLength > 0;
  return {
    isWaiting,
    taken: async (patience = PATIENCE_MS) => {
      let left = stream.writableLength;
      let since = performance.now();
      while (isWaiting() && performance.now() - since < patience) {
        await sleep(LOOK_MS);
        if (stream.writableLength < left) since = performance.now();
        left = stream.writableLength;
      }
      return isThere() && stream.writableLength === 0;
    },
  };
}

/** Returns the sentence about so many lines that nobody read. */
export function droppedLines(lines: number): string {
  return `${count(lines, "line")} of the log ${lines === 1 ? "was" : "were"} dropped here, because nobody read them.`;
}

function linesOf(chunk: string | Uint8Array): number {
  return String(chunk).split("\n").length - 1;
}
