import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { BadInputError } from "../../src/core/base/errors.js";
import { parsePattern } from "../../src/core/names/pattern.js";
import type { RepositoryName } from "../../src/core/names/reference.js";
import { readPolicyFile } from "../../src/settings/policy-file/policy-file.js";
import type { KnownBefore } from "../../src/settings/read/read-settings.js";
import { readSettings, type Settings } from "../support/settings.js";
import { readSettingFiles } from "../../src/settings/read/setting-files.js";
import type { RawSettings } from "../../src/settings/read/setting-reader.js";

const image = "r.example.com/team/app";

function problemsOf(raw: RawSettings, found: KnownBefore = {}): readonly string[] {
  try {
    readSettings(raw, found);
    return [];
  } catch (error) {
    if (!(error instanceof BadInputError)) throw error;
    return error.problems.map(({ setting, message }) => `${setting}: ${message}`);
  }
}

function read<Name extends Settings["command"]>(
  command: Name,
  raw: RawSettings,
  found: KnownBefore = {},
): Extract<Settings, { readonly command: Name }> {
  const settings = readSettings({ ...raw, command }, found);
  if (settings.command !== command) throw new Error("another command");
  return settings as Extract<Settings, { readonly command: Name }>;
}

describe("the settings' own policy", () => {
  test("is one rule without a name, with the defaults", () => {
    expect(read("prune", { image }).policies).toEqual({
      rules: [{ repositories: [], tags: [], exclude: [], keep: 10, sort: "semver", groupBy: ["channel"] }],
      exclude: [],
      protect: [],
      allowEmpty: false,
      orphans: "report",
      dangling: "report",
      untag: "auto",
    });
    expect(read("prune", { image })).not.toHaveProperty("maxDeletions");
  });

  test.each([
    [{ sort: "prerelease" }, { groupBy: ["channel"] }],
    [{ sort: "natural" }, { groupBy: [] }],
    [{ sort: "created" }, { groupBy: [] }],
    [{ sort: "created", "group-by": "channel" }, { groupBy: ["channel"] }],
    [{ "group-by": "none" }, { groupBy: [] }],
    [{ "group-by": "minor, channel" }, { groupBy: ["channel", "minor"] }],
    [{ "group-by": "minor\nchannel" }, { groupBy: ["channel", "minor"] }],
    [{ "keep-younger-than": "2 weeks" }, { keepYoungerThan: 14 * 24 * 3600 * 1000 }],
    [{ keep: "0", "allow-empty": "true" }, { keep: 0 }],
  ] as const)("%j", (raw, wanted) => {
    expect(read("prune", { image, ...raw }).policies.rules).toMatchObject([wanted]);
  });

  test("has patterns, a budget, and what is in use", () => {
    const raw = {
      image,
      include: "*-alpha.*\n/^v1,/",
      exclude: "a\nb",
      "max-size": "512 MiB",
      protect: `${image}:1.0.0, sha256:${"a".repeat(64)}`,
    };
    const { policies } = read("prune", raw, { files: { parsePattern } });
    expect(policies.rules[0]?.tags.map(({ text }) => text)).toEqual(["*-alpha.*", "/^v1,/"]);
    expect(policies.exclude.map(({ text }) => text)).toEqual(["a", "b"]);
    expect(policies.maxSize).toBe(512 * 1024 ** 2);
    expect(policies.protect).toMatchObject([
      { kind: "tag", path: image, tag: "1.0.0", from: "setting" },
      { kind: "digest", from: "setting" },
    ]);
  });

  test.each([
    ["50", { kind: "count", count: 50 }],
    ["0", { kind: "count", count: 0 }],
    ["20%", { kind: "share", percent: 20 }],
    ["12.5 %", { kind: "share", percent: 12.5 }],
    ["100%", { kind: "share", percent: 100 }],
  ] as const)("max-deletions %s", (text, wanted) => {
    expect(read("prune", { image, "max-deletions": text }).maxDeletions).toEqual(wanted);
  });

  test.each([
    [{ "max-deletions": "-1" }, "max-deletions: "],
    [{ "max-deletions": "101%" }, "max-deletions: "],
    [{ "max-deletions": "%" }, "max-deletions: "],
    [{ "max-deletions": "5 tags" }, "max-deletions: "],
    [{ keep: "0" }, "keep: 0 would delete every candidate"],
    [{ "max-size": "20" }, 'max-size: "20" is not a size'],
    [{ "time-limit": "10" }, 'time-limit: "10" is not a time'],
    [{ "time-limit": "0m" }, 'time-limit: "0m" is not a time'],
    [{ untag: "always" }, 'untag: "always" is not auto, never or overwrite'],
    [{ "keep-younger-than": "7" }, 'keep-younger-than: "7" is not a time'],
    [{ "group-by": "none, minor" }, "group-by: "],
    [{ protect: "1.2.3" }, "protect: "],
    [{ include: "/a" }, "include: "],
  ] as const)("%j is refused", (raw, wanted) => {
    const problems = problemsOf({ image, ...raw }, { files: { parsePattern } });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(wanted);
  });
});

