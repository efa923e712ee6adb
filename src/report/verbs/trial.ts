import type { PruneError } from "../../core/base/errors.js";
import type { PatternUse } from "../../core/policy/pattern-use.js";
import { describeBudget, describeUnused, noticeRecords } from "../words/notices.js";
import { describeError } from "../words/outcomes.js";
import { planLines, planTitle, planWarnings } from "../words/plan-lines.js";
import { type SizedPlan, verdictRecords } from "../words/records.js";
import type { AnswerView } from "./view.js";

/** The plan that a policy would make for a list of tag names, without a registry. */
export interface Trial extends SizedPlan {
  /** The policy's patterns, each with a flag that says if it matches any of the names. */
  readonly patterns: readonly PatternUse[];
  /** The error because of which a run would delete nothing, whatever the verdicts. */
  readonly refused?: PruneError;
}

/** Returns the view of a trial. It has no job summary: a step has no names to try a policy on. */
export function viewTrial(trial: Trial): AnswerView {
  return {
    kind: "answer",
    status: "done",
    failure: "",
    text: () => renderTrial(trial),
    json: () => renderTrialJson(trial),
  };
}

/** Lines with the verdict and reason for each name, and the warnings. */
export function renderTrial(trial: Trial): string {
  const lines = [
    planTitle(trial),
    ...planLines(trial).map((line) => `  ${line}`),
    ...describeBudget(trial.plan).map((line) => `  ${line}`),
    ...warningsOf(trial).map((warning) => `Warning: ${warning}`),
  ];
  return `${lines.join("\n")}\n`;
}

/** A JSON document with the verdicts and notices, in the form of a prune's `--json`, and the warnings. */
export function renderTrialJson(trial: Trial): string {
  const document = {
    verdicts: verdictRecords([trial]),
    notices: noticeRecords([trial]),
    warnings: warningsOf(trial),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function warningsOf(trial: Trial): readonly string[] {
  const unused = trial.patterns.filter(({ isUsed }) => !isUsed);
  return [
    ...planWarnings(trial),
    ...(unused.length === 0 ? [] : [describeUnused(unused)]),
    ...(trial.refused === undefined ? [] : [`a run would delete nothing: ${describeError(trial.refused)}`]),
  ];
}
