import { BlockList, isIP } from "node:net";

/**
 * True if an address is asked without a proxy: one on this machine's loopback, and what `no_proxy` lists, by the rules of Go, which Docker follows
 * (golang.org/x/net/http/httpproxy): `*`, addresses and ranges (`10.0.0.0/8`), `example.com` with all below it, `.example.com` and `*.example.com` with what is below alone,
 * each with a port or without.
 */
export function bypasses(url: URL, list: string): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, "").toLowerCase();
  if (host === "localhost" || isLoopbackAddress(host)) return true;
  const port = url.port === "" ? (url.protocol === "https:" ? "443" : "80") : url.port;
  return list
    .split(/[,\s]+/)
    .filter((entry) => entry !== "")
    .some((entry) => matches(entry.toLowerCase(), host, port));
}

function isLoopbackAddress(host: string): boolean {
  return isWithin(host, "127.0.0.0", 8) || isWithin(host, "::1", 128);
}

function matches(entry: string, host: string, port: string): boolean {
  if (entry === "*") return true;
  const [, network = "", prefix = ""] = /^(.*)\/(\d{1,3})$/.exec(entry) ?? [];
  if (isIP(network) !== 0) return isWithin(host, network, Number(prefix));
  const { name, wanted } = splitPort(entry);
  return name !== "" && (wanted === "" || wanted === port) && isNamed(host, name);
}

function isNamed(host: string, name: string): boolean {
  if (isIP(name) !== 0) return isWithin(host, name, isIP(name) === 6 ? 128 : 32);
  const domain = name.replace(/^\*(?=\.)/, "");
  return domain.startsWith(".") ? host.endsWith(domain) : host === domain || host.endsWith(`.${domain}`);
}

/** Splits `name:port` and `[address]:port`. An IPv6 address without brackets has no port. */
function splitPort(entry: string): { readonly name: string; readonly wanted: string } {
  if (isIP(entry) === 6) return { name: entry, wanted: "" };
  const [, bracketed, plain, wanted = ""] = /^(?:\[(.*)\]|([^:]*))(?::(\d+))?$/.exec(entry) ?? [];
  return { name: bracketed ?? plain ?? "", wanted };
}

/** True if an address is in a range. IPv4 addresses are known in IPv6's form too. */
function isWithin(host: string, network: string, prefix: number): boolean {
  const family = isIP(network);
  if (isIP(host) === 0 || prefix > (family === 6 ? 128 : 32)) return false;
  const block = new BlockList();
  block.addSubnet(network, prefix, family === 6 ? "ipv6" : "ipv4");
  return block.check(host, isIP(host) === 6 ? "ipv6" : "ipv4");
}
