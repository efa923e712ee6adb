import { PruneError } from "../../core/base/errors.js";
import type { DeletionLimit } from "../../core/plan/deletion-limit.js";
import type { Policies } from "../../core/policy/policy.js";
import { IF_MISSING, type IfMissing } from "../table/missing.js";
import {
  type ConnectionSettings,
  listImages,
  type NamedImages,
  readConnection,
  readImages,
} from "./connection.js";
import { type DeletionSettings, readDeletion } from "./deletion.js";
import { readPolicies } from "./policy.js";
import type { SettingReader } from "./setting-reader.js";

/** The settings of `prune`. There is no image and no pattern where nothing was pushed. */
export interface PruneSettings extends ConnectionSettings, DeletionSettings, NamedImages {
  readonly command: "prune";
  readonly policies: Policies;
  readonly ifMissing: IfMissing;
  /** The most that may be deleted from a repository. */
  readonly maxDeletions?: DeletionLimit;
  /** Path of the file to save the plan to. */
  readonly plan?: string;
}

/** Reads the settings of `prune`. Problems go to the reader. */
export function readPrune(read: SettingReader): PruneSettings {
  const ifMissing = read.choice("if-missing", IF_MISSING);
  // An empty text is the output of docker/metadata-action where nothing is to be pushed. No text at all is a command line that was not finished.
  const mayBeEmpty = ifMissing === "warn" && read.isWritten("image");
  const { images, globs } = mayBeEmpty ? listImages(read) : readImages(read);
  const places = [...images, ...globs];
  const plan = read.text("plan");
  const maxDeletions = read.value("max-deletions", parseMostDeletions);
  return {
    command: "prune",
    images,
    globs,
    ifMissing,
    ...readDeletion(read, places),
    ...readConnection(read, places),
    policies: readPolicies(read),
    ...(maxDeletions === undefined ? {} : { maxDeletions }),
    ...(plan === "" ? {} : { plan }),
  };
}

function parseMostDeletions(text: string): DeletionLimit {
  if (/^\d{1,9}$/.test(text)) return { kind: "count", count: Number(text) };
  const percent = Number(/^(\d{1,3}(?:\.\d+)?) ?%$/.exec(text)?.[1]);
  if (percent <= 100) return { kind: "share", percent };
  throw new PruneError(
    `"${text}" is neither a whole number nor a percentage up to 100%; write 50, or 20%`,
    "Correct it.",
  );
}
