import { isDigest, isTag, type Reference } from "../../core/names/reference.js";
import { PruneError } from "../../core/base/errors.js";
import {
  type ConnectionSettings,
  readConnection,
  readOptionalImages,
  refuseGlobs,
  refuseSeveral,
} from "./connection.js";
import type { SettingReader } from "./setting-reader.js";

/** The settings of `restore`. */
export interface RestoreSettings extends ConnectionSettings {
  readonly command: "restore";
  /** Path of the journal. */
  readonly journal: string;
  /** The tags and digests to put back; all of the journal where there are none. */
  readonly wanted: readonly string[];
  /** The one repository to restore; every one of the journal where it is absent. */
  readonly image?: Reference;
  readonly dryRun: boolean;
}

/** Reads the settings of `restore`. Problems go to the reader. */
export function readRestore(read: SettingReader): RestoreSettings {
  const { images, globs } = readOptionalImages(read, "the journal");
  refuseGlobs(read, globs, "a restore is of one repository, or of all in the journal");
  const journal = read.text("journal");
  if (journal === "") read.problem("journal", "it is empty; name the journal of the run that deleted");
  const [image] = images;
  refuseSeveral(read, images, "a restore is of one, or of all in the journal");
  return {
    command: "restore",
    journal,
    wanted: read.list("tags", parseWanted, /[\r\n,]+/),
    ...(image === undefined ? {} : { image }),
    ...readConnection(read, images),
    dryRun: read.boolean("dry-run"),
  };
}

function parseWanted(text: string): string {
  if (/^[./~]|\.ndjson$/.test(text)) {
    throw new PruneError(
      `"${text}" seems to be another journal, and a restore reads one: run it for each journal by itself`,
      "Run it for each.",
    );
  }
  if (isTag(text) || isDigest(text)) return text;
  throw new PruneError(`"${text}" is neither a tag nor a digest`, "Correct it.");
}
