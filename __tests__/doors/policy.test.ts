import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { listTags } from "../../scripts/images.mjs";
import { runAction, runCli, runInShell } from "../support/doors.js";
import { isDelete, useFilledRepository } from "../support/proxied.js";

/** Policies by both doors: a file of rules, a tag explained, and names alone. */
const filled = useFilledRepository();

async function fileOf(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "prune-policy-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, "image-retention.yml");
  await writeFile(path, text);
  return path;
}

const POLICY = `
exclude: "*-lts"
rules:
  - name: alphas
    tags: "*-alpha.*"
    keep: 1
  - name: releases
    tags: ["/^\\\\d+\\\\.\\\\d+\\\\.\\\\d+$/", "*-lts", "*-rc.*"]
    group-by: minor
    keep: 1
`;
const TAGS = ["1.0.0", "1.0.1", "1.1.0", "1.0.2-lts", "2.0.0-alpha.1", "2.0.0-alpha.2", "latest"];
const LEFT = ["1.0.1", "1.0.2-lts", "1.1.0", "2.0.0-alpha.2", "latest"];

describe("a policy file", () => {
  test("says what stays, on a command line", async () => {
    const made = await filled(...TAGS);
    const { code, stdout, stderr } = await runCli([made.image, "--policy", await fileOf(POLICY)]);
    expect(code).toBe(0);
    expect(await listTags(made.repo)).toEqual(LEFT);
    expect(stdout).toMatch(
      /delete {2}1\.0\.0 +\(number 2 of 2 in 1\.0\.x of rule releases, beyond the newest 1\)/,
    );
    expect(stdout).toMatch(/keep {4}latest +\(no rule applies to it\)/);
    expect(stderr).toBe("Warning: Nothing matches *-rc.* (tags of rule releases).\n");
  });

  test("says what stays, in a workflow, and the summary and the plan have the rules", async () => {
    const made = await filled(...TAGS);
    const step = await runAction({ image: made.image, policy: await fileOf(POLICY) });
    expect(step.code).toBe(0);
    expect(await listTags(made.repo)).toEqual(LEFT);
    expect(step.warnings).toEqual(["Nothing matches *-rc.* (tags of rule releases)."]);
    expect(step.summary).toContain("> Nothing matches ");
    expect(JSON.parse(step.plan ?? "")).toMatchObject({
      policy: {
        exclude: ["*-lts"],
        protect: 0,
        rules: [
          { name: "alphas", tags: ["*-alpha.*"], keep: 1, sort: "semver", groupBy: ["channel"] },
          { name: "releases", groupBy: ["minor"] },
        ],
      },
    });
  });

  test("is refused whole, each problem with its line, and nothing is sent", async () => {
    const made = await filled("1.0.0");
    const path = await fileOf("rules:\n  - keep: ten\n    sort: date\n");
    const { code, stderr } = await runCli([made.image, "--policy", path, "--include", "1.*"]);
    expect(code).toBe(2);
    expect(stderr).toContain("Bad input (3 problems):");
    expect(stderr).toContain(`policy: ${path}, line 2: rules[0].keep`);
    expect(stderr).toContain(`policy: ${path}, line 3: rules[0].sort`);
    expect(stderr).toContain("include: there is a policy file, which says that");
    expect(made.proxy.requests).toEqual([]);
  });

  test.each([
    ["keep", "3"],
    ["sort", "natural"],
    ["group-by", "none"],
    ["keep-younger-than", "7d"],
    ["max-size", "1GB"],
    ["include", "1.*"],
    ["exclude", "1.*"],
  ])("and %s beside it is an error; its default can't be told from nothing", async (name, value) => {
    const policy = await fileOf(POLICY);
    const refused = await runAction({ image: "127.0.0.1:1/team/app", policy, [name]: value });
    expect(refused.errors).toEqual([
      expect.stringContaining(`  ${name}: there is a policy file, which says that; write it there`),
    ]);
    const taken = await runAction({ image: "127.0.0.1:1/team/app", policy, keep: "10", sort: "semver" });
    expect(taken.errors).toEqual([expect.stringContaining("can't be reached")]);
  });
});

