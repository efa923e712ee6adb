import type { Command } from "./commands.js";

export type SettingType = "choice" | "list" | "text" | "boolean" | "count" | "size" | "duration";

/** A setting, as both doors offer it. */
export interface Setting {
  readonly name: string;
  readonly type: SettingType;
  readonly choices?: readonly string[];
  /** The default as a user would write it; absent where there is none. */
  readonly default?: string;
  /** The default in `action.yml`, where it is an expression there. */
  readonly inAction?: string;
  /** The default in words, where it is not a value. */
  readonly otherwise?: string;
  /** The commands that take it. */
  readonly commands: readonly Command[];
  /** True if its value is the path of a file: in the action that has to be in the workspace. */
  readonly isFile?: true;
  /** The whole explanation for users; `action.yml`, `docs/reference.md` and `--help` show it. */
  readonly help: string;
}
