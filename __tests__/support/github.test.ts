import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import type { components } from "@octokit/openapi-types";
import { expect, test } from "vitest";
import {
  getManifest,
  listTags,
  pullImage,
  pushImage,
  pushIndex,
  putManifest,
} from "../../scripts/images.mjs";
import { type GitHub, type GitHubPackage, useGitHub } from "./github.js";
import type { Token } from "./github-state.js";

type Schemas = components["schemas"];

const start = useGitHub();

const ACTIONS = { kind: "actions", packages: "write" } as const;
const PERSONAL = {
  kind: "personal",
  login: "mona",
  scopes: ["read:packages", "write:packages", "delete:packages"],
} as const;

interface Asked {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

interface Asking {
  readonly token?: string;
  readonly method?: string;
}

/** Asks the API; a path, or a whole address. */
async function ask({ apiUrl }: GitHub, path: string, { token, method = "GET" }: Asking): Promise<Asked> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const response = await fetch(path.startsWith("/") ? apiUrl + path : path, { method, headers });
  const body = await response.text();
  return { status: response.status, headers: response.headers, body: body && JSON.parse(body) };
}

/** The parts of an error in an answer. */
function refusal({ status, body }: Asked): readonly [number, string | undefined] {
  const { message, documentation_url, status: inBody } = body as Schemas["basic-error"];
  expect([documentation_url?.startsWith("https://docs.github.com/"), inBody]).toEqual([true, String(status)]);
  return [status, message];
}

/** The path of a package in the API. */
function pathOf({ repo: { name } }: GitHubPackage, place = "orgs"): string {
  const [owner = "", ...rest] = name.split("/");
  return `/${place}/${owner}/packages/container/${encodeURIComponent(rest.join("/"))}`;
}

/** The path of the version of a digest. */
function versionPath(pack: GitHubPackage, digest: string, place = "orgs"): string {
  const version = pack.versions().find((one) => one.digest === digest);
  return `${pathOf(pack, place)}/versions/${version?.id ?? "none"}`;
}

/** Pushes an image of its own for each tag, in the order given. */
async function push({ repo }: GitHubPackage, ...tags: readonly string[]): Promise<readonly string[]> {
  const digests: string[] = [];
  for (const tag of tags) digests.push((await pushImage(repo, [tag])).digest);
  return digests;
}

/** The tags of all versions that are not deleted, by digest. */
function tagsByDigest(pack: GitHubPackage): Readonly<Record<string, readonly string[]>> {
  const there = pack.versions().filter(({ deleted }) => !deleted);
  return Object.fromEntries(there.map(({ digest, tags }) => [digest, tags]));
}

test("accounts have a type, and a personal token has a login", async () => {
  const github = await start();
  const [actions, personal] = [github.token(ACTIONS), github.token(PERSONAL)];
  github.owner("Octo", "Organization");
  const octo = await ask(github, "/users/octo", { token: actions });
  expect(octo).toMatchObject({ status: 200, body: { login: "Octo", type: "Organization" } });
  const mona = await ask(github, "/user", { token: personal });
  expect(mona).toMatchObject({ status: 200, body: { login: "mona", type: "User" } });
  expect(mona.headers.get("x-oauth-scopes")).toBe("read:packages, write:packages, delete:packages");
  expect(octo.headers.has("x-oauth-scopes")).toBe(false);
  const integration = "Resource not accessible by integration";
  expect(refusal(await ask(github, "/user", { token: actions }))).toEqual([403, integration]);
  expect(refusal(await ask(github, "/users/nobody", { token: actions }))).toEqual([404, "Not Found"]);
  expect(refusal(await ask(github, "/repos/octo/app", { token: actions }))).toEqual([404, "Not Found"]);
});

test("nothing is answered without a token, with an unknown one, or outside the base path", async () => {
  const github = await start({ basePath: "/api/v3" });
  const token = github.token(PERSONAL);
  expect(refusal(await ask(github, "/user", {}))).toEqual([401, "Bad credentials"]);
  expect(refusal(await ask(github, "/user", { token: "ghp_other" }))).toEqual([401, "Bad credentials"]);
  const old = await fetch(`${github.apiUrl}/user`, { headers: { authorization: `token ${token}` } });
  expect(old.status).toBe(200);
  expect((await ask(github, `${github.api.url}/user`, { token })).status).toBe(404);
  const agentless = get(`${github.apiUrl}/user`, { headers: { authorization: `token ${token}` } });
  const [answer] = (await once(agentless, "response")) as [IncomingMessage];
  expect([answer.statusCode, await text(answer)]).toEqual([
    403,
    expect.stringContaining("User-Agent header"),
  ]);
});

