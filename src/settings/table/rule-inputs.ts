import type { RULE_FIELDS } from "./rule-fields.js";
import { FIELD_ROWS, type FieldRow } from "./rule-values.js";
import type { FieldInput } from "./rule-field.js";
import type { Command, Setting } from "./setting.js";

/** The commands that decide by a policy. */
export const DECIDING = ["prune", "explain", "try"] as const satisfies readonly Command[];

type Row = (typeof RULE_FIELDS)[keyof typeof RULE_FIELDS];

/** The name of an input for a field of a rule. */
export type RuleInputName = NameOf<Extract<Row, { readonly input: FieldInput }>>;

type NameOf<R> = R extends { readonly input: { readonly name: infer Name extends string } }
  ? Name
  : R extends { readonly name: infer Name extends string }
    ? Name
    : never;

/** A row that has an input. */
export type InputRow = FieldRow & { readonly input: FieldInput };

/** The rows that have an input, in the order of the inputs. */
export const INPUT_ROWS: readonly InputRow[] = FIELD_ROWS.filter(hasInput).sort(
  (a, b) => a.input.position - b.input.position,
);

/** The inputs for the fields of a rule, as settings. */
export const RULE_INPUTS: readonly (Setting & { readonly name: RuleInputName })[] = INPUT_ROWS.map(settingOf);

/** Returns the name of a row's input. */
export function inputNameOf({ name, input }: InputRow): RuleInputName {
  // The type of the name is made from the table, whose rows these are.
  return (input.name ?? name) as RuleInputName;
}

function hasInput(row: FieldRow): row is InputRow {
  return row.input !== undefined;
}

function settingOf(row: InputRow): (typeof RULE_INPUTS)[number] {
  const { form, type } = row.value;
  const otherwise = row.input.otherwise ?? row.otherwise;
  return {
    name: inputNameOf(row),
    type,
    ...(form.kind === "choice" ? { choices: form.choices } : {}),
    ...(row.default === undefined ? {} : { default: String(row.default) }),
    ...(otherwise === undefined ? {} : { otherwise }),
    commands: DECIDING,
    help: row.input.help ?? row.help,
  };
}
