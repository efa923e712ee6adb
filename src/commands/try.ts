import type { ByteCount } from "../core/image/bytes.js";
import { BadInputError, type Problem } from "../core/base/errors.js";
import type { Snapshot } from "../core/image/graph.js";
import type { Manifest } from "../core/image/manifest.js";
import { patternUses } from "../core/policy/pattern-use.js";
import { plan, refusalOf } from "../core/plan/make-plan.js";
import { policyFor } from "../core/policy/policy.js";
import { readDate } from "../core/image/date.js";
import { type Digest, isTag, parseReference, type Tag } from "../core/names/reference.js";
import { subjectOf } from "../core/names/version.js";
import { contentDigest } from "../registry/distribution/content-digest.js";
import type { Trial } from "../report/verbs/trial.js";
import type { TrySettings } from "../settings/read/try.js";
import { parseSize } from "../settings/table/values.js";
import { bytesOf } from "./deletion/repository-plan.js";

/**
 * Runs a policy over a list of names, with no registry at all. Each name stands for an image of its own.
 * @param list a name a line; behind it, where the policy looks at that, the image's date (ISO 8601) and its size, in any order; `#` begins a comment
 * @param now in milliseconds since 1970
 * @throws {BadInputError} with every line that is something else
 */
export function tryPolicy({ images, policies }: TrySettings, list: string, now: number): Trial {
  const entries = readList(list);
  const { host, repository } = images[0] ?? parseReference("registry.example.com/team/app");
  const policy = policyFor({ host, repository }, policies);
  const pushed = new Set(images.flatMap(({ tag }) => tag ?? []));
  const snapshot: Snapshot = { ...snapshotOf(entries), repository, now, namedTags: pushed };
  // A plan that leaves nothing is refused whole, and has reasons all the same.
  const decided = plan(snapshot, { ...policy, allowEmpty: true });
  const refused = refusalOf(decided.verdicts, policy, snapshot);
  const { reclaimable, sizes } = bytesOf(decided, snapshot);
  return {
    repository: `${host}/${repository}`,
    plan: decided,
    patterns: patternUses(snapshot, policy),
    reclaimable,
    // The list says no size of the others.
    sizes: { get: (image) => whole(sizes.get(image)) },
    ...(refused === undefined ? {} : { refused }),
  };
}

function whole(size: ByteCount | undefined): ByteCount | undefined {
  return size?.isLeast === true ? undefined : size;
}

interface ListedName {
  readonly tag: Tag;
  readonly created?: number;
  readonly bytes?: number;
}

function readList(list: string): readonly ListedName[] {
  const problems: Problem[] = [];
  const entries = new Map<Tag, ListedName>();
  list.split(/\r?\n/).forEach((line, index) => {
    const [name = "", ...details] = line.replace(/#.*$/, "").trim().split(/\s+/);
    if (name === "") return;
    const problem = (message: string): void => {
      problems.push({ setting: `line ${index + 1}`, message });
    };
    if (!isTag(name)) problem(`"${name}" is not a tag; write one name a line, as the registry lists them`);
    else entries.set(name, { tag: name, ...readDetails(details, problem) });
  });
  if (entries.size === 0 && problems.length === 0) {
    problems.push({ setting: "standard input", message: "it is empty; write the tags to it, one a line" });
  }
  if (problems.length > 0) throw new BadInputError(problems);
  return [...entries.values()];
}

function readDetails(words: readonly string[], problem: (message: string) => void): Omit<ListedName, "tag"> {
  let details: Omit<ListedName, "tag"> = {};
  for (const word of words) {
    const bytes = sizeOf(word);
    if (/^\d{4}-\d{2}-\d{2}/.test(word)) details = { ...details, ...dateOf(word) };
    else if (bytes !== undefined) details = { ...details, bytes };
    else problem(`"${word}" is neither a date, such as 2026-03-01, nor a size, such as 120MB`);
  }
  return details;
}

/** A date, with its time or without; nothing where it can't be an image's. */
function dateOf(word: string): Pick<ListedName, "created"> {
  const isWhole = /(?:Z|[+-]\d{2}:\d{2})$/.test(word.slice("2026-03-01".length));
  const created = readDate(isWhole ? word : `${word}${word.includes("T") ? "" : "T00:00:00"}Z`);
  return created === undefined ? {} : { created };
}

function sizeOf(word: string): number | undefined {
  try {
    return parseSize(word);
  } catch {
    return undefined;
  }
}

function snapshotOf(entries: readonly ListedName[]): Omit<Snapshot, "repository" | "now" | "namedTags"> {
  const images = entries.map((entry) => ({ ...entry, digest: digestOf(entry.tag) }));
  return {
    tags: images.map(({ tag, digest }) => ({ tag, digest })),
    manifests: new Map(images.map((image) => [image.digest, manifestOf(image)])),
    // A list of names does not say which image a signature is for.
    missing: new Set(images.flatMap(({ tag }) => subjectOf(tag) ?? [])),
    namedDigests: new Set(),
    leftovers: new Set(),
    referrers: new Map(),
    dates: new Map(),
    // Here the user is the registry.
    sizes: new Map(images.map(({ tag, bytes }) => [layerOf(tag), bytes])),
  };
}

function manifestOf({ tag, created, bytes }: ListedName): Manifest {
  return {
    kind: "image",
    ...(bytes === undefined ? {} : { blobs: [{ digest: layerOf(tag), bytes }], bytes: 0 }),
    ...(created === undefined ? {} : { created }),
  };
}

function layerOf(tag: string): Digest {
  return digestOf(`layer of ${tag}`);
}

/** Makes a digest that stands for something of this name. */
function digestOf(name: string): Digest {
  const digest = contentDigest("sha256", Buffer.from(name));
  if (digest === undefined) throw new Error("SHA-256 is registered");
  return digest;
}
