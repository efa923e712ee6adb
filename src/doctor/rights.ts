import { PruneError } from "../core/base/errors.js";
import { type Finding, finding } from "../core/result/finding.js";
import {
  deletesTagsByName,
  type RepositoryAddress,
  tryUpload,
  type UploadAnswer,
} from "../registry/distribution/probes.js";
import { type RegistryDeleter, RegistryError, type RegistryErrorKind } from "../registry/port/registry.js";
import type { Product } from "./product.js";
import { attempt, problemOf } from "./trouble.js";

/** Whether deletes work. `refused` names why not. */
export interface Deletes {
  readonly finding: Finding;
  readonly refused?: RegistryErrorKind | "other";
}

/** Asks the registry to delete what can't be there. */
export async function examineDeletes(
  registry: RegistryDeleter,
  { repository }: RepositoryAddress,
): Promise<Deletes> {
  const error = await attempt(registry.proveDeletes(repository));
  if (error instanceof PruneError) {
    const refused = error instanceof RegistryError ? error.kind : "other";
    return { finding: problemOf("deletes", error), refused };
  }
  return { finding: finding("ok", "deletes", { message: "Deletes are on, and you may delete." }) };
}

/**
 * CVE-2026-41888 (GHSA-6pjf-3r9x-m592): Distribution 3 before 3.1.1 deletes a tag by its name although deletes are off.
 * Nothing is said where it does not show.
 */
export async function examineTagDeletes(
  site: RepositoryAddress,
  product: Product,
  { refused }: Deletes,
): Promise<readonly Finding[]> {
  if (product.kind !== "distribution" || product.major !== 3 || refused !== "deletes-off") return [];
  if ((await attempt(deletesTagsByName(site))) !== true) return [];
  const message =
    "Deletes are off, and the registry deletes tags by their names all the same (CVE-2026-41888, Distribution 3 before 3.1.1).";
  const fix = "Update the registry to 3.1.1 or later.";
  return [finding("warning", "tag-deletes", { message, fix })];
}

const CHECK = "writes";

/**
 * Begins an upload and cancels it, in a repository that exists.
 * @param hasTags whether it exists: beginning an upload would create it
 */
export async function examineWrites(
  site: RepositoryAddress,
  { refused }: Deletes,
  hasTags: boolean,
): Promise<Finding> {
  if (!hasTags) {
    const message =
      "Whether the storage takes writes was not tried, for it takes a repository that has tags: in another it would leave something behind.";
    return finding("unknown", CHECK, { message });
  }
  // Cancelling takes the right to delete, and a way for DELETE.
  if (refused !== undefined && refused !== "deletes-off" && refused !== "read-only") {
    const message =
      "Whether the storage takes writes was not tried, for an upload that is begun could not be cancelled.";
    return finding("unknown", CHECK, { message });
  }
  const answer = await attempt(tryUpload(site));
  if (!(answer instanceof PruneError)) return describeUpload(site.connection.base.host, answer);
  const message = `Whether the storage takes writes could not be found out: ${answer.message}.`;
  return finding("unknown", CHECK, { message, fix: answer.nextStep });
}

/** What an answer to an upload means for a prune and for who pushes. */
export function describeUpload(host: string, answer: UploadAnswer): Finding {
  switch (answer.kind) {
    case "cancelled":
      return finding("ok", CHECK, {
        message:
          "The storage takes writes: an upload was begun and cancelled, of which Distribution keeps some hundred bytes in _uploads.",
      });
    case "left-behind":
      return finding("warning", CHECK, {
        message: `The storage takes writes, and the upload that was begun could not be cancelled: ${answer.why}.`,
        fix:
          "The registry purges it, after a week by default. An address at another origin, which pushes fail on too, comes from " +
          "a reverse proxy that does not pass on Host and X-Forwarded-Proto; http.relativeurls: true in the registry's configuration helps as well.",
      });
    case "no-right":
      return finding("unknown", CHECK, {
        message: "You have no right to push, and a prune needs none; so writes could not be tried.",
      });
    case "disk-full":
      return finding("problem", CHECK, {
        message: `The disk of ${host} is full, so pushes fail.`,
        fix:
          "A prune works all the same, for deleting needs no space; but it frees none before the registry's garbage has been collected, " +
          "which needs no space either. Prune, collect the garbage, then push again.",
      });
    case "read-only":
      return finding("warning", CHECK, {
        message: `${host} is read-only at the moment, so pushes fail.`,
        fix: "Its maintenance has to end first (storage.maintenance.readonly in its configuration).",
      });
    case "takes-no-pushes":
      return finding("unknown", CHECK, {
        message: "The registry takes no pushes at all, as a pull-through cache.",
      });
    case "unexpected":
      return finding("warning", CHECK, {
        message: `${host} answered ${answer.status} where an upload was to begin, so pushes seem to fail.`,
        fix: "Look at the registry's log.",
      });
  }
}
