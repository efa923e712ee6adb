import { isTicket } from "./name-words.js";
import { type NameReading, OTHER } from "./tag-name.js";
import { hashLength, isCommitHash, isHidden, piecesOf } from "./tokens.js";

/** Reads a label and a number, a hash behind it or not. Of a label with a hash alone only the hash's place is known. */
export function readLabel(tag: string, hidden: ReadonlySet<number> | undefined): NameReading | undefined {
  if (!/^[0-9A-Za-z]+(?:[._-][0-9A-Za-z]+)+$/.test(tag)) return undefined;
  const pieces = tag.split(/[._-]/);
  const place = piecesOf(tag).length - 1;
  const last = pieces.at(-1) ?? "";
  const hasHash = isCommitHash(last) || isHidden(last, place, hidden);
  const counted = hasHash ? pieces.slice(0, -1) : pieces;
  const hashes = hasHash ? [{ place, length: hashLength(last) }] : [];
  const [before, number] = [counted.slice(0, -1), counted.at(-1) ?? ""];
  const label = tag.slice(0, before.join("-").length).toLowerCase();
  if (before.some(isCommitHash)) return undefined;
  if (hasHash && !/^\d+$/.test(number)) return { ...OTHER, channel: counted.join("-").toLowerCase(), hashes };
  if (!isCount(tag, { number, before, hasHash })) return undefined;
  return { name: { kind: "label", channel: label, numbers: [number] }, channel: label, hashes };
}

interface Counted {
  readonly number: string;
  readonly before: readonly string[];
  readonly hasHash: boolean;
}

/** True where a number counts what its label names. Without a hash, a number inside of a label may be anything. PROJ-123 is a ticket, and ranks nothing. */
function isCount(tag: string, { number, before, hasHash }: Counted): boolean {
  if (!/^\d+$/.test(number) || isTicket(`${before.at(-1) ?? ""}-${number}`)) return false;
  if (hasHash) return before.some((piece) => /[A-Za-z]/.test(piece));
  // v1.2 and alpine3.19 are moving tags of two numbers.
  return before.length > 0 && before.every((piece) => /^[A-Za-z]/.test(piece)) && !/\d\.\d+$/.test(tag);
}
