import { describe, expect, test } from "vitest";
import { parsePattern, parseRepositoryPattern } from "../../src/core/names/pattern.js";
import {
  exclusionOf,
  isMeant,
  mayDelete,
  type Policies,
  policyFor,
  ruleFor,
  type ScopedRule,
} from "../../src/core/policy/policy.js";
import { policy, type RuleParts, tag } from "../support/snapshots.js";

interface ScopedParts extends RuleParts {
  readonly repositories?: readonly string[];
  readonly maxSize?: number;
}

/** Rules for some repositories each, and what is said about all. */
function policies(parts: readonly ScopedParts[], maxSize?: number): Policies {
  const { rules, ...others } = policy({ rules: parts, ...(maxSize === undefined ? {} : { maxSize }) });
  const scoped = rules.map((rule, index): ScopedRule => {
    const part = parts[index];
    return {
      ...rule,
      repositories: (part?.repositories ?? []).map(parseRepositoryPattern),
      ...(part?.maxSize === undefined ? {} : { maxSize: part.maxSize }),
    };
  });
  return { ...others, rules: scoped };
}

/** The names of the rules that are for a repository. */
function rulesFor(repository: string, chosen: Policies): readonly (string | undefined)[] {
  return policyFor({ host: "r.example.com:5000", repository }, chosen).rules.map(({ name }) => name);
}

describe("a repository's policy", () => {
  const chosen = policies([
    { name: "team", repositories: ["team/*"] },
    { name: "whole", repositories: ["r.example.com:5000/team/app", "x"] },
    { name: "other host", repositories: ["other.example.com/**"] },
    { name: "expression", repositories: ["/app$/"] },
    { name: "host's", repositories: ["/^r\\.example\\.com:5000/t/"] },
    { name: "all" },
  ]);

  test.each([
    ["team/app", ["team", "whole", "expression", "host's", "all"]],
    ["team/web", ["team", "host's", "all"]],
    ["team/app/debug", ["host's", "all"]],
    ["x", ["whole", "all"]],
    ["library/app", ["expression", "all"]],
    ["library/web", ["all"]],
  ])("of %s has the rules for it, in their order: %j", (repository, wanted) => {
    expect(rulesFor(repository, chosen)).toEqual(wanted);
  });

  test("has none where none is for it, and all else as it is said of all", () => {
    const said = policies([{ name: "team", repositories: ["team/*"] }]);
    expect(policyFor({ host: "r.example.com", repository: "library/app" }, said)).toEqual({
      ...said,
      rules: [],
    });
  });

  const budgets: readonly ScopedParts[] = [
    { name: "unlimited", repositories: ["team/*"] },
    { name: "small", repositories: ["team/app"], maxSize: 10 },
    { name: "large", repositories: ["team/*"], maxSize: 1000 },
    { name: "none at all", repositories: ["empty"], maxSize: 0 },
  ];
  test.each([
    // The first budget that a rule for it names; else that of all.
    ["team/app", 500, 10],
    ["team/web", 500, 1000],
    ["empty", 500, 0],
    ["library/app", 500, 500],
    ["team/app", undefined, 10],
    ["library/app", undefined, undefined],
  ])("of %s, where all have a budget of %s: %s", (repository, all, wanted) => {
    const { maxSize } = policyFor({ host: "r.example.com", repository }, policies(budgets, all));
    expect(maxSize).toBe(wanted);
  });
});

describe("the rule that decides about a tag", () => {
  const chosen = policy({
    rules: [
      { name: "alphas", include: ["*-alpha.*", "*-beta.*"] },
      { name: "one", include: ["1.*"] },
      { name: "excluding", include: ["2.*"], exclude: ["2.*"] },
      { name: "two", include: ["2.*"] },
    ],
  });

  test.each([
    ["1.0.0-alpha.1", "alphas"],
    ["1.0.0-beta.1", "alphas"],
    ["1.0.0-rc.1", "one"],
    // A rule decides about what it excludes too: it stays.
    ["2.0.0", "excluding"],
    ["3.0.0", undefined],
  ])("%s: the first that it matches, %s", (name, wanted) => {
    expect(ruleFor(tag(name), chosen)?.name).toBe(wanted);
  });

  test("without patterns, a rule is for every tag", () => {
    const all = policy({ rules: [{ name: "all" }, { name: "one", include: ["1.*"] }] });
    expect(ruleFor(tag("1.0.0"), all)?.name).toBe("all");
  });

  test("there is none where there are no rules", () => {
    expect(ruleFor(tag("1.0.0"), { rules: [] })).toBeUndefined();
  });
});

describe("the pattern that keeps a tag from being deleted", () => {
  const chosen = policy({
    exclude: ["*-rc.*", "1.0.*"],
    rules: [
      { name: "one", include: ["1.*"], exclude: ["1.0.0", "1.1.*"] },
      { name: "two", include: ["2.*"], exclude: ["2.0.*"] },
    ],
  });

  test.each([
    ["1.0.0", "1.0.*"],
    ["1.1.0", "1.1.*"],
    ["1.1.0-rc.1", "*-rc.*"],
    ["1.2.0", undefined],
    ["2.0.0", "2.0.*"],
    ["2.1.0-rc.1", "*-rc.*"],
    ["3.0.0-rc.1", "*-rc.*"],
    // Another rule's patterns say nothing about it.
    ["2.1.0", undefined],
  ])("%s: first what is said of all, then its rule's own, %s", (name, wanted) => {
    expect(exclusionOf(tag(name), chosen, ruleFor(tag(name), chosen))?.text).toBe(wanted);
  });

  test.each([
    ["1.2.0", true],
    ["1.0.0", false],
    ["1.1.0", false],
    ["2.0.1", false],
    ["2.1.0", true],
    ["2.1.0-rc.1", false],
    ["3.0.0", false],
  ])("so %s may be deleted: %j", (name, wanted) => expect(mayDelete(tag(name), chosen)).toBe(wanted));

  test("the text is as it was written", () => {
    expect(exclusionOf(tag("RC"), { exclude: [parsePattern("/rc/i")] }, undefined)?.text).toBe("/rc/i");
  });
});

test.each([
  ["*/app", "app", false],
  ["*/app", "team/app", true],
  ["**", "app", true],
  ["*.example.com/app", "app", true],
  ["/example/", "app", true],
])("repositories: %s on %s of r.example.com: %s", (pattern, repository, wanted) => {
  expect(isMeant({ host: "r.example.com", repository }, parseRepositoryPattern(pattern))).toBe(wanted);
});
