import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import type { Pattern } from "../../src/core/names/glob.js";
import type { ScopedRule } from "../../src/core/policy/policy.js";
import { type PolicyFile, readPolicyFile } from "../../src/settings/policy-file/policy-file.js";
import { propertyRuns } from "../support/property-runs.js";

const DAY = 24 * 60 * 60_000;
const GIBIBYTE = 1024 ** 3;

type Said = Extract<PolicyFile, { readonly kind: "read" }>["policy"];

function read(text: string, allowEmpty = false): Said {
  const file = readPolicyFile(text, { allowEmpty });
  if (file.kind === "wrong") throw new Error(file.problems.join("\n"));
  return file.policy;
}

function problemsOf(text: string, allowEmpty = false): readonly string[] {
  const file = readPolicyFile(text, { allowEmpty });
  return file.kind === "wrong" ? file.problems : [];
}

const textsOf = (patterns: readonly Pattern[]): readonly string[] => patterns.map(({ text }) => text);

/** A rule with its patterns as they are written. */
function plain({ repositories, tags, exclude, ...rest }: ScopedRule): Readonly<Record<string, unknown>> {
  return {
    ...rest,
    repositories: textsOf(repositories),
    tags: textsOf(tags),
    exclude: textsOf(exclude),
  };
}

/** What a rule says that says nothing. */
const unsaid = {
  name: "1",
  repositories: [],
  tags: [],
  exclude: [],
  keep: 10,
  sort: "semver",
  groupBy: ["channel"],
};

/** A file with one rule, whose first line is line 2. */
const rule = (...lines: readonly string[]): string => `rules:\n  - ${lines.join("\n    ")}\n`;

describe("a policy file", () => {
  test("with all that it can say", () => {
    const { rules, exclude, maxSize } = read(`
exclude: ["*-lts", "/^v1\\\\./"]
max-size: 20GB
rules:
  - name: alphas
    repositories: ["team/*", "/^registry\\\\.example\\\\.com\\\\/x\\\\//"]
    tags: ["*-alpha.*", "*-beta.*"]
    exclude: "*-alpha.0"
    sort: prerelease
    group-by: [minor, channel]
    keep: 5
    keep-younger-than: 7d
    max-size: 10GB
  - tags: [main-*]
    sort: created
`);
    expect({ exclude: textsOf(exclude), maxSize }).toEqual({
      exclude: ["*-lts", "/^v1\\./"],
      maxSize: 20 * GIBIBYTE,
    });
    expect(rules.map(plain)).toStrictEqual([
      {
        name: "alphas",
        repositories: ["team/*", "/^registry\\.example\\.com\\/x\\//"],
        tags: ["*-alpha.*", "*-beta.*"],
        exclude: ["*-alpha.0"],
        sort: "prerelease",
        groupBy: ["channel", "minor"],
        keep: 5,
        keepYoungerThan: 7 * DAY,
        maxSize: 10 * GIBIBYTE,
      },
      { ...unsaid, name: "2", tags: ["main-*"], sort: "created", groupBy: [] },
    ]);
  });

  test("that says nothing but that there is a rule", () => {
    const { rules, ...others } = read("rules: [{}]");
    expect(rules.map(plain)).toStrictEqual([unsaid]);
    expect(others).toStrictEqual({ exclude: [] });
  });

  test.each([
    ["semver", ["channel"]],
    ["prerelease", ["channel"]],
    ["natural", []],
    ["created", []],
  ])("counts apart by the order where it does not say: %s", (sort, groupBy) =>
    expect(read(rule(`sort: ${sort}`)).rules).toMatchObject([{ sort, groupBy }]),
  );

  test.each([
    ["minor", ["minor"]],
    ["channel, minor", ["channel", "minor"]],
    ["channel patch", ["channel", "patch"]],
    ["[major]", ["major"]],
    ["none", []],
    ["[none]", []],
    ["|\n      minor\n      channel", ["channel", "minor"]],
  ])("group-by: %j", (text, groupBy) =>
    expect(read(rule(`group-by: ${text}`)).rules).toMatchObject([{ groupBy }]),
  );

  test("has globs of repositories that stay within one part of the path, and those of tags", () => {
    const [first] = read(rule('repositories: "team/*"', 'tags: "v*"')).rules;
    const names = ["team/app", "team/app/base", "registry.example.com/team/app"];
    expect(names.map((name) => first?.repositories[0]?.matches(name))).toEqual([true, false, false]);
    expect(["v1", "1"].map((name) => first?.tags[0]?.matches(name))).toEqual([true, false]);
  });

  test("may keep nothing where a repository may end without a tag", () =>
    expect(read(rule("keep: 0"), true).rules).toMatchObject([{ keep: 0 }]));

  test("has YAML's anchors", () => {
    const { rules } = read(`
rules:
  - repositories: &ours [team/*, base]
    tags: &alphas "*-alpha.*"
  - repositories: *ours
    exclude: *alphas
`);
    expect(rules.map(plain)).toMatchObject([
      { repositories: ["team/*", "base"], tags: ["*-alpha.*"] },
      { repositories: ["team/*", "base"], tags: [], exclude: ["*-alpha.*"] },
    ]);
  });

  test("is YAML 1.2, where yes is a text", () =>
    expect(read(rule("name: yes")).rules).toMatchObject([{ name: "yes" }]));
});

