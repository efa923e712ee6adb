import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { runAction, runCli, type Step } from "../support/doors.js";
import {
  changesSent,
  type OnGitHub,
  personal,
  pushTags,
  type StageOptions,
  useStage,
} from "../support/github-pruning.js";

/** The built doors, and an image on GitHub's registry. */
const stage = useStage();

async function filled(options: StageOptions = {}): Promise<OnGitHub> {
  const made = await stage(options);
  await pushTags(made, "1.0.0", "1.1.0", "1.2.0");
  return made;
}

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "prune-github-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The action as a workflow on this GitHub has it: the token arrives as an input's default, and where the API is as a variable. */
function runStep(
  { github, pack, token }: OnGitHub,
  inputs: Readonly<Record<string, string>> = {},
): Promise<Step> {
  return runAction(
    { image: pack.image, "github-token": token, "github-registry": github.host, ...inputs },
    { GITHUB_API_URL: github.apiUrl },
  );
}

/** What of a step the token may be in: nothing but the line that masks it. */
function saidBy({ stdout, stderr, outputs, summary, states, plan }: Step): string {
  const lines = stdout.split("\n").filter((line) => !line.startsWith("::add-mask::"));
  return [...lines, stderr, JSON.stringify([outputs, states]), summary, plan].join("\n");
}

const NEITHER = { deleted: "[]", kept: "[]" };

describe("the action", () => {
  test("prunes, with outputs, and no word of collecting garbage", async () => {
    const made = await filled();
    const step = await runStep(made, { keep: "1" });
    expect([step.code, step.errors, step.warnings]).toEqual([0, [], []]);
    expect(JSON.parse(step.outputs["deleted"] ?? "")).toEqual(
      ["1.1.0", "1.0.0"].map((tag) => `${made.pack.image}:${tag}`),
    );
    expect(step.outputs).toMatchObject({
      "deleted-count": "2",
      "deleted-untagged-count": "0",
      "kept-count": "1",
      kept: JSON.stringify([`${made.pack.image}:1.2.0`]),
    });
    expect(made.left()).toEqual(["1.2.0"]);
    expect(step.stdout).not.toContain("next garbage collection, not before");
    expect(step.stdout).toContain("To put something back within 30 days:\n- uses: ");
    expect(step.masks).toContain(made.token);
    expect(saidBy(step)).not.toContain(made.token);
  });

  test("that is dry changes nothing, and says what would go", async () => {
    const made = await filled();
    const step = await runStep(made, { keep: "1", "dry-run": "true" });
    expect([step.code, step.outputs["deleted-count"], made.left().length]).toEqual([0, "2", 3]);
    expect(changesSent(made)).toEqual([]);
  });

  test("without the right says what to write, fails, and has masked the token", async () => {
    const made = await filled({ token: { kind: "actions", packages: "none" } });
    const step = await runStep(made, { keep: "1" });
    expect([step.code, made.left().length, step.outputs]).toMatchObject([1, 3, NEITHER]);
    expect(step.errors.join("\n")).toContain("permissions: packages: read (to delete: write)");
    expect(step.masks).toContain(made.token);
    expect(saidBy(step)).not.toContain(made.token);
  });

  test("with an empty token says where the default is", async () => {
    const made = await filled();
    const step = await runStep(made, { keep: "1", "github-token": "" });
    expect([step.code, made.apiSent(), made.registrySent()]).toEqual([1, [], []]);
    expect(step.errors.join("\n")).toContain("In a workflow, leave github-token at its default.");
  });

  test("knows an Enterprise Server by its environment, and takes an input's word first", async () => {
    const made = await filled({ basePath: "/api/v3" });
    expect((await runStep(made, { keep: "2" })).code).toBe(0);
    expect(made.left()).toEqual(["1.1.0", "1.2.0"]);
    expect(made.github.api.requests.every(({ path }) => path.startsWith("/api/v3/"))).toBe(true);
    const inputs = {
      image: made.pack.image,
      keep: "1",
      "github-token": made.token,
      "github-registry": made.github.host,
    };
    const step = await runAction(
      { ...inputs, "github-api-url": made.github.apiUrl },
      { GITHUB_API_URL: "https://github.invalid/api/v3" },
    );
    expect([step.code, made.left()]).toEqual([0, ["1.2.0"]]);
  });

  test("says that it waits for a limit", async () => {
    const made = await filled();
    made.github.secondaryLimit({ when: () => true, retryAfter: 1 });
    const step = await runStep(made, { keep: "1" });
    expect([step.code, made.left()]).toEqual([0, ["1.2.0"]]);
    expect(step.stdout).toMatch(
      new RegExp(
        `${made.github.api.host}: it asks for a pause; waiting until \\d\\d:\\d\\d UTC, \\d seconds? from now`,
      ),
    );
  });

  test("checks", async () => {
    const made = await filled();
    const step = await runStep(made, { command: "check" });
    expect([step.code, changesSent(made)]).toEqual([0, []]);
    expect(step.stdout).toContain("Signed in with a workflow's or an app's token.");
    expect(step.stdout).toContain(`${made.pack.repo.name} has 3 tags.`);
    expect(saidBy(step)).not.toContain(made.token);
  });

  test("explains", async () => {
    const made = await filled();
    const step = await runStep(made, { command: "explain", image: `${made.pack.image}:1.0.0`, keep: "1" });
    expect([step.code, changesSent(made), step.errors]).toEqual([0, [], []]);
    expect(step.stdout).toContain("1.0.0");
    expect(step.stdout).toMatch(/delete|goes/);
    expect(saidBy(step)).not.toContain(made.token);
  });
});

