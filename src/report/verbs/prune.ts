import type { RunResult } from "../../core/result/run-result.js";
import { failureText } from "../run/failure.js";
import { cutOutputs, outputsOf, type PlanFile, renderJson } from "../run/outputs.js";
import { spaceAdvice, undoAdvice } from "../run/advice.js";
import { statusOf, summaryLine } from "../run/result.js";
import type { UndoAccess, StartedAs } from "../words/own-command.js";
import type { RunView } from "./view.js";

/** The result of a run that deletes tags, and the plan file that it saved. */
export interface DeletionReport {
  readonly result: RunResult;
  readonly file: PlanFile;
  /** The settings by which an undo reaches the registry. */
  readonly access?: UndoAccess;
}

/** Returns the view of a prune, or of a plan that was carried out. */
export function viewDeletions({ result, file }: DeletionReport, startedAs?: StartedAs): RunView {
  return {
    kind: "run",
    status: statusOf(result),
    failure: failureText(result, startedAs),
    closing: [...spaceAdvice(result), ...undoAdvice(result, startedAs), summaryLine(result)],
    json: () => renderJson(result, file),
    // Lazily: the command line has no job to write it for.
    summary: async () => (await import("../run/summary.js")).renderSummary(result, startedAs),
    outputs: () => cutOutputs(outputsOf(result, file)),
  };
}
