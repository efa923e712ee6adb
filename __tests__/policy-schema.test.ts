import { readFile } from "node:fs/promises";
import Ajv from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { PruneError } from "../src/core/base/errors.js";
import { readPolicyFile } from "../src/settings/policy-file/policy-file.js";
import { parseDuration, parseGroupBy, parseSize } from "../src/settings/table/values.js";
import { expectFile, POLICY_SCHEMA_URL, renderPolicySchema } from "./support/documents.js";
import { propertyRuns } from "./support/property-runs.js";

test("policy.schema.json says what the table of a rule's fields does", async () => {
  await expectFile("policy.schema.json", renderPolicySchema);
});

test("the example names the schema at its address", async () => {
  await expectFile("examples/image-retention.yml", (now) =>
    now.replace(/^# yaml-language-server: .*/, `# yaml-language-server: $schema=${POLICY_SCHEMA_URL}`),
  );
});

test("each property has a title and a description, which editors show", () => {
  const { properties } = schema() as { readonly properties: Readonly<Record<string, Shown>> };
  const shown = [
    ...Object.entries(properties),
    ...Object.entries(properties["rules"]?.items?.properties ?? {}),
  ];
  expect(shown.map(([name]) => name)).toEqual([
    "exclude",
    "max-size",
    "rules",
    "name",
    "repositories",
    "tags",
    "exclude",
    "sort",
    "group-by",
    "keep",
    "keep-younger-than",
    "max-size",
  ]);
  const bare = shown.filter(([, { title = "", description = "" }]) => title === "" || description === "");
  expect(bare).toEqual([]);
});

interface Shown {
  readonly title?: string;
  readonly description?: string;
  readonly items?: { readonly properties?: Readonly<Record<string, Shown>> };
}

function schema(): object {
  return JSON.parse(renderPolicySchema()) as object;
}

// ESLint's validator, of JSON Schema's draft 7.
const validate = new Ajv().compile(schema());

const isValid = (text: string): boolean => validate(parse(text)) === true;
const isRead = (text: string): boolean => readPolicyFile(text, { allowEmpty: true }).kind === "read";

describe("an editor and the program are of one mind about", () => {
  test("the example", async () => {
    const text = await readFile("examples/image-retention.yml", "utf8");
    expect([isValid(text), isRead(text)]).toEqual([true, true]);
  });

  const rule = (line: string): string => `rules:\n  - ${line}\n`;

  test.each([
    "rules: [{}]",
    "exclude: v1\nmax-size: 1 GiB\nrules: [{}]",
    rule("{name: a b, repositories: [a, b], tags: [a], exclude: b, sort: created, keep: 0}"),
    rule("group-by: channel, minor"),
    rule("group-by: [channel, minor]"),
    rule("group-by: none"),
    rule("keep-younger-than: 2 weeks, 3 days"),
    rule("max-size: 1.5gb"),
  ])("%j, which is good", (text) => expect([isValid(text), isRead(text)]).toEqual([true, true]));

  test.each([
    "[]",
    "exclude: v1",
    "rules: []",
    "rules: [{}]\nkeep: 5",
    "rules: [{}]\nexclude: []",
    "rules: [{}]\nmax-size: 20",
    "rules: [{}]\nmax-size: big",
    "rules: [[]]",
    rule("tag: v1"),
    rule("tags: 1.2"),
    rule('tags: ""'),
    rule("tags: [v1, 1.2]"),
    rule("tags: []"),
    rule('name: " a"'),
    rule("sort: newest"),
    rule("group-by: week"),
    rule("group-by: [week]"),
    rule("group-by: []"),
    rule("keep: -1"),
    rule("keep: 1.5"),
    rule('keep: "5"'),
    rule("keep-younger-than: 7"),
    rule("keep-younger-than: 7m"),
    rule("max-size: 10"),
  ])("%j, which is bad", (text) => expect([isValid(text), isRead(text)]).toEqual([false, false]));

  const letters = (...words: readonly string[]): fc.Arbitrary<string> =>
    fc.array(fc.constantFrom(...words), { maxLength: 8 }).map((parts) => parts.join(""));
  const times = [
    "1",
    "30",
    ".5",
    " ",
    ", ",
    " and ",
    "m",
    "min",
    "mins",
    "h",
    "hrs",
    "d",
    "days",
    "W",
    "weeks",
    "month",
    "y",
  ];

  test.each<[string, (text: string) => unknown, fc.Arbitrary<string>]>([
    ["max-size", parseSize, letters("1", "20", ".5", ".", " ", "K", "m", "G", "i", "I", "b", "B", "x")],
    ["keep-younger-than", (text) => parseDuration(text), letters(...times)],
    [
      "group-by",
      (text) => parseGroupBy(text.trim().split(/[\s,]+/)),
      // None twice is none, which no pattern needs to say.
      letters("channel", "minor", "weeks", "none", ",", ", ", " ").filter((text) => !/none.*none/.test(text)),
    ],
  ])("any text as %s", (key, parseText, texts) =>
    fc.assert(
      fc.property(texts, (text) => {
        const isTaken = validate({ rules: [{ [key]: text }] }) === true;
        expect(isTaken).toBe(isParsed(() => parseText(text)));
      }),
      { numRuns: propertyRuns() },
    ),
  );
});

function isParsed(parseText: () => unknown): boolean {
  try {
    parseText();
    return true;
  } catch (error) {
    if (!(error instanceof PruneError)) throw error;
    return false;
  }
}
