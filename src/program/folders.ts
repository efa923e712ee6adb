import { homedir, tmpdir } from "node:os";
import { isAbsolute, join } from "node:path";
import { spareFolders } from "../core/base/spare-folders.js";
import { NAME } from "./about.js";

type Environment = Readonly<Record<string, string | undefined>>;

/** Returns the folder where a program keeps what is to outlast it (XDG Base Directory Specification: a relative path is no path); `undefined` for a user without a home. */
export function stateFolder(env: Environment): string | undefined {
  const given = env["XDG_STATE_HOME"] ?? "";
  if (isAbsolute(given)) return join(given, NAME);
  const home = homeFolder();
  return home === undefined ? undefined : join(home, ".local/state", NAME);
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
