import { createSession, type Session } from "./auth.js";
import { type Credentials, dockerCredentials } from "./credentials.js";
import { createDistribution, type Right } from "./distribution.js";
import { createHttp, type Http, type HttpOptions } from "./http.js";
import type { Registry } from "./registry.js";

/** What connecting to a registry's host takes. */
export interface ConnectOptions extends HttpOptions {
  /** `host[:port]`, lower case. */
  readonly host: string;
  /** Where the reference was written with `http://` or `https://`. */
  readonly scheme?: "http" | "https";
  /** Given credentials; else those of Docker's configuration. */
  readonly credentials?: Credentials;
  /** Hosts, with their ports, that the user has said speak plain HTTP. */
  readonly plainHttp: readonly string[];
  readonly onSecret: (secret: string) => void;
}

/** What opening a registry takes. */
export interface OpenOptions extends ConnectOptions {
  /** What to ask a token server for. */
  readonly rights: readonly Right[];
}

/** The way to one host. */
export interface Connection {
  /** The registry's address; it ends in a slash. */
  readonly base: URL;
  /** Sends signed in. */
  readonly session: Session;
  /** Sends as nobody. */
  readonly http: Http;
  /** Lets go of the connections. */
  readonly close: () => void;
}

/** Makes the way to a host. Sends nothing yet. */
export async function connect(options: ConnectOptions): Promise<Connection> {
  const { host, scheme, plainHttp } = options;
  const trusted = scheme === "http" ? [...plainHttp, host] : plainHttp;
  const allowsPlainHttp = (other: string): boolean => isLoopback(other) || trusted.includes(other);
  const protocol = scheme ?? (allowsPlainHttp(host) ? "http" : "https");
  const credentials = options.credentials ?? (await dockerCredentials(host));
  const http = createHttp(options);
  const session = createSession({ http, credentials, allowsPlainHttp, onSecret: options.onSecret });
  return { base: new URL(`${protocol}://${host}/`), session, http, close: () => http.close() };
}

/** Makes the client for a host. Sends nothing yet. */
export async function openRegistry(options: OpenOptions): Promise<Registry> {
  return createDistribution(await connect(options), options.rights);
}

/** Whether a `host[:port]` is this machine by its address (RFC 5735 127/8, RFC 4291 ::1) or by the name `localhost`. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/:\d+$/, "").toLowerCase();
  return name === "localhost" || name === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(name);
}
