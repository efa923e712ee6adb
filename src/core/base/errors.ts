import { count } from "./count.js";
import { cutEnd } from "./cut.js";

// A line of it may quote what a registry sent. A log shows a line of some thousand characters; one of megabytes breaks it.
const LONGEST_LINE = 2000;

/** Returns a text whose lines are not too long to be read. */
function shortened(text: string): string {
  if (text.length <= LONGEST_LINE) return text;
  return text
    .split("\n")
    .map((line) => cutEnd(line, LONGEST_LINE))
    .join("\n");
}

/** An error for the user: `message` says what happened, `cause` says why, and `nextStep` says what to do. */
export class PruneError extends Error {
  override readonly name: string = "PruneError";

  /** The advice to the reader, in one or more sentences; it may have several lines. */
  readonly nextStep: string;

  constructor(message: string, nextStep: string, options?: { readonly cause?: unknown }) {
    // A line break that is this program's own has an indented line behind it. Others are of what the message quotes, which is to begin no line of the log.
    super(shortened(message.replace(/\n(?! {2})/g, "\\n")), options);
    this.nextStep = shortened(nextStep);
  }
}

/**
 * Returns whatever was thrown as an error for the user: as it is, or as a bug of this program's, of which the cause tells more.
 * @param what completes "… broke off": "the run"
 */
export function asPruneError(thrown: unknown, what: string): PruneError {
  if (thrown instanceof PruneError) return thrown;
  return new PruneError(`${what} broke off: ${String(thrown)}`, "Report this as a bug.", { cause: thrown });
}

/** An error because of a value that somebody wrote. `plain` says the same without a sign of the value, for a value out of a file, which may be any file. */
export class WrongValueError extends PruneError {
  override readonly name = "WrongValueError";

  readonly plain: string;

  constructor(
    message: string,
    nextStep: string,
    about: { readonly plain: string; readonly cause?: unknown },
  ) {
    super(message, nextStep, about);
    this.plain = about.plain;
  }
}

/** One thing that is wrong with one setting. `message` is a sentence that ends in what to write instead. */
export interface Problem {
  readonly setting: string;
  readonly message: string;
}

/** Everything that is wrong with the input, in one error. */
export class BadInputError extends PruneError {
  override readonly name = "BadInputError";

  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const lines = problems.map(({ setting, message }) => `  ${setting}: ${message}`);
    super(
      `Bad input (${count(problems.length, "problem")}):\n${lines.join("\n")}`,
      "Nothing was read or deleted. Correct what is listed and run again.",
    );
    this.problems = problems;
  }
}

/** An error because a question got no answer: it was interrupted (Ctrl-C), or its input has ended. */
export class NoAnswerError extends PruneError {
  override readonly name = "NoAnswerError";

  readonly why: "interrupted" | "ended";

  constructor(why: "interrupted" | "ended") {
    super(
      why === "interrupted"
        ? "Interrupted at the question, so nothing was changed"
        : "No answer came to the question, so nothing was changed",
      why === "interrupted"
        ? "Run again when you are ready."
        : "Run it where somebody can answer, or with --yes to be asked nothing.",
    );
    this.why = why;
  }
}

/** An error because something that a safe decision needs could not be found out. Nothing is decided then. */
export class UnsureError extends PruneError {
  override readonly name = "UnsureError";
}
