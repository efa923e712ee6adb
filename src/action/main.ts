import * as core from "@actions/core";
import { describeDropped, fail, failWithoutResult, log, openDoor, outlet, writeSummary } from "./host.js";
import { outsideProblems } from "./outside.js";
import type { Problem } from "../core/base/errors.js";
import { COMMAND_TABLE } from "../program/commands.js";
import { guardEnds } from "../program/process-end.js";
import type { Door } from "../program/door.js";
import type { View } from "../report/verbs/view.js";
import { learnSecrets, settingsOf } from "../program/environment.js";
import { readSettings, unknownSetting } from "../settings/read/read-settings.js";
import { readSettingFiles } from "../settings/read/setting-files.js";
import type { RawSettings } from "../settings/read/setting-reader.js";
import { SETTINGS } from "../settings/table/settings.js";
// A prune's summary is loaded lazily, for the command line never writes it. A step always does: this puts it into the action's own file.
import "../report/run/summary.js";

/** Returns the inputs that were given. One that a workflow leaves out arrives as its default, or empty. */
function readInputs(): { readonly raw: RawSettings; readonly problems: readonly Problem[] } {
  const names = SETTINGS.map(({ name }) => name);
  const variable = (name: string): string => `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`;
  const given = names.filter((name) => process.env[variable(name)] !== undefined);
  const known = new Set(names.map(variable));
  const unknown = Object.keys(process.env).filter((key) => key.startsWith("INPUT_") && !known.has(key));
  return {
    raw: Object.fromEntries(given.map((name) => [name, core.getInput(name)])),
    problems: unknown.map((key) => unknownSetting(key.slice("INPUT_".length).toLowerCase(), names)),
  };
}

async function run(): Promise<void> {
  const { raw, problems } = readInputs();
  // No user wrote it (it is action.yml's default), so a command which does not take it does not mind.
  const { "github-token": token, ...given } = raw;
  learnSecrets(outlet, { secrets: [raw.password, token], settings: given, environment: process.env });
  const otherwise = settingsOf(process.env, token);
  const outside = await outsideProblems(given, process.env);
  const unread = Object.fromEntries(outside.map(({ setting }) => [setting, ""]));
  const files = await readSettingFiles({ ...given, ...unread });
  const known = { problems: [...problems, ...outside], files, otherwise };
  const runCommand = readSettings(given, (name) => COMMAND_TABLE[name].prepare, known);
  const door = openDoor(() => outputs.stdout.taken());
  await show(await runCommand(door), door);
}

/** Shows a result in the outputs, the log and the summary, and fails the step where something went wrong. */
async function show(view: View, { setOutput }: Door): Promise<void> {
  for (const output of view.outputs?.() ?? []) {
    setOutput(output);
    if (output.warning !== undefined) log.warning(output.warning);
  }
  if (view.kind === "answer") log.info(view.text());
  if (view.summary !== undefined) writeSummary(await view.summary());
  if (view.failure !== "") fail(view.failure);
  if (view.kind === "run") for (const line of view.closing) log.info(line);
}

const outputs = guardEnds({ tellBug: failWithoutResult, describeDropped });

try {
  await run();
} catch (error) {
  // Whatever is thrown fails the step: a green step that did nothing would be believed.
  failWithoutResult(error);
}
void outputs.end({ isAnswered: false });
