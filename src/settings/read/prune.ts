import { PruneError } from "../../core/base/errors.js";
import type { DeletionLimit } from "../../core/plan/deletion-limit.js";
import type { Policies } from "../../core/policy/policy.js";
import { type ConnectionSettings, type NamedImages, readConnection, readImages } from "./connection.js";
import { type DeletionSettings, readDeletion } from "./deletion.js";
import { readPolicies } from "./policy.js";
import type { SettingReader } from "./setting-reader.js";

/** The settings of `prune`, read. Of images and patterns there is at least one. */
export interface PruneSettings extends ConnectionSettings, DeletionSettings, NamedImages {
  readonly command: "prune";
  readonly policies: Policies;
  /** The most that may go from a repository. */
  readonly maxDeletions?: DeletionLimit;
  /** Path to save the plan to, where the door does not choose one. */
  readonly plan?: string;
}

/** Reads the settings of `prune`; what is wrong is in the reader's problems. */
export function readPrune(read: SettingReader): PruneSettings {
  const { images, globs } = readImages(read);
  const places = [...images, ...globs];
  const plan = read.text("plan");
  const maxDeletions = read.value("max-deletions", parseMostDeletions);
  return {
    command: "prune",
    images,
    globs,
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
