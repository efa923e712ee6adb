import type { Tag } from "./reference.js";
import { isCommitHash, mayBeHash } from "./tokens.js";

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
  const isHash = ({ piece, key }: Piece): boolean =>
    isCommitHash(piece) || (mayBeHash(piece) && known.has(key));
  return pieces.length === 0
    ? tag.toLowerCase()
    : pieces.map((each) => `${each.separator}${isHash(each) ? "" : each.piece}`).join("");
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
  return [...folded.matchAll(/([^0-9a-z]*)([0-9a-z]*)/g)].map(([, separator = "", piece = ""]) => {
    const place = `${before}${separator}`;
    before = place + (isCommitHash(piece) || mayBeHash(piece) ? "0" : piece.replaceAll(/\d+/g, "0"));
    return { piece, separator, key: `${place} ${piece.replace(/^g/, "").length}` };
  });
}
