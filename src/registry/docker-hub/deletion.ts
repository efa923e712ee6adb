import { setTimeout as sleep } from "node:timers/promises";
import { PruneError } from "../../core/base/errors.js";
import type { Digest, RepositoryName, Tag } from "../../core/names/reference.js";
import { tagOfNobody } from "../distribution/probes.js";
import { asDoubt } from "../port/doubt.js";
import {
  type RegistryDeleter,
  RegistryError,
  type RegistryErrorKind,
  type RegistryReader,
  type SendingTerms,
} from "../port/registry.js";
import type { HubApi } from "./api.js";
import { hubRefusal, saysHubNo, saysHubUnknown, stillReferred } from "./refusals.js";

/** The ways to delete on Docker Hub: tags by its API, and what has no tag by its registry. */
export interface HubDeleting {
  readonly api: HubApi;
  readonly registry: Pick<RegistryDeleter, "deleteManifest" | "proveDeletes"> &
    Pick<RegistryReader, "resolveTag">;
  /** Told of each tag that was deleted. */
  readonly onUntagged: (repository: RepositoryName, tag: Tag) => void;
  /** Pauses before a deletion is sent again that was refused because a tag's deletion takes effect late, in milliseconds. */
  readonly pauses?: readonly number[];
}

/** Something to delete, and the terms under which that may be sent. */
interface HubTarget<What> {
  readonly repository: RepositoryName;
  readonly what: What;
  readonly terms: SendingTerms | undefined;
}

// "Deletion operations may take some time to complete" (https://docs.docker.com/docker-hub/repos/manage/hub-images/manage/).
const PAUSES: readonly number[] = [250, 500, 1000, 2000];

/**
 * Returns the path by which a tag is deleted. The published description of the API has none; it is what Docker's own hub-tool and the Hub's pages send.
 */
function deletionPath(repository: RepositoryName, tag: string): string {
  return `/v2/repositories/${repository}/tags/${tag}/`;
}

/** Resolves if both ways would delete: each is asked to delete what nobody can have. @throws {RegistryError} where one would not */
export async function proveHubDeletes(
  { api, registry }: HubDeleting,
  repository: RepositoryName,
): Promise<void> {
  await api.signIn();
  const answer = await api.ask({ method: "DELETE", path: deletionPath(repository, tagOfNobody()) });
  if (!saysHubUnknown(answer)) {
    throw hubRefusal(answer, {
      host: api.host,
      name: repository,
      doing: `asking whether ${repository} may be deleted from`,
    });
  }
  await registry.proveDeletes(repository);
}

/** Deletes a tag and leaves its image. @throws {RegistryError} where it was not deleted, or not for certain */
export async function deleteHubTag(
  deleting: HubDeleting,
  target: HubTarget<Tag>,
): Promise<"deleted" | "gone"> {
  const outcome = await sendTagDeletion(deleting, target);
  deleting.onUntagged(target.repository, target.what);
  return outcome;
}

async function sendTagDeletion(
  { api, registry }: HubDeleting,
  { repository, what: tag, terms }: HubTarget<Tag>,
): Promise<"deleted" | "gone"> {
  const name = `the tag ${repository}:${tag}`;
  const answer = await api
    .ask({ method: "DELETE", path: deletionPath(repository, tag), terms })
    .catch(asDoubt);
  const isNone = answer instanceof RegistryError;
  if (!isNone && (answer.status === 204 || answer.status === 202)) return "deleted";
  const refusal = isNone ? answer : hubRefusal(answer, { host: api.host, name, doing: `deleting ${name}` });
  if (!isNone && saysHubNo(answer)) throw refusal;
  // A 404 is also how it says no to who may not see the repository.
  const isLeft = await isThere(registry, { repository, tag }, refusal);
  if (!isLeft) return !isNone && saysHubUnknown(answer) ? "gone" : "deleted";
  throw told(refusal, refusal.kind === "forbidden" ? "forbidden" : "still-there", "it is still there");
}

/** True if a tag that was to be deleted is there. @throws {RegistryError} `unproven` where that can't be seen */
async function isThere(
  registry: HubDeleting["registry"],
  { repository, tag }: { readonly repository: RepositoryName; readonly tag: Tag },
  refusal: RegistryError,
): Promise<boolean> {
  try {
    return (await registry.resolveTag(repository, tag)) !== undefined;
  } catch (error) {
    if (!(error instanceof PruneError)) throw error;
    throw told(refusal, "unproven", `whether it is gone can't be seen: ${error.message}`);
  }
}

/**
 * Deletes an image: first its tags, each only if it points at it in that moment, for the registry refuses what a tag refers to. A tag that was pushed there since
 * keeps the image by that.
 * @throws {RegistryError} where it was not deleted, or not for certain
 */
export async function deleteHubImage(
  deleting: HubDeleting,
  { repository, what: digest, terms }: HubTarget<Digest>,
  tags: readonly Tag[],
): Promise<"deleted" | "gone"> {
  let isUntagged = false;
  try {
    for (const tag of tags) {
      if ((await deleting.registry.resolveTag(repository, tag)) !== digest) continue;
      await deleteHubTag(deleting, { repository, what: tag, terms });
      isUntagged = true;
    }
    const outcome = await deleteUntagged(deleting, { repository, what: digest, terms }, isUntagged);
    return isUntagged ? "deleted" : outcome;
  } catch (error) {
    const isHalf = isUntagged && error instanceof RegistryError && REFUSED.has(error.kind);
    throw isHalf ? told(error, "unexpected-answer", "tags of it are gone by then") : error;
  }
}

/** The errors that say that nothing was done. */
const REFUSED: ReadonlySet<RegistryErrorKind> = new Set<RegistryErrorKind>([
  "unauthorized",
  "forbidden",
  "not-deletable",
  "still-there",
]);

/** The errors of a deletion that may be done all the same a moment later: its tag is not gone yet, or it goes on in the background after a 500. */
const LATE: ReadonlySet<RegistryErrorKind> = new Set<RegistryErrorKind>(["forbidden", "still-there"]);

async function deleteUntagged(
  { registry, pauses = PAUSES }: HubDeleting,
  { repository, what: digest, terms }: HubTarget<Digest>,
  isUntagged: boolean,
): Promise<"deleted" | "gone"> {
  let last: RegistryError | undefined;
  for (const pause of [...pauses, undefined]) {
    try {
      return await registry.deleteManifest(repository, digest, terms);
    } catch (error) {
      // The right to delete was proven before. So it says no of this one, because something refers to it.
      if (!(error instanceof RegistryError) || !LATE.has(error.kind)) throw error;
      last = error;
      if (pause === undefined) break;
      await sleep(pause, undefined, terms?.stop === undefined ? {} : { signal: terms.stop }).catch(
        () => undefined,
      );
    }
  }
  if (last?.kind === "still-there") throw last;
  throw stillReferred(`${repository}@${digest}`, { isUntagged });
}

function told(refusal: RegistryError, kind: RegistryError["kind"], seen: string): RegistryError {
  const { message, nextStep } = refusal;
  return new RegistryError(kind, { message: `${message}; ${seen}`, nextStep }, refusal);
}
