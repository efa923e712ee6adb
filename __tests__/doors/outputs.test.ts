import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { cutList, cutOutputs, outputsOf, renderJson } from "../../src/report/run/outputs.js";
import { createRedactor } from "../../src/report/outlet/redact.js";
import type { RepositoryOutcome } from "../../src/core/result/repository-outcome.js";
import { PruneError } from "../../src/core/base/errors.js";
import { digest, tag } from "../support/snapshots.js";
import {
  applied,
  deletes,
  keeps,
  manifestDeletion,
  planned,
  planOf,
  repository,
  untags,
} from "../report/plans.js";

describe("a list for an output", () => {
  test("that fits is whole", () => {
    expect(cutList(["a", "b"], 14)).toEqual({ json: '["a","b"]', left: 0 });
  });

  test("that does not is cut between its items, and is still JSON", () => {
    expect(cutList(["a", "b", "c"], 14)).toEqual({ json: '["a","b"]', left: 1 });
    expect(cutList(["a"], 3)).toEqual({ json: "[]", left: 1 });
  });

  test("of many tags takes less than a quarter of what a job's outputs may have", () => {
    const { json, left } = cutList(
      Array.from({ length: 50_000 }, (_, index) => `registry.example.com/team/app:1.0.${index}`),
    );
    expect(json.length * 4).toBeLessThan(512 * 1024);
    expect((JSON.parse(json) as string[]).length + left).toBe(50_000);
  });
});

const files = { plan: "plan.json", planSha256: "abc" };
const skippedPlan = planOf({
  verdicts: [
    keeps("1.1.0"),
    keeps("1.0.0", { kind: "skipped", why: { kind: "tags-moved" } }),
    keeps("0.9.0", { kind: "skipped", why: { kind: "gone" } }),
  ],
  deletions: [],
});

describe.skipIf(process.platform !== "linux")("a later step", () => {
  const run = promisify(execFile);
  const long = `registry.example.com/${"team/".repeat(30)}app`;

  test.for<[number, string]>([
    [3000, repository],
    [10_000, repository],
    [10_000, long],
  ])("that is handed the outputs of %i tags of %s starts programs", async ([number, name]) => {
    const verdicts = Array.from({ length: number }, (_, index) =>
      index % 10 === 0 ? keeps(`3.3.0-alpha.${index}`) : deletes(`3.3.0-alpha.${index}`),
    );
    const outcome = { ...planned({ verdicts }), repository: name };
    const outputs = cutOutputs(outputsOf({ isDryRun: true, outcomes: [outcome] }, files));
    const each = Object.fromEntries(
      outputs.map(({ name: key, value }) => [key.toUpperCase().replaceAll("-", "_"), value]),
    );
    // As `toJSON(steps.prune.outputs)` writes them.
    const all = JSON.stringify(
      Object.fromEntries(outputs.map(({ name: key, value }) => [key, value])),
      null,
      2,
    );
    const script = 'test "$DELETED_COUNT" -gt 0 && env printf %s "$DELETED" | tail -c 1';
    const { stdout } = await run("/bin/sh", ["-e", "-c", script], { env: { ...each, ALL: all } });
    expect(stdout).toBe("]");
    expect(outputs.flatMap(({ warning = [] }) => warning)).toContainEqual(
      expect.stringContaining("The plan file has them all."),
    );
  });

  test("would start none, were they whole", async () => {
    const whole = JSON.stringify(Array.from({ length: 10_000 }, (_, index) => `${repository}:1.0.${index}`));
    const start = async (): Promise<unknown> => run("/bin/true", [], { env: { DELETED: whole } });
    await expect(start()).rejects.toThrow("E2BIG");
  });
});

