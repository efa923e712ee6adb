import { accessSync, closeSync, constants } from "node:fs";
import { isatty } from "node:tty";
import { bestEffort } from "../core/base/best-effort.js";
import { plainText } from "../core/base/plain-text.js";
import { type GuardedOutput, guardOutput } from "./guarded-output.js";

/** The texts of a process about itself. */
export interface EndTellers {
  /** Tells a person what was thrown. */
  readonly tellBug: (thrown: unknown) => void;
  /** Returns the text that tells of so many lines of the log that nobody read. */
  readonly describeDropped: (lines: number) => string;
}

/** The outputs of this process, guarded. */
export interface GuardedOutputs {
  readonly stdout: GuardedOutput;
  readonly stderr: GuardedOutput;
  /** Lets the process end when its outputs have been read. A log that nobody reads keeps it ten seconds, unless a person may sit there; an answer keeps it as long as it takes. */
  readonly end: (options: { readonly isAnswered: boolean }) => Promise<void>;
}

/**
 * Makes the ends of a process orderly. Output that can't be written ends nothing, and no reader who does not read is waited for. What is thrown and caught by nobody is
 * told once, and the exit code is 1; whoever has something to end well listens to `uncaughtException` as to a signal, and where nobody does, the process ends at once.
 */
export function guardEnds({ tellBug, describeDropped }: EndTellers): GuardedOutputs {
  const terminals = [0, 1, 2].filter((descriptor) => isatty(descriptor));
  const stderr = guardOutput(process.stderr, { onLost: () => undefined, describeDropped });
  const stdout = guardOutput(process.stdout, {
    onLost: (error) =>
      process.stderr.write(`Warning: not all output could be written: ${plainText(String(error))}\n`),
    describeDropped,
  });
  [process.stdout, process.stderr].filter(({ isTTY }) => isTTY).forEach(neverWait);
  let isBroken = false;
  process.on("uncaughtException", (thrown) => {
    if (!isBroken) bestEffort(tellBug)(thrown);
    isBroken = true;
    if (process.listenerCount("uncaughtException") === 1) process.exit(1);
  });
  process.on("exit", () => {
    if (isBroken) process.exitCode = 1;
    // Node resets its terminals at its end, and aborts where one has closed (measured, Node 20). It passes over a descriptor that is closed.
    for (const descriptor of terminals) if (!isatty(descriptor)) closeSync(descriptor);
  });
  return {
    stdout,
    stderr,
    end: async ({ isAnswered }) => {
      // Node stays for what is still to be written. Whoever stopped the terminal may go on with it.
      if (terminals.length > 0) return;
      if (isAnswered) await stdout.taken(Infinity);
      await Promise.all([stdout.taken(), stderr.taken()]);
      if (stdout.isWaiting() || stderr.isWaiting()) process.exit();
    },
  };
}

/**
 * Makes writes to a terminal not wait. Node makes them wait, and so Ctrl-S would hold up the process. A terminal that can't be opened anew (one of another user's) is left
 * so: there the mode would be that of all programs on it.
 */
function neverWait(stream: NodeJS.WriteStream & { readonly fd: number }): void {
  const handle: unknown = Reflect.get(stream, "_handle");
  if (typeof handle !== "object" || handle === null || !("setBlocking" in handle)) return;
  const { setBlocking } = handle;
  if (typeof setBlocking !== "function") return;
  try {
    if (process.platform === "linux") {
      accessSync(`/proc/self/fd/${stream.fd}`, constants.R_OK | constants.W_OK);
    }
  } catch {
    return;
  }
  Reflect.apply(setBlocking, handle, [false]);
}
