import type { Advance, RunEvent } from "../../core/result/event.js";
import type { DeletionOutcome } from "../../core/plan/outcome.js";
import { beginTrail, addMark } from "../../core/progress/time-left.js";
import { describeEnd, describeStep, type Step } from "./advance-words.js";
import type { Log } from "./log.js";

/** Shows the progress of a step: as a bar on a terminal, or as lines in a log. */
export interface Display {
  /** May be called for every item. @param now in milliseconds, by the clock of the step's trail */
  readonly show: (step: Step, now: number) => void;
  /** Removes what is shown, because the step has ended. */
  readonly clear: () => void;
}

/** Follows the events of a run and shows the progress of long steps. */
export interface Meter {
  readonly advanced: (advance: Advance) => void;
  /** To be called with every event, before the event's own line is written. */
  readonly before: (event: RunEvent) => void;
}

const LINE_EVERY_MS = 5000;

// These events end a step that stopped before its last item.
const ENDS: ReadonlySet<RunEvent["kind"]> = new Set([
  "repository-started",
  "observed",
  "planned",
  "deleting",
  "verifying",
  "repository-ended",
]);

/** Creates a meter that shows steps on a display. @param now a clock that only goes forward, in milliseconds */
export function createMeter(log: Pick<Log, "info">, display: Display, now: () => number): Meter {
  let step: Step | undefined;
  let missed = 0;
  let isStopping = false;
  const end = (): void => {
    display.clear();
    if (step === undefined) return;
    const took = now() - step.trail.from;
    // Only a step that was long enough for a progress line gets a line at its end.
    if (took >= LINE_EVERY_MS) log.info(`  ${describeEnd(step, took)}`);
    step = undefined;
  };
  return {
    advanced(advance) {
      if (step !== undefined && isAnother(step.advance, advance)) end();
      const mark = { at: now(), done: advance.done, share: advance.share };
      const trail = step === undefined ? beginTrail(mark) : addMark(step.trail, mark);
      step = { advance, trail, missed: advance.what === "deleting" ? missed : 0 };
      if (advance.done >= advance.total) end();
      else if (!isStopping) display.show(step, mark.at);
    },
    before(event) {
      if (ENDS.has(event.kind)) {
        end();
        isStopping = false;
      }
      if (event.kind === "deleting") missed = 0;
      if (event.kind === "deletion" && isMissed(event.outcome)) missed += 1;
      // Items under way still finish, but an estimate of the time left would be wrong.
      if (event.kind === "told-to-stop") {
        isStopping = true;
        display.clear();
      }
    },
  };
}

function isAnother(before: Advance, after: Advance): boolean {
  return before.what !== after.what || after.done < before.done;
}

function isMissed({ kind }: DeletionOutcome): boolean {
  return kind === "failed" || kind === "spared";
}

/** Creates a display for logs that can't be animated: a line every five seconds, the first after a step's first five seconds. */
export function createLines(log: Pick<Log, "info">): Display {
  let told: number | undefined;
  return {
    show(step, now) {
      if (now - (told ?? step.trail.from) < LINE_EVERY_MS) return;
      told = now;
      log.info(`  ${describeStep(step, now)}`);
    },
    clear() {
      told = undefined;
    },
  };
}
