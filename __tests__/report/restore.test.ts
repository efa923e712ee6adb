import { describe, expect, test } from "vitest";
import { PruneError } from "../../src/core/base/errors.js";
import type { Restored, RestoredTag, RestoreOutcome } from "../../src/core/journal/restore-outcome.js";
import {
  createRestoreProgress,
  renderRestoreJson,
  restoreFailure,
  restoreLine,
  type RestoreResult,
  restoreStatus,
} from "../../src/report/verbs/restore.js";
import { restoreLines } from "../../src/report/verbs/restore-rows.js";
import { renderRestoreSummary } from "../../src/report/verbs/restore-view.js";
import { shortDigest } from "../../src/report/words/wording.js";
import { digest, tag } from "../support/snapshots.js";

const repository = "registry.example.com/team/app";

const restored: Restored = { kind: "restored" };
const there: Restored = { kind: "already-there" };
const moved: Restored = { kind: "moved", to: digest("b") };
const collected: Restored = { kind: "lost", why: "collected", missing: digest("layer") };
const unknown: Restored = { kind: "lost", why: "unknown", missing: digest("child") };
const subject: Restored = { kind: "lost", why: "subject", missing: digest("a") };
const failed: Restored = { kind: "failed", error: new PruneError("it said no", "Ask again.") };

const tagged = (name: string, end: Restored): RestoredTag => ({
  tag: tag(name),
  digest: digest("a"),
  ...end,
});

function outcome(ends: readonly Restored[], parts: Partial<RestoreOutcome> = {}): RestoreOutcome {
  return { repository, tags: ends.map((end, index) => tagged(`1.${index}`, end)), digests: [], ...parts };
}

const result = (...repositories: readonly RestoreOutcome[]): RestoreResult => ({
  isDryRun: false,
  journal: "j.ndjson",
  repositories,
});

const short = (text: string): string => shortDigest(digest(text));

const stopped = outcome([], { error: new PruneError("the host is away", "Wait.") });

test.each<[string, readonly RestoreOutcome[], string]>([
  ["nothing was to be done", [], "done"],
  ["all is restored or there", [outcome([restored, there])], "done"],
  ["all would be restored", [outcome([{ kind: "would-restore" }])], "done"],
  ["one moved", [outcome([restored, moved])], "partly-failed"],
  ["one is lost and one there", [outcome([there, collected])], "partly-failed"],
  ["one failed", [outcome([restored]), outcome([failed])], "partly-failed"],
  ["a repository stopped", [outcome([restored]), stopped], "partly-failed"],
  ["a repository stopped alone", [stopped], "failed"],
  ["all moved", [outcome([moved])], "failed"],
  ["all is lost", [outcome([collected, subject])], "failed"],
  ["a digest is lost", [outcome([], { digests: [{ digest: digest("a"), ...unknown }] })], "failed"],
])("the status where %s", (...[, outcomes, status]) => {
  expect(restoreStatus(result(...outcomes))).toBe(status);
});

describe("the line that sums it up", () => {
  test("counts tags and digests by how they ended", () => {
    const digests = [{ digest: digest("c"), ...restored }];
    const mixed = outcome([restored, restored, there, moved, collected, failed], { digests });
    expect(restoreLine(result(mixed, stopped))).toBe(
      "Restored 2 tags and 1 digest. Already there: 1 tag. Moved since, and left alone: 1 tag. " +
        "Can't be restored any more: 1 tag. Failed: 1 tag. Stopped: 1 repository.",
    );
    expect(restoreLine(result(stopped))).toBe("Restored nothing. Stopped: 1 repository.");
  });

  test("says what a dry run would do, and that there is nothing", () => {
    const would = outcome([{ kind: "would-restore" }]);
    expect(restoreLine({ ...result(would), isDryRun: true })).toBe("Dry run: would restore 1 tag.");
    expect(restoreLine(result())).toBe("Nothing to restore: the journal holds no deletion.");
  });
});

test("the log has a line for each", () => {
  const digests = [{ digest: digest("c"), ...there }];
  expect(restoreLines(outcome([restored, moved, collected, unknown, subject, failed], { digests }))).toEqual([
    `restored  1.0                  (${short("a")})`,
    `moved     1.1                  (it points at ${short("b")} by now, and was not overwritten)`,
    `lost      1.2                  (it can't be restored any more: a garbage collection took ${short("layer")}, a part of it)`,
    expect.stringMatching(
      `^lost {6}1\\.3 +\\(it can't be restored any more: neither .* has ${short("child")}, .* before the prune`,
    ),
    `lost      1.4                  (it can't be restored any more: ${short("a")}, which it refers to, can't be)`,
    "failed    1.5                  (it said no)",
    expect.stringMatching(/^there {5}sha256:0{12} {2}\(it is there already\)$/),
  ]);
});

