// ${NAME}, ${{ secrets.NAME }}, $(command), $[expression], {{ .Name }}, %NAME%, !NAME!, `command`.
const WRAPPED =
  /^(?:\$+\{[^]*\}|\$+\([^]*\)|\$+\[[^]*\]|\{\{[^]*\}\}|%[a-z_][\w.()]*%|![a-z_]\w*!|`[^`]+`)$/i;
// $NAME as variables of a CI are written; $env:NAME of PowerShell; $name where it says what it is. Any other word behind a $ may be a password.
const BARE = /^\$+(?:[A-Z_][A-Z0-9_]+|env:\w+|\w*(?:pass|pwd|secret|token|user|login|cred|auth)\w*)$/;
// An expression that was cut off at its first space, or quoted in halves.
const BEGUN = /^\$\{\{/;

/** True if a text is, as a whole, a variable or an expression that nothing has filled in. A password that has a `$` in it is none. */
export function isUnexpanded(text: string): boolean {
  const bare = text.trim().replace(/^(["'])(.*)\1$/s, "$2");
  return WRAPPED.test(bare) || BARE.test(bare) || BEGUN.test(bare);
}

/** Returns a user name, password or token without the NUL or the line break behind it, which is no part of it. */
export function withoutEnd(secret: string): string {
  return secret.replace(/[\0\r\n]+$/, "");
}
