// Controls (C0 and C1), formats (bidi, zero-width, tags), line and paragraph separators, halves of surrogate pairs, and what is made to be invisible. Line breaks and
// tabs stay: they are this program's own.
const OBEYED = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const ALL_OBEYED = new RegExp(OBEYED, "gu");
// What the runners of GitHub, Azure and TeamCity read as a command: the first at the beginning of a line, the others anywhere in it.
const COMMAND = /^(\s*):(?=:)|#(?=#(?:\[|vso\[|teamcity\[))/gim;

/**
 * Returns a text in which a terminal or a CI's log finds nothing to obey: each control, direction mark and invisible character is shown by its number (`\u001b`),
 * and what would be a workflow command is broken by a space. Line breaks stay.
 */
export function plainText(text: string): string {
  const shown = OBEYED.test(text) ? text.replace(ALL_OBEYED, escaped) : text;
  return shown.includes("::") || shown.includes("##")
    ? shown.replace(COMMAND, (found) => `${found} `)
    : shown;
}

/** Returns such a text on one line: a line break is shown by its number too. */
export function plainLine(text: string): string {
  return plainText(text.replaceAll("\n", "\\u000a"));
}

/** Returns a JSON text of the same value, in which such characters are escaped as JSON escapes them. */
export function plainJson(json: string): string {
  const shown = json.includes("##") ? json.replace(COMMAND, inJson) : json;
  return OBEYED.test(shown) ? shown.replace(ALL_OBEYED, inJson) : shown;
}

function inJson(characters: string): string {
  const units = Array.from({ length: characters.length }, (_, index) => characters.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}

function escaped(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, "0")}`;
}
