import type { View } from "../report/verbs/view.js";
import type { SettingReader } from "../settings/read/setting-reader.js";
import type { SettingName } from "../settings/table/settings.js";
import type { Door } from "./door.js";

/** The row of a command: all that the doors know of it. */
interface CommandRow<Settings, Result> {
  /** The settings that words without a flag are values of, in order. More words belong to the last. */
  readonly positional: readonly [SettingName, ...SettingName[]];
  /** True if the command asks a person before it changes anything. */
  readonly asks: boolean;
  /** Reads the settings; problems go to the reader. */
  readonly read: (read: SettingReader) => Settings;
  /** Runs the command, and loads what only this command needs. */
  readonly run: (settings: Settings, door: Door) => Promise<Result>;
  /** Returns the result as the doors show it. */
  readonly view: (result: Result, door: Door) => View | Promise<View>;
}

/** Runs a command whose settings are read, and returns the view of its result. */
export type PreparedCommand = (door: Door) => Promise<View>;

/** A row whose three steps are joined, so that a door need not know the types of its settings and of its result. */
export interface CommandEntry<Settings> extends Omit<CommandRow<Settings, never>, "run" | "view"> {
  /** Reads the settings, and returns the command that is to run with them. */
  readonly prepare: (read: SettingReader) => PreparedCommand;
}

/** Joins a row's steps: read, run, view. */
export function joinSteps<Settings, Result>(row: CommandRow<Settings, Result>): CommandEntry<Settings> {
  const { run, view, ...entry } = row;
  return {
    ...entry,
    prepare: (read) => {
      const settings = row.read(read);
      return async (door) => view(await run(settings, door), door);
    },
  };
}
