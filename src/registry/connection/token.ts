import { isObject, parseJson, textAt } from "../../core/base/json.js";
import { basicHeader, type AuthOptions } from "./basic.js";
import type { BearerParameters } from "./challenge.js";
import type { Credentials } from "./identity.js";
import type { HttpResponse, HttpRequest } from "../http/message.js";
import type { Reach } from "../nearby/reach.js";
import { RegistryError } from "../port/registry.js";

/** A bearer token. `expires` is in milliseconds since the epoch. */
export interface Token {
  readonly value: string;
  readonly expires: number;
  /** The host that gave it. */
  readonly by: string;
  /** The milliseconds by which that host's clock is ahead of this machine's, where it says its time. */
  readonly ahead?: number;
}

/** A token that a registry asks for. `at` is the address that it asked from, and `reach` where it may lead us. */
export interface WantedToken extends Pick<BearerParameters, "service"> {
  readonly realm: string;
  readonly scope: string;
  readonly at: URL;
  readonly reach: Reach;
}

// The lifetime where the answer does not say one: https://distribution.github.io/distribution/spec/auth/token/#requesting-a-token
const DEFAULT_LIFETIME_S = 60;
const MARGIN = 0.9;
const CLIENT_ID = "prune-image-tags";

/**
 * Gets a token for a scope from the realm that a challenge names: with the user name and password by GET, with an identity
 * token by POST (https://distribution.github.io/distribution/spec/auth/oauth/).
 * @throws {RegistryError} `unsafe-realm` where the realm would get the credentials unencrypted; `unauthorized`; `leads-here` where the realm is at an address
 * of this machine alone, and the registry is not
 */
export async function fetchToken(
  options: AuthOptions,
  wanted: WantedToken,
  credentials: Credentials,
): Promise<Token> {
  const realm = checkedRealm(wanted, options);
  const reach = options.tokenServers.includes(realm.host) ? undefined : wanted.reach;
  const request = tokenRequest(realm, wanted, { credentials, onSecret: options.onSecret });
  const response = await options.http.send({ ...request, reach });
  const token = decodeToken(realm, response, credentials);
  options.onSecret(token.value);
  return token;
}

/** Returns a realm's address, which may be relative to the registry's. */
function checkedRealm({ realm: text, at }: WantedToken, { allowsPlainHttp, realms }: AuthOptions): URL {
  const realm = URL.canParse(text, at.href) ? new URL(text, at) : undefined;
  refuseForeign(realm, realms);
  if (realm?.protocol === "https:") return realm;
  if (realm?.protocol === "http:" && allowsPlainHttp(realm.host)) return realm;
  throw new RegistryError("unsafe-realm", {
    message: `the registry sends us to ${realm?.origin ?? "no valid address"} to sign in, which would see the password unencrypted`,
    nextStep:
      "Give the token server HTTPS (REGISTRY_AUTH_TOKEN_REALM in the registry's configuration)" +
      (realm === undefined ? "." : `, or trust it by naming it: plain-http: ${realm.host}.`),
  });
}

function refuseForeign(realm: URL | undefined, realms: readonly string[] | undefined): void {
  if (realms === undefined || realms.includes(realm?.host ?? "")) return;
  throw new RegistryError("unsafe-realm", {
    message: `the registry sends us to ${realm?.origin ?? "no valid address"} to sign in, and its tokens come from ${realms.join(", ")} alone`,
    nextStep: "Look at what stands in front of it. Nothing was sent there.",
  });
}

function tokenRequest(
  realm: URL,
  { service, scope }: WantedToken,
  { credentials, onSecret }: Pick<AuthOptions, "onSecret"> & { readonly credentials: Credentials },
): HttpRequest {
  const parameters = { ...(service === undefined ? {} : { service }), scope };
  if (credentials.kind === "identity-token") {
    const { token } = credentials;
    onSecret(token);
    const form = { grant_type: "refresh_token", client_id: CLIENT_ID, refresh_token: token, ...parameters };
    return {
      method: "POST",
      url: realm,
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(form).toString(),
    };
  }
  const url = new URL(realm);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  const authorization = basicHeader(credentials, { onSecret });
  return { method: "GET", url, ...(authorization === undefined ? {} : { headers: { authorization } }) };
}

function notSignedIn({ host }: URL, { status }: HttpResponse, kind: Credentials["kind"]): RegistryError {
  return new RegistryError("unauthorized", {
    message: `${host}, which hands out tokens for the registry, refused to sign us in (${status})`,
    nextStep:
      kind === "anonymous"
        ? "Sign in: no credentials for the registry were found. docker login, or username and password here."
        : "Check the user name and password, and that they may pull and delete.",
  });
}

function decodeToken(realm: URL, response: HttpResponse, { kind }: Credentials): Token {
  if ([400, 401, 403].includes(response.status)) {
    throw notSignedIn(realm, response, kind);
  }
  const body = parseJson(response.body.toString("utf8"));
  const value = textAt(body, "token") ?? textAt(body, "access_token");
  if (response.status !== 200 || value === undefined) {
    throw new RegistryError("unexpected-answer", {
      message: `${realm.host}, which hands out tokens for the registry, answered ${response.status} without a token`,
      nextStep: "Check the token server.",
    });
  }
  // Else the registry's own request could not be written down, or would have another header in it.
  if (!/^[\x21-\x7e]+$/.test(value)) {
    throw new RegistryError("unexpected-answer", {
      message: `${realm.host}, which hands out tokens for the registry, gave one that no header can carry`,
      nextStep: "Check the token server.",
    });
  }
  return {
    value,
    expires: Date.now() + lifetimeOf(body) * MARGIN * 1000,
    by: realm.host,
    ...aheadOf(response),
  };
}

function lifetimeOf(body: unknown): number {
  const lifetime = isObject(body) ? body["expires_in"] : undefined;
  return typeof lifetime === "number" && lifetime > 0 ? lifetime : DEFAULT_LIFETIME_S;
}

function aheadOf({ headers }: HttpResponse): Pick<Token, "ahead"> {
  const time = Date.parse(headers.date ?? "");
  return Number.isNaN(time) ? {} : { ahead: time - Date.now() };
}