test("a package says what it is, and what repository it is linked to", async () => {
  const github = await start({ basePath: "/api/v3" });
  const token = github.token(ACTIONS);
  const pack = github.package("octo/team/app");
  const path = pathOf(pack);
  expect(path).toBe("/orgs/octo/packages/container/team%2Fapp");
  expect(refusal(await ask(github, path, { token }))).toEqual([404, "Package not found."]);
  await push(pack, "1.0", "2.0");
  const { body } = (await ask(github, path, { token })) as { body: Schemas["package"] };
  expect(body).toMatchObject({
    name: "team/app",
    package_type: "container",
    version_count: 2,
    visibility: "private",
    owner: { login: "octo", type: "Organization" },
    url: `${github.apiUrl}${path}`,
    html_url: "https://github.com/orgs/octo/packages/container/package/team%2Fapp",
  });
  expect(body).not.toHaveProperty("repository");
  pack.linked = "octo/source";
  pack.visibility = "public";
  expect((await ask(github, body.url, { token })).body).toMatchObject({
    visibility: "public",
    repository: { full_name: "octo/source", url: `${github.apiUrl}/repos/octo/source`, private: false },
  });
  expect((await ask(github, "/orgs/octo/packages/container/team/app", { token })).status).toBe(404);
});

test("organizations, users and oneself have endpoints of their own", async () => {
  const github = await start();
  const [actions, personal] = [github.token(ACTIONS), github.token(PERSONAL)];
  const [theirs, mine] = [github.package(), github.package(`mona/${github.host.replace(":", "-")}`)];
  const [their = ""] = await push(theirs, "1.0");
  const [my = ""] = await push(mine, "1.0");
  const statuses = async (token: string, ...paths: readonly string[]): Promise<readonly number[]> =>
    Promise.all(paths.map(async (path) => (await ask(github, path, { token })).status));
  const versions = [versionPath(theirs, their), versionPath(mine, my, "users")];
  expect(await statuses(actions, pathOf(theirs), pathOf(mine, "users"), ...versions)).toEqual(
    Array(4).fill(200),
  );
  expect(await statuses(actions, pathOf(theirs, "users"), pathOf(mine))).toEqual([404, 404]);
  const own = pathOf(mine, "users").replace("/users/mona", "/user");
  expect(await statuses(personal, own, `${own}/versions`)).toEqual([200, 200]);
  expect(await statuses(personal, pathOf(theirs).replace("/orgs/octo", "/user"))).toEqual([404]);
  expect(await statuses(actions, own)).toEqual([403]);
});

test("packages are listed for people, not for jobs", async () => {
  const github = await start();
  const [actions, personal] = [github.token(ACTIONS), github.token(PERSONAL)];
  const packs = [github.package(), github.package(), github.package()];
  for (const pack of packs) await push(pack, "1.0");
  const [first, second, third] = packs.map(({ repo }) => repo.name.replace("octo/", ""));
  packs[2]?.hiddenFrom.add(personal);
  const names = async (query: string, owner = "/orgs/octo"): Promise<readonly string[]> => {
    const asked = await ask(github, `${owner}/packages?package_type=${query}`, { token: personal });
    return (asked.body as Schemas["package"][]).map(({ name }) => name);
  };
  expect(await names("container")).toEqual([first, second]);
  expect(await names("container&per_page=1&page=2")).toEqual([second]);
  expect(await names("npm")).toEqual([]);
  packs[2]?.hiddenFrom.clear();
  expect(await names("container")).toEqual([first, second, third]);
  const own = github.package(`mona/${github.host.replace(":", "-")}-own`);
  await push(own, "1.0");
  expect(await names("container", "/user")).toEqual([own.repo.name.replace("mona/", "")]);
  expect(await names("container", "/users/mona")).toEqual([own.repo.name.replace("mona/", "")]);
  const refused = await ask(github, "/orgs/octo/packages?package_type=container", { token: actions });
  expect(refusal(refused)).toEqual([400, "Invalid argument."]);
});

