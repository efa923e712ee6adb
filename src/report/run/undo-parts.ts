import type { RunResult } from "../../core/result/run-result.js";
import { block, escape } from "../words/markdown.js";
import { restoreInputs, restoreWords, type StartedAs, type StartedAsStep } from "../words/own-command.js";
import { undoAdvice } from "./advice.js";

/**
 * The way back, in a job summary: what to do now, and what to do when the job is over, which takes the journal with it unless it is uploaded. Empty if there is
 * nothing to put back.
 */
export function undoParts(result: RunResult, startedAs?: StartedAs): readonly string[] {
  const advice = undoAdvice(result, startedAs).map(withCode);
  if (advice.length === 0 || startedAs?.kind !== "step") return advice.map((text) => `⏪ ${text}`);
  return [
    ...advice.map((text) => `⏪ ${text}`),
    [
      "<details><summary>When this job is over</summary>",
      ...laterParts(result, startedAs),
      "</details>",
    ].join("\n\n"),
  ];
}

function laterParts(
  { journal = "" }: RunResult,
  { uses = "./", run = "RUN", access }: StartedAsStep,
): readonly string[] {
  const name = journal.slice(journal.lastIndexOf("/") + 1);
  return [
    "The runner throws the journal away with the job, unless a step after this one has uploaded it:",
    block([
      "- if: ${{ !cancelled() && steps.ID.outputs.journal != '' }} # the id of this step",
      "  uses: actions/upload-artifact@v7",
      "  with:",
      "    name: prune-journal",
      "    path: ${{ steps.ID.outputs.journal }}",
    ]),
    escape(
      "From that artifact any job, or anybody who has signed in to the registry, puts back what was deleted:",
    ),
    block([
      "- uses: actions/download-artifact@v8",
      "  with:",
      "    name: prune-journal",
      `    run-id: ${run}`,
      "    github-token: ${{ github.token }}",
      `- uses: ${uses}`,
      ...restoreInputs(name, access),
    ]),
    "or in a terminal:",
    block([
      `gh run download ${run} --name prune-journal`,
      `npx prune-image-tags ${restoreWords(name, access)}`,
    ]),
  ];
}

/** A sentence whose further lines, if it has any, are code. */
function withCode(text: string): string {
  const [sentence = "", ...lines] = text.split("\n");
  return lines.length === 0 ? escape(text) : `${escape(sentence)}\n\n${block(lines)}`;
}
