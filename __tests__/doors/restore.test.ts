import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { listTags, pullImage, pushImage, pushIndex } from "../../scripts/images.mjs";
import { runAction, runCli, runInShell } from "../support/doors.js";
import { pushTags, useGuarded, USER } from "../support/examples.js";
import { type Proxied, type Pushed, useProxiedRegistry } from "../support/proxied.js";
import { deleteAll } from "../support/restoring.js";
import { runOnTerminal } from "../support/terminal.js";

/** The built doors put back what a prune of the built command line deleted. */
const proxied = useProxiedRegistry();

type Pruned = Proxied & { readonly journal: string; readonly old: Pushed };

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "prune-restore-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** 1.0.0, an index, and 1.1.0 were deleted; 1.2.0 is left. */
async function pruned(): Promise<Pruned> {
  const made = await proxied();
  const old = await pushIndex(made.repo, ["1.0.0"], [await pushImage(made.repo, [])]);
  for (const tag of ["1.1.0", "1.2.0"]) await pushImage(made.repo, [tag]);
  const journal = join(await temporaryFolder(), "journal.ndjson");
  expect((await runCli([made.image, "--keep", "1", "--journal", journal])).code).toBe(0);
  expect(await listTags(made.repo)).toEqual(["1.2.0"]);
  made.proxy.requests.splice(0);
  return { ...made, journal, old };
}

async function pullAll({ repo }: Proxied): Promise<readonly string[]> {
  const tags = await listTags(repo);
  for (const tag of tags) await pullImage(repo, tag);
  return tags;
}

describe("a restore on a command line", () => {
  test("puts back all of a journal, and again has nothing to do", async () => {
    const made = await pruned();
    const { code, stdout, stderr } = await runCli(["restore", made.journal]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain(`  restored  1.0.0  (${made.old.digest.slice(0, 19)})`);
    expect(stdout.trimEnd().split("\n").at(-1)).toBe("Restored 2 tags.");
    expect(await pullAll(made)).toEqual(["1.0.0", "1.1.0", "1.2.0"]);
    const again = await runCli(["restore", made.journal]);
    expect([again.code, again.stdout]).toEqual([0, expect.stringContaining("Already there: 2 tags.")]);
  });

  test.each<[string, (made: Pruned) => readonly string[]]>([
    ["words", ({ journal, old }) => [journal, "1.1.0", old.digest]],
    ["flags", ({ journal, old }) => ["--journal", journal, "--tags", "1.1.0", "--tags", old.digest]],
    ["a flag and words", ({ journal, old }) => ["--journal", journal, "1.1.0", old.digest]],
    ["one flag with commas", ({ journal, old }) => [journal, `--tags=1.1.0,${old.digest}`]],
    [
      "words with the repository",
      ({ journal, old, image }) => [journal, "1.1.0", old.digest, "--image", image],
    ],
  ])("puts back what is named by %s", async (_, args) => {
    const made = await pruned();
    await pushImage(made.repo, ["1.0.0"]);
    const { code, stdout } = await runCli(["restore", ...args(made), "--json"]);
    // The tag of the digest was pushed again, and is left alone.
    expect([code, JSON.parse(stdout)]).toMatchObject([
      3,
      {
        dryRun: false,
        journal: made.journal,
        repositories: [
          {
            repository: made.image,
            tags: [
              { tag: "1.0.0", outcome: "moved" },
              { tag: "1.1.0", outcome: "restored" },
            ],
            digests: [{ digest: made.old.digest, outcome: "restored" }],
          },
        ],
      },
    ]);
    await pullImage(made.repo, made.old.digest);
    expect(await pullAll(made)).toEqual(["1.0.0", "1.1.0", "1.2.0"]);
  });

  test("in a dry run says what it would, and sends nothing but reads", async () => {
    const made = await pruned();
    const { code, stdout } = await runCli(["restore", made.journal, "1.0.0", "--dry-run"]);
    expect([code, stdout]).toEqual([0, expect.stringContaining("Dry run: would restore 1 tag.")]);
    expect(made.proxy.requests.map(({ method }) => method).filter((method) => method !== "GET")).toEqual([]);
    expect(await listTags(made.repo)).toEqual(["1.2.0"]);
  });

  test("ends with 1 for a name that the journal does not know, and asks nothing", async () => {
    const made = await pruned();
    const { code, stderr } = await runCli(["restore", made.journal, "1.0.0", "1.1.00"]);
    expect([code, stderr]).toEqual([1, expect.stringContaining("1.1.00 (did you mean 1.1.0?)")]);
    const other = await runCli(["restore", made.journal, "--image", `${made.proxy.host}/other/app`]);
    expect([other.code, other.stderr]).toEqual([1, expect.stringContaining("knows nothing of")]);
    expect(made.proxy.requests).toEqual([]);
  });

  test("ends with 1 where nothing can be put back, and where the file is no journal", async () => {
    const made = await pruned();
    made.proxy.on({ when: ({ method }) => method === "PUT", act: { kind: "answer", status: 403 } });
    expect((await runCli(["restore", made.journal])).code).toBe(1);
    const file = join(await temporaryFolder(), "plan.json");
    const missing = await runCli(["restore", file]);
    expect([missing.code, missing.stderr]).toEqual([1, expect.stringContaining("it is not there")]);
    await writeFile(file, '{"schema": 2}');
    const wrong = await runCli(["restore", file]);
    expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining("is no journal of this program")]);
  });

  test("ends with 2 for bad input", async () => {
    const { code, stderr } = await runCli([
      "restore",
      "j",
      "1.0.0",
      "--image",
      "127.0.0.1:1/a,127.0.0.1:1/b",
    ]);
    expect([code, stderr]).toEqual([2, expect.stringContaining("image: there are several repositories")]);
  });

  test("asks nobody, on a terminal too, for it overwrites nothing", async () => {
    const made = await pruned();
    const { code, screen } = await runOnTerminal(["restore", made.journal], {});
    expect([code, screen.includes("[y/N]")]).toEqual([0, false]);
    const piped = await runOnTerminal(["restore", made.journal], { piped: "" });
    expect(piped.code).toBe(0);
  });
});

