import type { PruneError } from "../../core/base/errors.js";
import type { Explanation } from "../../core/policy/explain.js";
import type { Tag } from "../../core/names/reference.js";
import type { Standing } from "../../core/policy/ranks.js";
import { RELEASE } from "../../core/names/version.js";
import type { TagName } from "../../core/names/tag-name.js";
import { escape, title } from "../words/markdown.js";
import { describeError } from "../words/outcomes.js";
import { describeDeleteReason, describeKeepReason } from "../words/reasons.js";
import { count } from "../../core/base/count.js";
import { withOf } from "../words/records.js";
import { describeGroup, shortDigest } from "../words/wording.js";
import type { AnswerView } from "./view.js";

/** A tag and its explanation, which is absent if the tag does not exist. `repository` is `host/repository`. */
export interface ExplainedTag {
  readonly repository: string;
  readonly tag: Tag;
  readonly explanation?: Explanation;
  /** The error because of which a run would delete nothing in this repository, whatever the verdict on the tag. */
  readonly refused?: PruneError;
}

/** Returns the view of explanations. A tag that is not there is an answer, which fails no step; a script sees it by the exit code. */
export function viewExplanations(explained: readonly ExplainedTag[]): AnswerView {
  const areAllThere = explained.every(({ explanation }) => explanation !== undefined);
  return {
    kind: "answer",
    status: areAllThere ? "done" : "failed",
    failure: "",
    text: () => renderExplanations(explained),
    json: () => renderExplanationsJson(explained),
    summary: () => renderExplanationSummary(explained),
  };
}

/** A paragraph of text about each tag. */
export function renderExplanations(explained: readonly ExplainedTag[]): string {
  return explained.map((each) => `${linesOf(each).join("\n  ")}\n`).join("\n");
}

/** The same text as Markdown, for a job summary. */
export function renderExplanationSummary(explained: readonly ExplainedTag[]): string {
  return explained
    .map((each) => {
      const [first = "", ...lines] = linesOf(each);
      const items = lines.map((line) => `- ${escape(line.trim())}`).join("\n");
      return `#### ${title(iconOf(each), first)}\n\n${items}\n`;
    })
    .join("\n");
}

function iconOf({ explanation }: ExplainedTag): string {
  if (explanation === undefined) return "⚪";
  return explanation.verdict.kind === "keep" ? "📌" : "🧹";
}

function linesOf({ repository, tag, explanation, refused }: ExplainedTag): readonly string[] {
  if (explanation === undefined) {
    return [`${repository}:${tag} is not there: the registry does not list this tag.`];
  }
  const { verdict, name, standing, stays, goes } = explanation;
  return [
    `${repository}:${tag} ${VERDICTS[verdict.kind]}${verdict.kind === "untag" && verdict.with !== undefined ? ` under ${verdict.with}` : ""}.`,
    `Its name is read as ${describeName(name)}.`,
    ...describeImage(explanation),
    ...describePlace(standing),
    `For it to stay: ${listOf(stays.map(describeKeepReason))}.`,
    `For it to go: ${listOf(goes.map(describeDeleteReason))}.`,
    ...(refused === undefined ? [] : [`But a run would delete nothing here: ${describeError(refused)}`]),
  ];
}

const VERDICTS = {
  keep: "stays",
  delete: "goes",
  untag: "goes, and its image stays",
} as const;

function listOf(reasons: readonly string[]): string {
  return reasons.length === 0 ? "nothing" : reasons.join("; ");
}

function describeName(name: TagName): string {
  switch (name.kind) {
    case "version": {
      const version = `the version ${name.version.numbers.join(".")}`;
      const behind = name.word === undefined ? version : `${version} behind the word ${name.word}`;
      if (name.channel === RELEASE) return `${behind}, a release`;
      const suffix = name.suffix === "" ? "" : `, then ${name.suffix}`;
      return `${behind}${suffix}: channel ${name.channel}${describeNumbers(name.numbers)}`;
    }
    case "label":
      return `the label ${name.channel}${describeNumbers(name.numbers)}, and no version`;
    case "referrer":
      return `that of a signature or attachment of ${shortDigest(name.subject)}`;
    case "other":
      return "neither a version nor a label with a number";
  }
}

function describeNumbers(numbers: readonly string[]): string {
  return numbers.length === 0 ? "" : `, number ${numbers.join(", ")}`;
}

function describeImage({ standing: { digest }, created }: Explanation): readonly string[] {
  if (digest === undefined) return [];
  return [
    `Its image is ${shortDigest(digest)}${created === undefined ? "" : `, created ${created.slice(0, 10)}`}.`,
  ];
}

function describePlace({ place }: Standing): readonly string[] {
  if (place.kind !== "ranked") return [];
  const { rank, semverRank, of, rule, group } = place;
  const inGroup = describeGroup({ group, ...(rule.name === undefined ? {} : { rule: rule.name }) });
  const byVersion =
    semverRank === undefined || semverRank === rank ? "" : ` (number ${semverRank} by version)`;
  return [
    `It is number ${rank}${byVersion} of ${count(of, "image")}${inGroup}, the newest first by ${rule.sort}.`,
  ];
}

/** The explanations as JSON. For a tag that does not exist, all fields but its name are `null` or empty. */
export function renderExplanationsJson(explained: readonly ExplainedTag[]): string {
  const explanations = explained.map(({ repository, tag, explanation, refused }) => ({
    repository,
    tag,
    ...(explanation === undefined ? NOT_THERE : recordOf(explanation)),
    refused: refused?.message ?? null,
  }));
  return `${JSON.stringify({ explanations }, null, 2)}\n`;
}

const NOT_THERE = {
  digest: null,
  name: null,
  place: null,
  created: null,
  verdict: null,
  reason: null,
  with: null,
  stays: [],
  goes: [],
} as const;

function recordOf(explanation: Explanation): Readonly<Record<keyof typeof NOT_THERE, unknown>> {
  const { name, standing, created = null, verdict, stays, goes } = explanation;
  return {
    created,
    digest: standing.digest ?? null,
    name,
    place: placeRecord(standing),
    verdict: verdict.kind,
    reason: verdict.reason,
    with: withOf(verdict),
    stays,
    goes,
  };
}

function placeRecord({ place }: Standing): Readonly<Record<string, unknown>> | null {
  if (place.kind !== "ranked") return null;
  const { group, rank, semverRank, of, rule } = place;
  return { rule: rule.name ?? null, sort: rule.sort, group, rank, semverRank: semverRank ?? null, of };
}
