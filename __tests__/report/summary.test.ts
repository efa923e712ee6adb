import { describe, expect, test } from "vitest";
import { BadInputError, PruneError } from "../../src/core/base/errors.js";
import { RegistryError } from "../../src/registry/port/registry.js";
import { renderBrokenOff } from "../../src/report/run/broken-off.js";
import { createOutlet } from "../../src/report/outlet/outlet.js";
import { bar } from "../../src/report/run/groups.js";
import type { Harm } from "../../src/core/plan/outcome.js";
import type { RepositoryOutcome } from "../../src/core/result/repository-outcome.js";
import { failureText } from "../../src/report/run/failure.js";
import { spaceAdvice, undoAdvice } from "../../src/report/run/advice.js";
import { statusOf, summaryLine } from "../../src/report/run/result.js";
import type { RunResult } from "../../src/core/result/run-result.js";
import { renderSummary } from "../../src/report/run/summary.js";
import { digest, tag } from "../support/snapshots.js";
import {
  applied,
  deletes,
  keeps,
  manifestDeletion,
  planned,
  planOf,
  repository,
  tagDeletion,
  untags,
} from "./plans.js";

const many = Array.from(
  { length: 30_000 },
  (_, index) => `1.0.0-some-long-channel-name-${"x".repeat(60)}.${index}`,
);

