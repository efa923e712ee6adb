import { count } from "../core/base/count.js";
import { estimatedDuration } from "../core/base/duration.js";
import { PruneError } from "../core/base/errors.js";
import { type Finding, finding } from "../core/result/finding.js";
import type { Digest, RepositoryName, Tag } from "../core/names/reference.js";
import { findBlobHost, type RepositoryAddress } from "../registry/distribution/probes.js";
import type { ReadManifest, RegistryReader } from "../registry/port/registry.js";
import { findBlockedTag, readOrder } from "./list-order.js";
import type { Product } from "./product.js";
import { attempt, problemOf } from "./trouble.js";
import { wholeReader } from "./whole.js";

const MOST_READ = 50;
const MOST_NAMED = 10;

/** The tags that were read, the result for each (undefined if it does not resolve), and the time for all together in seconds. */
interface Sample {
  readonly tags: readonly Tag[];
  readonly read: readonly (ReadManifest | PruneError | undefined)[];
  readonly seconds: number;
}

/** Reads some tags. The findings name those that do not resolve, the time of a first run, and known faults of this version. */
export async function examineTags(
  registry: RegistryReader,
  site: RepositoryAddress,
  { tags, product }: { readonly tags: readonly Tag[]; readonly product: Product },
): Promise<readonly Finding[]> {
  const { repository } = site;
  const sample = await readSome(registry, repository, tags);
  const dangling = await listedStill(registry, repository, danglingOf(sample));
  return [
    ...describeErrors(sample),
    describeDangling(dangling, { read: sample.tags.length, all: tags.length }),
    describeSpeed(sample, tags.length),
    ...(await describeFaults(site, { tags, product, image: imageOf(sample) })),
  ];
}

async function readSome(
  registry: RegistryReader,
  repository: RepositoryName,
  tags: readonly Tag[],
): Promise<Sample> {
  const some = sampleEvenly(tags, MOST_READ);
  const start = performance.now();
  // The connection limits the number of concurrent requests.
  const readWhole = wholeReader(registry, repository);
  const read = await Promise.all(some.map((tag) => attempt(readWhole(tag))));
  return { tags: some, read, seconds: (performance.now() - start) / 1000 };
}

