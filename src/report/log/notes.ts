import type { TagNote } from "../../core/plan/outcome.js";
import { describeDangling, describeNote } from "../words/outcomes.js";
import type { Log } from "./log.js";

/** Logs the notes of a run: one warning for all dangling tags, a line for each tag that somebody else changed, and a warning for each that this run had to put back. */
export function tellNotes(log: Log, repository: string, notes: readonly TagNote[]): void {
  const dangling = notes.filter(({ kind }) => kind === "dangling").map(({ tag }) => tag);
  if (dangling.length > 0) log.warning(`${repository}: ${describeDangling(dangling)}`);
  for (const note of notes.filter(({ kind }) => kind !== "dangling")) {
    log[note.kind === "put-back" ? "warning" : "info"](`  ${describeNote(note)}`);
  }
}
