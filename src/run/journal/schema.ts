import * as v from "valibot";
import type { JournalRecord } from "../../core/journal/journal.js";
import { isDigest, isTag } from "../../core/names/reference.js";
import { hashesTo } from "./lines.js";

const digest = v.pipe(v.string(), v.guard(isDigest));
const tag = v.pipe(v.string(), v.guard(isTag));

const deletion = v.variant("kind", [
  v.object({
    kind: v.literal("manifest"),
    digest,
    tags: v.array(tag),
    parents: v.array(digest),
    after: v.array(digest),
    orphanOf: v.array(digest),
  }),
  v.object({
    kind: v.literal("tag"),
    tags: v.tuple([tag]),
    digest: v.exactOptional(digest),
    by: v.picklist(["delete", "overwrite"]),
    parents: v.array(digest),
  }),
]);

const manifest = v.pipe(
  v.object({
    kind: v.literal("manifest"),
    repository: v.string(),
    digest,
    mediaType: v.string(),
    body: v.string(),
  }),
  v.check(({ digest: named, mediaType, body }) => {
    const bytes = Buffer.from(body, "base64");
    return bytes.toString("base64") === body && hashesTo(named, { mediaType, body: bytes });
  }),
);

const record: v.GenericSchema<unknown, JournalRecord> = v.variant("kind", [
  v.object({ kind: v.literal("run"), schema: v.number(), tool: v.string(), created: v.string() }),
  manifest,
  v.object({ kind: v.literal("deletion"), repository: v.string(), deletion }),
  v.object({
    kind: v.literal("outcome"),
    repository: v.string(),
    of: v.union([digest, tag]),
    outcome: v.picklist(["deleted", "gone", "failed", "spared"]),
  }),
  v.object({ kind: v.literal("lost"), repository: v.string(), tag, digest }),
  v.object({ kind: v.literal("end"), left: v.number() }),
]);

/** Validates parsed JSON as a record; `undefined` if it is none, or if a manifest's bytes don't hash to its digest. */
export function decodeRecord(value: unknown): JournalRecord | undefined {
  const result = v.safeParse(record, value);
  return result.success ? result.output : undefined;
}
