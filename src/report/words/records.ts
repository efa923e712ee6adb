import type { ByteCount } from "../../core/image/bytes.js";
import type { ImageSizes } from "../../core/result/repository-outcome.js";
import type { Plan } from "../../core/plan/plan.js";
import type { Deletion } from "../../core/plan/deletion.js";
import type { Digest, Tag } from "../../core/names/reference.js";
import type { Verdict } from "../../core/policy/verdict.js";

/** A repository's plan, and what garbage collection could free after it. `repository` is `host/repository`. */
export interface SizedPlan {
  readonly repository: string;
  readonly plan: Plan;
  readonly reclaimable: ByteCount;
  readonly sizes: ImageSizes;
}

/** A verdict as it is printed and saved. `repository` is `host/repository`; a tag that does not resolve has no digest. */
export interface VerdictRecord {
  readonly repository: string;
  readonly tag: Tag;
  readonly digest: Digest | null;
  readonly verdict: Verdict["kind"];
  readonly reason: Verdict["reason"];
  /** What of its image nothing that stays refers to; `null` where the image stays, or its size is not known. */
  readonly bytes: number | null;
}

/** Every verdict of every plan. */
export function verdictRecords(
  plans: readonly (Pick<SizedPlan, "repository" | "plan"> & Partial<SizedPlan>)[],
): readonly VerdictRecord[] {
  return plans.flatMap(({ repository, plan, sizes }) =>
    plan.verdicts.map((verdict) => ({
      repository,
      tag: verdict.tag,
      digest: verdict.digest ?? null,
      verdict: verdict.kind,
      reason: verdict.reason,
      bytes: sizeOf(verdict, sizes)?.bytes ?? null,
    })),
  );
}

/** What of the image of a tag that goes with it nothing that stays refers to. */
export function sizeOf(verdict: Verdict, sizes: ImageSizes | undefined): ByteCount | undefined {
  return verdict.kind === "delete" ? sizes?.get(verdict.digest) : undefined;
}

/** A deletion as it is saved. */
export function deletionRecord(repository: string, deletion: Deletion): Readonly<Record<string, unknown>> {
  if (deletion.kind === "manifest") {
    const { kind, digest, tags, parents, after, orphanOf } = deletion;
    return { repository, kind, digest, tags, parents, after, orphanOf };
  }
  const { kind, tags, digest, by, parents } = deletion;
  return { repository, kind, tag: tags[0], digest: digest ?? null, by, parents };
}

/** What all of them come to. */
export function totalOf(parts: readonly Pick<SizedPlan, "reclaimable">[]): ByteCount {
  return {
    bytes: parts.reduce((sum, { reclaimable }) => sum + reclaimable.bytes, 0),
    isLeast: parts.some(({ reclaimable }) => reclaimable.isLeast),
  };
}
