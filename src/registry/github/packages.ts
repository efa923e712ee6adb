import { tokenKind } from "../../core/names/github.js";
import { PruneError } from "../../core/base/errors.js";
import { isObject, textAt } from "../../core/base/json.js";
import { isRepositoryName, type RepositoryName } from "../../core/names/reference.js";
import { asDoubt } from "../port/doubt.js";
import { RegistryError, type SendingTerms } from "../port/registry.js";
import type { GitHubAnswer, GitHubApi } from "./api.js";
import { odd } from "../beside/odd.js";
import { decodeVersion, PAGE, type PackageVersion, pages } from "./lists.js";
import {
  type Asked,
  githubRefusal,
  lacksScope,
  listsNone,
  notAdmin,
  saysNo,
  saysUnknown,
  stillThere,
  type PackageFacts,
  undeletable,
  unproven,
} from "./refusals.js";

/**
 * GitHub's packages API (https://docs.github.com/rest/packages/packages), for container packages. A repository `octo/team/app` is the package `team/app` of the owner
 * `octo`. Every method throws `RegistryError` or `UnsureError` where the answer is not certain.
 */
export interface Packages {
  /** Lists all versions, newest first, through all pages. Pages are by number, so one that somebody deletes meanwhile can hide another. */
  listVersions(repository: RepositoryName, state: "active" | "deleted"): Promise<readonly PackageVersion[]>;
  /** Deletes a version and all its tags; `gone` where somebody else had done so. */
  deleteVersion(repository: RepositoryName, id: number, terms?: SendingTerms): Promise<"deleted" | "gone">;
  /** Brings back a version that was deleted in the last 30 days. */
  restoreVersion(repository: RepositoryName, id: number): Promise<void>;
  /** Lists all packages of an owner, as repositories. */
  listPackages(owner: string): Promise<readonly RepositoryName[]>;
  /** Proves by the last answer that the token has the scope to delete. @throws {RegistryError} where the answer said that it has not */
  proveScopes(): "proven" | "unknown";
  /** Returns the facts that GitHub tells of a package. */
  facts(repository: RepositoryName): Promise<PackageFacts>;
}

/** The API, its token, and the owners that were found so far. */
interface PackagesClient {
  readonly api: GitHubApi;
  readonly token: string;
  /** The path of an owner's packages, such as `/orgs/octo`, by the owner's name. */
  readonly owners: Map<string, Promise<string>>;
}

/** Makes the client for the packages of a GitHub. */
export function createPackages(api: GitHubApi, token: string): Packages {
  const client: PackagesClient = { api, token, owners: new Map() };
  return {
    listVersions: (repository, state) => listVersions(client, repository, state),
    deleteVersion: (repository, id, terms) => deleteVersion(client, repository, { id, terms }),
    restoreVersion: (repository, id) => restoreVersion(client, repository, id),
    listPackages: (owner) => listPackages(client, owner),
    proveScopes: () => {
      const scopes = api.scopes();
      // An installation's rights are no scopes, whatever the header says.
      if (scopes === undefined || tokenKind(token) === "installation") return "unknown";
      if (!scopes.includes("delete:packages")) throw lacksScope(api.host, scopes);
      return "proven";
    },
    facts: (repository) => packageFacts(client, repository),
  };
}

/** Returns a package's path, for Octokit to put its name into, and that name. */
async function placeOf(
  client: PackagesClient,
  repository: RepositoryName,
): Promise<{ readonly path: string; readonly name: string }> {
  const slash = repository.indexOf("/");
  const owner = await ownerPath(client, repository.slice(0, slash));
  return { path: `${owner}/packages/container/{name}`, name: repository.slice(slash + 1) };
}

/** Returns the path of an owner's packages: those of organizations, of other users and of the token's own user are at three places. */
function ownerPath(client: PackagesClient, owner: string): Promise<string> {
  const known = client.owners.get(owner) ?? findOwner(client, owner);
  client.owners.set(owner, known);
  return known;
}

async function findOwner({ api, token }: PackagesClient, owner: string): Promise<string> {
  const answer = await api.ask("GET /users/{username}", { username: owner });
  if (answer.status !== 200) {
    throw githubRefusal(answer, askedOf({ api, token }, owner, { doing: `looking for ${owner}` }));
  }
  const type = textAt(answer.data, "type");
  if (type === "Organization") return `/orgs/${owner}`;
  if (type !== "User") throw odd(api.host, `it says of ${owner} that it is ${type ?? "nothing"}`);
  // An installation is nobody. Of a user's private packages, only the user's own place shows all.
  if (tokenKind(token) === "installation") return `/users/${owner}`;
  const self = await api.ask("GET /user");
  const isOwn = self.status === 200 && textAt(self.data, "login")?.toLowerCase() === owner.toLowerCase();
  return isOwn ? "/user" : `/users/${owner}`;
}

