import type { RunResult } from "../core/result/run-result.js";
import type { PruneSettings } from "../settings/read/prune.js";
import type { DeletionHooks } from "./deletion/deletion-job.js";
import { runDeletions } from "./deletion/deletion-run.js";

/**
 * Prunes every repository that the images name, or match in their registry's catalog, and collects the garbage where the settings say how. Whatever goes
 * wrong in one repository is its outcome, and does not stop the others.
 * @throws {PruneError} what `runDeletions` throws
 */
export async function prune(settings: PruneSettings, hooks: DeletionHooks): Promise<RunResult> {
  const { images, globs, policies, ifMissing, maxDeletions } = settings;
  if (images.length + globs.length === 0) hooks.say({ kind: "nothing-named" });
  const job = {
    ...settings,
    allowEmpty: policies.allowEmpty,
    untag: policies.untag,
    first: images[0] ?? globs[0],
    by: {
      kind: "policy",
      images,
      globs,
      policies,
      ifMissing,
      ...(maxDeletions === undefined ? {} : { maxDeletions }),
    },
  } as const;
  return runDeletions(job, hooks);
}
