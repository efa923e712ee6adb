import { describe, expect, test } from "vitest";
import { PruneError } from "../../src/core/base/errors.js";
import type { RunEvent } from "../../src/core/result/event.js";
import type { Notice } from "../../src/core/plan/plan.js";
import type { NothingReason } from "../../src/core/result/repository-outcome.js";
import type { SpareReason } from "../../src/core/policy/skip-reason.js";
import type { DeleteReason, KeepReason, Verdict } from "../../src/core/policy/verdict.js";
import { describeSpare } from "../../src/report/words/outcomes.js";
import { createProgress } from "../../src/report/log/progress.js";
import { describeReason } from "../../src/report/words/reasons.js";
import { describeNotice } from "../../src/report/words/notices.js";
import { BY_NAME, restoreCommand } from "../../src/report/words/own-command.js";
import { planLines } from "../../src/report/words/plan-lines.js";
import { reclaimableSuffix } from "../../src/report/words/wording.js";
import { digest, tag } from "../support/snapshots.js";
import {
  applied,
  beyond,
  deletes,
  keeps,
  manifestDeletion,
  newest,
  planned,
  repository,
  tagDeletion,
  untags,
} from "./plans.js";

const HOUR = 3600 * 1000;
const DAY = 24 * HOUR;
const subject = digest("subject");
const short = subject.slice(0, "sha256:".length + 12);

test.each<[KeepReason, string]>([
  [{ kind: "just-pushed" }, "just pushed"],
  [newest(1), "number 1 of the newest 1 in release"],
  [
    { kind: "newest", group: "all", rank: 2, keep: 3, by: "prerelease" },
    "number 2 of the newest 3 by prerelease number",
  ],
  [
    { kind: "newest", rule: "alphas", group: "alpha", rank: 2, keep: 3, by: "created" },
    "number 2 of the newest 3 in alpha of rule alphas by date",
  ],
  [
    { kind: "newest", rule: "1", group: "all", rank: 2, keep: 3, by: "natural" },
    "number 2 of the newest 3 of rule 1 by name",
  ],
  [{ kind: "protected", by: "r.example.com/app:1" }, "in use: r.example.com/app:1"],
  [
    { kind: "younger", created: "2026-01-02T03:04:05.000Z", limit: 14 * DAY },
    "created 2026-01-02, less than 2 weeks ago",
  ],
  [{ kind: "undated", limit: 36 * HOUR }, "its age is unknown, and images younger than 36 hours stay"],
  [{ kind: "date-unread" }, "its date was not read"],
  [{ kind: "latest" }, "latest can't be put into an order"],
  [{ kind: "no-rule" }, "no rule applies to it"],
  [{ kind: "excluded", pattern: "v*" }, "matches exclude v*"],
  [{ kind: "not-included" }, "matches no include pattern"],
  [{ kind: "not-a-version" }, "not a version"],
  [{ kind: "not-a-prerelease" }, "not a prerelease"],
  [{ kind: "referrer", subject }, `signature or attachment of ${short}`],
  [{ kind: "dangling" }, "listed, but its manifest is not there"],
  [
    { kind: "shares-digest", with: tag("X"), untags: "no" },
    "same image as X, and the registry can't delete one tag alone",
  ],
  [
    { kind: "shares-digest", with: tag("X"), untags: "unseen" },
    "same image as X; only a run that deletes shows whether the registry can delete one tag alone",
  ],
  [
    { kind: "shares-digest", with: tag("X"), untags: "unclear" },
    "same image as X; what the registry answered does not show whether it can delete one tag alone",
  ],
  [
    { kind: "shares-digest", with: tag("X"), untags: "no-keys" },
    "same image as X, and Amazon ECR deletes one tag alone by its own API only, for which AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set",
  ],
  [
    { kind: "shares-digest", with: tag("X"), untags: "wrong-keys" },
    "same image as X, and Amazon ECR's own API, which deletes one tag alone, does not take the keys in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY",
  ],
  [
    { kind: "shares-digest", with: tag("X"), untags: "no-right" },
    "same image as X, and Amazon ECR's own API, which deletes one tag alone, does not allow the owner of AWS_ACCESS_KEY_ID ecr:BatchDeleteImage",
  ],
  [
    { kind: "shares-digest", with: tag("X"), untags: "never" },
    "same image as X, and untag: never deletes no tag alone",
  ],
  [{ kind: "contained-in", with: tag("X") }, "needed by X"],
  [{ kind: "has-referrer", with: tag("X") }, "has the signature or attachment X"],
  [{ kind: "orphan", subject }, `signature or attachment of ${short}, which is gone`],
  [{ kind: "not-planned" }, "the plan does not delete it"],
  [{ kind: "skipped", why: { kind: "stopped" } }, "planned to go, but the run stopped before it"],
])("a tag stays: $kind", (reason, text) => {
  expect(describeReason(keeps("1.0.0", reason))).toBe(text);
});

