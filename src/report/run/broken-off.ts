import { BadInputError, PruneError } from "../../core/base/errors.js";
import { count } from "../../core/base/count.js";
import { cutEnd } from "../../core/base/cut.js";
import { alert, block, code, escape } from "../words/markdown.js";
import { describeThrown } from "../words/outcomes.js";
import { restoreCommand, type StartedAs } from "../words/own-command.js";

const MOST_PROBLEMS = 100;
const LONGEST_MESSAGE = 2000;

/** The journal of a run that ended in an error after it had begun to delete, and how its reader starts a restore. */
export interface BrokenRun {
  readonly journal: string;
  readonly startedAs: StartedAs;
}

/**
 * The job summary of a run that ended in an error instead of a result: bad input, setting by setting, or what was thrown.
 * @param begun absent where no deletion was begun
 */
export function renderBrokenOff(thrown: unknown, begun?: BrokenRun): string {
  const parts = thrown instanceof BadInputError ? badInputParts(thrown) : brokenParts(thrown, begun);
  return `${parts.join("\n\n")}\n`;
}

function badInputParts({ problems, nextStep }: BadInputError): readonly string[] {
  const rows = problems
    .slice(0, MOST_PROBLEMS)
    .map(({ setting, message }) => `| ${code(setting)} | ${cell(message)} |`);
  const left = problems.length - rows.length;
  return [
    `### ❌ Nothing was read or deleted: ${count(problems.length, "setting")} ${problems.length === 1 ? "has" : "have"} to be corrected`,
    ["| setting | what is wrong |", "| :--- | :--- |", ...rows].join("\n"),
    ...(left === 0 ? [] : [`… and ${left} more; the log has them all.`]),
    escape(nextStep.replace(/^Nothing was read or deleted\. /, "")),
  ];
}

/** A message of any number of lines as one cell of a table. */
function cell(message: string): string {
  return cutEnd(message, LONGEST_MESSAGE)
    .split("\n")
    .map((line) => escape(line.trim()))
    .join("<br>");
}

function brokenParts(thrown: unknown, begun: BrokenRun | undefined): readonly string[] {
  const what = thrown instanceof PruneError ? "The run stopped" : "The run broke off";
  return [
    `### ❌ ${what} before its end`,
    ...alert("CAUTION", describeThrown(thrown)),
    ...(begun === undefined ? [] : undoneParts(begun)),
  ];
}

/** The way to find out what was deleted, and to put it back. */
function undoneParts({ journal, startedAs }: BrokenRun): readonly string[] {
  const [, ...lines] = restoreCommand(journal, startedAs).split("\n");
  return [
    `What was deleted until then is in the journal, ${code(journal)}. The next run that is given it finishes what was begun; a restore puts it back:`,
    block(lines.length === 0 ? [restoreCommand(journal, startedAs).trim()] : lines),
  ];
}
