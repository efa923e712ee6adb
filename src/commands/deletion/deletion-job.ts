import type { CacheFolder } from "../../registry/cache/cache-folder.js";
import type { ImageGlob } from "../../core/names/image-glob.js";
import type { Reference } from "../../core/names/reference.js";
import type { DeletionLimit } from "../../core/plan/deletion-limit.js";
import type { PlannedRepository } from "../../core/plan/revalidate.js";
import type { Policies, UntagWay } from "../../core/policy/policy.js";
import type { Say } from "../../core/result/event.js";
import type { SizedPlan } from "../../report/words/records.js";
import type { ConnectionSettings } from "../../settings/read/connection.js";
import type { DeletionSettings } from "../../settings/read/deletion.js";
import type { IfMissing } from "../../settings/table/missing.js";
import type { CollectionHooks } from "../collection/job.js";
import type { OpenRegistries } from "./access.js";
import type { JournalPlaces } from "../../run/journal/moving-journal.js";
import type { Journals } from "./journals.js";
import type { RepositoryPlace } from "./places.js";

/** A run that deletes: its settings, and the source of its decisions. */
export interface DeletionJob extends ConnectionSettings, DeletionSettings {
  /** True if a repository may end without a tag. */
  readonly allowEmpty: boolean;
  /** The way to delete a tag whose image stays. */
  readonly untag: UntagWay;
  /** The registry of the first image; the one whose garbage is collected. Absent where there is nothing to do. */
  readonly first: Pick<Reference, "host" | "scheme"> | undefined;
  readonly by: ByPolicy | BySavedPlan;
}

/** The policy decides, in the repositories that are named or that patterns match. */
export interface ByPolicy {
  readonly kind: "policy";
  readonly images: readonly Reference[];
  readonly globs: readonly ImageGlob[];
  readonly policies: Policies;
  /** The way to take a repository that its registry does not know. */
  readonly ifMissing: IfMissing;
  /** The most that may go from a repository. */
  readonly maxDeletions?: DeletionLimit;
}

/** A plan decides that an earlier run saved. */
export interface BySavedPlan {
  readonly kind: "saved-plan";
  readonly places: readonly RepositoryPlace[];
  /** By `host/repository`. */
  readonly planned: ReadonlyMap<string, PlannedRepository>;
}

/** The parts of a run that its door gives it. */
export interface DeletionHooks extends CollectionHooks {
  readonly say: Say;
  readonly userAgent: string;
  /** Name and version of the program. */
  readonly tool: string;
  /** A folder for journals, where the settings name none; absent for a user who has none. */
  readonly journalFolder: string | undefined;
  /** The folder where manifests are remembered, where the settings name none; absent where nothing is to be. */
  readonly cacheFolder?: string | undefined;
  /** Folders where everybody may make something, for a journal that can't be written there. */
  readonly spareFolders?: readonly string[];
  /** Resolves with false where nobody reads the log; absent where it is taken at once. */
  readonly isLogTaken?: JournalPlaces["isLogTaken"];
  /** Saves all plans of the run, before anything is deleted; absent where nobody wants them. */
  readonly savePlans?: (plans: readonly SizedPlan[]) => Promise<void>;
  /** Asks a person if the run is to go on; absent where nobody is to be asked. */
  readonly confirm?: (plans: readonly SizedPlan[]) => Promise<boolean>;
}

/** A job under way, with all that it has opened. */
export interface DeletionRun {
  readonly job: DeletionJob;
  readonly hooks: DeletionHooks;
  readonly registries: OpenRegistries;
  readonly journals: Journals;
  /** The manifests that earlier runs read; absent where none are remembered. */
  readonly cache?: CacheFolder;
}
