import type { AgentOptions } from "node:https";
import type { SecureContext } from "node:tls";
import type { Certificates, PeerCertificate, TlsSettings } from "./certificates.js";
import { certificatesFor } from "./find.js";
import type { PeerWay } from "./peer.js";

/** The word by which no certificate is looked at: a setting's, or that of a variable which is Node's own. */
export type Unverified = "insecure-skip-tls-verify" | "NODE_TLS_REJECT_UNAUTHORIZED";

/** Returns the word by which no certificate is looked at; `undefined` where they are. */
export function unverifiedBy(settings: TlsSettings | undefined): Unverified | undefined {
  if (settings?.skipsVerification === true) return "insecure-skip-tls-verify";
  return process.env["NODE_TLS_REJECT_UNAUTHORIZED"] === "0" ? "NODE_TLS_REJECT_UNAUTHORIZED" : undefined;
}

/** The TLS of the connections to one origin. */
export interface SecureSide {
  readonly certificates: Certificates;
  readonly agentOptions: AgentOptions;
  /** Returns what trusts this system's authorities too, which is made once; `undefined` where it has none. */
  readonly wider: () => Promise<SecureContext | undefined>;
  /** Looks at the server's certificate on a connection that nothing else is said on; `undefined` where none can be seen. */
  readonly look: () => Promise<PeerCertificate | undefined>;
}

/** The origin, the ways to it, and the user's own words about them. */
export interface SecureWay extends PeerWay {
  readonly settings: TlsSettings | undefined;
  /** True if the user has named this host. */
  readonly isNamed: boolean;
}

/** Reads the certificates for an origin, and makes what its connections trust and show. @throws {PruneError} where a file can't be used that a setting names, or that Docker refuses */
export async function secureSide(way: SecureWay): Promise<SecureSide> {
  const { url, settings, lookup } = way;
  const certificates = await certificatesFor(url.host, settings, way.isNamed);
  const { authorities, own, flaws } = certificates;
  const flaw = flaws.find(({ isRefused }) => isRefused === true);
  // Docker refuses it whatever else is there; here an authority beside it counts.
  if (flaw !== undefined && authorities.length === 0 && own === undefined) {
    throw (await import("./flawed.js")).flawedFiles(url.host, flaw);
  }
  const context = await contextOf(certificates);
  const agentOptions: AgentOptions = {
    keepAlive: true,
    ...(lookup === undefined ? {} : { lookup }),
    // Made once: to read all authorities for each connection takes a tenth of a second.
    ...(context === undefined ? {} : { secureContext: context }),
    ...(unverifiedBy(settings) === undefined ? {} : { rejectUnauthorized: false }),
  };
  let wider: Promise<SecureContext | undefined> | undefined;
  return {
    certificates,
    agentOptions,
    wider: () => (wider ??= widerContext(certificates)),
    look: async () => (await import("./peer.js")).lookAtPeer(way),
  };
}

async function contextOf(certificates: Certificates): Promise<SecureContext | undefined> {
  if (certificates.authorities.length === 0 && certificates.own === undefined) return undefined;
  return (await import("./context.js")).contextFor(certificates);
}

async function widerContext(certificates: Certificates): Promise<SecureContext | undefined> {
  const { contextFor, systemAuthorities } = await import("./context.js");
  const more = await systemAuthorities();
  return more.length === 0 ? undefined : contextFor(certificates, more);
}
