import { type Finding, finding } from "../core/result/finding.js";
import { isObject } from "../core/base/json.js";

/** The settings of one registry, from its configuration or its environment. */
export interface RegistrySettings {
  /** What begins a sentence: "The configuration", "Service registry". */
  readonly subject: string;
  /** The value at a path; `undefined` where there is none. */
  readonly at: (...path: string[]) => unknown;
  /** ` (line 3)`, or nothing where it is not known. */
  readonly where: (...path: string[]) => string;
  /** What holds where nothing is said: the defaults of the program, those of the image's own file, or those of a file not seen here. */
  readonly otherwise: "program" | "image" | "unseen";
  /** How to write a value, for a next step. */
  readonly write: (path: string, value: string) => string;
}

/** A value that is put in only when the file is used, as compose does with `${NAME}`. */
export const UNSEEN = Symbol("put in later");

/** Examines what a prune and a garbage collection need of a registry's settings. Rules "measured" were tried on Distribution 2.8.2. */
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
  const { subject, at, where, otherwise, write } = settings;
  const check = "config-deletes";
  const path = ["storage", "delete", "enabled"];
  const enabled = at(...path);
  const line = where(...path);
  const fix = `Write ${write("storage.delete.enabled", "true")}, and start the registry anew with it.`;
  if (enabled === true) return finding("ok", check, { message: `${subject} turns deletes on${line}.` });
  if (enabled === UNSEEN || (enabled === undefined && otherwise === "unseen")) {
    const message = `${subject} leaves to something not seen here whether deletes are on${line}.`;
    return finding("unknown", check, { message, fix: "Check the file or value that decides it, too." });
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
  const fix = "Prune the registry that it stands before. A cache forgets by itself (proxy.ttl).";
  return [finding("problem", "config-proxy", { message, fix })];
}

function examineReadOnly({ subject, at, where, write }: RegistrySettings): readonly Finding[] {
  const check = "config-readonly";
  const path = ["storage", "maintenance", "readonly"];
  const readOnly = at(...path);
  const line = where(...path);
  if (readOnly === undefined || readOnly === UNSEEN) return [];
  const enabled = isObject(readOnly) ? readOnly["enabled"] : undefined;
  // Measured: it panics at once, "readonly config key must contain additional keys" or "… must have a boolean value".
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

function examineCache({ subject, at, where, otherwise, write }: RegistrySettings): readonly Finding[] {
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
  const cache = at(...path) ?? (otherwise === "image" ? "inmemory" : undefined);
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

/** Measured on 2.8.2 and 3.1.1: pushes after a collection rely on what the cache still names; with it off all is well. */
function judgeCache({ subject, cache, line, off }: CacheText): readonly Finding[] {
  const check = "config-cache";
  if (cache === "inmemory") {
    const message = `${subject} keeps what blobs there are in memory, so after a garbage collection under a running registry pushes succeed that can't be pulled${line}.`;
    const fix = `Restart the registry after each collection, or turn the cache off, which costs nothing on a disk: ${off}.`;
    return [finding("warning", check, { message, fix })];
  }
  if (cache === "redis") {
    const message = `${subject} keeps what blobs there are in Redis, which a restart after a garbage collection does not clear${line}.`;
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
  if (purging === undefined || purging === UNSEEN) return [];
  const check = "config-purging";
  const form = write(
    "storage.maintenance.uploadpurging",
    '{"enabled":true,"age":"168h","interval":"24h","dryrun":false}',
  );
  const fix = `All four keys are asked for, as in ${form}.`;
  if (!isObject(purging)) {
    const message = `${subject} gives storage.maintenance.uploadpurging a wrong shape, and the registry does not start with it${where(...path)}.`;
    return [finding("problem", check, { message, fix })];
  }
  // Measured: with `enabled: false` nothing else of it is looked at.
  if (purging["enabled"] === false) return [];
  const stops = ["age", "interval", "dryrun"].flatMap((key) => {
    const wrong = wrongPurging(key, purging[key]);
    return wrong === undefined ? [] : [`${key} ${wrong}`];
  });
  if (stops.length > 0) {
    const message = `${subject} has upload purging of which ${stops.join(", ")}, and the registry does not start with it${where(...path)}.`;
    return [finding("problem", check, { message, fix })];
  }
  if (purging["enabled"] === true) return [];
  // Measured: it starts, and purges, the text "false" included; the documentation asks for the key.
  const message = `${subject} has upload purging whose enabled is not true or false, which counts as true${where(...path)}.`;
  return [finding("warning", check, { message, fix })];
}

/** What is wrong with a value of it; measured: the registry panics of each. */
function wrongPurging(key: string, value: unknown): string | undefined {
  if (value === undefined) return "is missing";
  if (key === "dryrun") return typeof value === "boolean" ? undefined : "is not true or false";
  if (typeof value !== "string") return "is no text with a unit";
  return DURATION.test(value) ? undefined : "is no duration that Go reads (such as 168h; it has no days)";
}