test.each<[DeleteReason, string]>([
  [beyond(2), "number 2 of 2 in release, beyond the newest 1"],
  [
    { kind: "over-budget", rule: "alphas", group: "alpha", rank: 2, of: 3, maxSize: 20 * 1024 ** 3 },
    "number 2 of 3 in alpha of rule alphas, beyond what fits into 20 GB",
  ],
  [{ kind: "referrer-of", subject }, `signature or attachment of ${short}, which goes`],
  [{ kind: "orphan", subject }, `signature or attachment of ${short}, which is gone`],
  [{ kind: "dangling" }, "listed, but its manifest is not there"],
  [{ kind: "planned" }, "as planned"],
])("a tag goes: $kind", (reason, text) => {
  expect(describeReason(deletes("1.0.0", reason))).toBe(text);
});

const bare = { kind: "untag", tag: tag("1.0.0"), by: "overwrite" } as const;
test.each<[Verdict, string]>([
  [untags("1.0", "1.0.0"), "number 2 of 2 in release, beyond the newest 1; the image stays under 1.0.0"],
  [{ ...bare, digest: digest("a"), reason: { kind: "planned" } }, "as planned; the image stays"],
  [{ ...bare, reason: { kind: "dangling" } }, "listed, but its manifest is not there"],
])("a tag goes, and its image stays: %#", (verdict, text) => {
  expect(describeReason(verdict)).toBe(text);
});

test.each<[SpareReason, string]>([
  [{ kind: "now-needed-by", by: tag("X") }, "X, which appeared or moved meanwhile, needs it"],
  [{ kind: "now-needed-by", by: subject }, `${short}, which is new to the plan, needs it or refers to it`],
  [{ kind: "tags-moved" }, "it was pointed at another image meanwhile"],
  [{ kind: "parent-stays", parent: subject }, `${short}, which it belongs to, is still there`],
  [{ kind: "subject-is-back", subject }, `${short}, which it names and which was gone, is back`],
  [{ kind: "gone" }, "it was gone already"],
  [{ kind: "just-pushed" }, "this run's references name it as just pushed"],
  [{ kind: "last-tag" }, "no other tag keeps its image any more"],
  [{ kind: "no-untag" }, "the registry can't delete one tag alone"],
  [
    { kind: "longer-tag-stays", tag: tag("alpha.10") },
    "the registry may be Distribution 2.5 or earlier, which on S3 would delete alpha.10 with it",
  ],
  [{ kind: "stopped" }, "the run stopped before it"],
])("a deletion is not tried: $kind", (reason, text) => {
  expect(describeSpare(reason)).toBe(text);
});

test.each([
  [0, false, ""],
  [1536, false, ": 1.5 KB that no kept image needs"],
  [1536, true, ": at least 1.5 KB that no kept image needs"],
])("%d bytes that no kept image needs", (bytes, isLeast, text) => {
  expect(reclaimableSuffix({ bytes, isLeast })).toBe(text);
});

const part = manifestDeletion("subject", [], { parents: [digest("1.0.0")] });
const budget = {
  maxSize: 2048,
  least: { bytes: 4096, isLeast: false },
  stays: { bytes: 5120, isLeast: true },
} as const;

const beyondKeep = { tag: tag("1.3.0"), group: "release", rank: 4, keep: 3 };
const crowding = { tag: tag("2.0.0-jdk17"), group: "jdk", takes: 2, of: 3, gone: [tag("1.0.0-jdk17")] };

