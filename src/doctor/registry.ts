import { count } from "../core/base/count.js";
import { PruneError } from "../core/base/errors.js";
import { type Finding, finding } from "../core/result/finding.js";
import type { RepositoryName, Tag } from "../core/names/reference.js";
import { createDistribution } from "../registry/distribution/distribution.js";
import type { Connection } from "../registry/connection/connection.js";
import { accessAllTheSame, examineAccess } from "./access.js";
import { examineCache } from "./cache.js";
import { examineDeletes, examineLongerTags, examineTagDeletes, examineWrites } from "./rights.js";
import { examineTags } from "./tags.js";
import { attempt, problemOf } from "./trouble.js";
import { describeUnforeseen } from "./unforeseen.js";

/** The repository to examine, and the connection to its registry. */
export interface ExaminedRepository {
  readonly connection: Connection;
  readonly repository: RepositoryName;
}

/**
 * Examines whether a registry is ready for a prune of one repository. It deletes nothing and cancels the one upload that it
 * begins. Every error becomes a finding.
 */
export async function examineRegistry({
  connection,
  repository,
}: ExaminedRepository): Promise<readonly Finding[]> {
  const site = { connection, repository };
  const access = await examineAccess(site);
  const { reader } = createDistribution(connection, ["pull"]);
  const { deleter } = createDistribution(connection, ["pull", "delete"]);
  if (access.product === undefined && access.isStrange !== true) {
    return [...access.findings, REST_NOT_EXAMINED];
  }
  const listed = await attempt(reader.listTags(repository));
  const { findings, product } =
    access.product !== undefined || listed instanceof PruneError ? access : accessAllTheSame(access);
  if (product === undefined) return [...findings, REST_NOT_EXAMINED];
  const deletes = await examineDeletes(deleter, site);
  const tags = listed instanceof PruneError ? undefined : listed;
  const hasTags = tags !== undefined && tags.length > 0;
  return [
    ...findings,
    listed instanceof PruneError ? problemOf("repository", listed) : describeRepository(repository, listed),
    await examineCache(site, product),
    deletes.finding,
    ...(await examineTagDeletes(site, product, deletes)),
    ...(hasTags ? await examineLongerTags(deleter, site, { ...deletes, product }) : []),
    await examineWrites(site, deletes, hasTags),
    ...(hasTags ? await examineTags(reader, site, { tags, product }) : []),
    ...describeUnforeseen(connection.base.hostname, product),
  ];
}

/** The finding that stands for all further checks if signing in fails. */
export const REST_NOT_EXAMINED = finding("unknown", "rest", {
  message: "Nothing else about the registry could be examined.",
});

function describeRepository(repository: RepositoryName, tags: readonly Tag[] | undefined): Finding {
  if (tags === undefined) {
    return finding("warning", "repository", {
      message: `The registry does not know ${repository}: nothing was pushed to it yet, or the name is wrong.`,
      fix: "Push an image to it, or correct image.",
    });
  }
  const number = tags.length === 0 ? "no tags" : count(tags.length, "tag");
  return finding("ok", "repository", { message: `${repository} has ${number}.` });
}
