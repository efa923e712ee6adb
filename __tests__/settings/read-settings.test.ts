import { describe, expect, test } from "vitest";
import { BadInputError } from "../../src/core/base/errors.js";
import { readSettings, type Settings } from "../support/settings.js";
import type { RawSettings } from "../../src/settings/read/setting-reader.js";

/** What is wrong, as `setting: message`. */
function problemsOf(raw: RawSettings): readonly string[] {
  try {
    readSettings(raw);
    return [];
  } catch (error) {
    if (!(error instanceof BadInputError)) throw error;
    return error.problems.map(({ setting, message }) => `${setting}: ${message}`);
  }
}

function read<Name extends Settings["command"]>(
  command: Name,
  raw: RawSettings,
): Extract<Settings, { readonly command: Name }> {
  const settings = readSettings({ ...raw, command });
  if (settings.command !== command) throw new Error("another command");
  return settings as Extract<Settings, { readonly command: Name }>;
}

const image = "r.example.com/team/app";
const registry = "r.example.com";

describe("a collection's settings", () => {
  test("are a container with a minimum and a time", () => {
    const raw = { image, "gc-container": "registry", "gc-min-bytes": "1.5 GB", "gc-timeout": "1h30m" };
    expect(read("prune", raw).collection).toEqual({
      by: { kind: "container", name: "registry", minimum: 1.5 * 1024 ** 3 },
      timeout: 90 * 60_000,
    });
  });

  test("or a script, an hour by default", () => {
    expect(read("prune", { image, "gc-command": "set -x\necho" }).collection).toEqual({
      by: { kind: "command", script: "set -x\necho" },
      timeout: 60 * 60_000,
    });
  });

  test("or none", () => expect(read("prune", { image }).collection).toBeUndefined());

  test.each<[RawSettings, string]>([
    [{ "gc-container": "a b" }, '"a b" is not a container'],
    [{ "gc-container": "--all" }, '"--all" is not a container'],
    [{ "gc-container": "a1", "gc-command": "x" }, "gc-command: gc-container is given too"],
    [{ "gc-command": "x", "gc-min-bytes": "1GB" }, "gc-min-bytes: it needs gc-container"],
    [{ "gc-command": "x", "trust-gc-container": "true" }, "it is about the container in gc-container"],
    [{ "gc-container": "a1", "gc-min-bytes": "1GiX" }, 'gc-min-bytes: "1GiX" is not a size'],
    [{ "gc-container": "a1", "gc-min-bytes": "10" }, 'gc-min-bytes: "10" is not a size'],
    [{ "gc-container": "a1", "gc-min-bytes": "-1GB" }, "is not a size"],
    [{ "gc-container": "a1", "gc-timeout": "30" }, 'gc-timeout: "30" is not a time'],
    [{ "gc-container": "a1", "gc-timeout": "0s" }, 'gc-timeout: "0s" is not a time'],
    [{ "gc-container": "a1", "gc-timeout": "" }, "gc-timeout: it is empty"],
    [{ "gc-container": "a1", "gc-timeout": "25h" }, "gc-timeout: it is longer than a day"],
    [
      { "gc-container": "a1", image: `${image}\nother.example.com/app` },
      "gc-container: it is for one registry",
    ],
    [{ "gc-command": "x", image: `${image}\nother.example.com/app` }, "gc-command: it is for one registry"],
  ])("%j", (raw, wanted) => expect(problemsOf({ image, ...raw }).join("\n")).toContain(wanted));
});

