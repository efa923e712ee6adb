import type { Reference } from "../core/reference.js";
import type { ConnectionSettings } from "../settings/read-connection.js";
import type { ConnectOptions } from "../registry/open.js";

/** How a command reaches a registry's host. */
export function connectionTo(
  { login, plainHttp, concurrency }: ConnectionSettings,
  { host, scheme }: Pick<Reference, "host" | "scheme">,
  { userAgent, onSecret }: Pick<ConnectOptions, "userAgent" | "onSecret">,
): ConnectOptions {
  return {
    host,
    ...(scheme === undefined ? {} : { scheme }),
    ...(login === undefined ? {} : { credentials: { kind: "password", ...login } }),
    plainHttp,
    concurrency,
    userAgent,
    onSecret,
  };
}
