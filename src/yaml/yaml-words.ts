// The library's messages for these have no part of the text in them.
const PLAIN_CODES: ReadonlySet<string> = new Set([
  "ALIAS_PROPS",
  "BAD_ALIAS",
  "BAD_INDENT",
  "BLOCK_AS_IMPLICIT_KEY",
  "BLOCK_IN_FLOW",
  "DUPLICATE_KEY",
  "KEY_OVER_1024_CHARS",
  "MISSING_CHAR",
  "MULTILINE_IMPLICIT_KEY",
  "MULTIPLE_ANCHORS",
  "MULTIPLE_TAGS",
  "NON_STRING_KEY",
  "TAB_AS_INDENT",
]);
const WORDS: Readonly<Record<string, string>> = {
  BAD_DIRECTIVE: "There is a directive (%…) that can't be read here",
  BAD_DQ_ESCAPE: "There is a backslash in double quotes before a sign that it does not go with",
  BAD_SCALAR_START: "A value without quotes can't begin with this sign",
  MULTIPLE_DOCS: "A second document begins here, and there may be one only",
  TAG_RESOLVE_FAILED: "There is a tag (!…) that can't be read here",
};

/** Returns the library's message for an error, or other words where that could repeat a part of the text, which may be any file's. */
export function wordsFor(code: string, message: string): string {
  const words = WORDS[code];
  if (words !== undefined) return words;
  // The library's names for the parts of a text.
  const isPlain = PLAIN_CODES.has(code) || /^Unexpected [a-z-]+ at node end$/.test(message);
  return isPlain ? message : "Something stands here that can't stand here";
}
