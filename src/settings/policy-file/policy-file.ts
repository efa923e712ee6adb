import { isObject } from "../../core/base/json.js";
import type { Policies, ScopedRule } from "../../core/policy/policy.js";
import { eclipses, type Scope } from "./unreachable-rules.js";
import { PolicyReader, textsIn } from "./policy-reader.js";
import { type Complaint, type Path, structureComplaints } from "./policy-structure.js";
import { RULE_FIELDS } from "../table/rule-fields.js";
import { FIELD_ROWS, readValues, ruleOf, TOP_ROWS, topOf } from "../table/rule-values.js";
import { readYaml, type YamlSource } from "../../yaml/yaml-source.js";

/** A policy file that was read; or all that is wrong with it, one line for each problem, which begins with where it is. */
export type PolicyFile =
  | { readonly kind: "read"; readonly policy: Pick<Policies, "rules" | "exclude" | "maxSize"> }
  | { readonly kind: "wrong"; readonly problems: readonly string[] };

interface Options {
  /** True if a rule may keep nothing. */
  readonly allowEmpty: boolean;
}

/** Reads a policy file, which is YAML 1.2, strictly. Reports all that is wrong at once, and never throws. Each rule that is returned has a name. */
export function readPolicyFile(text: string, { allowEmpty }: Options): PolicyFile {
  const source = readYaml(text, "1.2");
  if (source.kind === "broken") return { kind: "wrong", problems: brokenLines(source.errors, text) };
  const document = isObject(source.value) ? source.value : {};
  const rules = Array.isArray(document["rules"]) ? (document["rules"] as readonly unknown[]) : [];
  const structure = structureComplaints(source.value);
  const read = new PolicyReader(structure);
  const policy = {
    rules: rules.map((rule, index) => readRule(read, rule, index)),
    ...topOf(readValues(TOP_ROWS, ({ name }) => read.at(document, name, []))),
  };
  const complaints = [
    ...structure,
    ...read.complaints,
    ...(allowEmpty ? [] : emptyingRules(policy.rules)),
    ...nameTwins(rules, policy.rules),
    ...unreachedRules(scopesOf(rules, structure)),
  ];
  if (complaints.length === 0) return { kind: "read", policy };
  return { kind: "wrong", problems: linesOf(complaints, source.lineOf) };
}

/** Reads a rule. A value that is wrong, which the complaints say, counts as not written. A rule without a name has its place for one. */
function readRule(read: PolicyReader, value: unknown, index: number): ScopedRule {
  const map = isObject(value) ? value : {};
  const values = readValues(FIELD_ROWS, ({ name }) => read.at(map, name, ["rules", index]));
  return ruleOf({ name: String(index + 1), ...values });
}

function emptyingRules(rules: readonly ScopedRule[]): readonly Complaint[] {
  const message = "0 would delete every candidate; write 1 or more, or allow-empty: true beside policy";
  return rules.flatMap(({ keep }, index) =>
    keep === 0 ? [{ path: ["rules", index, "keep"], message }] : [],
  );
}

/** Complains of names that another rule has too. A rule without a name is called by its place. */
function nameTwins(written: readonly unknown[], rules: readonly ScopedRule[]): readonly Complaint[] {
  const hasName = (index: number): boolean => isObject(written[index]) && "name" in written[index];
  // The first rule of each name, and the first that is called so by its place, which may come later.
  const [first, placed] = [new Map<string, number>(), new Map<string, number>()];
  rules.forEach(({ name = "" }, index) => {
    if (!first.has(name)) first.set(name, index);
    if (!hasName(index) && !placed.has(name)) placed.set(name, index);
  });
  return rules.flatMap(({ name = "" }, index) => {
    if (!hasName(index)) return [];
    const before = first.get(name) ?? index;
    const twin = before < index ? before : placed.get(name);
    const message = `it is what rules[${twin}] is called; write another name`;
    return twin === undefined ? [] : [{ path: ["rules", index, "name"], message }];
  });
}

/** Returns each rule's scope; `undefined` where something is wrong that its scope may depend on, such as a misspelt key. */
function scopesOf(
  rules: readonly unknown[],
  structure: readonly Complaint[],
): readonly (Scope | undefined)[] {
  const scope: readonly string[] = [RULE_FIELDS.repositories.name, RULE_FIELDS.tags.name];
  const others = FIELD_ROWS.map(({ name }) => name).filter((name) => !scope.includes(name));
  const unclear = new Set(
    structure.flatMap(({ path: [list, place, key] }) =>
      list === "rules" && !others.some((other) => other === key) ? [place] : [],
    ),
  );
  return rules.map((rule, index) => {
    if (unclear.has(index) || !isObject(rule)) return undefined;
    return { repositories: textsIn(rule["repositories"]), tags: textsIn(rule["tags"]) };
  });
}

function unreachedRules(scopes: readonly (Scope | undefined)[]): readonly Complaint[] {
  return eclipses(scopes).map(({ rule, by, isSame }) => {
    const earlier = `rules[${by}]`;
    const why = isSame
      ? `${earlier} before it is for the same; make one of the two`
      : `${earlier} before it takes all that it is for; put it before ${earlier}`;
    return { path: ["rules", rule], message: `no tag ever comes to it, for ${why}` };
  });
}

type LineOf = Extract<YamlSource, { readonly kind: "read" }>["lineOf"];

function linesOf(complaints: readonly Complaint[], lineOf: LineOf): readonly string[] {
  // A key that is missing has the line of the map that it is missing from.
  const lineAt = (path: Path): number =>
    path.length === 0 ? 1 : (lineOf(path) ?? lineAt(path.slice(0, -1)));
  const told = complaints.map(({ path, message }) => ({
    line: lineAt(path),
    text: `${pathText(path)}: ${message}`,
  }));
  return inOrder(told);
}

function inOrder(told: readonly { readonly line: number; readonly text: string }[]): readonly string[] {
  const lines = [...told].sort((a, b) => a.line - b.line).map(({ line, text }) => `line ${line}: ${text}`);
  const once = [...new Set(lines)];
  const left = once.length - MOST_PROBLEMS;
  return left > 0 ? [...once.slice(0, MOST_PROBLEMS), `and ${left} more`] : once;
}

const MOST_PROBLEMS = 50;
// No key of a policy looks otherwise, and what does may be anything: the whole of an environment, up to its first colon.
const KEY = /^[A-Za-z_<][\w<-]{0,29}$/;

/** Writes a path as `rules[0].keep-younger-than`. What can't be a key of a policy is not repeated. */
function pathText(path: Path): string {
  if (path.length === 0) return "the file";
  const steps = path.map((step) => {
    if (typeof step === "number") return `[${step}]`;
    return KEY.test(step) ? `.${step}` : ".(a key)";
  });
  return steps.join("").replace(/^\./, "");
}

function brokenLines(errors: readonly string[], text: string): readonly string[] {
  const source = text.split(/\r\n|[\r\n]/);
  const told = errors.map((error) => {
    const { number, message = error } = /^line (?<number>\d+): (?<message>.*)$/s.exec(error)?.groups ?? {};
    const hasSigns = /[*?[{!@%&`]/.test(source[Number(number) - 1] ?? "");
    const advice = hasSigns ? '; write patterns in quotes, such as "*-alpha.*"' : "";
    return { line: Number(number ?? 1), text: `it can't be read as YAML: ${message}${advice}` };
  });
  return inOrder(told);
}
