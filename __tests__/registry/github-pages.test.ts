import { describe, expect, test } from "vitest";
import { pullImage, pushImage, putManifest } from "../../scripts/images.mjs";
import { statusOf } from "../../src/report/run/result.js";
import {
  changesSent,
  filling,
  listSent,
  ONE_BY_ONE,
  isDelete,
  isVersions,
  type OnGitHub,
  personal,
  pushTags,
  stageOf,
  useStage,
} from "../support/github-pruning.js";
import type { Token } from "../support/github-state.js";
import { applied } from "../support/pruning.js";

/** Lists in pages, and whose package it is. */
const stage = useStage();
const filled = filling(stage);

const OWNER = "GET /users/octo";
describe("several pages of versions", () => {
  /** A package of so many images, which share what they are made of. */
  async function many(count: number): Promise<OnGitHub> {
    const made = await stage();
    const { mediaType, bytes } = await pushImage(made.pack.repo, ["v0.0.0"]);
    const content = JSON.parse(bytes.toString()) as object;
    const put = (number: number) =>
      putManifest(
        made.pack.repo,
        `v1.${number}.0`,
        mediaType,
        Buffer.from(JSON.stringify({ ...content, annotations: { number: String(number) } })),
      );
    for (let from = 1; from < count; from += 20) {
      await Promise.all(Array.from({ length: Math.min(20, count - from) }, (_, index) => put(from + index)));
    }
    return made;
  }

  test("are all read, each by its number", async () => {
    const made = await many(201);
    const pruned = await made.prune({ keep: "200" });
    expect([applied(pruned).plan.verdicts.length, applied(pruned).deleted]).toEqual([201, ["v0.0.0"]]);
    const lists = made.apiSent().filter((line) => line.includes("/versions?"));
    // 201, 201, and 200, of which the last page is full.
    expect(lists.slice(0, 6)).toEqual([
      listSent(1),
      listSent(2),
      listSent(3),
      listSent(1),
      listSent(2),
      listSent(3),
    ]);
    expect(lists.slice(6)).toEqual([listSent(1), listSent(2), listSent(3)]);
    expect(made.left()).toHaveLength(200);
  });

  test("of which one fails leave all", async () => {
    const made = await many(150);
    made.github.api.on({
      when: ({ path }) => path.endsWith("page=2"),
      act: { kind: "answer", status: 500, body: "{}" },
    });
    const { outcome, result } = await made.prune({ keep: "10" });
    expect([outcome.kind, statusOf(result), made.left().length]).toEqual(["failed", "failed", 150]);
    expect(changesSent(made)).toEqual([]);
  });

  test("that overlap, as one that is pushed meanwhile makes them, have each version once", async () => {
    const made = await many(102);
    made.github.api.on({
      when: ({ path }) => path.endsWith("page=2"),
      times: 1,
      act: { kind: "before", run: () => pushTags(made, "v0.0.1") },
    });
    const { plan, deleted } = applied(await made.prune({ keep: "102" }));
    // The one that was pushed is on no page that was read, and on the registry's own list.
    expect([plan.verdicts.length, deleted]).toEqual([103, ["v0.0.0"]]);
    await pullImage(made.pack.repo, "v0.0.1");
  });

  test("are not followed to where a header says, least of all to another host", async () => {
    const made = await filled();
    const { elsewhere } = made.github;
    const link = `<${elsewhere.url}/next?page=2>; rel="next", <${elsewhere.url}/last>; rel="last"`;
    made.github.api.on({
      when: ({ path }) => path.endsWith("page=1"),
      act: { kind: "change", change: (answer) => ({ ...answer, headers: { ...answer.headers, link } }) },
    });
    expect(applied(await made.prune(ONE_BY_ONE)).deleted).toEqual(["1.0.0"]);
    expect(elsewhere.requests).toEqual([]);
    expect(made.apiSent().slice(0, 3)).toEqual([OWNER, listSent(1), listSent(2)]);
  });

  test("are read on as long as there is said to be a next one, though one is short", async () => {
    const made = await many(3);
    const link = '<x>; rel="next"';
    made.github.api.on({
      when: ({ path }) => path.endsWith("page=4"),
      act: { kind: "answer", status: 500, body: "{}" },
    });
    made.github.api.on({
      when: isVersions,
      act: { kind: "change", change: (answer) => ({ ...answer, headers: { ...answer.headers, link } }) },
    });
    const { outcome } = await made.prune({ keep: "1" });
    expect([outcome.kind, made.apiSent()]).toEqual([
      "failed",
      [OWNER, listSent(1), listSent(2), listSent(3), listSent(4)],
    ]);
  });
});

