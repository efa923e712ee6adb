import { PruneError } from "../core/base/errors.js";
import { type Finding, finding } from "../core/result/finding.js";

/** A problem as an error tells it: its sentence, and its next step. */
export function problemOf(check: string, error: PruneError): Finding {
  return finding("problem", check, { message: sentence(error.message), fix: error.nextStep });
}

/**
 * What came of something, or the error that says why not.
 * @throws what is no `PruneError`
 */
export async function attempt<Result>(doing: Promise<Result>): Promise<Result | PruneError> {
  try {
    return await doing;
  } catch (error) {
    if (error instanceof PruneError) return error;
    throw error;
  }
}

/** An error's message begins where it is put behind a colon; a finding's is a sentence of its own. */
function sentence(message: string): string {
  return /[.!?]$/.test(message) ? message : `${message}.`;
}
