import type { RemovalOutcome, SweepOutcome } from "../../core/sweep/outcome.js";
import type { UnsureRepository } from "../../core/sweep/removal.js";
import { plainLine } from "../../core/base/plain-text.js";
import { some } from "./outcomes.js";
import { size } from "./wording.js";

/** A line with the size for each leftover that a sweep removed, or would remove, in columns. */
export function sweepLines({ removals }: SweepOutcome, isDryRun: boolean): readonly string[] {
  const names = removals
    .map(({ removal }) => removal.repository.length)
    .filter((each) => each <= WIDEST_NAME);
  const width = names.reduce((widest, each) => Math.max(widest, each), 0);
  return removals.map((outcome) => {
    const { repository, what, bytes } = outcome.removal;
    const why = !isDryRun && outcome.kind === "failed" ? `; ${outcome.error.message}` : "";
    const word = isDryRun ? "remove" : WORDS[outcome.kind];
    // The names are those of folders, which anybody who may push, or write there, chooses.
    return plainLine(`${word.padEnd(7)}  ${repository.padEnd(width)}  (${what}, ${size(bytes)}${why})`);
  });
}

/** A line for each repository that is empty, and too young to go. */
export function waitingLines({ waiting = [] }: Pick<SweepOutcome, "waiting">): readonly string[] {
  return waiting.map(({ repository, until }) =>
    plainLine(
      `${repository} is empty, and too young to go, for something in it may belong to a push under way: a sweep takes it from ${timeText(until)} on`,
    ),
  );
}

function timeText(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

// A longer name moves its own line alone.
const WIDEST_NAME = 40;

const WORDS = {
  removed: "removed",
  left: "left",
  failed: "failed",
} as const satisfies Record<RemovalOutcome["kind"], string>;

/** A sentence about a repository that was left alone, with the reasons. */
export function describeDoubt({ repository, doubts, keeps }: UnsureRepository): string {
  if (keeps === "nothing") {
    return `In ${repository} is what may disturb garbage collection; take it away: ${some(doubts)}.`;
  }
  const what = keeps === "everything" ? "nothing but abandoned uploads was removed" : "untagged images stay";
  return plainLine(`${repository} is in doubt, so ${what}: ${some(doubts)}.`);
}
