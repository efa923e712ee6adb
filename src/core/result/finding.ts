/**
 * One thing that a check found.
 * - ok: as a prune needs it
 * - warning: a prune works, and something should be known or put right
 * - problem: a prune can't do its work before this is put right
 * - unknown: it could not be found out, or can't be judged
 */
export interface Finding {
  readonly kind: "ok" | "warning" | "problem" | "unknown";
  /** Name of the check, such as `deletes`: stable, for programs to go by. */
  readonly check: string;
  /** One sentence, on one line. */
  readonly message: string;
  /** Advice on how to put it right; lines allowed. */
  readonly fix?: string;
}

/** Makes a finding. A message that quotes other texts is brought onto one line. */
export function finding(
  kind: Finding["kind"],
  check: string,
  { message, fix }: { readonly message: string; readonly fix?: string },
): Finding {
  const line = message.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, " ");
  return { kind, check, message: line, ...(fix === undefined ? {} : { fix }) };
}

/** True if no finding keeps a prune from its work. */
export function isReady(findings: readonly Finding[]): boolean {
  return findings.every(({ kind }) => kind !== "problem");
}
