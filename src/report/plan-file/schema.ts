import * as v from "valibot";
import { type Digest, isDigest, isTag, parseRepository, type Tag } from "../../core/names/reference.js";

const digest = v.custom<Digest>((value) => typeof value === "string" && isDigest(value), "is not a digest");
const tag = v.custom<Tag>((value) => typeof value === "string" && isTag(value), "is not a tag");
const repository = v.custom<string>(isRepository, "is not host/repository");
const digests = v.array(digest);

/** The schema of a plan file: the parts that are read. */
export const planDocument = v.object({
  verdicts: v.array(
    v.object({
      repository,
      tag,
      digest: v.nullable(digest),
      verdict: v.picklist(["keep", "delete", "untag"]),
    }),
  ),
  deletions: v.array(
    v.variant("kind", [
      v.object({
        repository,
        kind: v.literal("manifest"),
        digest,
        tags: v.array(tag),
        parents: digests,
        after: digests,
        orphanOf: digests,
      }),
      v.object({
        repository,
        kind: v.literal("tag"),
        tag,
        digest: v.nullable(digest),
        by: v.picklist(["delete", "overwrite"]),
        parents: digests,
      }),
    ]),
  ),
});

/** A plan file's verdicts and deletions, as parsed. */
export type PlanDocument = v.InferOutput<typeof planDocument>;

/** True if the value is `host/repository`, in the form that this program writes. */
function isRepository(value: unknown): boolean {
  if (typeof value !== "string") return false;
  try {
    parseRepository(value);
    return true;
  } catch {
    return false;
  }
}
