import { describe, expect, test } from "vitest";
import type { Digest, Tag } from "../../src/core/names/reference.js";
import type { HubAnswer } from "../../src/registry/docker-hub/answer.js";
import { createHubApi, type HubApi } from "../../src/registry/docker-hub/api.js";
import { deleteHubImage, deleteHubTag, type HubDeleting } from "../../src/registry/docker-hub/deletion.js";
import { createHub } from "../../src/registry/docker-hub/hub.js";
import { listHubRepositories, listHubTags } from "../../src/registry/docker-hub/lists.js";
import type { Http } from "../../src/registry/http/http.js";
import type { HttpResponse } from "../../src/registry/http/message.js";
import { RegistryError, type RegistryErrorKind } from "../../src/registry/port/registry.js";
import { answer, madeUpConnection } from "../support/made-up-answers.js";
import { refusal, REPOSITORY } from "../support/made-up-registry.js";
import { digest, tag } from "../support/snapshots.js";

/** Docker Hub's API and its registry, made up: what is believed of a deletion, of a list, and of who may sign in. */

const TAG = tag("1.0.0");
const says = (status: number, message = "words"): HubAnswer => ({ status, data: { message } });
const silent = (status: number): HubAnswer => ({ status, data: undefined });
const thrown = (kind: RegistryErrorKind) => (): never => {
  throw refusal(kind);
};
const mistake = (): never => {
  throw new TypeError("no function");
};
type Said<T> = T | (() => never);
const say = <T>(said: Said<T>): T => (typeof said === "function" ? (said as () => T)() : said);

/** What becomes of a promise: its value, or the kind of its error. */
function become(doing: Promise<unknown>): Promise<string> {
  return doing.then(String, (error: unknown) =>
    error instanceof RegistryError ? error.kind : String(error),
  );
}

/** An API that answers these, one after the other and the last for ever. */
function apiOf(...answers: readonly Said<HubAnswer>[]): { readonly api: HubApi; readonly asked: string[] } {
  const asked: string[] = [];
  const ask: HubApi["ask"] = async ({ method, path }) => {
    await Promise.resolve();
    const said = answers[Math.min(asked.push(`${method} ${path}`), answers.length) - 1];
    return said === undefined ? silent(500) : say(said);
  };
  return { api: { host: "hub.test", ask, signIn: () => Promise.resolve() }, asked };
}

describe("the deletion of a tag", () => {
  const deleted = async (said: Said<HubAnswer>, at: Said<Digest | undefined>) => {
    let looks = 0;
    const resolveTag = () => Promise.resolve().then(() => ((looks += 1), say(at)));
    const deleting = { api: apiOf(said).api, registry: { resolveTag }, onUntagged: () => undefined };
    const target = { repository: REPOSITORY, what: TAG, terms: undefined };
    return `${await become(deleteHubTag(deleting as unknown as HubDeleting, target))}, ${String(looks)}`;
  };
  const there = digest("a");

  test.each<[string, Said<HubAnswer>, Said<Digest | undefined>, string]>([
    ["is done by 204", silent(204), there, "deleted, 0"],
    ["is done by 202", silent(202), there, "deleted, 0"],
    ["is not done by its word, and not looked at", says(403), undefined, "forbidden, 0"],
    ["was done by its word, where it is not there", says(404), undefined, "gone, 1"],
    ["is refused by that word, where it is there", says(404), there, "forbidden, 1"],
    ["is looked at without a word, and is done", silent(404), undefined, "deleted, 1"],
    ["is looked at without a word, and is not done", silent(403), there, "still-there, 1"],
    ["is looked at after a failure, and is done", says(500), undefined, "deleted, 1"],
    ["is looked at after a failure, and is not done", says(500), there, "still-there, 1"],
    ["is looked at without an answer", thrown("unreachable"), undefined, "deleted, 1"],
    ["is not looked at where it was not sent", thrown("rate-limited"), undefined, "rate-limited, 0"],
    ["is not proven where that can't be seen", silent(500), thrown("unreachable"), "unproven, 1"],
    ["is a mistake of this program where it is one", silent(500), mistake, "TypeError: no function, 1"],
  ])("%s", async (...[, said, at, wanted]) => expect(await deleted(said, at)).toBe(wanted));
});

