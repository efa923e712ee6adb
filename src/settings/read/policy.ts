import { OR_WHAT, type Policies, UNTAG_WAYS } from "../../core/policy/policy.js";
import { namesAnImage, parseProtected, type Protected, scanProtected } from "../../core/policy/in-use.js";
import type { WrittenValue } from "../table/field-values.js";
import {
  INPUT_ROWS,
  inputNameOf,
  type InputRow,
  RULE_INPUTS,
  type RuleInputName,
} from "../table/rule-inputs.js";
import { type FieldValues, readValues, ruleOf, topOf } from "../table/rule-values.js";
import type { SettingReader } from "./setting-reader.js";

/** Reads the policy from the settings, or from the policy file that they name. What is wrong is added to the reader's problems. */
export function readPolicies(read: SettingReader): Policies {
  const allowEmpty = read.boolean("allow-empty");
  const untaggedOlderThan = read.duration("untagged-older-than");
  return {
    ...(read.text("policy") === "" ? readOwn(read, allowEmpty) : readFromFile(read, allowEmpty)),
    protect: readProtected(read),
    allowEmpty,
    orphans: read.choice("orphans", OR_WHAT),
    dangling: read.choice("dangling", OR_WHAT),
    untag: read.choice("untag", UNTAG_WAYS),
    ...(untaggedOlderThan === undefined ? {} : { untaggedOlderThan }),
  };
}

type Said = Pick<Policies, "rules" | "exclude" | "maxSize">;

const NOTHING_SAID: Said = { rules: [], exclude: [] };

/** Reads the one rule that the inputs make, and what they say of all tags. */
function readOwn(read: SettingReader, allowEmpty: boolean): Said {
  const valuesOf = (rows: readonly InputRow[]): FieldValues =>
    readValues(rows, (row) => writtenIn(inputNameOf(row), read));
  const rule = ruleOf(valuesOf(INPUT_ROWS.filter(({ top }) => top === undefined)));
  if (rule.keep === 0 && !allowEmpty) {
    read.problem("keep", "0 would delete every candidate; write 1 or more, or allow-empty: true as well");
  }
  return { rules: [rule], ...topOf(valuesOf(INPUT_ROWS.filter(({ top }) => top !== undefined))) };
}

/** Returns what an input has for a field. */
function writtenIn(name: RuleInputName, read: SettingReader): WrittenValue {
  return {
    text: (parse) => read.value(name, parse),
    words: (parse) => read.value(name, (text) => parse(text.split(/[\s,]+/))),
    patterns: () => read.patterns(name),
    choice: (choices) => read.choice(name, choices),
    count: () => read.count(name),
  };
}

function readFromFile(read: SettingReader, allowEmpty: boolean): Said {
  for (const { name } of RULE_INPUTS) {
    if (!read.isGiven(name)) continue;
    read.problem(name, "there is a policy file, which says that; write it there, or leave policy out");
  }
  const source = read.file("policy");
  if (source === undefined) return NOTHING_SAID;
  const file = source.read(source.text, { allowEmpty });
  if (file.kind === "read") return file.policy;
  for (const problem of file.problems) read.problem("policy", `${read.text("policy")}, ${problem}`);
  return NOTHING_SAID;
}

function readProtected(read: SettingReader): readonly Protected[] {
  const listed = read.list("protect", parseProtected, /[\r\n,]+/).flat();
  const printed = read.file("protect-from")?.text;
  const found = printed === undefined ? [] : scanProtected(printed);
  if (printed !== undefined && !namesAnImage(found)) {
    read.problem(
      "protect-from",
      `${read.text("protect-from")} names no image of a registry, such as registry.example.com/team/app:1.4.9; did the command that wrote it fail? Where nothing is in use, leave protect-from out`,
    );
  }
  return [...listed, ...found];
}