test("examples/image-retention.yml is read", async () => {
  const { rules, exclude } = read(await readFile("examples/image-retention.yml", "utf8"));
  const taken = (tag: string): string | undefined =>
    exclude.some(({ matches }) => matches(tag))
      ? "excluded"
      : rules.find(({ tags }) => tags.some(({ matches }) => matches(tag)))?.name;
  const tags = ["3.3.0-alpha.74", "3.4.1", "v3.4.1", "main-9f3c2e1", "3.0.7", "2.1.0-lts", "latest", "3.4"];
  expect(tags.map(taken)).toEqual([
    "alphas",
    "releases",
    "releases",
    "branch builds",
    "excluded",
    "excluded",
    undefined,
    undefined,
  ]);
});

describe("a file that is no policy", () => {
  const wanted = "write rules: and below it a list, each rule after a dash";
  test.each([
    ["", `line 1: the file: it is empty; ${wanted}`],
    ["# nothing yet\n", `line 1: the file: it is empty; ${wanted}`],
    ["- tags: v1\n", `line 1: the file: it is a list; ${wanted}`],
    ["alphas\n", `line 1: the file: it is a text; ${wanted}`],
    ["12\n", `line 1: the file: it is a number; ${wanted}`],
    ["max-size: 1GB\n", `line 1: rules: it is missing; ${wanted}`],
    ["\nrules:\n", "line 2: rules: it is empty; write a list of rules, each after a dash"],
    ["rules: []\n", "line 1: rules: it is empty; write at least one rule, after a dash"],
    ["rules:\n  keep: 5\n", "line 1: rules: it is a map; write a list of rules, each after a dash"],
    ["rules:\n  -\n", 'line 2: rules[0]: it is empty; write a rule, such as tags: "*-alpha.*"'],
    ["rules:\n  - alphas\n", 'line 2: rules[0]: it is a text; write a rule, such as tags: "*-alpha.*"'],
    ["rules:\n  - []\n", 'line 2: rules[0]: it is empty; write a rule, such as tags: "*-alpha.*"'],
    ["rules:\n  - [keep]\n", 'line 2: rules[0]: it is a list; write a rule, such as tags: "*-alpha.*"'],
  ])("%j", (text, problem) => expect(problemsOf(text)).toEqual([problem]));
});

describe("what can't be read as YAML", () => {
  const quotes = 'write patterns in quotes, such as "*-alpha.*"';
  test.each<[string, readonly string[]]>([
    [
      rule("tags: *-alpha.*"),
      [
        `line 2: it can't be read as YAML: What begins with * is an alias, and there is no anchor (&) of that name before it; ${quotes}`,
      ],
    ],
    [
      rule("tags:", "  - *-rc", "  - ok", "  - *.1"),
      [
        `line 3: it can't be read as YAML: What begins with * is an alias, and there is no anchor (&) of that name before it; ${quotes}`,
        `line 5: it can't be read as YAML: What begins with * is an alias, and there is no anchor (&) of that name before it; ${quotes}`,
      ],
    ],
    [rule("tags: *"), [`line 2: it can't be read as YAML: Alias cannot be an empty string; ${quotes}`]],
    [rule("tags: [a-z]*"), [`line 2: it can't be read as YAML: Unexpected alias at node end; ${quotes}`]],
    [rule("tags: {a,b}-x"), [`line 2: it can't be read as YAML: Unexpected scalar at node end; ${quotes}`]],
    [rule("keep: 5", "keep: 6"), ["line 3: it can't be read as YAML: Map keys must be unique"]],
    [
      `${rule("keep: 5")}---\nrules: []\n`,
      ["line 3: it can't be read as YAML: A second document begins here, and there may be one only"],
    ],
    [
      rule("tags: *-rc", "keep: 5", "keep: 6"),
      [
        `line 2: it can't be read as YAML: What begins with * is an alias, and there is no anchor (&) of that name before it; ${quotes}`,
        "line 4: it can't be read as YAML: Map keys must be unique",
      ],
    ],
  ])("%j", (text, problems) => expect(problemsOf(text)).toEqual(problems));

  test("more aliases than anybody writes are refused", () => {
    const levels = Array.from({ length: 9 }, (_, n) => `x${n + 1}: &x${n + 1} [${`*x${n}, `.repeat(9)}]`);
    expect(problemsOf(["x0: &x0 [a]", ...levels].join("\n"))).toEqual([
      "line 1: it can't be read as YAML: Excessive alias count indicates a resource exhaustion attack",
    ]);
  });
});

