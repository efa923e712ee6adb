import type { components } from "@octokit/openapi-types";
import { type Owner, type Package, type Version, versionsOf } from "./github-state.js";

// The compiler checks every body below against GitHub's own OpenAPI description, which this package has as types.
type Schemas = components["schemas"];

const DOCUMENTATION = "https://docs.github.com/rest/packages/packages";

/** A date in GitHub's form, with whole seconds. */
function dateTime(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, "Z");
}

/** The body of an error, which has the status as well. */
export function errorBody(status: number, message: string): Schemas["basic-error"] {
  return { message, documentation_url: DOCUMENTATION, status: String(status) };
}

function simpleUser(base: string, { id, login, type }: Owner): Schemas["simple-user"] {
  const url = `${base}/users/${login}`;
  return {
    login,
    id,
    node_id: `U_${id}`,
    avatar_url: `https://avatars.githubusercontent.com/u/${id}?v=4`,
    gravatar_id: "",
    url,
    html_url: `https://github.com/${login}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type,
    site_admin: false,
  };
}

/** The body for an account of either type. */
export function userBody(base: string, owner: Owner): Schemas["public-user"] {
  return {
    ...simpleUser(base, owner),
    name: null,
    company: null,
    blog: "",
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: "2011-01-25T18:44:36Z",
    updated_at: "2011-01-25T18:44:36Z",
  };
}

/** The path of a package in the API, under its owner. */
export function packagePath({ owner, name }: Package): string {
  const place = owner.type === "Organization" ? "orgs" : "users";
  return `/${place}/${owner.login}/packages/container/${encodeURIComponent(name)}`;
}

/** The address of the package's web page. */
function webPage({ owner, name }: Package): string {
  const place = owner.type === "Organization" ? "orgs" : "users";
  return `https://github.com/${place}/${owner.login}/packages/container/package/${encodeURIComponent(name)}`;
}

/** The body for a package, with the repository that it is linked to, if any. */
export function packageBody(base: string, pack: Package): Schemas["package"] {
  const { id, owner, name, settings } = pack;
  const active = versionsOf(pack);
  const times = active.map(({ updated }) => updated.getTime());
  const created = pack.versions[0]?.created ?? new Date();
  return {
    id,
    name,
    package_type: "container",
    owner: simpleUser(base, owner),
    version_count: active.length,
    visibility: settings.visibility,
    url: `${base}${packagePath(pack)}`,
    created_at: dateTime(created),
    updated_at: dateTime(new Date(Math.max(created.getTime(), ...times))),
    ...(settings.linked !== undefined && { repository: repositoryBody(base, pack, settings.linked) }),
    html_url: webPage(pack),
  };
}

/** The body for a version; its name is the digest. */
export function versionBody(base: string, pack: Package, version: Version): Schemas["package-version"] {
  const { id, digest, tags, created, updated, deleted } = version;
  return {
    id,
    name: digest,
    url: `${base}${packagePath(pack)}/versions/${id}`,
    package_html_url: webPage(pack),
    created_at: dateTime(created),
    updated_at: dateTime(updated),
    ...(deleted && { deleted_at: dateTime(deleted.at) }),
    html_url: `${webPage(pack).replace("/container/package/", "/container/")}/${id}`,
    metadata: { package_type: "container", container: { tags: [...tags] } },
  };
}

function repositoryBody(
  base: string,
  { id, owner, settings }: Package,
  linked: string,
): Schemas["minimal-repository"] {
  const url = `${base}/repos/${linked}`;
  return {
    id,
    node_id: `R_${id}`,
    name: linked.split("/").at(-1) ?? "",
    full_name: linked,
    private: settings.visibility === "private",
    owner: simpleUser(base, owner),
    html_url: `https://github.com/${linked}`,
    description: null,
    fork: false,
    url,
    ...repositoryUrls(url),
  };
}

/** URLs that nobody here reads, but that the OpenAPI description demands. */
function repositoryUrls(url: string) {
  return {
    archive_url: `${url}/{archive_format}{/ref}`,
    assignees_url: `${url}/assignees{/user}`,
    blobs_url: `${url}/git/blobs{/sha}`,
    branches_url: `${url}/branches{/branch}`,
    collaborators_url: `${url}/collaborators{/collaborator}`,
    comments_url: `${url}/comments{/number}`,
    commits_url: `${url}/commits{/sha}`,
    compare_url: `${url}/compare/{base}...{head}`,
    contents_url: `${url}/contents/{+path}`,
    contributors_url: `${url}/contributors`,
    deployments_url: `${url}/deployments`,
    downloads_url: `${url}/downloads`,
    events_url: `${url}/events`,
    forks_url: `${url}/forks`,
    git_commits_url: `${url}/git/commits{/sha}`,
    git_refs_url: `${url}/git/refs{/sha}`,
    git_tags_url: `${url}/git/tags{/sha}`,
    hooks_url: `${url}/hooks`,
    issue_comment_url: `${url}/issues/comments{/number}`,
    issue_events_url: `${url}/issues/events{/number}`,
    issues_url: `${url}/issues{/number}`,
    keys_url: `${url}/keys{/key_id}`,
    labels_url: `${url}/labels{/name}`,
    languages_url: `${url}/languages`,
    merges_url: `${url}/merges`,
    milestones_url: `${url}/milestones{/number}`,
    notifications_url: `${url}/notifications{?since,all,participating}`,
    pulls_url: `${url}/pulls{/number}`,
    releases_url: `${url}/releases{/id}`,
    stargazers_url: `${url}/stargazers`,
    statuses_url: `${url}/statuses/{sha}`,
    subscribers_url: `${url}/subscribers`,
    subscription_url: `${url}/subscription`,
    tags_url: `${url}/tags`,
    teams_url: `${url}/teams`,
    trees_url: `${url}/git/trees{/sha}`,
  };
}
