import { BadInputError } from "../../src/core/base/errors.js";
import { COMMAND_TABLE } from "../../src/program/commands.js";
import type { PruneSettings } from "../../src/settings/read/prune.js";
import { type KnownBefore, readSettings as readBy } from "../../src/settings/read/read-settings.js";
import type { RawSettings } from "../../src/settings/read/setting-reader.js";
import type { Command } from "../../src/settings/table/commands.js";

/** The settings of any command, read. */
export type Settings = ReturnType<(typeof COMMAND_TABLE)[Command]["read"]>;

/** Reads the settings of the command that they name, as both doors do. @throws {BadInputError} with everything that is wrong */
export function readSettings(raw: RawSettings, known: KnownBefore = {}): Settings {
  return readBy<Settings>(raw, (command) => COMMAND_TABLE[command].read, known);
}

/** Reads the settings of a prune. @throws {BadInputError} with everything that is wrong, another command included */
export function readPruneSettings(raw: RawSettings, known: KnownBefore = {}): PruneSettings {
  const settings = readSettings(raw, known);
  if (settings.command === "prune") return settings;
  throw new BadInputError([{ setting: "command", message: `"${settings.command}" is not prune` }]);
}
