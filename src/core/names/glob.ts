import { WrongValueError } from "../base/errors.js";
import { compileMatcher } from "./glob-matcher.js";

/** A pattern of names: a glob, which matches a whole name, or a `/regular expression/`, which matches anywhere in it. Case matters. */
export interface Pattern {
  readonly text: string;
  readonly matches: (name: string) => boolean;
}

/**
 * Reads a glob of tags, of `*`, `?`, `[a-z]`, `[^a-z]` and `{a,b}`. Anything that could match something else than it seems to is refused.
 * @throws {PruneError} with what is wrong and how to write it
 */
export function parseTagGlob(text: string): Pattern {
  // A tag begins with a letter, a digit or _ (distribution spec, "Pulling manifests").
  const beginning = /^[.-]/.test(text)
    ? {
        why: `no tag begins with "${text.charAt(0)}", so this would match nothing; a regular expression stands between slashes, such as /${text}/`,
        plain:
          "no tag begins with a dot or a dash, so this would match nothing; a regular expression stands between slashes",
      }
    : undefined;
  return compileGlob(text, beginning ?? globProblem(text, /[^\w.*?[\]{},^-]/u, "a tag"));
}

/** Reads a glob of repositories, with its host or without. @throws {PruneError} with what is wrong and how to write it */
export function parseRepositoryGlob(text: string): Pattern {
  return compileGlob(text, globProblem(text, /[^a-z0-9_./:*?[\]{},^-]/u, "a repository's name"));
}

/** True if a pattern of repositories may include the host: its first part looks like one, or it is a regular expression. */
export function namesHost({ text }: Pattern): boolean {
  return /^\/|^[^/]*[.:][^/]*\//.test(text);
}

/** True if a text has a special character of globs in it. */
export function isGlob(text: string): boolean {
  return /[*?[\]{}]/.test(text);
}

/** True for a pattern that begins with this word, letter by letter: `api-v*`, `{api,web}-*` or `/^api-v/`, and not `*`, `a*` or `/api/`. */
export function beginsLiterally({ text }: Pattern, word: string): boolean {
  if (text.startsWith("/")) return expressionBegins(text, word);
  const choice = /^\{(?<choices>[^{}]*)\}(?<rest>.*)$/su.exec(text)?.groups;
  if (choice === undefined) return text.startsWith(word);
  return (choice["choices"] ?? "")
    .split(",")
    .some((each) => `${each}${choice["rest"] ?? ""}`.startsWith(word));
}

/** A choice, or a sign that makes the word's last letter optional, would leave other beginnings. */
function expressionBegins(text: string, word: string): boolean {
  if (!text.startsWith("/^") || text.includes("|")) return false;
  const literal = text.slice("/^".length).replaceAll(/\\(?=[._-])/g, "");
  return literal.startsWith(word) && !/^[?*{]/.test(literal.slice(word.length));
}

// A name has 255 characters at most (distribution spec); this is room for a choice of many. What is longer could nest too deep to be read.
const LONGEST = 4096;
const LONGEST_SHOWN = 200;
const LEFT_OPEN = "a bracket or brace is left open; close it, for example {alpha,beta}";

/** The words for what is wrong with a pattern; `plain` has no sign of the pattern in it. */
interface WrongPattern {
  readonly why: string;
  readonly plain: string;
}

function compileGlob(text: string, problem: string | WrongPattern | undefined): Pattern {
  if (problem !== undefined) throw wrongPattern(text, problem);
  return { text, matches: compileMatcher(text.replace(/^\.\//, "")) };
}

function globProblem(text: string, strange: RegExp, what: string): string | WrongPattern | undefined {
  if (text === "") return "it is empty; write a pattern, such as *-alpha.*";
  if (text.length > LONGEST) {
    return `it has more than ${LONGEST} characters; write several patterns, one a line`;
  }
  if (text.startsWith("!")) return `a pattern can't begin with "!"; to keep tags, name them in exclude`;
  if (/,/.test(withoutBraces(text))) {
    return "a comma separates only within braces; write one pattern a line, or {a,b}";
  }
  const problem = signProblem(text);
  if (problem !== undefined) return problem;
  const foreign = strange.exec(text)?.[0];
  if (foreign === undefined) return undefined;
  const rest = `can't stand in ${what}, so this would match nothing; patterns are globs of * ? [a-z] {a,b}, or a regular expression between slashes`;
  return { why: `"${foreign}" ${rest}`, plain: `it has a sign that ${rest}` };
}

/** Returns the problem with brackets, braces and signs; `undefined` if there is none. */
function signProblem(text: string): string | undefined {
  if (text.includes("[!")) return "write [^...] for a character that is none of these";
  if (/(?<!\[)\^/.test(text)) {
    return "^ means none of these, and can stand only right after [; a glob always matches the whole name";
  }
  // Elsewhere {a} is those three characters, and {01..10} a range.
  if (isSingle(text) || /\{[^{}]*\.\.[^{}]*\}/.test(text)) {
    return "braces hold a choice with commas, such as {alpha,beta}, and no ranges";
  }
  if (isOpen(text)) return LEFT_OPEN;
  const classes = text.match(/\[\^?[^\]]*\]/g) ?? [];
  if (!classes.every(isClass)) {
    return "a range in brackets goes backwards, or nothing is in them; write [a-z]";
  }
  return undefined;
}

/** True if there are braces, at any depth, without a comma of their own. */
function isSingle(text: string): boolean {
  const inner = /\{[^{}]*\}/.exec(text.replace(/\[[^\]]*\]/g, "x"));
  if (inner === null) return false;
  return !inner[0].includes(",") || isSingle(inner.input.replace(inner[0], "x"));
}

function isOpen(text: string): boolean {
  const unclassed = text.replace(/\[[^\]]*\]/g, "");
  return /[[\]]/.test(unclassed) || /[{}]/.test(withoutBraces(unclassed));
}

function isClass(text: string): boolean {
  try {
    new RegExp(text, "u");
    return !/^\[\^?\]$/.test(text);
  } catch {
    return false;
  }
}

function withoutBraces(text: string): string {
  const shorter = text.replace(/\{[^{}]*\}/g, "");
  return shorter === text ? text : withoutBraces(shorter);
}

/** Makes the error for a wrong pattern; its words say what is wrong and how to write it. */
export function wrongPattern(text: string, words: string | WrongPattern, cause?: unknown): WrongValueError {
  const shown = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
  const { why, plain } = typeof words === "string" ? { why: words, plain: words } : words;
  return new WrongValueError(`"${shown}": ${why}`, "Correct the pattern.", { plain, cause });
}
