import { count } from "../../core/base/count.js";
import { PruneError } from "../../core/base/errors.js";
import { isObject } from "../../core/base/json.js";
import type { RepositoryName } from "../../core/names/reference.js";
import { type Finding, finding } from "../../core/result/finding.js";
import type { HubApi } from "../../registry/docker-hub/api.js";
import { pathOf } from "../../registry/docker-hub/lists.js";
import type { RegistryAbilities } from "../../registry/port/registry.js";
import { attempt, problemOf } from "../trouble.js";

/** The repository to examine, and the two interfaces of Docker Hub through which it is reached. */
export interface ExaminedHub {
  readonly registry: Pick<RegistryAbilities, "reader" | "deleter">;
  readonly api: HubApi;
  readonly repository: RepositoryName;
}

/** Examines whether a repository on Docker Hub is ready for a prune. Deletes nothing, and uses up one pull at most; every error becomes a finding. */
export async function examineHub({ registry, api, repository }: ExaminedHub): Promise<readonly Finding[]> {
  const { reader, deleter } = registry;
  const signedIn = await attempt(api.signIn());
  const tags = await attempt(reader.listTags(repository));
  const findings = [
    signedIn instanceof PruneError
      ? problemOf("signed-in", signedIn)
      : finding("ok", "signed-in", { message: "Docker Hub takes the password." }),
    tags instanceof PruneError
      ? problemOf("repository", tags)
      : finding("ok", "repository", { message: `${repository} has ${count(tags?.length ?? 0, "tag")}.` }),
  ];
  if (tags instanceof PruneError) return findings;
  const [first] = tags ?? [];
  const read = first === undefined ? undefined : await attempt(reader.readManifest(repository, first));
  const deletes =
    signedIn instanceof PruneError ? [] : [describeProof(await attempt(deleter.proveDeletes(repository)))];
  return [
    ...findings,
    ...(read instanceof PruneError ? [problemOf("pulls", read)] : []),
    ...deletes,
    ...(await examineImmutable(api, repository)),
  ];
}

function describeProof(deletes: unknown): Finding {
  return deletes instanceof PruneError
    ? problemOf("deletes", deletes)
    : finding("ok", "deletes", { message: "This account may delete tags and images in it." });
}

/** Says that tags can't be deleted in a repository whose tags are immutable (the API's GetRepository, immutable_tags_settings). */
async function examineImmutable(api: HubApi, repository: RepositoryName): Promise<readonly Finding[]> {
  const answer = await attempt(api.ask({ method: "GET", path: pathOf(repository) }));
  if (answer instanceof PruneError || !isObject(answer.data)) return [];
  const settings = answer.data["immutable_tags_settings"];
  if (!isObject(settings) || settings["enabled"] !== true) return [];
  return [
    finding("warning", "immutable-tags", {
      message: `${repository} has immutable tags, which Docker Hub does not delete.`,
      fix: "Exclude those that its rule names, or change it: on the repository's page, Settings, General, Tag mutability settings.",
    }),
  ];
}
