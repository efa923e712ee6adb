import * as nodeHttp from "node:http";
import type { Agent as SecureAgent, AgentOptions } from "node:https";
import { guardedLookup, type Reach, refuseNear, refuseNearByName } from "../nearby/reach.js";
import type { Proxy } from "../proxy/proxy.js";
import type { TlsSettings } from "../tls/certificates.js";
import { secureSide, type SecureSide, type Unverified, unverifiedBy } from "../tls/secure.js";
import { guardKept, type KeptConnections } from "./kept-connections.js";
import { keepSpares, type SpareConnections } from "./spare-connections.js";

/** Keep-alive connections to one origin, directly or through a proxy. */
export interface Pool {
  readonly userAgent: string;
  readonly agent: nodeHttp.Agent;
  /** Begins a request, in TLS or not as its connections are. */
  readonly open: typeof nodeHttp.request;
  readonly kept: KeptConnections;
  /** Absent where a proxy stands in between. */
  readonly spares?: SpareConnections;
  /** The proxy that they go through. */
  readonly proxy?: Proxy;
  /** Of HTTPS alone. */
  readonly secure?: SecureSide;
  /** Trusts this system's authorities too, for connections from then on. Resolves to false where that changes nothing. */
  readonly trustSystem: () => Promise<boolean>;
  readonly close: () => void;
}

/** The settings of all connections. */
export interface PoolOptions {
  readonly userAgent: string;
  /** The registry, as `host[:port]`, that the user has named. */
  readonly host?: string;
  readonly tls?: TlsSettings;
  /** Told each host whose certificate is not looked at, before it is connected to. */
  readonly onUnverified?: (host: string, by: Unverified) => void;
  /** Told every secret before it is first used, so that logs can mask it. */
  readonly onSecret?: (secret: string) => void;
}

/** Makes the connections to a URL's origin. Connects to nothing yet. @throws {PruneError} */
export async function openPool(url: URL, options: PoolOptions, reach: Reach | undefined): Promise<Pool> {
  const proxy = await proxyOf(url, options);
  if (reach !== undefined) refuseNear(url, reach);
  if (reach !== undefined && proxy !== undefined) await refuseNearByName(url, reach);
  // A proxy looks names up itself.
  const guard = reach === undefined || proxy !== undefined ? {} : { lookup: guardedLookup(url, reach) };
  return url.protocol === "https:"
    ? openSecure(url, options, { proxy, guard })
    : openPlain(url, options, { proxy, guard });
}

interface Passage {
  readonly proxy: Proxy | undefined;
  readonly guard: Pick<AgentOptions, "lookup">;
}

const VARIABLES = ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY"];

async function proxyOf(url: URL, { onSecret }: PoolOptions): Promise<Proxy | undefined> {
  // Few have a proxy, and the rules of no_proxy are read by nobody else.
  if (VARIABLES.every((name) => (process.env[name] ?? "") === "")) return undefined;
  const { proxyFor } = await import("../proxy/environment.js");
  return proxyFor(url, process.env, onSecret ?? (() => undefined));
}

// The limits see to how many connections there are; a request that had to wait for one would get one that nobody looked at in between.
const OWN = { keepAlive: true, maxSockets: Infinity };

async function openPlain(url: URL, { userAgent }: PoolOptions, { proxy, guard }: Passage): Promise<Pool> {
  const { Agent, request } = proxy?.protocol === "https:" ? await import("node:https") : nodeHttp;
  return pooled(url, new Agent({ ...OWN, ...guard }), {
    userAgent,
    open: request,
    ...(proxy === undefined ? {} : { proxy }),
  });
}

async function openSecure(url: URL, options: PoolOptions, { proxy, guard }: Passage): Promise<Pool> {
  const { userAgent, host, tls, onUnverified } = options;
  // Lazily: a registry on plain HTTP needs nothing of TLS.
  const { Agent, request } = await import("node:https");
  const by = unverifiedBy(tls);
  if (by !== undefined) onUnverified?.(url.host, by);
  const way = { url, settings: tls, isNamed: url.host === host, ...guard };
  if (proxy === undefined) {
    const secure = await secureSide(way);
    const agent = new Agent({ ...OWN, ...secure.agentOptions });
    return pooled(url, agent, { userAgent, open: request, secure });
  }
  const { createTunnels } = await import("../proxy/tunnel.js");
  const port = url.port === "" ? 443 : Number(url.port);
  const tunnels = createTunnels(proxy, { hostname: url.hostname.replace(/^\[|\]$/g, ""), port });
  const secure = await secureSide({ ...way, open: tunnels.open });
  Object.assign(tunnels.agent.options, OWN, secure.agentOptions);
  return pooled(url, tunnels.agent, { userAgent, open: request, secure, proxy, end: tunnels.close });
}

function pooled(
  url: URL,
  agent: nodeHttp.Agent | SecureAgent,
  { end, ...rest }: Pick<Pool, "userAgent" | "open" | "proxy" | "secure"> & { readonly end?: () => void },
): Pool {
  const kept = guardKept(agent, url);
  const spares = rest.proxy === undefined ? keepSpares(agent, kept) : undefined;
  return {
    ...rest,
    agent,
    kept,
    ...(spares === undefined ? {} : { spares }),
    trustSystem: async () => {
      const context = await rest.secure?.wider();
      if (context === undefined || !("options" in agent)) return false;
      agent.options.secureContext = context;
      return true;
    },
    close: () => {
      end?.();
      spares?.close();
      agent.destroy();
    },
  };
}