/** The command line's flags for this GitHub. */
function flagsFor({ github }: OnGitHub): readonly string[] {
  return ["--github-api-url", github.apiUrl, "--github-registry", github.host];
}

/** A Docker configuration that is signed in at the registry with the token. */
async function dockerConfig({ github, token }: OnGitHub): Promise<string> {
  const folder = await temporaryFolder();
  const auths = { [github.host]: { auth: btoa(`mona:${token}`) } };
  await writeFile(join(folder, "config.json"), JSON.stringify({ auths }));
  return folder;
}

const WARNING = "others on this machine can read a command line; GITHUB_TOKEN is safer";

describe("the command line", () => {
  test.each<
    [
      string,
      (
        made: OnGitHub,
      ) => Promise<{ readonly args?: readonly string[]; readonly env?: Record<string, string> }>,
      string,
    ]
  >([
    ["GITHUB_TOKEN", ({ token }) => Promise.resolve({ env: { GITHUB_TOKEN: token } }), ""],
    ["Docker's configuration", async (made) => ({ env: { DOCKER_CONFIG: await dockerConfig(made) } }), ""],
    [
      "a flag, of which it warns",
      ({ token }) => Promise.resolve({ args: ["--github-token", token] }),
      WARNING,
    ],
    [
      "a flag before GITHUB_TOKEN",
      ({ token }) =>
        Promise.resolve({ args: ["--github-token", token], env: { GITHUB_TOKEN: "ghs_another" } }),
      WARNING,
    ],
  ])("prunes with the token of %s", async (_, given, warning) => {
    const made = await filled({ token: personal("read:packages", "delete:packages") });
    const { args = [], env = {} } = await given(made);
    const { code, stdout, stderr } = await runCli(
      [made.pack.image, "--keep", "1", ...flagsFor(made), ...args],
      { env },
    );
    expect([code, made.left()]).toEqual([0, ["1.2.0"]]);
    expect(stderr).toBe(warning === "" ? "" : `Warning: ${warning}.\n`);
    expect(stdout).toContain("Deleted 2 tags, kept 1 in 1 repository");
    expect(stdout).not.toContain(made.token);
    expect(new Set(made.github.api.requests.map(({ headers }) => headers.authorization))).toEqual(
      new Set([`token ${made.token}`]),
    );
  });

  test("knows the API by GITHUB_API_URL", async () => {
    const made = await filled({ basePath: "/api/v3" });
    const env = { GITHUB_TOKEN: made.token, GITHUB_API_URL: made.github.apiUrl };
    const { code } = await runCli([made.pack.image, "--keep", "1", "--github-registry", made.github.host], {
      env,
    });
    expect([code, made.left()]).toEqual([0, ["1.2.0"]]);
  });

  test("without a token says how to sign in, and sends nothing", async () => {
    const made = await filled();
    const { code, stderr } = await runCli([made.pack.image, "--keep", "1", ...flagsFor(made)]);
    expect([code, made.apiSent(), made.registrySent()]).toEqual([1, [], []]);
    expect(stderr).toContain(`docker login ${made.github.host} with a classic personal access token`);
  });

  test("ends with 3 where a part is done", async () => {
    const made = await filled();
    const [old] = made.pack.versions().slice(-1);
    made.pack.visibility = "public";
    made.pack.downloads.set(old?.digest ?? "", 5001);
    const { code, stderr } = await runCli([made.pack.image, "--keep", "1", ...flagsFor(made)], {
      env: { GITHUB_TOKEN: made.token },
    });
    expect([code, made.left()]).toEqual([3, ["1.0.0", "1.2.0"]]);
    expect(stderr).toContain("ask GitHub Support");
    expect(stderr).not.toContain(made.token);
  });

  test("puts back what it took", async () => {
    const made = await filled();
    const journal = join(await temporaryFolder(), "journal.ndjson");
    const env = { GITHUB_TOKEN: made.token };
    await runCli([made.pack.image, "--keep", "1", "--journal", journal, ...flagsFor(made)], { env });
    expect(made.left()).toEqual(["1.2.0"]);
    expect(await readFile(journal, "utf8")).not.toContain(made.token);
    const { code, stdout } = await runCli(["restore", journal, ...flagsFor(made)], { env });
    expect([code, made.left()]).toEqual([0, ["1.0.0", "1.1.0", "1.2.0"]]);
    expect(stdout).toContain("Restored 2 tags.");
  });

  test("checks and explains", async () => {
    const made = await filled();
    const env = { GITHUB_TOKEN: made.token };
    const check = await runCli(["check", made.pack.image, "--json", ...flagsFor(made)], { env });
    const findings = (JSON.parse(check.stdout) as { findings: { check: string; kind: string }[] }).findings;
    expect([check.code, findings.map((found) => [found.check, found.kind])]).toEqual([
      0,
      [
        ["signed-in", "ok"],
        ["repository", "ok"],
        ["linked", "warning"],
        ["deletes", "unknown"],
      ],
    ]);
    const explained = await runCli(
      ["explain", `${made.pack.image}:1.0.0`, "--keep", "1", ...flagsFor(made)],
      { env },
    );
    expect([explained.code, explained.stdout]).toEqual([0, expect.stringContaining("1.0.0")]);
    expect([changesSent(made), made.left().length]).toEqual([[], 3]);
    expect(check.stdout + check.stderr + explained.stdout + explained.stderr).not.toContain(made.token);
  });
});
