import type { Problem } from "../core/base/errors.js";
import type { Color } from "../report/log/color.js";
import type { RawSettings } from "../settings/read/setting-reader.js";
import type { SettingName } from "../settings/table/settings.js";
import type { Command } from "../settings/table/commands.js";
import type { LOG_FORMATS } from "./flags.js";
import type { Shell } from "./words.js";

/** A command line, read: it asks for nothing, for help (with one command, or with all), for something about the program, or for a run. */
export type CommandLine =
  | { readonly kind: "nothing" }
  | { readonly kind: "help"; readonly isShort: boolean; readonly command?: Command }
  | { readonly kind: "version" }
  | { readonly kind: "completion"; readonly shell: Shell }
  | { readonly kind: "wrong"; readonly problems: readonly Problem[] }
  | RunLine;

/** The flags that say in which form a run is printed. */
export interface OutputFlags {
  readonly json: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly logFormat: (typeof LOG_FORMATS)[number];
  readonly color: Color;
}

/** A command line that runs a command. */
export interface RunLine extends OutputFlags {
  readonly kind: "run";
  readonly command: Command;
  readonly raw: RawSettings;
  /** Problems of the command line itself. */
  readonly problems: readonly Problem[];
  /** Settings that are missing, perhaps because a flag that does not exist, or that is true or false, has taken their word: that flag is the mistake. */
  readonly lost: readonly SettingName[];
  readonly passwordStdin: boolean;
  readonly yes: boolean;
}
