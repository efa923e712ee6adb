import { lookup } from "node:dns";
import { lookup as look } from "node:dns/promises";
import { BlockList, isIP, type LookupFunction } from "node:net";
import { networkInterfaces } from "node:os";
import { RegistryError } from "../port/registry.js";

/**
 * The addresses that a request may go to which a registry, and not the user, has named.
 * - `outside`: none of this machine alone: no loopback, link-local or metadata address
 * - `own`: the addresses of this machine too, for the registry is at one of them itself
 */
export type Reach = "outside" | "own";

// Made when they are first needed: that takes some ms of a start.
const loopback = subnets([
  ["127.0.0.0", 8],
  ["0.0.0.0", 8],
  ["::", 96],
  ["64:ff9b::7f00:0", 104],
  ["2002:7f00::", 24],
]);
const linkLocal = subnets([
  ["169.254.0.0", 16],
  ["fe80::", 10],
  ["64:ff9b::a9fe:0", 112],
  ["2002:a9fe::", 32],
  // Where clouds answer a machine about itself, and are not link-local: AWS, Azure, Alibaba, Oracle.
  ["fd00:ec2::254", 128],
  ["168.63.129.16", 32],
  ["100.100.100.200", 32],
  ["192.0.0.192", 32],
]);

/** Returns what makes a list of subnets once. */
function subnets(list: readonly (readonly [address: string, prefix: number])[]): () => BlockList {
  let block: BlockList | undefined;
  return () => {
    if (block !== undefined) return block;
    block = new BlockList();
    for (const [address, prefix] of list) block.addSubnet(address, prefix, familyOf(address));
    return block;
  };
}

function familyOf(address: string): "ipv4" | "ipv6" {
  return isIP(address) === 6 ? "ipv6" : "ipv4";
}

/** True if an address is for this machine alone, or for those on its own cable. IPv4 addresses are known in IPv6's forms too. */
export function isNear(address: string): boolean {
  const [bare = ""] = address.split("%");
  return [loopback, linkLocal].some((block) => block().check(bare, familyOf(bare)));
}

/** True if an address is this machine's: loopback, or that of one of its interfaces. */
function isOwn(address: string): boolean {
  const [bare = ""] = address.replace(/^::ffff:(?=\d+\.)/i, "").split("%");
  const own = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  return loopback().check(bare, familyOf(bare)) || own.some((each) => each.address === bare);
}

/** Returns the reach of what a server names. @param peer the address that its answer came from; `undefined` where that is not known, as through a proxy */
export function reachFrom(peer: string | undefined): Reach {
  return peer !== undefined && isOwn(peer) ? "own" : "outside";
}

/** Refuses the address of a URL that is written in digits, which nobody looks up. @throws {RegistryError} `leads-here` */
export function refuseNear(url: URL, reach: Reach): void {
  const address = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(address) !== 0) refuse(url, address, reach);
}

/** Refuses a URL whose name has such an address here: for a proxy, which connects by itself. A name that is not known here is the proxy's matter. */
export async function refuseNearByName(url: URL, reach: Reach): Promise<void> {
  if (/(?:^|\.)localhost\.?$/.test(url.hostname)) refuse(url, "127.0.0.1", reach);
  const found = await look(url.hostname, { all: true }).catch(() => []);
  for (const { address } of found) refuse(url, address, reach);
}

function refuse(url: URL, address: string, reach: Reach): void {
  if (!isNear(address) || (reach === "own" && isOwn(address))) return;
  throw new RegistryError("leads-here", {
    message: `the registry sends us to ${url.host} (${address}), which is an address of this machine alone or of its own cable, and the registry is not there`,
    nextStep:
      `Nothing was sent there. If your token server is there, name it: token-servers: ${url.host}. ` +
      "If it is the registry's storage, let the registry serve blobs itself (storage: redirect: disable: true in its configuration).",
  });
}

/** Returns what looks a name up for a connection, and refuses it there and then: what the name meant a moment ago counts for nothing. */
export function guardedLookup(url: URL, reach: Reach): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      const [first] = (found as typeof found | undefined) ?? [];
      if (first === undefined) {
        callback(error ?? new Error("the name has no address"), "", 0);
        return;
      }
      try {
        for (const { address } of found) refuse(url, address, reach);
      } catch (refused) {
        callback(refused as Error, "", 0);
        return;
      }
      if (options.all === true) callback(null, found);
      else callback(null, first.address, first.family);
    });
  };
}
