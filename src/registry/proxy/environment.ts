import { isIP } from "node:net";
import { PruneError } from "../../core/base/errors.js";
import { bypasses } from "./no-proxy.js";
import type { Proxy } from "./proxy.js";

/**
 * Returns the proxy for an address, by `http_proxy`, `https_proxy` and `no_proxy`, in small letters or capitals; `undefined` where there is none.
 * @param onSecret told the proxy's password, before it is used
 * @throws {PruneError} where the variable names none
 */
export function proxyFor(
  url: URL,
  environment: Readonly<Record<string, string | undefined>>,
  onSecret: (secret: string) => void,
): Proxy | undefined {
  const variable = url.protocol === "https:" ? "https_proxy" : "http_proxy";
  const named = [variable, variable.toUpperCase()].find((name) => (environment[name] ?? "").trim() !== "");
  if (named === undefined) return undefined;
  const spared = environment["no_proxy"] ?? "";
  if (bypasses(url, spared === "" ? (environment["NO_PROXY"] ?? "") : spared)) return undefined;
  return readProxy(named, (environment[named] ?? "").trim(), onSecret);
}

function readProxy(variable: string, text: string, onSecret: (secret: string) => void): Proxy {
  // As Go reads it: what has no scheme is HTTP's. `proxy:3128` would be an address of the scheme "proxy:".
  const written = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  const url = URL.canParse(written) ? new URL(written) : undefined;
  if (url === undefined || url.hostname === "") throw unreadable(variable, "it is no address");
  const { protocol } = url;
  if (protocol !== "http:" && protocol !== "https:") {
    throw unreadable(variable, `a proxy of ${protocol}// is not supported`);
  }
  const hostname = url.hostname.replace(/^\[|\]$/g, "");
  const port = url.port === "" ? (protocol === "https:" ? 443 : 80) : Number(url.port);
  return {
    protocol,
    hostname,
    port,
    host: isIP(hostname) === 6 ? `[${hostname}]:${port}` : `${hostname}:${port}`,
    variable,
    ...authorizationOf(url, onSecret),
  };
}

function authorizationOf(url: URL, onSecret: (secret: string) => void): Pick<Proxy, "authorization"> {
  if (url.username === "" && url.password === "") return {};
  const password = decoded(url.password);
  const encoded = Buffer.from(`${decoded(url.username)}:${password}`).toString("base64");
  for (const secret of [password, url.password, encoded]) if (secret !== "") onSecret(secret);
  return { authorization: `Basic ${encoded}` };
}

/** Returns a text without its percent signs; one that is not encoded, such as `100%`, is meant as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function unreadable(variable: string, why: string): PruneError {
  // Not the value, which may have a password in it.
  return new PruneError(
    `${variable} names no proxy that can be used: ${why}`,
    "Write http://HOST:PORT or https://HOST:PORT into it, or http://USER:PASSWORD@HOST:PORT with special characters percent-encoded; or unset it.",
  );
}
