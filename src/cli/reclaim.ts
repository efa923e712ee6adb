import { ask, EXIT_CODES, isTerminal, openHooks, print, type Run, tellFailure } from "./terminal.js";
import { reclaim } from "../commands/reclaim.js";
import { PruneError } from "../core/base/errors.js";
import type { ReclaimSettings } from "../settings/read/reclaim.js";
import { reclaimFailure, reclaimLine, reclaimStatus, renderReclaimJson } from "../report/verbs/reclaim.js";

/** Gets the disk its space back, where a person who is asked agrees, and returns the exit code. */
export async function runReclaim(line: Run, settings: ReclaimSettings): Promise<number> {
  const { hooks, log } = await openHooks(line);
  if (isTerminal() && !line.yes && !settings.dryRun && !(await ask(questionOf(settings)))) {
    throw new PruneError("You said no, so nothing was done", "Run again when you are ready.");
  }
  const result = await reclaim(settings, hooks);
  if (line.json) print(renderReclaimJson(result));
  tellFailure(reclaimFailure(result));
  log.info(reclaimLine(result));
  return EXIT_CODES[reclaimStatus(result)];
}

function questionOf({ collection, sweep }: ReclaimSettings): string {
  const works = [
    ...(sweep === undefined ? [] : [`remove what garbage collection left behind in ${sweep.storage}`]),
    ...(collection?.by.kind === "container"
      ? [`stop ${collection.by.name}, collect its garbage and start it again`]
      : []),
    ...(collection?.by.kind === "command" ? ["run gc-command"] : []),
  ];
  return `This will ${works.join(", and ")}. Go on?`;
}
