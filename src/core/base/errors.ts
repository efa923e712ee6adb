import { count } from "./count.js";

/** An error for the user: `message` says what happened, `cause` says why, and `nextStep` says what to do. */
export class PruneError extends Error {
  override readonly name: string = "PruneError";

  /** The advice to the reader, in one or more sentences; it may have several lines. */
  readonly nextStep: string;

  constructor(message: string, nextStep: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.nextStep = nextStep;
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

/** An error because something that a safe decision needs could not be found out. Nothing is decided then. */
export class UnsureError extends PruneError {
  override readonly name = "UnsureError";
}
