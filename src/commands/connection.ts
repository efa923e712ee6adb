import type { LimitMet } from "../core/result/event.js";
import type { Reference } from "../core/names/reference.js";
import type { ConnectOptions } from "../registry/connection/connection.js";
import type { ConnectionSettings } from "../settings/read/connection.js";
import { gitHubAt } from "../settings/read/github.js";

/** What a door gives every connection. */
export type ConnectionHooks = Pick<ConnectOptions, "userAgent" | "onSecret" | "onWait" | "stop">;

/** Has a run's log say what is waited for. */
export function tellingWaits(say: (event: LimitMet) => void): NonNullable<ConnectionHooks["onWait"]> {
  return (wait) => {
    say({ kind: "limit-met", ...wait });
  };
}

/** How a command reaches a registry's host. */
export function connectionTo(
  { login, plainHttp, concurrency, github: own }: ConnectionSettings,
  { host, scheme }: Pick<Reference, "host" | "scheme">,
  { userAgent, onSecret, onWait, stop }: ConnectionHooks,
): ConnectOptions {
  const github = gitHubAt(host, own);
  return {
    host,
    ...(scheme === undefined ? {} : { scheme }),
    ...(login === undefined ? {} : { credentials: { kind: "password", ...login } }),
    plainHttp,
    concurrency,
    userAgent,
    onSecret,
    ...(github === undefined ? {} : { github }),
    ...(onWait === undefined ? {} : { onWait }),
    ...(stop === undefined ? {} : { stop }),
  };
}