describe("keys that there are not", () => {
  test.each([
    [rule("tag: v1"), "line 2: rules[0].tag: there is no such key; did you mean tags?"],
    [
      rule("keep: 5", "younger-than: 7d"),
      "line 3: rules[0].younger-than: there is no such key; did you mean keep-younger-than?",
    ],
    ["rule: []\nrules: [{}]", "line 1: rule: there is no such key; did you mean rules?"],
    // Nearer to exclude, its opposite.
    [
      rule('include: "*-alpha.*"'),
      "line 2: rules[0].include: there is no such key; did you mean tags, in a rule?",
    ],
    ["include: v1\nrules: [{}]", "line 1: include: there is no such key; did you mean tags, in a rule?"],
    ["keep: 5\nrules: [{}]", "line 1: keep: it is said of a rule; write it within one"],
    [
      `${rule("keep: 5")}allow-empty: true`,
      "line 3: allow-empty: it is a setting of the run; write it beside policy, not in the file",
    ],
    [
      rule("protect: v1"),
      "line 2: rules[0].protect: it is a setting of the run; write it beside policy, not in the file",
    ],
    [
      "rules:\n  - &base\n    tags: [a]\n  - <<: *base\n    tags: [b]\n",
      "line 4: rules[1].<<: YAML 1.2 merges nothing; write out what it would bring",
    ],
    [rule("constructor: 1"), "line 2: rules[0].constructor: there is no such key; did you mean sort?"],
    [rule("__proto__: {keep: 1}"), "line 2: rules[0].__proto__: there is no such key; did you mean sort?"],
    [rule('"two\\nlines": 1'), "line 2: rules[0].(a key): there is no such key; did you mean tags?"],
  ])("%j", (text, problem) => expect(problemsOf(text)).toEqual([problem]));

  test("stand where their rule does, where their line is not known", () =>
    expect(problemsOf(rule("keep: 5", "~: 1"))).toEqual([
      "line 2: rules[0].(a key): there is no such key; did you mean name?",
    ]));

  test("are all named", () =>
    expect(problemsOf("a: 1\nb: 2\nrules:\n  - c: 3\n    d: 4\n").map((line) => line.split(": ")[1])).toEqual(
      ["a", "b", "rules[0].c", "rules[0].d"],
    ));
});

