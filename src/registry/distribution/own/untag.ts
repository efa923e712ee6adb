import { PruneError } from "../../../core/base/errors.js";
import type { RepositoryName } from "../../../core/names/reference.js";
import type { Connection } from "../../connection/connection.js";
import { signedProduct } from "../../connection/product-signs.js";
import type { HttpResponse } from "../../http/message.js";
import { askAsNobody, askSignedIn, tagOfNobody } from "../probes.js";
import { refusal } from "../refusals.js";
import type { Call } from "../requests.js";
import { hasWords, isPage, registryErrors } from "../words/answers.js";
import type { OwnUntag } from "./own-untag.js";

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
  if (signedProduct(headers)?.product === "harbor") return "Harbor";
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
    const target = { repository, tag: tagOfNobody(), at: undefined };
    return saysNoSuchTag(await way.send(target, undefined)) ? way : undefined;
  } catch (error) {
    if (error instanceof PruneError) return undefined;
    throw error;
  }
}

/** GitLab's registry before it took tags in the standard way (its API, "Delete Tag", of the feature tag_delete). */
function gitLabsWay({ connection, call }: OwnUntagSite): OwnUntag {
  return {
    send: ({ repository, tag }, terms) =>
      call(repository, { method: "DELETE", path: `tags/reference/${tag}`, attempts: 1, terms }),
    understand: understandAs(connection.base.host),
  };
}

/** Harbor's API (its swagger, deleteTag). It is on the registry's own host, and takes the same user and password. */
async function harborsWay(
  { connection }: OwnUntagSite,
  repository: RepositoryName,
): Promise<OwnUntag | undefined> {
  const { base, http, basic } = connection;
  const authorization = await basic(repository);
  if (authorization === undefined) return undefined;
  return {
    send: ({ repository: of, tag }, terms) => {
      const [project = "", ...rest] = of.split("/");
      // "If it contains slash, encode it twice over with URL encoding."
      const name = encodeURIComponent(encodeURIComponent(rest.join("/")));
      const url = new URL(
        `api/v2.0/projects/${project}/repositories/${name}/artifacts/${tag}/tags/${tag}`,
        base,
      );
      return http.send({ method: "DELETE", url, headers: { authorization }, attempts: 1, terms });
    },
    understand: understandAs(base.host),
  };
}

/** Returns what a registry says in the words of the standard way, which GitLab and Harbor use for their own too. */
function understandAs(host: string): OwnUntag["understand"] {
  return (response, { repository, tag }) => {
    if ([200, 202, 204].includes(response.status) && !isPage(response)) return { kind: "deleted" };
    if (saysNoSuchTag(response)) return { kind: "gone" };
    const error = refusal(host, response, `deleting the tag ${repository}:${tag}`);
    // In words it says that it did not do it.
    return { kind: response.status < 500 && hasWords(response) ? "failed" : "doubt", error };
  };
}

const NO_SUCH_TAG = ["TAG_UNKNOWN", "MANIFEST_UNKNOWN", "NAME_UNKNOWN", "NOT_FOUND"];

function saysNoSuchTag(response: HttpResponse): boolean {
  const errors = registryErrors(response) ?? [];
  return (
    response.status === 404 && errors.length > 0 && errors.every(({ code }) => NO_SUCH_TAG.includes(code))
  );
}
