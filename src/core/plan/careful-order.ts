import { topologicalOrder } from "../image/graph.js";
import type { Digest, Tag } from "../names/reference.js";
import type { Deletion, ManifestDeletion } from "./deletion.js";
import { longerNamesIn, reachOf } from "./longer-names.js";

/** Two images that go, of which a tag of the first begins a tag of the second: what becomes of that tag shows if the registry takes longer names along. */
export interface PrefixTrial {
  readonly first: ManifestDeletion;
  readonly second: ManifestDeletion;
  /** The tag of the second. */
  readonly tag: Tag;
}

/** The deletions of a plan for a registry that may delete every tag whose name begins with that of a deleted one. */
export interface CarefulOrder {
  /** All of them: longer names first, what could reach a tag that stays last. */
  readonly deletions: readonly Deletion[];
  /** The pair to learn from, which are next to each other in the list; absent if there is none, or nothing to learn. */
  readonly trial?: PrefixTrial;
}

/**
 * Orders deletions so that an image goes before the deletion that could take its tag along, unless it belongs to that one. Those that could reach a tag which
 * stays come last, because they wait for what the trial shows.
 */
export function orderWithCare(deletions: readonly Deletion[], listed: Iterable<Tag>): CarefulOrder {
  const going = new Map(deletions.flatMap((each) => each.tags.map((tag) => [tag, each] as const)));
  const longerNames = longerNamesIn(listed);
  const reach = new Map(deletions.map((each) => [each, reachOf(each, longerNames)]));
  const reached = (deletion: Deletion): readonly Tag[] => reach.get(deletion) ?? [];
  const isRisky = (deletion: Deletion): boolean => reached(deletion).some((tag) => !going.has(tag));
  const byDigest = new Map(
    deletions.flatMap((each) => (each.kind === "manifest" ? [[each.digest, each] as const] : [])),
  );
  const longer = (deletion: Deletion): readonly Deletion[] =>
    reached(deletion).flatMap((tag) => going.get(tag) ?? []);
  const parents = ({ parents: digests }: Deletion): readonly Deletion[] =>
    digests.flatMap((digest) => byDigest.get(digest) ?? []);
  const harmless = deletions.filter((each) => !isRisky(each));
  const risky = deletions.filter(isRisky);
  // The last sort wins: what belongs to an image goes after it, whatever its name.
  const ordered = topologicalOrder(topologicalOrder([...harmless, ...risky], longer), parents);
  if (risky.length === 0) return { deletions: ordered };
  const trial = trialAmong(harmless, { going, reached, members: membersIn(deletions) });
  if (trial === undefined) return { deletions: ordered };
  const { first, second } = trial;
  const others = ordered.filter((each) => each !== second);
  return { deletions: others.flatMap((each) => (each === first ? [first, second] : [each])), trial };
}

function membersIn(deletions: readonly Deletion[]): ReadonlySet<Digest> {
  return new Set(deletions.flatMap(({ parents }) => parents));
}

interface TrialInput {
  readonly going: ReadonlyMap<string, Deletion>;
  readonly reached: (deletion: Deletion) => readonly Tag[];
  /** The images that others belong to. */
  readonly members: ReadonlySet<Digest>;
}

function trialAmong(harmless: readonly Deletion[], input: TrialInput): PrefixTrial | undefined {
  const candidates = new Set(harmless.filter((each) => standsAlone(each, input.members)));
  for (const second of candidates) {
    if (second.kind !== "manifest") continue;
    for (const tag of second.tags) {
      const first = nextShorter(tag, second, input.going);
      if (first?.kind === "manifest" && candidates.has(first) && isAlone({ first, second, tag }, input)) {
        return { first, second, tag };
      }
    }
  }
  return undefined;
}

/** True for an image that belongs to none, and that none belongs to: in a trial it can go at any time. */
function standsAlone(deletion: Deletion, members: ReadonlySet<Digest>): boolean {
  return deletion.kind === "manifest" && deletion.parents.length === 0 && !members.has(deletion.digest);
}

/** Finds the deletion of the longest name that begins a tag's; none if `-` or `.` follows there, beside which later versions on S3 leave the shorter tag listed. */
function nextShorter(tag: Tag, own: Deletion, going: ReadonlyMap<string, Deletion>): Deletion | undefined {
  const shorter = startersOf(tag, going).findLast((each) => each !== own);
  const hasSeparator = shorter?.tags.some((name) => tag.startsWith(`${name}-`) || tag.startsWith(`${name}.`));
  return hasSeparator === false ? shorter : undefined;
}

/** True if the first is the only one that could take a tag of the second along before the second's turn, and what else it reaches goes before it. */
function isAlone({ first, second }: PrefixTrial, { going, reached }: TrialInput): boolean {
  const others = second.tags.flatMap((tag) => startersOf(tag, going)).filter((each) => each !== first);
  const areLater = others.every(
    (each) => each === second || reached(each).some((tag) => first.tags.includes(tag)),
  );
  return areLater && reached(first).every((tag) => going.get(tag)?.parents.length === 0);
}

/** Returns the deletions of all names that begin a tag's and are shorter, shortest first. */
function startersOf(tag: Tag, going: ReadonlyMap<string, Deletion>): readonly Deletion[] {
  return Array.from({ length: tag.length }, (_, end) => going.get(tag.slice(0, end)) ?? []).flat();
}
