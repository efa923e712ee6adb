/** The way to sign in that a 401 asks for (RFC 9110 §11.6.1; https://distribution.github.io/distribution/spec/auth/token/). */
export type Challenge =
  | { readonly kind: "basic" }
  | { readonly kind: "bearer"; readonly realm: string; readonly service?: string; readonly error?: string };

const LONGEST = 8192;

/** Reads a WWW-Authenticate header; a bearer challenge is preferred. `undefined` where there is none that we can meet. */
export function parseChallenge(header: string): Challenge | undefined {
  if (header.length > LONGEST) return undefined;
  const bearer = /(?:^|,)\s*Bearer\s+(?<parameters>.*)$/i.exec(header)?.groups?.["parameters"];
  if (bearer !== undefined) {
    const parameters = parseParameters(bearer);
    const realm = parameters.get("realm");
    if (realm === undefined) return undefined;
    const service = parameters.get("service");
    const error = parameters.get("error");
    return {
      kind: "bearer",
      realm,
      ...(service === undefined ? {} : { service }),
      ...(error === undefined ? {} : { error }),
    };
  }
  return /(?:^|,)\s*Basic(?:\s|$)/i.test(header) ? { kind: "basic" } : undefined;
}

function parseParameters(text: string): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  for (const match of text.matchAll(/(?<name>[a-z_]+)=(?:"(?<quoted>[^"]*)"|(?<bare>[^\s,"]+))/gi)) {
    const { name = "", quoted, bare = "" } = match.groups ?? {};
    parameters.set(name.toLowerCase(), quoted ?? bare);
  }
  return parameters;
}
