import { count } from "../../core/base/count.js";
import type { RunEvent } from "../../core/result/event.js";
import { describeElsewhere } from "../words/elsewhere.js";
import type { Log } from "./log.js";

type JournalEvent = Extract<RunEvent, { readonly kind: "leftovers" | "put-elsewhere" | `journal-${string}` }>;

/** Logs what becomes of journals: this run's, and those of earlier runs. */
export function tellJournal(log: Log, event: JournalEvent): void {
  switch (event.kind) {
    case "leftovers":
      return log.info(
        `  also looking at ${count(event.manifests, "manifest")} that an earlier run meant to delete, according to its journal`,
      );
    case "journal-left":
      return log.warning(
        `${event.repository}: an earlier run was cut off or is still running, and its journal names manifests that no list shows. ` +
          `If it was cut off, finish it with journal: ${event.path}`,
      );
    case "journal-torn":
      return log.warning(
        `${event.path}: ${count(event.lines, "line")} can't be read, as happens after a crash; the other lines are used.`,
      );
    case "journal-opened":
      return log.info(
        `Each deletion is first written to a journal, from which restore puts it back if the registry still has its layers:\n  ${event.path}`,
      );
    case "journal-line":
      return log.info(event.line);
    case "put-elsewhere":
      return log.warning(describeElsewhere(event));
  }
}
