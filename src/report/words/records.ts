import type { ByteCount } from "../../core/image/bytes.js";
import type { ImageSizes } from "../../core/result/repository-outcome.js";
import type { Plan } from "../../core/plan/plan.js";
import type { Deletion } from "../../core/plan/deletion.js";
import type { Digest, Tag } from "../../core/names/reference.js";
import type { Verdict } from "../../core/policy/verdict.js";

/** A repository's plan, and the bytes that garbage collection could free after it. `repository` is `host/repository`. */
export interface SizedPlan {
  readonly repository: string;
  readonly plan: Plan;
  readonly reclaimable: ByteCount;
  readonly sizes: ImageSizes;
}

/** A verdict as printed and saved. `repository` is `host/repository`; `digest` is `null` if the tag does not resolve. */
export interface VerdictRecord {
  readonly repository: string;
  readonly tag: Tag;
  readonly digest: Digest | null;
  readonly verdict: Verdict["kind"];
  readonly reason: Verdict["reason"];
  /** The tag under which its image stays, if this tag goes and its image does not; else `null`. */
  readonly with: Tag | null;
  /** The bytes of its image that nothing kept refers to; `null` if the image stays, or if its size is not known. */
  readonly bytes: number | null;
}

/** The records of every verdict of every plan. */
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
      with: withOf(verdict),
      bytes: sizeOf(verdict, sizes)?.bytes ?? null,
    })),
  );
}

/** The tag under which the image of a tag that goes stays; `null` for none. */
export function withOf(verdict: Verdict): Tag | null {
  return (verdict.kind === "untag" ? verdict.with : undefined) ?? null;
}

/** The bytes of a deleted tag's image that nothing kept refers to; `undefined` if the image stays, or if its size is not known. */
export function sizeOf(verdict: Verdict, sizes: ImageSizes | undefined): ByteCount | undefined {
  return verdict.kind === "delete" ? sizes?.get(verdict.digest) : undefined;
}

/** A deletion as saved in a plan file. */
export function deletionRecord(repository: string, deletion: Deletion): Readonly<Record<string, unknown>> {
  if (deletion.kind === "manifest") {
    const { kind, digest, tags, parents, after, orphanOf } = deletion;
    return { repository, kind, digest, tags, parents, after, orphanOf };
  }
  const { kind, tags, digest, by, parents } = deletion;
  return { repository, kind, tag: tags[0], digest: digest ?? null, by, parents };
}

/** The sum of the reclaimable bytes. */
export function totalReclaimable(parts: readonly Pick<SizedPlan, "reclaimable">[]): ByteCount {
  return {
    bytes: parts.reduce((sum, { reclaimable }) => sum + reclaimable.bytes, 0),
    isLeast: parts.some(({ reclaimable }) => reclaimable.isLeast),
  };
}
