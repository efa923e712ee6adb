import { MOST_BYTES, readRegular, whyUnreadable } from "../../files/read-regular.js";
import type { parsePattern } from "../../core/names/pattern.js";
import type { readPolicyFile } from "../policy-file/policy-file.js";
import { INPUT_ROWS, inputNameOf, type RuleInputName } from "../table/rule-inputs.js";

/** The text of a file. */
interface FileText {
  readonly text: string;
}

/** The reason why a file can't be read. */
interface Unreadable {
  readonly problem: string;
}

/** The files that settings name, by the setting, and the lazily loaded functions that read a policy and regular expressions. */
export interface SettingFiles {
  readonly policy?: (FileText & { readonly read: typeof readPolicyFile }) | Unreadable;
  readonly "protect-from"?: FileText | Unreadable;
  readonly parsePattern?: typeof parsePattern;
}

/** The settings that name a file or need a lazily loaded function, as they are written. */
export type Loading = Readonly<Partial<Record<"policy" | "protect-from" | RuleInputName, string>>>;

/**
 * Reads the files that settings name, and loads the functions that settings need: lazily, for most runs have no YAML and no regular expression. Never throws:
 * a file that can't be read is reported with all other problems.
 */
export async function readSettingFiles(raw: Loading): Promise<SettingFiles> {
  const [policy, inUse] = await Promise.all([
    readNamed(raw.policy, MOST_BYTES.configuration),
    readNamed(raw["protect-from"], MOST_BYTES.output),
  ]);
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

async function readNamed(name = "", most: number): Promise<FileText | Unreadable | undefined> {
  const path = name.trim();
  if (path === "") return undefined;
  try {
    return { text: (await readRegular(path, most)).toString("utf8") };
  } catch (error) {
    return {
      problem: `${path} can't be read (${whyUnreadable(error)}); is the repository checked out, and the path right?`,
    };
  }
}
