import type { RunStatus } from "../../core/result/run-result.js";
import type { Output } from "../run/outputs.js";

/** A command's result as both doors show it. A text that only one of them shows is made when it is asked for. */
export type View = AnswerView | RunView;

interface CommonView {
  /** The exit code of the command line stands for it. */
  readonly status: RunStatus;
  /** Everything that went wrong, with its next step; the empty text where nothing did. Another text fails the action's step. */
  readonly failure: string;
  /** The JSON text of `--json`. */
  readonly json: () => string;
  /** The job summary, as Markdown; absent where the command does not run in a job. */
  readonly summary?: () => string | Promise<string>;
  /** The action's outputs. */
  readonly outputs?: () => readonly Output[];
}

/** The view of a command that answers a question: its result is a text. */
export interface AnswerView extends CommonView {
  readonly kind: "answer";
  /** The answer in lines, with all that is wrong. */
  readonly text: () => string;
}

/** The view of a command that does something: its log has told most of it by the end. */
export interface RunView extends CommonView {
  readonly kind: "run";
  /** The last lines of the log. */
  readonly closing: readonly string[];
}