describe("the deletion of an image", () => {
  /** Deletes an image with these tags, where the API and the registry answer so. */
  async function deleted(
    tags: readonly string[],
    hub: readonly Said<HubAnswer>[],
    image: readonly Said<"deleted" | "gone">[],
  ) {
    const { api, asked } = apiOf(...hub);
    let sent = 0;
    const deleteManifest = () => {
      const said = image[Math.min((sent += 1), image.length) - 1] ?? "deleted";
      return Promise.resolve().then(() => say(said));
    };
    const resolveTag = (_: unknown, name: Tag) =>
      Promise.resolve(name.startsWith("moved") ? digest("b") : digest("a"));
    const deleting = {
      api,
      registry: { resolveTag, deleteManifest },
      onUntagged: () => undefined,
      pauses: [1],
    };
    const target = { repository: REPOSITORY, what: digest("a"), terms: undefined };
    const result = await become(deleteHubImage(deleting as unknown as HubDeleting, target, tags.map(tag)));
    return `${result}: ${String(asked.length)} tags, ${String(sent)} times`;
  }
  const GONE = silent(204);

  test.each<
    [string, readonly string[], readonly Said<HubAnswer>[], readonly Said<"deleted" | "gone">[], string]
  >([
    ["deletes its tags first", ["a", "b"], [GONE], ["deleted"], "deleted: 2 tags, 1 times"],
    ["leaves a tag that was moved", ["moved"], [GONE], ["gone"], "gone: 0 tags, 1 times"],
    ["is deleted with its last tag", ["a"], [GONE], ["gone"], "deleted: 1 tags, 1 times"],
    ["ends at a tag that is refused, the first", ["a", "b"], [says(403)], [], "forbidden: 1 tags, 0 times"],
    [
      "ends at a tag that is refused, and is half done",
      ["a", "b"],
      [GONE, says(403)],
      [],
      "unexpected-answer: 2 tags, 0 times",
    ],
    [
      "ends at a limit, which says nothing of a half",
      ["a", "b"],
      [GONE, thrown("rate-limited")],
      [],
      "rate-limited: 2 tags, 0 times",
    ],
    [
      "is sent again where it is late",
      [],
      [],
      [thrown("still-there"), "deleted"],
      "deleted: 0 tags, 2 times",
    ],
    [
      "is not sent again at a limit",
      [],
      [],
      [thrown("rate-limited"), "deleted"],
      "rate-limited: 0 tags, 1 times",
    ],
    [
      "is not sent again after a mistake",
      [],
      [],
      [mistake, "deleted"],
      "TypeError: no function: 0 tags, 1 times",
    ],
    ["is still there at last", [], [], [thrown("still-there")], "still-there: 0 tags, 2 times"],
    [
      "is referred to where it is refused at last",
      [],
      [],
      [thrown("forbidden")],
      "not-deletable: 0 tags, 2 times",
    ],
    [
      "is half done where it is refused without its tags",
      ["a"],
      [GONE],
      [thrown("forbidden")],
      "unexpected-answer: 1 tags, 2 times",
    ],
  ])("%s", async (...[, tags, hub, image, wanted]) => expect(await deleted(tags, hub, image)).toBe(wanted));
});

