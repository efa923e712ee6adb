import { type Finding, finding } from "../core/result/finding.js";
import { isObject } from "../core/base/json.js";

/** The settings of one registry, from its configuration or its environment. */
export interface RegistrySettings {
  /** The subject of the findings' sentences: "The configuration", "Service registry". */
  readonly subject: string;
  /** The value at a path; `undefined` where there is none. */
  readonly at: (...path: string[]) => unknown;
  /** The place of a setting for a sentence's end, ` (line 3)`; empty if it is not known. */
  readonly where: (...path: string[]) => string;
  /** The source of the defaults: the program, the configuration file in the official image, or a file that is not seen here. */
  readonly defaults: "program" | "image" | "unseen";
  /** A setting as the user has to write it, for a next step: `storage.delete.enabled: true`. */
  readonly write: (path: string, value: string) => string;
}

/** Stands for a value that is put in only when the file is used, as compose does with `${NAME}`. */
export const SET_LATER = Symbol("set later");

/**
 * Examines the settings of a registry that a prune and a garbage collection depend on. The rules marked "measured" were tried
 * on Distribution 2.8.2.
 */
export function examineSettings(settings: RegistrySettings): readonly Finding[] {
  return [
    examineDeletes(settings),
    ...examineProxy(settings),
    ...examineReadOnly(settings),
    ...examineCache(settings),
    ...examinePurging(settings),
  ];
}

function examineDeletes(settings: RegistrySettings): Finding {
  const { subject, at, where, defaults, write } = settings;
  const check = "config-deletes";
  const path = ["storage", "delete", "enabled"];
  const enabled = at(...path);
  const line = where(...path);
  const fix = `Write ${write("storage.delete.enabled", "true")}, and restart the registry.`;
  if (enabled === true) return finding("ok", check, { message: `${subject} turns deletes on${line}.` });
  if (enabled === SET_LATER || (enabled === undefined && defaults === "unseen")) {
    const message = `${subject} does not decide whether deletes are on: a file or value that is not seen here does${line}.`;
    return finding("unknown", check, { message, fix: "Check that file or value, too." });
  }
  if (enabled === undefined) {
    return finding("problem", check, {
      message: `${subject} does not turn deletes on, and by default they are off.`,
      fix,
    });
  }
  // Measured: the text "true" and the number 1 leave them off, and nothing is logged.
  const message =
    enabled === false
      ? `${subject} turns deletes off${line}.`
      : `${subject} gives storage.delete.enabled something other than true or false, which leaves deletes off${line}.`;
  return finding("problem", check, { message, fix });
}

function examineProxy({ subject, at, where }: RegistrySettings): readonly Finding[] {
  const remote = at("proxy", "remoteurl");
  if (remote === undefined || remote === null || remote === "") return [];
  const message = `${subject} makes the registry a pull-through cache, which can't delete${where("proxy", "remoteurl")}.`;
  const fix = "Prune the registry behind it. A cache removes old images by itself (proxy.ttl).";
  return [finding("problem", "config-proxy", { message, fix })];
}

function examineReadOnly({ subject, at, where, write }: RegistrySettings): readonly Finding[] {
  const check = "config-readonly";
  const path = ["storage", "maintenance", "readonly"];
  const readOnly = at(...path);
  const line = where(...path);
  if (readOnly === undefined || readOnly === SET_LATER) return [];
  const enabled = isObject(readOnly) ? readOnly["enabled"] : undefined;
  // Measured: the registry panics at its start, "readonly config key must contain additional keys" or "… must have a boolean value".
  if (!isObject(readOnly) || (enabled !== undefined && typeof enabled !== "boolean")) {
    const message = `${subject} gives storage.maintenance.readonly a wrong shape, and the registry does not start with it${line}.`;
    const fix = `Write ${write("storage.maintenance.readonly", '{"enabled":true}')}, with true or false, or leave it out.`;
    return [finding("problem", check, { message, fix })];
  }
  if (enabled !== true) return [];
  const message = `${subject} makes the registry read-only, and so it refuses deletes${line}.`;
  return [
    finding("problem", check, {
      message,
      fix: "Prune first, and make it read-only for the garbage collection alone.",
    }),
  ];
}

