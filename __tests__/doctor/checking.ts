import { check, type CheckResult } from "../../src/commands/check.js";
import type { CheckSettings } from "../../src/settings/read/check.js";
import type { Finding } from "../../src/core/result/finding.js";
import { GITHUB_COM } from "../../src/core/names/github.js";
import { parseReference } from "../../src/core/names/reference.js";

/** What a check found, and the secrets that it told of. */
export interface Checked {
  readonly result: CheckResult;
  readonly secrets: readonly string[];
  /** The findings of one check, in their order. */
  readonly of: (name: string) => readonly Finding[];
  /** The kinds of the findings, by check; where there are several, the last. */
  readonly kinds: Readonly<Record<string, string>>;
}

/** Checks as a door does, of an image as it would be written. */
export async function runCheck(
  image: string | undefined,
  settings: Partial<Omit<CheckSettings, "image" | "command">> = {},
): Promise<Checked> {
  const secrets: string[] = [];
  const reference = image === undefined ? {} : { image: parseReference(image) };
  const result = await check(
    { tokenServers: [], plainHttp: [], concurrency: 8, github: GITHUB_COM, ...reference, ...settings },
    { userAgent: "prune-image-tags/test", onSecret: (secret) => secrets.push(secret) },
  );
  return {
    result,
    secrets,
    of: (name) => result.findings.filter((found) => found.check === name),
    kinds: Object.fromEntries(result.findings.map(({ check: name, kind }) => [name, kind])),
  };
}