describe("the summary", () => {
  test("has tables of what went and of what stays, each tag with its reason, open where they are short", () => {
    const text = renderSummary({ isDryRun: false, outcomes: [applied()] });
    expect(text).toContain("### ✅ Deleted 1 tag, kept 1 · frees 3 MB at the next garbage collection\n");
    expect(text).toContain("1 tag deleted (1 manifest), 1 kept: 3 MB that no kept image needs.");
    expect(text).toContain(
      "**📌 1 tag stays**\n\n| tag | reason |\n| :--- | :--- |\n| <code>1.1.0</code> | number 1 of the newest 1 in release |",
    );
    expect(text).toContain(
      "**🧹 1 tag deleted**\n\n| tag | reason | frees |\n| :--- | :--- | ---: |\n| <code>1.0.0</code> | number 2 of 2 in release, beyond the newest 1 | at least 2 MB |",
    );
    expect(text).not.toContain("<details>");
    expect(text).toContain("garbage collection");
  });

  test("folds a long one", () => {
    const outcome = planned({
      verdicts: [keeps("1.0.0"), ...many.slice(0, 29).map((name) => deletes(name))],
    });
    const text = renderSummary({ isDryRun: true, outcomes: [outcome] });
    expect(text).toContain(
      "<details><summary><b>🧹 29 tags would be deleted</b></summary>\n\n| tag | reason | frees |",
    );
    expect(text).toContain("29 tags would be deleted, 1 kept: 3 MB that no kept image needs.");
    expect(text).toContain("### 🔍 Dry run: would delete 29 tags, keep 1 · would free 3 MB");
    expect(text).toContain("| release | <code>███████████░</code> | 29 | 1 |");
    expect(text).not.toContain("💾");
  });

  test("has the budget, what somebody is to look at, and the patterns that match nothing", () => {
    const bytes = (number: number) => ({ bytes: number, isLeast: false });
    const budget = { maxSize: 2048, least: bytes(4096), stays: bytes(5120) };
    const plan = { budget, notices: [{ kind: "over-budget", ...budget } as const] };
    const unused = [{ setting: "exclude", text: "lts-*", isUsed: false }];
    for (const outcome of [planned(plan), applied({ plan: planOf(plan) })]) {
      const text = renderSummary({ isDryRun: outcome.kind === "planned", outcomes: [outcome], unused });
      expect(text).toContain("What stays takes 5 KB; max-size is 2 KB.");
      expect(text).toContain("- what must stay takes 4 KB, more than max-size (2 KB)");
      expect(text).toContain("> Nothing matches lts-&#42; (exclude).");
    }
  });

  test("is cut well under the megabyte that GitHub takes, and says so", () => {
    const outcome = planned({ verdicts: many.map((name) => deletes(name)) });
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
        deletion: manifestDeletion(name),
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
    const decided = { verdicts: [keeps("1.0.0", { kind: "excluded", pattern: "1.0.*|" })] };
    const error = new PruneError("<img src=x> `code` | [link](x)\n::warning::", "*bold*");
    const text = renderSummary({
      isDryRun: false,
      outcomes: [{ kind: "failed", repository, error }, planned(decided)],
    });
    for (const raw of ["<img", "`code`", "[link]", "*bold*", "1.0.*"]) expect(text).not.toContain(raw);
    expect(text).toContain("&#60;img");
    const row = text.split("\n").find((line) => line.includes("<code>1.0.0</code>")) ?? "";
    expect(row.split("|")).toHaveLength(4);
  });

  test("tells what failed, what was left alone, and harm", () => {
    const text = renderSummary({
      isDryRun: false,
      outcomes: [
        applied({
          deletions: [
            { kind: "failed", deletion: manifestDeletion("1.0.0"), error: new PruneError("no", "yes") },
            {
              kind: "spared",
              deletion: manifestDeletion("b", []),
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

  test("tells what goes without its image, and which orphans stay", () => {
    const verdicts = [
      keeps("1.1.0"),
      keeps("a.sig", { kind: "orphan", subject: digest("a") }),
      untags("1.1", "1.1.0"),
    ];
    const deletions = [{ kind: "deleted", deletion: tagDeletion("1.1", "1.1.0") }] as const;
    for (const outcome of [
      planned({ verdicts }),
      applied({ plan: planOf({ verdicts }), deletions, deleted: [tag("1.1")] }),
    ]) {
      const text = renderSummary({ isDryRun: outcome.kind === "planned", outcomes: [outcome] });
      expect(text).toContain(
        "| <code>1.1</code> | number 2 of 2 in release, beyond the newest 1; the image stays under 1.1.0 |  |",
      );
      expect(text).toContain(
        "\n\n1 signature or attachment whose image is gone: a.sig; it stays. orphans: delete removes it.\n\n",
      );
      if (outcome.kind === "applied") {
        expect(text).toContain("1 tag deleted (0 manifests) (1 image stays), 2 kept");
      }
    }
  });

  test("tells what an earlier plan had go and was left alone, but not what was gone", () => {
    const skipped = [
      { deletion: manifestDeletion("1.0.0"), reason: { kind: "now-needed-by", by: tag("2.0.0") } },
      { deletion: manifestDeletion("0.9.0"), reason: { kind: "gone" } },
    ] as const;
    for (const outcome of [planned({ skipped }), applied({ plan: planOf({ skipped }) })]) {
      const text = renderSummary({ isDryRun: outcome.kind === "planned", outcomes: [outcome] });
      expect(text).toContain(
        "- Left <code>1.0.0</code> alone: 2.0.0, which appeared or moved meanwhile, needs it.\n",
      );
      expect(text).not.toContain("0.9.0");
    }
  });

  test("tells how to put back what was deleted, escaped", () => {
    const text = renderSummary({ isDryRun: false, outcomes: [applied()], journal: "/tmp/<j>" });
    expect(text).toContain("prune-image-tags restore &#39;/tmp/&#60;j&#62;&#39; &#91;TAG…&#93;");
  });
});

describe("the summary of a run that deleted nothing", () => {
  const off = new RegistryError("deletes-off", {
    message:
      "registry.example.com has deletes turned off, as registries have by default; nothing was deleted",
    nextStep: "Turn them on:\n  docker restart registry",
  });

  test("says so, and why, and has no table of deletions", () => {
    const failed = { kind: "failed", repository, plan: planOf(), error: off } as const;
    const text = renderSummary({ isDryRun: false, outcomes: [failed] });
    expect(text).toMatch(/^### ❌ Nothing was deleted: deletes are turned off in this registry\n/);
    expect(text).toContain("All 2 tags stay.");
    expect(text).toContain("> Turn them on:\n> <pre>\n>   docker restart registry\n> </pre>");
    expect(text).not.toMatch(/1\.0\.0|kept 0|0 tags|Failed: 1/);
  });

  test.each<[string, readonly RepositoryOutcome[], string]>([
    [
      "there are no tags",
      [{ kind: "nothing", repository, why: "no-tags" }],
      "⚪ Nothing was deleted: the repository has no tags\n",
    ],
    [
      "the repository is not there",
      [{ kind: "nothing", repository, why: "unknown-repository", near: "registry.example.com/team/api" }],
      `🟡 Nothing was deleted: the registry does not know this repository\n\n#### <code>${repository}</code>\n\n> \\[!WARNING\\]\n> The registry does`,
    ],
    [
      "there are several such",
      [
        { kind: "nothing", repository, why: "no-tags" },
        { kind: "nothing", repository: `${repository}2`, why: "no-rule" },
      ],
      "⚪ Nothing was deleted: there was nothing to decide\n",
    ],
    [
      "a limit stopped it",
      [
        {
          kind: "failed",
          repository,
          error: new PruneError("9 of 9 would go, so nothing is deleted there", "Look."),
        },
      ],
      "❌ Nothing was deleted: 9 of 9 would go\n",
    ],
    [
      "all stay",
      [applied({ plan: planOf({ verdicts: [keeps("1.1.0"), keeps("1.0.0")] }), deletions: [], deleted: [] })],
      "✅ Nothing to delete: all 2 tags stay",
    ],
    [
      "each failed for another reason",
      [off, new PruneError("It is down.", "Start it.")].map((error) => ({
        kind: "failed",
        repository,
        error,
      })),
      "❌ Nothing was deleted: 2 repositories could not be pruned",
    ],
    [
      "the error is longer than a title",
      [{ kind: "failed", repository, error: new PruneError("x".repeat(500), "Do this.") }],
      "❌ Nothing was deleted: the reason is below",
    ],
    [
      "a deletion was left alone",
      [
        applied({
          deletions: [{ kind: "spared", deletion: manifestDeletion("1.0.0"), reason: { kind: "no-untag" } }],
          deleted: [],
        }),
      ],
      "✅ Nothing was deleted; 2 tags stay",
    ],
  ])("says so where %s", (_, outcomes, title) => {
    expect(renderSummary({ isDryRun: false, outcomes })).toMatch(new RegExp(`^### ${title}`));
  });

  test("has the plan, folded, where a limit of the settings stopped it", () => {
    const error = new PruneError("too many would go", "Raise max-deletions.");
    const failed = { kind: "failed", repository, plan: planOf(), error } as const;
    expect(renderSummary({ isDryRun: false, outcomes: [failed] })).toContain(
      "<details><summary><b>The plan that was not carried out: 1 tag would go</b></summary>\n\n| tag | reason | frees |\n| :--- | :--- | ---: |\n| <code>1.0.0</code> |",
    );
  });

  test("has every failure of many repositories, and is cut where they are too many", () => {
    const failing = (number: number) =>
      Array.from({ length: number }, (_, index) => ({
        kind: "failed" as const,
        repository: `${repository}${index}`,
        error: new PruneError(`it is down ${"<".repeat(50)}`, "Start it."),
      }));
    const few = renderSummary({ isDryRun: false, outcomes: failing(50) });
    expect(few.match(/> .*it is down/g)).toHaveLength(50);
    const many = renderSummary({ isDryRun: false, outcomes: failing(30_000) });
    expect(Buffer.byteLength(many)).toBeLessThan(1024 * 1024);
    expect(many).toMatch(/> … and \d+ more lines; the log has them all\./);
  });

  test("tells a tag that was to go and stays by that name", () => {
    const failed = {
      kind: "failed",
      deletion: manifestDeletion("1.0.0"),
      error: new PruneError("no", "yes"),
    } as const;
    const text = renderSummary({
      isDryRun: false,
      outcomes: [applied({ deletions: [failed], deleted: [] })],
    });
    expect(text).not.toContain("🧹");
    expect(text).toContain(
      "| <code>1.0.0</code> | was to go, and was not deleted (number 2 of 2 in release, beyond the newest 1) |",
    );
    const unseen = applied({ deletions: [failed], deleted: [], unproven: [tag("1.0.0")] });
    expect(renderSummary({ isDryRun: false, outcomes: [unseen] })).toContain(
      "| <code>1.0.0</code> | its deletion was tried, and nothing proves that it is gone",
    );
  });
});

describe("the groups of a summary", () => {
  const alphas = (from: number, to: number): readonly string[] =>
    Array.from({ length: from - to + 1 }, (_, index) => `3.3.0-alpha.${from - index}`);
  const inAlpha = { group: "alpha", rank: 1, keep: 10 };

  test("count what was just pushed where tags like it are, most that go first", () => {
    const verdicts = [
      keeps("3.2.0"),
      keeps("3.3.0-alpha.66", { kind: "just-pushed" }),
      ...alphas(65, 57).map((name) => keeps(name, { kind: "newest", by: "semver", ...inAlpha })),
      ...alphas(56, 1).map((name) => deletes(name, { kind: "beyond-newest", of: 66, ...inAlpha })),
      keeps("latest", { kind: "latest" }),
    ];
    const text = renderSummary({ isDryRun: true, outcomes: [planned({ verdicts })] });
    const rows = text.split("\n").filter((line) => /[█░]/.test(line));
    expect(rows).toEqual([
      "| group | █ goes ░ stays | goes | stays |",
      "| alpha | <code>██████████░░</code> | 56 | 10 |",
      "| release | <code>░░░░░░░░░░░░</code> | 0 | 1 |",
      "| all others | <code>░░░░░░░░░░░░</code> | 0 | 1 |",
    ]);
  });

  test("take none whose look several groups have", () => {
    const verdicts = [
      keeps("1.1.0", { kind: "newest", by: "semver", group: "1.1.x", rank: 1, keep: 1 }),
      keeps("1.2.0", { kind: "newest", by: "semver", group: "1.2.x", rank: 1, keep: 1 }),
      keeps("1.3.0", { kind: "just-pushed" }),
    ];
    const text = renderSummary({ isDryRun: true, outcomes: [planned({ verdicts })] });
    expect(text).toContain("| all others | <code>░░░░░░░░░░░░</code> | 0 | 1 |");
  });
});

test("no icon of a summary is one that the filter before every sink takes apart", () => {
  const failed = { kind: "failed", repository, error: new PruneError("no", "yes") } as const;
  const nothing = { kind: "nothing", repository, why: "no-tags" } as const;
  const texts = [[applied(), failed, nothing], [applied()], [nothing], []].map((outcomes) =>
    renderSummary({ isDryRun: false, outcomes, journal: "/tmp/j" }, { kind: "step" }),
  );
  for (const text of texts) expect(createOutlet(() => undefined).text(text)).toBe(text);
});

describe("the order of a summary", () => {
  test("is what happened, warnings, numbers, what went, what stays, the space, the way back", () => {
    const unused = [{ setting: "exclude", text: "lts", isUsed: false }];
    const plan = planOf({ notices: [{ kind: "unordered", tags: [tag("a")] }] });
    const result = { isDryRun: false, outcomes: [applied({ plan })], unused, journal: "/tmp/j.ndjson" };
    const text = renderSummary(result, { kind: "step", uses: "octo/prune@v1", run: "42" });
    const parts = [
      "### ✅",
      "> [!WARNING]",
      "never goes",
      "░",
      "🧹",
      "📌",
      "💾",
      "⏪",
      "When this job is over",
    ];
    const places = parts.map((part) => text.indexOf(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    for (const later of [
      "upload-artifact",
      "run-id: 42",
      "uses: octo/prune",
      "gh run download 42",
      "journal: j.ndjson",
    ]) {
      expect(text.slice(places.at(-1))).toContain(later);
    }
  });

  test("has a line for each repository first, if there are several", () => {
    const failed = { kind: "failed", repository, error: new PruneError("no", "yes") } as const;
    const nothing = { kind: "nothing", repository, why: "no-tags" } as const;
    const name = `<code>${repository}</code>`;
    const text = renderSummary({ isDryRun: false, outcomes: [applied(), failed, nothing] });
    expect(text).toContain(
      `| ✅ | ${name} | 1 | 1 | 3 MB |\n| ❌ | ${name} | 0 | all | |\n| ⚪ | ${name} | 0 | | |\n`,
    );
    expect(renderSummary({ isDryRun: false, outcomes: [applied()] })).not.toContain("| repository |");
  });
});

test.each([
  [0, 0, "░░░░░░░░░░░░"],
  [1, 0, "████████████"],
  [0, 1, "░░░░░░░░░░░░"],
  [1, 1, "██████░░░░░░"],
  [1, 5000, "█░░░░░░░░░░░"],
  [5000, 1, "███████████░"],
])("a bar of %d that go and %d that stay", (goes, stays, cells) => {
  expect(bar(goes, stays)).toBe(cells);
});

describe("the summary of a run that ended in an error", () => {
  test("names each setting that is wrong, and says that nothing was done", () => {
    const text = renderBrokenOff(new BadInputError([{ setting: "keep", message: "is <b>|0\n  write 1" }]));
    expect(text).toContain("### ❌ Nothing was read or deleted: 1 setting has to be corrected");
    expect(text).toContain("| <code>keep</code> | is &#60;b&#62;&#124;0<br>write 1 |");
  });

  test("tells whatever was thrown", () => {
    expect(renderBrokenOff(new Error("*x*"))).toMatch(/broke off[^]*> \[!CAUTION\]\n> .*&#42;x&#42;/);
    expect(renderBrokenOff(new PruneError("it is down", "start it"))).toContain("> it is down  \n> start it");
  });

  test("names the journal and the way back, where a deletion was begun", () => {
    const startedAs = { kind: "step", uses: "o/r@v1" } as const;
    const text = renderBrokenOff(new Error("x"), { journal: "/tmp/j", startedAs });
    expect(text).toContain("What was deleted until then is in the journal, <code>/tmp/j</code>.");
    expect(text).toContain(
      "<pre>\n- uses: o/r&#64;v1\n  with:\n    command: restore\n    journal: /tmp/j\n</pre>",
    );
    expect(renderBrokenOff(new Error("x"))).not.toContain("journal");
  });

  test("is cut, however much is wrong", () => {
    const problems = Array.from({ length: 5000 }, () => ({ setting: "keep", message: "<".repeat(5000) }));
    expect(Buffer.byteLength(renderBrokenOff(new BadInputError(problems)))).toBeLessThan(1024 * 1024);
  });
});

const atCollection = new Set(["until-collection"] as const);
const gitHubs = new Set(["30-days"] as const);
const either = new Set([...gitHubs, ...atCollection]);
const nowhere = new Set<never>();

describe("what becomes of the space", () => {
  const outcomes = [applied()];
  const untagged = applied({ reclaimable: { bytes: 0, isLeast: false } });
  test.each([
    ["a run", { isDryRun: false, outcomes }, 1],
    ["a dry run", { isDryRun: true, outcomes: [planned()] }, 0],
    ["tags whose images stay", { isDryRun: false, outcomes: [untagged] }, 0],
    ["a run and a collection", { isDryRun: false, outcomes, collection: collected() }, 0],
    ["a run where garbage is collected", { isDryRun: false, outcomes, undo: atCollection }, 1],
    ["a run on GitHub", { isDryRun: false, outcomes, undo: gitHubs }, 0],
    [
      "a run of which nothing is known",
      { isDryRun: false, outcomes, undo: new Set(["unknown"] as const) },
      0,
    ],
    ["a run where some is", { isDryRun: false, outcomes, undo: either }, 1],
    ["a run where nothing was planned", { isDryRun: false, outcomes, undo: nowhere }, 1],
    ["a dry run where some is", { isDryRun: true, outcomes: [planned()], undo: either }, 0],
  ])("after %s", (_, result, lines) => {
    const about = spaceAdvice(result);
    expect(about).toHaveLength(lines);
    for (const line of about) {
      expect(line).toContain("The registry's disk gets this space back at the next garbage collection");
    }
  });
});

function collected() {
  return { kind: "collected", restarted: true, unproven: [], harm: [] } as const;
}

describe("how to put something back", () => {
  const journal = "/tmp/j";
  const outcomes = [applied()];
  const untouched = applied({ deletions: [{ kind: "gone", deletion: manifestDeletion("1.0.0") }] });
  const skipped = { kind: "skipped", why: { kind: "no-garbage" } } as const;
  test.each([
    ["a run", { isDryRun: false, outcomes, journal }, 1],
    ["a run whose collection was skipped", { isDryRun: false, outcomes, journal, collection: skipped }, 1],
    ["a run without a journal", { isDryRun: false, outcomes }, 0],
    ["a run that deleted nothing", { isDryRun: false, outcomes: [untouched], journal }, 0],
    ["a dry run", { isDryRun: true, outcomes: [planned()], journal }, 0],
    ["a run and a collection", { isDryRun: false, outcomes, journal, collection: collected() }, 0],
  ])("after %s", (_, result, lines) => {
    const about = undoAdvice(result);
    expect(about).toHaveLength(lines);
    for (const line of about) {
      expect(line).toBe(
        "To put something back before the next garbage collection:\n  prune-image-tags restore /tmp/j [TAG…]",
      );
    }
  });

  const endOf = (text: string): string => text.replace(/^.*: HARM: .*?\. (?=P)/, "");
  const [itself, timeMachine, dropped, unknown] = [
    "before the registry collects its garbage itself",
    "as long as Quay's time machine reaches back",
    "if other images have its layers, for this registry drops those of a deleted image",
    "if the registry still has its layers",
  ];
  test.each<[string, RunResult["undo"], string]>([
    ["nobody says", undefined, "before the next garbage collection"],
    ["nothing was planned", nowhere, "before the next garbage collection"],
    ["garbage is collected", atCollection, "before the next garbage collection"],
    ["GitHub keeps it", gitHubs, "within 30 days"],
    ["some is on GitHub", either, "before the next garbage collection, on GitHub within 30 days"],
    ["the registry collects", new Set(["until-own-collection"]), itself],
    ["Quay has it", new Set(["time-machine"]), timeMachine],
    ["layers are dropped", new Set(["dropped"]), dropped],
    ["nothing is known", new Set(["unknown"]), unknown],
    ["of some nothing is known", new Set(["unknown", "30-days"]), `within 30 days, elsewhere ${unknown}`],
  ])("as long as it can be, where %s", (_, undo, when) => {
    const promised = when.includes("layers") ? "" : `, ${when}`;
    const run = { isDryRun: false, ...(undo === undefined ? {} : { undo }) };
    const harmed = { ...run, outcomes: [applied({ harm: [lost] })] };
    expect(undoAdvice({ ...run, outcomes, journal })).toEqual([
      `To put something back ${when}:\n  prune-image-tags restore /tmp/j [TAG…]`,
    ]);
    expect(endOf(failureText({ ...harmed, journal }))).toBe(
      `Put it back ${when}: prune-image-tags restore /tmp/j 1.1.0`,
    );
    expect(endOf(failureText(harmed))).toBe(`Push it again from where it was built${promised}.`);
  });

  const missing = { kind: "part-missing", tag: tag("1.1.0"), missing: digest("c") } as const;
  const lost = { kind: "tag-lost", tag: tag("1.1.0"), image: digest("c") } as const;
  const again = "Push it again from where it was built, before the next garbage collection.";
  const restore = "Put it back before the next garbage collection: prune-image-tags restore '/a b'";
  test.each<[Harm, string | undefined, string]>([
    [missing, "/a b", `${restore} ${digest("c")}`],
    [lost, "/a b", `${restore} 1.1.0`],
    [missing, undefined, again],
    [lost, undefined, again],
  ])("after harm: $0.kind with the journal $1", (harm, path, step) => {
    const result = { isDryRun: false, outcomes: [applied({ harm: [harm] })] };
    expect(failureText({ ...result, ...(path === undefined ? {} : { journal: path }) })).toContain(
      `. ${step}`,
    );
  });
});

test("a tag that is lost is told with both of the ways in which that can have happened", () => {
  const lost = { kind: "tag-lost", tag: tag("1.1.0"), image: digest("c") } as const;
  expect(failureText({ isDryRun: false, outcomes: [applied({ harm: [lost] })] })).toContain(
    "1.1.0 was to stay and is gone, though its image is there: it was moved onto an image at the moment when that image was deleted, or somebody deleted the tag alone",
  );
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
    [
      "deletions left alone",
      [
        applied({
          plan: planOf({ skipped: [{ deletion: manifestDeletion("a"), reason: { kind: "tags-moved" } }] }),
          deletions: [{ kind: "spared", deletion: manifestDeletion("b"), reason: { kind: "no-untag" } }],
        }),
      ],
      "done",
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
        deletions: [{ kind: "failed", deletion: manifestDeletion("a", []), error }],
        harm: [{ kind: "tag-lost", tag: tag("a"), image: digest("a") }],
      }),
      failed,
    ];
    expect(summaryLine({ isDryRun: false, outcomes })).toBe(
      "Deleted 1 tag, kept 1 in 2 repositories: 3 MB that no kept image needs. Failed: 1 repository. 1 deletion failed. HARM: 1 tag that should have stayed whole.",
    );
  });

  test("counts what was left undone, and not what was gone", () => {
    const skipped = [
      { deletion: manifestDeletion("a"), reason: { kind: "tags-moved" } },
      { deletion: manifestDeletion("b"), reason: { kind: "gone" } },
    ] as const;
    const spared = { kind: "spared", deletion: manifestDeletion("c"), reason: { kind: "stopped" } } as const;
    const outcome = applied({
      plan: planOf({ skipped }),
      deletions: [spared],
      deleted: [],
      reclaimable: { bytes: 0, isLeast: false },
    });
    expect(summaryLine({ isDryRun: false, outcomes: [outcome] })).toBe(
      "Nothing was deleted; 2 tags stay in 1 repository. 2 deletions left undone.",
    );
    const dry = planned({ skipped }, { reclaimable: { bytes: 1024 ** 3, isLeast: true } });
    expect(summaryLine({ isDryRun: true, outcomes: [dry] })).toBe(
      "Dry run: would delete 1 tag, keep 1 in 1 repository: at least 1 GB that no kept image needs. " +
        "1 deletion would be left undone.",
    );
  });
});
