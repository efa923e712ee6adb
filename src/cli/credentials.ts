import { text } from "node:stream/consumers";
import { type Run, secrets } from "./terminal.js";
import type { Problem } from "../core/base/errors.js";
import { settingsOf } from "../settings/read/environment.js";
import { readSettings, type Settings } from "../settings/read/read-settings.js";
import { readSettingFiles } from "../settings/read/setting-files.js";
import type { RawSettings } from "../settings/read/setting-reader.js";

/** The settings of a command line, with what it says of itself and where its credentials are. @throws {BadInputError} with everything that is wrong */
export async function readAll(line: Run): Promise<Settings> {
  const problems = [...line.problems, ...terminalProblems(line)];
  const raw = await withCredentials(line, problems);
  const token = process.env["GITHUB_TOKEN"];
  for (const secret of [raw["github-token"], token]) secrets.add(secret ?? "");
  if (raw["github-token"] !== undefined) {
    process.stderr.write("Warning: others on this machine can read a command line; GITHUB_TOKEN is safer.\n");
  }
  const otherwise = settingsOf(process.env, token);
  return readSettings(raw, { problems, files: await readSettingFiles(raw), otherwise });
}

const ASKING_NOBODY = ["check", "restore", "explain", "try"];

/** Where a person watches and standard input is not theirs, nobody could be asked. */
function terminalProblems({ raw, yes, passwordStdin }: Run): readonly Problem[] {
  const isWatched = process.stdout.isTTY || process.stderr.isTTY;
  const asksNobody = ASKING_NOBODY.includes(raw.command ?? "");
  const mayDelete = raw["dry-run"] !== "true" && !asksNobody && !yes;
  if (!mayDelete || !isWatched || (process.stdin.isTTY && !passwordStdin)) return [];
  const setting = passwordStdin ? "--password-stdin" : "--yes";
  return [
    {
      setting,
      message: "standard input is not free for a question; say --yes to delete without one, or --dry-run",
    },
  ];
}

/** The settings with a user name and password from the environment or standard input, where those are not given. */
async function withCredentials(line: Run, problems: Problem[]): Promise<RawSettings> {
  const { raw } = line;
  const username = raw.username ?? process.env["PRUNE_USERNAME"] ?? "";
  const password = await readPassword(line, problems);
  secrets.add(password);
  return { ...raw, ...(username === "" ? {} : { username }), ...(password === "" ? {} : { password }) };
}

async function readPassword({ raw, passwordStdin }: Run, problems: Problem[]): Promise<string> {
  if (raw.password !== undefined) {
    process.stderr.write(
      "Warning: others on this machine can read a command line; --password-stdin is safer.\n",
    );
    if (passwordStdin) {
      problems.push({ setting: "--password-stdin", message: "--password is given too; give one" });
    }
    return raw.password;
  }
  if (!passwordStdin) return process.env["PRUNE_PASSWORD"] ?? "";
  const piped = (await text(process.stdin)).replace(/\r?\n$/, "");
  if (piped === "") problems.push({ setting: "--password-stdin", message: "standard input is empty" });
  return piped;
}

/** The names to try a policy on. */
export async function readNames(): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write("Write the tags, one a line, and end with Ctrl-D.\n");
  return text(process.stdin);
}
