import { GITHUB_COM } from "../core/github.js";
import { createSession, type Session } from "./auth.js";
import { type Credentials, dockerCredentials } from "./credentials.js";
import { createDistribution, type Right } from "./distribution.js";
import { createGhcr } from "./ghcr.js";
import { createGitHubApi } from "./github-api.js";
import type { LimitWait } from "../core/event.js";
import { createPackages, type Packages } from "./github-packages.js";
import { noToken } from "./github-refusals.js";
import { createHttp, type Http, type HttpOptions, type HttpRequest } from "./http.js";
import { type Registry, RegistryError } from "./registry.js";

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
  /** Where the registry is a GitHub's: its API, and a token for both where one was given. */
  readonly github?: { readonly api: string; readonly token?: string };
  /** Told before each wait for a limit of GitHub's to lift. */
  readonly onWait?: (wait: LimitWait) => void;
  /** Ends such a wait. */
  readonly stop?: AbortSignal;
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
  /** Whether a host may be asked over plain HTTP. */
  readonly allowsPlainHttp: (host: string) => boolean;
  /** How many requests of a method may be under way now, to the registry's own address. */
  readonly atOnce: (method: HttpRequest["method"]) => number;
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
  const base = new URL(`${protocol}://${host}/`);
  const atOnce = (method: HttpRequest["method"]): number => http.atOnce(base, method);
  return { base, session, http, allowsPlainHttp, atOnce, close: () => http.close() };
}

/** Makes the client for a host. Sends nothing yet. @throws {RegistryError} where a GitHub's registry is to be opened without a token */
export async function openRegistry(options: OpenOptions): Promise<Registry> {
  if (options.github !== undefined) return (await openGitHub(options)).registry;
  return createDistribution(await connect(options), options.rights);
}

/** A GitHub's registry, and the packages in it. */
export interface OpenedGitHub {
  readonly registry: Registry;
  readonly packages: Packages;
  readonly token: string;
}

/** Makes the clients for a GitHub's registry. Sends nothing yet. @throws {RegistryError} without a token, or where it would be sent unencrypted */
export async function openGitHub(options: OpenOptions): Promise<OpenedGitHub> {
  const { github = { api: GITHUB_COM.api }, rights } = options;
  const { connection, token } = await connectToGitHub({ ...options, github });
  const api = await createGitHubApi({ ...options, http: connection.http, api: github.api, token });
  const packages = createPackages(api, token);
  return { registry: createGhcr(connection, packages, rights), packages, token };
}

/** The way to a GitHub's registry, and the token that is for its API too. */
async function connectToGitHub(
  options: ConnectOptions & { readonly github: NonNullable<ConnectOptions["github"]> },
): Promise<{ readonly connection: Connection; readonly token: string }> {
  const { github, host, onSecret } = options;
  const given = options.credentials ?? ownCredentials(github.token) ?? (await dockerCredentials(host));
  if (given.kind !== "password") throw noToken(host);
  onSecret(given.password);
  const connection = await connect({ ...options, credentials: given });
  const { protocol, host: api } = new URL(github.api);
  if (protocol === "https:" || connection.allowsPlainHttp(api)) return { connection, token: given.password };
  connection.close();
  throw new RegistryError("unsafe-realm", {
    message: `the GitHub API at ${github.api} speaks plain HTTP, and would get the token unencrypted`,
    nextStep: `Write https:// in github-api-url; or, if the network is safe, name ${api} in plain-http.`,
  });
}

/** GitHub's registry takes any user name with a token. */
function ownCredentials(token: string | undefined): Credentials | undefined {
  return token === undefined ? undefined : { kind: "password", username: "token", password: token };
}

/** Whether a `host[:port]` is this machine by its address (RFC 5735 127/8, RFC 4291 ::1) or by the name `localhost`. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/:\d+$/, "").toLowerCase();
  return name === "localhost" || name === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(name);
}
