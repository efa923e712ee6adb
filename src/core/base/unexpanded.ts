// ${NAME}, ${{ secrets.NAME }}, $(command), $[expression], {{ .Name }}, %NAME%, `command`. What stands in the brackets begins as a name does, or a path.
const WRAPPED =
  /^(?:\$+\{[\s{!#]*[a-z_][^]*\}|\$+\([\s</.~]*[a-z_][^]*\)|\$+\[\s*[a-z_][^]*\]|\{\{[\s.$-]*[a-z_][^]*\}\}|%[a-z_][\w.()]*%|`[a-z_./~][^`]*`)$/i;
// An expression that was cut off at its first space, or quoted in halves.
const BEGUN = /^\$\{\{/;
// $NAME as variables of a CI are written, and $env:NAME of PowerShell.
const NAMED = /^\$+(?:[A-Z_][A-Z0-9_]+|[Ee]nv:\w+)$/;
// $name where it says what it is. Any other word behind a $ may be a password.
const TOLD = /^\$+[a-z_]*(?:pass|pwd|secret|token|user|login|cred|auth)[a-z_]*$/i;
// The user name of every API key of NVIDIA's registry, by its documents.
const NVIDIA = "$oauthtoken";

/** True if a text is, as a whole, a variable or an expression that nothing has filled in. A password that has a `$` in it is none. */
export function isUnexpanded(text: string): boolean {
  const bare = text.trim().replace(/^(["'])(.*)\1$/s, "$2");
  return bare !== NVIDIA && [WRAPPED, BEGUN, NAMED, TOLD].some((form) => form.test(bare));
}

/** The words for such a text: the cause, and the next step. */
export const UNFILLED =
  "a variable that nothing has filled in; single quotes keep a shell from doing so, and some CIs give a variable to protected branches alone: write it where it is filled in";

/** Returns a user name, password or token without the NUL or the line break behind it, which is no part of it. */
export function withoutEnd(secret: string): string {
  return secret.replace(/[\0\r\n]+$/, "");
}
