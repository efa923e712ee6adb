import type { Problem } from "../core/base/errors.js";
import { COLORS } from "../report/log/color.js";
import { LOG_FORMATS } from "./flags.js";
import type { OutputFlags } from "./line.js";

/** The values of each flag, as they were written. */
type FlagValues = ReadonlyMap<string, readonly string[]>;

/** Returns the flags that say in which form a run is printed. What is wrong is added to the problems. */
export function readOutputFlags(values: FlagValues, problems: Problem[]): OutputFlags {
  const flags = {
    json: readFlag("json", values, problems),
    quiet: readFlag("quiet", values, problems),
    verbose: readFlag("verbose", values, problems),
    logFormat: readChoice("log-format", LOG_FORMATS, { values, problems }),
    color: readChoice("color", COLORS, { values, problems }),
  };
  if (flags.quiet && flags.verbose) {
    problems.push({ setting: "--quiet", message: "--verbose is given too; give one" });
  }
  return flags;
}

function readChoice<T extends string>(
  name: string,
  choices: readonly [T, ...T[]],
  { values, problems }: { readonly values: FlagValues; readonly problems: Problem[] },
): T {
  const value = values.get(name)?.at(-1) ?? choices[0];
  const found = choices.find((choice) => choice === value);
  if (found === undefined) {
    problems.push({ setting: `--${name}`, message: `"${value}" is not ${choices.join(" or ")}` });
  }
  return found ?? choices[0];
}

/** Returns the truth of a flag that is true or false. What is neither is added to the problems. */
export function readFlag(name: string, values: FlagValues, problems: Problem[]): boolean {
  const value = values.get(name)?.at(-1) ?? "false";
  if (value !== "true" && value !== "false") {
    problems.push({ setting: `--${name}`, message: `"${value}" is not true or false` });
  }
  return value === "true";
}