function examineCache({ subject, at, where, defaults, write }: RegistrySettings): readonly Finding[] {
  const check = "config-cache";
  const old = at("storage", "cache", "layerinfo");
  const renamed =
    old === undefined
      ? []
      : [
          finding("warning", check, {
            message: `${subject} uses storage.cache.layerinfo, the old name of blobdescriptor${where("storage", "cache", "layerinfo")}.`,
            fix: "Rename it to blobdescriptor.",
          }),
        ];
  const path = ["storage", "cache", old === undefined ? "blobdescriptor" : "layerinfo"];
  // The configuration that the official images bring has a cache in memory.
  const cache = at(...path) ?? (defaults === "image" ? "inmemory" : undefined);
  return [
    ...renamed,
    ...judgeCache({
      subject,
      cache,
      line: where(...path),
      off: write("storage.cache.blobdescriptor", "none"),
    }),
  ];
}

interface CacheText {
  readonly subject: string;
  readonly cache: unknown;
  readonly line: string;
  readonly off: string;
}

/** Warns of a cache of blobs. Measured on 2.8.2 and 3.1.1: pushes after a collection rely on blobs that the cache still names; without a cache they don't. */
function judgeCache({ subject, cache, line, off }: CacheText): readonly Finding[] {
  const check = "config-cache";
  if (cache === "inmemory") {
    const message = `${subject} caches the list of blobs in memory. If garbage is collected while the registry runs, later pushes succeed but can't be pulled${line}.`;
    const fix = `Restart the registry after each collection, or turn the cache off, which costs nothing on a disk: ${off}.`;
    return [finding("warning", check, { message, fix })];
  }
  if (cache === "redis") {
    const message = `${subject} caches the list of blobs in Redis, and a restart after a garbage collection does not clear it${line}.`;
    const fix = `Flush that Redis database after each collection, or turn the cache off: ${off}.`;
    return [finding("warning", check, { message, fix })];
  }
  return [];
}

// Go's time.ParseDuration, which has no days.
const DURATION = /^[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/;

function examinePurging({ subject, at, where, write }: RegistrySettings): readonly Finding[] {
  const path = ["storage", "maintenance", "uploadpurging"];
  const purging = at(...path);
  if (purging === undefined || purging === SET_LATER) return [];
  const check = "config-purging";
  const form = write(
    "storage.maintenance.uploadpurging",
    '{"enabled":true,"age":"168h","interval":"24h","dryrun":false}',
  );
  const fix = `Give all four keys, as in ${form}.`;
  if (!isObject(purging)) {
    const message = `${subject} gives storage.maintenance.uploadpurging a wrong shape, and the registry does not start with it${where(...path)}.`;
    return [finding("problem", check, { message, fix })];
  }
  // Measured: with `enabled: false` the registry reads no other key of the section.
  if (purging["enabled"] === false) return [];
  const mistakes = ["age", "interval", "dryrun"].flatMap((key) => {
    const mistake = purgingMistake(key, purging[key]);
    return mistake === undefined ? [] : [`${key} ${mistake}`];
  });
  if (mistakes.length > 0) {
    const message = `${subject} has upload purging where ${mistakes.join(", ")}, and the registry does not start with it${where(...path)}.`;
    return [finding("problem", check, { message, fix })];
  }
  if (purging["enabled"] === true) return [];
  // Measured: the registry starts and purges, even with the text "false"; the documentation demands the key.
  const message = `${subject} has upload purging where enabled is neither true nor false, which counts as true${where(...path)}.`;
  return [finding("warning", check, { message, fix })];
}

/** The words that follow the key's name if its value is wrong. Measured: each such value makes the registry panic. */
function purgingMistake(key: string, value: unknown): string | undefined {
  if (value === undefined) return "is missing";
  if (key === "dryrun") return typeof value === "boolean" ? undefined : "is not true or false";
  if (typeof value !== "string") return "is not a text with a unit";
  return DURATION.test(value)
    ? undefined
    : "is not a duration that Go can read (such as 168h; Go has no unit for days)";
}
