import { homedir, tmpdir } from "node:os";
import { isAbsolute, join } from "node:path";
import { spareFolders } from "../core/base/spare-folders.js";
import { NAME } from "./about.js";

type Environment = Readonly<Record<string, string | undefined>>;

/** Returns the folder where a program keeps what is to outlast it (XDG Base Directory Specification: a relative path is no path); `undefined` for a user without a home. */
export function stateFolder(env: Environment): string | undefined {
  return ownFolder(env["XDG_STATE_HOME"], ".local/state");
}

/** Returns the folder for what a program can do without (XDG Base Directory Specification); `undefined` for a user without a home. */
export function cacheFolder(env: Environment): string | undefined {
  return ownFolder(env["XDG_CACHE_HOME"], ".cache");
}

function ownFolder(given = "", inHome: string): string | undefined {
  if (isAbsolute(given)) return join(given, NAME);
  const home = homeFolder();
  return home === undefined ? undefined : join(home, inHome, NAME);
}

function homeFolder(): string | undefined {
  try {
    const home = homedir();
    return isAbsolute(home) ? home : undefined;
  } catch {
    // Node throws where the user id has no entry in the system's list of users, as in many containers.
    return undefined;
  }
}

/** Returns the folders for what can't be written to its usual place. */
export function otherFolders(env: Environment): readonly string[] {
  return spareFolders({ env, temporary: tmpdir(), platform: process.platform });
}
