import type { Credentials } from "./credentials.js";
import type { Http } from "../http/http.js";

/** What signing in needs to know and may do. */
export interface AuthOptions {
  readonly http: Http;
  readonly credentials: Credentials;
  /** Whether a realm at this host may be asked over plain HTTP. */
  readonly allowsPlainHttp: (host: string) => boolean;
  /** Told every secret before it is first used, so that logs can mask it. */
  readonly onSecret: (secret: string) => void;
}

/** RFC 7617, for a registry or a realm; `undefined` for credentials that are no user name and password. */
export function basicHeader({ credentials, onSecret }: AuthOptions): string | undefined {
  if (credentials.kind !== "password") return undefined;
  const encoded = Buffer.from(`${credentials.username}:${credentials.password}`).toString("base64");
  onSecret(credentials.password);
  onSecret(encoded);
  return `Basic ${encoded}`;
}
