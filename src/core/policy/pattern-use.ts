import type { Snapshot } from "../image/graph.js";
import type { Pattern } from "../names/glob.js";
import { isMeant, type Policies, type RetentionPolicy, type HostedRepository } from "./policy.js";
import { presenceIn } from "./in-use.js";

/** A pattern, or an image in use, as it was written in a setting or rule. `isUsed` is true if it means something that is there. */
export interface PatternUse {
  readonly setting: string;
  readonly text: string;
  readonly isUsed: boolean;
}

/** Returns every pattern of a policy, and every image that a setting says is in use. One is used if it means a tag or an image of the repository. */
export function patternUses(snapshot: Snapshot, policy: RetentionPolicy): readonly PatternUse[] {
  const { rules, exclude, protect } = policy;
  const usesOf = (setting: string, patterns: readonly Pattern[]): readonly PatternUse[] =>
    patterns.map(({ text, matches }) => ({
      setting,
      text,
      isUsed: snapshot.tags.some(({ tag }) => matches(tag)),
    }));
  const written = protect.filter(({ from }) => from === "setting");
  const isThere = written.length === 0 ? undefined : presenceIn(snapshot);
  return [
    ...usesOf("exclude", exclude),
    ...rules.flatMap(({ name, tags: included, exclude: excluded }) =>
      name === undefined
        ? [...usesOf("include", included), ...usesOf("exclude", excluded)]
        : [...usesOf(`tags of rule ${name}`, included), ...usesOf(`exclude of rule ${name}`, excluded)],
    ),
    ...written.map((entry) => ({
      setting: "protect",
      text: entry.text,
      isUsed: isThere?.(entry) === true,
    })),
  ];
}

/** Returns every pattern of repositories in a policy. One is used if it means this repository. */
export function repositoryUses(place: HostedRepository, { rules }: Policies): readonly PatternUse[] {
  return rules.flatMap(({ name = "", repositories }) =>
    repositories.map((pattern) => ({
      setting: `repositories of rule ${name}`,
      text: pattern.text,
      isUsed: isMeant(place, pattern),
    })),
  );
}
