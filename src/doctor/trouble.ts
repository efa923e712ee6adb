import { PruneError } from "../core/base/errors.js";
import { type Finding, finding } from "../core/result/finding.js";

// What an error says of a prune, and a check deletes nothing anyhow.
const RESULT_OF_A_PRUNE = /; nothing was deleted$/;

/** A finding of the kind `problem` with an error's message and next step. */
export function problemOf(check: string, error: PruneError): Finding {
  return finding("problem", check, {
    message: sentence(error.message.replace(RESULT_OF_A_PRUNE, "")),
    fix: error.nextStep,
  });
}

/**
 * The result of a promise, or the `PruneError` that it was rejected with.
 * @throws every other error
 */
export async function attempt<Result>(doing: Promise<Result>): Promise<Result | PruneError> {
  try {
    return await doing;
  } catch (error) {
    if (error instanceof PruneError) return error;
    throw error;
  }
}

/** An error's message as a sentence: it has no full stop, because it often stands behind a colon. */
function sentence(message: string): string {
  return /[.!?]$/.test(message) ? message : `${message}.`;
}
