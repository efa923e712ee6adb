import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import type { Pattern } from "../../src/core/names/glob.js";
import { parsePattern } from "../../src/core/names/pattern.js";
import type { Policies } from "../../src/core/policy/policy.js";
import { readPolicyFile } from "../../src/settings/policy-file/policy-file.js";
import { readPruneSettings } from "../support/settings.js";
import { readSettingFiles } from "../../src/settings/read/setting-files.js";
import { INPUT_ROWS, inputNameOf, type InputRow } from "../../src/settings/table/rule-inputs.js";
import { FIELD_ROWS, type FieldRow, type FieldValues } from "../../src/settings/table/rule-values.js";

const image = "r.example.com/team/app";

/** Values that a field can have, as a policy file has them. */
function valuesOf({ value: { form }, examples = [] }: FieldRow): readonly unknown[] {
  return [
    ...examples,
    ...(form.kind === "choice" ? form.choices : []),
    ...(form.kind === "count" ? [1, 25] : []),
  ];
}

const CASES = FIELD_ROWS.flatMap((row) => valuesOf(row).map((value) => [row.name, value, row] as const));
const OF_INPUTS = INPUT_ROWS.flatMap((row) =>
  valuesOf(row).map((value) => [inputNameOf(row), value, row] as const),
);

function fromFile(document: object): Policies["rules"][number] & Pick<Policies, "exclude" | "maxSize"> {
  const file = readPolicyFile(stringify(document), { allowEmpty: false });
  if (file.kind === "wrong") throw new Error(file.problems.join("\n"));
  const [rule] = file.policy.rules;
  if (rule === undefined) throw new Error("no rule");
  return "exclude" in document || "max-size" in document ? { ...rule, ...file.policy } : rule;
}

function fromInput({ top, ...row }: InputRow, value: unknown): FieldValues {
  const text = Array.isArray(value) ? value.join("\n") : String(value);
  const raw = { image, [inputNameOf(row)]: text };
  const { rules, ...policy } = readPruneSettings(raw, { files: { parsePattern } }).policies;
  return top === undefined ? { ...rules[0] } : policy;
}

/** A field's value, with patterns as they are written. */
function plain(value: unknown): unknown {
  const isPatterns = Array.isArray(value) && value.some((item) => typeof item === "object");
  return isPatterns ? (value as readonly Pattern[]).map(({ text }) => text) : value;
}

describe("the table of a rule's fields", () => {
  test("has values for each field that can be tried", () => {
    expect(FIELD_ROWS.filter((row) => valuesOf(row).length === 0)).toEqual([]);
  });

  test.each(CASES)("%s: %j is read in a rule", (name, value, { property }) => {
    expect(fromFile({ rules: [{ [name]: value }] })).toHaveProperty(property);
  });

  test.each(OF_INPUTS)("%s: %j means the same as an input and in a policy file", (_, value, row) => {
    const { name, property, top } = row;
    const document = top === undefined ? { rules: [{ [name]: value }] } : { [name]: value, rules: [{}] };
    const inFile = plain(fromFile(document)[property]);
    expect(inFile).not.toBeUndefined();
    expect(plain(fromInput(row, value)[property])).toEqual(inFile);
  });

  test.each(INPUT_ROWS.filter(({ value }) => value.form.kind === "patterns").map(inputNameOf))(
    "a regular expression in %s has its reader loaded",
    async (name) => {
      expect(await readSettingFiles({ [name]: "a\n/^v1/" })).toEqual({ parsePattern });
      expect(await readSettingFiles({ [name]: "a\nv1/" })).toEqual({});
    },
  );
});