async function listVersions(
  client: PackagesClient,
  repository: RepositoryName,
  state: "active" | "deleted",
): Promise<readonly PackageVersion[]> {
  const { api } = client;
  const { path, name } = await placeOf(client, repository);
  const found = await pages(
    (page) => api.ask(`GET ${path}/versions`, { name, state, per_page: PAGE, page }),
    askedOf(client, repository, { doing: `listing the versions of ${repository}` }),
  );
  const versions = found.map((version) => decodeVersion(api.host, version));
  // One that slips from page to page is on both.
  return [...new Map(versions.map((version) => [version.id, version])).values()];
}

async function listPackages(client: PackagesClient, owner: string): Promise<readonly RepositoryName[]> {
  const { api, token } = client;
  const route = `GET ${await ownerPath(client, owner)}/packages`;
  const found = await pages(
    async (page) => {
      const answer = await api.ask(route, { package_type: "container", per_page: PAGE, page });
      // "Invalid argument.", to a workflow's token (https://github.com/cli/cli/issues/9606).
      const isRefused = answer.status === 400 && tokenKind(token) === "installation";
      if (isRefused) throw listsNone(api.host, owner);
      return answer;
    },
    askedOf(client, owner, { doing: `listing the packages of ${owner}` }),
  );
  return found.map((item) => {
    const name = `${owner}/${textAt(item, "name") ?? ""}`;
    if (isRepositoryName(name)) return name;
    throw odd(api.host, `there is something in the list of packages that is none`);
  });
}

async function deleteVersion(
  client: PackagesClient,
  repository: RepositoryName,
  { id, terms }: { readonly id: number; readonly terms: SendingTerms | undefined },
): Promise<"deleted" | "gone"> {
  const { path, name } = await placeOf(client, repository);
  const version = `${path}/versions/{id}`;
  const answer = await client.api.ask(`DELETE ${version}`, { name, id }, terms).catch(asDoubt);
  const isNone = answer instanceof RegistryError;
  if (!isNone && answer.status === 204) return "deleted";
  const asked = askedOf(client, repository, {
    doing: `deleting version ${id} of ${repository}`,
    changes: true,
  });
  const refusal = isNone ? answer : (undeletable(answer, asked) ?? githubRefusal(answer, asked));
  if (!isNone && saysNo(answer)) throw refusal;
  // GitHub says 404 too to who may see the package and is no admin of it; any other answer may be that of something in front of it.
  const isThere = await isLeft(() => client.api.ask(`GET ${version}`, { name, id }), refusal);
  const isUnknown = !isNone && saysUnknown(answer);
  if (!isThere) return isUnknown ? "gone" : "deleted";
  throw isUnknown ? notAdmin(asked, await packageFacts(client, repository)) : stillThere(refusal);
}

/** True if what a deletion was to take is there. @throws {RegistryError} `unproven` where that can't be seen */
async function isLeft(look: () => Promise<GitHubAnswer>, refusal: RegistryError): Promise<boolean> {
  const now = await look().catch((error: unknown) => {
    throw error instanceof PruneError ? unproven(refusal, error.message) : error;
  });
  if (saysUnknown(now)) return false;
  if (now.status !== 200 || !isObject(now.data)) throw unproven(refusal, String(now.status));
  return true;
}

async function restoreVersion(client: PackagesClient, repository: RepositoryName, id: number): Promise<void> {
  const { path, name } = await placeOf(client, repository);
  const answer = await client.api.ask(`POST ${path}/versions/{id}/restore`, { name, id });
  if (answer.status === 204) return;
  // Sent again after an answer that was lost, it is refused for what is done.
  const isUnknown = answer.status === 404;
  if (isUnknown && (await client.api.ask(`GET ${path}/versions/{id}`, { name, id })).status === 200) return;
  const asked = askedOf(client, repository, {
    doing: `restoring version ${id} of ${repository}`,
    changes: true,
  });
  throw isUnknown ? notAdmin(asked, await packageFacts(client, repository)) : githubRefusal(answer, asked);
}

async function packageFacts(client: PackagesClient, repository: RepositoryName): Promise<PackageFacts> {
  const { path, name } = await placeOf(client, repository);
  const answer = await client.api.ask(`GET ${path}`, { name });
  if (answer.status !== 200) {
    throw githubRefusal(answer, askedOf(client, repository, { doing: `looking at ${repository}` }));
  }
  const { data } = answer;
  const linkedTo = textAt(isObject(data) ? data["repository"] : undefined, "full_name");
  const page = textAt(data, "html_url");
  return {
    ...(linkedTo === undefined ? {} : { linkedTo }),
    ...(page === undefined ? {} : { page }),
  };
}

function askedOf(
  { api, token }: Pick<PackagesClient, "api" | "token">,
  name: string,
  { doing, changes = false }: { readonly doing: string; readonly changes?: boolean },
): Asked {
  return { host: api.host, name, doing, changes, token };
}
