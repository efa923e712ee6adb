import { contents, topologicalOrder } from "../image/graph.js";
import { grouped } from "../base/grouped.js";
import type { JournaledRepository } from "./journal.js";
import type { Manifest } from "../image/manifest.js";
import { type Digest, isDigest, type Tag } from "../names/reference.js";
import { subjectOf } from "../names/version.js";

/** One image that is to be put back. */
export interface RestoreImage {
  readonly digest: Digest;
  readonly tags: readonly Tag[];
  /** True if the result names it by its digest, too. */
  readonly isNamed: boolean;
  /** All that it contains, each part before the one that contains it; the image itself is last. */
  readonly parts: readonly Digest[];
  /** The digests that it refers to, as a signature does. */
  readonly subjects: readonly Digest[];
}

/** The part of a journal about one repository: its deletions, and those of its manifests that can be understood. */
export interface RestoreSource {
  readonly journal: JournaledRepository;
  readonly manifests: ReadonlyMap<Digest, Manifest>;
}

/** True if a journal has something to put back under this tag or digest. */
export function isKnown({ tags, manifests }: JournaledRepository, text: string): boolean {
  const names: readonly ReadonlyMap<string, unknown>[] = [tags, manifests];
  return names.some((known) => known.has(text)) || [...tags.values()].some((digest) => digest === text);
}

/**
 * Returns the images that these tags and digests name (all of the journal if none is given), the signatures and attachments that went with them, and
 * those of these in turn. Each image comes after what it refers to, otherwise in the order of the deletions. A tag comes alone, a digest with its
 * tags. Tags and digests that the journal does not know are ignored.
 */
export function imagesToRestore(source: RestoreSource, wanted: readonly string[]): readonly RestoreImage[] {
  const { manifests } = source;
  const named = new Set(wanted.filter((text) => isDigest(text)));
  const chosen = withReferrers(source, chooseImages(source.journal, new Set(wanted)));
  const inside = new Set([...chosen.keys()].flatMap((root) => [...contents([root], manifests)].slice(1)));
  const images = [...chosen]
    // An image that another one contains comes back with that one.
    .filter(([digest, tags]) => tags.size > 0 || named.has(digest) || !inside.has(digest))
    .map(([digest, tags]) => ({
      ...describeImage(digest, [...tags], manifests),
      isNamed: tags.size === 0 || named.has(digest),
    }));
  const holders = holdersOf(images);
  return topologicalOrder(images, ({ subjects }) =>
    subjects.flatMap((subject) => holders.get(subject) ?? []),
  );
}

/** Maps each part to the images that contain it. */
export function holdersOf(images: readonly RestoreImage[]): ReadonlyMap<Digest, readonly RestoreImage[]> {
  return grouped(images.flatMap((image) => image.parts.map((part) => [part, image] as const)));
}

/** The tags that are to be put back, by the digest of their image. */
type ChosenImages = Map<Digest, Set<Tag>>;

function chooseImages(journal: JournaledRepository, wanted: ReadonlySet<string>): ChosenImages {
  const tagsOf = tagsByDigest(journal);
  const deleted = journal.deletions.flatMap(({ digest }) => (digest === undefined ? [] : [digest]));
  const chosen: ChosenImages = new Map();
  for (const digest of new Set([...deleted, ...journal.tags.values(), ...journal.manifests.keys()])) {
    const tags = tagsOf.get(digest) ?? [];
    const isWhole = wanted.size === 0 || wanted.has(digest);
    const picked = isWhole ? tags : tags.filter((tag) => wanted.has(tag));
    if (isWhole || picked.length > 0) chosen.set(digest, new Set(picked));
  }
  return chosen;
}

function withReferrers({ journal, manifests }: RestoreSource, chosen: ChosenImages): ChosenImages {
  const tagsOf = tagsByDigest(journal);
  const byName = grouped(
    [...journal.tags].flatMap(([tag, digest]) => {
      const subject = subjectOf(tag);
      return subject === undefined ? [] : [[subject, { digest, tags: [tag] }] as const];
    }),
  );
  const bySubject = grouped(
    [...manifests.keys()].flatMap((digest) =>
      subjectsOf(digest, manifests).map(
        (subject) => [subject, { digest, tags: tagsOf.get(digest) ?? [] }] as const,
      ),
    ),
  );
  const all = new Map(chosen);
  const restored = new Set(contents(chosen.keys(), manifests));
  // A loop over a Set also visits what is added meanwhile, so referrers of referrers come too.
  for (const subject of restored) {
    for (const { digest, tags } of [...(byName.get(subject) ?? []), ...(bySubject.get(subject) ?? [])]) {
      all.set(digest, new Set([...(all.get(digest) ?? []), ...tags]));
      contents([digest], manifests).forEach((part) => restored.add(part));
    }
  }
  return all;
}

function describeImage(
  digest: Digest,
  tags: readonly Tag[],
  manifests: RestoreSource["manifests"],
): Omit<RestoreImage, "isNamed"> {
  const parts = topologicalOrder([digest], (part) => {
    const manifest = manifests.get(part);
    return manifest?.kind === "index" ? manifest.children : [];
  });
  const subjects = [
    ...tags.flatMap((tag) => subjectOf(tag) ?? []),
    ...parts.flatMap((part) => subjectsOf(part, manifests)),
  ];
  return { digest, tags, parts, subjects: [...new Set(subjects)] };
}

function subjectsOf(digest: Digest, manifests: RestoreSource["manifests"]): readonly Digest[] {
  const manifest = manifests.get(digest);
  if (manifest === undefined || manifest.kind === "schema1") return [];
  return manifest.subject === undefined ? [] : [manifest.subject];
}

function tagsByDigest({ tags }: JournaledRepository): ReadonlyMap<Digest, readonly Tag[]> {
  return grouped([...tags].map(([tag, digest]) => [digest, tag] as const));
}