describe("the outputs", () => {
  test("of a dry run say what would be", () => {
    const outcome = planned({ verdicts: [keeps("1.1.0"), untags("1.1", "1.1.0"), deletes("1.0.0")] });
    expect(outputsOf({ isDryRun: true, outcomes: [outcome] }, files)).toEqual({
      deleted: [`${repository}:1.1`, `${repository}:1.0.0`],
      kept: [`${repository}:1.1.0`],
      skipped: [],
      unproven: [],
      missing: [],
      "deleted-count": 2,
      "deleted-untagged-count": 0,
      "kept-count": 1,
      "reclaimable-bytes": 3 * 1024 ** 2,
      "freed-bytes": null,
      plan: "plan.json",
      "plan-sha256": "abc",
      journal: "",
    });
  });

  test("of a run say what is gone, what both could be freed of, and where it is written down", () => {
    const result = { isDryRun: false, outcomes: [applied(), applied()], journal: "j" };
    expect(outputsOf(result, files)).toMatchObject({
      "deleted-count": 2,
      "reclaimable-bytes": 6 * 1024 ** 2,
      journal: "j",
    });
  });

  test("have no bytes where nothing was decided", () => {
    const failed = {
      kind: "failed",
      repository,
      plan: planOf(),
      error: new PruneError("no", "yes"),
    } as const;
    expect(outputsOf({ isDryRun: false, outcomes: [failed] }, files)["reclaimable-bytes"]).toBeNull();
  });

  test("name what was to go and was left alone, once, and not what was gone", () => {
    const spared = { kind: "spared", reason: { kind: "stopped" } } as const;
    const outcome = applied({
      plan: skippedPlan,
      deletions: [
        { ...spared, deletion: manifestDeletion("1.0.0", ["1.0.0", "1.0"]) },
        { ...spared, deletion: manifestDeletion("0.8.0"), reason: { kind: "gone" } },
      ],
      deleted: [],
    });
    const { skipped } = outputsOf({ isDryRun: false, outcomes: [outcome] }, files);
    expect(skipped).toEqual([`${repository}:1.0.0`, `${repository}:1.0`]);
    const dry = outputsOf({ isDryRun: true, outcomes: [planned(skippedPlan)] }, files);
    expect(dry.skipped).toEqual([`${repository}:1.0.0`]);
  });

  test("come as JSON with every verdict, its bytes where its image goes and they are known", () => {
    const verdicts = [keeps("1.1.0"), untags("1.1", "1.1.0"), deletes("1.0.0")];
    const failed = { kind: "failed", repository, error: new PruneError("no", "yes") } as const;
    const size = { bytes: 2 * 1024 ** 2, isLeast: false };
    const sizes = new Map([
      [digest("1.0.0"), size],
      [digest("1.1.0"), size],
    ]);
    const outcomes = [planned({ verdicts }, { sizes }), { ...failed, plan: planOf() }, failed];
    const text = renderJson({ isDryRun: true, outcomes }, files);
    const parsed = JSON.parse(text) as { readonly verdicts: readonly unknown[] };
    expect(parsed).toMatchObject({ "plan-sha256": "abc", "deleted-count": 2, elsewhere: [] });
    expect(parsed.verdicts).toMatchObject([
      { tag: "1.1.0", verdict: "keep", bytes: null },
      { tag: "1.1", verdict: "untag", bytes: null },
      { repository, tag: "1.0.0", digest: digest("1.0.0"), verdict: "delete", bytes: 2 * 1024 ** 2 },
      { tag: "1.1.0", bytes: null },
      { tag: "1.0.0", bytes: null },
    ]);
  });

  test("come as JSON with what is not where it was to be", () => {
    const elsewhere = [{ what: "journal", why: "the disk is full", path: "/dev/shm/journal" }] as const;
    const text = renderJson({ isDryRun: false, outcomes: [], elsewhere }, files);
    expect(JSON.parse(text)).toMatchObject({ elsewhere });
  });

  test("come as JSON with every notice, and its sentence", () => {
    const notices = [{ kind: "unordered", tags: [tag("1.0.0"), tag("v1.0.0")] }] as const;
    const text = renderJson({ isDryRun: true, outcomes: [planned({ notices })] }, files);
    expect(JSON.parse(text)).toMatchObject({
      "staying-images-count": 0,
      notices: [{ repository, ...notices[0], text: expect.stringMatching(/^2 tags never go/) as unknown }],
    });
  });
});

describe("the redactor", () => {
  test("takes out every secret, the longest first, and tells each once", () => {
    const told: string[] = [];
    const { add, redact } = createRedactor((secret) => told.push(secret));
    for (const secret of ["hunter22", "hunter22", "hunter22-and-more", ""]) add(secret);
    expect(redact("a hunter22-and-more b hunter22 c")).toBe("a *** b *** c");
    expect(told).toEqual(["hunter22", "hunter22-and-more"]);
  });
});