/** At most `most` of the items, evenly spread over the list. */
export function sampleEvenly<Item>(items: readonly Item[], most: number): readonly Item[] {
  if (items.length <= most) return items;
  const step = items.length / most;
  return items.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

function danglingOf({ tags, read }: Sample): readonly Tag[] {
  return tags.filter((_, index) => read[index] === undefined);
}

/** The tags that are still listed: one that somebody deleted between the listing and the reading does not dangle. */
async function listedStill(
  registry: RegistryReader,
  repository: RepositoryName,
  tags: readonly Tag[],
): Promise<readonly Tag[]> {
  if (tags.length === 0) return tags;
  const now = await attempt(registry.listTags(repository));
  return now instanceof PruneError ? tags : tags.filter((tag) => now?.includes(tag) === true);
}

function describeErrors({ read }: Sample): readonly Finding[] {
  const errors = read.filter((result) => result instanceof PruneError);
  const [first] = errors;
  if (first === undefined) return [];
  const message = `${errors.length} of ${read.length} tags can't be read, and a prune deletes nothing until all of them can: ${first.message}.`;
  return [finding("problem", "manifests", { message, fix: first.nextStep })];
}

/** The finding about tags that are listed and do not resolve. */
export function describeDangling(
  dangling: readonly string[],
  { read, all }: { readonly read: number; readonly all: number },
): Finding {
  const looked = read === all ? count(all, "tag") : `${all} tags, of which ${read} were read`;
  if (dangling.length === 0) {
    return finding("ok", "dangling", { message: `Every tag that was read has its image (${looked}).` });
  }
  const more = dangling.length - MOST_NAMED;
  const names = dangling.slice(0, MOST_NAMED).join(", ") + (more > 0 ? ` and ${more} more` : "");
  return finding("warning", "dangling", {
    message: `These tags are listed, but their images are missing: ${names} (${looked}).`,
    fix: "A full disk that cuts off a push leaves such tags, and so do a delete and, on registry 2.x, garbage-collect --delete-untagged. Push them again, or leave them: they take no space, and a prune does not count them; dangling: delete takes them away.",
  });
}

function describeSpeed({ read, seconds }: Sample, all: number): Finding {
  const isWhole = read.length === all;
  const time = about((seconds / read.length) * all);
  const message =
    `Reading ${all === 1 ? "the one tag" : `all ${all} tags`}, which a run begins with, takes ${time} ` +
    (isWhole ? "(measured now)" : `(an estimate from ${read.length} reads)`) +
    "; checking again and deleting come on top.";
  return finding("ok", "speed", { message });
}

/** A duration, rounded for people: `about 3 minutes`. */
export function about(seconds: number): string {
  return seconds < 1 ? "less than a second" : estimatedDuration(seconds * 1000);
}

function imageOf({ read }: Sample): Digest | undefined {
  for (const found of read) {
    if (found === undefined || found instanceof PruneError) continue;
    if (found.manifest.kind === "image") return found.digest;
    if (found.manifest.kind === "index" && found.manifest.children[0] !== undefined) {
      return found.manifest.children[0];
    }
  }
  return undefined;
}

/** The faults that this version is known to have with such tags, if layers come from object storage or the list's order shows them. */
async function describeFaults(
  site: RepositoryAddress,
  {
    tags,
    product,
    image,
  }: {
    readonly tags: readonly Tag[];
    readonly product: Product;
    readonly image: Digest | undefined;
  },
): Promise<readonly Finding[]> {
  if (product.kind !== "distribution") return [];
  const { host } = site.connection.base;
  const blobHost = image === undefined ? undefined : await attempt(findBlobHost(site, image));
  if (blobHost instanceof PruneError) return [problemOf("storage", blobHost)];
  const isElsewhere = blobHost !== undefined && blobHost !== host;
  const faults = product.major === 3 ? describeHiding(tags, isElsewhere) : describeBlocked(tags, isElsewhere);
  if (!isElsewhere) return faults;
  const message = `Layers are sent from ${blobHost}, an object storage such as S3.`;
  return [finding("ok", "storage", { message }), ...faults];
}

const UPDATE =
  "Update the registry to a release after 3.1.1 that mends it (distribution issue #4891), or use 3.0.0. The hidden tags can still be pulled.";

function describeHiding(tags: readonly Tag[], isElsewhere: boolean): readonly Finding[] {
  const check = "list-order";
  switch (readOrder(tags)) {
    case "whole":
      return [];
    case "may-hide":
      return [
        finding("problem", check, {
          message:
            "The list of tags may be incomplete: its order is that of Distribution 3.1 on S3, and 3.1.0 and 3.1.1 hide every tag there that begins with another (1.0.10 beside 1.0.1).",
          fix: UPDATE,
        }),
      ];
    case "undecided":
      return isElsewhere
        ? [
            finding("warning", check, {
              message:
                "The list of tags may be incomplete: 3.1.0 and 3.1.1 on S3 hide every tag that begins with another (1.0.10 beside 1.0.1), and these tags do not show whether this is such a registry.",
              fix: `Find out which version it is. ${UPDATE}`,
            }),
          ]
        : [];
  }
}

function describeBlocked(tags: readonly Tag[], isElsewhere: boolean): readonly Finding[] {
  const blocked = isElsewhere ? findBlockedTag(tags) : undefined;
  if (blocked === undefined) return [];
  return [
    finding("warning", "sticking", {
      message: `On S3, Distribution 2.8 still lists a deleted tag as long as another tag begins with its name and "-" or ".", such as ${blocked.sibling} for ${blocked.tag}.`,
      fix: "A prune deletes such tags in the order that works, and reports those that stay listed without their images. Distribution 3 has fixed this.",
    }),
  ];
}
