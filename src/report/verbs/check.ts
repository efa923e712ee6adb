import { type Finding, isReady } from "../../core/result/finding.js";
import { escape, title } from "../words/markdown.js";
import { count } from "../../core/base/count.js";
import type { AnswerView } from "./view.js";

/** The result of a check. `image` is `host/repository`, `correctedS3Policy` is JSON text. */
export interface CheckFindings {
  readonly image?: string;
  readonly findings: readonly Finding[];
  readonly correctedS3Policy?: string;
}

/** Returns the view of a check. A registry that is not ready fails the step. */
export function viewCheck(result: CheckFindings): AnswerView {
  const ready = isReady(result.findings);
  return {
    kind: "answer",
    status: ready ? "done" : "failed",
    failure: ready ? "" : "The registry is not ready; the log says what to do.",
    text: () => renderCheck(result),
    json: () => renderCheckJson(result),
    summary: () => renderCheckSummary(result),
  };
}

const KIND_WIDTH = "problem  ".length;

/** Lines for a terminal: each finding with its kind, check and sentence and its next step below, and the verdict at the end. */
export function renderCheck(result: CheckFindings): string {
  const width = Math.max(...result.findings.map(({ check }) => check.length), 0) + 2;
  const lines = result.findings.flatMap(({ kind, check, message, fix }) => [
    kind.padEnd(KIND_WIDTH) + check.padEnd(width) + message,
    ...linesOf(fix).map((line) => " ".repeat(KIND_WIDTH + width) + line),
  ]);
  return [...lines, ...policyLines(result), verdictOf(result), ""].join("\n");
}

function policyLines({ correctedS3Policy }: CheckFindings): readonly string[] {
  return correctedS3Policy === undefined ? [] : ["", "The S3 policy, corrected:", correctedS3Policy];
}

/** One JSON object on several lines: `ready`, `findings`, and `image` and `correctedS3Policy` if they are known. */
export function renderCheckJson({ image, findings, correctedS3Policy }: CheckFindings): string {
  const ready = isReady(findings);
  return `${JSON.stringify({ ready, image, findings, correctedS3Policy }, undefined, 2)}\n`;
}

// GitHub discards a step's whole summary if it is larger than 1 MiB.
const MAX_BYTES = 900 * 1024;

/** The job summary as escaped GitHub Markdown, cut below the size that GitHub accepts. */
export function renderCheckSummary(result: CheckFindings): string {
  const rows: string[] = [];
  let bytes = Buffer.byteLength(result.correctedS3Policy ?? "") * 6;
  for (const found of worstFirst(result.findings)) {
    const row = renderRow(found);
    bytes += Buffer.byteLength(row) + 1;
    if (bytes > MAX_BYTES) break;
    rows.push(row);
  }
  const left = result.findings.length - rows.length;
  const table = ["| | check | finding |", "| :--- | :--- | :--- |", ...rows].join("\n");
  const cut = left === 0 ? [] : [`… and ${left} more; the log has them all.`];
  const icon = isReady(result.findings) ? ICONS.ok : ICONS.problem;
  return `${[`### ${title(icon, verdictOf(result))}`, table, ...cut, ...policyParts(result)].join("\n\n")}\n`;
}

const ICONS: Readonly<Record<Finding["kind"], string>> = {
  ok: "✅",
  warning: "🟡",
  problem: "❌",
  unknown: "⚪",
};

function worstFirst(findings: readonly Finding[]): readonly Finding[] {
  const of = (...kinds: readonly Finding["kind"][]): readonly Finding[] =>
    findings.filter(({ kind }) => kinds.includes(kind));
  return [
    ...of("problem"),
    ...of("warning"),
    ...findings.filter(({ kind }) => kind !== "problem" && kind !== "warning"),
  ];
}

function renderRow({ kind, check, message, fix }: Finding): string {
  const isBad = kind === "problem" || kind === "warning";
  const steps = linesOf(fix).map((line) => `<br>${escape(line)}`);
  return `| ${ICONS[kind]}&nbsp;${isBad ? `**${kind}**` : kind} | <code>${escape(check)}</code> | ${escape(message)}${steps.join("")} |`;
}

function policyParts({ correctedS3Policy }: CheckFindings): readonly string[] {
  if (correctedS3Policy === undefined) return [];
  // Only a blank line would end the pre element, and JSON text has none.
  const lines = correctedS3Policy.trimEnd().split("\n").map(escape);
  return ["The S3 policy, corrected:", `<pre>\n${lines.join("\n")}\n</pre>`];
}

/** One sentence that says if the registry is ready, with the numbers of problems and warnings. */
export function verdictOf({ image, findings }: CheckFindings): string {
  const of = (kind: Finding["kind"]): number => findings.filter((found) => found.kind === kind).length;
  const [problems, warnings] = [of("problem"), of("warning")];
  const name = image === undefined ? "" : `${image}: `;
  const beside = warnings === 0 ? "" : `, with ${count(warnings, "warning")}`;
  return isReady(findings)
    ? `${name}ready${beside}.`
    : `${name}not ready: ${count(problems, "problem")}${beside}.`;
}

/** The lines of a next step, without control characters, so that quoted text can neither begin a line nor control a terminal. */
function linesOf(text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  return text.split("\n").map((line) => line.replace(/[\u0000-\u001f\u007f]+/g, " ").trimEnd());
}
