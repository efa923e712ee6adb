import { PruneError } from "../../../core/base/errors.js";
import type { RepositoryName, Tag } from "../../../core/names/reference.js";
import type { Connection } from "../../connection/connection.js";
import type { HttpResponse } from "../../http/message.js";
import { asDoubt } from "../../port/doubt.js";
import { RegistryError, type SendingTerms } from "../../port/registry.js";
import { askAsNobody, askSignedIn, tagOfNobody } from "../probes.js";
import { seeGone } from "../delete.js";
import { refusal } from "../refusals.js";
import type { Call } from "../requests.js";
import { hasWords, isPage, registryErrors } from "../words/answers.js";

/** A product's own way to delete a tag and leave its image, where the standard one refuses. */
export type OwnUntag = (
  repository: RepositoryName,
  tag: string,
  terms?: SendingTerms,
) => Promise<HttpResponse>;

/** A registry, and the function that sends it requests with the right to delete. */
export interface OwnUntagSite {
  readonly connection: Connection;
  readonly call: Call;
}

/** The products that have such a way. */
export type OwnProduct = "GitLab" | "Harbor";

type AnswerHeaders = HttpResponse["headers"];

/**
 * Finds out which of these products a registry is, by its answers to `GET /v2/`; `undefined` of all others. The repository is one to sign in for.
 * @throws {RegistryError} where that can't be seen
 */
export async function findOwnProduct(
  connection: Connection,
  repository: RepositoryName,
): Promise<OwnProduct | undefined> {
  const { status, headers } = await askAsNobody(connection);
  if ((headers["www-authenticate"] ?? "").includes('service="harbor-registry"')) return "Harbor";
  if (isGitLabs(headers)) return "GitLab";
  // GitLab's registry names its features to whom it lets in. Who was let in as nobody has seen all.
  if (status !== 401) return undefined;
  return isGitLabs((await askSignedIn({ connection, repository })).headers) ? "GitLab" : undefined;
}

function isGitLabs(headers: AnswerHeaders): boolean {
  const features = headers["gitlab-container-registry-features"];
  return typeof features === "string" && features.split(",").some((name) => name.trim() === "tag_delete");
}

/**
 * Proves a product's own way to delete a tag by one that nobody can have given; `undefined` where it is not allowed, or where that can't be seen: then the tag
 * stays.
 */
export async function proveOwnUntag(
  site: OwnUntagSite,
  product: OwnProduct,
  repository: RepositoryName,
): Promise<OwnUntag | undefined> {
  try {
    const way = product === "GitLab" ? gitLabsWay(site) : await harborsWay(site, repository);
    if (way === undefined) return undefined;
    return saysNoSuchTag(await way(repository, tagOfNobody())) ? way : undefined;
  } catch (error) {
    if (error instanceof PruneError) return undefined;
    throw error;
  }
}

/** GitLab's registry before it took tags in the standard way (its API, "Delete Tag", of the feature tag_delete). */
function gitLabsWay({ call }: OwnUntagSite): OwnUntag {
  return (of, tag, terms) =>
    call(of, { method: "DELETE", path: `tags/reference/${tag}`, attempts: 1, terms });
}

/** Harbor's API (its swagger, deleteTag). It is on the registry's own host, and takes the same user and password. */
async function harborsWay(
  { connection }: OwnUntagSite,
  repository: RepositoryName,
): Promise<OwnUntag | undefined> {
  const { base, http, basic } = connection;
  const authorization = await basic(repository);
  if (authorization === undefined) return undefined;
  return (of, tag, terms) => {
    const [project = "", ...rest] = of.split("/");
    // "If it contains slash, encode it twice over with URL encoding."
    const name = encodeURIComponent(encodeURIComponent(rest.join("/")));
    const url = new URL(
      `api/v2.0/projects/${project}/repositories/${name}/artifacts/${tag}/tags/${tag}`,
      base,
    );
    return http.send({ method: "DELETE", url, headers: { authorization }, attempts: 1, terms });
  };
}

/** Deletes a tag in a product's own way. @throws {RegistryError} where it was not deleted, or not for certain */
export async function deleteInOwnWay(
  { way, host, isThere }: OwnDeletion,
  repository: RepositoryName,
  { tag, terms }: { readonly tag: Tag; readonly terms: SendingTerms | undefined },
): Promise<"deleted" | "gone"> {
  const sent = await way(repository, tag, terms).catch(asDoubt);
  const doubt =
    sent instanceof RegistryError ? sent : refusal(host, sent, `deleting the tag ${repository}:${tag}`);
  if (!(sent instanceof RegistryError)) {
    if ([200, 202, 204].includes(sent.status) && !isPage(sent)) return "deleted";
    if (saysNoSuchTag(sent)) return "gone";
    // In words it says that it did not do it.
    if (sent.status < 500 && hasWords(sent)) throw doubt;
  }
  return seeGone(() => isThere(repository, tag), doubt, "still-there");
}

/** The way to delete, and a look at what became of it. */
export interface OwnDeletion {
  readonly way: OwnUntag;
  readonly host: string;
  readonly isThere: (repository: RepositoryName, tag: Tag) => Promise<boolean>;
}

const NO_SUCH_TAG = ["TAG_UNKNOWN", "MANIFEST_UNKNOWN", "NAME_UNKNOWN", "NOT_FOUND"];

function saysNoSuchTag(response: HttpResponse): boolean {
  const errors = registryErrors(response) ?? [];
  return (
    response.status === 404 && errors.length > 0 && errors.every(({ code }) => NO_SUCH_TAG.includes(code))
  );
}
