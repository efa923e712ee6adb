import { readFile } from "node:fs/promises";
import type { parsePattern } from "../../core/names/pattern.js";
import type { readPolicyFile } from "../policy-file/policy-file.js";
import { INPUT_ROWS, inputNameOf, type RuleInputName } from "../table/rule-inputs.js";

/** What a file says. */
interface FileText {
  readonly text: string;
}

/** Why a file can't be read. */
interface Unreadable {
  readonly problem: string;
}

/** The files that settings name, by the setting: their text, or why that can't be read; and what reads a policy, and patterns that are no mere globs. */
export interface SettingFiles {
  readonly policy?: (FileText & { readonly read: typeof readPolicyFile }) | Unreadable;
  readonly "protect-from"?: FileText | Unreadable;
  readonly parsePattern?: typeof parsePattern;
}

/** The settings that say what is to be loaded before all are read: those that name a file, and those that may have a regular expression. */
export type Loading = Readonly<Partial<Record<"policy" | "protect-from" | RuleInputName, string>>>;

/**
 * Reads the files that settings name, and loads what reads settings of theirs: lazily, for most runs have no YAML and no regular expression. Never throws:
 * what can't be read is said with the rest of what is wrong.
 */
export async function readSettingFiles(raw: Loading): Promise<SettingFiles> {
  const [policy, inUse] = await Promise.all([readNamed(raw.policy), readNamed(raw["protect-from"])]);
  const patterns = INPUT_ROWS.filter(({ value }) => value.form.kind === "patterns");
  const hasExpression = patterns.some((row) => /^\s*\//m.test(raw[inputNameOf(row)] ?? ""));
  return {
    ...(policy === undefined ? {} : { policy: await withReader(policy) }),
    ...(inUse === undefined ? {} : { "protect-from": inUse }),
    ...(hasExpression ? { parsePattern: (await import("../../core/names/pattern.js")).parsePattern } : {}),
  };
}

async function withReader(policy: FileText | Unreadable): Promise<NonNullable<SettingFiles["policy"]>> {
  if ("problem" in policy) return policy;
  const { readPolicyFile: read } = await import("../policy-file/policy-file.js");
  return { ...policy, read };
}

async function readNamed(name = ""): Promise<FileText | Unreadable | undefined> {
  const path = name.trim();
  if (path === "") return undefined;
  try {
    return { text: await readFile(path, "utf8") };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    return { problem: `${path} can't be read (${code}); is the repository checked out, and the path right?` };
  }
}
