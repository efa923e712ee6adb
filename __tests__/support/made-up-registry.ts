import { type Digest, parseRepository, type Tag } from "../../src/core/names/reference.js";
import type { Deletion, ManifestDeletion } from "../../src/core/plan/deletion.js";
import type { DeletionOutcome } from "../../src/core/plan/outcome.js";
import {
  type ManifestBytes,
  type ReadManifest,
  type Registry,
  RegistryError,
  type RegistryErrorKind,
} from "../../src/registry/port/registry.js";
import type { ApplyProgress } from "../../src/run/apply/apply-batch.js";
import { digest, tag } from "./snapshots.js";

export const { repository: REPOSITORY } = parseRepository("r.test/team/app");

/** An error of a registry, of this kind. */
export function refusal(kind: RegistryErrorKind): RegistryError {
  return new RegistryError(kind, { message: `it says ${kind}`, nextStep: "a step" });
}

/** A deletion of the image of this name with these tags. */
export function imageDeletion(name: string, ...tags: readonly string[]): ManifestDeletion {
  const own = { digest: digest(name), tags: tags.map(tag) };
  return { kind: "manifest", ...own, parents: [], after: [], orphanOf: [] };
}

/** The progress of a run that has not begun. */
export function noProgress(): ApplyProgress {
  return {
    outcomes: new Map<Deletion, DeletionOutcome>(),
    parents: new Map(),
    written: new Set(),
    untagged: new Set(),
    outdated: new Map(),
    unanswered: new Set(),
    moved: new Set(),
    strays: new Map(),
  };
}

/** A registry in memory, and what it was asked for, in order. */
export interface MadeUpRegistry {
  readonly registry: Registry;
  readonly tags: Map<Tag, Digest | undefined>;
  readonly images: Set<Digest>;
  readonly asked: string[];
}

/**
 * A registry in memory, with the tags of these images; `null` for one that is listed and points at nothing. It writes down what it is asked, and answers otherwise
 * where a test says so.
 */
export function madeUpRegistry(
  points: Readonly<Record<string, string | null>>,
  otherwise: Partial<Registry> = {},
): MadeUpRegistry {
  const tags = new Map(
    Object.entries(points).map(([name, at]) => [tag(name), at === null ? undefined : digest(at)]),
  );
  const images = new Set([...tags.values()].flatMap((at) => at ?? []));
  const asked: string[] = [];
  const ask = <T>(line: string, answer: () => T): Promise<T> => {
    asked.push(line);
    return Promise.resolve(answer());
  };
  const isTag = (name: Tag | Digest): name is Tag => !name.startsWith("sha256:");
  const made: Partial<Registry> = {
    listTags: () => ask("list", () => [...tags.keys()]),
    resolveTag: (_, name) => ask(`resolve ${name}`, () => tags.get(name)),
    readManifest: (_, name) =>
      ask(`read ${name}`, () => {
        const at = isTag(name) ? tags.get(name) : name;
        return at !== undefined && images.has(at) ? manifestOf(at) : undefined;
      }),
    deleteTag: (_, name) => ask(`delete ${name}`, () => (tags.delete(name) ? "deleted" : "gone")),
    deleteManifest: (_, at) => ask(`delete ${at}`, () => (images.delete(at) ? "deleted" : "gone")),
    putBack: (_, name, { body }) => ask(`put back ${name}`, () => void tags.set(name, digest(String(body)))),
    untags: () => ask("untags", () => "yes" as const),
    deletionsAtOnce: () => 1,
    ...otherwise,
  };
  return { registry: made as Registry, tags, images, asked };
}

/** A manifest of which the bytes are the name of its image. */
function manifestOf(at: Digest): ReadManifest & ManifestBytes {
  const name = Buffer.from(at.replace("sha256:", ""), "hex").toString().replaceAll("\0", "");
  const manifest = { kind: "image", blobs: [] } as unknown as ReadManifest["manifest"];
  return {
    digest: at,
    manifest,
    mediaType: "application/vnd.oci.image.manifest.v1+json",
    body: Buffer.from(name),
  };
}
