import picomatch from "picomatch";
import { RE2JS, RE2JSException } from "re2js";
import { PruneError } from "./errors.js";

/** A pattern of names: a glob, which matches a whole name, or a `/regular expression/`, which matches anywhere in it. Case matters. */
export interface Pattern {
  readonly text: string;
  readonly matches: (name: string) => boolean;
}

/**
 * Reads a pattern of tags: a glob of `*`, `?`, `[a-z]`, `[^a-z]` and `{a,b}`, or a regular expression between slashes (RE2's syntax, which takes linear time
 * whatever it is; an `i` behind it: whatever the case). What could silently match something else than it seems to is refused: a pattern that protects tags
 * must not fail to.
 * @throws {PruneError} with what is wrong and how to write it
 */
export function parsePattern(text: string): Pattern {
  if (text.startsWith("/")) return parseExpression(text);
  return compileGlob(text, globProblem(text, /[^\w.*?[\]{},^-]/u, "a tag"));
}

/**
 * Reads a pattern of repositories, as `parsePattern` does one of tags. In a glob `*` stays within one part of the path, and `**` spans any number of them.
 * @throws {PruneError} with what is wrong and how to write it
 */
export function parseRepositoryPattern(text: string): Pattern {
  return text.startsWith("/") ? parseExpression(text) : parseRepositoryGlob(text);
}

/** Reads a glob of repositories, with its host or without. @throws {PruneError} with what is wrong and how to write it */
export function parseRepositoryGlob(text: string): Pattern {
  return compileGlob(text, globProblem(text, /[^a-z0-9_./:*?[\]{},^-]/u, "a repository's name"));
}

/** Whether a pattern of repositories can mean their host too: its first part looks like one, or it is a regular expression. */
export function namesHost({ text }: Pattern): boolean {
  return /^\/|^[^/]*[.:][^/]*\//.test(text);
}

/** Whether a text has a glob's signs in it. */
export function isGlob(text: string): boolean {
  return /[*?[\]{}]/.test(text);
}

function parseExpression(text: string): Pattern {
  const { source, flags = "" } = /^\/(?<source>.+)\/(?<flags>[a-z]*)$/su.exec(text)?.groups ?? {};
  if (source === undefined) throw wrong(text, "a regular expression ends with a slash, such as /^v1\\./");
  if (flags !== "" && flags !== "i") throw wrong(text, `"${flags}" is not a flag; i is (whatever the case)`);
  try {
    const expression = RE2JS.compile(source, flags === "i" ? RE2JS.CASE_INSENSITIVE : 0);
    return { text, matches: (name) => expression.matcher(name).find() };
  } catch (cause) {
    if (!(cause instanceof RE2JSException)) throw cause;
    const why = `it is no regular expression of RE2's syntax, which has no look-ahead and no back-reference (${cause.message})`;
    throw wrong(text, why, cause);
  }
}

const LEFT_OPEN = "a bracket or brace is left open; close it, for example {alpha,beta}";

function compileGlob(text: string, problem: string | undefined): Pattern {
  if (problem !== undefined) throw wrong(text, problem);
  // picomatch has team/** match team itself, which is not below it.
  const glob = text.replace(/\/\*\*$/, "/**/*");
  try {
    const matches = picomatch(glob, { strictBrackets: true });
    return { text, matches: (name) => matches(name) };
  } catch (cause) {
    throw wrong(text, LEFT_OPEN, cause);
  }
}

function globProblem(text: string, strange: RegExp, what: string): string | undefined {
  if (text === "") return "it is empty; write a pattern, such as *-alpha.*";
  if (text.startsWith("!")) return `a pattern can't begin with "!"; to keep tags, name them in exclude`;
  if (/,/.test(withoutBraces(text))) {
    return "a comma separates only within braces; write one pattern a line, or {a,b}";
  }
  if (text.includes("[!")) return "write [^...] for a character that is none of these";
  if (/(?<!\[)\^/.test(text)) {
    return "^ means none of these, and stands behind [ alone; a glob is for the whole name";
  }
  // picomatch takes {a} for those three characters and {01..10} for a class of digits.
  if (/\{[^,{}]*\}|\{[^{}]*\.\.[^{}]*\}/.test(text)) {
    return "braces hold a choice with commas, such as {alpha,beta}, and no ranges";
  }
  if (isOpen(text)) return LEFT_OPEN;
  // picomatch takes a class that is none for one that matches nothing.
  const classes = text.match(/\[\^?[^\]]*\]/g) ?? [];
  if (!classes.every(isClass)) {
    return "a range in brackets goes backwards, or nothing is in them; write [a-z]";
  }
  const foreign = strange.exec(text)?.[0];
  if (foreign === undefined) return undefined;
  return `"${foreign}" can't stand in ${what}, so this would match nothing; patterns are globs of * ? [a-z] {a,b}, or a regular expression between slashes`;
}

function isOpen(text: string): boolean {
  const outside = withoutBraces(text.replace(/\[[^\]]*\]/g, ""));
  return /[[\]{}]/.test(outside);
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

function wrong(text: string, why: string, cause?: unknown): PruneError {
  return new PruneError(`"${text}": ${why}`, "Correct the pattern.", { cause });
}
