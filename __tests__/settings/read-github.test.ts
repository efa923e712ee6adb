import { describe, expect, test } from "vitest";
import { type ConnectionHooks, connectionTo } from "../../src/commands/connection.js";
import { BadInputError } from "../../src/core/base/errors.js";
import { tokenKind } from "../../src/core/names/github.js";
import { settingsOf } from "../../src/program/environment.js";
import { readPolicyFile } from "../../src/settings/policy-file/policy-file.js";
import type { KnownBefore } from "../../src/settings/read/read-settings.js";
import { readSettings, type Settings } from "../support/settings.js";
import type { RawSettings } from "../../src/settings/read/setting-reader.js";

/** What is wrong, as `setting: message`. */
function problemsOf(raw: RawSettings, found: KnownBefore = {}): readonly string[] {
  try {
    readSettings(raw, found);
    return [];
  } catch (error) {
    if (!(error instanceof BadInputError)) throw error;
    return error.problems.map(({ setting, message }) => `${setting}: ${message}`);
  }
}

/** The settings of any command that talks to a registry. */
function read(raw: RawSettings, found: KnownBefore = {}): Exclude<Settings, { readonly command: "try" }> {
  const settings = readSettings(raw, found);
  if (settings.command === "try") throw new Error("another command");
  return settings;
}

const image = "r.example.com/team/app";
const onGitHub = "ghcr.io/octo/app";
const server = "https://github.example.com/api/v3";
const onServer = "containers.github.example.com";
const github = { api: "https://api.github.com", registry: "ghcr.io" };
const token = "ghs_abc";

/** What each command needs at least, with an image. */
const whole = {
  prune: { image },
  apply: { image, plan: "plan.json" },
  restore: { image, journal: "journal.ndjson" },
  check: { image },
  explain: { image: `${image}:1.0.0` },
} as const satisfies Readonly<Record<string, RawSettings>>;
const commands = (Object.keys(whole) as (keyof typeof whole)[]).map((command) => ({
  ...whole[command],
  command,
}));
const reclaim = { command: "reclaim", registry: "r.example.com", storage: "/s" } as const;

describe("the GitHub of a run", () => {
  test.each(commands)("is GitHub.com, without a token: $command", (raw) => {
    expect(read(raw).github).toEqual(github);
  });

  test.each<[string, string, string]>([
    ["https://api.github.com", "https://api.github.com", "ghcr.io"],
    [" HTTPS://API.GitHub.com/\n", "https://api.github.com", "ghcr.io"],
    ["https://api.octo.ghe.com", "https://api.octo.ghe.com", "containers.octo.ghe.com"],
    ["https://api.octo-1.ghe.com/", "https://api.octo-1.ghe.com", "containers.octo-1.ghe.com"],
    [server, server, onServer],
    [`${server}//`, server, onServer],
    ["http://github.example.com/api/v3", "http://github.example.com/api/v3", onServer],
    ["https://GitHub.Example.com/api/v3", server, onServer],
  ])("has its registry by its API: %j", (text, api, registry) => {
    expect(read({ image, "github-api-url": text }).github).toEqual({ api, registry });
  });

  test.each<[RawSettings, string]>([
    [{ "github-registry": " Images.Example.com:5000 " }, github.api],
    [{ "github-registry": "images.example.com:5000", "github-api-url": server }, server],
    [
      { "github-registry": "images.example.com:5000", "github-api-url": "https://api.example.com" },
      "https://api.example.com",
    ],
  ])("has the registry that is said: %j", (raw, api) => {
    expect(read({ image, ...raw }).github).toEqual({ api, registry: "images.example.com:5000" });
  });

  test.each([
    [token, { ...github, token }],
    [` ${token}\n`, { ...github, token }],
    [" \n", github],
  ])("has a token: %j", (text, wanted) => {
    expect(read({ image, "github-token": text }).github).toEqual(wanted);
  });

  test.each(commands)("has to be known, which is said once: $command", (raw) => {
    expect(problemsOf({ ...raw, "github-api-url": "https://api.example.com/" })).toEqual([
      "github-registry: it is empty, and the registry of https://api.example.com is not known; name its host, such as containers.github.example.com",
    ]);
  });

  test.each([
    "https://github.example.com",
    "https://github.example.com/api",
    "https://github.example.com/api/v3/more",
    "https://github.example.com/v3/api/v3",
    "https://api.ghe.com",
    "https://api.a.b.ghe.com",
    "http://api.octo.ghe.com",
    "https://api.octo.ghe.com.example.com",
    "https://octo.ghe.com",
    "http://api.github.com",
    "https://api.github.com:8443",
    "https://api.github.com.example.com",
  ])("is not known by %s", (text) => {
    expect(problemsOf({ image, "github-api-url": text })).toEqual([
      expect.stringMatching(/^github-registry: it is empty, .* is not known/),
    ]);
  });

  test.each([
    "github.example.com/api/v3",
    "ftp://github.example.com/api/v3",
    "https://",
    "https://git hub.example.com/api/v3",
    `${server}?a=b`,
    `${server}#a`,
    "https://me@github.example.com/api/v3",
    "https://me:secret@github.example.com/api/v3",
    "true",
  ])("has no API at %j", (text) => {
    expect(problemsOf({ image, "github-api-url": text })).toEqual([
      `github-api-url: "${text}" is not the address of an API; write it as https://github.example.com/api/v3`,
    ]);
  });

  test.each(["https://ghcr.io", "ghcr.io/octo", "*.example.com", "ghcr.io:", "a b"])(
    "has no registry at %j",
    (text) => {
      expect(problemsOf({ image, "github-registry": text })).toEqual([
        `github-registry: "${text}" is not a host; write host[:port] alone`,
      ]);
    },
  );
});

