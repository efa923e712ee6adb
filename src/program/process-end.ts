import { closeSync } from "node:fs";
import { isatty } from "node:tty";
import { bestEffort } from "../core/base/best-effort.js";
import { plainText } from "../core/base/plain-text.js";
import { codeOf } from "../core/base/system-error.js";

/** A stream of this process that people or programs read. */
type WritableOutput = Pick<NodeJS.WriteStream, "write" | "on">;

// The reader went away: a pipe, a terminal, or the stream was closed. Nobody is there to be told.
const GONE = new Set(["EPIPE", "EIO", "ERR_STREAM_DESTROYED", "ERR_STREAM_WRITE_AFTER_END"]);

/**
 * Makes the ends of a process orderly. Output that can't be written ends nothing. What is thrown and caught by nobody is told once, and the exit code is 1; whoever has
 * something to end well listens to `uncaughtException` as to a signal, and where nobody does, the process ends at once.
 * @param tellBug tells a person what was thrown
 */
export function guardEnds(tellBug: (thrown: unknown) => void): void {
  const { stdout, stderr } = process;
  guardOutput(stderr, () => undefined);
  guardOutput(stdout, (error) =>
    stderr.write(`Warning: not all output could be written: ${plainText(String(error))}\n`),
  );
  let isBroken = false;
  process.on("uncaughtException", (thrown) => {
    if (!isBroken) bestEffort(tellBug)(thrown);
    isBroken = true;
    if (process.listenerCount("uncaughtException") === 1) process.exit(1);
  });
  const terminals = [0, 1, 2].filter((descriptor) => isatty(descriptor));
  process.on("exit", () => {
    if (isBroken) process.exitCode = 1;
    // Node resets its terminals at its end, and aborts where one has closed (measured, Node 20). It passes over a descriptor that is closed.
    for (const descriptor of terminals) if (!isatty(descriptor)) closeSync(descriptor);
  });
}

/**
 * Makes a stream drop what it can't write, whoever writes to it. A later write is tried all the same, for a full disk may have room by then.
 * @param onLost told the first error that does not say that the reader has gone
 */
export function guardOutput(stream: WritableOutput, onLost: (error: unknown) => void): void {
  const tellOnce = bestEffort(onLost);
  let isTold = false;
  const lose = (error: unknown): void => {
    if (isTold || GONE.has(codeOf(error))) return;
    isTold = true;
    tellOnce(error);
  };
  const write = stream.write.bind(stream);
  stream.on("error", lose);
  const guarded = (...args: Parameters<typeof write>): boolean => {
    try {
      return write(...args);
    } catch (error) {
      lose(error);
      // Not false, which asks the writer to wait.
      return true;
    }
  };
  Object.defineProperty(stream, "write", { value: guarded, configurable: true, writable: true });
}