test("a budget is said in the log, and in the summary of a step", async () => {
  const made = await filled("1.0.0", "1.1.0", "1.2.0");
  const { stdout } = await runCli([made.image, "--max-size", "1B", "--dry-run"]);
  expect(stdout).toMatch(/what stays takes [\d.]+ KB; max-size is 1 B/);
  const step = await runAction({ image: made.image, "max-size": "1B", "dry-run": "true" });
  expect(step.summary).toMatch(/What stays takes [\d.]+ KB; max-size is 1 B\./);
  expect(step.warnings).toEqual([
    expect.stringMatching(/: what must stay takes .+ more than max-size \(1 B\)/),
  ]);
  expect(step.summary).toContain("what must stay takes");
  expect(step.outputs["deleted-count"]).toBe("2");
});

test("more deletions than allowed fail the run, and the plan is there to read", async () => {
  const made = await filled("1.0.0", "1.1.0", "1.2.0");
  const step = await runAction({ image: made.image, keep: "1", "max-deletions": "50%" });
  expect(step.code).toBe(1);
  expect(step.errors).toEqual([
    expect.stringContaining("2 of 3 tags would go, and max-deletions is 50%, so nothing is deleted there"),
  ]);
  expect(made.proxy.requests.filter(isDelete)).toEqual([]);
  const { verdicts } = JSON.parse(step.plan ?? "") as { verdicts: readonly { verdict: string }[] };
  expect(verdicts.map(({ verdict }) => verdict)).toEqual(["keep", "delete", "delete"]);
  expect(step.summary).toContain("beyond the newest 1");
  expect(await listTags(made.repo)).toEqual(["1.0.0", "1.1.0", "1.2.0"]);
});

describe("explain", () => {
  test("says in sentences what a tag is read as, its place, and every reason", async () => {
    const made = await filled("3.3.0-alpha.9", "3.3.0-alpha.10", "latest");
    const args = ["explain", `${made.image}:3.3.0-alpha.9`, `${made.image}:latest`, "--keep", "1"];
    const { code, stdout, stderr } = await runCli(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const short = (made.images.get("3.3.0-alpha.9")?.digest ?? "").slice(0, 19);
    expect(stdout.split("\n").slice(0, 7)).toEqual([
      `${made.image}:3.3.0-alpha.9 goes.`,
      "  Its name is read as the version 3.3.0, then alpha.9: channel alpha, number 9.",
      `  Its image is ${short}.`,
      "  It is number 2 of 2 images in alpha, the newest first by semver.",
      "  For it to stay: nothing.",
      "  For it to go: number 2 of 2 in alpha, beyond the newest 1.",
      "",
    ]);
    expect(stdout).toContain(`${made.image}:latest stays.`);
    expect(stdout).toContain("  For it to stay: not a version.");
    expect(new Set(made.proxy.requests.map(({ method }) => method))).toEqual(new Set(["GET"]));
  });

  test("as JSON, and with 1 where a tag is not there", async () => {
    const made = await filled("1.0.0");
    const { code, stdout } = await runCli(["explain", `${made.image}:9.9.9`, "--json"]);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      explanations: [
        {
          repository: made.image,
          tag: "9.9.9",
          digest: null,
          name: null,
          place: null,
          created: null,
          verdict: null,
          reason: null,
          with: null,
          stays: [],
          goes: [],
          refused: null,
        },
      ],
    });
    const there = await runCli(["explain", `${made.image}:1.0.0`, "--json"]);
    expect(JSON.parse(there.stdout)).toMatchObject({
      explanations: [
        { tag: "1.0.0", verdict: "keep", place: { group: "release", rank: 1, of: 1 }, goes: [] },
      ],
    });
  });

  test("in a workflow is in the log and the summary", async () => {
    const made = await filled("1.0.0", "1.1.0");
    const step = await runAction({ command: "explain", image: `${made.image}:1.0.0`, keep: "1" });
    expect(step.code).toBe(0);
    expect(step.stdout).toContain(`${made.image}:1.0.0 goes.`);
    expect(step.summary).toContain("- For it to go: number 2 of 2 in release, beyond the newest 1.");
  });

  test("wants a tag, and says that a run would leave nothing", async () => {
    const made = await filled("1.0.0");
    const untagged = await runCli(["explain", made.image]);
    expect(untagged.code).toBe(2);
    expect(untagged.stderr).toContain("has no tag; name the tag to explain");
    const emptied = await runCli(["explain", `${made.image}:1.0.0`, "--max-size", "1B"]);
    expect(emptied.stdout).not.toContain("But a run would delete nothing here");
  });
});

