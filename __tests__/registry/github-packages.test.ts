import { describe, expect, test } from "vitest";
import type { Tag } from "../../src/core/names/reference.js";
import { createGitHubApi, type GitHubAnswer, type GitHubApi } from "../../src/registry/github/api.js";
import { createGhcr } from "../../src/registry/github/ghcr.js";
import type { PackageVersion } from "../../src/registry/github/lists.js";
import { openGitHub } from "../../src/registry/github/open.js";
import { createPackages, type Packages } from "../../src/registry/github/packages.js";
import type { Http } from "../../src/registry/http/http.js";
import type { HttpResponse } from "../../src/registry/http/message.js";
import { RegistryError } from "../../src/registry/port/registry.js";
import { answer, madeUpConnection, words } from "../support/made-up-answers.js";
import { refusal, REPOSITORY } from "../support/made-up-registry.js";
import { digest, tag } from "../support/snapshots.js";

/** GitHub's packages API, made up: what is believed of a deletion and a list, and of whom an owner's name is. */

const CLASSIC = "ghp_token";
const INSTALLATION = "ghs_token";
const own = (status: number, message = "words"): GitHubAnswer => ({
  status,
  headers: {},
  data: { message, documentation_url: "https://docs.test" },
});
const plain = (status: number, data: unknown = {}): GitHubAnswer => ({ status, headers: {}, data });
type Said = GitHubAnswer | (() => never);
const nobody = (): never => {
  throw refusal("unreachable");
};
const mistake = (): never => {
  throw new TypeError("no function");
};

/** What becomes of a promise: its value, or the kind of its error. */
function become(doing: Promise<unknown>): Promise<string> {
  return doing.then(
    (value) => (typeof value === "string" ? value : JSON.stringify(value ?? "done")),
    (error: unknown) => (error instanceof RegistryError ? error.kind : String(error)),
  );
}

/** The API, where an organization owns all, and these are the answers by the beginnings of their routes; it writes down what else it is asked. */
function packagesOf(answers: Readonly<Record<string, Said>>, token = CLASSIC, scopes?: readonly string[]) {
  const asked: string[] = [];
  const ask: GitHubApi["ask"] = async (route, parameters) => {
    await Promise.resolve();
    const page = parameters?.["page"];
    const line = typeof page === "number" ? `${route} ${String(page)}` : route;
    asked.push(line);
    const found = Object.entries(answers).find(([beginning]) => line.startsWith(beginning))?.[1];
    if (found === undefined) return plain(200, { type: "Organization" });
    return typeof found === "function" ? found() : found;
  };
  return { packages: createPackages({ host: "api.test", ask, scopes: () => scopes }, token), asked };
}

const PATH = "/orgs/team/packages/container/{name}";

