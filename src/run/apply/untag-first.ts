import type { PruneError } from "../../core/base/errors.js";
import { isHollow } from "../../core/image/hollow.js";
import type { Deletion, ManifestDeletion } from "../../core/plan/deletion.js";
import type { Digest, Tag } from "../../core/names/reference.js";
import { subjectOf } from "../../core/names/version.js";
import { forEachConcurrently, whenBoth } from "./concurrently.js";
import type { ApplyProgress } from "./apply-batch.js";
import type { Applying } from "./options.js";
import { type Failures, giveUpAfter } from "./circuit-breaker.js";
import { untagOne, type UntagProgress } from "../sending/untag-one.js";
import { writeDown } from "./deletion-log.js";
import { refuseEmpty } from "./refuse-empty.js";

// Number of images that are written to the journal at once. Each tag is read again just before its deletion, so none relies on an older look.
const BATCH = 500;

/**
 * True if tags are to be deleted before their images. A registry that looks at every tag for each manifest that it deletes takes a time that grows as the square of
 * the number of images; without their tags there are few to look at.
 */
export async function paysToUntag(options: Applying): Promise<boolean> {
  const { registry, repository, plan, snapshot, untag, limits } = options;
  const victims = plan.deletions.filter(standsAlone).length;
  if (untag === "never" || !registry.scansTags || victims < limits.untagFrom) return false;
  return (snapshot.untags ?? (await registry.untags(repository))) === "yes";
}

/** True for an image whose deletion depends on no other: a signature must not lose its tag before its image is gone. */
export function standsAlone(deletion: Deletion): deletion is ManifestDeletion {
  return (
    deletion.kind === "manifest" &&
    deletion.tags.length > 0 &&
    deletion.parents.length === 0 &&
    deletion.orphanOf.length === 0
  );
}

/**
 * Deletes the tags of the images that are still to go, oldest first, each only if it still points at its image in that moment. The images are written to the journal before, and
 * are deleted by their digests afterwards. It takes at most half of the time that is left.
 * @throws {PruneError} an error after which nothing more may be deleted
 */
export async function untagFirst(options: Applying, progress: ApplyProgress): Promise<void> {
  const { plan, stop, endsAt, recorder, say } = options;
  const victims = plan.deletions.filter(
    (deletion): deletion is ManifestDeletion => standsAlone(deletion) && !progress.outcomes.has(deletion),
  );
  const now = performance.now();
  const isOver = (): boolean => stop?.aborted === true || performance.now() >= now + (endsAt - now) / 2;
  const failures: Failures = { inARow: 0 };
  let done = 0;
  const advance = (): void => {
    done += 1;
    const { length: total } = victims;
    say({ kind: "advanced", advance: { what: "untagging", done, total, share: done / total } });
  };
  for (let start = 0; start < victims.length && !isOver(); start += BATCH) {
    const batch = victims.slice(start, start + BATCH);
    const writing = writeDown(recorder, batch, progress.written);
    await whenBoth(refuseEmptyNow(options), writing);
    await untagBatch({ ...options, failures, isOver, advance }, batch, progress);
  }
}

/** Checks that a tag that stays is there, before images lose their tags. @throws {UnsureError} if none is */
async function refuseEmptyNow(options: Applying): Promise<void> {
  const { registry, repository, goes, snapshot } = options;
  const hollow = new Set<Digest>();
  const listed = (await registry.listTags(repository)) ?? [];
  const found = new Map<Tag, Digest | undefined>();
  for (const tag of listed) {
    if (goes.has(tag) || subjectOf(tag) !== undefined) continue;
    const read = await registry.readManifest(repository, tag);
    found.set(tag, read?.digest);
    if (read === undefined) continue;
    // One that can be pulled is enough.
    if (!isHollow(read.digest, snapshot)) break;
    hollow.add(read.digest);
  }
  refuseEmpty(options, { tags: found, hollow });
}

interface Untagging extends Applying {
  readonly failures: Failures;
  readonly isOver: () => boolean;
  readonly advance: () => void;
}

async function untagBatch(
  options: Untagging,
  batch: readonly ManifestDeletion[],
  progress: UntagProgress,
): Promise<void> {
  const { registry, repository, plan, limits, stop, failures, isOver, advance } = options;
  let end: PruneError | undefined;
  const untag = async ({ digest, tags }: ManifestDeletion): Promise<void> => {
    for (const tag of tags) {
      if (isOver() || end !== undefined) return;
      const terms = { until: performance.now() + limits.freshFor, stop };
      const error = await untagOne({ registry, repository, terms }, { tag, at: [digest] }, progress);
      end ??= giveUpAfter(error, failures, plan.repository);
    }
    advance();
  };
  await forEachConcurrently(batch, untag, () => registry.deletionsAtOnce());
  if (end !== undefined) throw end;
}