test("the log says what happens while it happens", () => {
  const lines: string[] = [];
  const say = createRestoreProgress({
    info: (line) => lines.push(line),
    warning: (line) => lines.push(`! ${line}`),
  });
  say({ kind: "journal-torn", path: "j.ndjson", lines: 2 });
  say({ kind: "restoring", repository, images: 1 });
  const until = Date.UTC(2026, 0, 31, 14, 32);
  say({ kind: "limit-met", host: "api.github.com", limit: "secondary", until });
  say({ kind: "restored", outcome: outcome([there]) });
  expect(lines).toEqual([
    expect.stringMatching(/^! j\.ndjson: 2 lines can't be read and were passed over/),
    `${repository}: 1 image to put back`,
    expect.stringMatching(/^ {2}api\.github\.com: it asks for a pause; waiting until 14:32 UTC, /),
    "  there     1.0  (it is there already)",
  ]);
});

describe("what went wrong", () => {
  test("is nothing where all is well", () => {
    expect(restoreFailure(result(outcome([restored, there])))).toBe("");
  });

  test("is one sentence where a collection took all of a repository", () => {
    const text = restoreFailure(result(outcome([collected, subject])));
    expect(text).toBe(
      `${repository}: nothing of it can be restored any more: a garbage collection has run since, which ends what a journal can bring back. ` +
        "Push the images again from where they were built.",
    );
  });

  test("names what is lost where something is not, or was missing before", () => {
    const text = restoreFailure(result(outcome([restored, collected]), outcome([unknown])));
    expect(text).toContain(
      `can't be restored any more: 1.1. Of 1.1, a garbage collection took ${digest("layer")}`,
    );
    expect(text).toContain(`can't be restored any more: 1.0. Of 1.0, neither`);
  });

  test("has each error with its next step, and what a repository stopped for once", () => {
    const error = new PruneError("no right", "Get it.");
    const same: Restored = { kind: "failed", error };
    expect(restoreFailure(result(outcome([failed, same, same], { error })))).toBe(
      `${repository}: no right\nGet it.\n${repository}: could not be restored: 1.0. it said no\nAsk again.`,
    );
  });

  test("names what moved", () => {
    expect(restoreFailure(result(outcome([moved, restored, moved])))).toContain("not overwritten: 1.0, 1.2.");
  });
});

test("JSON has how each ended, and why", () => {
  const digests = [{ digest: digest("c"), ...restored }];
  const printed: unknown = JSON.parse(
    renderRestoreJson(result(outcome([failed, collected, moved], { digests }), stopped)),
  );
  const a = digest("a");
  expect(printed).toEqual({
    dryRun: false,
    journal: "j.ndjson",
    repositories: [
      {
        repository,
        tags: [
          { tag: "1.0", digest: a, outcome: "failed", error: "it said no", nextStep: "Ask again." },
          { tag: "1.1", digest: a, outcome: "lost", why: "collected", missing: digest("layer") },
          { tag: "1.2", digest: a, outcome: "moved", to: digest("b") },
        ],
        digests: [{ digest: digest("c"), outcome: "restored" }],
      },
      { repository, tags: [], digests: [], stopped: { error: "the host is away", nextStep: "Wait." } },
    ],
  });
});

describe("the job summary", () => {
  test("has the line, what went wrong, and each tag, escaped", () => {
    const error = new PruneError("<b>no</b>", "Ask | again.");
    const text = renderRestoreSummary(result(outcome([restored, { kind: "failed", error }])));
    expect(text).toMatch(/^### 🟡 Restored 1 tag\. Failed: 1 tag\n\n> \[!CAUTION\]\n> /);
    expect(text).toContain(
      `#### <code>${repository}</code>\n\n| | tag | |\n| :--- | :--- | :--- |\n` +
        `| ❌&nbsp;failed | <code>1.1</code> | &#60;b&#62;no&#60;/b&#62; |\n| ✅&nbsp;restored | <code>1.0</code> | `,
    );
    expect(text).not.toContain("<b>");
    expect(text).not.toContain("more; the log has them all");
  });

  test("is cut well under the megabyte that GitHub takes, and says so", () => {
    const text = renderRestoreSummary(result(outcome(Array.from({ length: 20_000 }, () => restored))));
    expect(Buffer.byteLength(text)).toBeLessThan(2 ** 20);
    expect(text).toMatch(/… and \d+ more; the log has them all\.\n$/);
  });
});