describe("the settings of reclaim", () => {
  test("are a registry, what to sweep there, and how to collect", () => {
    const raw = {
      registry: "http://R.example.com:5000/",
      storage: "/var/lib/registry",
      "untagged-older-than": "7d",
      "gc-container": "registry",
      "dry-run": "true",
    };
    expect(read("reclaim", raw)).toEqual({
      command: "reclaim",
      registry: { host: "r.example.com:5000", scheme: "http" },
      plainHttp: [],
      tokenServers: [],
      concurrency: 64,
      github: { api: "https://api.github.com", registry: "ghcr.io" },
      collection: { by: { kind: "container", name: "registry" }, timeout: 3_600_000 },
      sweep: {
        storage: "/var/lib/registry",
        offline: false,
        uploadsOlderThan: 86_400_000,
        untaggedOlderThan: 7 * 86_400_000,
      },
      dryRun: true,
    });
  });

  test("need no registry where none runs", () => {
    expect(read("reclaim", { storage: "s3://bucket/registry", offline: "true" })).toMatchObject({
      sweep: { storage: "s3://bucket/registry", offline: true },
    });
  });

  test.each<[RawSettings, readonly string[]]>([
    [{}, ["gc-container: nothing says what to do", "registry: it is empty"]],
    [{ storage: "/s" }, ["registry: it is empty"]],
    [{ registry: "a/b", storage: "/s" }, ['registry: "a/b" is not a registry']],
    [{ registry, storage: "/s", offline: "true" }, ["offline: it says that no registry runs"]],
    [{ storage: "/s", offline: "true", "gc-container": "a1" }, ["offline: it says that no registry runs"]],
    [{ registry, "gc-container": "a1", offline: "true" }, ["offline: it is about the registry's storage"]],
    [
      { registry, "gc-container": "a1", "untagged-older-than": "7d" },
      ["untagged-older-than: it is about the registry's storage"],
    ],
    [{ registry, storage: "/s", "untagged-older-than": "7" }, ['untagged-older-than: "7" is not a time']],
    [{ registry, storage: "/s", "uploads-older-than": "1 fortnight" }, ["uploads-older-than:"]],
    [
      { registry, storage: "/s", image },
      ["image: reclaim does not take it; prune, apply, restore, check, explain, repositories and try do"],
    ],
  ])("%j", (raw, wanted) => {
    const problems = problemsOf({ command: "reclaim", ...raw });
    expect(problems).toHaveLength(wanted.length);
    wanted.forEach((start, index) => {
      expect(problems[index]).toContain(start);
    });
  });
});

describe("the settings of check", () => {
  test("are an image and files", () => {
    const raw = { image, "registry-config": "config.yml", "s3-policy": "policy.json" };
    expect(read("check", raw)).toMatchObject({
      image: { host: registry, repository: "team/app" },
      registryConfig: "config.yml",
      s3Policy: "policy.json",
    });
  });

  test("may be files alone", () => {
    expect(read("check", { "registry-config": "config.yml" })).not.toHaveProperty("image");
  });

  test.each<[RawSettings, string]>([
    [{}, "image: it is empty"],
    [{ image: `${image}\nr.example.com/other` }, "image: there are several repositories"],
    [{ image, keep: "3" }, "keep: check does not take it"],
    [{ image, "gc-container": "a1" }, "gc-container: check does not take it"],
  ])("%j", (raw, wanted) => expect(problemsOf({ command: "check", ...raw }).join("\n")).toContain(wanted));
});

test.each([
  ["10m", 600_000],
  ["1h 30m", 5_400_000],
  ["90 seconds", 90_000],
] as const)("time-limit: %s is so many milliseconds; without it there is none", (written, timeLimit) => {
  expect(read("prune", { image, "time-limit": written })).toMatchObject({ timeLimit });
  expect(read("prune", { image })).not.toHaveProperty("timeLimit");
});

test("a setting of another command is a problem, its default as the action gives it is none", () => {
  expect(problemsOf({ image, storage: "/s" })).toEqual(["storage: prune does not take it; reclaim does"]);
  expect(problemsOf({ image, "uploads-older-than": "24h", offline: "false", storage: "" })).toEqual([]);
});

test("a command that does not exist is a problem", () => {
  expect(problemsOf({ image, command: "pruen" })).toEqual([
    'command: "pruen" is not prune, apply, restore, reclaim, check, explain, repositories or try',
  ]);
});

describe("a user name, a password or a token", () => {
  test.each(["$CI_REGISTRY_PASSWORD", "${{ secrets.PASS }}", "${PASS}", "%PASS%", "$(cat pass)", "${{"])(
    "%s is a variable that nothing has filled in, and is not repeated as a password",
    (text) => {
      const [problem = "", ...more] = problemsOf({ image, username: "me", password: text });
      expect(more).toEqual([]);
      expect(problem).toContain("password: it is a variable that nothing has filled in");
      expect(problem).not.toContain(text);
      expect(problemsOf({ image, username: text, password: "hunter22" })).toEqual([
        expect.stringContaining(`username: "${text}" is a variable that nothing has filled in`),
      ]);
      const [token = "", ...others] = problemsOf({ image, "github-token": text });
      expect(token).toContain("github-token: it is a variable that nothing has filled in");
      expect([token.includes(text), others]).toEqual([false, []]);
    },
  );

  test.each(["pa$$word", "$ecret", "50%", "a${b}c"])("%s is a password", (password) => {
    expect(read("prune", { image, username: "me", password }).login).toEqual({ username: "me", password });
  });

  test("lose a line break behind them, and no space of the password", () => {
    const given = { image, username: "me\n", password: " hunter22 \r\n" };
    expect(read("prune", given).login).toEqual({ username: "me", password: " hunter22 " });
    expect(problemsOf({ image, username: "me", password: "\n" }).join()).toContain("password: it is empty");
  });
});
