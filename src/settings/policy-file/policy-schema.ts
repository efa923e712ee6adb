import * as v from "valibot";
import type { FieldAtTop } from "../table/rule-field.js";
import type { ValueForm } from "../table/field-values.js";
import { FIELD_ROWS, type FieldRow, TOP_ROWS } from "../table/rule-values.js";

/** The words for what to write where the file, or one of its rules, is something else. */
export const WANTED = {
  file: "rules: and below it a list, each rule after a dash",
  rule: 'a rule, such as tags: "*-alpha.*"',
} as const;

const rule = v.strictObject(
  Object.fromEntries(FIELD_ROWS.map((row) => [row.name, about(row, row)])),
  instead(WANTED.rule),
);

/** The schema of a policy file. It checks the kinds of values alone: patterns, times and sizes are parsed elsewhere, with better messages than a schema has. */
export const policyDocument = v.pipe(
  v.strictObject(
    {
      ...Object.fromEntries(TOP_ROWS.map((row) => [row.name, about(row, row.top)])),
      rules: v.pipe(
        v.array(rule, instead("a list of rules, each after a dash")),
        v.minLength(1, instead("at least one rule, after a dash")),
        v.metadata({
          title: "Rules",
          description:
            "In order: the first rule that is for a repository, and whose tags match a tag, decides about it. A tag that no rule decides about stays.",
        }),
      ),
    },
    instead(WANTED.file),
  ),
  v.metadata({
    title: "Retention policy of prune-image-tags",
    description: "Which tags of container images stay, by rules.",
  }),
);

/** The keys at the top of a file, and those of a rule. */
export const KEYS = {
  file: Object.keys(policyDocument.entries),
  rule: Object.keys(rule.entries),
} as const;

/** Makes the message for a value of another kind: says of what kind it is, and what to write instead. The value is not repeated: the file may be any file. */
export function instead(wanted: string): (issue: { readonly input: unknown }) => string {
  return ({ input }) => `it is ${described(input)}; write ${wanted}`;
}

function described(input: unknown): string {
  if (input === undefined) return "missing";
  if (input === null || input === "" || (Array.isArray(input) && input.length === 0)) return "empty";
  if (Array.isArray(input)) return "a list";
  if (typeof input === "object") return "a map";
  if (typeof input === "boolean") return String(input);
  return typeof input === "number" ? "a number" : "a text";
}

/** As `instead`, for a text that YAML reads as something else without quotes: the version `1.10` is the number 1.1. */
function inQuotes(wanted: string): (issue: { readonly input: unknown }) => string {
  return ({ input }) => {
    const isRead = typeof input === "number" || typeof input === "boolean";
    return isRead ? `YAML reads it as ${described(input)}; write it in quotes` : instead(wanted)({ input });
  };
}

/** Makes the schema of a property that may be left out, with what editors show. @param words the row's own, or those for the top of the file */
function about(row: FieldRow, words: FieldAtTop = {}) {
  const { help = row.help, otherwise = row.otherwise, examples = row.examples } = words;
  const { form } = row.value;
  return v.exactOptional(
    v.pipe(
      schemaOf(form),
      v.metadata({
        title: row.title ?? titleOf(row.name),
        description: otherwise === undefined ? help : `${help} Without it: ${otherwise}.`,
        ...(row.default === undefined ? {} : { default: row.default }),
        ...(examples === undefined ? {} : { examples }),
        ...(form.kind === "measure" ? { pattern: form.pattern } : {}),
      }),
    ),
  );
}

/** Returns a key in plain words: `keep-younger-than` is `Keep younger than`. */
function titleOf(name: string): string {
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1).replaceAll("-", " ")}`;
}

function schemaOf(form: ValueForm): v.GenericSchema {
  switch (form.kind) {
    case "name":
      return text(form.wanted);
    case "measure":
      return v.string(instead(form.wanted));
    case "count":
      return count(instead(form.wanted));
    case "choice":
      return v.picklist(form.choices, instead(form.wanted));
    case "patterns":
      return patterns(form.wanted);
    case "words":
      return words(form);
  }
}

function text(wanted: string) {
  const problem = inQuotes(wanted);
  // One line without spaces at its ends, for it stands in the middle of others.
  const odd = ({ input }: { readonly input: unknown }): string =>
    input === "" ? instead(wanted)({ input }) : `it has several lines, or a space at an end; write ${wanted}`;
  return v.pipe(v.string(problem), v.regex(/^\S(?:.*\S)?$/, odd));
}

function patterns(wanted: string) {
  const list = v.array(text("a pattern in quotes"), inQuotes(wanted));
  return v.union([text(wanted), v.pipe(list, v.minLength(1, instead(wanted)))], inQuotes(wanted));
}

function words({ words: known, wanted: one }: Extract<ValueForm, { readonly kind: "words" }>) {
  const key = `(?:${known.join("|")})`;
  const wanted = `${one}, or a list of them`;
  const word = v.pipe(v.string(instead(one)), v.metadata({ enum: [...known, "none"] }));
  return v.union(
    [
      v.pipe(v.string(), v.metadata({ pattern: `^\\s*(?:none|${key}(?:[\\s,]+${key})*)\\s*$` })),
      v.pipe(v.array(word), v.minLength(1, instead(wanted))),
    ],
    instead(wanted),
  );
}

function count(problem: ReturnType<typeof instead>) {
  return v.pipe(v.number(problem), v.integer(problem), v.minValue(0, problem));
}
