import { type CollectionSettings, readCollectionSettings } from "./collection.js";
import type { Reference } from "../../core/names/reference.js";
import type { SettingReader } from "./setting-reader.js";

/** The settings that every command has that deletes from repositories. */
export interface DeletionSettings {
  readonly dryRun: boolean;
  readonly collection?: CollectionSettings;
  /** Path of the journal to write to. A journal that is there already is continued. */
  readonly journal?: string;
  /** The time after which no deletion is begun, in milliseconds from the start of the run. */
  readonly timeLimit?: number;
  /** The folder where manifests are remembered from run to run. */
  readonly cache: CacheSetting;
}

/** The door's own folder, one that was named, or none. */
export type CacheSetting =
  | { readonly kind: "default" }
  | { readonly kind: "folder"; readonly path: string }
  | { readonly kind: "off" };

/** Reads the settings that every command has that deletes from repositories. Problems go to the reader. */
export function readDeletion(
  read: SettingReader,
  images: readonly Pick<Reference, "host">[],
): DeletionSettings {
  const collection = readCollectionSettings(read);
  const hosts = new Set(images.map(({ host }) => host));
  if (collection !== undefined && hosts.size > 1) {
    const setting = collection.by.kind === "container" ? "gc-container" : "gc-command";
    read.problem(
      setting,
      `it is for one registry, and there are images on ${[...hosts].join(", ")}; prune each by itself`,
    );
  }
  const journal = read.text("journal");
  const timeLimit = read.duration("time-limit");
  return {
    dryRun: read.boolean("dry-run"),
    ...(collection === undefined ? {} : { collection }),
    ...(journal === "" ? {} : { journal }),
    ...(timeLimit === undefined ? {} : { timeLimit }),
    cache: readCache(read),
  };
}

function readCache(read: SettingReader): CacheSetting {
  const path = read.text("cache-dir");
  if (!read.boolean("cache")) {
    if (path !== "") {
      read.problem("cache-dir", "it names a folder, and `cache: false` uses none; leave one of them out");
    }
    return { kind: "off" };
  }
  return path === "" ? { kind: "default" } : { kind: "folder", path };
}
