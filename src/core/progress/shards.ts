/** A repository, and the work that it makes. */
export interface WeighedRepository {
  /** `host/repository`. */
  readonly name: string;
  /** The number of its tags; absent where they could not be listed. */
  readonly tags?: number;
}

/** The repositories of one job. */
export interface Shard {
  /** In the order of their names. */
  readonly repositories: readonly WeighedRepository[];
  /** The sum of their weights. */
  readonly weight: number;
}

/** Returns the weight of a repository: its tags, and one more, for to look at it costs something too. */
export function weightOf({ tags = 0 }: WeighedRepository): number {
  return tags + 1;
}

/**
 * Divides repositories into at most so many shards that weigh about the same: the heaviest first, each to the shard that is the lightest by then. No shard is heavier
 * than the mean by more than one repository. The order in which they are given does not matter, and no shard is empty.
 */
export function shardsOf(repositories: readonly WeighedRepository[], most: number): readonly Shard[] {
  const heaviestFirst = [...repositories].sort((a, b) => weightOf(b) - weightOf(a) || byText(a.name, b.name));
  const shards = Array.from({ length: Math.min(most, repositories.length) }, () => ({
    repositories: [] as WeighedRepository[],
    weight: 0,
  }));
  for (const repository of heaviestFirst) {
    const lightest = shards.reduce((found, shard) => (shard.weight < found.weight ? shard : found));
    lightest.repositories.push(repository);
    lightest.weight += weightOf(repository);
  }
  for (const shard of shards) shard.repositories.sort((a, b) => byText(a.name, b.name));
  return shards;
}

/** Compares by code units, as no locale changes it. */
function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
