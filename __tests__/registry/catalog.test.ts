import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, onTestFinished, test } from "vitest";
import { pushBlob, pushImage, putManifest } from "../../scripts/images.mjs";
import type { RegistryOptions } from "../../scripts/registry-config.mjs";
import { UnsureError } from "../../src/core/base/errors.js";
import { RegistryError } from "../../src/registry/port/registry.js";
import { openPort, useBucket, useDistribution } from "../support/distributions.js";
import type { Stage } from "../support/proxied.js";
import { type Action, type Answer, type RecordedRequest, startProxy } from "../support/proxy.js";
import { startTokenServer, type TokenServer } from "../support/token-server.js";

const INDEX = "application/vnd.oci.image.index.v1+json";
const ONE_BY_ONE = "Name the repositories in image one by one";
const isCatalog = ({ path }: RecordedRequest): boolean => path.startsWith("/v2/_catalog");
const isWhole = ({ path }: RecordedRequest): boolean => path === "/v2/_catalog?n=1000";
const refusesWhole: Action = {
  kind: "answer",
  status: 400,
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ errors: [{ code: "PAGINATION_NUMBER_INVALID", message: "too many" }] }),
};

/** The registry's list, and what it was asked for it. */
async function list(made: Stage) {
  const { port } = await openPort(made);
  const before = made.proxy.requests.length;
  const names = await port.listRepositories(new Set());
  return { names, asked: made.proxy.requests.slice(before).map(({ path }) => path) };
}

/** Answers with this page: JSON, or any other text as it is. */
function page(body: unknown, headers: Record<string, string> = {}): Action {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return {
    kind: "answer",
    status: 200,
    headers: { "content-type": "application/json", ...headers },
    body: text,
  };
}

/** Gives each repository as little as makes it one: 2.8 lists those with a layer, 3.x those with a manifest (measured). */
async function fill(base: string, names: readonly string[]): Promise<void> {
  const manifest = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: INDEX, manifests: [] }));
  for (const name of names) {
    await pushBlob({ base, name }, Buffer.from("x"));
    await putManifest({ base, name }, "1.0.0", INDEX, manifest);
  }
}

const numbers = (count: number): readonly number[] => [...Array(count).keys()];

