/** A way to sign in that a 401 offers (RFC 9110 §11.6.1; https://distribution.github.io/distribution/spec/auth/token/). */
export type Challenge =
  | { readonly kind: "basic" }
  | ({ readonly kind: "bearer" } & BearerParameters)
  /** One that this program has not. */
  | { readonly kind: "other"; readonly scheme: string };

/** The parameters of a bearer challenge. `realm` is an address, relative to the registry's own or whole. */
export interface BearerParameters {
  readonly realm?: string;
  readonly service?: string;
  readonly scope?: string;
  readonly error?: string;
}

const LONGEST = 8192;
const NAMES = ["realm", "service", "scope", "error"] as const satisfies readonly (keyof BearerParameters)[];

/** Reads a WWW-Authenticate header, or several that are joined by commas; none where it is too long to be one. */
export function parseChallenges(header: string): readonly Challenge[] {
  return header.length > LONGEST ? [] : split(header).map(challengeOf);
}

/** True if a challenge can be met by some credentials: a password, or a token that its realm gives, or that was given for this registry. */
export function canBeMet({ kind }: Challenge): boolean {
  return kind !== "other";
}

interface Scheme {
  readonly name: string;
  readonly parameters: Map<string, string>;
}

function challengeOf({ name, parameters }: Scheme): Challenge {
  const kind = name.toLowerCase();
  if (kind === "basic") return { kind };
  if (kind !== "bearer") return { kind: "other", scheme: name };
  const given = NAMES.flatMap((known) => {
    const value = parameters.get(known)?.trim() ?? "";
    return value === "" ? [] : [[known, value] as const];
  });
  return { kind, ...Object.fromEntries(given) };
}

const TOKEN = /[!#$%&'*+.^_`|~\w-]+/y;
// A parameter's value, quoted or not; an address without quotes is no token, and is taken all the same.
const VALUE = /[ \t]*=[ \t]*(?:"(?<quoted>(?:[^"\\]|\\[^])*)"|(?<bare>[^\s,"]*))/y;
// The credentials of a scheme that has no parameters, such as `Negotiate abc==`.
const TOKEN68 = /[ \t]+[\w.~+/-]+=*[ \t]*(?=,|$)/y;
// What belongs to nothing: an empty element, a space, a text in quotes without a name, a character that no name has.
const NOTHING = /[\s,]+|"(?:[^"\\]|\\[^])*(?:"|\\?$)|[^]/y;

/** Splits a header into its challenges. A name with a value behind it is a parameter of the scheme before it; any other name is the next scheme. */
function split(header: string): readonly Scheme[] {
  const schemes: Scheme[] = [];
  let at = 0;
  const next = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(header) ?? undefined;
    at += found?.[0].length ?? 0;
    return found;
  };
  while (at < header.length) {
    const name = next(TOKEN)?.[0];
    if (name === undefined) {
      next(NOTHING);
      continue;
    }
    const value = next(VALUE)?.groups;
    if (value === undefined) {
      schemes.push({ name, parameters: new Map() });
      next(TOKEN68);
      continue;
    }
    const { quoted, bare = "" } = value;
    const { parameters } = schemes.at(-1) ?? {};
    const key = name.toLowerCase();
    if (parameters?.has(key) === false) parameters.set(key, quoted?.replace(/\\([^])/g, "$1") ?? bare);
  }
  return schemes;
}
