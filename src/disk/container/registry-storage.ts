import { parse } from "yaml";
import { PruneError } from "../../core/base/errors.js";
import { isObject } from "../../core/base/json.js";
import { valueOf } from "./registry-container.js";

/** The place where a registry keeps its blobs, and the cache of what it remembers of them, by its configuration and environment. */
export interface RegistryStorage {
  /** `root` is its root directory. `other` is a driver whose blobs are not files (S3 and its like), or one that is not certain. */
  readonly location: { readonly kind: "filesystem"; readonly root: string } | { readonly kind: "other" };
  /** The value of `storage.cache.blobdescriptor` (2.x: `layerinfo` too); `undefined` if none is set. */
  readonly cache: string | undefined;
}

// Keys of `storage` that are no drivers (Distribution's configuration reference).
const NOT_DRIVERS = new Set(["cache", "delete", "maintenance", "redirect", "tag"]);
// The driver's default (distribution/registry/storage/driver/filesystem, defaultRootDirectory).
const DEFAULT_ROOT = "/var/lib/registry";

/**
 * Reads a registry's configuration as the registry does: the environment (`REGISTRY_STORAGE_…`) overrides the file.
 * @throws {PruneError} where the file is not YAML
 */
export function readStorage(config: string, env: readonly string[]): RegistryStorage {
  const storage = section(parseConfig(config), "storage");
  const cache = section(storage, "cache");
  const set = (name: string): string | undefined => valueOf(env, `REGISTRY_STORAGE${name}`);
  return {
    location: locationOf(storage, env),
    cache:
      set("_CACHE_BLOBDESCRIPTOR") ??
      set("_CACHE_LAYERINFO") ??
      text(section(parseValue(set("_CACHE") ?? ""), "")["blobdescriptor"]) ??
      text(cache["blobdescriptor"]) ??
      text(cache["layerinfo"]),
  };
}

function locationOf(
  storage: Readonly<Record<string, unknown>>,
  env: readonly string[],
): RegistryStorage["location"] {
  const whole = valueOf(env, "REGISTRY_STORAGE");
  const inFile = Object.keys(storage).filter((key) => !NOT_DRIVERS.has(key));
  const inEnv = env.flatMap((entry) => {
    const driver = /^REGISTRY_STORAGE_([A-Z0-9]+)[_=]/.exec(entry)?.[1]?.toLowerCase() ?? "";
    return driver === "" || NOT_DRIVERS.has(driver) ? [] : [driver];
  });
  const drivers = new Set(whole === undefined ? [...inFile, ...inEnv] : [whole.trim(), ...inEnv]);
  if (drivers.size !== 1 || !drivers.has("filesystem")) return { kind: "other" };
  const root =
    valueOf(env, "REGISTRY_STORAGE_FILESYSTEM_ROOTDIRECTORY") ??
    text(section(storage, "filesystem")["rootdirectory"]) ??
    DEFAULT_ROOT;
  return { kind: "filesystem", root: root.replace(/\/+$/, "") };
}

function parseConfig(config: string): Readonly<Record<string, unknown>> {
  const value = parseValue(config);
  if (isObject(value)) return value;
  throw new PruneError(
    "the registry's configuration is not YAML that can be read",
    "Look at it: the command check, with that file as registry-config, says what is wrong. Nothing was stopped.",
  );
}

function parseValue(yaml: string): unknown {
  try {
    return parse(yaml) as unknown;
  } catch {
    return undefined;
  }
}

/** Returns a section of a configuration; with an empty key, the value itself. A section that is not there is empty. */
function section(value: unknown, key: string): Readonly<Record<string, unknown>> {
  const found = key === "" ? value : isObject(value) ? value[key] : undefined;
  return isObject(found) ? found : {};
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
