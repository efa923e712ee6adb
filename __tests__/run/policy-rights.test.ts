import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, expect, test, type TestContext } from "vitest";
import { pushImage } from "../../scripts/images.mjs";
import { statusOf } from "../../src/report/run/result.js";
import { useDistribution } from "../support/distributions.js";
import { runExplain } from "../support/explaining.js";
import { blobsRead, hoursAgo, methodsSent } from "../support/policies.js";
import { pulledTags, type Stage } from "../support/proxied.js";
import { runPrune } from "../support/pruning.js";
import { startTokenServer, type TokenServer } from "../support/token-server.js";

/** What a token server is asked for: what a run does, and no more. */
const login = { username: "me", password: "hunter22" };
const NAMES = { issuer: "issuer", service: "registry.test" };
const at = (file: string): string => join(import.meta.dirname, "../support/tls", file);

let tokens: TokenServer | undefined;
afterAll(() => tokens?.stop());
const stage = useDistribution("2.8", async () => {
  tokens = await startTokenServer({
    ...NAMES,
    users: { me: "hunter22", dev: "hunter33" },
    // To list all repositories is not for everybody.
    grants: ({ type, actions }, user) => (type === "registry" && user === "dev" ? [] : actions),
    key: await readFile(at("token.key"), "utf8"),
    certificate: await readFile(at("token.crt"), "utf8"),
  });
  return { token: { ...NAMES, realm: tokens.url, rootcertbundle: at("token.crt") } };
});

/** A repository of two old images and a young one, and what tokens were asked for since. */
async function filled(skip: TestContext["skip"]) {
  const made = await stage(skip);
  if (tokens === undefined) throw new Error("it is started before the tests");
  const { url, requests } = tokens;
  const { base, name } = made.repo;
  const authorization = `Basic ${Buffer.from("me:hunter22").toString("base64")}`;
  const asking = `${url}?service=${NAMES.service}&scope=repository:${name}:pull,push`;
  const { token } = (await (await fetch(asking, { headers: { authorization } })).json()) as { token: string };
  const repo = { base, name, headers: { authorization: `Bearer ${token}` } };
  for (const [tag, age] of [
    ["1.0.0", 100],
    ["1.1.0", 1],
    ["1.2.0", 100],
  ] as const) {
    await pushImage(repo, [tag], { created: hoursAgo(age) });
  }
  requests.length = 0;
  const scopes = (): readonly (string | null)[] => requests.map(({ query }) => query.get("scope"));
  return { ...made, repo, scopes, glob: globOf(made) };
}

function globOf({ image }: Pick<Stage, "image">): string {
  return image.replace(/\/app$/, "/*");
}

const younger = { keep: "1", "keep-younger-than": "1d" };

test("a prune by dates reads configurations by the right that it has for the manifests", async ({ skip }) => {
  const made = await filled(skip);
  const { result } = await runPrune({ image: made.image, ...younger, ...login });
  expect(statusOf(result)).toBe("done");
  expect(made.scopes()).toEqual([`repository:${made.repo.name}:pull,delete`]);
  // The first request of all is sent without a token.
  expect(new Set(blobsRead(made)).size).toBe(2);
  expect(await pulledTags(made.repo)).toEqual(["1.1.0", "1.2.0"]);
});

test("a pattern asks for the catalog, and then for each repository", async ({ skip }) => {
  const made = await filled(skip);
  const { result } = await runPrune({ image: made.glob, ...younger, ...login });
  expect(statusOf(result)).toBe("done");
  expect(made.scopes()).toEqual(["registry:catalog:*", `repository:${made.repo.name}:pull,delete`]);
  expect(await pulledTags(made.repo)).toEqual(["1.1.0", "1.2.0"]);
});

test("a pattern by one who may not list all repositories has failed, and nothing is deleted", async ({
  skip,
}) => {
  const made = await filled(skip);
  const dev = { username: "dev", password: "hunter33" };
  const { outcome, result } = await runPrune({ image: made.glob, ...younger, ...dev });
  expect(outcome).toMatchObject({ kind: "failed", repository: made.glob, error: { kind: "unauthorized" } });
  expect(statusOf(result)).toBe("failed");
  const named = await runPrune({ image: `${made.glob}\n${made.image}`, ...younger, ...dev });
  expect(statusOf(named.result)).toBe("partly-failed");
  expect(await pulledTags(made.repo)).toEqual(["1.1.0", "1.2.0"]);
});

test("a dry run, and who explains, ask for nothing but to pull, and send nothing but GET", async ({
  skip,
}) => {
  const made = await filled(skip);
  await runPrune({ image: made.image, ...younger, ...login, "dry-run": "true" });
  await runExplain({ image: `${made.image}:1.1.0`, ...younger, ...login });
  const pull = `repository:${made.repo.name}:pull`;
  expect(made.scopes()).toEqual([pull, pull]);
  expect(methodsSent(made)).toEqual(["GET"]);
  expect(await pulledTags(made.repo)).toEqual(["1.0.0", "1.1.0", "1.2.0"]);
});
