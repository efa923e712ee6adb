import { plainJson, plainText } from "../../core/base/plain-text.js";
import { createRedactor, type Redactor } from "./redact.js";
import { escape } from "../words/markdown.js";

/** The one way out for texts: each that leaves the program passes one of these, by what reads it. None has a secret in it afterwards. */
export interface Outlet extends Omit<Redactor, "redact"> {
  /** For people: a log, a terminal, an annotation, a job summary. It has nothing in it that any of them obeys. */
  readonly text: (text: string) => string;
  /** For programs, as JSON: the data are exact, and what a terminal obeys is escaped. */
  readonly json: (json: string) => string;
  /** For programs, as it is: a path or a number. */
  readonly value: (text: string) => string;
}

/** Creates the way out, which knows no secret yet. @param onSecret called once with each secret */
export function createOutlet(onSecret?: (secret: string) => void): Outlet {
  const { add, addFrom, redact } = createRedactor(onSecret, escape);
  return {
    add,
    addFrom,
    text: (text) => plainText(redact(text)),
    json: (json) => plainJson(redact(json)),
    value: redact,
  };
}
