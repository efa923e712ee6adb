import fc from "fast-check";
import { expect, test } from "vitest";
import { examineRegistryConfig } from "../../src/doctor/registry-config.js";
import { examineS3Policy } from "../../src/doctor/s3-policy.js";
import { readPlanFile } from "../../src/report/plan-file/read.js";
import { readPolicyFile } from "../../src/settings/policy-file/policy-file.js";
import { FIELD_ROWS } from "../../src/settings/table/rule-values.js";
import { propertyRuns } from "../support/property-runs.js";

const SECRET = "hunter2secret";

// Longer than any key that is repeated.
const LONG = SECRET.repeat(3);

/** All that is said of a file by whatever reads one. */
function saidOf(text: string): string {
  const policy = readPolicyFile(text, { allowEmpty: false });
  let plan = "";
  try {
    readPlanFile(text);
  } catch (error) {
    plan = String(error);
  }
  return JSON.stringify([
    policy.kind === "wrong" ? policy.problems : [],
    plan,
    examineRegistryConfig(text),
    examineS3Policy(text),
  ]);
}

test.each([
  ["credentials of git", `https://bot:${SECRET}@github.example.com\n`],
  ["several of them", `https://bot:${SECRET}@a\nhttps://bot:${SECRET}@b\n`],
  ["an environment", `PATH=/bin\0TOKEN=${SECRET}\0PS1=\\u: \\w\0`],
  ["an environment, one a line", `PATH=/bin\nTOKEN=${SECRET}\nLESS: x\n`],
  ["a netrc", `machine a\n  login b\n  password ${SECRET}\n`],
  ["a file of npm's", `//registry.example.com/:_authToken=${SECRET}\n`],
  ["a key", `-----BEGIN PRIVATE KEY-----\n${SECRET}\n-----END PRIVATE KEY-----\n`],
  ["Docker's", `{"auths": {"a": {"auth": "${SECRET}"}}, "credsStore": "${SECRET}"}`],
  ["one in brackets that are open", `{"auths": {"a": "${SECRET}"`],
  ["a word", SECRET],
  ["a quoted one", `"${SECRET}\\q"`],
  ["a number", "hunter: 1\n4711: 1"],
  ["a tag of YAML", `rules: !${SECRET} x\n`],
  ["a directive", `%${SECRET} x\n---\nrules: []\n`],
  ["an alias", `rules: *${SECRET}\n`],
  ["an alias beside others", `a: &a 1\nrules: [*${SECRET}, *a]\n`],
  ["a block", `rules: |${SECRET}\n  x\n`],
  ["a flow", `rules: [a, b] ${SECRET}\n`],
  ["a sign", `rules: @${SECRET}\n`],
  ["a key that is none", `"${SECRET} is a key": 1\n`],
  ["a rule", `rules:\n  - ${SECRET}\n`],
  ["a schema", `{"schema": "${SECRET}"}`],
  [
    "a bucket's policy",
    `{"Version": "${SECRET}", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": ["arn:aws:s3:::b", "${SECRET}"]}]}`,
  ],
])("nothing of %s is repeated", (_, text) => {
  // The corrected policy is the file that was asked for.
  expect(saidOf(text).replace(/,"corrected":.*$/, "")).not.toMatch(/hunter2|4711/);
});

test("no value of any key of a rule is repeated, whatever is wrong with it", () => {
  const keys = FIELD_ROWS.map(({ name }) => name);
  const sign = fc.oneof(
    fc.string({
      unit: fc.constantFrom(
        "!",
        "*",
        "{",
        "}",
        "[",
        "]",
        ",",
        "/",
        "^",
        "$",
        "?",
        ".",
        "-",
        '"',
        "@",
        "%",
        "&",
        "|",
        ">",
        ":",
        "#",
        " ",
        "\n",
        "\t",
        "(",
        "\\",
      ),
      maxLength: 1,
    }),
  );
  const value = fc.tuple(sign, sign, sign, sign).map(([a, b, c, d]) => `${a}${b}${LONG}${c}${d}`);
  const written = fc.oneof(
    value,
    value.map((text) => JSON.stringify(text)),
    value.map((text) => `[${text}, 1]`),
  );
  fc.assert(
    fc.property(fc.constantFrom(...keys, "other"), written, written, (key, first, second) => {
      const texts = [
        `rules:\n  - ${key}: ${first}\n    name: ${second}\n`,
        `${key}: ${first}\nrules: [{tags: ${second}}]\n`,
        first,
      ];
      for (const text of texts) {
        const file = readPolicyFile(text, { allowEmpty: false });
        if (file.kind === "wrong") expect(file.problems.join("\n")).not.toContain("hunter2");
      }
    }),
    { numRuns: propertyRuns(500) },
  );
});

test("many problems are counted, and not all told", () => {
  const text = Array.from({ length: 80 }, (_, index) => `k${index}: 1`).join("\n");
  const file = readPolicyFile(`${text}\nrules: [{}]`, { allowEmpty: false });
  expect(file.kind === "wrong" ? file.problems.slice(49) : []).toEqual([
    expect.stringContaining("line 50: k49"),
    "and 30 more",
  ]);
});
