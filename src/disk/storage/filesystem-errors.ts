import { PruneError } from "../../core/base/errors.js";

/** The code of a failed system call, such as ENOENT; `undefined` for anything else that was thrown. */
export function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : undefined;
}

/** What a failed system call means. `doing` completes "while": "removing /var/lib/registry/…". */
export function storageError(error: unknown, doing: string): PruneError {
  if (error instanceof PruneError) return error;
  const code = codeOf(error);
  const why = REASONS[code ?? ""] ?? (code === undefined ? String(error) : `the system said ${code}`);
  return new PruneError(`${why} while ${doing}`, STEPS[code ?? ""] ?? LOOK, { cause: error });
}

const LOOK = "Look at the disk (dmesg, fsck) and at who else uses the folder, and run again.";
const REASONS: Readonly<Record<string, string>> = {
  EACCES: "this user may not do that",
  EPERM: "this user may not do that",
  EROFS: "the disk is mounted read-only",
  EIO: "the disk failed to read or write",
};
const OWNER = "Run as the user whose files they are: root where the registry runs in a container (sudo).";
const STEPS: Readonly<Record<string, string>> = {
  EACCES: OWNER,
  EPERM: OWNER,
  EROFS: "Mount it writable, or leave out the sweep: run where the registry writes.",
};
