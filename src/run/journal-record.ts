import * as v from "valibot";
import type { JournalRecord } from "../core/journal.js";
import { isSchema1 } from "../core/manifest.js";
import { type Digest, isDigest, isTag } from "../core/reference.js";
import { contentDigest } from "../registry/content-digest.js";
import type { ManifestBytes } from "../registry/registry.js";

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

/** A record as parsed JSON has it; `undefined` where it is none, or a manifest that is not its digest's. */
export function decodeRecord(value: unknown): JournalRecord | undefined {
  const result = v.safeParse(record, value);
  return result.success ? result.output : undefined;
}

/** A record as a line, with its end. */
export function renderRecord(written: JournalRecord): string {
  // Both may stand in JSON, and from Node 24 on readline takes them for the end of a line (nodejs/node#57591).
  const json = JSON.stringify(written).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
  return `${json}\n`;
}

/** Whether bytes are those of their digest, as far as that can be computed: that of schema 1 and of other algorithms can't. */
export function hashesTo(expected: Digest, { mediaType, body }: ManifestBytes): boolean {
  const [algorithm = ""] = expected.split(":");
  const computed = isSchema1(mediaType) ? undefined : contentDigest(algorithm, body);
  return computed === undefined || computed === expected;
}

const START = '{"kind":"run","schema":';

/** Enough of a file to know a journal by. */
export const HEAD_BYTES = 256;

/** Whether a file that begins like this is a journal or empty; `head` may end anywhere. */
export function beginsJournal(head: string): boolean {
  // A run that was killed in its first line leaves a piece of it.
  const line = head.split("\n").find((text) => !START.startsWith(text));
  return line === undefined || line.startsWith(START);
}
