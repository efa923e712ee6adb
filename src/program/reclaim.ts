import { reclaim } from "../commands/reclaim.js";
import { PruneError } from "../core/base/errors.js";
import type { ReclaimResult } from "../report/verbs/reclaim.js";
import type { ReclaimSettings } from "../settings/read/reclaim.js";
import type { Door } from "./door.js";
import { openRunHooks } from "./hooks.js";

/** Gets the disk its space back. @throws {PruneError} where a person who is asked says no: then nothing was done */
export async function runReclaim(settings: ReclaimSettings, door: Door): Promise<ReclaimResult> {
  const hooks = await openRunHooks(door);
  const mayGoOn = settings.dryRun || door.ask === undefined || (await door.ask(questionOf(settings)));
  if (!mayGoOn) throw new PruneError("You said no, so nothing was done", "Run again when you are ready.");
  return reclaim(settings, hooks);
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