describe("values of another kind", () => {
  const pattern = "write a pattern in quotes or a list of them, or leave it out for";
  const word = "write channel, suffix, major, minor, patch or none";
  test.each([
    [rule("tags: 1.10"), "tags: YAML reads it as a number; write it in quotes"],
    [rule("tags: true"), "tags: YAML reads it as true; write it in quotes"],
    [rule("tags: [v1, 1.2]"), "tags[1]: YAML reads it as a number; write it in quotes"],
    [rule("tags: [v1, ~]"), "tags[1]: it is empty; write a pattern in quotes"],
    [rule("tags: [v1, [v2]]"), "tags[1]: it is a list; write a pattern in quotes"],
    [rule("tags:"), `tags: it is empty; ${pattern} every tag`],
    [rule('tags: ""'), `tags: it is empty; ${pattern} every tag`],
    [rule("tags: []"), `tags: it is empty; ${pattern} every tag`],
    [rule("tags: {v1: 2}"), `tags: it is a map; ${pattern} every tag`],
    [rule('tags: "a\\nb"'), `tags: it has several lines, or a space at an end; ${pattern} every tag`],
    [rule('tags: " a"'), `tags: it has several lines, or a space at an end; ${pattern} every tag`],
    [rule("repositories: []"), `repositories: it is empty; ${pattern} every repository`],
    [rule("exclude: []"), `exclude: it is empty; ${pattern} none`],
    [rule("name: 1.2"), "name: YAML reads it as a number; write it in quotes"],
    [rule("name: [a]"), "name: it is a list; write a name"],
    [rule('name: "a "'), "name: it has several lines, or a space at an end; write a name"],
    [rule("sort: newest"), "sort: it is a text; write semver, prerelease, natural or created"],
    [rule("sort:"), "sort: it is empty; write semver, prerelease, natural or created"],
    [rule("group-by: 1"), `group-by: it is a number; ${word}, or a list of them`],
    [rule("group-by: []"), `group-by: it is empty; ${word}, or a list of them`],
    [rule("group-by: [minor, 1]"), `group-by[1]: it is a number; ${word}`],
    [rule('keep: "5"'), "keep: it is a text; write a whole number without quotes, such as 10"],
    [rule("keep:"), "keep: it is empty; write a whole number without quotes, such as 10"],
    [rule("keep: 2.5"), "keep: it is a number; write a whole number without quotes, such as 10"],
    [rule("keep: -1"), "keep: it is a number; write a whole number without quotes, such as 10"],
    [rule("keep: -1.5"), "keep: it is a number; write a whole number without quotes, such as 10"],
    [rule("keep: .inf"), "keep: it is a number; write a whole number without quotes, such as 10"],
    [rule("keep: .nan"), "keep: it is a number; write a whole number without quotes, such as 10"],
    [rule("max-size: 500"), "max-size: it is a number; write a number and its unit, such as 500MB or 10GB"],
    [
      rule("keep-younger-than: 7"),
      "keep-younger-than: it is a number; write a number and its unit, such as 24h or 7d",
    ],
  ])("%j", (text, problem) => expect(problemsOf(text)).toEqual([`line 2: rules[0].${problem}`]));

  test("of the file itself", () =>
    expect(problemsOf("exclude: 1.2\nmax-size: 20\nrules: [{}]")).toEqual([
      "line 1: exclude: YAML reads it as a number; write it in quotes",
      "line 2: max-size: it is a number; write a number and its unit, such as 500MB or 10GB",
    ]));
});

describe("values that mean nothing", () => {
  test.each([
    [rule('tags: "!*-lts"'), 'tags: a pattern can\'t begin with "!"; to keep tags, name them in exclude'],
    [
      rule("tags:", "  - v1", "  - a,b"),
      "tags[1]: a comma separates only within braces; write one pattern a line, or {a,b}",
      4,
    ],
    [rule('exclude: "*.{a"'), "exclude: a bracket or brace is left open; close it, for example {alpha,beta}"],
    [rule("repositories: /x"), "repositories: a regular expression ends with a slash, such as /^v1\\./"],
    [rule("group-by: week"), "group-by: it is not channel, suffix, major, minor, patch or none"],
    [
      rule("group-by: [none, minor]"),
      "group-by: it has none and something else; write none alone, or leave it out",
    ],
    [
      rule("keep: 5", "keep-younger-than: 7m"),
      "keep-younger-than: it could be minutes or months; write min or months",
      3,
    ],
    [
      rule("max-size: 10" + "GBs"),
      "max-size: it is not a size; write a number and its unit, such as 500MB or 1GB",
    ],
    [
      rule("keep: 0"),
      "keep: 0 would delete every candidate; write 1 or more, or allow-empty: true beside policy",
    ],
    [
      rule("max-size: |", "  10GB"),
      "max-size: it is not a size; write a number and its unit, such as 500MB or 1GB",
    ],
  ])("%j", (text, problem, line = 2) =>
    expect(problemsOf(text)).toEqual([`line ${line}: rules[0].${problem}`]),
  );

  test("of the file itself", () =>
    expect(problemsOf('exclude: [a, "!b"]\nmax-size: big\nrules: [{}]')).toEqual([
      'line 1: exclude[1]: a pattern can\'t begin with "!"; to keep tags, name them in exclude',
      "line 2: max-size: it is not a size; write a number and its unit, such as 500MB or 1GB",
    ]));

  test("beside values of another kind", () =>
    expect(problemsOf(rule("group-by: [week, 1]", 'tags: ["!a", 1]'))).toEqual([
      "line 2: rules[0].group-by[1]: it is a number; write channel, suffix, major, minor, patch or none",
      "line 2: rules[0].group-by: it is not channel, suffix, major, minor, patch or none",
      "line 3: rules[0].tags[1]: YAML reads it as a number; write it in quotes",
      'line 3: rules[0].tags[0]: a pattern can\'t begin with "!"; to keep tags, name them in exclude',
    ]));

  test("globs of tags have signs that those of repositories have not, and the other way round", () => {
    expect(problemsOf(rule("tags: team/*"))).toHaveLength(1);
    expect(problemsOf(rule('repositories: "Team/*"'))).toHaveLength(1);
  });
});

