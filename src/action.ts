import * as core from "@actions/core";
import { runApply, runPrune } from "./action-deletions.js";
import { connectionDoor, fail, log, openDoor, secrets, USER_AGENT, writeSummary } from "./action-door.js";
import { check } from "./commands/check.js";
import { explain } from "./commands/explain.js";
import { reclaim } from "./commands/reclaim.js";
import { restore } from "./commands/restore.js";
import { type Problem, PruneError } from "./core/errors.js";
import { isReady } from "./core/finding.js";
import type { CheckSettings } from "./settings/read-check.js";
import type { ExplainSettings } from "./settings/read-explain.js";
import type { ReclaimSettings } from "./settings/read-reclaim.js";
import type { RestoreSettings } from "./settings/read-restore.js";
import { readSettings, unknownSetting } from "./settings/read-settings.js";
import { renderCheck, renderCheckSummary } from "./report/check.js";
import { renderExplanations, renderExplanationSummary } from "./report/explain.js";
import { describeThrown } from "./report/outcomes.js";
import { reclaimedBytes, reclaimFailure, reclaimLine, reclaimStatus } from "./report/reclaim.js";
import { renderReclaimSummary } from "./report/reclaim-summary.js";
import { createRestoreProgress, restoreFailure, restoreLine, restoreStatus } from "./report/restore.js";
import { renderRestoreSummary } from "./report/restore-summary.js";
import { settingsOf } from "./settings/environment.js";
import { readSettingFiles } from "./settings/setting-files.js";
import type { RawSettings } from "./settings/setting-reader.js";
import { SETTINGS } from "./settings/settings.js";

/** The inputs that were given; one that is left out of a workflow arrives as its default, or empty. */
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
  // It arrives without anybody's word, so that a command which does not take it does not mind.
  const { "github-token": token, ...given } = raw;
  for (const secret of [raw.password, token]) secrets.add(secret ?? "");
  const otherwise = settingsOf(process.env, token);
  const settings = readSettings(given, { problems, files: await readSettingFiles(given), otherwise });
  switch (settings.command) {
    case "prune":
      return runPrune(settings);
    case "apply":
      return runApply(settings);
    case "restore":
      return runRestore(settings);
    case "reclaim":
      return runReclaim(settings);
    case "check":
      return runCheck(settings);
    case "explain":
      return runExplain(settings);
    case "try":
      throw new PruneError(
        "try reads names from standard input, which a step has none of",
        "Run it on a command line: prune-image-tags try < tags.txt.",
      );
  }
}

async function runRestore(settings: RestoreSettings): Promise<void> {
  const say = createRestoreProgress(log);
  const result = await restore(settings, { say, userAgent: USER_AGENT, onSecret: secrets.add });
  await writeSummary(renderRestoreSummary(result));
  if (restoreStatus(result) !== "done") fail(restoreFailure(result));
  log.info(restoreLine(result));
}

async function runReclaim(settings: ReclaimSettings): Promise<void> {
  const result = await reclaim(settings, openDoor());
  core.setOutput("freed-bytes", reclaimedBytes(result) ?? "");
  await writeSummary(renderReclaimSummary(result));
  if (reclaimStatus(result) !== "done") fail(reclaimFailure(result));
  log.info(reclaimLine(result));
}

async function runCheck(settings: CheckSettings): Promise<void> {
  const result = await check(settings, connectionDoor);
  log.info(renderCheck(result));
  await writeSummary(renderCheckSummary(result));
  if (!isReady(result.findings)) fail("The registry is not ready; the log says what to do.");
}

async function runExplain(settings: ExplainSettings): Promise<void> {
  const explained = await explain(settings, connectionDoor);
  log.info(renderExplanations(explained));
  await writeSummary(renderExplanationSummary(explained));
}

try {
  await run();
} catch (error) {
  // Whatever is thrown fails the step: a green step that did nothing would be believed.
  fail(describeThrown(error));
}
