import { basicHeader, type AuthOptions } from "./basic.js";
import { type Challenge, parseChallenge } from "./challenge.js";
import type { HttpResponse, HttpRequest } from "../http/message.js";
import { type Reach, reachFrom } from "../nearby/reach.js";
import { fetchToken, type Token } from "./token.js";

/** Sends requests to one registry, signed in as it asks. */
export interface Session {
  /**
   * Sends a request, and returns the registry's answer, a 401 that no credentials could cure included.
   * @param scope the rights that a token is to give, such as `repository:team/app:pull,delete`
   * @throws {RegistryError} where no token can be had, and what `Http.send` throws
   */
  send(request: HttpRequest, scope: string): Promise<HttpResponse>;
}

/** Makes a session. It is anonymous until the registry asks, and renews a token that has run out. */
export function createSession(options: AuthOptions): Session {
  const tokens = new Map<string, Promise<Token>>();
  let challenge: PlacedChallenge | undefined;

  const authorization = async (scope: string): Promise<string | undefined> => {
    if (challenge === undefined) return undefined;
    if (challenge.kind === "basic") return basicHeader(options);
    const known = await tokens.get(scope);
    if (known !== undefined && known.expires > Date.now()) return bearerHeader(known);
    const token = fetchToken(options, challenge, scope);
    tokens.set(scope, token);
    // Whoever waits for it sees the failure; the next request asks anew.
    token.catch(() => tokens.delete(scope));
    return bearerHeader(await token);
  };

  return {
    async send(request, scope) {
      const header = await authorization(scope);
      const response = await options.http.send(withAuthorization(request, header));
      if (response.status !== 401) return response;
      // A redirect led to another host, which may not name a realm for the registry's credentials.
      if (response.url.origin !== request.url.origin) return response;
      const asked = parseChallenge(response.headers["www-authenticate"] ?? "");
      if (asked === undefined || (header !== undefined && isFinal(asked))) return response;
      challenge = { ...asked, reach: reachFrom(response.peer) };
      const used = await tokens.get(scope);
      if (used !== undefined && bearerHeader(used) === header) tokens.delete(scope);
      const renewed = await authorization(scope);
      if (renewed === undefined) return response;
      return options.http.send(withAuthorization(request, renewed));
    },
  };
}

/** A challenge, and where the server that sent it may lead us. */
type PlacedChallenge = Challenge & { readonly reach: Reach };

/** True if the same credentials would only be refused again: a password is wrong, or a token allows less than is needed. */
function isFinal(challenge: Challenge): boolean {
  return challenge.kind === "basic" || challenge.error === "insufficient_scope";
}

function withAuthorization(request: HttpRequest, header: string | undefined): HttpRequest {
  return header === undefined
    ? request
    : { ...request, headers: { ...request.headers, authorization: header } };
}

function bearerHeader(token: Token): string {
  return `Bearer ${token.value}`;
}
