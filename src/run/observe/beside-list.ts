import pMap from "p-map";
import type { TagState } from "../../core/image/graph.js";
import type { Digest, Tag } from "../../core/names/reference.js";
import { whenBoth } from "../apply/concurrently.js";
import { type ReadManifests, type ReadOptions, readTags, stateOf } from "./observe.js";

// With more, a round trip is nothing beside the rest.
const MOST_BESIDE = 1000;
// An answer that is older when the list ends is asked for again.
const FRESH_MS = 2000;

/** The tags that are listed, and what was found of each while the list was read. */
export interface ListedBeside<Found> {
  /** Those that are listed, in the registry's order. */
  readonly listed: readonly Tag[];
  /** By tag. One that was not found there has to be asked for again: it may have been pushed between its answer and the list. */
  readonly found: ReadonlyMap<Tag, Found>;
}

/**
 * Lists the tags, and asks at the same time for those that are expected to be there: over a network that saves a round trip. An answer stands for the time from its
 * question on, as one does that is asked for after the list; that time begins two seconds before the list's end at the earliest.
 * @param ask returns what a tag points at; `undefined` where there is nothing
 * @throws what the list throws, or else `ask`
 */
export async function listAndAsk<Found>(
  { registry, repository, concurrency }: ReadOptions,
  expected: readonly Tag[],
  ask: (tag: Tag) => Promise<Found | undefined>,
): Promise<ListedBeside<Found>> {
  const answers = new Map<Tag, { readonly found: Found; readonly askedAt: number }>();
  const isFew = registry.readsBesideList && expected.length <= MOST_BESIDE;
  const failing = new AbortController();
  let listedAt = Infinity;
  const listing = registry.listTags(repository).then(
    (tags) => {
      listedAt = performance.now();
      return tags;
    },
    (error: unknown) => {
      failing.abort();
      throw error;
    },
  );
  const note = async (tag: Tag): Promise<void> => {
    const askedAt = performance.now();
    const found = await ask(tag);
    if (found !== undefined) answers.set(tag, { found, askedAt });
  };
  const asking = pMap(isFew ? expected : [], note, { concurrency, signal: failing.signal });
  await whenBoth(asking, listing);
  const listed = (await listing) ?? [];
  const since = listedAt - FRESH_MS;
  const fresh = [...answers].filter(([, { askedAt }]) => askedAt >= since);
  return { listed, found: new Map(fresh.map(([tag, { found }]) => [tag, found])) };
}

/**
 * Returns the tags' states as `readTags` does, but asks only for their digests, and reads the manifests that are not in `known.manifests` yet.
 * @param known `resolved` has the digests of those tags that need not be asked for
 */
export async function resolveTags(
  options: ReadOptions,
  tags: readonly Tag[],
  { manifests, resolved }: { readonly manifests: ReadManifests; readonly resolved: ReadonlyMap<Tag, Digest> },
): Promise<readonly TagState[]> {
  const { registry, repository, concurrency } = options;
  const resolve = (tag: Tag): Promise<Digest | undefined> | Digest =>
    resolved.get(tag) ?? registry.resolveTag(repository, tag);
  const digests = await pMap(tags, resolve, { concurrency });
  const isKnown = (digest: Digest | undefined): boolean => digest === undefined || manifests.has(digest);
  const news = await readTags(
    options,
    tags.filter((_, index) => !isKnown(digests[index])),
    manifests,
  );
  const read = new Map(news.map((state) => [state.tag, state]));
  return tags.map((tag, index) => read.get(tag) ?? stateOf(tag, digests[index]));
}