test("what is pushed is a version; a tag moves to the one that was pushed last", async () => {
  const github = await start();
  const token = github.token(ACTIONS);
  const pack = github.package();
  const one = await pushImage(pack.repo, ["1.0", "latest"]);
  const untagged = await pushImage(pack.repo, []);
  const old = new Date("2020-01-02T03:04:05.678Z");
  pack.aged(one.digest, { created: old });
  const two = await pushImage(pack.repo, ["latest"]);
  await putManifest(pack.repo, "1.0", one.mediaType, one.bytes);
  expect(tagsByDigest(pack)).toEqual({
    [one.digest]: ["1.0"],
    [untagged.digest]: [],
    [two.digest]: ["latest"],
  });
  const ids = pack.versions().map(({ id }) => id);
  expect(ids).toEqual([...ids].sort((a, b) => b - a));
  const { body } = await ask(github, `${pathOf(pack)}/versions`, { token });
  const versions = body as readonly Schemas["package-version"][];
  expect(versions.map(({ name }) => name)).toEqual([two.digest, untagged.digest, one.digest]);
  const moved = versions[2];
  expect(moved).toMatchObject({
    created_at: "2020-01-02T03:04:05Z",
    metadata: { package_type: "container", container: { tags: ["1.0"] } },
    url: `${github.apiUrl}${versionPath(pack, one.digest)}`,
  });
  expect(moved).not.toHaveProperty("deleted_at");
  expect(Date.parse(moved?.updated_at ?? "")).toBeGreaterThan(old.getTime() + 86_400_000);
  expect((await ask(github, moved?.url ?? "", { token })).body).toEqual(moved);
});

test("a failed push is no version", async () => {
  const github = await start();
  const pack = github.package();
  const nothing = { mediaType: "application/vnd.oci.image.manifest.v1+json", size: 2 };
  const child = { ...nothing, digest: `sha256:${"1".repeat(64)}` };
  await expect(pushIndex(pack.repo, ["1.0"], [child])).rejects.toThrow("400");
  expect(pack.versions()).toEqual([]);
});

test("versions come in pages, with a header that leads through them", async () => {
  const github = await start({ basePath: "/api/v3" });
  const token = github.token(ACTIONS);
  const pack = github.package();
  const digests = await push(pack, "1", "2", "3", "4", "5");
  const pages: Asked[] = [];
  let next: string | undefined = `${pathOf(pack)}/versions?per_page=2`;
  while (next !== undefined) {
    const page: Asked = await ask(github, next, { token });
    pages.push(page);
    next = /<([^>]+)>; rel="next"/.exec(page.headers.get("link") ?? "")?.[1];
    expect(next ?? github.apiUrl).toMatch(new RegExp(`^${github.apiUrl}`));
  }
  const names = pages.map(({ body }) => (body as { name: string }[]).map(({ name }) => name));
  expect(names.map(({ length }) => length)).toEqual([2, 2, 1]);
  expect(names.flat()).toEqual([...digests].reverse());
  const relations = pages.map(({ headers }) =>
    [...(headers.get("link") ?? "").matchAll(/&page=(\d+)>; rel="(\w+)"/g)].map(
      ([, page, rel]) => `${rel} ${page}`,
    ),
  );
  expect(relations).toEqual([
    ["next 2", "last 3"],
    ["prev 1", "next 3", "last 3", "first 1"],
    ["prev 2", "first 1"],
  ]);
  expect(pages[0]?.headers.get("link")).toContain(`${github.apiUrl}/organizations/`);
  const whole = await ask(github, `${pathOf(pack)}/versions`, { token });
  expect([whole.headers.get("link"), (whole.body as unknown[]).length]).toEqual([null, 5]);
});

test("a page has 30 versions, or at most 100; a user's are found by the user's id, too", async () => {
  const github = await start();
  const token = github.token(PERSONAL);
  const pack = github.package(`mona/${github.host.replace(":", "-")}-many`);
  const { mediaType, bytes } = await pushImage(pack.repo, []);
  const content = JSON.parse(bytes.toString()) as object;
  for (let number = 1; number <= 101; number += 1) {
    const made = Buffer.from(JSON.stringify({ ...content, annotations: { number: String(number) } }));
    await putManifest(pack.repo, `1.${number}`, mediaType, made);
  }
  const lengths: number[] = [];
  for (const size of ["", "?per_page=0", "?per_page=100", "?per_page=500"]) {
    const { body } = await ask(github, `${pathOf(pack, "users")}/versions${size}`, { token });
    lengths.push((body as unknown[]).length);
  }
  expect(lengths).toEqual([30, 30, 100, 100]);
  const { headers } = await ask(github, `${pathOf(pack, "users")}/versions?per_page=100`, { token });
  const next = /<([^>]+)>; rel="next"/.exec(headers.get("link") ?? "")?.[1] ?? "";
  expect(next).toMatch(/\/user\/\d+\/packages\/container\/[^/]+\/versions\?per_page=100&page=2$/);
  expect((await ask(github, next, { token })).body).toHaveLength(2);
});

