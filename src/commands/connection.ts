import type { LimitMet } from "../core/result/event.js";
import type { Reference } from "../core/names/reference.js";
import type { ConnectOptions } from "../registry/connection/connection.js";
import type { ConnectionSettings } from "../settings/read/connection.js";
import { accountAt } from "../settings/registries/kinds.js";

/** The parts of every connection that a door gives it. */
export type ConnectionHooks = Pick<
  ConnectOptions,
  "userAgent" | "onSecret" | "onWait" | "onUnverified" | "stop"
>;

/** Returns a hook that has a run's log say which limit is waited for. */
export function tellingWaits(say: (event: LimitMet) => void): NonNullable<ConnectionHooks["onWait"]> {
  return (wait) => {
    say({ kind: "limit-met", ...wait });
  };
}

/** Returns the options by which a command reaches a registry's host. */
export function connectionTo(
  settings: ConnectionSettings,
  { host, scheme }: Pick<Reference, "host" | "scheme">,
  { userAgent, onSecret, onWait, onUnverified, stop }: ConnectionHooks,
): ConnectOptions {
  const { login, plainHttp, tokenServers, tls, concurrency } = settings;
  return {
    host,
    account: accountAt(host, settings),
    ...(scheme === undefined ? {} : { scheme }),
    ...(login === undefined ? {} : { credentials: { kind: "password", ...login } }),
    plainHttp,
    tokenServers,
    ...(tls === undefined ? {} : { tls }),
    concurrency,
    userAgent,
    onSecret,
    ...(onWait === undefined ? {} : { onWait }),
    ...(onUnverified === undefined ? {} : { onUnverified }),
    ...(stop === undefined ? {} : { stop }),
  };
}