describe("a list", () => {
  const page = (names: readonly string[], next?: string): HubAnswer => ({
    status: 200,
    data: { results: names.map((name) => ({ name })), ...(next === undefined ? {} : { next }) },
  });
  const tags = (...answers: readonly HubAnswer[]) =>
    listHubTags(apiOf(...answers).api, REPOSITORY).then((found) => found.map((each) => each.tag));

  test("is that of all pages, and ends where a page is gone", async () => {
    expect(await tags(page(["a"], "more"), page(["b"]))).toEqual(["a", "b"]);
    expect(await tags(page(["a"], "more"), says(404))).toEqual(["a"]);
  });

  test.each<[string, readonly HubAnswer[]]>([
    ["without its first page", [says(404)]],
    ["by a failure", [silent(500)]],
    ["by a failure with an empty list", [{ ...page([]), status: 500 }]],
    ["by a second page that fails", [page(["a"], "more"), silent(500)]],
    ["by what is no object", [{ status: 200, data: [] }]],
    ["by what has no list", [{ status: 200, data: { results: {} } }]],
    ["by what is no tag", [page(["no tag"])]],
  ])("is not known %s", async (_, answers) => {
    await expect(tags(...answers)).rejects.toThrow(/hub\.test/);
  });

  test.each<[number, string]>([
    [401, "unauthorized"],
    [403, "forbidden"],
    [404, "forbidden"],
    [418, "unexpected-answer"],
  ])("is refused with %i in words: %s", async (status, kind) => {
    expect(await become(tags(says(status)))).toBe(kind);
    expect(await become(tags(silent(status)))).toBe("unexpected-answer");
  });

  test("of tags has the digests that are some, and the times of their pushes", async () => {
    const results = [
      {
        name: "a",
        digest: digest("a"),
        tag_last_pushed: "2026-01-02T00:00:00Z",
        last_updated: "2026-01-03T00:00:00Z",
      },
      { name: "b", digest: "latest", last_updated: "2026-01-03T00:00:00Z" },
      { name: "c" },
    ];
    const { api } = apiOf({ status: 200, data: { results } });
    expect(await listHubTags(api, REPOSITORY)).toEqual([
      { tag: "a", digest: digest("a"), pushed: Date.UTC(2026, 0, 2) },
      { tag: "b", pushed: Date.UTC(2026, 0, 3) },
      { tag: "c" },
    ]);
  });

  test("of repositories has repositories alone", async () => {
    expect(await listHubRepositories(apiOf(page(["app"])).api, "team")).toEqual(["team/app"]);
    await expect(listHubRepositories(apiOf(page(["No App"])).api, "team")).rejects.toThrow("that is none");
  });
});

describe("the API", () => {
  const LOGIN = { kind: "password", username: "user", password: "secret" } as const;
  /** Asks for something, where these are the answers one after the other; returns what was sent, with its token. */
  async function asked(
    credentials: Parameters<typeof createHubApi>[0]["credentials"],
    ...answers: readonly HttpResponse[]
  ) {
    const sent: string[] = [];
    const http = {
      send: ({ url, headers }) => {
        const token = String(headers?.["authorization"] ?? "nobody").replace("Bearer ", "");
        return Promise.resolve(
          answers[sent.push(url.pathname.endsWith("token") ? "sign in" : token) - 1] ?? answer(500),
        );
      },
    } as Http;
    const api = createHubApi({ http, api: "https://hub.test", credentials, onSecret: () => undefined });
    const result = await become(api.ask({ method: "GET", path: "/v2/x" }).then(({ status }) => status));
    return `${result}: ${sent.join(", ")}`;
  }
  const token = (value: unknown, status = 200): HttpResponse => answer(status, { access_token: value });
  const [OK, NO] = [answer(200, {}), answer(401, { message: "no" })];

  test.each<[string, Parameters<typeof asked>, string]>([
    ["signs in first", [LOGIN, token("t1"), OK], "200: sign in, t1"],
    [
      "signs in anew where its token has run out",
      [LOGIN, token("t1"), NO, token("t2"), OK],
      "200: sign in, t1, sign in, t2",
    ],
    ["does not sign in anew for another refusal", [LOGIN, token("t1"), answer(403)], "403: sign in, t1"],
    ["takes 401 for an answer as nobody", [{ kind: "anonymous" }, NO, OK], "401: nobody"],
    [
      "has nobody to sign in as by a token of its own",
      [{ kind: "token", token: "x" } as never],
      "unauthorized: ",
    ],
    ["is told that the password is wrong, by 401", [LOGIN, NO], "unauthorized: sign in"],
    ["is told that the password is wrong, by 403", [LOGIN, answer(403)], "unauthorized: sign in"],
    ["gets no token by a failure", [LOGIN, token("t1", 500)], "unexpected-answer: sign in"],
    ["gets no token that is none", [LOGIN, token(7)], "unexpected-answer: sign in"],
    ["gets no token that is two lines", [LOGIN, token("t1\r\nx: y")], "unexpected-answer: sign in"],
  ])("%s", async (...[, given, wanted]) => expect(await asked(...given)).toBe(wanted));
});

