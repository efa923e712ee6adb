import type { AuthOptions } from "./basic.js";
import type { Credentials } from "./identity.js";
import { fetchToken, type Token, type WantedToken } from "./token.js";

/** The tokens that a registry's token servers have given. */
export interface Tokens {
  /** Returns a token that has not run out: the one that was given before, or another. @throws what `fetchToken` throws */
  get(wanted: WantedToken, credentials: Credentials): Promise<Token>;
  /** Forgets the token that is in a header. */
  forget(header: string): void;
}

/** Makes an empty memory of tokens. */
export function createTokens(options: AuthOptions): Tokens {
  const tokens = new Map<string, Promise<Token>>();
  const keys = new Map<string, string>();
  const fetchNew = async (key: string, wanted: WantedToken, credentials: Credentials): Promise<Token> => {
    const token = await fetchToken(options, wanted, credentials);
    keys.set(`Bearer ${token.value}`, key);
    return token;
  };
  return {
    async get(wanted, credentials) {
      const key = `${wanted.realm} ${wanted.scope}`;
      const known = await tokens.get(key);
      if (known !== undefined && known.expires > Date.now()) return known;
      const token = fetchNew(key, wanted, credentials);
      tokens.set(key, token);
      // Whoever waits for it sees the failure; the next request asks anew.
      token.catch(() => tokens.delete(key));
      return token;
    },
    forget(header) {
      const key = keys.get(header);
      keys.delete(header);
      if (key !== undefined) tokens.delete(key);
    },
  };
}