describe("the outputs as texts", () => {
  const outputs = outputsOf({ isDryRun: false, outcomes: [] }, files);

  test("have lists as JSON, numbers as digits, and nothing for what is not known", () => {
    expect(cutOutputs({ ...outputs, deleted: ["a"], "deleted-count": 1 })).toEqual([
      { name: "deleted", value: '["a"]' },
      { name: "kept", value: "[]" },
      { name: "skipped", value: "[]" },
      { name: "unproven", value: "[]" },
      { name: "missing", value: "[]" },
      { name: "deleted-count", value: "1" },
      { name: "deleted-untagged-count", value: "0" },
      { name: "kept-count", value: "0" },
      { name: "reclaimable-bytes", value: "" },
      { name: "freed-bytes", value: "" },
      { name: "plan", value: "plan.json" },
      { name: "plan-sha256", value: "abc" },
      { name: "journal", value: "" },
    ]);
  });

  test("have a warning where a list is cut", () => {
    const kept = Array.from({ length: 20_000 }, (_, index) => `registry.example.com/app:${index}`);
    const [, { warning = "" } = {}] = cutOutputs({ ...outputs, kept });
    expect(warning).toMatch(
      /^The output kept leaves out \d+ of 20000 tags: .*128 KiB\. The plan file has them all\.$/,
    );
  });

  const tags = (number: number, mark = ""): readonly string[] =>
    Array.from({ length: number }, (_, index) => `registry.example.com/team/app:${index}${mark}`);
  const lengthOf = (value: string): number => Buffer.byteLength(`OUTPUTS=${value}`) + 1;

  test.each([
    [3000, 3000],
    [20_000, 20_000],
    [20_000, 3],
    [3, 20_000],
  ])("fit into one variable of Linux together, quotes escaped: %d deleted, %d kept", (deleted, kept) => {
    const long = { deleted: tags(deleted), kept: tags(kept), missing: tags(20_000, "é"), skipped: tags(2) };
    const cut = cutOutputs({ ...outputs, ...long });
    const all = JSON.stringify(Object.fromEntries(cut.map(({ name, value }) => [name, value])));
    expect(lengthOf(all)).toBeLessThan(128 * 1024);
    expect(lengthOf(all)).toBeGreaterThan(100 * 1024);
    expect(cut.find(({ name }) => name === "skipped")?.value).toBe(JSON.stringify(tags(2)));
  });

  test("are whole as long as all of them fit, whichever is the longest", () => {
    const cut = cutOutputs({ ...outputs, deleted: tags(2500), kept: tags(5) });
    expect(cut.flatMap(({ warning }) => warning ?? [])).toEqual([]);
  });
});

describe("what stays", () => {
  const error = new PruneError("no", "yes");
  const stays = (outcome: RepositoryOutcome): readonly string[] =>
    outputsOf({ isDryRun: false, outcomes: [outcome] }, files).kept.map((name) => name.replace(/^.*:/, ""));
  const refused = { kind: "failed", deletion: manifestDeletion("1.0.0"), error } as const;
  const lost = { tag: tag("1.1.0"), image: digest("1.1.0") };

  test.each<[string, RepositoryOutcome, readonly string[]]>([
    ["where all that was to go is gone", applied(), ["1.1.0"]],
    ["where a deletion failed", applied({ deletions: [refused], deleted: [] }), ["1.1.0", "1.0.0"]],
    [
      "where nothing was deleted, for the registry refuses it",
      { kind: "failed", repository, error, plan: planOf() },
      ["1.1.0", "1.0.0"],
    ],
    ["where nothing was decided", { kind: "failed", repository, error }, []],
    [
      "without what was tried and can't be seen",
      applied({ deletions: [refused], deleted: [], unproven: [tag("1.0.0")] }),
      ["1.1.0"],
    ],
    ["without what is lost", applied({ harm: [{ kind: "tag-lost", ...lost }] }), []],
    [
      "with what is damaged and there",
      applied({ harm: [{ kind: "part-missing", tag: tag("1.1.0"), missing: digest("c") }] }),
      ["1.1.0"],
    ],
    ["without what somebody else deleted", applied({ notes: [{ kind: "removed", tag: tag("1.1.0") }] }), []],
    [
      "without what was gone before",
      applied({ plan: skippedPlan, deletions: [], deleted: [] }),
      ["1.1.0", "1.0.0"],
    ],
  ])("is counted %s", (_, outcome, kept) => {
    expect(stays(outcome)).toEqual(kept);
    expect(outputsOf({ isDryRun: false, outcomes: [outcome] }, files)["kept-count"]).toBe(kept.length);
  });
});
