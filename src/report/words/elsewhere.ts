import { isInMemory } from "../../core/base/spare-folders.js";
import type { PutElsewhere } from "../../core/result/elsewhere.js";

/** A sentence about a file of the run that is not where it was to be. */
export function describeElsewhere({ what, path, why }: PutElsewhere): string {
  if (path !== undefined) {
    const until = isInMemory(path) ? " That is in memory, and gone when this machine restarts." : "";
    return `The ${what} is written to ${path}, because ${why}.${until}`;
  }
  return what === "plan"
    ? `The plan is not saved, because ${why}, and no other place takes it. The log and the summary have its decisions.`
    : `What is deleted is written down in the log alone until a file takes it, because ${why}, and no other place does. ` +
        'To restore from it, save its lines that begin with {"kind": to a file.';
}
