import type { CollectionOutcome } from "../../core/result/collection.js";
import { asPruneError } from "../../core/base/errors.js";
import { collectByCommand } from "./by-command.js";
import { collectByContainer } from "./by-container.js";
import type { CollectionJob } from "./job.js";

/** Collects a registry's garbage. Whatever goes wrong is the outcome. */
export async function collect(job: CollectionJob): Promise<CollectionOutcome> {
  const { settings, host, hooks } = job;
  const { by } = settings;
  hooks.say({ kind: "collection-started", host: host.name, by: by.kind });
  const outcome = await (
    by.kind === "container" ? collectByContainer(job, by) : collectByCommand(job, by.script)
  ).catch((error: unknown): CollectionOutcome => {
    return { kind: "failed", error: asPruneError(error, "the collection") };
  });
  hooks.say({ kind: "collection-ended", outcome });
  return outcome;
}
