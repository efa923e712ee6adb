import type { Snapshot } from "../image/graph.js";
import type { Manifest } from "../image/manifest.js";
import type { RetentionPolicy } from "./policy.js";
import type { Digest } from "../names/reference.js";

/** The decision about an image that has no tag and that nothing reaches. `changed` is in ISO 8601. */
export type UntaggedVerdict = { readonly digest: Digest; readonly changed: string } &
  /** `olderThan` is in milliseconds; absent where a plan that is carried out has it go. */
  (
    | { readonly kind: "delete"; readonly olderThan?: number }
    | { readonly kind: "keep"; readonly why: WhyUntaggedStays }
  );

/** The reason for which an image without a tag stays: no setting deletes such images; it is not old enough; or it is in use, just pushed, or needed by what is. */
export type WhyUntaggedStays = "no-limit" | "young" | "needed";

/** The manifests that have no tag and that no index contains, without those that an earlier run meant to delete. */
export interface Untagged {
  /** Manifests that nothing reaches, oldest first. */
  readonly roots: readonly Digest[];
  /** Manifests that refer to one that is there, and stay or go with it, as a signature does. */
  readonly followers: readonly Digest[];
}

/** Sorts the manifests that the registry lists without a tag. */
export function sortUntagged(snapshot: Snapshot): Untagged {
  const { untagged = new Map<Digest, number>(), manifests, leftovers } = snapshot;
  if (untagged.size === 0) return { roots: [], followers: [] };
  const inside = new Set([...manifests.values()].flatMap(childrenOf));
  const outside = [...untagged]
    // By digest where they are equally old, so that one repository has one answer whatever the list's order.
    .sort(([one, a], [other, b]) => a - b || (one < other ? -1 : 1))
    .flatMap(([digest]) => {
      const manifest = manifests.get(digest);
      // It was listed, and is gone since.
      if (manifest === undefined || inside.has(digest) || leftovers.has(digest)) return [];
      const subject = subjectIn(manifest);
      return [{ digest, isFollower: subject !== undefined && manifests.has(subject) }];
    });
  return {
    roots: outside.flatMap(({ digest, isFollower }) => (isFollower ? [] : [digest])),
    followers: outside.flatMap(({ digest, isFollower }) => (isFollower ? [digest] : [])),
  };
}

/** True if the policy deletes an image that has no tag and that nothing reaches. */
export function isTooOld(
  digest: Digest,
  { untagged, now }: Pick<Snapshot, "untagged" | "now">,
  { untaggedOlderThan }: Pick<RetentionPolicy, "untaggedOlderThan">,
): boolean {
  const changed = untagged?.get(digest);
  return changed !== undefined && untaggedOlderThan !== undefined && changed < now - untaggedOlderThan;
}

/**
 * Returns the decision about each image that has no tag and that nothing reaches, oldest first.
 * @param doomed every digest that goes
 */
export function untaggedVerdicts(
  snapshot: Snapshot,
  policy: Pick<RetentionPolicy, "untaggedOlderThan">,
  doomed: ReadonlySet<Digest>,
): readonly UntaggedVerdict[] {
  const { untaggedOlderThan: olderThan } = policy;
  return sortUntagged(snapshot).roots.map((digest) => {
    const base = { digest, changed: changedAt(digest, snapshot) };
    if (olderThan === undefined) return { ...base, kind: "keep", why: "no-limit" };
    if (doomed.has(digest)) return { ...base, kind: "delete", olderThan };
    return { ...base, kind: "keep", why: isTooOld(digest, snapshot, policy) ? "needed" : "young" };
  });
}

/** Returns the images that have no tag, that nothing reaches and that a plan which is carried out has go, oldest first. */
export function plannedUntagged(snapshot: Snapshot, doomed: ReadonlySet<Digest>): readonly UntaggedVerdict[] {
  const { roots } = sortUntagged(snapshot);
  return roots.flatMap((digest) =>
    doomed.has(digest) ? [{ kind: "delete", digest, changed: changedAt(digest, snapshot) }] : [],
  );
}

function changedAt(digest: Digest, { untagged }: Pick<Snapshot, "untagged">): string {
  return new Date(untagged?.get(digest) ?? 0).toISOString();
}

/** Returns a pair of subject and referrer for each manifest that was read and refers to another. */
export function referrersAmong(
  manifests: ReadonlyMap<Digest, Manifest>,
): readonly (readonly [subject: Digest, referrer: Digest])[] {
  return [...manifests].flatMap(([digest, manifest]) => {
    const subject = subjectIn(manifest);
    return subject === undefined ? [] : [[subject, digest] as const];
  });
}

function childrenOf(manifest: Manifest): readonly Digest[] {
  return manifest.kind === "index" ? manifest.children : [];
}

function subjectIn(manifest: Manifest): Digest | undefined {
  return manifest.kind === "schema1" ? undefined : manifest.subject;
}
