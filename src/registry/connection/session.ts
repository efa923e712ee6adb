import type { AuthOptions } from "./basic.js";
import { parseChallenges } from "./challenge.js";
import type { HttpResponse, HttpRequest } from "../http/message.js";
import { reachFrom } from "../nearby/reach.js";
import { type OfferedWays, createSigner, type Signed } from "./signer.js";

/** Sends requests to one registry, signed in as it asks. */
export interface Session {
  /**
   * Sends a request, and returns the registry's answer, a 401 that no credentials could cure included.
   * @param scope the rights that a token is to give, such as `repository:team/app:pull,delete`
   * @throws {RegistryError} where no token can be had, or no credentials could be found, and what `Http.send` throws
   */
  send(request: HttpRequest, scope: string): Promise<HttpResponse>;
}

/** Makes a session. It is anonymous until the registry asks, and renews a token that has run out. */
export function createSession(options: AuthOptions): Session {
  const sign = createSigner(options);
  let asked: OfferedWays | undefined;
  return {
    async send(request, scope) {
      const signed = asked === undefined ? undefined : await sign.by(asked, scope);
      const response = await options.http.send(withAuthorization(request, signed));
      const next = asksFor(request, response);
      if (next === undefined) return response;
      if (signed !== undefined && isFinal(next, signed)) return sign.refused(response, signed);
      asked = next;
      if (signed !== undefined) sign.forget(signed);
      const renewed = await sign.by(next, scope);
      if (renewed === undefined) return { ...response, signedIn: { kind: "nobody" } };
      return sign.refused(await options.http.send(withAuthorization(request, renewed)), renewed);
    },
  };
}

/** Returns what a registry asks for; `undefined` where its answer asks for nothing that we know. */
function asksFor(
  request: HttpRequest,
  { status, headers, url, peer }: HttpResponse,
): OfferedWays | undefined {
  // A redirect that led to another host may not name a realm for the registry's credentials.
  if (status !== 401 || url.origin !== request.url.origin) return undefined;
  const offered = parseChallenges(headers["www-authenticate"] ?? "");
  const bearers = offered.flatMap((one) => (one.kind === "bearer" ? [one] : []));
  const isBasic = offered.some(({ kind }) => kind === "basic");
  if (bearers.length === 0 && !isBasic) return undefined;
  return {
    bearers: bearers.flatMap(({ realm, ...more }) => (realm === undefined ? [] : [{ ...more, realm }])),
    isBasic,
    error: bearers.find(({ error }) => error !== undefined)?.error,
    at: url,
    reach: reachFrom(peer),
  };
}

/** True if the same credentials would only be refused again: a password is wrong, or a token allows less than is needed. */
function isFinal({ bearers, error }: OfferedWays, { how }: Signed): boolean {
  return bearers.length === 0 || how.kind !== "token" || error === "insufficient_scope";
}

function withAuthorization(request: HttpRequest, signed: Signed | undefined): HttpRequest {
  return signed === undefined
    ? request
    : { ...request, headers: { ...request.headers, authorization: signed.header } };
}
