import { type Finding, finding } from "../core/result/finding.js";
import { isObject } from "../core/base/json.js";
import { type RegistrySettings, SET_LATER } from "./storage-rules.js";
import { readYaml } from "../yaml/yaml-source.js";

/** A variable of a registry's environment. `value` is undefined if it comes from the environment that starts the container. */
export interface Variable {
  readonly name: string;
  readonly value?: string;
  readonly line?: number;
}

/** Reads an `environment:` in either form that compose knows: a mapping, or a list of `NAME=value`. */
export function readVariables(
  environment: unknown,
  lineOf: (step: string | number) => number | undefined,
): readonly Variable[] {
  const entries: readonly (readonly [string | number, unknown, unknown])[] = Array.isArray(environment)
    ? environment.map((entry: unknown, index) => [index, ...splitEntry(entry)] as const)
    : Object.entries(isObject(environment) ? environment : {}).map(
        ([name, value]) => [name, name, value] as const,
      );
  return entries.flatMap(([step, name, value]) => {
    if (typeof name !== "string" || !name.startsWith("REGISTRY_")) return [];
    const line = lineOf(step);
    const text = value === null || value === undefined ? undefined : textOf(value);
    return [
      { name, ...(text === undefined ? {} : { value: text }), ...(line === undefined ? {} : { line }) },
    ];
  });
}

function splitEntry(entry: unknown): readonly [unknown, unknown] {
  if (typeof entry !== "string") return [undefined, undefined];
  const equals = entry.indexOf("=");
  return equals === -1 ? [entry, undefined] : [entry.slice(0, equals), entry.slice(equals + 1)];
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

// Measured, 2.8 and 3.x: a variable below one of these makes the registry panic at its start or, where the file has the
// section, is ignored.
const WHOLE = /^(?<whole>REGISTRY_STORAGE_MAINTENANCE_(?:READONLY|UPLOADPURGING))_/;

/** A finding for each variable that sets a part of a section which the registry reads only as a whole. */
export function examineVariables(subject: string, variables: readonly Variable[]): readonly Finding[] {
  return variables.flatMap(({ name, line }) => {
    const whole = WHOLE.exec(name)?.groups?.["whole"];
    if (whole === undefined) return [];
    const form = whole.endsWith("READONLY")
      ? '{"enabled":true}'
      : '{"enabled":true,"age":"168h","interval":"24h","dryrun":false}';
    return [
      finding("problem", "config-environment", {
        message: `${subject} sets ${name}, which the registry ignores or does not start with${lineText(line)}.`,
        fix: `Give the section as a whole: ${whole}=${form}`,
      }),
    ];
  });
}

/**
 * The settings that variables stand for: `REGISTRY_STORAGE_DELETE_ENABLED` is `storage.delete.enabled`, and a value is YAML
 * (Distribution's documentation, "Override specific configuration options").
 */
export function settingsOf(
  variables: readonly Variable[],
  { subject, defaults }: Pick<RegistrySettings, "subject" | "defaults">,
): RegistrySettings {
  const find = (path: readonly string[]): { readonly value: unknown; readonly line?: number } => {
    for (let length = path.length; length > 0; length -= 1) {
      const name = nameOf(path.slice(0, length));
      const variable = variables.find((one) => one.name === name);
      if (variable === undefined) continue;
      const value = valueAt(parseValue(variable.value), path.slice(length));
      // REGISTRY_STORAGE=s3 does not set anything below storage.s3.
      if (value === undefined) continue;
      return { value, ...(variable.line === undefined ? {} : { line: variable.line }) };
    }
    return { value: undefined };
  };
  return {
    subject,
    defaults,
    at: (...path) => find(path).value,
    where: (...path) => lineText(find(path).line),
    write: (path, value) => `${nameOf(path.split("."))}=${value}`,
  };
}

/** A line number for a sentence's end, ` (line 3)`; empty if it is not known. */
export function lineText(line: number | undefined): string {
  return line === undefined ? "" : ` (line ${line})`;
}

/** The value at a path within a parsed value. */
export function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (found, key) => (found === SET_LATER ? SET_LATER : isObject(found) ? found[key] : undefined),
    value,
  );
}

function nameOf(path: readonly string[]): string {
  return ["registry", ...path].join("_").toUpperCase();
}

/** Returns the value of a variable, which is YAML; `SET_LATER` where it is put in when the file is used. */
export function parseValue(text: string | undefined): unknown {
  // Compose replaces $NAME and ${NAME}; $$ is a dollar sign.
  if (text === undefined || /(?<!\$)(?:\$\$)*\$(?!\$)/.test(text)) return SET_LATER;
  const source = readYaml(text, "1.1");
  return source.kind === "read" ? source.value : text;
}