describe.each(["2.8", "3.1.1"] as const)("the repositories of Distribution %s", (distribution) => {
  describe("with nothing in it", () => {
    const empty = useDistribution(distribution);

    test("are none", async ({ skip }) => {
      expect(await list(await empty(skip))).toEqual({ names: [], asked: ["/v2/_catalog"] });
    });
  });

  describe("with more than fits on a page", () => {
    const stage = useDistribution(distribution);
    const names = numbers(105).map((number) => [`app${number}`, `team/app-${number}`][number % 2] ?? "");

    /** The list as the registry itself has it, on one page. */
    async function filled(made: Stage): Promise<readonly string[]> {
      await fill(made.repo.base, names);
      const answer = await fetch(`${made.repo.base}/v2/_catalog?n=1000`);
      return ((await answer.json()) as { repositories: string[] }).repositories;
    }

    test("are all asked for at once", async ({ skip }) => {
      const made = await stage(skip);
      const wanted = await filled(made);
      expect(await list(made)).toEqual({ names: wanted, asked: ["/v2/_catalog", "/v2/_catalog?n=1000"] });
      expect([...wanted].sort()).toEqual([...names].sort());
    });

    test("are read page by page where that is too many for it, each once and in its order", async ({
      skip,
    }) => {
      const made = await stage(skip);
      const wanted = await filled(made);
      made.proxy.on({ when: isWhole, act: refusesWhole });
      const { names: listed, asked } = await list(made);
      expect(listed).toEqual(wanted);
      expect(asked.slice(0, 2)).toEqual(["/v2/_catalog", "/v2/_catalog?n=1000"]);
      expect(asked.slice(2)).toEqual([expect.stringMatching(/^\/v2\/_catalog\?.*last=/)]);
    });
  });

  describe("with one in it", () => {
    const stage = useDistribution(distribution);

    async function pushed(skip: Parameters<typeof stage>[0]): Promise<Stage> {
      const made = await stage(skip);
      await pushImage(made.repo, ["1.0.0"]);
      return made;
    }

    test("are that one, which one request shows", async ({ skip }) => {
      const made = await pushed(skip);
      const { names, asked } = await list(made);
      expect(names).toContain(made.repo.name);
      expect(asked).toEqual(["/v2/_catalog"]);
      expect(made.proxy.requests[0]?.headers.accept).toBe("application/json");
    });

    const html = { "content-type": "text/html; charset=utf-8" };
    const json = { "content-type": "application/json" };
    const body = JSON.stringify({ errors: [{ code: "UNSUPPORTED", message: "no such list" }] });
    test.for<[string, string, string, Action]>([
      ["401", "unauthorized", "401", { kind: "answer", status: 401 }],
      ["403", "forbidden", "403", { kind: "answer", status: 403 }],
      [
        "404 in its own words",
        "not-a-registry",
        "no such list",
        { kind: "answer", status: 404, headers: json, body },
      ],
      [
        "404 of a proxy",
        "not-a-registry",
        "a web page",
        { kind: "answer", status: 404, headers: html, body: "<html>" },
      ],
      ["405", "unexpected-answer", "no such list", { kind: "answer", status: 405, headers: json, body }],
      [
        "a web page",
        "not-a-registry",
        "a web page",
        { kind: "answer", status: 200, headers: html, body: "<html>" },
      ],
      ["500", "unexpected-answer", "500", { kind: "answer", status: 500 }],
      ["503", "unexpected-answer", "503", { kind: "answer", status: 503 }],
      ["204", "unexpected-answer", "204", { kind: "answer", status: 204 }],
    ])("are not to be had where it answers with %s: %s", async ([, kind, words, act], { skip }) => {
      const made = await pushed(skip);
      made.proxy.on({ when: isCatalog, act });
      const error: unknown = await list(made).catch((thrown: unknown) => thrown);
      if (!(error instanceof RegistryError)) throw error;
      expect(error.kind).toBe(kind);
      expect(error.message).toContain(`${made.proxy.host} does not list its repositories for us`);
      expect(error.message).toContain(words);
      expect(error.nextStep).toContain(ONE_BY_ONE);
    });

    test("that speaks HTTPS and was asked otherwise are had by asking it so", async ({ skip }) => {
      const made = await pushed(skip);
      const answer = "Client sent an HTTP request to an HTTPS server.\n";
      made.proxy.on({ when: isCatalog, act: { kind: "answer", status: 400, body: answer } });
      await expect(list(made)).rejects.toMatchObject({
        kind: "speaks-https",
        nextStep: expect.stringContaining(`https://${made.proxy.host}`) as unknown,
      });
    });

    test.for<[string, Action]>([
      ["cut off", { kind: "truncate" }],
      ["reset", { kind: "reset" }],
    ])("are not known from an answer that is always %s", async ([, act], { skip }) => {
      const made = await pushed(skip);
      made.proxy.on({ when: isCatalog, act });
      await expect(list(made)).rejects.toMatchObject({ name: "RegistryError", kind: "unreachable" });
    });

    test.for<[string, Action]>([
      ["cut off", { kind: "truncate" }],
      ["503", { kind: "answer", status: 503 }],
    ])("are asked for again where the answer is once %s", async ([, act], { skip }) => {
      const made = await pushed(skip);
      made.proxy.on({ when: isCatalog, times: 1, act });
      expect((await list(made)).names).toContain(made.repo.name);
    });

    test.for<[string, unknown, string]>([
      ["no JSON", "repositories", "not the JSON"],
      ["nothing", "", "not the JSON"],
      ["a list of its own", ["app"], "not the JSON"],
      ["another object", { tags: ["1.0.0"] }, "not the JSON"],
      ["a text for a list", { repositories: "app" }, "not a list"],
      ["a number in it", { repositories: ["app", 1] }, "not a repository"],
      ["what is no name in it", { repositories: ["app", "App"] }, "not a repository"],
      ["an address in it", { repositories: ["../app"] }, "not a repository"],
    ])("are not taken from %s", async ([, text, reason], { skip }) => {
      const made = await pushed(skip);
      made.proxy.on({ when: isCatalog, act: page(text) });
      const listing = list(made);
      await expect(listing).rejects.toBeInstanceOf(UnsureError);
      await expect(listing).rejects.toThrow(`the list of repositories that ${made.proxy.host} sent`);
      await expect(listing).rejects.toThrow(reason);
    });

    test("are none where it says null", async ({ skip }) => {
      const made = await pushed(skip);
      made.proxy.on({ when: isCatalog, act: page({ repositories: null }) });
      expect((await list(made)).names).toEqual([]);
    });

    const next = { link: '</v2/_catalog?last=b&n=2>; rel="next"' };

    test("that are on two pages are named once", async ({ skip }) => {
      const made = await pushed(skip);
      made.proxy.on({
        when: ({ path }) => path.includes("last=b"),
        act: page({ repositories: ["b", "a/c"] }),
      });
      made.proxy.on({ when: isCatalog, act: page({ repositories: ["b", "a"] }, next) });
      expect((await list(made)).names).toEqual(["b", "a", "a/c"]);
    });

    test("that are on three pages are asked for on one only at the beginning", async ({ skip }) => {
      const made = await pushed(skip);
      const last = { link: '</v2/_catalog?last=c&n=1>; rel="next"' };
      made.proxy.on({ when: isWhole, act: refusesWhole });
      made.proxy.on({ when: ({ path }) => path.includes("last=c"), act: page({ repositories: ["d"] }) });
      made.proxy.on({
        when: ({ path }) => path.includes("last=b"),
        act: page({ repositories: ["c"] }, last),
      });
      made.proxy.on({ when: isCatalog, act: page({ repositories: ["a", "b"] }, next) });
      expect(await list(made)).toEqual({
        names: ["a", "b", "c", "d"],
        asked: ["/v2/_catalog", "/v2/_catalog?n=1000", "/v2/_catalog?last=b&n=2", "/v2/_catalog?last=c&n=1"],
      });
    });

    test.for<[string, Action]>([
      ["403", { kind: "answer", status: 403 }],
      ["404 in its own words", { kind: "answer", status: 404, headers: json, body }],
      ["500", { kind: "answer", status: 500 }],
      ["no JSON", page("repositories")],
      ["cut off", { kind: "truncate" }],
    ])("are not known in part, where the second page is %s", async ([, act], { skip }) => {
      const made = await pushed(skip);
      made.proxy.on({ when: ({ path }) => path.includes("last=b"), act });
      made.proxy.on({ when: isCatalog, act: page({ repositories: ["a", "b"] }, next) });
      await expect(list(made)).rejects.toThrow();
    });

    test("whose next page is at another host are not known, and that host is not asked", async ({ skip }) => {
      const made = await pushed(skip);
      const elsewhere = await startProxy(made.repo.base);
      onTestFinished(() => elsewhere.stop());
      const link = `<${elsewhere.url}/v2/_catalog?last=a>; rel="next"`;
      const change = (answer: Answer): Answer => ({ ...answer, headers: { ...answer.headers, link } });
      made.proxy.on({ when: isCatalog, act: { kind: "change", change } });
      const listing = list(made);
      await expect(listing).rejects.toBeInstanceOf(UnsureError);
      await expect(listing).rejects.toThrow("the list of repositories can't be read to its end");
      expect(elsewhere.requests).toEqual([]);
    });

    test("whose pages have no end are not known", async ({ skip }) => {
      const made = await pushed(skip);
      made.proxy.on({ when: isCatalog, act: page({ repositories: ["a"] }, next) });
      const listing = list(made);
      await expect(listing).rejects.toBeInstanceOf(UnsureError);
      await expect(listing).rejects.toThrow("its pages have no end");
    });
  });

  describe("that asks for a token", () => {
    let tokens: TokenServer | undefined;
    afterAll(() => tokens?.stop());
    const stage = useDistribution(distribution, async (): Promise<RegistryOptions> => {
      const at = (file: string): string => join(import.meta.dirname, "../support/tls", file);
      const names = { issuer: "issuer", service: "registry.test" };
      tokens = await startTokenServer({
        ...names,
        users: { admin: "hunter22", dev: "hunter33" },
        grants: ({ type, actions }, user) => (type === "registry" && user === "dev" ? [] : actions),
        key: await readFile(at("token.key"), "utf8"),
        certificate: await readFile(at("token.crt"), "utf8"),
      });
      return { token: { ...names, realm: tokens.url, rootcertbundle: at("token.crt") } };
    });

    async function signedIn(made: Stage, [username, password]: readonly [string, string]) {
      if (tokens === undefined) throw new Error("it is started before the tests");
      const { requests } = tokens;
      requests.length = 0;
      const opened = await openPort(made, ["pull"], { kind: "password", username, password });
      return { ...opened, scopes: () => requests.map(({ query }) => query.get("scope")) };
    }

    test("are listed with one for the catalog, and no more", async ({ skip }) => {
      const made = await stage(skip);
      const { port, repository, scopes } = await signedIn(made, ["admin", "hunter22"]);
      expect(await port.listRepositories(new Set())).toEqual([]);
      expect(await port.listRepositories(new Set())).toEqual([]);
      expect(scopes()).toEqual(["registry:catalog:*"]);
      expect(await port.listTags(repository)).toBeUndefined();
      expect(scopes()).toEqual(["registry:catalog:*", `repository:${repository}:pull`]);
    });

    test("are not listed for one who has no right to that, and may still pull", async ({ skip }) => {
      const made = await stage(skip);
      const { port, repository, scopes } = await signedIn(made, ["dev", "hunter33"]);
      await expect(port.listRepositories(new Set())).rejects.toMatchObject({
        kind: "unauthorized",
        nextStep: expect.stringContaining(ONE_BY_ONE) as unknown,
      });
      expect(scopes()).toEqual(["registry:catalog:*"]);
      expect(await port.listTags(repository)).toBeUndefined();
    });

    test("are not listed for one whom its token server gives none", async ({ skip }) => {
      const made = await stage(skip);
      const { port } = await signedIn(made, ["admin", "wrong"]);
      const listing = port.listRepositories(new Set());
      await expect(listing).rejects.toMatchObject({
        kind: "unauthorized",
        nextStep: expect.stringContaining(ONE_BY_ONE) as unknown,
      });
      await expect(listing).rejects.toThrow(`${made.proxy.host} does not list its repositories for us`);
      await expect(listing).rejects.toThrow("refused to sign us in (401)");
    });
  });

  describe("on S3", () => {
    const stage = useDistribution(distribution, useBucket().options);

    test("are all there, also those that it loses between pages", async ({ skip }) => {
      const made = await stage(skip);
      // By bytes team/app comes last, for "-" is before "/"; path by path it comes first.
      const names = [...numbers(100).map((number) => `team-${number}/app`), "team/app"];
      await fill(made.repo.base, names);
      const { names: listed } = await list(made);
      expect([...listed].sort()).toEqual([...names].sort());
    });
  });
});

test("a registry that can't be reached is said to be that", async () => {
  const { port } = await openPort({ image: "127.0.0.1:1/team/app" });
  await expect(port.listRepositories(new Set())).rejects.toMatchObject({
    kind: "unreachable",
    message: expect.stringMatching(/^127\.0\.0\.1:1 can't be reached/) as unknown,
  });
});
