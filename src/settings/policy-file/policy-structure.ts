import * as v from "valibot";
import { isObject } from "../../core/base/json.js";
import { instead, KEYS, policyDocument, WANTED } from "./policy-schema.js";
import { nearest } from "../../core/base/words.js";
import { SETTINGS } from "../table/settings.js";

/** A path to a value in a YAML file: keys, and places in lists from 0. */
export type Path = readonly (string | number)[];

/** A complaint about a part of a policy file, with what to write instead. */
export interface Complaint {
  readonly path: Path;
  readonly message: string;
}

/** Returns every complaint about a policy file's structure: unknown keys, and values of another kind than the key takes. */
export function structureComplaints(document: unknown): readonly Complaint[] {
  if (!isObject(document)) return [misplaced([], WANTED.file, document)];
  const rules = Array.isArray(document["rules"]) ? (document["rules"] as readonly unknown[]) : undefined;
  // Valibot takes a list for a map, and names the first of several strange keys alone.
  const maps = rules?.map((rule) => (Array.isArray(rule) ? {} : rule));
  const { issues = [] } = v.safeParse(policyDocument, { ...document, ...(maps && { rules: maps }) });
  const found = issues.filter(({ expected }) => expected !== "never").flatMap((issue) => complaintsOf(issue));
  return [
    ...found,
    ...strangers([], document, KEYS.file),
    ...(rules ?? []).flatMap((rule, index) =>
      Array.isArray(rule)
        ? [misplaced(["rules", index], WANTED.rule, rule)]
        : strangers(["rules", index], rule, KEYS.rule),
    ),
  ];
}

function misplaced(path: Path, wanted: string, input: unknown): Complaint {
  return { path, message: instead(wanted)({ input }) };
}

/** Makes complaints of an issue. A choice between a text and a list has issues of both; those of the list's items say where the problem is. */
function complaintsOf(issue: v.BaseIssue<unknown>, base: Path = []): readonly Complaint[] {
  const path = [
    ...base,
    ...(issue.path ?? []).map(({ key }) => (typeof key === "number" ? key : String(key))),
  ];
  const ofItems = (issue.issues ?? []).filter((part) => part.path !== undefined);
  if (ofItems.length > 0) return ofItems.flatMap((part) => complaintsOf(part, path));
  return [{ path, message: issue.message }];
}

function strangers(path: Path, map: unknown, known: readonly string[]): readonly Complaint[] {
  const strange = Object.keys(isObject(map) ? map : {}).filter((key) => !known.includes(key));
  return strange.map((key) => ({ path: [...path, key], message: strangeKey(key, known) }));
}

function strangeKey(key: string, known: readonly string[]): string {
  if (key === "<<") return "YAML 1.2 merges nothing; write out what it would bring";
  // By its letters it is nearest to exclude, which means the opposite.
  if (key === "include") return "there is no such key; did you mean tags, in a rule?";
  if (KEYS.rule.includes(key)) return "it is said of a rule; write it within one";
  if (SETTINGS.some(({ name }) => name === key)) {
    return "it is a setting of the run; write it beside policy, not in the file";
  }
  return `there is no such key; did you mean ${nearest(key, known)}?`;
}
