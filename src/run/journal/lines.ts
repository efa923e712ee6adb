import type { JournalRecord } from "../../core/journal/journal.js";
import { isSchema1 } from "../../core/image/manifest.js";
import type { Digest } from "../../core/names/reference.js";
import { contentDigest } from "../../registry/distribution/content-digest.js";
import type { ManifestBytes } from "../../registry/port/registry.js";

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
