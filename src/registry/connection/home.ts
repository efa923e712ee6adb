import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";

/** Returns a path in this user's home; `undefined` for a user who has none. */
export function inHome(...path: readonly string[]): string | undefined {
  try {
    const home = homedir();
    return isAbsolute(home) ? join(home, ...path) : undefined;
  } catch {
    // Node throws where the user id has no entry in the system's list of users, as in many containers.
    return undefined;
  }
}