test.each<[Notice, string]>([
  [
    { kind: "no-candidates", tags: [tag("main"), tag("latest")] },
    "no tag is a candidate for deletion, so nothing is ever deleted: none of 2, such as main. Check sort, include and exclude: ",
  ],
  [
    { kind: "no-candidates", tags: [tag("latest")] },
    "so nothing is ever deleted: there is only latest. Check sort, include and exclude: ",
  ],
  [
    { kind: "unplaced", tags: [tag("latest"), tag("main-1")], example: tag("main-1"), of: 31 },
    "2 of 31 tags are no versions, such as main-1: they have no place in the order, and never go. A rule of their own with sort: created ",
  ],
  [
    { kind: "endless-channels", channels: ["a", "b"] },
    "2 channels have images of only one version, such as a. If these are branches",
  ],
  [
    { kind: "flavours", versions: [crowding] },
    "one version takes 2 of 3 places of jdk by flavours that differ in a number, such as 2.0.0-jdk17, and 1 tag of other versions goes for it. group-by: suffix ",
  ],
  [
    { kind: "flavours", versions: [crowding, crowding] },
    "places of jdk (and so in 1 other group) by flavours that differ in a number, such as 2.0.0-jdk17, and 2 tags of other versions go for it. ",
  ],
  [
    { kind: "undated", tags: [tag("a")], by: ["sort"] },
    "1 tag without a date stays, and takes no place: a. sort: created needs dates that can be believed: ",
  ],
  [
    { kind: "undated", tags: [tag("a"), tag("b")], by: ["keep-younger-than"] },
    "2 tags without a date stay, for they may be young, such as a. keep-younger-than needs dates ",
  ],
  [
    { kind: "undated", tags: [tag("a"), tag("b")], by: ["sort", "keep-younger-than"] },
    "such as a. sort: created and keep-younger-than need dates ",
  ],
  [
    { kind: "unordered", tags: [tag("1.0.0"), tag("v1.0.0")] },
    "2 tags never go, because nothing says which is newer, such as 1.0.0. ",
  ],
  [
    { kind: "newly-read", tags: [tag("1.2.3.4")] },
    "1 tag that goes has four numbers or a word behind a dot: 1.2.3.4. ",
  ],
  [
    { kind: "pushed-beyond", tags: [beyondKeep] },
    "1.3.0 was just pushed and is number 4 of release, beyond the newest 3: it goes at the next push. If ",
  ],
  [
    {
      kind: "pushed-beyond",
      tags: [{ ...beyondKeep, youngerThan: 24 * 3600 * 1000 }, beyondKeep, beyondKeep],
    },
    "beyond the newest 3: it goes when it is older than 1 day. So do 2 other tags of this push. If ",
  ],
  [{ kind: "over-budget", ...budget }, "what must stay takes 4 KB, more than max-size (2 KB)"],
])("somebody is to look: $kind", (notice, text) => {
  expect(describeNotice(notice)).toContain(text);
});

test.each<[NothingReason, string]>([
  ["unknown-repository", "!x: the registry does not know this repository"],
  ["no-tags", "!x: the repository has no tags"],
  ["no-match", "!x: no repository of the registry's catalog matches this pattern"],
  ["left-empty", "x: it is in the catalog and has no tags"],
  ["no-rule", "!x: no rule of the policy applies to this repository"],
])("there was nothing to decide about: %s", (why, text) => {
  const [line] = logged({ kind: "repository-ended", outcome: { kind: "nothing", repository: "x", why } });
  expect(line?.startsWith(text)).toBe(true);
});

test.each([
  ["/tmp/j.ndjson", "/tmp/j.ndjson"],
  ["my journal", "'my journal'"],
  ["$(x)", "'$(x)'"],
  ["it's", String.raw`'it'\''s'`],
])("the journal %s in a shell", (path, word) => {
  expect(restoreCommand(path, BY_NAME, "1.0.0")).toBe(` prune-image-tags restore ${word} 1.0.0`);
});

