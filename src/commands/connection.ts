import type { LimitMet } from "../core/result/event.js";
import type { Reference } from "../core/names/reference.js";
import { type ConnectOptions, isLoopback } from "../registry/connection/connection.js";
import type { ManifestCache } from "../registry/port/manifest-cache.js";
import type { ConnectionSettings } from "../settings/read/connection.js";
import { accountAt } from "../settings/registries/kinds.js";

/** The parts of every connection that a door gives it. */
export interface ConnectionHooks extends Pick<
  ConnectOptions,
  "userAgent" | "onSecret" | "onWait" | "onUnverified" | "stop"
> {
  /** Returns what earlier runs read at a host; absent where nothing is remembered. */
  readonly cacheAt?: ((host: string) => ManifestCache) | undefined;
}

/** Returns a hook that has a run's log say which limit is waited for. */
export function tellingWaits(say: (event: LimitMet) => void): NonNullable<ConnectionHooks["onWait"]> {
  return (wait) => {
    say({ kind: "limit-met", ...wait });
  };
}

/** True of a host that plain HTTP is spoken to only if a setting says so, or the scheme of an image. */
export function needsPlainHttp(host: string): boolean {
  return !isLoopback(host);
}

/** Returns the options by which a command reaches a registry's host. */
export function connectionTo(
  settings: ConnectionSettings,
  { host, scheme }: Pick<Reference, "host" | "scheme">,
  { userAgent, onSecret, onWait, onUnverified, stop, cacheAt }: ConnectionHooks,
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
    ...(cacheAt === undefined ? {} : { cache: cacheAt(host) }),
  };
}
