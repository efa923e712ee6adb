import { describe, expect, test } from "vitest";
import { PruneError } from "../../src/core/errors.js";
import type { RepositoryOutcome } from "../../src/core/outcome.js";
import { plan } from "../../src/core/plan.js";
import type { RetentionPolicy } from "../../src/core/policy.js";
import { failureText } from "../../src/report/failure.js";
import { statusOf, summaryLine } from "../../src/report/result.js";
import { renderSummary } from "../../src/report/summary.js";
import { digest, ownImages, policy, snapshot, tag } from "../support/snapshots.js";

const repository = "registry.example.com/team/app";

function planned(tags: readonly string[], chosen: RetentionPolicy = policy({ keep: 1 })) {
  return plan(snapshot({ tags: ownImages(tags) }), chosen);
}

type Applied = Extract<RepositoryOutcome, { readonly kind: "applied" }>;

function applied(parts: Partial<Applied> = {}): Applied {
  const decided = planned(["1.0.0", "1.1.0"]);
  const deletions = [{ kind: "deleted", digest: digest("1.0.0"), tags: [tag("1.0.0")] }] as const;
  return {
    kind: "applied",
    repository,
    plan: decided,
    deletions,
    deleted: [tag("1.0.0")],
    notes: [],
    harm: [],
    ...parts,
  };
}

const many = Array.from(
  { length: 30_000 },
  (_, index) => `1.0.0-some-long-channel-name-${"x".repeat(60)}.${index}`,
);

describe("the summary", () => {
  test("has a table of tags with verdict and reason, open where it is short", () => {
    const text = renderSummary({ isDryRun: false, outcomes: [applied()] });
    expect(text).toContain("### Deleted 1 tag, kept 1 in 1 repository.");
    expect(text).toContain("1 tag deleted (1 manifest), 1 kept.");
    expect(text).toContain("| <code>1.1.0</code> | keep | number 1 of the newest 1 in release |");
    expect(text).toContain("| <code>1.0.0</code> | delete | number 2 of 2 in release, beyond the newest 1 |");
    expect(text).not.toContain("<details>");
    expect(text).toContain("garbage collection");
  });

  test("folds a long one", () => {
    const outcome = { kind: "planned", repository, plan: planned(many.slice(0, 30)) } as const;
    const text = renderSummary({ isDryRun: true, outcomes: [outcome] });
    expect(text).toContain("<details><summary>30 tags</summary>\n\n| tag | verdict | reason |");
    expect(text).toContain("29 tags would be deleted, 1 kept.");
    expect(text).not.toContain("garbage collection");
  });

  test("is cut well under the megabyte that GitHub takes, and says so", () => {
    const outcome = { kind: "planned", repository, plan: planned(many) } as const;
    const text = renderSummary({ isDryRun: true, outcomes: [outcome, outcome] });
    expect(Buffer.byteLength(text)).toBeLessThan(950 * 1024);
    expect(text).toMatch(/… and \d+ more tags; the plan file has every one\./);
    expect(text.match(/<\/details>/g)).toHaveLength(2);
  });

  test("is cut where there are many repositories or many failures, too", () => {
    const nothing = { kind: "nothing", repository, why: "no-tags" } as const;
    const failing = applied({
      deletions: many.map((name) => ({
        kind: "failed",
        digest: digest(name),
        tags: [tag(name.slice(0, 100))],
        error: new PruneError("no", "yes"),
      })),
    });
    const text = renderSummary({
      isDryRun: false,
      outcomes: [failing, ...Array<typeof nothing>(20_000).fill(nothing)],
    });
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
  });

  test("escapes what users and registries write", () => {
    const decided = planned(["1.0.0", "1.1.0"], policy({ exclude: ["*[_x]*|".slice(0, 6), "1.0.*"] }));
    const error = new PruneError("<img src=x> `code` | [link](x)\n::warning::", "*bold*");
    const text = renderSummary({
      isDryRun: false,
      outcomes: [{ kind: "failed", repository, plan: decided, error }],
    });
    for (const raw of ["<img", "`code`", "[link]", "*bold*", "1.0.*"]) expect(text).not.toContain(raw);
    expect(text).toContain("&#60;img");
    const row = text.split("\n").find((line) => line.includes("<code>1.0.0</code>")) ?? "";
    expect(row.split("|")).toHaveLength(5);
  });

  test("tells what failed, what was left alone, and harm", () => {
    const text = renderSummary({
      isDryRun: false,
      outcomes: [
        applied({
          deletions: [
            { kind: "failed", digest: digest("a"), tags: [tag("1.0.0")], error: new PruneError("no", "yes") },
            {
              kind: "spared",
              digest: digest("b"),
              tags: [],
              reason: { kind: "parent-stays", parent: digest("a") },
            },
          ],
          notes: [{ kind: "still-there", tag: tag("1.0.0") }],
          harm: [{ kind: "part-missing", tag: tag("1.1.0"), missing: digest("c") }],
          stopped: new PruneError("it stopped", "go on"),
        }),
      ],
    });
    for (const part of [
      "**Harm**: 1.1.0 was to stay",
      "Could not delete <code>1.0.0</code>: no",
      "Left <code>sha256:",
      "still there",
      "&#62; it stopped".slice(5),
    ]) {
      expect(text).toContain(part);
    }
  });
});

describe("how a run ended", () => {
  const error = new PruneError("no", "do this");
  const failed = { kind: "failed", repository, error } as const;
  const nothing = { kind: "nothing", repository, why: "no-tags" } as const;
  test.each<[string, readonly RepositoryOutcome[], string]>([
    ["all applied", [applied()], "done"],
    ["nothing there", [nothing], "done"],
    ["a failure", [failed], "failed"],
    ["a failure and a success", [failed, applied()], "partly-failed"],
    ["a failure and nothing", [failed, nothing], "partly-failed"],
    ["two failures", [failed, failed], "failed"],
    ["stopped in the middle", [applied({ stopped: error })], "partly-failed"],
    [
      "harm",
      [applied({ harm: [{ kind: "tag-lost", tag: tag("a"), image: digest("a") }] }), applied()],
      "failed",
    ],
    ["a tag that moved", [applied({ notes: [{ kind: "moved", tag: tag("a"), to: digest("a") }] })], "done"],
  ])("%s", (_, outcomes, status) => {
    const result = { isDryRun: false, outcomes };
    expect(statusOf(result)).toBe(status);
    // Whatever is not done says why and what to do, and whatever is done says nothing.
    expect(failureText(result) === "").toBe(status === "done");
  });

  test("is one line", () => {
    const outcomes = [
      applied({
        deletions: [{ kind: "failed", digest: digest("a"), tags: [], error }],
        harm: [{ kind: "tag-lost", tag: tag("a"), image: digest("a") }],
      }),
      failed,
    ];
    expect(summaryLine({ isDryRun: false, outcomes })).toBe(
      "Deleted 1 tag, kept 1 in 2 repositories. Failed: 1 repository. 1 deletion failed. HARM: 1 tag that should have stayed whole.",
    );
  });
});
