import type { Advance, RunEvent } from "../../core/result/event.js";
import type { DeletionOutcome } from "../../core/plan/outcome.js";
import { beginTrail, addMark } from "../../core/progress/time-left.js";
import { describeEnd, describeStep, type Step } from "./advance-words.js";
import type { Log } from "./log.js";

/** Where it is shown how far a step has come. */
export interface Display {
  /** May be called for every item. @param now in milliseconds, by the clock of the step's trail */
  readonly show: (step: Step, now: number) => void;
  /** The step is over. */
  readonly clear: () => void;
}

/** Told every event of a run, and tells now and then of the steps that take long. */
export interface Meter {
  readonly advanced: (advance: Advance) => void;
  /** To be told before the event's own line is written. */
  readonly before: (event: RunEvent) => void;
}

const LINE_EVERY_MS = 5000;

// What ends a step that did not come to its own end.
const ENDS: ReadonlySet<RunEvent["kind"]> = new Set([
  "repository-started",
  "observed",
  "planned",
  "deleting",
  "verifying",
  "repository-ended",
]);

/** Follows the steps of a run. @param now a clock that only goes forward, in milliseconds */
export function createMeter(log: Pick<Log, "info">, display: Display, now: () => number): Meter {
  let step: Step | undefined;
  let missed = 0;
  let isStopping = false;
  const end = (): void => {
    display.clear();
    if (step === undefined) return;
    const took = now() - step.trail.from;
    // As long as takes a line; a short one leaves no trace.
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
      // What is under way still ends, but the time left is nobody's any more.
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

/** Shows steps where nothing can be animated: a line now and then, the first once a step has gone on for as long. */
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
