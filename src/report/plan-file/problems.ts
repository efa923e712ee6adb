import type { Digest, Tag } from "../../core/names/reference.js";
import type { PlanDocument } from "./schema.js";

type DeletionRecord = PlanDocument["deletions"][number];

/** The contradictions in a plan file with a valid schema, each as its path in the file and a sentence. */
export function planProblems({ verdicts, deletions }: PlanDocument): readonly string[] {
  const judged = new Map<string, boolean>();
  const twice = verdicts.flatMap(({ repository, tag, verdict }, index) => {
    const name = `${repository}:${tag}`;
    const isJudged = judged.has(name);
    judged.set(name, verdict === "keep" || judged.get(name) === true);
    return isJudged ? [`verdicts.${index}.tag: ${name} has a verdict already`] : [];
  });
  const kept = (name: string): boolean => judged.get(name) === true;
  return [...twice, ...tagProblems(deletions, kept), ...orderProblems(deletions)];
}

function tagProblems(
  deletions: readonly DeletionRecord[],
  kept: (name: string) => boolean,
): readonly string[] {
  const deleted = new Set<string>();
  return deletions.flatMap((deletion, index) =>
    tagsOf(deletion).flatMap((tag) => {
      const name = `${deletion.repository}:${tag}`;
      const isAgain = deleted.has(name);
      deleted.add(name);
      const place = `deletions.${index}.${deletion.kind === "tag" ? "tag" : "tags"}`;
      return [
        ...(isAgain ? [`${place}: ${name} is deleted already`] : []),
        ...(kept(name) ? [`${place}: ${name} has the verdict keep`] : []),
      ];
    }),
  );
}

function tagsOf(deletion: DeletionRecord): readonly Tag[] {
  return deletion.kind === "tag" ? [deletion.tag] : deletion.tags;
}

/**
 * Deletions that are listed twice, or that have to wait for one further down, which would be a circle. A digest that is not in the
 * list is no problem: it is gone or was left alone.
 */
function orderProblems(deletions: readonly DeletionRecord[]): readonly string[] {
  const places = new Map<string, number>();
  const again = deletions.flatMap((deletion, index) => {
    if (deletion.kind === "tag") return [];
    const name = `${deletion.repository}@${deletion.digest}`;
    if (places.has(name)) return [`deletions.${index}.digest: ${name} is deleted already`];
    places.set(name, index);
    return [];
  });
  const late = deletions.flatMap((deletion, index) => {
    const isLate = (digest: Digest): boolean =>
      (places.get(`${deletion.repository}@${digest}`) ?? -1) >= index;
    const lists = {
      parents: deletion.parents,
      ...(deletion.kind === "tag" ? {} : { after: deletion.after }),
    };
    return Object.entries(lists).flatMap(([key, digests]) =>
      digests.filter(isLate).map((digest) => `deletions.${index}.${key}: ${digest} does not stand before it`),
    );
  });
  return [...again, ...late];
}
