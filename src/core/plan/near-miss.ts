import { PruneError } from "../base/errors.js";
import { isGlob } from "../names/glob.js";
import type { RepositoryName, Tag } from "../names/reference.js";
import type { RetentionPolicy } from "../policy/policy.js";
import { goes, type Verdict } from "../policy/verdict.js";

/** A name that a setting says never goes. */
interface KeptName {
  readonly setting: string;
  readonly name: string;
}

/**
 * Refuses verdicts by which a tag goes that `exclude` or `protect` names almost: the same name but for a `v` or for capitals, where the name as written is no tag.
 * Whoever wrote it believes that the tag stays.
 * @throws {PruneError} that names both
 */
export function refuseNearMiss(
  verdicts: readonly Verdict[],
  policy: Pick<RetentionPolicy, "exclude" | "rules" | "protect">,
  repository: RepositoryName,
): void {
  const kept = keptNames(policy, repository);
  if (kept.length === 0) return;
  const listed = new Set<string>(verdicts.map(({ tag }) => tag));
  const going = new Map<string, Tag>();
  for (const verdict of verdicts) {
    if (goes(verdict) && verdict.reason.kind !== "half-untagged") {
      going.set(likeness(verdict.tag), verdict.tag);
    }
  }
  for (const { setting, name } of kept) {
    const meant = listed.has(name) ? undefined : going.get(likeness(name));
    if (meant !== undefined) throw nearMiss({ setting, name }, meant);
  }
}

function keptNames(
  { exclude, rules, protect }: Pick<RetentionPolicy, "exclude" | "rules" | "protect">,
  repository: RepositoryName,
): readonly KeptName[] {
  const patterns = [...exclude, ...rules.flatMap((rule) => rule.exclude)].map(({ text }) => text);
  const written = patterns.filter((text) => !isGlob(text) && !text.startsWith("/"));
  const inUse = protect.flatMap((entry) =>
    entry.kind === "tag" && entry.from === "setting" && entry.path.endsWith(`/${repository}`)
      ? [entry.tag]
      : [],
  );
  return [
    ...written.map((name) => ({ setting: "exclude", name })),
    ...inUse.map((name) => ({ setting: "protect", name })),
  ];
}

/** Returns the same text for names that differ in a `v` before a number, or in capitals, alone. */
function likeness(name: string): string {
  return name.toLowerCase().replace(/^v(?=\d)/, "");
}

function nearMiss({ setting, name }: KeptName, meant: Tag): PruneError {
  return new PruneError(
    `${setting} names ${name}, which is no tag here, and ${meant} is one and would go; so nothing is deleted there`,
    `Write ${meant} in ${setting} if it is to stay; if not, take ${name} out.`,
  );
}
