import type { RegistryAccount } from "../../core/names/registry-kind.js";
import type { LimitWait } from "../../core/result/event.js";
import { basicHeader } from "./basic.js";
import { createSession, type Session } from "./session.js";
import { freshReads } from "./fresh.js";
import type { Credentials, Identity } from "./identity.js";
import { createHttp, type Http, type HttpOptions } from "../http/http.js";
import type { HttpRequest } from "../http/message.js";
import type { ManifestCache } from "../port/manifest-cache.js";
import type { Right } from "../port/registry.js";
import { type ProductName, signedProduct } from "./product-signs.js";
import { type Unverified, unverifiedBy } from "../tls/secure.js";

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
  /** The memory of what earlier runs read there. */
  readonly cache?: ManifestCache;
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
  /** Finds out who we are to the registry, or in one of its repositories. */
  readonly identify: (repository: string | undefined) => Promise<Identity>;
  /** Returns the Authorization header of the user and password, for another API of the registry's own address; `undefined` where there are none. */
  readonly basic: (repository: string) => Promise<string | undefined>;
  /** True if a host may be asked over plain HTTP. */
  readonly allowsPlainHttp: (host: string) => boolean;
  /** Returns how many requests of a method may be under way now to the registry's own address. */
  readonly atOnce: (method: HttpRequest["method"]) => number;
  /** The word by which nobody looks at its certificate; absent where somebody does, and over plain HTTP. */
  readonly unverified?: Unverified;
  /** Returns the product that the registry's answers have shown by a header; `undefined` where none has. */
  readonly product: () => ProductName | undefined;
  /** Closes the connections. */
  readonly close: () => void;
}

/** True if a `host[:port]` is this machine by its address (RFC 5735 127/8, RFC 4291 ::1) or by the name `localhost`. */
export function isLoopback(host: string): boolean {
  const written = host.replace(/:\d+$/, "").toLowerCase();
  // An IPv6 address has many forms, and a URL one of them.
  const name =
    written.startsWith("[") && URL.canParse(`http://${written}/`)
      ? new URL(`http://${written}/`).hostname
      : written;
  return name === "localhost" || name === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(name);
}

/** Makes the way to a host. Sends nothing yet, and looks for no credentials. */
export function connect(options: ConnectOptions): Promise<Connection> {
  const { host, scheme, plainHttp } = options;
  const trusted = scheme === "http" ? [...plainHttp, host] : plainHttp;
  const allowsPlainHttp = (other: string): boolean => isLoopback(other) || trusted.includes(other);
  const protocol = scheme ?? (allowsPlainHttp(host) ? "http" : "https");
  const identify = identityAt(options);
  const base = new URL(`${protocol}://${host}/`);
  // GitHub's registry is another program, and nobody has measured what it makes of a query.
  const asksAnew = (options.account?.kind ?? "distribution") === "distribution";
  const sent = freshReads(createHttp({ ...options, host: base.host }), { base, asksAnew });
  const { http, product } = watchingSigns(sent, base);
  const { onSecret, realms, tokenServers = [] } = options;
  const session = createSession({ http, identify, allowsPlainHttp, realms, tokenServers, onSecret });
  const atOnce = (method: HttpRequest["method"]): number => http.atOnce(base, method);
  const close = (): void => http.close();
  const unverified = protocol === "https" ? unverifiedBy(options.tls) : undefined;
  return Promise.resolve({
    base,
    session,
    http,
    identify,
    basic: async (repository) => basicHeader((await identify(repository)).credentials, { onSecret }),
    allowsPlainHttp,
    atOnce,
    ...(unverified === undefined ? {} : { unverified }),
    product,
    close,
  });
}

/** Returns the same way, and the product that the registry's own answers show. */
function watchingSigns(http: Http, { origin }: URL): Pick<Connection, "http" | "product"> {
  let product: ProductName | undefined;
  return {
    http: {
      ...http,
      async send(request) {
        const answer = await http.send(request);
        if (product === undefined && answer.url.origin === origin) {
          product = signedProduct(answer.headers)?.product;
        }
        return answer;
      },
    },
    product: () => product,
  };
}

/** Returns what knows who we are: by the credentials that were given, or by those that are found when a registry asks for the first time. */
function identityAt({ host, credentials }: ConnectOptions): Connection["identify"] {
  if (credentials !== undefined) return () => Promise.resolve({ credentials });
  let finding: Promise<Connection["identify"]> | undefined;
  return async (repository) => {
    finding ??= import("./credentials.js").then(({ keychain }) => keychain(host));
    return (await finding)(repository);
  };
}