describe("the deletion of a version", () => {
  const deleted = (DELETE: Said, GET: Said) => {
    const answers = { DELETE, [`GET ${PATH}/versions`]: GET, [`GET ${PATH}`]: plain(200, {}) };
    const { packages, asked } = packagesOf(answers);
    const looks = () => asked.filter((line) => line.startsWith(`GET ${PATH}/versions`)).length;
    return become(packages.deleteVersion(REPOSITORY, 1)).then((result) => `${result}, ${String(looks())}`);
  };
  const [THERE, GONE] = [plain(200, {}), own(404)];

  test.each<[string, Said, Said, string]>([
    ["is done by 204", plain(204), THERE, "deleted, 0"],
    ["was done by its word, where it is not there", own(404), GONE, "gone, 1"],
    ["is refused by that word, where it is there", own(404), THERE, "forbidden, 1"],
    ["is refused by its word, and not looked at", own(403), GONE, "forbidden, 0"],
    ["is looked at without its word, and is done", plain(403), GONE, "deleted, 1"],
    ["is looked at with half of its word", plain(403, { message: "no" }), THERE, "still-there, 1"],
    [
      "is looked at with the other half of it",
      plain(403, { documentation_url: "x" }),
      THERE,
      "still-there, 1",
    ],
    ["is looked at after a failure in its words", own(500), GONE, "deleted, 1"],
    ["is looked at after 404 without a word", plain(404), GONE, "deleted, 1"],
    ["is looked at without an answer", nobody, GONE, "deleted, 1"],
    ["is not proven by 404 without a word", nobody, plain(404), "unproven, 1"],
    ["is not proven by another status in its words", nobody, own(410), "unproven, 1"],
    ["is not proven by what is no object", nobody, plain(200, []), "unproven, 1"],
    ["is not proven where nobody answers", nobody, nobody, "unproven, 1"],
    ["is a mistake of this program where it is one", nobody, mistake, "TypeError: no function, 1"],
    [
      "is kept, for it was loaded down too often",
      own(400, "has more than 5000 downloads"),
      THERE,
      "not-deletable, 0",
    ],
    [
      "is not kept by these words in another status",
      own(403, "has more than 5000 downloads"),
      THERE,
      "forbidden, 0",
    ],
  ])("%s", async (...[, sent, look, wanted]) => expect(await deleted(sent, look)).toBe(wanted));
});

describe("what is restored", () => {
  const restored = (POST: Said, GET: Said) =>
    become(
      packagesOf({
        POST,
        [`GET ${PATH}/versions`]: GET,
        [`GET ${PATH}`]: plain(200, {}),
      }).packages.restoreVersion(REPOSITORY, 1),
    );

  test.each<[string, Said, Said, string]>([
    ["is back by 204", plain(204), own(404), '"done"'],
    ["was back before", own(404), plain(200), '"done"'],
    ["is not back where it is not there", own(404), own(404), "forbidden"],
    ["is refused, whether it is there or not", own(403), plain(200), "forbidden"],
  ])("%s", async (...[, sent, look, wanted]) => expect(await restored(sent, look)).toBe(wanted));
});

describe("the list of an owner's packages", () => {
  const named = (...names: readonly string[]): GitHubAnswer =>
    plain(
      200,
      names.map((name) => ({ name })),
    );
  const ROUTE = "GET /orgs/team/packages";
  const listed = (answers: Readonly<Record<string, Said>>, token = CLASSIC) =>
    become(packagesOf(answers, token).packages.listPackages("team"));
  const full = named(...Array.from({ length: 100 }, (_, number) => `p${String(number)}`));

  test("is that of all pages, and ends with one that is not full and names no other", async () => {
    const { packages, asked } = packagesOf({ [`${ROUTE} 1`]: full, [`${ROUTE} 2`]: named("last") });
    expect((await packages.listPackages("team")).slice(99)).toEqual(["team/p99", "team/last"]);
    expect(asked.at(-1)).toBe(`${ROUTE} 2`);
    const more = { ...named("a"), headers: { link: '<https://elsewhere.test/>; rel="next"' } };
    expect(await listed({ [`${ROUTE} 1`]: more, [`${ROUTE} 2`]: named("b") })).toBe('["team/a","team/b"]');
  });

  test.each<[string, Said, string, string]>([
    ["is not shown to a workflow's token", own(400), INSTALLATION, "forbidden"],
    ["is a failure to another", own(400), CLASSIC, "unexpected-answer"],
    ["is a failure to a workflow's token with another status", own(500), INSTALLATION, "unexpected-answer"],
    ["has packages alone", named("No App"), CLASSIC, "UnsureError"],
    ["is a list", plain(200, {}), CLASSIC, "UnsureError"],
  ])("%s", async (...[, sent, token, wanted]) => {
    expect(await listed({ [ROUTE]: sent }, token)).toContain(wanted);
  });
});

