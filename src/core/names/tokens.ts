import { isArchitecture, isTicket } from "./name-words.js";

/** A part of a name that can be compared: digits, a word in lower case, or `HASH`. */
export type NameToken = string;

/** Stands for a commit hash, which orders nothing: it equals any other hash, and stands below numbers and words. */
export const HASH: NameToken = "";

/** The tokens of a text, the words that make its channel, and the commit hashes in it. */
export interface NameTokens {
  readonly tokens: readonly NameToken[];
  /** Its letters, in lower case, each piece's apart. */
  readonly words: readonly string[];
  /** True where it ends a name as `git describe` does: a count of commits, `-g` and a hash. */
  readonly isDescribed: boolean;
  /** The text as written, without its hashes. */
  readonly rest: string;
  readonly hashes: readonly HashPlace[];
}

/** A commit hash in a name: its place among the pieces, counted from 0, and its length without git's `g`. */
export interface HashPlace {
  readonly place: number;
  readonly length: number;
}

// A piece stands between separators. The name of an architecture and a ticket have a separator in them.
const PIECES =
  /(?:x86[_-]64(?:[_-]?v\d)?|(?:arm(?:32|64)?|amd64)[_-]v\d+[a-z]*|[A-Z][A-Z0-9]+-\d+)(?![0-9A-Za-z])|[0-9A-Za-z]+/gi;

/** The pieces of a text, as written: what stands between its separators. */
export function piecesOf(text: string): readonly string[] {
  const pieces = text.match(PIECES) ?? [];
  if (!pieces.some((piece) => piece.includes("-"))) return pieces;
  return pieces.flatMap((piece) =>
    !piece.includes("-") || isArchitecture(piece) || isTicket(piece) ? [piece] : piece.split("-"),
  );
}

const NOTHING: NameTokens = { tokens: [], words: [], isDescribed: false, rest: "", hashes: [] };

/**
 * Reads the tokens of a text.
 * @param first the place of its first piece in the whole name
 * @param hidden the places of pieces that are a commit hash, although they have digits alone or letters alone
 */
export function tokensOf(text: string, first = 0, hidden?: ReadonlySet<number>): NameTokens {
  if (text === "") return NOTHING;
  const tokens: NameToken[] = [];
  const words: string[] = [];
  const hashes: HashPlace[] = [];
  let [isDescribed, rest] = [false, text];
  piecesOf(text).forEach((piece, index) => {
    const place = index + first;
    const isCounted = endsDescribed(text, piece);
    if (isCounted || isCommitHash(piece) || isHidden(piece, place, hidden)) {
      isDescribed ||= isCounted;
      tokens.push(HASH);
      hashes.push({ place, length: hashLength(piece) });
      rest = rest.replace(new RegExp(`(^|[._-])${piece}(?![0-9A-Za-z])`), "");
      return;
    }
    const [runs, word] = readPiece(piece);
    tokens.push(...runs);
    words.push(...word);
  });
  return { tokens, words, isDescribed, rest: rest.replace(/^[._-]+/, ""), hashes };
}

/**
 * Returns the runs of digits and of letters in a piece, and its letters alone, if it has any; both in lower case. A name of an architecture, or a ticket, is one
 * run.
 */
function readPiece(piece: string): readonly [runs: readonly NameToken[], word: readonly string[]] {
  const folded = piece.toLowerCase();
  if (isOneRun(piece)) return [[folded], isNumber(folded) ? [] : [folded]];
  if (isArchitecture(piece) || isTicket(piece)) return [[folded], [folded]];
  return [folded.match(/\d+|[a-z]+/g) ?? [], [folded.replaceAll(/\d+/g, "")]];
}

/** True for a piece of digits alone, or of letters alone, as most are. */
function isOneRun(piece: string): boolean {
  return /^(?:\d+|[A-Za-z]+)$/.test(piece);
}

/** True where a count of commits stands before a hash, as git describe has it: `-14-g2414721`. */
function endsDescribed(text: string, hash: string): boolean {
  if (hash.length < 8 || !/^g[0-9a-f]{7,40}$/.test(hash)) return false;
  const at = text.indexOf(`-${hash}`);
  return at >= 0 && /(?:^|-)\d+$/.test(text.slice(0, at));
}

/** True for a commit hash by its own look: `g` (git describe's) or not, then 7 to 40 hex digits, with a letter and a digit among them. */
export function isCommitHash(text: string): boolean {
  return text.length >= 7 && /^g?[0-9a-f]{7,40}$/i.test(text) && /[a-z]/i.test(text) && /\d/.test(text);
}

/** The length of a commit hash without git's `g`. */
export function hashLength(hash: string): number {
  return /^g/i.test(hash) ? hash.length - 1 : hash.length;
}

/** True for what is a commit hash only where others are in its place: so many digits alone, or letters alone. */
export function mayBeHash(piece: string): boolean {
  return /^(?:\d{7,40}|[a-f]{7,40})$/i.test(piece);
}

/** True where a piece is a hash because others are in its place. @param hidden those places */
export function isHidden(piece: string, place: number, hidden: ReadonlySet<number> | undefined): boolean {
  return hidden?.has(place) === true && mayBeHash(piece);
}

/** True for a token of digits. */
export function isNumber(token: NameToken): boolean {
  const code = token.charCodeAt(0);
  return code >= 48 && code <= 57; // 0 to 9
}