describe("an image on GitHub's registry", () => {
  test.each<[string, object]>([
    [onGitHub, { images: [{ host: "ghcr.io", repository: "octo/app" }], globs: [] }],
    [`${onGitHub}:1.0.0`, { images: [{ repository: "octo/app", tag: "1.0.0" }] }],
    ["GHCR.io/octo/team/app", { images: [{ host: "ghcr.io", repository: "octo/team/app" }] }],
    ["ghcr.io/octo/*", { images: [], globs: [{ host: "ghcr.io", pattern: "octo/*", first: "octo" }] }],
    ["ghcr.io/octo/**", { globs: [{ pattern: "octo/**" }] }],
    [`${onGitHub}, ${image}`, { images: [{ host: "ghcr.io" }, { host: "r.example.com" }] }],
  ])("%s is taken", (text, wanted) => {
    expect(readSettings({ image: text })).toMatchObject(wanted);
  });

  test.each(["app", "app:1.0.0", "*", "**", "*/app", "**/app", "oct?/app", "{octo,cat}/app", "o[ab]/*"])(
    "names its owner: %s does not",
    (path) => {
      const why = "is on GitHub's registry and does not name its owner, as host/OWNER/package (or";
      const wanted = (host: string) => [expect.stringContaining(`image: "${host}/${path}" ${why}`) as string];
      expect(problemsOf({ image: `ghcr.io/${path}` })).toEqual(wanted("ghcr.io"));
      const there = { image: `${onServer}/${path}`, "github-api-url": server };
      expect(problemsOf(there)).toEqual(wanted(onServer));
      // GitHub.com's is that of a GitHub for everybody.
      expect(problemsOf({ ...there, image: `ghcr.io/${path}` })).toEqual(wanted("ghcr.io"));
      expect(problemsOf({ image: there.image })).toEqual([]);
    },
  );

  test("is refused once, however often it is named", () => {
    expect(problemsOf({ image: "ghcr.io/app\nghcr.io/app" })).toHaveLength(1);
    expect(problemsOf({ image: "ghcr.io/app\nghcr.io/other" })).toHaveLength(2);
  });
});

describe("a connection", () => {
  const door: ConnectionHooks = { userAgent: "prune-image-tags/test", onSecret: () => undefined };
  const others = { api: server };
  const theirs = { api: github.api };

  test.each<[string, RawSettings, string, object | undefined]>([
    ["GitHub.com's registry", {}, "ghcr.io", { ...theirs, token }],
    ["another registry", {}, "r.example.com", undefined],
    ["a server's registry that is not this run's", {}, onServer, undefined],
    ["the server's registry", { "github-api-url": server }, onServer, { ...others, token }],
    ["GitHub.com's registry, from a server", { "github-api-url": server }, "ghcr.io", theirs],
    ["another registry, from a server", { "github-api-url": server }, "r.example.com", undefined],
    [
      "the registry that is said",
      { "github-api-url": server, "github-registry": "images.example.com" },
      "images.example.com",
      { api: server, token },
    ],
    [
      "the server's usual registry, where another is said",
      { "github-api-url": server, "github-registry": "images.example.com" },
      onServer,
      undefined,
    ],
    [
      "GitHub.com's registry, where another is said",
      { "github-registry": "images.example.com" },
      "ghcr.io",
      theirs,
    ],
  ])("to %s has the token where it is for it: %#", (...[, raw, host, wanted]) => {
    const settings = read({ image, "github-token": token, ...raw });
    const connection = connectionTo(settings, { host }, door);
    expect(connection.account).toEqual(
      wanted === undefined ? { kind: "distribution" } : { ...wanted, kind: "github" },
    );
    expect(JSON.stringify(connection).includes(token)).toBe(wanted !== undefined && "token" in wanted);
  });

  test("is told of waits, and is stopped, where its door can", () => {
    const told = { onWait: () => undefined, stop: new AbortController().signal };
    const settings = read({ image });
    expect(connectionTo(settings, { host: "ghcr.io" }, { ...door, ...told })).toMatchObject(told);
    expect(connectionTo(settings, { host: "ghcr.io" }, door)).not.toHaveProperty("onWait");
    expect(connectionTo(settings, { host: "ghcr.io" }, door)).not.toHaveProperty("stop");
  });
});

