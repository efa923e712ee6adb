import type { Snapshot } from "../core/graph.js";
import type { PruneSettings } from "../read-prune.js";
import type { RunResult } from "../report/result.js";
import { observe } from "../run/observe.js";
import { planKnowingly } from "../run/plan-knowingly.js";
import { type DeletionDoor, runDeletions } from "./deletion-run.js";
import { agree, type Decision, draftEach, placesOf, readingOf, type Site } from "./draft.js";
import type { Journals } from "./journals.js";

/**
 * Prunes every repository that the images name, and collects the garbage where the settings say how. What goes wrong in one repository is its outcome, and
 * does not stop the others.
 * @throws {PruneError} where a person was asked and said no, a journal can't be read, or it is seen beforehand that the garbage can't be collected; and what
 * `DeletionDoor.savePlans` throws
 */
export async function prune(settings: PruneSettings, door: DeletionDoor): Promise<RunResult> {
  const { policy } = settings;
  const places = placesOf(settings.images);
  return runDeletions(
    { ...settings, allowEmpty: policy.allowEmpty, mayWrite: policy.untag === "overwrite" },
    {
      first: settings.images[0],
      draft: (open, journals) => {
        const decide = (site: Site): Promise<Decision> => decideOne(settings, { site, journals }, door);
        return agree(() => draftEach(places, { open, decide }, door.say), settings, door);
      },
    },
    door,
  );
}

async function decideOne(
  { concurrency, policy }: PruneSettings,
  { site, journals }: { readonly site: Site; readonly journals: Journals },
  { say }: DeletionDoor,
): Promise<Decision> {
  const { repository, target } = site;
  const reading = readingOf(site, journals, concurrency);
  await journals.lookForOthers(repository);
  const others = journals.leftoversOf(repository);
  const observation = await observe(reading, { ...target, others }, say);
  if (observation.kind !== "snapshot") return { kind: "nothing", repository, why: observation.kind };
  const { manifests } = observation.snapshot;
  const leftovers = new Set(others.filter((digest) => manifests.has(digest)));
  await journals.closeGone(repository, new Set(others.filter((digest) => !manifests.has(digest))));
  if (leftovers.size > 0) say({ kind: "leftovers", repository, manifests: leftovers.size });
  const snapshot: Snapshot = { ...observation.snapshot, leftovers };
  return { kind: "decided", ...(await planKnowingly(reading, snapshot, policy)) };
}