test("what is deleted is gone from Distribution, and restoring brings back the same bytes", async () => {
  const github = await start();
  const token = github.token(ACTIONS);
  const pack = github.package();
  const kept = await pushImage(pack.repo, ["2.0"]);
  const image = await pushImage(pack.repo, ["1.0", "old"]);
  const path = versionPath(pack, image.digest);
  expect(await ask(github, path, { token, method: "DELETE" })).toMatchObject({ status: 204, body: "" });
  expect((await getManifest(pack.repo, image.digest)).status).toBe(404);
  expect(await listTags(pack.repo)).toEqual(["2.0"]);
  expect(tagsByDigest(pack)).toEqual({ [kept.digest]: ["2.0"] });
  for (const method of ["GET", "DELETE"]) {
    const again = await ask(github, path, { token, method });
    expect(refusal(again)).toEqual([404, "Package version not found."]);
  }
  const { body } = await ask(github, `${pathOf(pack)}/versions?state=deleted`, { token });
  expect(body).toEqual([
    expect.objectContaining({ name: image.digest, deleted_at: expect.any(String) as string }),
  ]);
  const restored = await ask(github, `${path}/restore`, { token, method: "POST" });
  expect(restored).toMatchObject({ status: 204, body: "" });
  const back = await getManifest(pack.repo, "1.0");
  expect([back.digest, back.mediaType, back.body]).toEqual([image.digest, image.mediaType, image.bytes]);
  expect(await pullImage(pack.repo, "old")).toHaveLength(3);
  expect(versionPath(pack, image.digest)).toBe(path);
  expect(tagsByDigest(pack)[image.digest]).toEqual(["1.0", "old"]);
  const twice = await ask(github, `${path}/restore`, { token, method: "POST" });
  expect(refusal(twice)).toEqual([404, "Package version not found."]);
});

test("a version comes back without its tags where GitHub is to do so, and never takes one that was pushed since", async () => {
  for (const restoresTags of [true, false]) {
    const github = await start({ restoresTags });
    const token = github.token(ACTIONS);
    const pack = github.package();
    const [first = ""] = await push(pack, "1.0");
    await putManifest(
      pack.repo,
      "one",
      "application/vnd.oci.image.manifest.v1+json",
      await bytesOf(pack, first),
    );
    await push(pack, "2.0");
    const path = versionPath(pack, first);
    await ask(github, path, { token, method: "DELETE" });
    const [second = ""] = await push(pack, "1.0");
    expect((await ask(github, `${path}/restore`, { token, method: "POST" })).status).toBe(204);
    expect((await getManifest(pack.repo, first)).status).toBe(200);
    expect((await getManifest(pack.repo, "1.0")).digest).toBe(second);
    expect(tagsByDigest(pack)).toMatchObject({ [first]: restoresTags ? ["one"] : [], [second]: ["1.0"] });
    expect(await listTags(pack.repo)).toEqual(restoresTags ? ["1.0", "2.0", "one"] : ["1.0", "2.0"]);
  }
});

async function bytesOf({ repo }: GitHubPackage, digest: string): Promise<Buffer> {
  return (await getManifest(repo, digest)).body;
}

test("what is pushed again after its deletion is another version, and the deleted one can't be restored", async () => {
  const github = await start();
  const token = github.token(ACTIONS);
  const pack = github.package();
  await push(pack, "2.0");
  const image = await pushImage(pack.repo, ["1.0"], { seed: "again" });
  const path = versionPath(pack, image.digest);
  await ask(github, path, { token, method: "DELETE" });
  await pushImage(pack.repo, ["1.0"], { seed: "again" });
  const those = pack.versions().filter(({ digest }) => digest === image.digest);
  expect(those.map(({ deleted }) => deleted)).toEqual([false, true]);
  expect(those[0]?.id).toBeGreaterThan(those[1]?.id ?? Infinity);
  expect(path).toContain(String(those[1]?.id));
  expect((await ask(github, `${path}/restore`, { token, method: "POST" })).status).toBe(404);
});