describe("names", () => {
  const called = (problem: string): string => `rules[${problem}; write another name`;
  test.each<[string, readonly string[], readonly string[]]>([
    ["each its own", ["name: a", "name: b", "keep: 1"], []],
    [
      "twice one",
      ["name: a", "name: b", "name: a"],
      [`line 4: ${called("2].name: it is what rules[0] is called")}`],
    ],
    [
      "the place of a later rule without",
      ["name: 2", "keep: 1"],
      [`line 2: rules[0].name: YAML reads it as a number; write it in quotes`],
    ],
    [
      "the place of a later rule without, in quotes",
      ['name: "2"', "keep: 1"],
      [`line 2: ${called("0].name: it is what rules[1] is called")}`],
    ],
    [
      "the place of an earlier rule without",
      ["keep: 1", 'name: "1"'],
      [`line 3: ${called("1].name: it is what rules[0] is called")}`],
    ],
    ["the rule's own place", ['name: "1"', "keep: 1"], []],
    ["two rules that swap places", ['name: "2"', 'name: "1"'], []],
  ])("%s", (_, rules, problems) => {
    const lines = rules.map((own, index) => `  - {tags: [t${index}], ${own}}`);
    expect(problemsOf(["rules:", ...lines].join("\n"))).toEqual(problems);
  });
});

