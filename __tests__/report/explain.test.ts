import { describe, expect, test } from "vitest";
import { PruneError } from "../../src/core/base/errors.js";
import { explain } from "../../src/core/policy/explain.js";
import {
  type ExplainedTag,
  renderExplanations,
  renderExplanationsJson,
  renderExplanationSummary,
} from "../../src/report/verbs/explain.js";
import {
  daysAgo,
  policy,
  type PolicyParts,
  signatureOf,
  snapshot,
  type SnapshotParts,
  tag,
} from "../support/snapshots.js";

const repository = "registry.example.com/team/app";

function explained(name: string, parts: SnapshotParts, settings: PolicyParts = {}): ExplainedTag {
  const explanation = explain(tag(name), snapshot(parts), policy({ keep: 1, ...settings }));
  return { repository, tag: tag(name), ...(explanation === undefined ? {} : { explanation }) };
}

function lines(...args: Parameters<typeof explained>): readonly string[] {
  return renderExplanations([explained(...args)])
    .trimEnd()
    .split("\n")
    .map((line) => line.trim());
}

describe("an explanation", () => {
  test("of a prerelease has its channel and number, its two ranks, its date, and its rule", () => {
    const tags = { "3.4.0-alpha.1": "a", "3.3.0-alpha.74": "b", "3.3.0-alpha.73": "c" };
    const rules = [{ name: "alphas", sort: "prerelease", keep: 1 }] as const;
    expect(lines("3.4.0-alpha.1", { tags, created: { a: daysAgo(1) } }, { rules })).toEqual([
      `${repository}:3.4.0-alpha.1 stays.`,
      "Its name is read as the version 3.4.0, then alpha.1: channel alpha, number 1.",
      "Its image is sha256:000000000000, created 2026-01-30.",
      "It is number 3 (number 1 by version) of 3 images in alpha of rule alphas, the newest first by prerelease.",
      "For it to stay: number 1 of the newest 1 in alpha of rule alphas by version.",
      "For it to go: nothing.",
    ]);
  });

  test("of a tag that goes has every reason against it, and says so of its image", () => {
    const tags = { "2.0.0": "x", "1.0.0": "y", latest: "y" };
    expect(lines("1.0.0", { tags, untags: "yes" })).toEqual([
      `${repository}:1.0.0 goes, and its image stays under latest.`,
      "Its name is read as the version 1.0.0, a release.",
      "Its image is sha256:000000000000.",
      "It is number 2 of 2 images in release, the newest first by semver.",
      "For it to stay: nothing.",
      "For it to go: number 2 of 2 in release, beyond the newest 1.",
    ]);
  });

  test("has several reasons, one after the other", () => {
    const tags = { "2.0.0": "x", "1.0.0": "y", latest: "y" };
    const parts = { tags, untags: "no", created: { y: daysAgo(1) } } as const;
    const settings = { keepYoungerThan: 2 * 24 * 3600 * 1000, protect: [`${repository}:1.0.0`] };
    expect(lines("1.0.0", parts, settings).slice(4)).toEqual([
      `For it to stay: in use: ${repository}:1.0.0; created 2026-01-30, less than 2 days ago; ` +
        "same image as latest, and the registry can't delete one tag alone.",
      "For it to go: number 2 of 2 in release, beyond the newest 1.",
    ]);
  });

  test.each([
    ["main", "neither a version nor a label with a number"],
    ["jdk-17", "the label jdk, number 17, and no version"],
    ["1.0.0", "the version 1.0.0, a release"],
    ["1.0.0-alpine", "the version 1.0.0, then alpine: channel alpine"],
    ["api-v1.2.0", "the version 1.2.0 behind the word api: channel api:release"],
    ["1.2.3.4-ls5", "the version 1.2.3.4, then ls5: channel ls, number 5"],
    [signatureOf("x"), "that of a signature or attachment of sha256:000000000000"],
  ])("reads %s as %s", (name, wanted) => {
    const said = lines(name, { tags: { [name]: "i" }, missing: ["x"] });
    expect(said[1]).toBe(`Its name is read as ${wanted}.`);
  });

  test("of a tag that dangles has no image, and of one that is not there nothing", () => {
    expect(lines("1.0.0", { tags: { "1.0.0": null } })).toEqual([
      `${repository}:1.0.0 stays.`,
      "Its name is read as the version 1.0.0, a release.",
      "For it to stay: listed, but its manifest is not there.",
      "For it to go: nothing.",
    ]);
    expect(lines("2.0.0", { tags: { "1.0.0": "a" } })).toEqual([
      `${repository}:2.0.0 is not there: the registry does not list this tag.`,
    ]);
  });

  test("says why a run would delete nothing", () => {
    const refused = new PruneError("it would be left without a tag", "Keep one.");
    const said = renderExplanations([{ ...explained("1.0.0", { tags: { "1.0.0": "a" } }), refused }]);
    expect(said).toContain("But a run would delete nothing here: it would be left without a tag");
    const json = renderExplanationsJson([{ ...explained("1.0.0", { tags: { "1.0.0": "a" } }), refused }]);
    expect(JSON.parse(json)).toMatchObject({ explanations: [{ refused: "it would be left without a tag" }] });
  });

  test("has its place and its date in JSON", () => {
    const parts = { tags: { "1.0.0": "a", "0.9.0": "b" }, created: { b: daysAgo(1) } };
    expect(JSON.parse(renderExplanationsJson([explained("0.9.0", parts)]))).toMatchObject({
      explanations: [
        {
          tag: "0.9.0",
          created: "2026-01-30T00:00:00.000Z",
          name: { kind: "version", channel: "release" },
          place: { rule: null, sort: "semver", group: "release", rank: 2, semverRank: null, of: 2 },
          verdict: "delete",
          stays: [],
          goes: [{ kind: "beyond-newest" }],
          refused: null,
        },
      ],
    });
    expect(JSON.parse(renderExplanationsJson([explained("main", { tags: { main: "a" } })]))).toMatchObject({
      explanations: [{ place: null, created: null }],
    });
  });

  test("in a summary is a list under the tag, escaped", () => {
    const summary = renderExplanationSummary([
      explained("main", { tags: { main: "a" } }, { exclude: ["m*"] }),
    ]);
    expect(summary).toContain(`#### 📌 ${repository}:main stays\n\n- Its name`);
    expect(summary).toContain("- For it to stay: matches exclude m&#42;.");
  });
});