test("of two deletions at once, one finds nothing", async () => {
  const github = await start();
  const token = github.token(ACTIONS);
  const pack = github.package();
  const [first = "", second = ""] = await push(pack, "1.0", "2.0");
  const remove = async (digest: string): Promise<number> =>
    (await ask(github, versionPath(pack, digest), { token, method: "DELETE" })).status;
  expect((await Promise.all([remove(first), remove(first)])).sort()).toEqual([204, 404]);
  const [third = ""] = await push(pack, "3.0");
  expect((await Promise.all([remove(second), remove(third)])).sort()).toEqual([204, 400]);
  expect(await listTags(pack.repo)).toHaveLength(1);
});

test("some versions can't be deleted: the last, the last with a tag, and those that many people pulled", async () => {
  const github = await start();
  const token = github.token(ACTIONS);
  const pack = github.package();
  const untagged = await pushImage(pack.repo, []);
  const remove = async (digest: string): Promise<readonly [number, string | undefined]> =>
    refusal(await ask(github, versionPath(pack, digest), { token, method: "DELETE" }));
  const instead = "of a package. You must delete the package instead.";
  expect(await remove(untagged.digest)).toEqual([400, `You cannot delete the last version ${instead}`]);
  const [tagged = "", other = ""] = await push(pack, "1.0", "2.0");
  pack.downloads.set(other, 5001);
  pack.visibility = "public";
  const [status, message] = await remove(other);
  expect([status, message]).toEqual([
    400,
    "Publicly visible package versions with more than 5000 downloads cannot be deleted. Contact GitHub support for further assistance.",
  ]);
  pack.downloads.set(other, 5000);
  expect((await ask(github, versionPath(pack, other), { token, method: "DELETE" })).status).toBe(204);
  expect(await remove(tagged)).toEqual([400, `You cannot delete the last tagged version ${instead}`]);
  expect(await listTags(pack.repo)).toEqual(["1.0"]);
});

const INTEGRATION = "Resource not accessible by integration";
const NOT_FOUND = "Package not found.";
const scopes = (...those: readonly string[]) => ({ ...PERSONAL, scopes: those });

const needs = (scope: string, purpose: string): string => `You need at least ${scope} scope to ${purpose}.`;
const toRead = needs("read:packages", "get a package's versions");
const toDelete = needs("delete:packages", "delete a package");
const toRestore = needs("write:packages", "restore a package");

/** The answer to each kind of token when it reads, deletes and restores; undefined if it may. */
const TOKENS: readonly { readonly token: Token; readonly told: readonly (string | undefined)[] }[] = [
  { token: { kind: "actions", packages: "none" }, told: [INTEGRATION, INTEGRATION, INTEGRATION] },
  { token: { kind: "actions", packages: "read" }, told: [undefined, INTEGRATION, INTEGRATION] },
  { token: ACTIONS, told: [undefined, undefined, undefined] },
  { token: scopes("repo"), told: [toRead, toRead, toRead] },
  { token: scopes("read:packages"), told: [undefined, toDelete, toRestore] },
  { token: scopes("write:packages"), told: [undefined, toDelete, undefined] },
  { token: scopes("read:packages", "delete:packages"), told: [undefined, undefined, toRestore] },
];

test.each(TOKENS)("what a token may do: $token", async ({ token: kind, told }) => {
  const [reading, deleting, restoring] = told;
  const github = await start();
  const [strong, token] = [github.token(ACTIONS), github.token(kind)];
  const pack = github.package();
  const [one = "", two = ""] = await push(pack, "1.0", "2.0", "3.0");
  await ask(github, versionPath(pack, one), { token: strong, method: "DELETE" });
  const said = async (path: string, method: string): Promise<string | undefined> => {
    const asked = await ask(github, path, { token, method });
    return asked.status < 300 ? undefined : refusal(asked)[1];
  };
  expect(await said(`${pathOf(pack)}/versions`, "GET")).toBe(reading);
  expect(await said(versionPath(pack, two), "GET")).toBe(reading);
  expect(await said(versionPath(pack, two), "DELETE")).toBe(deleting);
  expect(await said(`${versionPath(pack, one)}/restore`, "POST")).toBe(restoring);
  const left = [
    ...(restoring === undefined ? ["1.0"] : []),
    ...(deleting === undefined ? [] : ["2.0"]),
    "3.0",
  ];
  expect(await listTags(pack.repo)).toEqual(left);
});

