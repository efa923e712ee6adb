import { isRepositoryName, type RepositoryName } from "../../core/names/reference.js";
import type { HttpResponse } from "../http/message.js";
import type { Connection } from "../connection/connection.js";
import { namesOn, type PagedList, pagesOf, refuseTooMany } from "../http/pages.js";
import { isPage } from "./words/answers.js";
import { catalogRefusal, noCatalog, refusal } from "./refusals.js";
import { RegistryError } from "../port/registry.js";

const OF = "repositories";
const PATH = "v2/_catalog";
// As many as Distribution sends at the most, unless its `catalog.maxentries` says otherwise; it refuses more (measured).
const LARGEST_PAGE = `${PATH}?n=1000`;
// https://distribution.github.io/distribution/spec/auth/scope/#resource-provider-use
const SCOPE = "registry:catalog:*";

/**
 * Lists all repositories, to choose from them which to prune: each once, in the registry's order (https://distribution.github.io/distribution/spec/api/#catalog).
 * @throws {RegistryError} where the registry does not list them; it says what to do instead
 * @throws {UnsureError} where the list can't be trusted to be whole
 */
export function listRepositories(connection: Connection): Promise<readonly RepositoryName[]> {
  const { base } = connection;
  const ask = (page: string | URL): Promise<HttpResponse> => askForAll(connection, page);
  return readCatalog({ of: OF, base, first: PATH, ask }, (response) =>
    response.status === 200 && !isPage(response) ? undefined : catalogRefusal(base.host, response),
  );
}

/**
 * Lists the repositories that a registry knows whose disk is worked on, to look at what is in them. Whoever asks did not name any, so no advice to do so is given.
 * @throws {RegistryError} where the registry does not list them
 * @throws {UnsureError} where the list can't be trusted to be whole
 */
export function listKnownRepositories(connection: Connection): Promise<readonly RepositoryName[]> {
  const { base } = connection;
  const ask = (page: string | URL): Promise<HttpResponse> => askCatalog(connection, page);
  return readCatalog({ of: OF, base, first: LARGEST_PAGE, ask }, (response) =>
    response.status === 200 ? undefined : refusal(base.host, response, "listing the repositories"),
  );
}

/** Reads a catalog through all its pages. @throws {RegistryError} what `refusalOf` finds in an answer; {UnsureError} where the list can't be trusted */
async function readCatalog(
  list: PagedList,
  refusalOf: (response: HttpResponse) => RegistryError | undefined,
): Promise<readonly RepositoryName[]> {
  const names = new Set<RepositoryName>();
  for await (const { response } of pagesOf(list)) {
    const error = refusalOf(response);
    if (error !== undefined) throw error;
    for (const name of namesOn(list, response, { isName: isRepositoryName, what: "a repository" })) {
      names.add(name);
    }
    refuseTooMany(list, names.size);
  }
  return [...names];
}

/**
 * Asks for a page; instead of the first of several, for one with all repositories, if the registry sends such a page. For 3.1.1 on S3 loses repositories
 * between pages (measured): it walks them in the order of their bytes, team-a/app before team/app, and skips those that come before the last page's end by
 * the parts of their paths, as team/app does.
 */
async function askForAll(connection: Connection, page: string | URL): Promise<HttpResponse> {
  const response = await askAllowed(connection, page);
  if (page !== PATH || response.headers["link"] === undefined) return response;
  const larger = await askAllowed(connection, LARGEST_PAGE);
  return larger.status === 200 ? larger : response;
}

/** Asks for a page. A token server that hands out no token for the catalog says no, as a registry's 401 does. */
async function askAllowed(connection: Connection, page: string | URL): Promise<HttpResponse> {
  try {
    return await askCatalog(connection, page);
  } catch (error) {
    if (!(error instanceof RegistryError) || error.kind !== "unauthorized") throw error;
    throw noCatalog(connection.base.host, error.kind, error.message);
  }
}

/**
 * Asks for a page of the repositories; the right to it is one of its own.
 * @throws {RegistryError} where no whole answer could be had, or no token
 */
function askCatalog({ base, session }: Connection, page: string | URL): Promise<HttpResponse> {
  const request = {
    method: "GET",
    url: new URL(page, base),
    headers: { accept: "application/json" },
  } as const;
  return session.send(request, SCOPE);
}
