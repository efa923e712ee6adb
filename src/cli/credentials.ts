import type { RunLine } from "./line.js";
import { readStandardInput } from "./standard-input.js";
import { outlet, warn } from "./terminal.js";
import type { Problem } from "../core/base/errors.js";
import { withoutEnd } from "../core/base/unexpanded.js";
import type { PreparedCommand } from "../program/command.js";
import { COMMAND_TABLE } from "../program/commands.js";
import { learnSecrets, settingsOf } from "../program/environment.js";
import { readSettings } from "../settings/read/read-settings.js";
import { readSettingFiles } from "../settings/read/setting-files.js";
import type { RawSettings } from "../settings/read/setting-reader.js";

/** Reads the settings of a command line, with the credentials, and returns the command to run. @throws {BadInputError} with everything that is wrong */
export async function readLine(line: RunLine): Promise<PreparedCommand> {
  const problems = [...line.problems, ...terminalProblems(line)];
  const raw = await withCredentials(line, problems);
  const token = process.env["GITHUB_TOKEN"];
  learnSecrets(outlet, { secrets: [raw["github-token"], token], settings: raw, environment: process.env });
  if (raw["github-token"] !== undefined) {
    warn("others on this machine can read a command line; GITHUB_TOKEN is safer.");
  }
  const otherwise = settingsOf(process.env, token);
  const known = { problems, lost: line.lost, files: await readSettingFiles(raw), otherwise };
  return readSettings(raw, (name) => COMMAND_TABLE[name].prepare, known);
}

/** Returns a problem where a person watches and can't be asked, for standard input is not theirs. */
function terminalProblems({ command, raw, yes, passwordStdin }: RunLine): readonly Problem[] {
  const isWatched = process.stdout.isTTY || process.stderr.isTTY;
  const mayAsk = COMMAND_TABLE[command].asks && raw["dry-run"] !== "true" && !yes;
  if (!mayAsk || !isWatched || (process.stdin.isTTY && !passwordStdin)) return [];
  const setting = passwordStdin ? "--password-stdin" : "--yes";
  return [
    {
      setting,
      message: "standard input is not free for a question; say --yes to delete without one, or --dry-run",
    },
  ];
}

/** Returns the settings with a user name and password from the environment or standard input, where those are not given. */
async function withCredentials(line: RunLine, problems: Problem[]): Promise<RawSettings> {
  const { raw } = line;
  const username = raw.username ?? process.env["PRUNE_USERNAME"] ?? "";
  const password = withoutEnd(await readPassword(line, problems));
  outlet.add(password);
  return { ...raw, ...(username === "" ? {} : { username }), ...(password === "" ? {} : { password }) };
}

// A token with many claims has some kilobytes.
const LONGEST_PASSWORD = 65_536;

async function readPassword({ raw, passwordStdin }: RunLine, problems: Problem[]): Promise<string> {
  if (raw.password !== undefined) {
    warn("others on this machine can read a command line; --password-stdin is safer.");
    if (passwordStdin) {
      problems.push({ setting: "--password-stdin", message: "--password is given too; give one" });
    }
    return raw.password;
  }
  if (!passwordStdin) return process.env["PRUNE_PASSWORD"] ?? "";
  const read = await readStandardInput(LONGEST_PASSWORD);
  if (read === undefined) {
    problems.push({
      setting: "--password-stdin",
      message: "standard input has more than 64 KiB: no password",
    });
    return "";
  }
  const piped = withoutEnd(read);
  if (piped === "") problems.push({ setting: "--password-stdin", message: "standard input is empty" });
  return piped;
}
