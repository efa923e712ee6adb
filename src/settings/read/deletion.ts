import { type CollectionSettings, readCollectionSettings } from "./collection.js";
import type { Reference } from "../../core/names/reference.js";
import type { SettingReader } from "./setting-reader.js";

/** What every command that deletes from repositories takes besides. */
export interface DeletionSettings {
  readonly dryRun: boolean;
  readonly collection?: CollectionSettings;
  /** Path of the journal to write to, and to go on from where there is one. */
  readonly journal?: string;
  /** Milliseconds from the start of the run after which no deletion is begun. */
  readonly timeLimit?: number;
}

/** Reads what every command that deletes takes; what is wrong is in the reader's problems. */
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
  };
}
