import type { Policies, ScopedRule } from "../../core/policy/policy.js";
import type { WrittenValue } from "./field-values.js";
import type { AnyRuleField } from "./rule-field.js";
import { RULE_FIELDS } from "./rule-fields.js";

/** A row of the table, with the property that it is for. */
export type FieldRow = AnyRuleField & { readonly property: keyof ScopedRule };

/** The rows of the table, in its order. */
export const FIELD_ROWS: readonly FieldRow[] = (
  Object.entries(RULE_FIELDS) as readonly [keyof ScopedRule, AnyRuleField][]
).map(([property, row]) => ({ ...row, property }));

/** The rows that can stand at the top of a policy file. */
export const TOP_ROWS: readonly FieldRow[] = FIELD_ROWS.filter(({ top }) => top !== undefined);

/** Values of fields; one that is not written, or wrong, is left out. */
export type FieldValues = Partial<ScopedRule>;

/** Reads the values of some rows. @param writtenAt returns what is written for a row */
export function readValues<Row extends FieldRow>(
  rows: readonly Row[],
  writtenAt: (row: Row) => WrittenValue,
): FieldValues {
  const read = rows.map((row) => [row.property, row.value.read(writtenAt(row))] as const);
  return Object.fromEntries(read.filter(([, value]) => value !== undefined));
}

/** Makes a rule of values; where one is missing, it has what its row says. */
export function ruleOf(values: FieldValues): ScopedRule {
  // The table's type has a default, or `absent`, for each property that a rule can't be without.
  return completed(FIELD_ROWS, values) as ScopedRule;
}

/** Makes of values what a policy says of all tags; where one is missing, it has what its row says. */
export function topOf(values: FieldValues): Pick<Policies, "exclude" | "maxSize"> {
  return completed(TOP_ROWS, values) as Pick<Policies, "exclude" | "maxSize">;
}

function completed(rows: readonly FieldRow[], values: FieldValues): FieldValues {
  let done: FieldValues = {};
  for (const row of rows) {
    const value = values[row.property] ?? row.default ?? row.absent?.(done);
    if (value !== undefined) done = { ...done, [row.property]: value };
  }
  return done;
}