/** What the log says: warnings begin with `!`, titles of groups with `#`, what only a log of each single tag has with `?`. */
function logged(...events: readonly RunEvent[]): readonly string[] {
  const lines: string[] = [];
  const say = createProgress({
    info: (line) => lines.push(line),
    warning: (line) => lines.push(`!${line}`),
    group: (title) => lines.push(`#${title}`),
    endGroup: () => lines.push("."),
    debug: (line) => lines.push(`?${line}`),
  });
  events.forEach(say);
  return lines;
}

describe("the log", () => {
  test.each<[RunEvent, string]>([
    [
      { kind: "observed", manifests: 50 },
      "  50 manifests read (untagged ones that no tag leads to are not counted)",
    ],
    [
      { kind: "leftovers", repository, manifests: 1 },
      "  also looking at 1 manifest that an earlier run meant to delete, according to its journal",
    ],
    [
      { kind: "journal-left", repository, path: "a/j" },
      `!${repository}: an earlier run was cut off or is still running, and its journal names manifests that no list shows. ` +
        "If it was cut off, finish it with journal: a/j",
    ],
    [
      { kind: "journal-torn", path: "a/j", lines: 2 },
      "!a/j: 2 lines can't be read, as happens after a crash; the other lines are used.",
    ],
    [
      { kind: "repositories-unruled", repositories: 3 },
      "No rule of the policy applies to 3 more of the catalog's repositories; they stay as they are.",
    ],
    [
      {
        kind: "patterns-unused",
        patterns: [
          { setting: "exclude", text: "lts-*", isUsed: false },
          { setting: "protect", text: "a:1", isUsed: false },
        ],
      },
      "!Nothing matches lts-* (exclude), a:1 (protect).",
    ],
    [
      { kind: "journal-opened", path: "a/j" },
      "Each deletion is first written to a journal, from which restore puts it back if the registry still has its layers:\n  a/j",
    ],
    [{ kind: "checked", tags: 2 }, "?  checked 2 tags again"],
    [
      { kind: "careful" },
      "  this may be Distribution 2.5 or earlier, which on S3 deletes with a tag every tag whose name begins with that tag's: deleting one by one, and nothing that could reach a tag that stays",
    ],
    [
      { kind: "careful", isForeseen: true },
      "  this may be Distribution 2.5 or earlier, which on S3 deletes with a tag every tag whose name begins with that tag's: the run itself finds out before it deletes, and may keep more",
    ],
    [{ kind: "deletion", outcome: { kind: "deleted", deletion: manifestDeletion("a") } }, "?  deleted a"],
    [{ kind: "deletion", outcome: { kind: "deleted", deletion: tagDeletion("a", "b") } }, "?  untagged a"],
    [{ kind: "deletion", outcome: { kind: "deleted", deletion: part } }, `?  deleted a part, ${short}`],
    [
      { kind: "deletion", outcome: { kind: "deleted", deletion: manifestDeletion("subject", []) } },
      `?  deleted an image without a tag, ${short}`,
    ],
    [
      { kind: "deletion", outcome: { kind: "gone", deletion: manifestDeletion("subject", []) } },
      `?  an image without a tag, ${short} was gone already`,
    ],
    [{ kind: "deletion", outcome: { kind: "gone", deletion: tagDeletion("a") } }, "?  a was gone already"],
    [
      {
        kind: "deletion",
        outcome: { kind: "failed", deletion: manifestDeletion("a"), error: new PruneError("no", "yes") },
      },
      "  could not delete a: no",
    ],
    [
      {
        kind: "deletion",
        outcome: { kind: "spared", deletion: manifestDeletion("a"), reason: { kind: "tags-moved" } },
      },
      "  left a alone: it was pointed at another image meanwhile",
    ],
  ])("says $0.kind in one line: %#", (event, line) => {
    expect(logged(event)).toEqual([line]);
  });

  test("shows a plan: what goes with its bytes, what stays, what an earlier plan had go, and what it comes to", () => {
    const { kind, ...rest } = planned({
      verdicts: [keeps("1.1.0"), untags("1.1", "1.1.0"), deletes("1.0.0")],
      skipped: [
        { deletion: manifestDeletion("subject", []), reason: { kind: "stopped" } },
        { deletion: manifestDeletion("0.9.0"), reason: { kind: "gone" } },
        { deletion: manifestDeletion("1.1.0"), reason: { kind: "tags-moved" } },
      ],
    });
    expect(logged({ kind, ...rest })).toEqual([
      `#${repository}: 2 tags to delete (1 image stays), 1 to keep`,
      "  untag   1.1    (number 2 of 2 in release, beyond the newest 1; the image stays under 1.1.0)",
      "  delete  1.0.0  (number 2 of 2 in release, beyond the newest 1)  at least 2 MB",
      "  keep    1.1.0  (number 1 of the newest 1 in release)",
      `  skip    ${short}  (the run stopped before it)`,
      "  skip    0.9.0  (it was gone already)",
      ".",
      "  deleting them leaves 3 MB that no kept image needs",
      "  1 tag goes without its image, and 1 image stays, such as that of 1.1 under 1.1.0: that frees no space. untag: never keeps such tags",
      `!${repository}: 1 deletion skipped, because the plan no longer holds: 1.1.0 (it was pointed at another image meanwhile).`,
    ]);
  });

  test("says how the size stands to the budget", () => {
    expect(logged(planned({ budget }))).toContain("  what stays takes at least 5 KB; max-size is 2 KB");
  });

  test("says nothing of bytes where there are none", () => {
    expect(logged(planned({}, { reclaimable: { bytes: 0, isLeast: false } })).at(-1)).toBe(".");
  });

  test("warns of what wants somebody to look", () => {
    const lines = logged(
      planned({
        notices: [{ kind: "no-candidates", tags: [tag("latest")] }],
        verdicts: [
          keeps("1.0.0", { kind: "dangling" }),
          keeps("a.sig", { kind: "orphan", subject }),
          keeps("b.sig", { kind: "orphan", subject }),
          deletes("c.sig", { kind: "orphan", subject }),
        ],
        missing: [digest("a")],
      }),
    );
    expect(lines.filter((line) => line.startsWith("!"))).toEqual([
      expect.stringContaining("no tag is a candidate for deletion"),
      `!${repository}: 1 tag is listed, but its manifest is not there (a full disk cut off the push, or something deleted it): 1.0.0. ` +
        "Push it again, remove it from the list with dangling: delete (on registry 2.x together with untag: overwrite), or leave it: such a tag takes no space.",
      `!${repository}: 2 signatures or attachments whose image is gone: a.sig, b.sig; they stay. orphans: delete removes them.`,
      `!${repository}: 1 part of what stays was missing before this run: ${digest("a")}.`,
    ]);
  });

  test("lists no more tags than anybody reads", () => {
    const verdicts = Array.from({ length: 990 }, (_, index) => deletes(`1.0.${index}`));
    const event = planned({ verdicts: [keeps("1.1.0"), ...verdicts] });
    const lines: string[] = [];
    const add = (line = "."): number => lines.push(line);
    createProgress({ info: add, warning: add, group: add, endGroup: add })(event);
    expect(lines.length).toBeLessThan(80);
    expect(lines).toContain("  … and 950 more to delete, all in release …");
    expect(lines.filter((line) => line.includes("1.0.0 ") || line.includes("1.0.989 "))).toHaveLength(2);
    // A log of each single tag has them all.
    expect(logged(event).filter((line) => line.startsWith("  delete  "))).toHaveLength(990);
  });

  test.each([
    ["as many as are shown", 60, 60],
    ["one more, of which a third is folded at least", 61, 41],
    ["many", 5000, 41],
  ])("of %s is folded only where that saves lines", (_name, tags, lines) => {
    const verdicts = Array.from({ length: tags }, (_each, index) => deletes(`1.0.${index}`));
    expect(planLines(planned({ verdicts }))).toHaveLength(lines);
  });

  test("names the groups of what it folds, the largest first, and how many are in none", () => {
    const inGroup = (group: string, number: number): Verdict[] =>
      Array.from({ length: number }, (_, index) =>
        deletes(`${group}-${index}`, { kind: "beyond-newest", rank: 2, of: 2, keep: 1, group }),
      );
    const folds = (...verdicts: readonly Verdict[]): string =>
      planLines(planned({ verdicts: [...verdicts] }), { most: 4 }).find((line) => line.startsWith("…")) ?? "";
    const orphan = deletes("sig", { kind: "orphan", subject: digest("a") });
    const first = inGroup("first", 2);
    const last = inGroup("last", 1);
    expect(folds(...first, ...inGroup("rc", 3), ...last)).toBe("… and 3 more to delete, all in rc …");
    expect(folds(...first, ...inGroup("rc", 1), ...inGroup("alpha", 2), orphan, ...last)).toBe(
      "… and 4 more to delete (2 in alpha, 1 in rc, 1 in no group) …",
    );
    const many = ["a", "b", "c", "d", "e"].flatMap((group) => inGroup(group, 1));
    expect(folds(...first, ...inGroup("f", 2), ...many, ...last)).toBe(
      "… and 7 more to delete (2 in f, 1 in a, 1 in b, 3 in 3 other groups) …",
    );
    expect(folds(...first, orphan, orphan, orphan, ...last)).toBe("… and 3 more to delete …");
  });

  test("of a saved plan, which has no ranks, is by name, the newest first", () => {
    const verdicts = ["1.2.0", "1.10.0", "1.9.0"].map((name) => deletes(name, { kind: "planned" }));
    const lines = planLines(planned({ verdicts: [...verdicts, keeps("2.0.0", { kind: "not-planned" })] }));
    expect(lines.map((line) => line.split(/ +/)[1])).toEqual(["1.10.0", "1.9.0", "1.2.0", "2.0.0"]);
  });

  test("has one form for all lines, which fits the terminal where the usual one does not", () => {
    const plan = planned({ verdicts: [keeps("1.1.0"), deletes("1.0.0")] });
    const lines = (columns: number): readonly string[] => planLines(plan, { columns });
    expect(lines(80)).toEqual(lines(0));
    expect(lines(70)).toEqual([
      "delete  1.0.0  at least 2 MB  2 of 2 in release, beyond the newest 1",
      "keep    1.1.0                 1 of the newest 1 in release",
    ]);
  });

  test("warns of deletions that could reach a tag that stays, says what to do, and of a tag that was put back", () => {
    const deletions = [
      {
        kind: "spared",
        deletion: manifestDeletion("a.1"),
        reason: { kind: "longer-tag-stays", tag: tag("a.10") },
      } as const,
    ];
    const notes = [{ kind: "put-back", tag: tag("a.20") }] as const;
    expect(logged({ kind: "repository-ended", outcome: applied({ deletions, notes }) })).toEqual([
      `!${repository}: 1 deletion skipped: the registry may be Distribution 2.5 or earlier, which on S3 would delete with them tags that stay, whose names begin with theirs: a.1 (beside a.10). Upgrade it to registry:2 of today (2.8 or later) on the same storage, and the next run deletes them.`,
      "!  a.20 was to stay, the registry deleted it with a tag whose name begins its own, and it was put back. Upgrade that registry to 2.8 or later.",
    ]);
  });

  test("warns of deletions that no longer stood, and not of those that a stop or somebody else took", () => {
    const deletions = (["tags-moved", "stopped", "gone"] as const).map((kind) => ({
      kind: "spared" as const,
      deletion: manifestDeletion(kind),
      reason: { kind },
    }));
    expect(logged({ kind: "repository-ended", outcome: applied({ deletions }) })).toEqual([
      `!${repository}: 1 deletion skipped, because the plan no longer holds: tags-moved (it was pointed at another image meanwhile).`,
    ]);
  });

  test("tells of dangling tags after a run in one warning", () => {
    const notes = [
      { kind: "dangling", tag: tag("a") },
      { kind: "dangling", tag: tag("b") },
      { kind: "removed", tag: tag("c") },
    ] as const;
    expect(logged({ kind: "repository-ended", outcome: applied({ notes }) })).toEqual([
      expect.stringMatching(/^!.*: 2 tags are listed, .*: a, b\./),
      "  c was deleted by somebody else meanwhile.",
    ]);
  });
});
