import { plainJson } from "../../core/base/plain-text.js";
import type { FileHandle } from "node:fs/promises";
import type { JournalRecord } from "../../core/journal/journal.js";
import { isSchema1 } from "../../core/image/media-type.js";
import type { Digest } from "../../core/names/reference.js";
import { contentDigest } from "../../registry/distribution/content-digest.js";
import type { ManifestBytes } from "../../registry/port/registry.js";

/** Renders a record as one line of JSON, with its line break. */
export function renderRecord(written: JournalRecord): string {
  // Line and paragraph separators too: from Node 24 on readline takes them for the end of a line (nodejs/node#57591).
  return `${plainJson(JSON.stringify(written))}\n`;
}

/** True if bytes hash to their digest. Also true if that can't be computed: for schema 1, and for algorithms that this program does not know. */
export function hashesTo(expected: Digest, { mediaType, body }: ManifestBytes): boolean {
  const [algorithm = ""] = expected.split(":");
  const computed = isSchema1(mediaType) ? undefined : contentDigest(algorithm, body);
  return computed === undefined || computed === expected;
}

/** The longest line of a journal. A manifest is read up to 64 MiB, of which base64 makes a third more. The system makes no text of more than 512 MiB, and throws. */
export const MOST_LINE_BYTES = 128 * 1024 * 1024;
const CHUNK_BYTES = 256 * 1024;

/**
 * Yields the lines of a file from its beginning; `undefined` for one that is too long to be a record.
 * @param most number of bytes of the longest line @param size number of bytes that are read
 */
export async function* linesOf(
  file: Pick<FileHandle, "read">,
  most = MOST_LINE_BYTES,
  size = Infinity,
): AsyncGenerator<string | undefined, void, undefined> {
  let pieces: Buffer[] = [];
  let bytes = 0;
  const take = (piece: Buffer): void => {
    bytes += piece.length;
    if (bytes <= most) pieces.push(piece);
    else pieces = [];
  };
  const line = (): string | undefined => {
    const text = bytes > most ? undefined : Buffer.concat(pieces).toString("utf8");
    pieces = [];
    bytes = 0;
    return text;
  };
  for (let position = 0; ;) {
    const chunk = Buffer.alloc(CHUNK_BYTES);
    const { bytesRead } = await file.read(chunk, 0, Math.min(CHUNK_BYTES, size - position), position);
    if (bytesRead === 0) break;
    position += bytesRead;
    let rest = chunk.subarray(0, bytesRead);
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      take(rest.subarray(0, end));
      yield line();
      rest = rest.subarray(end + 1);
    }
    if (rest.length > 0) take(rest);
  }
  if (bytes > 0) yield line();
}
