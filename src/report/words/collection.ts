import type { CollectionOutcome, CollectionSkipReason } from "../../core/result/collection.js";
import type { PruneError } from "../../core/base/errors.js";
import type { CollectionStep } from "../../core/result/event.js";
import { describeError, describeHarm, some } from "./outcomes.js";
import { count } from "../../core/base/count.js";
import { amount, size } from "./wording.js";

/** One or two sentences with the result of a collection. */
export function describeCollection(outcome: CollectionOutcome): string {
  switch (outcome.kind) {
    case "skipped":
      return describeSkip(outcome.why, outcome.garbage);
    case "failed":
      return "The garbage collection failed.";
    case "collected": {
      const { blobs, freed, proven, harm } = outcome;
      const what = blobs === undefined ? "Garbage collected" : `Garbage collected: ${count(blobs, "blob")}`;
      const how = freed === undefined ? "an unknown number of bytes freed" : `${amount(freed)} freed`;
      const whole =
        harm.length > 0
          ? ` HARM: ${count(harm.length, "tag")} that should have stayed whole.`
          : proven === undefined || proven === 0
            ? ""
            : ` Every part of ${count(proven, "kept tag")} answers.`;
      return `${what}, ${how}.${whole}`;
    }
  }
}

function describeSkip(why: CollectionSkipReason, garbage: number | undefined): string {
  switch (why.kind) {
    case "nothing-deleted":
      return "Nothing was deleted, so no garbage was collected.";
    case "prune-failed":
      return "No garbage was collected, because the prune failed.";
    case "dry-run":
      return garbage === undefined
        ? "No garbage is collected in a dry run."
        : `${size(garbage)} of garbage could be collected.`;
    case "told-to-stop":
      return "The run was told to stop before the garbage was collected.";
    case "below-minimum":
      return `There is ${size(why.bytes)} of garbage, less than gc-min-bytes (${size(why.minimum)}): the registry was not stopped.`;
    case "no-garbage":
      return "There is no garbage to collect: the registry was not stopped.";
    case "empty-registry":
      return "Nothing was ever pushed to this registry: there is nothing to collect.";
  }
}

/** The failures of a collection, each with its next step; `undefined` if there is none. */
export function collectionFailure(outcome: CollectionOutcome | undefined): readonly string[] | undefined {
  if (outcome?.kind === "failed") return [`Garbage collection: ${describeError(outcome.error)}`];
  if (outcome?.kind !== "collected" || outcome.harm.length === 0) return undefined;
  return outcome.harm.map(
    (harm) =>
      `${harm.repository}: HARM: ${describeHarm(harm)} after the garbage collection. Push it again from where it was built.`,
  );
}

/** The warnings after a successful collection. */
export function collectionWarnings(outcome: CollectionOutcome): readonly string[] {
  if (outcome.kind !== "collected") return [];
  const { restarted, proven, unproven, broken = [] } = outcome;
  return [
    ...(restarted
      ? []
      : [
          "RESTART THE REGISTRY NOW, unless its cache is off: it was never seen to be down while gc-command ran. " +
            "A registry that keeps running believes that it still has the collected blobs, and the next push of them is lost.",
        ]),
    ...(proven === undefined
      ? [
          "It could not be checked that all kept images are complete: the registry does not list its repositories for this user.",
        ]
      : []),
    ...(broken.length === 0
      ? []
      : [
          `${count(broken.length, "tag")} could not be pulled whole before the collection, and still can't: ${some(broken)}. Push ${broken.length === 1 ? "it" : "them"} again.`,
        ]),
    ...(unproven.length === 0
      ? []
      : [`Could not be checked before and after the collection: ${some(unproven)}.`]),
  ];
}

/** The bytes that a collection freed; `undefined` if none ran, or if the number is not known. */
export function freedBytes(outcome: CollectionOutcome | undefined): number | undefined {
  return outcome?.kind === "collected" ? outcome.freed?.bytes : undefined;
}

/** The log line for a step of a collection. */
export function describeCollectionStep(step: CollectionStep): string {
  switch (step.kind) {
    case "waiting":
      return `another run collects the garbage of ${step.container}; waiting for it`;
    case "recovered":
      return `an earlier run was killed while it had ${step.container} stopped; cleaning up after it`;
    case "looked":
      return `${count(step.blobs, "blob")} of garbage${step.bytes === undefined ? "" : ` (${size(step.bytes)})`}`;
    case "stopping":
      return `stopping ${step.container} (it is started again whatever happens; by hand: ${step.program} start ${step.container})`;
    case "down":
      return "it is down";
    case "collecting":
      return "collecting";
    case "starting":
      return `starting ${step.container}`;
    case "up":
      return "the registry answers";
    case "proving":
      return step.when === "before"
        ? `checked every part of ${count(step.tags, "tag")}`
        : `checking every part of ${count(step.tags, "tag")} again`;
    case "identity-open":
      return `it is not seen yet that ${step.container} is ${step.host}: its log does not show what was asked for there; the run itself begins an upload to see it, and stops nothing otherwise`;
    case "not-compared":
      return "what gc-command takes is known to itself alone, so it is not compared with what tags need before it runs; every part of them is checked again afterwards";
    case "script-line":
      return `| ${step.line}`;
  }
}

/** A collection's outcome for JSON. */
export function collectionRecord(outcome: CollectionOutcome): Readonly<Record<string, unknown>> {
  if (outcome.kind !== "failed") return { ...outcome, description: describeCollection(outcome) };
  return { kind: outcome.kind, ...errorRecord(outcome.error) };
}

/** An error for JSON. */
export function errorRecord({ message, nextStep }: PruneError): Readonly<Record<string, string>> {
  return { error: message, nextStep };
}
