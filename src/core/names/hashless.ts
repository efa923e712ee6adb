import type { Tag } from "./reference.js";
import { hashLength, isCommitHash, mayBeHash } from "./tokens.js";

/**
 * Returns a function that folds a name's capitals and leaves its commit hashes out. It knows the name's neighbours: digits alone, or letters alone, are a hash where
 * others of these have one of the same length in that place.
 */
export function withoutHashes(neighbours: readonly Tag[]): (tag: Tag) => string {
  const known = new Set(
    neighbours.flatMap((tag) =>
      piecesIn(tag).flatMap(({ piece, key }) => (isCommitHash(piece) ? [key] : [])),
    ),
  );
  const names = new Map<Tag, string>();
  return (tag) => {
    const name = names.get(tag) ?? hashless(tag, known);
    names.set(tag, name);
    return name;
  };
}

function hashless(tag: Tag, known: ReadonlySet<string>): string {
  const pieces = piecesIn(tag);
  if (pieces.length === 0) return tag.toLowerCase();
  const isHash = ({ piece, key }: Piece): boolean =>
    isCommitHash(piece) || (mayBeHash(piece) && known.has(key));
  return pieces
    .map((each, index) => {
      if (!isHash(each)) return `${each.separator}${each.piece}`;
      // A hash at the end equals nothing: its separator goes too.
      return index === pieces.length - 1 ? "" : each.separator;
    })
    .join("");
}

interface Piece {
  /** In lower case. */
  readonly piece: string;
  /** All that stands between it and the piece before. */
  readonly separator: string;
  /** Its place, in which others may have a hash: all that stands before it, without numbers and hashes, and its length. */
  readonly key: string;
}

/** The pieces of a name, where one of them may be a commit hash; none else. */
function piecesIn(tag: Tag): readonly Piece[] {
  const folded = tag.toLowerCase();
  if (!/[0-9a-f]{7}/.test(folded)) return [];
  let before = "";
  return [...folded.matchAll(/([^0-9a-z]*)([0-9a-z]+)/g)].map(([, separator = "", piece = ""]) => {
    const place = `${before}${separator}`;
    before = place + (isCommitHash(piece) || mayBeHash(piece) ? "0" : piece.replaceAll(/\d+/g, "0"));
    return { piece, separator, key: `${place} ${hashLength(piece)}` };
  });
}
