import { BadInputError, type Problem } from "../../core/base/errors.js";
import { type ApplySettings, readApply } from "./apply.js";
import { type CheckSettings, readCheck } from "./check.js";
import { type ExplainSettings, readExplain } from "./explain.js";
import { type PruneSettings, readPrune } from "./prune.js";
import { type ReclaimSettings, readReclaim } from "./reclaim.js";
import { readRestore, type RestoreSettings } from "./restore.js";
import { readTry, type TrySettings } from "./try.js";
import type { SettingFiles } from "./setting-files.js";
import { type RawSettings, SettingReader } from "./setting-reader.js";
import { nearest, listed } from "../../core/base/words.js";
import { SETTINGS } from "../table/settings.js";
import { COMMANDS, type Command, type Setting } from "../table/setting.js";

export type Settings =
  | PruneSettings
  | ApplySettings
  | RestoreSettings
  | ReclaimSettings
  | CheckSettings
  | ExplainSettings
  | TrySettings;

/** What is known before the settings are read. */
export interface Found {
  /** Problems that the door has found already. */
  readonly problems?: readonly Problem[];
  /** The files that settings name. */
  readonly files?: SettingFiles;
  /** What is so where a setting is not given, by the environment: no word of the user's, so that a command which does not take it does not mind. */
  readonly otherwise?: RawSettings;
}

/**
 * Reads the settings of the command that they name. An empty text is as good as none, save where that would be dangerous: `${{ inputs.typo }}` arrives empty.
 * @throws {BadInputError} with everything that is wrong
 */
export function readSettings(raw: RawSettings, found: Found = {}): Settings {
  const read = new SettingReader(raw, found.files, found.otherwise);
  const command = read.choice("command", COMMANDS);
  const settings = READERS[command](read);
  const problems = [...(found.problems ?? []), ...strangers(raw, command), ...read.problems];
  if (problems.length > 0) throw new BadInputError(problems);
  return settings;
}

/** Reads the settings of a prune. @throws {BadInputError} with everything that is wrong, another command included */
export function readPruneSettings(raw: RawSettings, found: Found = {}): PruneSettings {
  const settings = readSettings(raw, found);
  if (settings.command === "prune") return settings;
  throw new BadInputError([{ setting: "command", message: `"${settings.command}" is not prune` }]);
}

const READERS = {
  prune: readPrune,
  apply: readApply,
  restore: readRestore,
  reclaim: readReclaim,
  check: readCheck,
  explain: readExplain,
  try: readTry,
} as const;

/** What to say of a setting that does not exist. `known` are the names that do. */
export function unknownSetting(name: string, known: readonly string[]): Problem {
  return { setting: name, message: `there is no such setting; did you mean ${nearest(name, known)}?` };
}

/** Settings that were given and belong to other commands: whoever wrote them believes that they do something. */
function strangers(raw: RawSettings, command: Command): readonly Problem[] {
  const known: readonly Setting[] = SETTINGS;
  return SETTINGS.flatMap(({ name }) => {
    const setting = known.find((other) => other.name === name);
    const given = raw[name]?.trim() ?? "";
    const isGiven = given !== "" && given !== setting?.default;
    if (!isGiven || setting?.commands.includes(command) !== false) return [];
    const takers = `${listed(setting.commands, "and")} ${setting.commands.length === 1 ? "does" : "do"}`;
    return [{ setting: name, message: `${command} does not take it; ${takers}` }];
  });
}
