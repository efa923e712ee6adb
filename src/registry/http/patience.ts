import { RegistryError } from "../port/registry.js";

// A job that hangs for hours is dearer than one that goes on in the next run. Four times the longest single pause, and then some: a registry that restarts.
const MOST_MS = 15 * 60_000;
// Shorter waits are our own, after a connection that broke off: they are few, and end by themselves.
const SHORT_MS = 2_000;

/** The time that a server's answers may have this program wait, all of them together. */
export interface Patience {
  /** Counts a wait, which begins now; waits at the same time count once. @throws {RegistryError} where all of them would be too long */
  readonly use: (url: URL, ms: number) => void;
}

/** Makes the patience with one registry, and with whatever it leads to. @param most milliseconds in all */
export function createPatience(most = MOST_MS): Patience {
  let used = 0;
  let until = 0;
  return {
    use({ host }, ms) {
      if (ms <= SHORT_MS) return;
      const now = performance.now();
      const more = Math.max(0, now + ms - Math.max(now, until));
      if (used + more > most) throw tooLong(host, most);
      used += more;
      until = Math.max(until, now + ms);
    },
  };
}

function tooLong(host: string, most: number): RegistryError {
  return new RegistryError("rate-limited", {
    message: `${host} asks for pauses again and again, of more than ${Math.round(most / 60_000)} minutes in all`,
    nextStep:
      "Look at its log, and at the limits of what stands in front of it. Run again: what is left then goes.",
  });
}
