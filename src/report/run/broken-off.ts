import { BadInputError, PruneError } from "../../core/base/errors.js";
import { count } from "../../core/base/count.js";
import { cutEnd } from "../../core/base/cut.js";
import { alert, code, escape } from "../words/markdown.js";
import { describeThrown } from "../words/outcomes.js";

const MOST_PROBLEMS = 100;
const LONGEST_MESSAGE = 2000;

/** The job summary of a run that ended in an error instead of a result: bad input, setting by setting, or what was thrown. */
export function renderBrokenOff(thrown: unknown): string {
  return `${(thrown instanceof BadInputError ? badInputParts(thrown) : brokenParts(thrown)).join("\n\n")}\n`;
}

function badInputParts({ problems, nextStep }: BadInputError): readonly string[] {
  const rows = problems
    .slice(0, MOST_PROBLEMS)
    .map(({ setting, message }) => `| ${code(setting)} | ${cell(message)} |`);
  const left = problems.length - rows.length;
  return [
    `### ❌ Nothing was read or deleted: ${count(problems.length, "setting")} ${problems.length === 1 ? "has" : "have"} to be corrected`,
    ["| setting | |", "| --- | --- |", ...rows].join("\n"),
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

function brokenParts(thrown: unknown): readonly string[] {
  const what = thrown instanceof PruneError ? "The run stopped" : "The run broke off";
  return [`### ❌ ${what} before its end`, ...alert("CAUTION", describeThrown(thrown))];
}
