import type { RepositoryOutcome } from "../../src/core/result/repository-outcome.js";
import type { Plan } from "../../src/core/plan/plan.js";
import type { TagDeletion, ManifestDeletion } from "../../src/core/plan/deletion.js";
import { parseReference } from "../../src/core/names/reference.js";
import type { DeleteReason, KeepReason, Verdict } from "../../src/core/policy/verdict.js";
import type { UntaggedVerdict, WhyUntaggedStays } from "../../src/core/policy/untagged.js";
import { digest, tag } from "../support/snapshots.js";

export const repository = "registry.example.com/team/app";

/** A tag that stays; its image is named like it. */
export function keeps(name: string, reason: KeepReason = newest(1)): Verdict {
  return { kind: "keep", tag: tag(name), digest: digest(name), reason };
}

/** A tag that goes with its image, which is named like it. */
export function deletes(name: string, reason: DeleteReason = beyond(2)): Verdict {
  return { kind: "delete", tag: tag(name), digest: digest(name), reason };
}

/** A tag that goes and leaves its image to another one. */
export function untags(name: string, other: string): Verdict {
  const common = { kind: "untag", tag: tag(name), digest: digest(other), with: tag(other) } as const;
  return { ...common, by: "delete", reason: beyond(2) };
}

const WEEK = 7 * 24 * 3600 * 1000;

/** An image without a tag that goes. */
export function untaggedGoes(name: string, olderThan: number = WEEK): UntaggedVerdict {
  return { kind: "delete", digest: digest(name), changed: "2026-01-02T03:04:05.000Z", olderThan };
}

/** An image without a tag that stays. */
export function untaggedStays(name: string, why: WhyUntaggedStays): UntaggedVerdict {
  return { kind: "keep", digest: digest(name), changed: "2026-01-02T03:04:05.000Z", why };
}

export function newest(rank: number): KeepReason {
  return { kind: "newest", group: "release", rank, keep: 1, by: "semver" };
}

export function beyond(rank: number): DeleteReason {
  return { kind: "beyond-newest", group: "release", rank, of: 2, keep: 1 };
}

/** The deletion of an image and its tags. */
export function manifestDeletion(
  name: string,
  tags: readonly string[] = [name],
  parts: Partial<ManifestDeletion> = {},
): ManifestDeletion {
  const common = { kind: "manifest", digest: digest(name), tags: tags.map(tag) } as const;
  return { ...common, parents: [], after: [], orphanOf: [], ...parts };
}

/** The deletion of a tag alone; without an image it dangles. */
export function tagDeletion(name: string, image?: string): TagDeletion {
  const common = { kind: "tag", parents: [], tags: [tag(name)], by: "delete" } as const;
  return image === undefined ? common : { ...common, digest: digest(image) };
}

/** A plan by which 1.0.0 goes and 1.1.0 stays, but for these parts. */
export function planOf(parts: Partial<Plan> = {}): Plan {
  return {
    repository: parseReference(repository).repository,
    verdicts: [keeps("1.1.0"), deletes("1.0.0")],
    notices: [],
    unread: [],
    untagged: [],
    deletions: [manifestDeletion("1.0.0")],
    missing: [],
    skipped: [],
    ...parts,
  };
}

export type Planned = Extract<RepositoryOutcome, { readonly kind: "planned" }>;
export type Applied = Extract<RepositoryOutcome, { readonly kind: "applied" }>;

const sized = {
  repository,
  reclaimable: { bytes: 3 * 1024 ** 2, isLeast: false },
  sizes: new Map([[digest("1.0.0"), { bytes: 2 * 1024 ** 2, isLeast: true }]]),
};

export function planned(plan: Partial<Plan> = {}, parts: Partial<Planned> = {}): Planned {
  return { kind: "planned", ...sized, plan: planOf(plan), ...parts };
}

/** The plan of `planOf`, carried out. */
export function applied(parts: Partial<Applied> = {}): Applied {
  const deletions = [{ kind: "deleted", deletion: manifestDeletion("1.0.0") }] as const;
  const common = { kind: "applied", ...sized, plan: planOf(), deletions } as const;
  return { ...common, deleted: [tag("1.0.0")], notes: [], harm: [], ...parts };
}