describe("rules that no tag ever comes to", () => {
  const before = (place: number): string =>
    `no tag ever comes to it, for rules[${place}] before it takes all that it is for; put it before rules[${place}]`;
  const same = (place: number): string =>
    `no tag ever comes to it, for rules[${place}] before it is for the same; make one of the two`;

  test.each<[string, readonly string[], readonly string[]]>([
    [
      "after one for everything",
      ["keep: 5", "tags: v1", "tags: v2"],
      [`rules[1]: ${before(0)}`, `rules[2]: ${before(0)}`],
    ],
    ["after one for everything that has a name", ["name: all", "tags: v1"], [`rules[1]: ${before(0)}`]],
    ["two for everything", ["keep: 5", "keep: 6"], [`rules[1]: ${same(0)}`]],
    ["one for everything, last", ["tags: v1", "repositories: a", "keep: 1"], []],
    ["after one whose tags are all", ['tags: "*"', "tags: v1"], [`rules[1]: ${before(0)}`]],
    [
      "after one whose repositories are all",
      ['repositories: "**"', "repositories: a"],
      [`rules[1]: ${before(0)}`],
    ],
    ["after one for repositories of one part", ['repositories: "*"', "repositories: a"], []],
    ["all, in two ways", ['tags: ["*"]', "keep: 1"], [`rules[1]: ${same(0)}`]],
    ["the same tags", ["tags: [a, b]", "tags: [b, a]"], [`rules[1]: ${same(0)}`]],
    ["the same tags, as a text and a list", ["tags: a", "tags: [a]"], [`rules[1]: ${same(0)}`]],
    ["some of the tags", ["tags: [a, b]", "tags: [b]"], [`rules[1]: ${before(0)}`]],
    ["more tags", ["tags: [a]", "tags: [a, b]"], []],
    ["all tags, after some", ["tags: [a]", 'tags: "*"'], []],
    ["the same tags of other repositories", ["{repositories: a, tags: t}", "{repositories: b, tags: t}"], []],
    [
      "the same tags of the same repositories",
      ["{repositories: a, tags: t}", "{repositories: a, tags: t}"],
      [`rules[1]: ${same(0)}`],
    ],
    ["the same tags of all repositories", ["{repositories: a, tags: t}", "tags: t"], []],
    [
      "some tags of repositories that have a rule",
      ["repositories: [a, b]", "{repositories: a, tags: t}"],
      [`rules[1]: ${before(0)}`],
    ],
    ["other repositories than those that have a rule", ["repositories: a", "tags: t"], []],
    [
      "the first of several that take it is named",
      ["tags: a", 'tags: "*"', "tags: a"],
      [`rules[2]: ${same(0)}`],
    ],
    // Where what a rule is for is itself wrong, nothing is said about it.
    [
      "after tags that are not read",
      ["tags: 1.2", "tags: v1"],
      ["rules[0].tags: YAML reads it as a number; write it in quotes"],
    ],
    [
      "after a misspelt key",
      ["tag: a", "tags: v1"],
      ["rules[0].tag: there is no such key; did you mean tags?"],
    ],
    [
      "the same tags, before a misspelt key",
      ["tags: a", "tags: a", "tag: b"],
      [`rules[1]: ${same(0)}`, "rules[2].tag: there is no such key; did you mean tags?"],
    ],
    [
      "after what is no rule",
      ["[]", "tags: v1"],
      ['rules[0]: it is empty; write a rule, such as tags: "*-alpha.*"'],
    ],
    [
      "after tags that are no patterns",
      ['tags: "!a"', "tags: v1"],
      ['rules[0].tags: a pattern can\'t begin with "!"; to keep tags, name them in exclude'],
    ],
    [
      "after one where something else is wrong",
      ['keep: "5"', "tags: v1"],
      [
        "rules[0].keep: it is a text; write a whole number without quotes, such as 10",
        `rules[1]: ${before(0)}`,
      ],
    ],
    [
      "an exclusion of a pattern that is wrong makes no rule unclear",
      ["exclude: []", "tags: v1"],
      [
        "rules[0].exclude: it is empty; write a pattern in quotes or a list of them, or leave it out for none",
        `rules[1]: ${before(0)}`,
      ],
    ],
  ])("%s", (_, rules, problems) => {
    const found = problemsOf(["rules:", ...rules.map((own) => `  - ${own}`)].join("\n"));
    expect(found.map((line) => line.replace(/^line \d+: /, ""))).toEqual(problems);
  });

  test("exclusions of the file do not make a rule unclear", () =>
    expect(problemsOf("exclude: [1.2]\nrules:\n  - keep: 5\n  - tags: v1\n")).toEqual([
      "line 1: exclude[0]: YAML reads it as a number; write it in quotes",
      `line 4: rules[1]: ${before(0)}`,
    ]));
});

test("all that is wrong is said at once, by line", () =>
  expect(
    problemsOf(`rules:
  - name: a
    keep: 0
    tags: [1.2, "!x"]
    keep-younger-than: soon
  - keep: many
    name: a
    sorted: created
    group-by: week
max-size: 20
exclude: "a,b"
`).map((line) => line.split(": ").slice(0, 2).join(": ")),
  ).toEqual([
    "line 3: rules[0].keep",
    "line 4: rules[0].tags[0]",
    "line 4: rules[0].tags[1]",
    "line 5: rules[0].keep-younger-than",
    "line 6: rules[1].keep",
    "line 7: rules[1].name",
    "line 8: rules[1].sorted",
    "line 9: rules[1].group-by",
    "line 10: max-size",
    "line 11: exclude",
  ]));

test("whatever is wrong, each problem is one line with its number, in order", () => {
  const text = fc.constantFrom("", "v1", "*-a", "!x", "a\nb", "/(/", "7d", "1GB", "minor", "created", "1");
  const value = fc.oneof(
    text,
    fc.array(text, { maxLength: 3 }),
    fc.constantFrom(null, 0, 1.5, true, {}, [[]]),
  );
  const key = fc.constantFrom("name", "tags", "exclude", "keep", "sort", "group-by", "max-size", "x", "\n");
  const map = fc.dictionary(key, value, { maxKeys: 4 });
  const document = fc.record({ exclude: value, rules: fc.oneof(fc.array(map), value) }, { requiredKeys: [] });
  fc.assert(
    fc.property(document, fc.boolean(), (written, allowEmpty) => {
      const problems = problemsOf(stringify(written), allowEmpty);
      const numbers = problems.map((problem) => Number(/^line ([1-9]\d*): .+$/.exec(problem)?.[1]));
      expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
      expect(numbers).not.toContain(NaN);
    }),
    { numRuns: propertyRuns() },
  );
});