test.each([
  [403, "You must have admin rights to this package."],
  [404, NOT_FOUND],
] as const)("without the admin role, reading works and deleting says %i", async (status, message) => {
  const github = await start();
  const token = github.token(ACTIONS);
  const pack = github.package();
  const [one = ""] = await push(pack, "1.0", "2.0");
  pack.admin = status;
  const path = versionPath(pack, one);
  expect((await ask(github, path, { token })).status).toBe(200);
  expect(refusal(await ask(github, path, { token, method: "DELETE" }))).toEqual([status, message]);
  const restore = await ask(github, `${path}/restore`, { token, method: "POST" });
  expect(refusal(restore)).toEqual([status, message]);
  expect(await listTags(pack.repo)).toEqual(["1.0", "2.0"]);
});

test("a package that is hidden from a token is there for none of its requests", async () => {
  const github = await start();
  const [token, other] = [github.token(ACTIONS), github.token(ACTIONS)];
  const pack = github.package();
  const [one = ""] = await push(pack, "1.0", "2.0");
  pack.hiddenFrom.add(token);
  const path = versionPath(pack, one);
  for (const [where, method] of [
    [pathOf(pack), "GET"],
    [`${pathOf(pack)}/versions`, "GET"],
    [path, "GET"],
    [path, "DELETE"],
    [`${path}/restore`, "POST"],
  ] as const) {
    expect(refusal(await ask(github, where, { token, method }))).toEqual([404, NOT_FOUND]);
  }
  expect((await ask(github, path, { token: other })).status).toBe(200);
  expect((await fetchToken(github, pack, `ci:${token}`)).status).toBe(403);
  const bearer = await bearerOf(github, pack, other);
  pack.hiddenFrom.add(other);
  expect(await registryAnswer(github, pack, { bearer })).toEqual([403, "DENIED"]);
});

test("every answer says how many requests are left, and none is answered when there are none, until the reset", async () => {
  const github = await start();
  const token = github.token(PERSONAL);
  const before = Math.floor(Date.now() / 1000);
  github.limit({ limit: 60, remaining: 2, resetInSeconds: 900 });
  const first = await ask(github, "/user", { token });
  expect(first.status).toBe(200);
  const names = ["limit", "remaining", "used", "resource"];
  const limits = (asked: Asked) => names.map((name) => asked.headers.get(`x-ratelimit-${name}`));
  expect(limits(first)).toEqual(["60", "1", "59", "core"]);
  expect(limits(await ask(github, "/users/nobody", { token }))).toEqual(["60", "0", "60", "core"]);
  const refused = await ask(github, "/user", { token });
  expect(refusal(refused)).toEqual([403, "API rate limit exceeded for installation ID 1."]);
  expect(limits(refused)).toEqual(["60", "0", "60", "core"]);
  const reset = Number(refused.headers.get("x-ratelimit-reset"));
  expect(reset).toBeGreaterThanOrEqual(before + 900);
  expect(reset).toBeLessThanOrEqual(Math.ceil(Date.now() / 1000) + 900);
  github.limit({ remaining: 0, resetInSeconds: 0 });
  expect(limits(await ask(github, "/user", { token }))).toEqual(["60", "59", "1", "core"]);
});

test("the nth request that matches meets a secondary limit, with or without a time to wait", async () => {
  const github = await start();
  const token = github.token(ACTIONS);
  const pack = github.package();
  const [one = ""] = await push(pack, "1.0", "2.0");
  const path = versionPath(pack, one);
  const isVersion = ({ method, path: asked }: { method: string; path: string }): boolean =>
    method === "GET" && asked.includes("/versions/");
  github.secondaryLimit({ when: isVersion, nth: 2, times: 2, status: 429, retryAfter: 7 });
  github.secondaryLimit({ when: ({ method }) => method === "DELETE" });
  const seen: unknown[] = [];
  for (let request = 0; request < 4; request += 1) {
    await ask(github, pathOf(pack), { token });
    const { status, headers } = await ask(github, path, { token });
    seen.push([status, headers.get("retry-after")]);
  }
  expect(seen).toEqual([
    [200, null],
    [429, "7"],
    [429, "7"],
    [200, null],
  ]);
  const refused = await ask(github, path, { token, method: "DELETE" });
  expect(refusal(refused)).toEqual([403, expect.stringContaining("exceeded a secondary rate limit")]);
  expect([refused.headers.get("retry-after"), refused.headers.get("x-ratelimit-remaining")]).toEqual([
    null,
    "4991",
  ]);
  expect((await ask(github, path, { token, method: "DELETE" })).status).toBe(204);
});

