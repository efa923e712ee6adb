import { isHost, type Reference } from "../../core/names/reference.js";
import { type CollectionSettings, readCollectionSettings } from "./collection.js";
import { type ConnectionSettings, readConnection } from "./connection.js";
import type { SettingReader } from "./setting-reader.js";

/** The settings of `reclaim`: a registry, and what is to be done on its disk. */
export interface ReclaimSettings extends ConnectionSettings {
  readonly command: "reclaim";
  /** Absent only where the user says that no registry runs. */
  readonly registry?: RegistryAddress;
  readonly collection?: CollectionSettings;
  readonly sweep?: SweepSettings;
  readonly dryRun: boolean;
}

/** The address of a registry. `host` is `host[:port]` in lower case. */
export type RegistryAddress = Pick<Reference, "host" | "scheme">;

/** The settings of a sweep, which removes leftovers from a registry's storage. Times are in milliseconds. */
export interface SweepSettings {
  /** A path, or `s3://bucket/prefix`. */
  readonly storage: string;
  readonly offline: boolean;
  readonly uploadsOlderThan: number;
  readonly untaggedOlderThan?: number;
}

/** Reads the settings of `reclaim`. Problems go to the reader. */
export function readReclaim(read: SettingReader): ReclaimSettings {
  const registry = readRegistry(read);
  const sweep = readSweep(read);
  const collection = readCollectionSettings(read);
  if (sweep === undefined && collection === undefined) {
    read.problem("gc-container", "nothing says what to do; give gc-container, gc-command or storage");
  }
  checkRegistry(read, { registry, sweep, collection });
  return {
    command: "reclaim",
    ...readConnection(read, registry === undefined ? [] : [registry]),
    ...(registry === undefined ? {} : { registry }),
    ...(collection === undefined ? {} : { collection }),
    ...(sweep === undefined ? {} : { sweep }),
    dryRun: read.boolean("dry-run"),
  };
}

/** Reports a problem where no registry is named, unless none runs. */
function checkRegistry(
  read: SettingReader,
  settings: {
    readonly registry: RegistryAddress | undefined;
    readonly sweep: SweepSettings | undefined;
    readonly collection: CollectionSettings | undefined;
  },
): void {
  const { registry, sweep, collection } = settings;
  const isOffline = sweep?.offline === true;
  if (!isOffline && read.text("registry") === "") {
    read.problem(
      "registry",
      "it is empty; name the registry whose disk is meant, such as registry.example.com:5000",
    );
  }
  if (isOffline && (registry !== undefined || collection !== undefined)) {
    read.problem(
      "offline",
      "it says that no registry runs, and a registry or a collection of a running one is named too; take one away",
    );
  }
}

function readRegistry(read: SettingReader): RegistryAddress | undefined {
  const text = read.text("registry");
  if (text === "") return undefined;
  const [, scheme, host = ""] = /^(?:(https?):\/\/)?([^/]+)\/?$/i.exec(text) ?? [];
  if (!isHost(host)) {
    read.problem("registry", `"${text}" is not a registry; write host[:port] alone, such as localhost:5000`);
    return undefined;
  }
  const spoken = scheme?.toLowerCase();
  return {
    host: host.toLowerCase(),
    ...(spoken === "http" || spoken === "https" ? { scheme: spoken } : {}),
  };
}

function readSweep(read: SettingReader): SweepSettings | undefined {
  const storage = read.text("storage");
  const offline = read.boolean("offline");
  const uploadsOlderThan = read.duration("uploads-older-than");
  const untaggedOlderThan = read.duration("untagged-older-than");
  if (storage === "") {
    if (offline || untaggedOlderThan !== undefined) {
      const setting = offline ? "offline" : "untagged-older-than";
      read.problem(setting, "it is about the registry's storage; name that in storage");
    }
    return undefined;
  }
  return {
    storage,
    offline,
    // It is undefined only with a problem, which stops the run before this is used.
    uploadsOlderThan: uploadsOlderThan ?? Infinity,
    ...(untaggedOlderThan === undefined ? {} : { untaggedOlderThan }),
  };
}
