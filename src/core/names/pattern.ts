import { RE2JS, RE2JSException } from "re2js";
import { parseRepositoryGlob, parseTagGlob, type Pattern, wrongPattern } from "./glob.js";

/**
 * Reads a pattern of tags: a glob of `*`, `?`, `[a-z]`, `[^a-z]` and `{a,b}`, or a regular expression between slashes, in RE2's syntax, which always
 * takes linear time (with an `i` behind it, case does not matter). Anything that could match something else than it seems to is refused, because a
 * pattern that protects tags must not fail to.
 * @throws {PruneError} with what is wrong and how to write it
 */
export function parsePattern(text: string): Pattern {
  return text.startsWith("/") ? parseExpression(text) : parseTagGlob(text);
}

/**
 * Reads a pattern of repositories, as `parsePattern` reads one of tags. In a glob `*` stays within one part of the path, and `**` spans any number of
 * parts.
 * @throws {PruneError} with what is wrong and how to write it
 */
export function parseRepositoryPattern(text: string): Pattern {
  return text.startsWith("/") ? parseExpression(text) : parseRepositoryGlob(text);
}

function parseExpression(text: string): Pattern {
  const { source, flags = "" } = /^\/(?<source>.+)\/(?<flags>[a-z]*)$/su.exec(text)?.groups ?? {};
  if (source === undefined) {
    throw wrongPattern(text, "a regular expression ends with a slash, such as /^v1\\./");
  }
  if (flags !== "" && flags !== "i") {
    const plain = "what stands behind the last slash is not a flag; i is (whatever the case)";
    throw wrongPattern(text, { why: `"${flags}" is not a flag; i is (whatever the case)`, plain });
  }
  if (hasDeadAnchor(source)) {
    throw wrongPattern(
      text,
      "something stands before ^ or behind $, so this would match nothing; write one expression a line, or /^(?:a|b)$/",
    );
  }
  try {
    const expression = RE2JS.compile(source, flags === "i" ? RE2JS.CASE_INSENSITIVE : 0);
    return { text, matches: (name) => expression.matcher(name).find() };
  } catch (cause) {
    if (!(cause instanceof RE2JSException)) throw cause;
    const plain =
      "it is no regular expression of RE2's syntax, which has no look-ahead and no back-reference";
    throw wrongPattern(text, { why: `${plain} (${cause.message})`, plain }, cause);
  }
}

/** True where an expression wants something before the beginning of a name, or behind its end. */
function hasDeadAnchor(source: string): boolean {
  // Escaped signs and classes stand for characters.
  const signs = source.replaceAll(/\\./gsu, "x").replaceAll(/\[\^?\]?[^\]]*\]/gu, "x");
  return /[^(|^:]\^|\$[^)|$]/u.test(signs);
}