describe("what can't be done on GitHub's registry", () => {
  const frees = "an image is on GitHub's registry, which frees its space itself; leave it out there";
  const never = "untag: an image is on GitHub's registry, which deletes a version with all its tags;";
  const apply = { command: "apply", plan: "p" };
  test.each<[RawSettings, string]>([
    [{ "gc-container": "a1" }, `gc-container: ${frees}`],
    [{ "gc-command": "x" }, `gc-command: ${frees}`],
    [{ untag: "overwrite" }, never],
    [{ ...apply, "gc-container": "a1" }, `gc-container: ${frees}`],
    [{ ...apply, "gc-command": "x" }, `gc-command: ${frees}`],
    [{ ...apply, untag: "overwrite" }, never],
    [{ command: "explain", untag: "overwrite" }, never],
  ])("%j", (raw, wanted) => {
    for (const other of [image, "r.example.com/team/*"]) {
      const named = raw.command === "explain" ? `${image}:1.0.0` : other;
      expect(problemsOf({ ...raw, image: named })).toEqual([]);
    }
    for (const one of [`${onGitHub}:1.0.0`, ...(raw.command === "explain" ? [] : ["ghcr.io/octo/*"])]) {
      expect(problemsOf({ ...raw, image: one })).toEqual([expect.stringContaining(wanted)]);
      expect(problemsOf({ ...raw, image: `${image}:1.0.0\n${one}` })).toContainEqual(
        expect.stringContaining(wanted),
      );
    }
    const there = { ...raw, image: `${onServer}/octo/app:1.0.0` };
    expect(problemsOf(there)).toEqual([]);
    expect(problemsOf({ ...there, "github-api-url": server })).toEqual([expect.stringContaining(wanted)]);
  });

  test.each<[RawSettings, readonly string[]]>([
    [{ registry: "ghcr.io" }, [`registry: ${frees}`]],
    [{ registry: "https://GHCR.io/" }, [`registry: ${frees}`]],
    [{ registry: "ghcr.io", "gc-container": "a1" }, [`registry: ${frees}`, `gc-container: ${frees}`]],
    [{ registry: onServer }, []],
  ])("to reclaim its space: %j", (raw, wanted) => {
    expect(problemsOf({ ...reclaim, ...raw })).toEqual(wanted);
  });

  test("to reclaim the space of the server's", () => {
    const otherwise = { "github-api-url": server };
    expect(problemsOf({ ...reclaim, registry: onServer }, { otherwise })).toEqual([`registry: ${frees}`]);
  });
});

