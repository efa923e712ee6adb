import { describe, expect, test } from "vitest";
import { PruneError } from "../../src/core/base/errors.js";
import type { DeletionOutcome } from "../../src/core/plan/outcome.js";
import { failureText } from "../../src/report/run/failure.js";
import { statusOf } from "../../src/report/run/result.js";
import { digest } from "../support/snapshots.js";
import { applied, manifestDeletion } from "./plans.js";

/** What belongs to a deleted image and was left: no policy finds it again, so the run is not done, and names the journal. */
const error = new PruneError("it said 500", "Run again.");
const image = manifestDeletion("1.0.0");
const attachment = manifestDeletion("att", ["sha256-1.att"], { parents: [digest("1.0.0")] });
const left = "1 part or attachment of deleted images left: sha256-1.att. Run again with journal: j";

describe("an attachment whose image is", () => {
  test.for<[string, DeletionOutcome["kind"], DeletionOutcome, string, string]>([
    [
      "gone, left by the time limit",
      "deleted",
      { kind: "spared", deletion: attachment, reason: { kind: "time-limit" } },
      "partly-failed",
      left,
    ],
    [
      "gone already, left by the end of the run",
      "gone",
      { kind: "spared", deletion: attachment, reason: { kind: "stopped" } },
      "partly-failed",
      left,
    ],
    [
      "gone, and could not be deleted",
      "deleted",
      { kind: "failed", deletion: attachment, error },
      "partly-failed",
      left,
    ],
    [
      "gone, left because something needs it by now",
      "deleted",
      { kind: "spared", deletion: attachment, reason: { kind: "tags-moved" } },
      "done",
      "",
    ],
    [
      "there, left by the time limit with it",
      "spared",
      { kind: "spared", deletion: attachment, reason: { kind: "time-limit" } },
      "done",
      "",
    ],
    ["gone, and is gone itself", "deleted", { kind: "deleted", deletion: attachment }, "done", ""],
  ])("%s", ([, kind, outcome, status, text]) => {
    const first: DeletionOutcome =
      kind === "deleted" || kind === "gone"
        ? { kind, deletion: image }
        : { kind: "spared", deletion: image, reason: { kind: "time-limit" } };
    const result = { isDryRun: false, outcomes: [applied({ deletions: [first, outcome] })], journal: "j" };
    expect(statusOf(result)).toBe(status);
    expect(failureText(result)).toContain(text);
    if (text === "") expect(failureText(result)).toBe("");
  });
});
