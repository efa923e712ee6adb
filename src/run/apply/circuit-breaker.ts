import { PruneError, UnsureError } from "../../core/base/errors.js";
import { RegistryError, type RegistryErrorKind } from "../../registry/port/registry.js";

// Where a registry's storage is damaged, each DELETE can fail after it has done half its work (measured on 2.8).
const FAILURES_IN_A_ROW = 3;

/** The number of deletions that failed one after the other; changes. */
export interface Failures {
  inARow: number;
}

/** Returns the kind of a registry's error; `undefined` for any other error, or none. */
export function refusalKind(error: PruneError | undefined): RegistryErrorKind | undefined {
  return error instanceof RegistryError ? error.kind : undefined;
}

/** Counts a deletion that succeeded or failed, and returns the error after which no other may be started; `undefined` if the run may go on. */
export function giveUpAfter(
  error: PruneError | undefined,
  failures: Failures,
  repository: string,
): PruneError | undefined {
  const kind = refusalKind(error);
  if (kind === "rate-limited") return error;
  if (kind === "unauthorized" || kind === "forbidden") return refused(repository);
  // If a registry keeps one image for a reason of its own, that says nothing about the others.
  if (kind === "not-deletable" || kind === "paused") return undefined;
  failures.inARow = error === undefined ? 0 : failures.inARow + 1;
  return failures.inARow >= FAILURES_IN_A_ROW ? tooManyFailures(repository) : undefined;
}

function refused(repository: string): UnsureError {
  return new UnsureError(
    `${repository}: the registry refuses to delete, as it would every other, so the run stopped there`,
    "What it says is below. What is left goes in the next run.",
  );
}

function tooManyFailures(repository: string): UnsureError {
  return new UnsureError(
    `${repository}: the registry fails to delete, so the run stopped there`,
    "Look at the registry's log. What is left goes in the next run after it deletes again.",
  );
}

/** Makes the error for a repository whose run was told to stop. */
export function toldToStop(repository: string): PruneError {
  return new PruneError(
    `${repository}: the run was told to stop, and stopped between two deletions`,
    "No deletion is half done. What is left goes in the next run.",
  );
}
