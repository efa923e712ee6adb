import type { JournalRecord } from "../../core/journal/journal.js";
import { isSchema1 } from "../../core/image/media-type.js";
import type { Digest } from "../../core/names/reference.js";
import { contentDigest } from "../../registry/distribution/content-digest.js";
import type { ManifestBytes } from "../../registry/port/registry.js";

/** Renders a record as one line of JSON, with its line break. */
export function renderRecord(written: JournalRecord): string {
  // Both may stand in JSON, and from Node 24 on readline takes them for the end of a line (nodejs/node#57591).
  const json = JSON.stringify(written).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
  return `${json}\n`;
}

/** True if bytes hash to their digest. Also true if that can't be computed: for schema 1, and for algorithms that this program does not know. */
export function hashesTo(expected: Digest, { mediaType, body }: ManifestBytes): boolean {
  const [algorithm = ""] = expected.split(":");
  const computed = isSchema1(mediaType) ? undefined : contentDigest(algorithm, body);
  return computed === undefined || computed === expected;
}
