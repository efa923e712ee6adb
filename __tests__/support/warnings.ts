import type { Notice } from "../../src/core/plan/plan.js";
import type { NothingReason } from "../../src/core/result/repository-outcome.js";
import type { Tag } from "../../src/core/names/reference.js";
import { describeNotice, describeUnused } from "../../src/report/words/notices.js";
import { NOTHING_NAMED } from "../../src/report/words/missing.js";
import {
  describeDangling,
  describeHollow,
  describeNote,
  describeNothing,
  describeOrphans,
  describeSkips,
} from "../../src/report/words/outcomes.js";
import { manifestDeletion } from "../report/plans.js";
import { digest, tag } from "./snapshots.js";
import { tableCell } from "./troubles.js";

/** A warning as one run might say it, and what is behind it. */
interface Warned {
  readonly says: string;
  readonly meaning: string;
}

const IMAGE = "registry.example.com/team/app";
const ALPHA = { tag: tag("3.3.0-alpha.75"), group: "alpha", rank: 12, keep: 10 };

/** Every notice of a plan; the compiler asks for each kind. */
const NOTICES: {
  readonly [Kind in Notice["kind"]]: [Omit<Extract<Notice, { kind: Kind }>, "kind">, string];
} = {
  "no-candidates": [
    { tags: ["main", "dev"].map(tag) },
    "The order has no place for any tag here. A rule for other names, or another `sort`, gives them one.",
  ],
  unplaced: [
    { tags: Array<Tag>(30).fill(tag("sha-1a2b3c4")), example: tag("sha-1a2b3c4"), of: 92 },
    "Beside versions there is a scheme that the order does not know. What has no place is never deleted.",
  ],
  "endless-channels": [
    { channels: ["login", "search"] },
    "Each word behind a version is a channel of its own, which is right for `alpha` and `rc`, and not for names of branches.",
  ],
  undated: [
    { tags: [tag("1.0.0")], by: ["sort"] },
    "Reproducible builds write no date, or 1970. Nothing is deleted by a date that may be wrong.",
  ],
  unordered: [{ tags: ["1.0.0-slim", "1.0.0-full"].map(tag) }, "Nothing is deleted by a guess."],
  "newly-read": [
    { tags: [tag("1.2.3.4")] },
    "Said in the runs after an update, so that nobody is surprised.",
  ],
  flavours: [
    {
      versions: [
        {
          tag: tag("1.4.0-jdk21"),
          group: "jdk",
          takes: 3,
          of: 3,
          gone: ["1.3.0-jdk21", "1.3.0-jdk17"].map(tag),
        },
      ],
    },
    "`keep` counts tags. Where one version has several, it takes several places.",
  ],
  "pushed-beyond": [
    { tags: [ALPHA] },
    "What this very run pushed stays, and is older than others by its name: often a counter that began again.",
  ],
  "over-budget": [
    { maxSize: 1e9, least: { bytes: 2e9, isLeast: false }, stays: { bytes: 2e9, isLeast: false } },
    "`max-size` never deletes the newest of a group, nor what is in use, excluded or young.",
  ],
};

const NOTHING: Readonly<Record<Exclude<NothingReason, "left-empty">, string>> = {
  "unknown-repository": "Its name is mistyped, or nothing was ever pushed to it.",
  "no-tags": "Its tags were deleted, all of them.",
  "no-rule": "No `images` of the policy file match it.",
  "no-match": "The pattern is mistyped, or this user may not see those repositories.",
};

function otherWarnings(): readonly Warned[] {
  const skipped = (reason: Parameters<typeof describeSkips>[0][number]["reason"]): string =>
    describeSkips([{ deletion: manifestDeletion("1.0.0"), reason }])[0] ?? "";
  return [
    {
      says: NOTHING_NAMED,
      meaning: "Usual in a pull request, where nothing is pushed. `if-missing: fail` makes it an error.",
    },
    {
      says: describeUnused([{ setting: "exclude", text: "v1.*", isUsed: false }]),
      meaning: "A pattern that keeps nothing may be mistyped.",
    },
    {
      says: describeDangling(["1.0.0"]),
      meaning: "The registry lists the tag and has nothing behind it. It can't be pulled.",
    },
    { says: describeHollow(["1.0.0"]), meaning: "Images of several platforms lost all of them." },
    {
      says: describeOrphans([tag(`sha256-${"0".repeat(64)}.sig`)]),
      meaning: "A signature without its image is of no use; it takes a few kB.",
    },
    {
      says: skipped({ kind: "now-needed-by", by: tag("stable") }),
      meaning: "Somebody pushed or moved a tag between the plan and the deletion. The next run decides anew.",
    },
    {
      says: skipped({ kind: "longer-tag-stays", tag: tag("1.0.0-rc.1") }),
      meaning: "See [what to do there](registries.md).",
    },
    {
      says: describeNote({ kind: "put-back", tag: tag("1.0.0-rc.1"), image: digest("a") } as Parameters<
        typeof describeNote
      >[0]),
      meaning: "Nothing is lost.",
    },
  ];
}

/** The table of the warnings of a run, each as an example, with what is behind it. */
export function renderWarnings(): string {
  const notices = Object.entries(NOTICES).map(([kind, [parts, meaning]]): Warned => ({
    says: describeNotice({ kind, ...parts } as Notice),
    meaning,
  }));
  const nothing = Object.entries(NOTHING).map(([why, meaning]): Warned => ({
    says: describeNothing({ kind: "nothing", repository: IMAGE, why: why as NothingReason }),
    meaning,
  }));
  const rows = [...notices, ...nothing, ...otherWarnings()].map(
    ({ says, meaning }) => `| ${tableCell(says)} | ${meaning} |`,
  );
  return ["| it says, for example | what is behind it |", "| --- | --- |", ...rows].join("\n");
}
