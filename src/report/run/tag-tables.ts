import { count } from "../../core/base/count.js";
import type { Tag } from "../../core/names/reference.js";
import type { Plan } from "../../core/plan/plan.js";
import { goes, type Verdict } from "../../core/policy/verdict.js";
import type { ImageSizes, RepositoryOutcome } from "../../core/result/repository-outcome.js";
import { code, escape } from "../words/markdown.js";
import { shownOrder } from "../words/plan-lines.js";
import { describeReason } from "../words/reasons.js";
import { sizeOf } from "../words/records.js";
import { amount } from "../words/wording.js";
import { groupTable } from "./groups.js";

const FOLD_ABOVE = 10;

type DecidedKind = Extract<RepositoryOutcome, { readonly kind: "planned" | "applied" }>;

/** Tables of a decided repository: the groups in numbers, then what goes, then what stays. @param budget in bytes, which the tables are cut to */
export function tagTables(outcome: DecidedKind, budget: number): readonly string[] {
  const { plan, sizes } = outcome;
  const isGone = goneIn(outcome);
  const verdicts = shownOrder(plan.verdicts);
  const going = verdicts.filter(isGone);
  const staying = verdicts.filter((verdict) => !isGone(verdict));
  const gone = foldedTable(going, {
    title: `🧹 ${count(going.length, "tag")} ${outcome.kind === "planned" ? "would be deleted" : "deleted"}`,
    header: ["| tag | reason | frees |", "| :--- | :--- | ---: |"],
    rowOf: (verdict) => goingRow(verdict, sizes),
    budget: Math.floor((budget * 2) / 3),
  });
  const kept = foldedTable(staying, {
    title: `📌 ${count(staying.length, "tag")} ${staying.length === 1 ? "stays" : "stay"}`,
    header: ["| tag | reason |", "| :--- | :--- |"],
    rowOf: (verdict) => stayingRow(verdict, outcome),
    budget: budget - Buffer.byteLength(gone.join("")),
  });
  return [...groupTable(plan.verdicts, isGone), ...gone, ...kept];
}

/** A table, folded whatever its length, of the tags that a plan has go which was not carried out. */
export function stoppedPlan(
  { plan, sizes }: { readonly plan: Plan; readonly sizes: ImageSizes | undefined },
  budget: number,
): readonly string[] {
  const going = shownOrder(plan.verdicts).filter(goes);
  return foldedTable(going, {
    title: `The plan that was not carried out: ${count(going.length, "tag")} would go`,
    header: ["| tag | reason | frees |", "| :--- | :--- | ---: |"],
    rowOf: (verdict) => goingRow(verdict, sizes),
    budget,
    isFolded: true,
  });
}

function goneIn(outcome: DecidedKind): (verdict: Verdict) => boolean {
  if (outcome.kind === "planned") return goes;
  const gone = new Set<Tag>(outcome.deleted);
  return ({ tag }) => gone.has(tag);
}

/** A table of tags: its rows, and the bytes which it is cut to. */
interface TagTable {
  readonly title: string;
  readonly header: readonly string[];
  readonly rowOf: (verdict: Verdict) => string;
  readonly budget: number;
  readonly isFolded?: true;
}

function foldedTable(
  verdicts: Plan["verdicts"],
  { title, header, rowOf, budget, isFolded }: TagTable,
): readonly string[] {
  if (verdicts.length === 0) return [];
  const rows: string[] = [];
  let bytes = 0;
  for (const verdict of verdicts) {
    const row = rowOf(verdict);
    bytes += Buffer.byteLength(row) + 1;
    if (bytes > budget) break;
    rows.push(row);
  }
  const left = verdicts.length - rows.length;
  const cut = left === 0 ? [] : [`… and ${left} more tags; the plan file has every one.`];
  const table = [...header, ...rows].join("\n");
  if (verdicts.length <= FOLD_ABOVE && isFolded !== true) return [`**${title}**`, table, ...cut];
  return [[`<details><summary><b>${title}</b></summary>`, table, ...cut, "</details>"].join("\n\n")];
}

function goingRow(verdict: Verdict, sizes: ImageSizes | undefined): string {
  const bytes = sizeOf(verdict, sizes);
  const frees = bytes === undefined ? "" : amount(bytes);
  return `| ${code(verdict.tag)} | ${escape(describeReason(verdict))} | ${frees} |`;
}

function stayingRow(verdict: Verdict, outcome: DecidedKind): string {
  return `| ${code(verdict.tag)} | ${escape(whyItStays(verdict, outcome))} |`;
}

function whyItStays(verdict: Verdict, outcome: DecidedKind): string {
  if (!goes(verdict)) return describeReason(verdict);
  const isTried = outcome.kind === "applied" && outcome.unproven?.includes(verdict.tag) === true;
  const what = isTried
    ? "its deletion was tried, and nothing proves that it is gone"
    : "was to go, and was not deleted";
  return `${what} (${describeReason(verdict)})`;
}