describe("the memory between requests", () => {
  /** A Docker Hub with these tags of one image each, that has so many pulls left; the tags point where the registry says. */
  function hubOf(items: readonly object[], points: () => string | undefined, left?: string) {
    const { connection, asked } = madeUpConnection((line) => {
      if (line === "GET tags/list") return answer(200, { tags: [] });
      const at = points();
      if (!line.startsWith("HEAD")) return answer(404, { errors: [{ code: "MANIFEST_UNKNOWN" }] });
      const limit = left === undefined ? {} : { "ratelimit-remaining": left };
      return at === undefined
        ? answer(404)
        : answer(200, "", { ...limit, "docker-content-digest": digest(at) });
    });
    const results = items;
    const hub: HubApi["ask"] = ({ method }) =>
      Promise.resolve(method === "DELETE" ? silent(204) : { status: 200, data: { results } });
    const api = { host: "hub.test", ask: hub, signIn: () => Promise.resolve() };
    return { ...createHub(connection, api, { rights: ["pull", "delete"] }), asked };
  }

  test("has a deleted tag for gone until it points at something again", async () => {
    const now: { at?: string } = {};
    const { reader, deleter } = hubOf(
      [
        { name: "a", digest: digest("a") },
        { name: "b", digest: digest("b") },
      ],
      () => now.at,
    );
    await deleter.deleteTag(REPOSITORY, tag("a"));
    expect(await reader.listTags(REPOSITORY)).toEqual(["b"]);
    now.at = "new";
    expect(await reader.listTags(REPOSITORY)).toEqual(["a", "b"]);
  });

  test("has the last push of each image, where both are known", async () => {
    const pushed = (day: number) => ({ tag_last_pushed: `2026-01-0${String(day)}T00:00:00Z` });
    const items = [
      { name: "a", digest: digest("x"), ...pushed(2) },
      { name: "b", digest: digest("x"), ...pushed(3) },
      { name: "c", digest: digest("y") },
      { name: "d", ...pushed(4) },
    ];
    const { reader } = hubOf(items, () => undefined);
    expect([...(await reader.listDates(REPOSITORY))]).toEqual([[digest("x"), Date.UTC(2026, 0, 3)]]);
  });

  test.each<[string, string | undefined, boolean]>([
    ["one too few are left", "1;w=21600", false],
    ["enough are left", "2;w=21600", true],
    ["there is no limit", undefined, true],
  ])("counts the pulls before the first: %s", async (...[, left, isRead]) => {
    const items = ["a", "b"].map((name) => ({ name, digest: digest(name) }));
    const { reader } = hubOf(items, () => "a", left);
    await reader.listTags(REPOSITORY);
    const read = reader.readManifest(REPOSITORY, tag("a"));
    if (isRead) await expect(read).resolves.toBeUndefined();
    else await expect(read).rejects.toMatchObject({ kind: "rate-limited" });
  });
});
