import { BadInputError, type Problem } from "../../core/base/errors.js";
import type { SettingFiles } from "./setting-files.js";
import { type RawSettings, SettingReader } from "./setting-reader.js";
import { nearName } from "../../core/base/near-name.js";
import { listed } from "../../core/base/words.js";
import { type SettingName, SETTINGS } from "../table/settings.js";
import { COMMANDS, type Command } from "../table/commands.js";
import type { Setting } from "../table/setting.js";

/** The facts that a door gathers before the settings are read. */
export interface KnownBefore {
  /** Problems that the door has found already. */
  readonly problems?: readonly Problem[];
  /** Settings that are missing because of one of these problems: what they lack is not said besides. */
  readonly lost?: readonly SettingName[];
  /** The files that settings name. */
  readonly files?: SettingFiles;
  /** Values from the environment for settings that are not given. The user did not write them, so a command which does not take them does not mind. */
  readonly otherwise?: RawSettings;
}

/**
 * Reads the settings of the command that they name, by the reader that `readerOf` returns for it. An empty text counts as not given, except where that would
 * be dangerous: `${{ inputs.typo }}` arrives empty.
 * @throws {BadInputError} with everything that is wrong
 */
export function readSettings<Settings>(
  raw: RawSettings,
  readerOf: (command: Command) => (read: SettingReader) => Settings,
  known: KnownBefore = {},
): Settings {
  const read = new SettingReader(raw, known.files, known.otherwise);
  const command = read.choice("command", COMMANDS);
  const settings = readerOf(command)(read);
  const lost = new Set<string>(known.lost);
  const found = read.problems.filter(({ setting }) => !lost.has(setting));
  const problems = [...(known.problems ?? []), ...strangers(raw, command), ...found];
  if (problems.length > 0) throw new BadInputError(problems);
  return settings;
}

/** Returns the problem of a setting that does not exist. `known` are the names that do. */
export function unknownSetting(name: string, known: readonly string[]): Problem {
  const near = known.includes(slug(name)) ? slug(name) : nearName(slug(name), known);
  const end = near === undefined ? "docs/reference.md lists them" : `did you mean ${near}?`;
  return { setting: name, message: `there is no such setting; ${end}` };
}

/** Returns a name in the form of the names of settings: people write `DRY_RUN` too. */
function slug(name: string): string {
  return name.toLowerCase().replaceAll("_", "-");
}

/** Returns a problem for each given setting that belongs to other commands: whoever wrote it believes that it does something. */
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
