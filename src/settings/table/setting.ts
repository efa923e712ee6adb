import type { Command } from "./commands.js";

export type SettingType = "choice" | "list" | "text" | "boolean" | "count" | "size" | "duration";

/** One setting, as both doors offer it. */
export interface Setting {
  readonly name: string;
  readonly type: SettingType;
  readonly choices?: readonly string[];
  /** As it would be written; absent where there is none. */
  readonly default?: string;
  /** What `action.yml` has for a default, where it is an expression. */
  readonly inAction?: string;
  /** The default in words, where it is not a value. */
  readonly otherwise?: string;
  /** The commands that take it. */
  readonly commands: readonly Command[];
  /** The whole explanation for users; `action.yml`, `README.md` and `--help` show it. */
  readonly help: string;
}