describe("the packages of a user", () => {
  const user = plain(200, { type: "User" });
  const place = async (self: Said, token = CLASSIC) => {
    const { packages, asked } = packagesOf(
      { "GET /users/{username}": user, "GET /user": self, DELETE: plain(204) },
      token,
    );
    await packages.deleteVersion(REPOSITORY, 1);
    return asked.at(-1);
  };

  test.each<[string, Said, string, string]>([
    ["that is the token's own", plain(200, { login: "TEAM" }), CLASSIC, "/user/"],
    ["that is another", plain(200, { login: "octo" }), CLASSIC, "/users/team/"],
    ["that is not told", plain(403, { login: "team" }), CLASSIC, "/users/team/"],
    ["that an installation is not", plain(200, { login: "team" }), INSTALLATION, "/users/team/"],
  ])("%s", async (...[, self, token, wanted]) => {
    expect(await place(self, token)).toBe(`DELETE ${wanted}packages/container/{name}/versions/{id}`);
  });
});

test.each<[string, string, readonly string[] | undefined, string]>([
  ["of a classic token with it", CLASSIC, ["delete:packages"], "proven"],
  ["of a classic token without it", CLASSIC, ["repo"], "forbidden"],
  ["of which nothing is said", CLASSIC, undefined, "unknown"],
  ["of an installation, whatever is said", INSTALLATION, ["repo"], "unknown"],
])("the scope to delete: %s", async (...[, token, scopes, wanted]) => {
  const { packages } = packagesOf({}, token, scopes);
  expect(await become(Promise.resolve().then(() => packages.proveScopes()))).toBe(wanted);
});

describe("GitHub's registry", () => {
  const version = (name: string, ...tags: readonly string[]): PackageVersion => ({
    id: 1,
    digest: digest(name),
    tags: tags.map(tag),
    created: 0,
    changed: 0,
  });
  /** One with these lists of versions, one after the other; its own list has these tags, and it shows one image or none. */
  function ghcr(
    lists: readonly (readonly PackageVersion[])[],
    {
      named = [],
      outcome = "deleted",
      shows = false,
    }: { named?: readonly Tag[]; outcome?: "deleted" | "gone"; shows?: boolean },
  ) {
    const waiting = [...lists];
    const packages: Partial<Packages> = {
      listVersions: () => Promise.resolve((waiting.length > 1 ? waiting.shift() : waiting[0]) ?? []),
      deleteVersion: () => Promise.resolve(outcome),
    };
    const body = Buffer.from(JSON.stringify({ schemaVersion: 2, layers: [] }));
    const type = { "content-type": "application/vnd.oci.image.manifest.v1+json" };
    const { connection } = madeUpConnection((line) => {
      if (line === "GET tags/list") return answer(200, { tags: named });
      if (!shows) return answer(404, words("MANIFEST_UNKNOWN"));
      return line.startsWith("HEAD") ? answer(200) : answer(200, body, type);
    });
    return createGhcr(connection, packages as Packages, { rights: ["pull", "delete"] });
  }
  const a = version("a", "1.0.0");

  test("has a tag that no version is listed with, if it points at something", async () => {
    const tags = async (shows: boolean) =>
      ghcr([[a]], { named: [tag("1.0.0"), tag("2.0.0")], shows }).reader.listTags(REPOSITORY);
    expect([await tags(true), await tags(false)]).toEqual([["1.0.0", "2.0.0"], ["1.0.0"]]);
  });

  test.each<[string, readonly (readonly PackageVersion[])[], Parameters<typeof ghcr>[1], string]>([
    ["is deleted", [[a]], {}, "deleted"],
    ["was deleted by somebody else", [[a], []], { outcome: "gone" }, "gone"],
    ["was deleted by somebody else, and pushed again", [[a]], { outcome: "gone" }, "pushed again since"],
    ["is gone where it is in no list", [[]], {}, "gone"],
  ])("a version %s", async (...[, lists, given, wanted]) => {
    expect(await become(ghcr(lists, given).deleter.deleteManifest(REPOSITORY, digest("a")))).toContain(
      wanted,
    );
  });

  test("keeps a version that is there and in no list", async () => {
    const body = Buffer.from(JSON.stringify({ schemaVersion: 2, layers: [] }));
    const { connection } = madeUpConnection((line) =>
      line.startsWith("HEAD")
        ? answer(200)
        : answer(200, body, { "content-type": "application/vnd.oci.image.manifest.v1+json" }),
    );
    const packages: Partial<Packages> = { listVersions: () => Promise.resolve([]) };
    const { deleter, reader, writer } = createGhcr(connection, packages as Packages, { rights: ["pull"] });
    const read = await reader.readManifest(REPOSITORY, tag("1.0.0"));
    if (read === undefined) throw new TypeError("it is there");
    expect(await become(deleter.deleteManifest(REPOSITORY, read.digest))).toContain(
      "in no list of the package's",
    );
    expect(await become(writer.undelete(REPOSITORY, read.digest))).toContain("is in no list");
  });
});

