import { chmod, mkdir, mkdtemp, readdir, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { outsideProblems } from "../../src/action/outside.js";
import { SETTINGS } from "../../src/settings/table/settings.js";
import { runAction } from "../support/doors.js";

const SECRET = "https://bot:hunter2secret@github.example.com";
const FILES = [
  "policy",
  "protect-from",
  "plan",
  "journal",
  "registry-config",
  "s3-policy",
  "ca-file",
  "cert-file",
  "key-file",
] as const;

let base: string;
let workspace: string;
let temporary: string;
const environment = () => ({ GITHUB_WORKSPACE: workspace, RUNNER_TEMP: temporary });

beforeEach(async () => {
  base = await realpath(await mkdtemp(join(tmpdir(), "outside-")));
  [workspace, temporary] = [join(base, "checkout"), join(base, "temp")];
  await mkdir(join(workspace, "sub"), { recursive: true });
  await mkdir(temporary);
  await mkdir(join(base, "checkout-of-others"));
  await writeFile(join(base, ".git-credentials"), `${SECRET}\n`);
  await writeFile(join(temporary, "credentials"), `${SECRET}\n`);
  await writeFile(join(workspace, "sub/policy.yml"), "rules: [{keep: 5}]\n");
  await symlink("sub", join(workspace, "inner"));
  await symlink(join(base, ".git-credentials"), join(workspace, "link.yml"));
  await symlink("link.yml", join(workspace, "link-to-link.yml"));
  await symlink(base, join(workspace, "linked"));
  await symlink(join(temporary, "credentials"), join(workspace, "to-temp.yml"));
  await symlink(join(base, "not-there-yet"), join(workspace, "to-nothing"));
  await symlink("circle", join(workspace, "circle"));
});
afterEach(() => rm(base, { recursive: true }));

/** True if a setting may name a path, which is below `base` if it is absolute. */
async function isTaken(path: string, allowed = "", env: Readonly<Record<string, string>> = environment()) {
  const raw = { policy: path.replace(/^@/, base), "outside-workspace": allowed.replaceAll("@", base) };
  return (await outsideProblems(raw, env)).length === 0;
}

test("the settings that name a file are known as such", () => {
  const names = SETTINGS.filter((setting) => "isFile" in setting).map(({ name }) => name);
  expect(new Set(names)).toEqual(new Set(FILES));
});

test.each([
  ["@/checkout/sub/policy.yml", true],
  ["@/checkout/inner/policy.yml", true],
  ["@/checkout/new/deep/file", true],
  ["@/temp/credentials", true],
  ["@/temp/new", true],
  ["@/checkout/link.yml", false],
  ["@/checkout/link-to-link.yml", false],
  ["@/checkout/linked/.git-credentials", false],
  ["@/checkout/linked/new", false],
  ["@/checkout/sub/../../.git-credentials", false],
  ["@/checkout/linked/checkout/sub/policy.yml", true],
  // What is in the workspace is not the runner's own.
  ["@/checkout/to-temp.yml", false],
  ["@/checkout/to-nothing", false],
  ["@/checkout/to-nothing/below", false],
  ["@/checkout/circle", false],
  ["@/.git-credentials", false],
  ["@/checkout-of-others/file", false],
  ["/proc/self/environ", false],
  // As deep as nobody looks for links, and longer than the system takes a name.
  [`@/checkout/${"new/".repeat(60)}file`, true],
  [`@/checkout/${"x".repeat(300)}`, false],
])("%s may be named: %s", async (path, taken) => expect(await isTaken(path)).toBe(taken));

test.each([
  ["@/.git-credentials", "@/.git-credentials", true],
  ["@/checkout/link.yml", "@/.git-credentials", true],
  ["@/checkout/link.yml", "/nowhere\n  @/.git-credentials  \n", true],
  ["@/checkout/linked/.git-credentials", "@", true],
  ["@/checkout/link.yml", "@/.git", false],
  ["@/.git-credentials", "/nowhere", false],
  ["@/.git-credentials", "@/checkout/circle", false],
])("%s, where %j is named in outside-workspace: %s", async (path, allowed, taken) =>
  expect(await isTaken(path, allowed)).toBe(taken),
);

test("where no workspace is said, a path without a beginning stays below the folder that the step is in", async () => {
  expect(await isTaken("@/.git-credentials", "", {})).toBe(true);
  expect(await isTaken("src/action/outside.ts", "", {})).toBe(true);
  expect(await isTaken("../x", "", {})).toBe(false);
  // What is in the runner's own folder does not lead out of it either.
  expect(await isTaken("@/checkout/sub/policy.yml", "", { RUNNER_TEMP: workspace })).toBe(true);
  expect(await isTaken("@/checkout/link.yml", "", { RUNNER_TEMP: workspace })).toBe(false);
});

describe("a registry's storage", () => {
  test.each([
    // Outside of the workspace it is the user's own word.
    ["/var/lib/registry", true],
    ["s3://images/prefix", true],
    ["@/checkout/sub", true],
    ["@/checkout/inner", true],
    ["@/checkout/linked", false],
    ["@/checkout/linked/temp", false],
    ["@/checkout/to-nothing", false],
    // Only a whole path is one that leads elsewhere on purpose.
    ["../registry", false],
  ])("%s may be named: %s", async (path, taken) => {
    const problems = await outsideProblems({ storage: path.replace(/^@/, base) }, environment());
    expect(problems.map(({ setting }) => setting)).toEqual(taken ? [] : ["storage"]);
  });

  test("is not looked into behind a link that leads out, and is with the user's word", async () => {
    const inputs = { command: "reclaim", storage: join(workspace, "linked"), offline: "true" };
    const step = await runAction(inputs, environment());
    expect(step.errors.join("\n")).toContain("leads out of the workspace");
    const allowed = await runAction({ ...inputs, "outside-workspace": base }, environment());
    expect(allowed.errors.join("\n")).toContain("is no registry's folder");
  });
});

describe("a folder of this program's own in a spare one, where a full disk puts plan and journal", () => {
  /** Makes such a folder, with a journal and a link that leads out. */
  async function own(name: string, mode = 0o700): Promise<string> {
    const folder = join(base, name);
    await mkdir(folder);
    await chmod(folder, mode);
    await writeFile(join(folder, "journal.ndjson"), "");
    await symlink(join(base, ".git-credentials"), join(folder, "link"));
    return folder;
  }
  const env = () => ({ ...environment(), XDG_RUNTIME_DIR: base });

  test.each(["prune-image-tags", "prune-image-tags-0", "prune-image-tags-AbCdEf"])(
    "%s may be named",
    async (name) => {
      const folder = await own(name);
      expect(await isTaken(join(folder, "journal.ndjson"), "", env())).toBe(true);
      expect(await isTaken(join(folder, "new"), "", env())).toBe(true);
      expect(await isTaken(join(folder, "link"), "", env())).toBe(false);
      expect(await isTaken(join(folder, "below/journal"), "", env())).toBe(false);
      await symlink(folder, join(workspace, "to-spare"));
      expect(await isTaken(join(workspace, "to-spare/journal.ndjson"), "", env())).toBe(false);
    },
  );

  test("may not where others may write to it, where it is a link, another's, or of another name", async () => {
    expect(await isTaken(join(await own("prune-image-tags-1", 0o777), "journal"), "", env())).toBe(false);
    await symlink(workspace, join(base, "prune-image-tags-2"));
    expect(await isTaken("@/prune-image-tags-2/journal", "", env())).toBe(false);
    expect(await isTaken(join(await own("others"), "journal"), "", env())).toBe(false);
    expect(await isTaken(join(await own("prune-image-tags"), "journal"), "", environment())).toBe(false);
    expect(await isTaken("@/prune-image-tags-9/journal", "", env())).toBe(false);
    await writeFile(join(base, "prune-image-tags-4"), "", { mode: 0o600 });
    expect(await isTaken("@/prune-image-tags-4/journal", "", env())).toBe(false);
    const another = await own("prune-image-tags-3");
    vi.spyOn(process, "geteuid").mockReturnValue(4711);
    expect(await isTaken(join(another, "journal"), "", env())).toBe(false);
    vi.restoreAllMocks();
  });
});

describe("the action", () => {
  const image = "127.0.0.1:1/team/app:1.0.0";
  const commandOf = (name: (typeof FILES)[number]): Readonly<Record<string, string>> => {
    if (name === "plan") return { command: "apply" };
    if (name === "journal") return { command: "restore" };
    return name === "policy" || name === "protect-from" ? { command: "explain" } : { command: "check" };
  };

  test.each(FILES)(
    "reads no file outside of the workspace for %s, and repeats nothing of it",
    async (name) => {
      const inputs = { ...commandOf(name), image, [name]: join(workspace, "link.yml") };
      const step = await runAction(inputs, environment());
      expect(step.code).toBe(1);
      expect(step.errors.join("\n")).toContain(
        `${name}: ${join(workspace, "link.yml")} leads out of the workspace`,
      );
      // With the user's word it is read, and is still none of what it should be.
      const allowed = { ...inputs, "outside-workspace": base };
      const read = await runAction(allowed, environment());
      expect(read.code).toBe(1);
      expect(read.stdout).not.toContain("leads out of the workspace");
      for (const { stdout, stderr, summary } of [step, read]) {
        expect(stdout + stderr + summary).not.toMatch(/hunter2|bot:/);
      }
    },
  );

  test("makes no journal behind a link that leads out", async () => {
    const step = await runAction({ image, journal: join(workspace, "to-nothing") }, environment());
    expect(step.errors.join("\n")).toContain("journal: ");
    expect(await readdir(base)).not.toContain("not-there-yet");
  });
});
