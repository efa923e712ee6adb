import { isObject } from "../../core/base/json.js";
import { type Finding, finding } from "../../core/result/finding.js";
import { SET_LATER } from "../storage-rules.js";

const CHECK = "config-start";

/** A registry's configuration, as it is read. */
export interface ConfigFile {
  readonly value: Readonly<Record<string, unknown>>;
  /** The place of a setting for a sentence's end, ` (line 3)`; empty if it is not known. */
  readonly where: (...path: string[]) => string;
  /** The text of a scalar as it is written. */
  readonly writtenAt: (...path: string[]) => string | undefined;
}

// Sections of `storage` that are no driver. Measured: 2.8 takes `tag`, which 3.x has, for a second driver.
const SECTIONS = ["maintenance", "cache", "delete", "redirect"];
const DRIVERS = ["filesystem", "inmemory", "s3", "s3aws", "azure", "gcs", "swift", "oss"];
const LOG_LEVELS = ["error", "warn", "info", "debug"];
const ACCESS = ["htpasswd", "token", "silly"];

/** Finds all because of which a registry does not start with a configuration. Each rule was measured on 2.8.2 and 3.1.1. */
export function examineStart(file: ConfigFile): readonly Finding[] {
  return [...examineVersion(file), ...examineStorage(file), ...examineOthers(file), ...examinePrefix(file)];
}

function examinePrefix({ value, where }: ConfigFile): readonly Finding[] {
  const { http } = value;
  const prefix = isObject(http) ? http["prefix"] : undefined;
  if (typeof prefix !== "string" || prefix === "" || prefix === "/") return [];
  return [
    finding("warning", "config-prefix", {
      message: `The registry answers below a path of its host, and Docker and this program ask at /v2/ alone${where("http", "prefix")}.`,
      fix: "Take http.prefix out, or have a reverse proxy hand /v2/ on to that path.",
    }),
  ];
}

function refused(message: string, fix: string): Finding {
  return finding("problem", CHECK, { message: `The registry does not start with it: ${message}.`, fix });
}

function examineVersion({ value, where, writtenAt }: ConfigFile): readonly Finding[] {
  const fix = "Write version: 0.1 at the top.";
  if (!("version" in value)) return [refused("it has no version", fix)];
  return writtenAt("version") === "0.1" ? [] : [refused(`its version is not 0.1${where("version")}`, fix)];
}

function examineStorage({ value, where }: ConfigFile): readonly Finding[] {
  const { storage } = value;
  const fix = "Keep one driver, such as filesystem, s3, azure or gcs, with what belongs to it below it.";
  if (typeof storage === "string") return examineDriver(storage, where("storage"));
  if (!isObject(storage)) return [refused(`storage is no driver${where("storage")}`, fix)];
  const keys = Object.keys(storage);
  const drivers = keys.filter((key) => !SECTIONS.includes(key) && key !== "tag");
  const shapes = keys.flatMap((key) =>
    storage[key] === null || isObject(storage[key])
      ? []
      : [refused(`storage.${shown(key)} is no section with keys of its own${where("storage", key)}`, fix)],
  );
  const [first, ...more] = drivers;
  if (first === undefined) return [...shapes, refused(`storage names no driver${where("storage")}`, fix)];
  if (more.length > 0) {
    const named = drivers.map((key) => `${shown(key)}${where("storage", key)}`).join(", ");
    return [
      ...shapes,
      refused(
        `below storage all but ${SECTIONS.join(", ")} is taken for a driver, and there may be one: ${named}`,
        fix,
      ),
    ];
  }
  const newer =
    "tag" in storage
      ? [
          finding("warning", CHECK, {
            message: `Registry 2.x does not start with storage.tag, which 3.x has${where("storage", "tag")}.`,
          }),
        ]
      : [];
  return [...shapes, ...newer, ...examineDriver(first, where("storage", first))];
}

/** Judges the name of a driver. */
export function examineDriver(name: string, line: string): readonly Finding[] {
  if (!DRIVERS.includes(name)) {
    return [
      refused(
        `there is no storage driver of the name ${shown(name)}${line}`,
        `Name one of ${DRIVERS.join(", ")}.`,
      ),
    ];
  }
  if (name !== "swift" && name !== "oss") return [];
  return [
    finding("warning", CHECK, {
      message: `Registry 3.x has no storage driver ${name}, and does not start with it${line}.`,
    }),
  ];
}

