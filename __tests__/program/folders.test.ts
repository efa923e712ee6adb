import { afterEach, expect, test, vi } from "vitest";
import { learnSecrets, settingsOf } from "../../src/program/environment.js";
import { cacheFolder, stateFolder } from "../../src/program/folders.js";

afterEach(() => {
  vi.unstubAllEnvs();
});

test.each([
  [
    { XDG_STATE_HOME: "/state", XDG_CACHE_HOME: "/cache" },
    "/state/prune-image-tags",
    "/cache/prune-image-tags",
  ],
  [{}, "/home/me/.local/state/prune-image-tags", "/home/me/.cache/prune-image-tags"],
  // A relative path is no path (XDG Base Directory Specification).
  [
    { XDG_STATE_HOME: "state", XDG_CACHE_HOME: "" },
    "/home/me/.local/state/prune-image-tags",
    "/home/me/.cache/prune-image-tags",
  ],
])("where %j: state is in %s, and the cache in %s", (env, state, cache) => {
  vi.stubEnv("HOME", "/home/me");
  expect([stateFolder(env), cacheFolder(env)]).toEqual([state, cache]);
});

test("there is neither for a user whose home is no path", () => {
  vi.stubEnv("HOME", "relative");
  expect([stateFolder({}), cacheFolder({})]).toEqual([undefined, undefined]);
});

test.each([
  [
    { GITHUB_API_URL: "https://ghe.test/api/v3" },
    "t",
    { "github-api-url": "https://ghe.test/api/v3", "github-token": "t" },
  ],
  [{ GITHUB_API_URL: "" }, "", {}],
  [{}, undefined, {}],
])("of %j and the token %j these are settings: %j", (environment, token, wanted) => {
  expect(settingsOf(environment, token)).toStrictEqual(wanted);
});

test("secrets are what is given as such, what addresses hold, and the CI's own tokens, if they are no words", () => {
  const [known, texts]: [string[], (string | undefined)[]] = [[], []];
  learnSecrets(
    { add: (text) => void known.push(text), addFrom: (text) => void texts.push(text) },
    {
      secrets: ["pass\n", undefined],
      settings: { image: "https://a:b@r.test/x" },
      environment: { ACTIONS_RUNTIME_TOKEN: "long-enough", GITHUB_TOKEN: "short", PATH: "/usr/bin:/bin" },
    },
  );
  expect(known.filter((text) => text !== "")).toEqual(["pass", "long-enough"]);
  expect(texts).toEqual(["https://a:b@r.test/x", "long-enough", "short", "/usr/bin:/bin"]);
});
