import type { RegistryAccount } from "../../core/names/registry-kind.js";
import type { LimitWait } from "../../core/result/event.js";
import { basicHeader } from "./basic.js";
import { createSession, type Session } from "./session.js";
import { dockerCredentials, type Credentials } from "./credentials.js";
import { freshReads } from "./fresh.js";
import { createHttp, type Http, type HttpOptions } from "../http/http.js";
import type { HttpRequest } from "../http/message.js";
import type { Right } from "../port/registry.js";

/** The address of a registry's host, and the ways to reach it and to sign in. */
export interface ConnectOptions extends HttpOptions {
  /** `host[:port]`, lower case. */
  readonly host: string;
  /** The scheme that the reference was written with, if it was. */
  readonly scheme?: "http" | "https";
  /** The credentials that were given; without them, those of Docker's configuration. */
  readonly credentials?: Credentials;
  /** Hosts, with their ports, that the user has said speak plain HTTP. */
  readonly plainHttp: readonly string[];
  /** Token servers, as `host[:port]`, that the user lets be at an address of this machine alone. */
  readonly tokenServers?: readonly string[];
  /** The only hosts that may hand out tokens; absent where the registry may name any. */
  readonly realms?: readonly string[] | undefined;
  readonly onSecret: (secret: string) => void;
  /** The registry's kind, and what its kind needs; Distribution's where it is not said. */
  readonly account?: RegistryAccount;
  /** Told before each wait for a limit of an API's to lift. */
  readonly onWait?: (wait: LimitWait) => void;
  /** Ends such a wait. */
  readonly stop?: AbortSignal;
}

/** The settings of a connection, and the rights to ask a token server for. */
export interface OpenOptions<Rights extends readonly Right[] = readonly Right[]> extends ConnectOptions {
  readonly rights: Rights;
}

/** The way to one host. */
export interface Connection {
  /** The registry's address; it ends in a slash. */
  readonly base: URL;
  /** Sends requests signed in. */
  readonly session: Session;
  /** Sends requests as nobody. */
  readonly http: Http;
  /** Returns the Authorization header of the user and password, for another API of the registry's own address; `undefined` where there are none. */
  readonly basic: () => string | undefined;
  /** True if a host may be asked over plain HTTP. */
  readonly allowsPlainHttp: (host: string) => boolean;
  /** Returns how many requests of a method may be under way now to the registry's own address. */
  readonly atOnce: (method: HttpRequest["method"]) => number;
  /** Closes the connections. */
  readonly close: () => void;
}

/** True if a `host[:port]` is this machine by its address (RFC 5735 127/8, RFC 4291 ::1) or by the name `localhost`. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/:\d+$/, "").toLowerCase();
  return name === "localhost" || name === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(name);
}

/** Makes the way to a host. Sends nothing yet. */
export async function connect(options: ConnectOptions): Promise<Connection> {
  const { host, scheme, plainHttp } = options;
  const trusted = scheme === "http" ? [...plainHttp, host] : plainHttp;
  const allowsPlainHttp = (other: string): boolean => isLoopback(other) || trusted.includes(other);
  const protocol = scheme ?? (allowsPlainHttp(host) ? "http" : "https");
  const credentials = options.credentials ?? (await dockerCredentials(host));
  const base = new URL(`${protocol}://${host}/`);
  // GitHub's registry is another program, and nobody has measured what it makes of a query.
  const asksAnew = (options.account?.kind ?? "distribution") === "distribution";
  const http = freshReads(createHttp(options), { base, asksAnew });
  const { onSecret, realms, tokenServers = [] } = options;
  const auth = { http, credentials, allowsPlainHttp, realms, tokenServers, onSecret };
  const session = createSession(auth);
  const basic = (): string | undefined => basicHeader(auth);
  const atOnce = (method: HttpRequest["method"]): number => http.atOnce(base, method);
  return { base, session, http, basic, allowsPlainHttp, atOnce, close: () => http.close() };
}
