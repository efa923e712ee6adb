import type { Restored, RestoreEvent, RestoreOutcome } from "../../core/journal/restore-outcome.js";
import { errorRecord } from "../words/collection.js";
import { describeError, some } from "../words/outcomes.js";
import { describeLimit } from "../words/limits.js";
import type { Log } from "../log/log.js";
import {
  describeLoss,
  entriesOf,
  type Lost,
  nameOf,
  type RestoredEntry,
  restoreLines,
} from "./restore-rows.js";
import type { RunStatus } from "../../core/result/run-result.js";
import { count } from "../../core/base/count.js";

/** The result of restoring from a journal, or of a dry run of that. */
export interface RestoreResult {
  readonly isDryRun: boolean;
  /** Path of the journal. */
  readonly journal: string;
  readonly repositories: readonly RestoreOutcome[];
}

function isGood({ kind }: Restored): boolean {
  return kind === "restored" || kind === "already-there" || kind === "would-restore";
}

/** `done` if everything that was asked for is restored, or would be; `failed` if nothing is; `partly-failed` otherwise. */
export function restoreStatus({ repositories }: RestoreResult): RunStatus {
  const entries = repositories.flatMap(entriesOf);
  const isDone = entries.every(isGood) && repositories.every(({ error }) => error === undefined);
  if (isDone) return "done";
  return entries.some(isGood) ? "partly-failed" : "failed";
}

/** Creates a listener that writes the events of a restore to a log. */
export function createRestoreProgress(log: Pick<Log, "info" | "warning">): (event: RestoreEvent) => void {
  return (event) => {
    switch (event.kind) {
      case "journal-torn":
        return log.warning(
          `${event.path}: ${count(event.lines, "line")} can't be read and ${event.lines === 1 ? "was" : "were"} passed over; ` +
            "a run that is killed leaves such, and deletes nothing on the strength of them.",
        );
      case "restoring":
        return log.info(`${event.repository}: ${count(event.images, "image")} to put back`);
      case "limit-met":
        return log.info(`  ${describeLimit(event, Date.now())}`);
      case "restored":
        for (const line of restoreLines(event.outcome)) log.info(`  ${line}`);
        return;
    }
  };
}

/** The words for each kind of result in the line that sums up. */
const TITLES = {
  "already-there": "Already there",
  moved: "Moved since, and left alone",
  lost: "Can't be restored any more",
  failed: "Failed",
} as const satisfies Partial<Record<Restored["kind"], string>>;

/** One line that sums up a restore. */
export function restoreLine({ isDryRun, repositories }: RestoreResult): string {
  const entries = repositories.flatMap(entriesOf);
  const broken = repositories.filter(({ error }) => error !== undefined).length;
  if (entries.length === 0 && broken === 0) return "Nothing to restore: the journal holds no deletion.";
  const restored = counted(entries, isDryRun ? "would-restore" : "restored") ?? "nothing";
  const others = (["already-there", "moved", "lost", "failed"] as const).flatMap((kind) => {
    const what = counted(entries, kind);
    return what === undefined ? [] : [`${TITLES[kind]}: ${what}.`];
  });
  return [
    `${isDryRun ? "Dry run: would restore" : "Restored"} ${restored}.`,
    ...others,
    ...(broken > 0 ? [`Stopped: ${count(broken, "repository")}.`] : []),
  ].join(" ");
}

function counted(entries: readonly RestoredEntry[], kind: Restored["kind"]): string | undefined {
  const ended = entries.filter((entry) => entry.kind === kind);
  const tags = ended.filter((entry) => "tag" in entry).length;
  const others = ended.length - tags;
  const parts = [...(tags > 0 ? [count(tags, "tag")] : []), ...(others > 0 ? [count(others, "digest")] : [])];
  return parts.length === 0 ? undefined : parts.join(" and ");
}

/** Everything that could not be restored, each with its next step; empty if everything was. */
export function restoreFailure({ repositories }: RestoreResult): string {
  return repositories.flatMap(failuresOf).join("\n");
}

function failuresOf(outcome: RestoreOutcome): readonly string[] {
  const { repository, error } = outcome;
  const entries = entriesOf(outcome);
  const lost = entries.flatMap((entry) => (entry.kind === "lost" ? [entry] : []));
  const moved = entries.filter(({ kind }) => kind === "moved");
  // The error that stopped the whole repository is reported once.
  const failed = entries.flatMap((entry) =>
    entry.kind === "failed" && entry.error !== error ? [entry] : [],
  );
  const [firstFailed] = failed;
  return [
    ...(error === undefined ? [] : [describeError(error)]),
    ...(firstFailed === undefined
      ? []
      : [`could not be restored: ${some(failed.map(nameOf))}. ${describeError(firstFailed.error)}`]),
    ...(lost.length === 0 ? [] : [describeLost(lost, entries)]),
    ...(moved.length === 0
      ? []
      : [
          `pushed again since, and not overwritten: ${some(moved.map(nameOf))}. The old image, as far as it was restored, is pulled by its digest; ` +
            "to have the tag back, delete it and run restore again.",
        ]),
  ].map((text) => `${repository}: ${text}`);
}

function describeLost(lost: readonly Lost[], all: readonly RestoredEntry[]): string {
  const [first] = lost;
  const isCollected = lost.length === all.length && lost.every(({ why }) => why !== "unknown");
  if (isCollected || first === undefined) {
    return (
      "nothing of it can be restored any more: a garbage collection has run since, which ends what a journal can bring back. " +
      "Push the images again from where they were built."
    );
  }
  return `can't be restored any more: ${some(lost.map(nameOf))}. Of ${nameOf(first)}, ${describeLoss(first)}. Push it again from where it was built.`;
}

/** The document that `--json` prints. */
export function renderRestoreJson(result: RestoreResult): string {
  const record = {
    dryRun: result.isDryRun,
    journal: result.journal,
    repositories: result.repositories.map(({ repository, tags, digests, error }) => ({
      repository,
      tags: tags.map(recordOf),
      digests: digests.map(recordOf),
      ...(error === undefined ? {} : { stopped: errorRecord(error) }),
    })),
  };
  return `${JSON.stringify(record, null, 2)}\n`;
}

function recordOf(entry: RestoredEntry): Readonly<Record<string, unknown>> {
  const { kind: outcome, ...rest } = entry;
  return entry.kind === "failed" ? { ...rest, outcome, ...errorRecord(entry.error) } : { ...rest, outcome };
}
