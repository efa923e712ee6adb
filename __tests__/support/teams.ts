import { pushImage } from "../../scripts/images.mjs";
import type { RepositoryOutcome } from "../../src/core/result/repository-outcome.js";
import { pulledTags, type Stage } from "./proxied.js";
import type { RecordedRequest } from "./proxy.js";

type Repo = Stage["repo"];

/** A namespace of its own in a registry, behind a proxy. */
export interface Team extends Stage {
  /** Its name as a reference begins with it, through the proxy. */
  readonly team: string;
  readonly repoOf: (name: string) => Repo;
  /** Repositories of these names below it, with three tags each. */
  readonly push: (...names: readonly string[]) => Promise<void>;
  readonly left: (name: string) => Promise<readonly string[]>;
}

/** The tags that are pushed, and the newest of them. */
export const ALL = ["1.0.0", "1.1.0", "1.2.0"];
export const NEWEST = ["1.2.0"];

/** The namespace of a repository. */
export function teamOf(made: Stage): Team {
  const [name = ""] = made.repo.name.split("/");
  const repoOf = (path: string): Repo => ({ ...made.repo, name: `${name}/${path}` });
  return {
    ...made,
    team: `${made.proxy.host}/${name}`,
    repoOf,
    push: async (...names) => {
      for (const path of names) for (const tag of ALL) await pushImage(repoOf(path), [tag]);
    },
    left: (path) => pulledTags(repoOf(path)),
  };
}

/** What became of each repository and pattern: how it ended, or why there was nothing to do. */
export function endsOf(outcomes: readonly RepositoryOutcome[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    outcomes.map((outcome) => [outcome.repository, outcome.kind === "nothing" ? outcome.why : outcome.kind]),
  );
}

/** Requests for the list of all repositories. */
export function isCatalog({ path }: RecordedRequest): boolean {
  return path.startsWith("/v2/_catalog");
}

/** How often the list of all repositories was asked for. */
export function catalogsAsked({ proxy }: Pick<Stage, "proxy">): number {
  return proxy.requests.filter(isCatalog).length;
}