test("both are behind proxies that see every request and can do harm", async () => {
  const github = await start();
  const token = github.token(PERSONAL);
  github.api.on({ when: () => true, times: 1, act: { kind: "answer", status: 502 } });
  github.registry.on({ when: () => true, times: 1, act: { kind: "reset" } });
  expect((await fetch(`${github.apiUrl}/user`)).status).toBe(502);
  await expect(fetch(`http://${github.host}/v2/`)).rejects.toThrow("fetch failed");
  expect((await ask(github, "/user", { token })).status).toBe(200);
  expect(github.api.requests.map(({ path }) => path)).toEqual(["/user", "/user"]);
  expect(github.registry.requests.map(({ path }) => path)).toEqual(["/v2/"]);
});

/** Asks ghcr.io for a bearer token, as `user:password` or as nobody. */
async function fetchToken({ host }: GitHub, { repo }: GitHubPackage, login?: string): Promise<Response> {
  const url = `http://${host}/token?service=ghcr.io&scope=repository:${repo.name}:pull`;
  return fetch(url, login === undefined ? {} : { headers: { authorization: `Basic ${btoa(login)}` } });
}

async function bearerOf(github: GitHub, pack: GitHubPackage, token: string): Promise<string> {
  const response = await fetchToken(github, pack, `whoever:${token}`);
  return ((await response.json()) as { token: string }).token;
}

interface RegistryAsk {
  readonly bearer?: string;
  readonly method?: string;
  readonly reference?: string;
}

/** The status of a manifest, and the code of the error where there is one. */
async function registryAnswer(
  { host }: GitHub,
  { repo }: GitHubPackage,
  { bearer, method = "GET", reference = "1.0" }: RegistryAsk,
): Promise<readonly [number, string | undefined]> {
  const accept = "application/vnd.oci.image.manifest.v1+json";
  const headers = { accept, ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }) };
  const response = await fetch(`http://${host}/v2/${repo.name}/manifests/${reference}`, { method, headers });
  const isJson = response.headers.get("content-type")?.startsWith("application/json") === true;
  const { errors } = (isJson ? await response.json() : {}) as {
    errors?: readonly { readonly code: string }[];
  };
  return [response.status, errors?.[0]?.code];
}

test("ghcr.io sends those without a bearer token to its own /token, which wants an API token as password", async () => {
  const github = await start();
  const pack = github.package();
  await push(pack, "1.0");
  const challenged = await fetch(`http://${github.host}/v2/${pack.repo.name}/tags/list`);
  expect(challenged.status).toBe(401);
  expect(challenged.headers.get("www-authenticate")).toBe(
    `Bearer realm="http://${github.host}/token",service="ghcr.io",scope="repository:${pack.repo.name}:pull"`,
  );
  expect(await challenged.json()).toEqual({
    errors: [{ code: "UNAUTHORIZED", message: "authentication required" }],
  });
  const root = await fetch(`http://${github.host}/v2/`);
  expect([root.status, root.headers.get("www-authenticate")]).toEqual([
    401,
    expect.stringContaining("user/image"),
  ]);
  expect(await registryAnswer(github, pack, { bearer: "made-up" })).toEqual([401, "UNAUTHORIZED"]);
  const none = github.token({ kind: "actions", packages: "none" });
  for (const login of ["ci:wrong", `ci:${none}`, `ci:${github.token(scopes("repo"))}`]) {
    const refused = await fetchToken(github, pack, login);
    const denied = { errors: [{ code: "DENIED", message: "denied: denied" }] };
    expect([refused.status, await refused.json()]).toEqual([403, denied]);
  }
  expect((await fetchToken(github, pack)).status).toBe(401);
  for (const token of [{ kind: "actions", packages: "read" } as const, scopes("read:packages")]) {
    const bearer = await bearerOf(github, pack, github.token(token));
    expect(await registryAnswer(github, pack, { bearer })).toEqual([200, undefined]);
    expect(await registryAnswer(github, pack, { bearer, reference: "none" })).toEqual([
      404,
      "MANIFEST_UNKNOWN",
    ]);
  }
});

