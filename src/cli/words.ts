import { nearName } from "../core/base/near-name.js";
import { unknownSetting } from "../settings/read/read-settings.js";
import { COMMANDS, type Command } from "../settings/table/commands.js";
import { FLAG_NAMES, FLAGS, LETTERS } from "./flags.js";

/** The words that stand where a command does, and are none of the table. */
export const OWN_WORDS = ["help", "completion"] as const;

/** The shells that there is a completion for. */
export const SHELLS = ["bash", "zsh", "fish"] as const;

/** One of the shells that there is a completion for. */
export type Shell = (typeof SHELLS)[number];

// Nobody is to be led to a flag that skips a question.
const SUGGESTED = FLAG_NAMES.filter((name) => name !== "yes");

/** Returns the arguments with each flag that takes a value or a truth joined to it; a flag without its value gets an empty one: `--include --dry-run` would swallow the second flag. */
export function joinValues(argv: readonly string[]): readonly string[] {
  const end = argv.includes("--") ? argv.indexOf("--") : argv.length;
  const joined: string[] = [];
  for (let index = 0; index < argv.length; index += 1) {
    const [word = "", next] = [argv[index], argv[index + 1]];
    const flag = index < end ? FLAGS.find(({ name }) => word === `--${name}`) : undefined;
    const isTruth = flag?.type === "boolean" && next !== undefined && isTruthWord(next);
    if (isTruth) index += 1;
    if (isTruth) joined.push(`${word}=${next}`);
    else if (lacksValue(flag?.type, next)) joined.push(`${word}=`);
    else joined.push(word);
  }
  return joined;
}

/** True for a word that somebody writes behind a flag that is true or false. No registry is called so. */
function isTruthWord(word: string): boolean {
  return /^(?:true|false|yes|no|on|off)$/i.test(word);
}

function lacksValue(type: string | undefined, next: string | undefined): boolean {
  return type !== undefined && type !== "boolean" && (next === undefined || next.startsWith("-"));
}

/** Parts the words of letters that are no flags (`-f`, `-dry-run`), and the values that they may have, from all others. */
export function takeLetters(argv: readonly string[]): {
  readonly words: readonly string[];
  readonly strange: readonly string[];
} {
  const end = argv.includes("--") ? argv.indexOf("--") : argv.length;
  const letters = new RegExp(`^-[${Object.values(LETTERS).join("")}]+$`);
  const words: string[] = [];
  const strange: string[] = [];
  for (let index = 0; index < argv.length; index += 1) {
    const word = argv[index] ?? "";
    if (index >= end || !/^-[^-]/.test(word) || letters.test(word)) {
      words.push(word);
    } else {
      strange.push(word.replace(/=.*/s, ""));
      if (mayTake(word, argv[index + 1])) index += 1;
    }
  }
  return { words, strange };
}

function mayTake(word: string, next: string | undefined): boolean {
  const isTruth = FLAGS.find(({ name }) => word === `-${name}`)?.type === "boolean";
  return next !== undefined && !next.startsWith("-") && !word.includes("=") && !isTruth;
}

/** Returns the message about a word of letters that are no flags. */
export function unknownLetters(word: string): string {
  const isLong = SUGGESTED.includes(word.slice(1));
  return isLong
    ? `write -${word}, with two dashes`
    : "there is no such flag; those of one letter are -h (help), -n (dry-run), -q (quiet), -v (verbose) and -V (version)";
}

/** Returns the message about a flag that does not exist, with the flag that it may be a slip of. */
export function unknownFlag(name: string): string {
  const { message } = unknownSetting(name, SUGGESTED);
  return message.replace("did you mean ", "did you mean --").replace(/docs\S+ lists/, "--help lists");
}

/** True for a word that names neither a host nor a path: it was meant for a command. */
export function isBareWord(word: string): boolean {
  return /^[a-z][a-z-]*$/i.test(word);
}

/** True for a word behind a flag that is true or false which was meant as its value: it is no image and, where it may be one, no slip of a command. */
export function isNoTruth(word: string, mayBeCommand: boolean): boolean {
  return /^[\w-]+$/.test(word) && !(mayBeCommand && nearCommand(word) !== undefined);
}

/** Returns the command, or the other first word, that a word may be a slip of. */
export function nearCommand(word: string): Command | (typeof OWN_WORDS)[number] | undefined {
  const known = [...COMMANDS, ...OWN_WORDS];
  const lower = word.toLowerCase();
  return known.find((name) => name === lower || name === nearName(lower, known));
}

/** Returns the message about a first word that is no command. */
export function unknownCommand(near: string | undefined): string {
  return near === undefined
    ? `there is no such command (${[...COMMANDS, ...OWN_WORDS].join(", ")}), and an image names its host, such as registry.example.com/team/app`
    : `there is no such command; did you mean ${near}?`;
}
