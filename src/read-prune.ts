import { SORTS } from "./core/order.js";
import { GROUPINGS, OR_WHAT, parsePattern, type RetentionPolicy, UNTAG_WAYS } from "./core/policy.js";
import type { Reference } from "./core/reference.js";
import { type ConnectionSettings, readConnection, readImages } from "./read-connection.js";
import { type DeletionSettings, readDeletion } from "./read-deletion.js";
import type { SettingReader } from "./setting-reader.js";

/** The settings of `prune`, read. */
export interface PruneSettings extends ConnectionSettings, DeletionSettings {
  readonly command: "prune";
  /** At least one. */
  readonly images: readonly Reference[];
  readonly policy: RetentionPolicy;
  /** Path to save the plan to, where the door does not choose one. */
  readonly plan?: string;
}

/** Reads the settings of `prune`; what is wrong is in the reader's problems. */
export function readPrune(read: SettingReader): PruneSettings {
  const images = readImages(read);
  const plan = read.text("plan");
  return {
    command: "prune",
    images,
    ...readDeletion(read, images),
    ...readConnection(read, images),
    policy: readPolicy(read),
    ...(plan === "" ? {} : { plan }),
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
    orphans: read.choice("orphans", OR_WHAT),
    dangling: read.choice("dangling", OR_WHAT),
    untag: read.choice("untag", UNTAG_WAYS),
  };
}
