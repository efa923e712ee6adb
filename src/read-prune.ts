import { SORTS } from "./core/order.js";
import { GROUPINGS, parsePattern, type RetentionPolicy } from "./core/policy.js";
import type { Reference } from "./core/reference.js";
import { type CollectionSettings, readCollectionSettings } from "./read-collection.js";
import { type ConnectionSettings, readConnection, readImages } from "./read-connection.js";
import type { SettingReader } from "./setting-reader.js";

/** The settings of `prune`, read. */
export interface PruneSettings extends ConnectionSettings {
  readonly command: "prune";
  /** At least one. */
  readonly images: readonly Reference[];
  readonly policy: RetentionPolicy;
  readonly dryRun: boolean;
  readonly collection?: CollectionSettings;
}

/** Reads the settings of `prune`; what is wrong is in the reader's problems. */
export function readPrune(read: SettingReader): PruneSettings {
  const images = readImages(read);
  const collection = readCollectionSettings(read);
  const hosts = new Set(images.map(({ host }) => host));
  if (collection !== undefined && hosts.size > 1) {
    const setting = collection.by.kind === "container" ? "gc-container" : "gc-command";
    read.problem(
      setting,
      `it is for one registry, and there are images on ${[...hosts].join(", ")}; prune each by itself`,
    );
  }
  return {
    command: "prune",
    images,
    ...readConnection(read, images),
    policy: readPolicy(read),
    dryRun: read.boolean("dry-run"),
    ...(collection === undefined ? {} : { collection }),
  };
}

function readPolicy(read: SettingReader): RetentionPolicy {
  const allowEmpty = read.boolean("allow-empty");
  const keep = read.count("keep");
  if (keep === 0 && !allowEmpty) {
    read.problem("keep", "0 would delete every candidate; write 1 or more, or allow-empty: true as well");
  }
  return {
    // What is wrong stops the run before it is used.
    keep: keep ?? Infinity,
    sort: read.choice("sort", SORTS),
    groupBy: read.choice("group-by", GROUPINGS),
    include: read.list("include", parsePattern),
    exclude: read.list("exclude", parsePattern),
    allowEmpty,
  };
}
