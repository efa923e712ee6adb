import type { NothingReason } from "../../core/result/repository-outcome.js";

/** The clause about something that was named and is not there. */
export const MISSING = {
  "unknown-repository": "the registry does not know this repository",
  "no-match": "no repository of the registry's catalog matches this pattern",
} as const satisfies Partial<Readonly<Record<NothingReason, string>>>;

/** A question with the name that may have been meant, and a space; empty if none is near. */
export function describeNear(near: string | undefined): string {
  return near === undefined ? "" : `Did you mean ${near}, which is there? `;
}

/** A warning that the run was not told of any repository. */
export const NOTHING_NAMED =
  "image is empty, so there is nothing to do: nothing was pushed, or the expression that it comes from is misspelt. Nothing was read or deleted. if-missing: fail makes this an error.";
