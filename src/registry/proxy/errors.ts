import { codeOf } from "../../core/base/system-error.js";
import type { HttpResponse } from "../http/message.js";
import { RegistryError } from "../port/registry.js";
import { type Proxy, ProxyError } from "./proxy.js";

/** Returns the error of a proxy that could not be reached, or did not let us through. */
export function proxyError({ host }: URL, error: ProxyError): RegistryError {
  const { proxy, status, cause } = error;
  if (status !== undefined) return refused(host, error, status);
  const code = codeOf(cause);
  const why = code === "" && cause instanceof Error ? cause.message : code;
  return new RegistryError(
    "unreachable",
    {
      message: `the proxy ${proxy.host}, which ${proxy.variable} names for ${host}, can't be reached (${why})`,
      nextStep: `Correct ${proxy.variable}, or, if ${host} is reached without a proxy, name it in no_proxy.`,
    },
    error,
  );
}

function refused(host: string, cause: ProxyError, status: number): RegistryError {
  const { proxy } = cause;
  if (status === 407) {
    const why =
      proxy.authorization === undefined
        ? "asks for a user and password"
        : "does not take the user and password";
    return new RegistryError(
      "unreachable",
      {
        message: `the proxy ${proxy.host}, which ${proxy.variable} names for ${host}, ${why} (407)`,
        nextStep: `Write them into ${proxy.variable}, as http://USER:PASSWORD@${proxy.host} with special characters percent-encoded; or, if ${host} is reached without a proxy, name it in no_proxy.`,
      },
      cause,
    );
  }
  return new RegistryError(
    "unreachable",
    {
      message: `the proxy ${proxy.host}, which ${proxy.variable} names, does not connect us to ${host} (${status})`,
      nextStep: `Let the proxy allow ${host} (many allow CONNECT to port 443 alone), or, if it is reached without a proxy, name it in no_proxy.`,
    },
    cause,
  );
}

// Programs that name themselves in pages of their own; what they hand on has the Server header of whoever made it.
const MADE_BY_PROXY = /squid|tinyproxy|privoxy|proxysg|bluecoat|zscaler|mitmproxy|websense|swg|fortiproxy/i;

/** Throws if an answer to a request that was sent through a proxy is the proxy's own. @throws {RegistryError} */
export function refuseOwnAnswer(proxy: Proxy, { status, headers, url }: HttpResponse): void {
  const isMarked = "x-squid-error" in headers || MADE_BY_PROXY.test(String(headers["server"] ?? ""));
  const isOwn = status === 407 || (status >= 400 && isMarked);
  if (isOwn) throw refused(url.host, new ProxyError(proxy, { status }), status);
}
