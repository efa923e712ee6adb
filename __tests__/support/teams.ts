import { pushImage } from "../../scripts/images.mjs";
import type { RepositoryOutcome } from "../../src/core/result/repository-outcome.js";
import { pulledTags, type Stage } from "./proxied.js";
import type { RecordedRequest } from "./proxy.js";

type Repo = Stage["repo"];

/** A new namespace in a registry, behind a proxy. */
export interface Team extends Stage {
  /** The beginning of references into it, through the proxy: `host/name`. */
  readonly team: string;
  readonly repoOf: (name: string) => Repo;
  /** Pushes three tags into each of these repositories. */
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

/** The outcome's kind for each repository and pattern, or the reason why there was nothing to do. */
export function endsOf(outcomes: readonly RepositoryOutcome[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    outcomes.map((outcome) => [outcome.repository, outcome.kind === "nothing" ? outcome.why : outcome.kind]),
  );
}

/** True for a request for the list of all repositories. */
export function isCatalog({ path }: RecordedRequest): boolean {
  return path.startsWith("/v2/_catalog");
}

/** The number of requests for the list of all repositories. */
export function catalogsAsked({ proxy }: Pick<Stage, "proxy">): number {
  return proxy.requests.filter(isCatalog).length;
}
