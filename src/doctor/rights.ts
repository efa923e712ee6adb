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

/** The finding about deletes; `refused` is the kind of the error if the registry refuses them. */
export interface Deletes {
  readonly finding: Finding;
  readonly refused?: RegistryErrorKind | "other";
}

/** Finds out whether deletes work: asks the registry to delete something that can't be there. */
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
 * Warns of CVE-2026-41888 (GHSA-6pjf-3r9x-m592): Distribution 3 before 3.1.1 deletes a tag by its name although deletes are
 * off. Empty if the registry does not show that fault.
 */
export async function examineTagDeletes(
  site: RepositoryAddress,
  product: Product,
  { refused }: Deletes,
): Promise<readonly Finding[]> {
  if (product.kind !== "distribution" || product.major !== 3 || refused !== "deletes-off") return [];
  if ((await attempt(deletesTagsByName(site))) !== true) return [];
  const message =
    "Deletes are off, but the registry still deletes a tag by its name (CVE-2026-41888, Distribution 3 before 3.1.1).";
  const fix = "Update the registry to 3.1.1 or later.";
  return [finding("warning", "tag-deletes", { message, fix })];
}

/**
 * Warns of a registry that may be Distribution 2.5 or earlier, which on S3 deletes longer names along with a tag. Empty if its answers show that it is none, or if
 * it refuses deletes.
 */
export async function examineLongerTags(
  registry: RegistryDeleter,
  { repository }: RepositoryAddress,
  { product, refused }: Pick<Deletes, "refused"> & { readonly product: Product },
): Promise<readonly Finding[]> {
  const isNew = product.kind === "distribution" && product.major === 3;
  if (isNew || refused !== undefined) return [];
  if ((await attempt(registry.mayTakeLongerTags(repository))) !== true) return [];
  const message =
    "This may be Distribution 2.5 or earlier, which on S3 deletes with a tag every tag whose name begins with that tag's. " +
    "So a prune deletes one image at a time, and may leave those whose tags begin a kept tag's.";
  const fix =
    "Update the registry to 2.8 or later. If it is later, something in front of it changes its answers, or the right to push is missing, by which 2.6 is told from 2.5.";
  return [finding("warning", "longer-tags", { message, fix })];
}

const CHECK = "writes";

/**
 * Finds out whether the storage takes writes: begins an upload and cancels it.
 * @param hasTags true if the repository has tags; in another, the upload would create a repository, so nothing is tried
 */
export async function examineWrites(
  site: RepositoryAddress,
  { refused }: Deletes,
  hasTags: boolean,
): Promise<Finding> {
  if (!hasTags) {
    const message =
      "Writing to the storage was not tried: a test upload needs a repository that has tags, because in any other it would leave something behind.";
    return finding("unknown", CHECK, { message });
  }
  // To cancel an upload, one needs the right to delete, and a proxy that lets DELETE through.
  if (refused !== undefined && refused !== "deletes-off" && refused !== "read-only") {
    const message = "Writing to the storage was not tried: a test upload could not be cancelled afterwards.";
    return finding("unknown", CHECK, { message });
  }
  const answer = await attempt(tryUpload(site));
  if (!(answer instanceof PruneError)) return describeUpload(site.connection.base.host, answer);
  const message = `Writing to the storage could not be tried: ${answer.message}.`;
  return finding("unknown", CHECK, { message, fix: answer.nextStep });
}

/** Explains what the answer to an upload means for a prune and for pushes. */
export function describeUpload(host: string, answer: UploadAnswer): Finding {
  switch (answer.kind) {
    case "cancelled":
      return finding("ok", CHECK, {
        message:
          "The storage takes writes: an upload was begun and cancelled. Distribution keeps a few hundred bytes of it in _uploads.",
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
        message: "You have no right to push, so writes could not be tried; a prune does not need that right.",
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
