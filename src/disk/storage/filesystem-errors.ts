import { PruneError } from "../../core/base/errors.js";
import { codeOf, whyRefused } from "../../core/base/system-error.js";

/** Makes the error for a failed system call. `doing` completes "while": "removing /var/lib/registry/…". */
export function storageError(error: unknown, doing: string): PruneError {
  if (error instanceof PruneError) return error;
  const nextStep = NEXT_STEPS[codeOf(error)] ?? LOOK_AT_DISK;
  return new PruneError(`${whyRefused(error)} while ${doing}`, nextStep, { cause: error });
}

const LOOK_AT_DISK = "Look at the disk (dmesg, fsck) and at who else uses the folder, and run again.";
const AS_OWNER = "Run as the user whose files they are: root where the registry runs in a container (sudo).";
const NEXT_STEPS: Readonly<Record<string, string>> = {
  EACCES: AS_OWNER,
  EPERM: AS_OWNER,
  EROFS: "Mount it writable, or leave out the sweep: run where the registry writes.",
};