describe("files that settings name", () => {
  async function folder(): Promise<string> {
    const path = await mkdtemp(join(tmpdir(), "prune-files-"));
    onTestFinished(() => rm(path, { recursive: true, force: true }));
    return path;
  }

  test("are read, or it is said why not", async () => {
    const path = join(await folder(), "policy.yml");
    await writeFile(path, "rules: [{}]");
    const files = await readSettingFiles({ policy: ` ${path} `, "protect-from": "/not/there" });
    expect(files.policy).toEqual({ text: "rules: [{}]", read: readPolicyFile });
    expect(files["protect-from"]).toMatchObject({
      problem: expect.stringContaining("/not/there can't be read (ENOENT)") as string,
    });
    expect(await readSettingFiles({ policy: "", "protect-from": " ", include: "a/", exclude: "b" })).toEqual(
      {},
    );
    expect(await readSettingFiles({ policy: await folder() })).toMatchObject({
      policy: { problem: expect.stringContaining("(EISDIR)") as string },
    });
  });

  test("a regular expression is read by what is loaded for it, and by nothing else", async () => {
    const raw = { image, include: "a\n /^v1\\./ " };
    const files = await readSettingFiles(raw);
    expect(files).toEqual({ parsePattern });
    expect(read("prune", raw, { files }).policies.rules[0]?.tags.map(({ text }) => text)).toEqual([
      "a",
      "/^v1\\./",
    ]);
    expect(() => read("prune", raw)).toThrow("before what reads regular expressions is loaded");
  });

  test("a policy file says what stays, and what is in use is said beside it", () => {
    const files = {
      policy: { text: "exclude: a\nmax-size: 1GB\nrules: [{ keep: 3 }]", read: readPolicyFile },
      "protect-from": { text: `${image}:1.0.0` },
    };
    const raw = { image, policy: "p.yml", "protect-from": "f.txt", orphans: "delete", untag: "overwrite" };
    expect(read("prune", raw, { files }).policies).toMatchObject({
      rules: [{ name: "1", keep: 3 }],
      exclude: [{ text: "a" }],
      maxSize: 1024 ** 3,
      protect: [{ tag: "1.0.0", from: "file" }],
      orphans: "delete",
      untag: "overwrite",
    });
  });

  test("what can't be read, is wrong, or names nothing is said with the rest", () => {
    const files = {
      policy: { problem: "p.yml can't be read" },
      "protect-from": { text: "No resources found" },
    };
    expect(problemsOf({ image: "Team", policy: "p.yml", "protect-from": "f.txt" }, { files })).toEqual([
      expect.stringContaining("image: "),
      "policy: p.yml can't be read",
      "protect-from: f.txt names no image of a registry, such as registry.example.com/team/app:1.4.9; did the command that wrote it fail? Where nothing is in use, leave protect-from out",
    ]);
    const wrong = { policy: { text: "rules:\n  - keep: ten", read: readPolicyFile } };
    expect(problemsOf({ image, policy: "p.yml" }, { files: wrong })).toEqual([
      expect.stringMatching(/^policy: p\.yml, line 2: rules\[0\]\.keep: /),
    ]);
  });

  test.each([
    ["error: the server doesn't have a resource type", false],
    [
      "The connection to the server localhost:8080 was refused - did you specify the right host or port?",
      false,
    ],
    ["Unable to connect to the server: dial tcp 10.0.0.1:6443: i/o timeout", false],
    [`E1121 memcache.go:265] couldn't get "https://10.0.0.1:6443/api": EOF`, false],
    ["CONTAINER ID   IMAGE     COMMAND   CREATED   STATUS    PORTS     NAMES", false],
    ["1a2b3c4d5e6f", true],
    [image, true],
    [`"image": "${image}:1"`, true],
    [`docker-pullable://${image}@sha256:${"a".repeat(64)}`, true],
    [`http://${image}:1`, true],
    ["team/app:1.0.0", true],
    ["app:1.0.0", false],
  ])("what a command printed names an image, or it failed: %s", (text, isImage) => {
    const files = { "protect-from": { text } };
    expect(problemsOf({ image, "protect-from": "f.txt" }, { files })).toHaveLength(isImage ? 0 : 1);
  });

  test("what it can say is not said beside it, but for defaults, which can't be told from nothing", () => {
    const files = { policy: { text: "rules: [{}]", read: readPolicyFile } };
    const said = {
      keep: "3",
      sort: "natural",
      "group-by": "none",
      "keep-younger-than": "7d",
      "max-size": "1GB",
    };
    const raw = { image, policy: "p.yml", include: "1.*", exclude: "2.*", ...said };
    expect(problemsOf(raw, { files }).map((problem) => problem.replace(/:.*/, ""))).toEqual([
      "keep",
      "sort",
      "group-by",
      "keep-younger-than",
      "max-size",
      "include",
      "exclude",
    ]);
    const defaults = { keep: "10", sort: "semver", "group-by": "", "max-size": "" };
    expect(problemsOf({ image, policy: "p.yml", ...defaults, "max-deletions": "5" }, { files })).toEqual([]);
  });

  test("a rule keeps nothing only where the repository may end empty", () => {
    const files = { policy: { text: "rules: [{ keep: 0 }]", read: readPolicyFile } };
    expect(problemsOf({ image, policy: "p.yml" }, { files })).toHaveLength(1);
    expect(problemsOf({ image, policy: "p.yml", "allow-empty": "true" }, { files })).toEqual([]);
  });
});