describe("images without a tag", () => {
  const HOUR = 3600 * 1000;
  const files = { policy: { text: "rules: [{ keep: 3 }]", read: readPolicyFile } };
  const explain = { command: "explain", image: `${onGitHub}:1.0.0` };

  test.each<[RawSettings, number]>([
    [{ image: onGitHub, "untagged-older-than": "7d" }, 7 * 24 * HOUR],
    [{ image: onGitHub, "untagged-older-than": "60m" }, HOUR],
    [{ image: "ghcr.io/octo/*", "untagged-older-than": "1 h" }, HOUR],
    [{ image: `${image}\n${onGitHub}`, "untagged-older-than": "36h" }, 36 * HOUR],
    [{ image: onGitHub, "untagged-older-than": "2 weeks", policy: "p" }, 14 * 24 * HOUR],
    [{ ...explain, "untagged-older-than": "7d" }, 7 * 24 * HOUR],
    [{ image: `${onServer}/octo/app`, "github-api-url": server, "untagged-older-than": "7d" }, 7 * 24 * HOUR],
  ])("go after a time: %j", (raw, wanted) => {
    expect(readSettings(raw, { files })).toMatchObject({ policies: { untaggedOlderThan: wanted } });
  });

  test.each<RawSettings>([
    { image: onGitHub },
    { image: onGitHub, "untagged-older-than": " " },
    { image: onGitHub, policy: "p" },
    explain,
  ])("stay where nothing is said: %j", (raw) => {
    expect(readSettings(raw, { files })).not.toHaveProperty("policies.untaggedOlderThan");
  });

  const none =
    "untagged-older-than: no image is on GitHub's registry, and others list nothing without a tag;";
  const soon =
    "untagged-older-than: it is less than an hour, and a push under way has no tag yet; write 1h or more";
  const unread = 'untagged-older-than: "7" is not a time';
  test.each<[RawSettings, string, string]>([
    [{ image }, "7d", none],
    [{ image: "r.example.com/*" }, "7d", none],
    [{ image: `${onServer}/octo/app` }, "7d", none],
    [{ command: "explain", image: `${image}:1.0.0` }, "7d", none],
    [{}, "7d", "image: it is empty"],
    [{ image: onGitHub }, "59m", soon],
    [{ image: onGitHub }, "3599s", soon],
    [{ image: `${image}\n${onGitHub}` }, "1m", soon],
    [explain, "59m", soon],
    [{ image: onGitHub }, "7", unread],
    [explain, "7", unread],
    [
      { command: "try", image },
      "7d",
      "untagged-older-than: try does not take it; prune, explain and reclaim do",
    ],
  ])("are one problem: %j for %s", (raw, time, wanted) => {
    expect(problemsOf({ ...raw, "untagged-older-than": time })).toEqual([expect.stringContaining(wanted)]);
  });

  test("go from a storage after any time", () => {
    expect(read({ ...reclaim, "untagged-older-than": "5m" })).toMatchObject({
      sweep: { untaggedOlderThan: HOUR / 12 },
    });
  });
});

describe("what the environment says", () => {
  test.each<[Record<string, string | undefined>, string | undefined, RawSettings]>([
    [{}, undefined, {}],
    [{ GITHUB_API_URL: "" }, "", {}],
    [{ GITHUB_API_URL: undefined, GITHUB_TOKEN: "other" }, undefined, {}],
    [{ GITHUB_API_URL: server }, undefined, { "github-api-url": server }],
    [{}, token, { "github-token": token }],
    [{ GITHUB_API_URL: server }, token, { "github-api-url": server, "github-token": token }],
  ])("%j, with the token %j", (environment, given, wanted) => {
    expect(settingsOf(environment, given)).toEqual(wanted);
  });

  const otherwise = { "github-api-url": server, "github-token": token };
  const theirs = { api: server, registry: onServer, token };
  test.each<[RawSettings, object]>([
    [{}, theirs],
    [{ "github-api-url": "", "github-token": " \n" }, theirs],
    [{ "github-token": "ghp_own" }, { ...theirs, token: "ghp_own" }],
    [{ "github-api-url": github.api }, { ...github, token }],
  ])("stands where nothing is given: %j", (raw, wanted) => {
    expect(read({ image, ...raw }, { otherwise }).github).toEqual(wanted);
  });

  test.each<RawSettings>([...commands, reclaim, { command: "try" }, { command: "try", image: onGitHub }])(
    "is no word of the user's: %j",
    (raw) => {
      expect(problemsOf(raw, { otherwise })).toEqual([]);
      // As the action gives what nobody wrote.
      expect(problemsOf({ ...raw, "github-token": "", "github-api-url": "" }, { otherwise })).toEqual([]);
    },
  );

  test.each([reclaim, { command: "try" }] as const)("but the same given is: %j", (raw) => {
    const takers = `${raw.command} does not take it; prune, apply, restore, check, explain and repositories do`;
    expect(problemsOf({ ...raw, ...otherwise, "github-registry": "ghcr.io" }, { otherwise })).toEqual([
      `github-token: ${takers}`,
      `github-api-url: ${takers}`,
      `github-registry: ${takers}`,
    ]);
  });

  test("leaves an empty setting that has a default a problem", () => {
    expect(problemsOf({ image, keep: "" }, { otherwise })).toEqual([
      expect.stringContaining("keep: it is empty"),
    ]);
  });
});

test.each([
  ["ghs_abc", "installation"],
  ["ghp_abc", "classic"],
  ["github_pat_abc", "fine-grained"],
  ["gho_abc", "other"],
  ["0123456789abcdef0123456789abcdef01234567", "other"],
  ["", "other"],
  ["a ghs_abc", "other"],
  ["GHP_abc", "other"],
  ["github_paT_abc", "other"],
])("the token %j is of the kind %s", (text, kind) => {
  expect(tokenKind(text)).toBe(kind);
});
