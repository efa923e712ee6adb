import type { Policies, ScopedRule } from "../../core/policy/policy.js";
import type { FieldValue } from "./field-values.js";

/** A field of a rule: a row of the table that the inputs, the policy file, its JSON Schema and the docs are made from. */
export type RuleField<Property extends keyof ScopedRule> = FieldWords & {
  /** The key in a policy file. */
  readonly name: string;
  readonly value: FieldValue<NonNullable<ScopedRule[Property]>>;
  /** The label in an editor, where it is not the key in plain words. */
  readonly title?: string;
  /** Present where an input has the field too. It speaks of the one rule, or of the whole policy where the field can stand at the top of a file. */
  readonly input?: FieldInput;
} & WithoutIt<Property> &
  AtTheTop<Property>;

interface FieldWords {
  /** Says what the field means: for editors, and for an input and the docs where these have no words of their own. */
  readonly help: string;
  /** Says the same in a few words, for the table in docs/policies.md. */
  readonly brief?: string;
  /** Values as a policy file has them. */
  readonly examples?: readonly (string | readonly string[])[];
}

/** The input for a field, as far as it differs from the field. */
export interface FieldInput {
  readonly name?: string;
  /** Its place among the inputs for fields, from 1, for a newcomer needs `keep` first. Of one place, the row's order counts. */
  readonly position: number;
  readonly help?: string;
  readonly otherwise?: string;
}

/** The words for a field at the top of a policy file, as far as they differ from those for a rule. */
export interface FieldAtTop extends Partial<FieldWords> {
  readonly otherwise?: string;
}

/** Says what is so where nothing is written: a value that could be written (`default`); else words for it (`otherwise`), and the core's value if it needs one. */
type WithoutIt<Property extends keyof ScopedRule> =
  IsOptional<Property> extends true
    ? { readonly otherwise: string; readonly default?: never; readonly absent?: never }
    : ByDefault<ScopedRule[Property] & (string | number)> | Absent<ScopedRule[Property]>;

interface ByDefault<T> {
  readonly default: T;
  readonly otherwise?: never;
  readonly absent?: never;
}

interface Absent<T> {
  readonly otherwise: string;
  /** Returns the core's value. It may look at the fields that stand earlier in the table. */
  readonly absent: (earlier: Partial<ScopedRule>) => T;
  readonly default?: never;
}

type IsOptional<Property extends keyof ScopedRule> = undefined extends ScopedRule[Property] ? true : false;

/** Only what the core has of a whole policy too can stand at the top of a file. */
interface AtTheTop<Property> {
  readonly top?: Property extends keyof Policies ? FieldAtTop : never;
}

/** A row for each property of a rule in the core: a property without one does not compile. */
export type RuleFieldTable = { readonly [Property in keyof ScopedRule]-?: RuleField<Property> };

/** Any row of the table. */
export type AnyRuleField = RuleFieldTable[keyof ScopedRule];
