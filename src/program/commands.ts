import { PruneError } from "../core/base/errors.js";
import { type DeletionReport, viewDeletions } from "../report/verbs/prune.js";
import { describeError } from "../report/words/outcomes.js";
import type { View } from "../report/verbs/view.js";
import { readApply } from "../settings/read/apply.js";
import { readCheck } from "../settings/read/check.js";
import { readExplain } from "../settings/read/explain.js";
import { readPrune } from "../settings/read/prune.js";
import { readReclaim } from "../settings/read/reclaim.js";
import { readRepositories } from "../settings/read/repositories.js";
import { readRestore } from "../settings/read/restore.js";
import { readTry } from "../settings/read/try.js";
import type { Command } from "../settings/table/commands.js";
import { type CommandEntry, joinSteps } from "./command.js";
import { runApply, runPrune } from "./deletions.js";
import type { Door } from "./door.js";
import { connectionHooks } from "./hooks.js";

/** Returns the view of a run that deletes. Only one that has deleted tells what its reader can type. */
async function viewReport(report: DeletionReport, { startedAs }: Door): Promise<View> {
  const { result, access } = report;
  if (result.isDryRun) return viewDeletions(report);
  return viewDeletions(report, { ...(await startedAs()), ...(access === undefined ? {} : { access }) });
}

/**
 * The table of commands. A prune is loaded with it, and every other command behind `await import()`: reading a program is half of what a short run takes.
 */
export const COMMAND_TABLE = {
  prune: joinSteps({
    positional: ["image"],
    asks: true,
    read: readPrune,
    run: runPrune,
    view: viewReport,
  }),
  apply: joinSteps({
    positional: ["plan"],
    asks: true,
    read: readApply,
    run: runApply,
    view: viewReport,
  }),
  restore: joinSteps({
    positional: ["journal", "tags"],
    asks: false,
    read: readRestore,
    run: async (settings, door) => {
      const { createRestoreProgress } = await import("../report/verbs/restore.js");
      const { restore } = await import("../commands/restore.js");
      const hooks = connectionHooks(door);
      return restore(settings, { ...hooks, say: createRestoreProgress(door.log) });
    },
    view: async (result) => (await import("../report/verbs/restore-view.js")).viewRestore(result),
  }),
  reclaim: joinSteps({
    positional: ["registry"],
    asks: true,
    read: readReclaim,
    run: async (settings, door) => (await import("./reclaim.js")).runReclaim(settings, door),
    view: async (result) => (await import("../report/verbs/reclaim-view.js")).viewReclaim(result),
  }),
  check: joinSteps({
    positional: ["image"],
    asks: false,
    read: readCheck,
    run: async (settings, door) =>
      (await import("../commands/check.js")).check(settings, connectionHooks(door)),
    view: async (result) => (await import("../report/verbs/check.js")).viewCheck(result),
  }),
  explain: joinSteps({
    positional: ["image"],
    asks: false,
    read: readExplain,
    run: async (settings, door) =>
      (await import("../commands/explain.js")).explain(settings, connectionHooks(door)),
    view: async (result) => (await import("../report/verbs/explain.js")).viewExplanations(result),
  }),
  repositories: joinSteps({
    positional: ["image"],
    asks: false,
    read: readRepositories,
    run: async (settings, door) => {
      const { repositories } = await import("../commands/repositories.js");
      const found = await repositories(settings, connectionHooks(door));
      for (const { name, error } of found.unweighed) {
        door.log.warning(`The tags of ${name} could not be counted: ${describeError(error)}`);
      }
      return found;
    },
    view: async (found) => (await import("../report/verbs/repositories.js")).viewRepositories(found),
  }),
  try: joinSteps({
    positional: ["image"],
    asks: false,
    read: readTry,
    run: async (settings, { readInput }) => {
      if (readInput === undefined) {
        throw new PruneError(
          "try reads names from standard input, which a step has none of",
          "Run it on a command line: npx prune-image-tags try < tags.txt.",
        );
      }
      const names = await readInput("Write the tags, one a line, and end with Ctrl-D.");
      return (await import("../commands/try.js")).tryPolicy(settings, names, Date.now());
    },
    view: async (trial) => (await import("../report/verbs/trial.js")).viewTrial(trial),
  }),
} as const satisfies Readonly<Record<Command, CommandEntry<unknown>>>;
