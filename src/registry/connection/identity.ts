import type { PruneError } from "../../core/base/errors.js";

/** The credentials for one registry, or for some of its repositories. */
export type Credentials =
  | { readonly kind: "anonymous" }
  | { readonly kind: "password"; readonly username: string; readonly password: string }
  /** One that a token server takes in place of a password. */
  | { readonly kind: "identity-token"; readonly token: string }
  /** One that the registry itself takes. */
  | { readonly kind: "registry-token"; readonly token: string };

/** The credentials that were found, and the name of the file or variable that they were found by. */
export interface FoundCredentials {
  readonly credentials: Credentials;
  readonly from?: string;
}

/** The place that credentials are looked for: a registry's host, and one of its repositories where it is about one. */
export interface AuthPlace {
  /** `host[:port]`, lower case. */
  readonly host: string;
  readonly repository?: string | undefined;
}

/** The credentials that we have at a registry. */
export interface Identity extends FoundCredentials {
  /** The reason why nobody's name could be found, which is told where a registry asks for one. */
  readonly trouble?: PruneError;
}
