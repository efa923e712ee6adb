import { PruneError } from "../../core/base/errors.js";
import { whyRefused } from "../../core/base/system-error.js";

/** Makes the error for a journal that the system refuses to open or to write; an error of this program stays what it is. */
export function unwritable(journal: string, cause: unknown): PruneError {
  if (cause instanceof PruneError) return cause;
  return new PruneError(
    `${journal} can't be written: ${whyRefused(cause)}`,
    "Nothing was deleted that is not written down in it. Make room there, or name another place for it, and run again.",
    { cause },
  );
}

/** Makes the error for a manifest whose bytes were not put aside. */
export function notAtHand(name: string): PruneError {
  return new PruneError(
    `the manifest ${name} can't be written down, for its bytes are not at hand`,
    "Nothing was deleted that is not written down in the journal. Report this as a bug.",
  );
}
