import { isRepositoryName, type RepositoryName } from "../../core/names/reference.js";
import type { HttpResponse } from "../http/message.js";
import type { Connection } from "../connection/connection.js";
import { namesOn, type PagedList, pagesOf } from "../http/pages.js";
import { catalogRefusal, isHtml, noCatalog } from "./refusals.js";
import { RegistryError } from "../port/registry.js";

const PATH = "v2/_catalog";
// As many as Distribution sends at the most, unless its `catalog.maxentries` says otherwise; it refuses more (measured).
const LARGEST_PAGE = `${PATH}?n=1000`;
// https://distribution.github.io/distribution/spec/auth/scope/#resource-provider-use
const SCOPE = "registry:catalog:*";

/**
 * All repositories, through all pages, each once, in the registry's order (https://distribution.github.io/distribution/spec/api/#catalog).
 * @throws {RegistryError} where the registry does not list them, with what to do instead
 * @throws {UnsureError} where the list can't be trusted to be whole
 */
export async function listRepositories(connection: Connection): Promise<readonly RepositoryName[]> {
  const { base } = connection;
  const list: PagedList = {
    of: "repositories",
    base,
    first: PATH,
    ask: (page) => askForAll(connection, page),
  };
  const names = new Set<RepositoryName>();
  for await (const { response } of pagesOf(list)) {
    if (response.status !== 200 || isHtml(response)) throw catalogRefusal(base.host, response);
    for (const name of decodeCatalog(base, response)) names.add(name);
  }
  return [...names];
}

/**
 * A page; in the first one's place, where there are more, one with all repositories if the registry sends such a one. For 3.1.1 on S3 loses repositories
 * between pages (measured): it walks them in the order of their bytes, team-a/app before team/app, and skips those that come before the last page's end by
 * the parts of their paths, as team/app does.
 */
async function askForAll(connection: Connection, page: string | URL): Promise<HttpResponse> {
  const response = await askAllowed(connection, page);
  if (page !== PATH || response.headers["link"] === undefined) return response;
  const larger = await askAllowed(connection, LARGEST_PAGE);
  return larger.status === 200 ? larger : response;
}

/** A token server that hands out no token for the catalog says no, as a registry's 401 does. */
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
export function askCatalog({ base, session }: Connection, page: string | URL): Promise<HttpResponse> {
  const request = {
    method: "GET",
    url: new URL(page, base),
    headers: { accept: "application/json" },
  } as const;
  return session.send(request, SCOPE);
}

/**
 * The repositories on a page.
 * @throws {UnsureError} where it is not one
 */
export function decodeCatalog(base: URL, response: HttpResponse): readonly RepositoryName[] {
  const list = { of: "repositories", base };
  return namesOn(list, response, { isName: isRepositoryName, what: "a repository" });
}