describe("whose a package is says the API", () => {
  const FULL: readonly string[] = ["read:packages", "delete:packages"];

  test.each<{
    readonly name: string;
    readonly owner: string;
    readonly token?: Token;
    readonly asked: readonly string[];
    readonly place: string;
  }>([
    { name: "an organization's, a job", owner: "octo", asked: ["GET /users/octo"], place: "/orgs/octo/" },
    {
      name: "an organization's, a person",
      owner: "octo",
      token: personal(...FULL),
      asked: ["GET /users/octo"],
      place: "/orgs/octo/",
    },
    { name: "a user's, a job", owner: "hubot", asked: ["GET /users/hubot"], place: "/users/hubot/" },
    {
      name: "a user's, another one",
      owner: "hubot",
      token: personal(...FULL),
      asked: ["GET /users/hubot", "GET /user"],
      place: "/users/hubot/",
    },
    {
      name: "a user's, the user",
      owner: "mona",
      token: personal(...FULL),
      asked: ["GET /users/mona", "GET /user"],
      place: "/user/",
    },
  ])("$name", async ({ owner, token, asked, place }) => {
    const made = await stage({
      name: `${owner}/app-${owner}-${String(token === undefined)}`,
      ...(token && { token }),
    });
    if (owner !== "octo") made.github.owner(owner === "mona" ? "Mona" : owner, "User");
    await pushTags(made, "1.0.0", "1.1.0");
    expect(applied(await made.prune(ONE_BY_ONE)).deleted).toEqual(["1.0.0"]);
    const sent = made.github.api.requests.map(({ method, path }) => `${method} ${path}`);
    expect(sent.slice(0, asked.length)).toEqual(asked);
    for (const line of sent.slice(asked.length)) {
      expect(line).toMatch(new RegExp(`^[A-Z]+ ${place}packages/container/`));
    }
    expect(made.github.api.requests.filter(isDelete)).toHaveLength(1);
  });

  test("and it is asked once for all packages of an owner", async () => {
    const made = await filled();
    const other = stageOf(made.github, made.github.package(), made.token);
    await pushTags(other, "1.0.0", "1.1.0");
    const pruned = await made.prune({ image: `${made.pack.image}\n${other.pack.image}`, keep: "1" });
    expect([statusOf(pruned.result), other.left()]).toEqual(["done", ["1.1.0"]]);
    expect(made.apiSent().filter((line) => line === OWNER)).toHaveLength(1);
  });

  test("a name with slashes is one name", async () => {
    const made = await filled({ name: "octo/deep/er/app" });
    expect(applied(await made.prune(ONE_BY_ONE)).deleted).toEqual(["1.0.0"]);
    expect(made.apiSent()[1]).toBe(listSent());
    expect(made.github.api.requests[1]?.path).toContain("/container/deep%2Fer%2Fapp/versions");
  });

  test("on an Enterprise Server everything is below its path", async () => {
    const made = await filled({ basePath: "/api/v3" });
    expect(applied(await made.prune(ONE_BY_ONE)).deleted).toEqual(["1.0.0"]);
    for (const { path } of made.github.api.requests) expect(path).toMatch(/^\/api\/v3\/(?:users|orgs)\/octo/);
  });
});
