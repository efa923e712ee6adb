import { UnsureError } from "../../core/base/errors.js";

/** Returns the error of an answer that is not as its API is described. `why` completes "it can't be trusted: …". */
export function odd(host: string, why: string): UnsureError {
  return new UnsureError(
    `what ${host} answered can't be trusted: ${why}`,
    "Nothing is decided on a doubtful answer. Look at what stands in front of it, and run again.",
  );
}
