import * as core from "@actions/core";
import { runApply, runPrune } from "./deletions.js";
import { fail, secrets } from "./host.js";
import { type Problem, PruneError } from "../core/base/errors.js";
import { readSettings, unknownSetting } from "../settings/read/read-settings.js";
import { describeThrown } from "../report/words/outcomes.js";
import { settingsOf } from "../settings/read/environment.js";
import { readSettingFiles } from "../settings/read/setting-files.js";
import type { RawSettings } from "../settings/read/setting-reader.js";
import { SETTINGS } from "../settings/table/settings.js";

/** The inputs that were given; one that is left out of a workflow arrives as its default, or empty. */
function readInputs(): { readonly raw: RawSettings; readonly problems: readonly Problem[] } {
  const names = SETTINGS.map(({ name }) => name);
  const variable = (name: string): string => `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`;
  const given = names.filter((name) => process.env[variable(name)] !== undefined);
  const known = new Set(names.map(variable));
  const unknown = Object.keys(process.env).filter((key) => key.startsWith("INPUT_") && !known.has(key));
  return {
    raw: Object.fromEntries(given.map((name) => [name, core.getInput(name)])),
    problems: unknown.map((key) => unknownSetting(key.slice("INPUT_".length).toLowerCase(), names)),
  };
}

async function run(): Promise<void> {
  const { raw, problems } = readInputs();
  // It arrives without anybody's word, so that a command which does not take it does not mind.
  const { "github-token": token, ...given } = raw;
  for (const secret of [raw.password, token]) secrets.add(secret ?? "");
  const otherwise = settingsOf(process.env, token);
  const settings = readSettings(given, { problems, files: await readSettingFiles(given), otherwise });
  switch (settings.command) {
    case "prune":
      return runPrune(settings);
    case "apply":
      return runApply(settings);
    case "restore":
      return (await import("./restore.js")).runRestore(settings);
    case "reclaim":
      return (await import("./reclaim.js")).runReclaim(settings);
    case "check":
      return (await import("./check.js")).runCheck(settings);
    case "explain":
      return (await import("./explain.js")).runExplain(settings);
    case "try":
      throw new PruneError(
        "try reads names from standard input, which a step has none of",
        "Run it on a command line: prune-image-tags try < tags.txt.",
      );
  }
}

try {
  await run();
} catch (error) {
  // Whatever is thrown fails the step: a green step that did nothing would be believed.
  fail(describeThrown(error));
}
