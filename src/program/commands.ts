import { PruneError } from "../core/base/errors.js";
import { type DeletionReport, viewDeletions } from "../report/verbs/prune.js";
import type { View } from "../report/verbs/view.js";
import { readApply } from "../settings/read/apply.js";
import { readCheck } from "../settings/read/check.js";
import { readExplain } from "../settings/read/explain.js";
import { readPrune } from "../settings/read/prune.js";
import { readReclaim } from "../settings/read/reclaim.js";
import { readRestore } from "../settings/read/restore.js";
import { readTry } from "../settings/read/try.js";
import type { Command } from "../settings/table/commands.js";
import { USER_AGENT } from "./about.js";
import { type CommandEntry, joinSteps } from "./command.js";
import { runApply, runPrune } from "./deletions.js";
import type { Door } from "./door.js";
import { connectionHooks } from "./hooks.js";

/** Returns the view of a run that deletes. Only one that has deleted tells what its reader can type. */
async function viewReport(report: DeletionReport, { startedAs }: Door): Promise<View> {
  return viewDeletions(report, report.result.isDryRun ? undefined : await startedAs());
}

/**
 * The table of commands. A prune is loaded with it, and every other command behind `await import()`: reading a program is half of what a short run takes.
 */
export const COMMAND_TABLE = {
  prune: joinSteps({
    usage: "[prune] IMAGE... [flags]",
    about: [
      "Deletes all but the newest tags of the repositories that the images name, on a private registry, and never",
      "harms what it keeps. Begin with --dry-run. On a terminal it shows what it would delete, and asks.",
    ],
    positional: ["image"],
    asks: true,
    read: readPrune,
    run: runPrune,
    view: viewReport,
  }),
  apply: joinSteps({
    usage: "apply PLAN [flags]",
    about: [
      "Carries out a plan that a dry run saved with --plan: just its deletions, and of those only what still stands.",
      "It is checked again what is safe to delete.",
    ],
    positional: ["plan"],
    asks: true,
    read: readApply,
    run: runApply,
    view: viewReport,
  }),
  restore: joinSteps({
    usage: "restore JOURNAL [TAG...] [flags]",
    about: [
      "Puts back what a run deleted, byte for byte, from the journal that it wrote, until the next garbage collection.",
      "Without a tag, all of it. A tag that points elsewhere by now is left alone.",
    ],
    positional: ["journal", "tags"],
    asks: false,
    read: readRestore,
    run: async (settings, { log, onSecret }) => {
      const { createRestoreProgress } = await import("../report/verbs/restore.js");
      const { restore } = await import("../commands/restore.js");
      return restore(settings, { say: createRestoreProgress(log), userAgent: USER_AGENT, onSecret });
    },
    view: async (result) => (await import("../report/verbs/restore-view.js")).viewRestore(result),
  }),
  reclaim: joinSteps({
    usage: "reclaim REGISTRY [--gc-container NAME] [--storage PATH] [flags]",
    about: [
      "Gets the registry's disk its space back: stops its container, collects the garbage, starts it again in every",
      "case, and proves that what is kept is whole; and removes from its storage what garbage collection leaves.",
      "Meant for a nightly job.",
    ],
    positional: ["registry"],
    asks: true,
    read: readReclaim,
    run: async (settings, door) => (await import("./reclaim.js")).runReclaim(settings, door),
    view: async (result) => (await import("../report/verbs/reclaim-view.js")).viewReclaim(result),
  }),
  check: joinSteps({
    usage: "check IMAGE [flags]",
    about: [
      "Says whether a registry is ready for a prune, one line for each thing, with what to do. Deletes nothing.",
    ],
    positional: ["image"],
    asks: false,
    read: readCheck,
    run: async (settings, door) =>
      (await import("../commands/check.js")).check(settings, connectionHooks(door)),
    view: async (result) => (await import("../report/verbs/check.js")).viewCheck(result),
  }),
  explain: joinSteps({
    usage: "explain IMAGE:TAG... [flags]",
    about: [
      "Says of tags, in a few sentences each, what they are read as, their group and rank, and every reason for them",
      "to stay and to go. Deletes nothing.",
    ],
    positional: ["image"],
    asks: false,
    read: readExplain,
    run: async (settings, door) =>
      (await import("../commands/explain.js")).explain(settings, connectionHooks(door)),
    view: async (result) => (await import("../report/verbs/explain.js")).viewExplanations(result),
  }),
  try: joinSteps({
    usage: "try [IMAGE] [flags] < TAGS",
    about: [
      "Runs a policy over a list of names from standard input, one a line, with no registry at all: each name is an",
      "image of its own. Behind a name may stand its date (2026-03-01) and its size (120MB). IMAGE:TAG counts as just pushed.",
    ],
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