describe("patterns of repositories in image", () => {
  const name = (text: string): RepositoryName => text as RepositoryName;

  test("stand beside images, and commas within braces are theirs", () => {
    const raw = { image: `${image}:1.0.0, r.example.com/{team,shop}/*\nhttp://127.0.0.1:5000/**` };
    const { images, globs } = read("prune", { ...raw });
    expect(images).toMatchObject([{ repository: "team/app", tag: "1.0.0" }]);
    expect(globs).toMatchObject([
      { host: "r.example.com", pattern: "{team,shop}/*" },
      { scheme: "http", host: "127.0.0.1:5000", pattern: "**" },
    ]);
    expect(globs[0]?.matches(name("shop/web"))).toBe(true);
    expect(globs[0]?.matches(name("shop/web/deep"))).toBe(false);
  });

  test("alone are enough", () => {
    expect(read("prune", { image: "r.example.com/**" }).images).toEqual([]);
    expect(
      read("apply", { image: "r.example.com/**", plan: "p.json", username: "a", password: "b" }).globs,
    ).toHaveLength(1);
  });

  test.each([
    [{ image: "r.example.com/team/*:1.0.0" }, "a pattern of repositories has no tag"],
    [{ image: "team/*/*" }, "would be on Docker Hub"],
    [{ image: "*" }, "would be on Docker Hub"],
    [{ image: "*/app" }, "would be on Docker Hub"],
    [{ image: "http://docker.io/team/*" }, "speaks HTTPS alone"],
    [{ image: "ghcr.io/*" }, "is on GitHub's registry and does not name its owner"],
    [{ image: "*.example.com/app" }, "is not a host"],
    [{ image: "r.example.com/Team/*" }, `"T" can't stand in a repository's name`],
    [{ image: "http://r.example.com/a\nr.example.com/*" }, "write it the same each time"],
    [{ image: "a.example.com/*\nb.example.com/*", username: "a", password: "b" }, "images on several hosts"],
    [{ image: "a.example.com/*\nb.example.com/*", "gc-command": "x" }, "it is for one registry"],
    [
      {
        image: "a.example.com/*\nb.example.com/*",
        command: "apply",
        plan: "p",
        username: "a",
        password: "b",
      },
      "images on several hosts",
    ],
    [
      { image: "r.example.com/*", command: "check" },
      "r.example.com/* is a pattern, and check is of one repository",
    ],
    [{ image: "r.example.com/*", command: "explain" }, "is a pattern, and explain is of tags"],
    [{ image: "r.example.com/*", command: "try" }, "is a pattern, and try is of one repository"],
    [
      { image: "r.example.com/*", command: "restore", journal: "j" },
      "is a pattern, and a restore is of one repository",
    ],
  ])("%j is refused", (raw, wanted) => {
    const problems = problemsOf(raw);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(wanted);
  });
});

describe("explain and try", () => {
  test("explain wants a tag of each image", () => {
    expect(read("explain", { image: `${image}:1.0.0` }).images).toMatchObject([{ tag: "1.0.0" }]);
    expect(problemsOf({ command: "explain", image })).toEqual([
      `image: ${image} has no tag; name the tag to explain, such as ${image}:1.4.9`,
    ]);
    expect(problemsOf({ command: "explain" })).toEqual([expect.stringContaining("image: it is empty")]);
  });

  test("try takes one repository, or none where no rule wants one", () => {
    expect(read("try", {}).images).toEqual([]);
    expect(problemsOf({ command: "try", image: `${image}\nr.example.com/other` })).toEqual([
      "image: there are several repositories, and try is of one; name one",
    ]);
    expect(problemsOf({ command: "try", image: `${image}:1\n${image}:2` })).toEqual([]);
    const files = { policy: { text: 'rules: [{ repositories: "team/*" }]', read: readPolicyFile } };
    expect(problemsOf({ command: "try", policy: "p" }, { files })).toEqual([
      "image: the policy has rules for certain repositories; name the one that the tags are of",
    ]);
    expect(problemsOf({ command: "try", policy: "p", image }, { files })).toEqual([]);
  });

  test.each([
    ["explain", "max-deletions", "5"],
    ["explain", "dry-run", "true"],
    ["try", "username", "me"],
    ["try", "untag", "overwrite"],
    ["apply", "keep", "3"],
  ] as const)("%s does not take %s", (command, name, value) => {
    const raw = { command, image: `${image}:1`, plan: command === "apply" ? "p" : "", [name]: value };
    expect(problemsOf(raw)).toEqual([expect.stringContaining(`${name}: ${command} does not take it`)]);
  });
});