describe("try", () => {
  const names = "3.3.0-alpha.10\n3.3.0-alpha.9\r\n\n# a comment\n3.2.0 2026-01-01 120MB\nlatest\n";

  test("runs a policy over names alone", async () => {
    const { code, stdout, stderr } = await runCli(["try", "--keep", "1"], { input: names });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe(
      [
        "registry.example.com/team/app: 1 tag to delete, 3 to keep",
        "  delete  3.3.0-alpha.9   (number 2 of 2 in alpha, beyond the newest 1)",
        "  keep    3.2.0           (number 1 of the newest 1 in release)",
        "  keep    3.3.0-alpha.10  (number 1 of the newest 1 in alpha)",
        "  keep    latest          (not a version)",
        "",
      ].join("\n"),
    );
  });

  test("reads no input without an end", async () => {
    const { code, stderr } = await runInShell(
      `yes 3.3.0-alpha.10 | { prune-image-tags try; echo "code $?" >&2; }`,
    );
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringMatching(/^standard input has more than 64 MiB\n.*\ncode 1\n$/) as string,
    });
  });

  test("has the same verdicts as a prune's JSON", async () => {
    const made = await filled("1.0.0", "1.1.0", "latest");
    const pruned = await runCli([made.image, "--keep", "1", "--dry-run", "--json"]);
    const tried = await runCli(["try", made.image, "--keep", "1", "--json"], {
      input: "1.0.0\n1.1.0\nlatest\n",
    });
    // Names have no image behind them, so no digest and no size.
    const verdictsOf = (text: string): unknown =>
      (JSON.parse(text) as { verdicts: readonly object[] }).verdicts.map((verdict) => ({
        ...verdict,
        digest: "any",
        bytes: "any",
      }));
    expect(verdictsOf(tried.stdout)).toEqual(verdictsOf(pruned.stdout));
  });

  test("a tag of the image is just pushed, and a policy's rules go by the repository", async () => {
    const rules = "rules:\n  - repositories: team/*\n    keep: 1\n";
    const policy = await fileOf(rules);
    const args = ["try", "registry.example.com/team/app:1.0.0", "--policy", policy];
    const { stdout } = await runCli(args, { input: "1.0.0\n1.1.0\n1.2.0\n" });
    expect(stdout).toContain("keep    1.0.0  (just pushed)");
    expect(stdout).toContain("delete  1.1.0");
    const elsewhere = await runCli(["try", "registry.example.com/base/app", "--policy", policy], {
      input: "1.0.0",
    });
    expect(elsewhere.stdout).toContain("keep    1.0.0  (no rule applies to it)");
    const nowhere = await runCli(["try", "--policy", policy], { input: "1.0.0" });
    expect(nowhere.stderr).toContain("the policy has rules for certain repositories; name the one");
  });

  test("says what is wrong with the names, all of it", async () => {
    const { code, stderr } = await runCli(["try"], { input: "1.0.0\nteam/app:1\n1.1.0 yesterday\n" });
    expect(code).toBe(2);
    expect(stderr).toContain('line 2: "team/app:1" is not a tag');
    expect(stderr).toContain(
      'line 3: "yesterday" is neither a date, such as 2026-03-01, nor a size, such as 120MB',
    );
    const empty = await runCli(["try"], { input: "\n" });
    expect(empty.stderr).toContain("standard input: it is empty");
  });

  test("warns as a run would, and says that one would delete nothing", async () => {
    const { stdout } = await runCli(["try", "--exclude", "nightly-*"], { input: "main\n" });
    expect(stdout).toContain("Warning: no tag is a candidate for deletion");
    expect(stdout).toContain("Warning: Nothing matches nightly-* (exclude).");
    const none = await runCli(["try", "--keep", "0", "--allow-empty"], { input: "1.0.0\n" });
    expect(none.stdout).toContain("delete  1.0.0");
    expect(none.stdout).not.toContain("would delete nothing");
  });

  test("is not for a workflow, which has no standard input", async () => {
    const step = await runAction({ command: "try" });
    expect(step.errors).toEqual([expect.stringContaining("Run it on a command line")]);
  });
});
