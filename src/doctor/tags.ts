import { count } from "../core/base/count.js";
import { estimatedDuration } from "../core/base/duration.js";
import { PruneError } from "../core/base/errors.js";
import { type Finding, finding } from "../core/result/finding.js";
import type { Digest, RepositoryName, Tag } from "../core/names/reference.js";
import { findBlobHost, type Site } from "../registry/distribution/probes.js";
import type { ReadManifest, Registry } from "../registry/port/registry.js";
import { findSticking, readOrder } from "./list-order.js";
import type { Product } from "./product.js";
import { attempt, problemOf } from "./trouble.js";

const MOST_READ = 50;
const MOST_NAMED = 10;

/** Tags that were read, and how long all of them took together. */
interface Sample {
  readonly tags: readonly Tag[];
  readonly read: readonly (ReadManifest | PruneError | undefined)[];
  readonly seconds: number;
}

/** Reads some tags and says which do not resolve, what a first run takes, and what is known of this version with such tags. */
export async function examineTags(
  registry: Registry,
  site: Site,
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
  registry: Registry,
  repository: RepositoryName,
  tags: readonly Tag[],
): Promise<Sample> {
  const some = spread(tags, MOST_READ);
  const start = performance.now();
  // The connection bounds how many are asked at once.
  const read = await Promise.all(some.map((tag) => attempt(registry.readManifest(repository, tag))));
  return { tags: some, read, seconds: (performance.now() - start) / 1000 };
}

/** At most `most` of these, from all over the list. */
export function spread<Item>(items: readonly Item[], most: number): readonly Item[] {
  if (items.length <= most) return items;
  const step = items.length / most;
  return items.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

function danglingOf({ tags, read }: Sample): readonly Tag[] {
  return tags.filter((_, index) => read[index] === undefined);
}

/** Tags that somebody deleted between the listing and the reading do not dangle. */
async function listedStill(
  registry: Registry,
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
  const message = `${errors.length} of ${read.length} tags can't be read, and a prune decides nothing while one can't: ${first.message}.`;
  return [finding("problem", "manifests", { message, fix: first.nextStep })];
}

/** Tags that are listed and do not resolve. */
export function describeDangling(
  dangling: readonly string[],
  { read, all }: { readonly read: number; readonly all: number },
): Finding {
  const looked = read === all ? count(all, "tag") : `${all} tags, of which ${read} were read`;
  if (dangling.length === 0) {
    return finding("ok", "dangling", { message: `None is listed whose image is not there (${looked}).` });
  }
  const more = dangling.length - MOST_NAMED;
  const names = dangling.slice(0, MOST_NAMED).join(", ") + (more > 0 ? ` and ${more} more` : "");
  return finding("warning", "dangling", {
    message: `Listed, and their images are not there: ${names} (${looked}).`,
    fix: "A push that a full disk cut off, or a delete, leaves such tags. Push them again, or leave them: they take no place, and a prune does not count them.",
  });
}

function describeSpeed({ read, seconds }: Sample, all: number): Finding {
  const isWhole = read.length === all;
  const time = about((seconds / read.length) * all);
  const message =
    `Reading ${all === 1 ? "the one tag" : `all ${all} tags`}, which a run begins with, takes ${time} ` +
    (isWhole ? "(measured now)" : `(an estimate from ${read.length} reads)`) +
    "; looking again and deleting come on top.";
  return finding("ok", "speed", { message });
}

/** A time for people: `about 3 minutes`. */
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

/** What is known to go wrong with such tags on this version, where layers come from object storage or the order shows it. */
async function describeFaults(
  site: Site,
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
  const faults =
    product.major === 3 ? describeHiding(tags, isElsewhere) : describeSticking(tags, isElsewhere);
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
              fix: `See which version it is. ${UPDATE}`,
            }),
          ]
        : [];
  }
}

function describeSticking(tags: readonly Tag[], isElsewhere: boolean): readonly Finding[] {
  const sticking = isElsewhere ? findSticking(tags) : undefined;
  if (sticking === undefined) return [];
  return [
    finding("warning", "sticking", {
      message: `On S3, Distribution 2.8 goes on listing a deleted tag while another begins with it and goes on with "-" or ".", as ${sticking.sibling} does with ${sticking.tag}.`,
      fix: "A prune deletes such tags in the order that works, and names those that stay listed, without their images. Distribution 3 has this mended.",
    }),
  ];
}
