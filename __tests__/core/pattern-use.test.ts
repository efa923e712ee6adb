import { describe, expect, test } from "vitest";
import { parseRepositoryPattern } from "../../src/core/names/pattern.js";
import { patternUses, repositoryUses } from "../../src/core/policy/pattern-use.js";
import type { ScopedRule } from "../../src/core/policy/policy.js";
import { scanProtected } from "../../src/core/policy/in-use.js";
import { digest, ownImages, policy, snapshot } from "../support/snapshots.js";

const use = (setting: string, text: string, isUsed: boolean): unknown => ({ setting, text, isUsed });

describe("whether each pattern matches a tag", () => {
  const before = snapshot({ tags: { ...ownImages(["1.0.0", "2.0.0-rc.1"]), main: null } });

  test("of the settings", () => {
    const settings = policy({ include: ["1.*", "3.*"], exclude: ["main", "/^MAIN$/"] });
    expect(patternUses(before, settings)).toEqual([
      use("exclude", "main", true),
      use("exclude", "/^MAIN$/", false),
      use("include", "1.*", true),
      use("include", "3.*", false),
    ]);
  });

  test("of a policy's rules, each by its name", () => {
    const rules = [
      { name: "rcs", include: ["*-rc.*"], exclude: ["*-rc.9"] },
      { name: "rest", exclude: ["main"] },
    ];
    expect(patternUses(before, policy({ exclude: ["none"], rules }))).toEqual([
      use("exclude", "none", false),
      use("tags of rule rcs", "*-rc.*", true),
      use("exclude of rule rcs", "*-rc.9", false),
      use("exclude of rule rest", "main", true),
    ]);
  });

  test("of the one rule's own exclude, where it has no name", () => {
    expect(patternUses(before, policy({ rules: [{ exclude: ["main"] }] }))).toEqual([
      use("exclude", "main", true),
    ]);
  });

  test("none does where there is no tag", () => {
    expect(patternUses(snapshot({ tags: {} }), policy({ include: ["*"] }))).toEqual([
      use("include", "*", false),
    ]);
  });
});

describe("whether what is in use is there", () => {
  const before = snapshot({ tags: ownImages(["1.0.0"]), indexes: { "1.0.0": ["child"] } });

  test.each([
    ["mirror.example.com/team/app:1.0.0", true],
    ["mirror.example.com/team/app:2.0.0", false],
    ["mirror.example.com/team/web:1.0.0", false],
    [digest("1.0.0"), true],
    [digest("child"), true],
    [digest("unknown"), false],
  ])("%s: %j", (text, isUsed) => {
    expect(patternUses(before, policy({ protect: [text] }))).toEqual([use("protect", text, isUsed)]);
  });

  test("is not asked of what a program printed, which names much else", () => {
    const printed = scanProtected(`team/app:1.0.0 other/app:1.0.0 ${digest("1.0.0")}`);
    expect(printed).toHaveLength(3);
    expect(patternUses(before, { ...policy(), protect: printed })).toEqual([]);
  });
});

test("which patterns of repositories mean a repository, with its host or without", () => {
  const [rule] = policy().rules;
  if (rule === undefined) throw new Error("a policy has a rule");
  const scoped = (name: string, ...texts: readonly string[]): ScopedRule => ({
    ...rule,
    name,
    repositories: texts.map(parseRepositoryPattern),
  });
  const rules = [
    scoped("apps", "*/app", "team/*", "other/*"),
    scoped("hosts", "r.example.com/**"),
    scoped("all"),
  ];
  const place = { host: "r.example.com", repository: "team/app" };
  expect(repositoryUses(place, { ...policy(), rules })).toEqual([
    use("repositories of rule apps", "*/app", true),
    use("repositories of rule apps", "team/*", true),
    use("repositories of rule apps", "other/*", false),
    use("repositories of rule hosts", "r.example.com/**", true),
  ]);
});
