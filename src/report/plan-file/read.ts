import * as v from "valibot";
import { PruneError } from "../../core/base/errors.js";
import { isObject, parseJson } from "../../core/base/json.js";
import type { Deletion } from "../../core/plan/deletion.js";
import type { Digest, Tag } from "../../core/names/reference.js";
import type { PlannedRepository } from "../../core/plan/revalidate.js";
import { PLAN_SCHEMA } from "./write.js";
import { planProblems } from "./problems.js";
import { type PlanDocument, planDocument } from "./schema.js";
import { count } from "../../core/base/count.js";

const MAX_MEBIBYTES = 64;
const MOST_PROBLEMS = 50;

/**
 * Reads a file that `renderPlans` made; the keys are `host/repository`. A plan limits what may be deleted, so a file of which any part is not understood is refused.
 * @throws {PruneError} with every problem and its place
 */
export function readPlanFile(text: string): ReadonlyMap<string, PlannedRepository> {
  const document = parsePlan(text);
  const problems = planProblems(document);
  if (problems.length > 0) throw unusable(problems);
  const repositories = new Map<string, PlannedRepositoryBuilder>();
  const of = (name: string): PlannedRepositoryBuilder => {
    const known = repositories.get(name) ?? { kept: new Map(), deletions: [] };
    repositories.set(name, known);
    return known;
  };
  for (const record of document.verdicts) {
    const { kept } = of(record.repository);
    if (record.verdict === "keep") kept.set(record.tag, record.digest ?? undefined);
  }
  for (const record of document.deletions) of(record.repository).deletions.push(deletionOf(record));
  return repositories;
}

interface PlannedRepositoryBuilder extends PlannedRepository {
  readonly kept: Map<Tag, Digest | undefined>;
  readonly deletions: Deletion[];
}

function deletionOf(record: PlanDocument["deletions"][number]): Deletion {
  if (record.kind === "manifest") {
    const { kind, digest: own, tags, parents, after, orphanOf } = record;
    return { kind, digest: own, tags, parents, after, orphanOf };
  }
  const { kind, tag: name, digest: own, by, parents } = record;
  return { kind, tags: [name], by, parents, ...(own === null ? {} : { digest: own }) };
}

function parsePlan(text: string): PlanDocument {
  if (Buffer.byteLength(text) > MAX_MEBIBYTES * 1024 * 1024) {
    throw unusable([`it is larger than ${MAX_MEBIBYTES} MiB`]);
  }
  const value = parseJson(text);
  if (value === undefined) throw unusable(["it is not JSON"]);
  if (!isObject(value) || typeof value["schema"] !== "number") {
    throw unusable(["it is not a plan file: it has no schema"]);
  }
  if (value["schema"] !== PLAN_SCHEMA) {
    throw unusable([
      `another version of this program made it (schema ${value["schema"]}, not ${PLAN_SCHEMA})`,
    ]);
  }
  const parsed = v.safeParse(planDocument, value, { message: describeIssue });
  if (!parsed.success) {
    throw unusable(parsed.issues.map((issue) => `${v.getDotPath(issue) ?? "the file"}: ${issue.message}`));
  }
  return parsed.output;
}

// Valibot's own messages quote the file, which may have been written by anybody.
function describeIssue({ expected, received }: v.BaseIssue<unknown>): string {
  return received === "undefined" ? "is missing" : `is not ${expected ?? "as it should be"}`;
}

function unusable(problems: readonly string[]): PruneError {
  const left = problems.length - MOST_PROBLEMS;
  const shown = [...problems.slice(0, MOST_PROBLEMS), ...(left > 0 ? [`… and ${left} more`] : [])];
  return new PruneError(
    `the plan file can't be used (${count(problems.length, "problem")}):\n${shown.map((line) => `  ${line}`).join("\n")}`,
    "Nothing was deleted. Make a new plan with a dry run.",
  );
}