test("a public package can be read without credentials, and not be written", async () => {
  const github = await start();
  const pack = github.package();
  await push(pack, "1.0");
  pack.visibility = "public";
  const { token: bearer } = (await (await fetchToken(github, pack)).json()) as { token: string };
  expect(await registryAnswer(github, pack, { bearer })).toEqual([200, undefined]);
  expect(await registryAnswer(github, pack, { bearer, method: "PUT" })).toEqual([403, "DENIED"]);
  pack.visibility = "private";
  expect(await registryAnswer(github, pack, { bearer })).toEqual([403, "DENIED"]);
});

test("ghcr.io has what Distribution has, and counts the manifests that are downloaded", async () => {
  const github = await start();
  const pack = github.package();
  const image = await pushImage(pack.repo, ["1.0"]);
  const other = await pushImage(pack.repo, ["2.0"]);
  const authorization = `Bearer ${await bearerOf(github, pack, github.token(ACTIONS))}`;
  const repo = { base: `http://${github.host}`, name: pack.repo.name, headers: { authorization } };
  expect(await listTags(repo)).toEqual(["1.0", "2.0"]);
  const manifest = await getManifest(repo, "1.0");
  expect([manifest.digest, manifest.mediaType, manifest.body]).toEqual([
    image.digest,
    image.mediaType,
    image.bytes,
  ]);
  expect(await pullImage(repo, image.digest)).toHaveLength(3);
  const url = `${repo.base}/v2/${repo.name}/manifests/2.0`;
  const head = await fetch(url, { method: "HEAD", headers: { authorization, accept: other.mediaType } });
  expect([head.status, head.headers.get("docker-content-digest")]).toEqual([200, other.digest]);
  expect(head.headers.get("content-length")).toBe(String(other.size));
  expect([...pack.downloads]).toEqual([[image.digest, 2]]);
});

test("who may write pushes to ghcr.io as well, and makes versions; who may only read does not", async () => {
  const github = await start();
  const pack = github.package();
  const repoOf = async (packages: "read" | "write") => {
    const bearer = await bearerOf(github, pack, github.token({ kind: "actions", packages }));
    return {
      base: `http://${github.host}`,
      name: pack.repo.name,
      headers: { authorization: `Bearer ${bearer}` },
    };
  };
  const { digest } = await pushImage(await repoOf("write"), ["1.0"]);
  expect(tagsByDigest(pack)).toEqual({ [digest]: ["1.0"] });
  await expect(pushImage(await repoOf("read"), ["2.0"])).rejects.toThrow("403");
  expect(await listTags(pack.repo)).toEqual(["1.0"]);
  const sent = github.registry.requests.map(({ method, path }) => `${method} ${path}`);
  expect(sent).toContain(`PUT /v2/${pack.repo.name}/manifests/1.0`);
  expect(sent.filter((request) => /^PUT .*\/blobs\/uploads\//.test(request))).toHaveLength(2);
});

test("ghcr.io deletes nothing", async () => {
  const github = await start();
  const pack = github.package();
  const [digest = ""] = await push(pack, "1.0");
  const bearer = await bearerOf(github, pack, github.token(ACTIONS));
  for (const reference of ["1.0", digest]) {
    const answer = await registryAnswer(github, pack, { bearer, method: "DELETE", reference });
    expect(answer).toEqual([405, "UNSUPPORTED"]);
  }
  expect(await registryAnswer(github, pack, { method: "DELETE" })).toEqual([401, "UNAUTHORIZED"]);
  expect((await getManifest(pack.repo, "1.0")).digest).toBe(digest);
});

test("the referrers API leads elsewhere, to a page for people, and who goes there is seen", async () => {
  const github = await start();
  const pack = github.package("octo/team/app");
  const [digest = ""] = await push(pack, "1.0");
  const authorization = `Bearer ${await bearerOf(github, pack, github.token(ACTIONS))}`;
  const url = `http://${github.host}/v2/octo/team/app/referrers/${digest}`;
  const answer = await fetch(url, { headers: { authorization }, redirect: "manual" });
  const location = answer.headers.get("location") ?? "";
  const page = "/-/v2/packages/container/package/octo%2Fteam%2Fapp%2Freferrers%2Fsha256";
  expect([answer.status, location]).toEqual([303, github.elsewhere.url + page]);
  expect(github.elsewhere.requests).toEqual([]);
  const followed = await fetch(location);
  expect([followed.status, followed.headers.get("content-type")]).toEqual([404, "text/html; charset=utf-8"]);
  expect(github.elsewhere.requests.map(({ path }) => path)).toEqual([page]);
});
