import { PruneError } from "../core/base/errors.js";
import { parseRepository, type Reference } from "../core/names/reference.js";
import type { PlannedRepository } from "../core/plan/revalidate.js";
import type { ApplySettings } from "../settings/read/apply.js";
import type { NamedImages } from "../settings/read/connection.js";
import { rulesAt } from "../settings/registries/kinds.js";
import { MOST_BYTES, readRegular, whyUnreadable } from "../files/read-regular.js";
import { planSha256 as hashPlan } from "../report/plan-file/write.js";
import { readPlanFile } from "../report/plan-file/read.js";
import type { RunResult } from "../core/result/run-result.js";
import type { DeletionHooks } from "./deletion/deletion-job.js";
import { runDeletions } from "./deletion/deletion-run.js";
import { nameOfPlace, placesOf, type RepositoryPlace } from "./deletion/places.js";

/** By `host/repository`. */
type PlannedRepositories = ReadonlyMap<string, PlannedRepository>;

/**
 * Carries out a plan that an earlier run saved: its deletions alone, and of those only the ones that still stand. It is found out anew if they are safe.
 * @throws {PruneError} where the plan is not one, not the one that was meant, or for another repository than `image` names; and what `runDeletions` throws
 */
export async function apply(settings: ApplySettings, hooks: DeletionHooks): Promise<RunResult> {
  const planned = readPlanFile(await readChecked(settings));
  const places = placesOfPlan(planned, settings);
  refuseCollection(settings, places);
  const by = { kind: "saved-plan", places, planned } as const;
  return runDeletions({ ...settings, first: places[0]?.reference, by }, hooks);
}

async function readChecked({ plan, planSha256 }: ApplySettings): Promise<string> {
  let bytes: Buffer;
  try {
    bytes = await readRegular(plan, MOST_BYTES.plan);
  } catch (cause) {
    throw new PruneError(
      `the plan ${plan} can't be read (${whyUnreadable(cause)})`,
      "Name the file that a dry run saved (its output plan). Nothing was deleted.",
      { cause },
    );
  }
  const sha256 = hashPlan(bytes);
  if (planSha256 === undefined || planSha256 === sha256) return bytes.toString("utf8");
  throw new PruneError(
    `the plan ${plan} is not the one that plan-sha256 names: its SHA-256 is ${sha256}`,
    "Somebody changed it, or it is another run's. Nothing was deleted. Make a new plan with a dry run.",
  );
}

/** Returns the plan's repositories. Where images are named, they must be the same: a plan for another repository is no plan for this step. */
function placesOfPlan(
  planned: PlannedRepositories,
  { images, globs }: NamedImages,
): readonly RepositoryPlace[] {
  const inPlan = [...planned.keys()].map(parseRepository);
  const matched = inPlan.flatMap((reference) => {
    const glob = globs.find(({ host, matches }) => host === reference.host && matches(reference.repository));
    return glob === undefined ? [] : [{ ...reference, ...schemeOf(glob) }];
  });
  const named = placesOf([...images, ...matched]);
  const strangers = [...planned.keys()].filter((repository) => !named.map(nameOfPlace).includes(repository));
  const isLimited = images.length > 0 || globs.length > 0;
  if (isLimited && strangers.length > 0) {
    throw new PruneError(
      `the plan is for ${strangers.join(", ")}, which image does not name`,
      "Give the plan that was made for this image. Nothing was deleted.",
    );
  }
  const places = isLimited ? named : placesOf(inPlan);
  return places.filter((place) => planned.has(nameOfPlace(place)));
}

function schemeOf({ scheme }: Pick<Reference, "scheme">): Pick<Reference, "scheme"> {
  return scheme === undefined ? {} : { scheme };
}

/** Refuses a collection that the plan's registries can't have. Where images are named, it is refused while the settings are read. */
function refuseCollection(settings: ApplySettings, places: readonly RepositoryPlace[]): void {
  const { collection } = settings;
  const hosts = [...new Set(places.map(({ target }) => target.host))];
  if (collection === undefined) return;
  const setting = collection.by.kind === "container" ? "gc-container" : "gc-command";
  const itself = hosts.map((host) => rulesAt(host, settings)).find(({ freesItself }) => freesItself);
  if (itself !== undefined) {
    throw new PruneError(
      `${setting}: the plan is for ${itself.name}, which frees its space itself`,
      "Nothing was deleted. Leave it out.",
    );
  }
  if (hosts.length < 2) return;
  throw new PruneError(
    `${setting}: it is for one registry, and the plan is for repositories on ${hosts.join(", ")}`,
    "Nothing was deleted. Make a plan for each registry, and carry out each by itself.",
  );
}
