import { basicHeader, type AuthOptions } from "./basic.js";
import type { BearerParameters } from "./challenge.js";
import type { Identity } from "./identity.js";
import type { HttpResponse, SignIn } from "../http/message.js";
import type { Reach } from "../nearby/reach.js";
import { RegistryError } from "../port/registry.js";
import { createTokens, type Tokens } from "./tokens.js";

/** The ways to sign in that a registry offered at once, and where the server that did so is and may lead us. */
export interface OfferedWays {
  readonly bearers: readonly Bearer[];
  readonly isBasic: boolean;
  readonly error?: string | undefined;
  readonly at: URL;
  readonly reach: Reach;
}

/** A bearer challenge that says where a token can be had. */
type Bearer = BearerParameters & { readonly realm: string };

/** A header to sign in by. */
export interface Signed {
  readonly header: string;
  readonly how: SignIn;
  /** The reason why it is nobody's. */
  readonly trouble?: Identity["trouble"];
}

/** The memory of how to sign in at one registry. */
export interface Signer {
  /** Returns the header for the first way that can be met: a token before a password. `undefined` where there are no credentials for any. */
  by(asked: OfferedWays, scope: string): Promise<Signed | undefined>;
  /** Forgets a token that the registry does not take. */
  forget(signed: Signed): void;
  /** Returns an answer with how it was signed in, where it is a refusal. @throws {RegistryError} where credentials are missing that could not be found */
  refused(response: HttpResponse, signed: Signed): HttpResponse;
}

/** Makes such a memory. */
export function createSigner(options: AuthOptions): Signer {
  const tokens = createTokens(options);
  const unmet = new Set<string>();
  return {
    async by(asked, scope) {
      const identity = await options.identify(repositoryOf(scope));
      const { credentials, trouble } = identity;
      if (credentials.kind === "registry-token") return byOwnToken(credentials, options);
      const basic = asked.isBasic ? basicHeader(credentials, options) : undefined;
      // A realm that could not be asked is not asked for every repository again where a password does.
      const bearers = asked.bearers.filter(({ realm }) => basic === undefined || !unmet.has(realm));
      const found = await byToken(tokens, { asked, bearers, scope, identity });
      if (!(found instanceof RegistryError) && found !== undefined) return found;
      for (const { realm } of bearers) unmet.add(realm);
      if (basic !== undefined) return { header: basic, how: { kind: "password" } };
      if (found !== undefined) throw found;
      if (trouble !== undefined) throw noCredentials(trouble);
      return undefined;
    },
    forget({ header }) {
      tokens.forget(header);
    },
    refused(response, { how, trouble }) {
      if (response.status !== 401 && response.status !== 403) return response;
      if (trouble !== undefined) throw noCredentials(trouble);
      return { ...response, signedIn: how };
    },
  };
}

function byOwnToken({ token }: { readonly token: string }, { onSecret }: AuthOptions): Signed {
  onSecret(token);
  return { header: `Bearer ${token}`, how: { kind: "registry-token" } };
}

interface TokenOrder {
  readonly asked: OfferedWays;
  readonly bearers: readonly Bearer[];
  readonly scope: string;
  readonly identity: Identity;
}

/** Signs in by the first token that can be had; an error where none can, `undefined` where none is asked for. @throws {RegistryError} where a token server does not let us in */
async function byToken(
  tokens: Tokens,
  { asked, bearers, scope, identity: { credentials, trouble } }: TokenOrder,
): Promise<Signed | RegistryError | undefined> {
  let failure: RegistryError | undefined;
  for (const bearer of bearers) {
    try {
      const { value, by, ahead } = await tokens.get({ ...bearer, ...asked, scope }, credentials);
      const how = { kind: "token", by, ...(ahead === undefined ? {} : { ahead }) } as const;
      return { header: `Bearer ${value}`, how, trouble };
    } catch (error) {
      if (!(error instanceof RegistryError)) throw error;
      // Whom a token server does not let in, the registry lets in no more by the same password.
      if (error.kind === "unauthorized") throw trouble === undefined ? error : noCredentials(trouble);
      failure ??= error;
    }
  }
  return failure;
}

/** Returns the repository that a scope is about; `undefined` of another, such as the catalog's. */
function repositoryOf(scope: string): string | undefined {
  return /^repository:(.+):[^:]*$/.exec(scope)?.[1];
}

function noCredentials({ message, nextStep }: NonNullable<Identity["trouble"]>): RegistryError {
  return new RegistryError("unauthorized", { message, nextStep });
}