/** Returns a name as it is written, where it can be one. */
function shown(name: string): string {
  return /^[\w.-]{1,60}$/.test(name) ? name : "what is no name";
}

const SECTIONS_OF_FILE = ["log", "http", "redis", "proxy", "health", "notifications", "middleware"];

function examineOthers(file: ConfigFile): readonly Finding[] {
  const { value, where } = file;
  const { auth } = value;
  const shapes = SECTIONS_OF_FILE.flatMap((section) => {
    const found = value[section];
    if (found === undefined || found === null || isObject(found)) return [];
    const message = `${section} is no section with keys of its own${where(section)}`;
    return [refused(message, `Write its keys below ${section}.`)];
  });
  return [
    ...shapes,
    ...examineLevel(file),
    ...(isObject(auth) ? examineAuth(auth, where) : []),
    ...examineRedis(file),
  ];
}

function examineLevel({ value: { log }, where, writtenAt }: ConfigFile): readonly Finding[] {
  const level = writtenAt("log", "level")?.toLowerCase() ?? "";
  if (!isObject(log) || level === "" || LOG_LEVELS.includes(level)) return [];
  const message = `log.level is none of ${LOG_LEVELS.join(", ")}${where("log", "level")}`;
  return [refused(message, "Write one of these.")];
}

function examineRedis({ value: { storage, redis }, where }: ConfigFile): readonly Finding[] {
  const cache = isObject(storage) ? storage["cache"] : undefined;
  const uses = isObject(cache) && (cache["blobdescriptor"] ?? cache["layerinfo"]) === "redis";
  if (!uses || isObject(redis)) return [];
  const message = `its cache is in Redis, and there is no section redis${where("storage", "cache")}`;
  return [refused(message, "Write that section, or blobdescriptor: inmemory.")];
}

function examineAuth(
  auth: Readonly<Record<string, unknown>>,
  where: ConfigFile["where"],
): readonly Finding[] {
  const ways = Object.keys(auth);
  const [way, ...more] = ways;
  if (way === undefined) return [];
  const fix = `Keep one of ${ACCESS.join(", ")}.`;
  if (more.length > 0) return [refused(`auth names more than one way to sign in${where("auth")}`, fix)];
  if (!ACCESS.includes(way)) {
    return [refused(`auth has no way to sign in of the name ${shown(way)}${where("auth", way)}`, fix)];
  }
  const options = auth[way];
  const hasRealm = isObject(options) && options["realm"] !== undefined && options["realm"] !== "";
  return hasRealm
    ? []
    : [refused(`auth.${way} has no realm${where("auth", way)}`, "Write one, such as realm: registry.")];
}

/** The variables of a container of the official image, by their names, parsed. */
export type ParsedVariables = ReadonlyMap<string, unknown>;

const PREFIX = "REGISTRY_STORAGE";

/**
 * Finds the variables with which the official image does not start: its configuration has the driver filesystem, which only `REGISTRY_STORAGE` replaces. Measured on
 * 2.8.2 and 3.1.1.
 */
export function examineStorageVariables(subject: string, variables: ParsedVariables): readonly Finding[] {
  const named = variables.get(PREFIX);
  if (named === SET_LATER) return [];
  const base =
    typeof named === "string" ? [named] : isObject(named) ? driversAmong(Object.keys(named)) : ["filesystem"];
  const below = driversAmong(
    [...variables.keys()].flatMap((name) => /^REGISTRY_STORAGE_([^_]+)/.exec(name)?.[1]?.toLowerCase() ?? []),
  );
  const [driver = "filesystem"] = base;
  const stray = [...new Set(below)].filter((key) => key !== driver);
  const [first] = stray;
  if (first === undefined) {
    return typeof named === "string" ? examineDriver(named, "") : [];
  }
  const fix = DRIVERS.includes(first)
    ? `Write ${PREFIX}=${first} too, and leave out those of other drivers.`
    : `Take ${PREFIX}_${first.toUpperCase()} out; a driver is one of ${DRIVERS.join(", ")}.`;
  const message = `${subject} does not start: ${PREFIX}_${first.toUpperCase()}… names a second storage driver beside ${driver}.`;
  return [finding("problem", CHECK, { message, fix })];
}

function driversAmong(keys: readonly string[]): readonly string[] {
  return keys.filter((key) => !SECTIONS.includes(key) && key !== "tag");
}
