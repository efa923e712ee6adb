import { BasicCredentialHandler } from "@actions/http-client/lib/auth";
import type { Credentials, Identity } from "./identity.js";
import type { Http } from "../http/http.js";

/** The credentials, and the ways that they may be sent by. */
export interface AuthOptions {
  readonly http: Http;
  /** Finds out who we are to a registry, or in one of its repositories. It is asked when a registry asks. */
  readonly identify: (repository: string | undefined) => Promise<Identity>;
  /** True if a realm at this host may be asked over plain HTTP. */
  readonly allowsPlainHttp: (host: string) => boolean;
  /** The only hosts that may hand out tokens; absent where the registry may name any. */
  readonly realms?: readonly string[] | undefined;
  /** Token servers that the user has named, as `host[:port]`: they may be anywhere. */
  readonly tokenServers: readonly string[];
  /** Told every secret before it is first used, so that logs can mask it. */
  readonly onSecret: (secret: string) => void;
}

/** Returns the Authorization header of RFC 7617, for a registry or a realm; `undefined` for credentials that are no user name and password. */
export function basicHeader(
  credentials: Credentials,
  { onSecret }: Pick<AuthOptions, "onSecret">,
): string | undefined {
  if (credentials.kind !== "password") return undefined;
  const headers: Record<string, string> = {};
  new BasicCredentialHandler(credentials.username, credentials.password).prepareRequest({ headers });
  const header = headers["Authorization"] ?? "";
  onSecret(credentials.password);
  onSecret(header.replace(/^Basic /, ""));
  return header;
}
