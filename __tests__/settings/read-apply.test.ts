import { describe, expect, test } from "vitest";
import { BadInputError } from "../../src/core/base/errors.js";
import { readSettings } from "../support/settings.js";
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

const image = "r.example.com/team/app";
const plan = "plan.json";
const journal = "journal.ndjson";
const sha256 = "0123456789abcdef".repeat(4);
const github = { api: "https://api.github.com", registry: "ghcr.io" };
const login = { username: "ci", password: "hunter22" };

describe("the settings of apply", () => {
  test("are a plan alone", () => {
    expect(readSettings({ command: "apply", plan })).toEqual({
      command: "apply",
      cache: { kind: "default" },
      plan,
      images: [],
      globs: [],
      dryRun: false,
      allowEmpty: false,
      untag: "auto",
      plainHttp: [],
      tokenServers: [],
      concurrency: 64,
      github,
    });
  });

  test("or with what it must be, and what is said anew", () => {
    const raw = {
      command: "apply",
      plan: ` ${plan} `,
      "plan-sha256": ` ${sha256.toUpperCase()}\n`,
      image: `${image}:1.0.0\n${image}`,
      journal,
      "dry-run": "true",
      "allow-empty": "true",
      untag: "overwrite",
      "time-limit": "1h 30m",
      "gc-command": "true",
      concurrency: "2",
      ...login,
    };
    expect(readSettings(raw)).toMatchObject({
      plan,
      planSha256: sha256,
      timeLimit: 90 * 60_000,
      images: [
        { repository: "team/app", tag: "1.0.0" },
        { host: "r.example.com", repository: "team/app" },
      ],
      journal,
      dryRun: true,
      allowEmpty: true,
      untag: "overwrite",
      collection: { by: { kind: "command", script: "true" } },
      concurrency: 2,
      login,
    });
  });

  test.each<[RawSettings, string]>([
    [{}, "plan: it is empty; name the file"],
    [{ plan: " " }, "plan: it is empty"],
    [{ plan, "plan-sha256": sha256.slice(1) }, "is not a SHA-256"],
    [{ plan, "plan-sha256": `${sha256}0` }, "is not a SHA-256"],
    [{ plan, "plan-sha256": `sha256:${sha256}` }, "is not a SHA-256"],
    [{ plan, "plan-sha256": `${sha256.slice(1)}g` }, "is not a SHA-256"],
    [{ plan, image: "registry/team/app" }, 'image: "registry/team/app" would be on Docker Hub'],
    [{ plan, untag: "always" }, 'untag: "always" is not auto, never or overwrite'],
    [{ plan, "dry-run": "" }, "dry-run: it is empty"],
    [{ plan, "allow-empty": "" }, "allow-empty: it is empty"],
    [{ plan, keep: "3" }, "keep: apply does not take it; prune, explain and try do"],
    [{ plan, include: "1.*" }, "include: apply does not take it; prune, explain and try do"],
    [{ plan, orphans: "delete" }, "orphans: apply does not take it"],
    [{ plan, dangling: "delete" }, "dangling: apply does not take it"],
    [{ plan, tags: "1.0.0" }, "tags: apply does not take it; restore does"],
    [{ plan, registry: "r.example.com" }, "registry: apply does not take it"],
    [
      { plan, image: `${image}\nother.example.com/a`, "gc-command": "true" },
      "gc-command: it is for one registry",
    ],
  ])("%j", (raw, wanted) => {
    const problems = problemsOf({ command: "apply", ...raw });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(wanted);
  });

  test("may stand with prune's defaults beside them, as the action gives them", () => {
    const raw = { command: "apply", plan, keep: "10", sort: "semver", orphans: "report", "gc-timeout": "1h" };
    expect(problemsOf(raw)).toEqual([]);
  });
});

describe("the settings of restore", () => {
  test("are a journal alone", () => {
    expect(readSettings({ command: "restore", journal })).toEqual({
      command: "restore",
      journal,
      wanted: [],
      dryRun: false,
      plainHttp: [],
      tokenServers: [],
      concurrency: 64,
      github,
    });
  });

  test("or with what is wanted of it, by lines and commas", () => {
    const digest = `sha256:${sha256}`;
    const raw = { command: "restore", journal, tags: `1.0.0, v1.0.0\r\n\n${digest}\n`, image, ...login };
    expect(readSettings({ ...raw, "dry-run": "true" })).toMatchObject({
      wanted: ["1.0.0", "v1.0.0", digest],
      image: { host: "r.example.com", repository: "team/app" },
      dryRun: true,
      login,
    });
  });

  test("may name an image twice", () => {
    const raw = { command: "restore", journal, image: `${image}:1.0.0,${image}` };
    expect(readSettings(raw)).toMatchObject({ image: { repository: "team/app" } });
  });

  test.each<[RawSettings, string]>([
    [{}, "journal: it is empty; name the journal of the run that deleted"],
    [{ journal, tags: "1.0.0\na b" }, 'tags: "a b" is neither a tag nor a digest'],
    [{ journal, tags: "b.ndjson\n1.0.0" }, '"b.ndjson" seems to be another journal'],
    [{ journal, tags: "/tmp/b" }, "a restore reads one: run it for each journal by itself"],
    [{ journal, tags: "team/app:1.0.0" }, "is neither a tag nor a digest"],
    [{ journal, tags: "sha256:0" }, "is neither a tag nor a digest"],
    [{ journal, image: `${image}\nr.example.com/other` }, "image: there are several repositories"],
    [{ journal, image: `${image}\nother.example.com/team/app` }, "image: there are several repositories"],
    [{ journal, plan }, "plan: restore does not take it; prune and apply do"],
    [{ journal, "plan-sha256": sha256 }, "plan-sha256: restore does not take it; apply does"],
    [{ journal, keep: "3" }, "keep: restore does not take it"],
    [{ journal, "gc-command": "true" }, "gc-command: restore does not take it"],
    [{ journal, "allow-empty": "true" }, "allow-empty: restore does not take it"],
  ])("%j", (raw, wanted) => {
    const problems = problemsOf({ command: "restore", ...raw });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(wanted);
  });
});

describe("a password without an image", () => {
  test.each<[RawSettings, string]>([
    [{ command: "apply", plan }, "the plan is not to say which host gets it"],
    [{ command: "restore", journal }, "the journal is not to say which host gets it"],
  ])("is refused: %j", (raw, wanted) => {
    expect(problemsOf({ ...raw, ...login })).toEqual([expect.stringContaining(wanted)]);
    // Half of it is told besides.
    expect(problemsOf({ ...raw, username: "ci" })).toContainEqual(expect.stringContaining(wanted));
    expect(problemsOf({ ...raw, password: " " })).toContainEqual(expect.stringContaining(wanted));
    expect(problemsOf({ ...raw, image, ...login })).toEqual([]);
  });

  test("is told of an image that can't be read once", () => {
    expect(problemsOf({ command: "apply", plan, image: "registry/team/app", ...login })).toHaveLength(1);
  });
});

test("a plan's hash and single tags are nothing for a prune", () => {
  expect(problemsOf({ image, "plan-sha256": sha256, tags: "1.0.0" })).toEqual([
    "plan-sha256: prune does not take it; apply does",
    "tags: prune does not take it; restore does",
  ]);
  expect(problemsOf({ image, plan, journal })).toEqual([]);
});