describe("a restore as a step of the action", () => {
  test("names its tags by lines, and shows what became of them", async () => {
    const made = await pruned();
    const inputs = { command: "restore", image: made.image, journal: made.journal, tags: "1.0.0\n1.1.0\n" };
    const dry = await runAction({ ...inputs, "dry-run": "true" });
    expect([dry.code, dry.summary]).toEqual([0, expect.stringContaining("Dry run: would restore 2 tags")]);
    const step = await runAction(inputs);
    expect([step.code, step.errors]).toEqual([0, []]);
    expect(step.summary).toContain("### ✅ Restored 2 tags\n");
    expect(await pullAll(made)).toEqual(["1.0.0", "1.1.0", "1.2.0"]);
  });

  test("fails where something can't be put back, and says why", async () => {
    const made = await pruned();
    await pushImage(made.repo, ["1.1.0"]);
    const step = await runAction({ command: "restore", journal: made.journal });
    expect([step.code, step.errors]).toEqual([1, [expect.stringContaining("not overwritten: 1.1.0")]]);
    expect(step.summary).toContain("Moved since, and left alone: 1 tag");
    expect(await pullAll(made)).toEqual(["1.0.0", "1.1.0", "1.2.0"]);
  });

  test("fails for bad input before anything is read", async () => {
    const step = await runAction({ command: "restore", tags: "a b", keep: "3" });
    expect([step.code, step.errors]).toEqual([1, [expect.stringContaining("Bad input (3 problems)")]]);
  });
});

test("a kept tag whose image somebody deleted is not the journal's to put back", async () => {
  const made = await pruned();
  const { digest } = await pushImage(made.repo, ["1.3.0"]);
  await deleteAll(made.repo, [{ digest }]);
  const { code, stderr } = await runCli(["restore", made.journal, "1.3.0"]);
  expect([code, stderr]).toEqual([1, expect.stringContaining("has nothing to put back under")]);
});

describe("where a password was given", () => {
  const guarded = useGuarded();
  const login = ["--username", USER.username, "--password-stdin"];

  test("the undo that is printed works as it is, with the password piped to it, and has no secret in it", async () => {
    const made = guarded();
    await pushTags(made, "1.0.0", "1.1.0");
    const state = { XDG_STATE_HOME: await temporaryFolder() };
    const input = USER.password;
    const { code, stdout } = await runCli([made.image, "--keep", "1", ...login], { input, env: state });
    expect(code).toBe(0);
    const [, line = ""] = /before the next garbage collection:\n {2}(.*) \[TAG…\]$/m.exec(stdout) ?? [];
    expect(line).toContain(` --image ${made.image} --username ci --password-stdin`);
    expect(line).not.toContain(USER.password);
    expect(await runInShell(`printf %s ${USER.password} | ${line} 1.0.0`)).toMatchObject({ code: 0 });
    expect(await listTags(made.repo)).toEqual(["1.0.0", "1.1.0"]);
  });

  test("the step that undoes it names the repository and secrets, and no user", async () => {
    const made = guarded();
    await pushTags(made, "1.0.0", "1.1.0");
    const step = await runAction({ image: made.image, keep: "1", ...USER });
    expect(step.code).toBe(0);
    expect(step.stdout).toContain(
      `    image: ${JSON.stringify(made.image)}\n` +
        "    username: ${{ secrets.REGISTRY_USERNAME }} # as in this step\n    password: ${{ secrets.REGISTRY_PASSWORD }}",
    );
    expect(step.summary).not.toContain(USER.password);
  });
});