describe("the client of the API", () => {
  const HOUR = { "x-ratelimit-limit": "5000", "x-ratelimit-remaining": "0" };
  const in_ = (seconds: number) => ({ "x-ratelimit-reset": String(Math.round(Date.now() / 1000) + seconds) });
  async function asking(sent: HttpResponse | (() => never), routes: readonly string[]) {
    const waits: string[] = [];
    const http = {
      send: () => Promise.resolve().then(() => (typeof sent === "function" ? sent() : sent)),
    } as unknown as Http;
    const stop = AbortSignal.abort();
    const options = { http, api: "https://api.test", token: CLASSIC, userAgent: "test", stop };
    const api = await createGitHubApi({ ...options, onWait: ({ limit }) => waits.push(limit) });
    const statuses: string[] = [];
    for (const route of routes) {
      statuses.push(await become(api.ask(route).then(({ status }) => String(status))));
    }
    return `${statuses.join(" ")}: ${waits.join(" ")}`;
  }

  test.each<[string, HttpResponse | (() => never), readonly string[], string]>([
    ["takes any status", answer(404, {}), ["GET /user"], "404: "],
    ["takes one without a body", answer(205), ["GET /user"], "205: "],
    ["takes one that has not changed", answer(304), ["GET /user"], "304: "],
    ["has a mistake of this program for that", mistake, ["GET /user"], "HttpError: no function: "],
    ["does not wait where no hour is said", answer(200, {}), ["DELETE /user"], "200: "],
    ["has no answer where there was none", nobody, ["GET /user"], "unreachable: "],
    [
      "waits with a change until the hour is over",
      answer(200, {}, { ...HOUR, ...in_(60) }),
      ["GET /user", "DELETE /user"],
      "200 paused: primary",
    ],
    [
      "does not wait where it is over",
      answer(200, {}, { ...HOUR, ...in_(-60) }),
      ["GET /user", "DELETE /user"],
      "200 200: ",
    ],
    [
      "does not wait to read",
      answer(200, {}, { ...HOUR, ...in_(60) }),
      ["GET /user", "GET /user"],
      "200 200: ",
    ],
  ])("%s", async (...[, sent, routes, wanted]) => expect(await asking(sent, routes)).toBe(wanted));
});

test.each<[string, string, readonly string[], string]>([
  ["over HTTPS", "https://api.test", [], "opened"],
  ["unencrypted", "http://api.test", [], "unsafe-realm"],
  ["unencrypted where that is allowed", "http://api.test", ["api.test"], "opened"],
])("the token goes to the API %s", async (...[, api, plainHttp, wanted]) => {
  const opening = openGitHub({
    host: "ghcr.test",
    concurrency: 1,
    userAgent: "test",
    plainHttp,
    credentials: { kind: "password", username: "token", password: CLASSIC },
    account: { kind: "github", api },
    rights: ["pull"],
    onSecret: () => undefined,
  });
  expect(await become(opening.then(({ registry }) => (registry.reader.close(), "opened")))).toBe(wanted);
});
