import { readFile } from "node:fs/promises";
import { PruneError } from "../core/base/errors.js";
import { parseRepository, type Reference } from "../core/names/reference.js";
import { type PlannedRepository, revalidatePlan } from "../core/plan/revalidate.js";
import type { ApplySettings } from "../settings/read/apply.js";
import type { NamedImages } from "../settings/read/connection.js";
import { isGitHub } from "../settings/read/github.js";
import { codeOf } from "../core/base/system-error.js";
import { planSha256 as hashPlan } from "../report/plan-file/write.js";
import { readPlanFile } from "../report/plan-file/read.js";
import type { RunResult } from "../core/result/run-result.js";
import { observe } from "../run/observe/observe.js";
import { answer } from "../run/observe/plan-with-lookups.js";
import { type DeletionHooks, runDeletions } from "./deletion/deletion-run.js";
import {
  confirmPlans,
  type PlanningResult,
  planEach,
  type RepositoryPlace,
  placesOf,
  readingOf,
  type RepositorySite,
} from "./deletion/plan-repositories.js";
import type { Journals } from "./deletion/journals.js";

/** By `host/repository`. */
type Planned = ReadonlyMap<string, PlannedRepository>;

/**
 * Carries out a plan that an earlier run saved: just its deletions, and of those only what still stands. What is safe is found out anew.
 * @throws {PruneError} where the plan is not one, not the one that was meant, or for another repository than `image` names; and what `runDeletions` throws
 */
export async function apply(settings: ApplySettings, hooks: DeletionHooks): Promise<RunResult> {
  const planned = readPlanFile(await readChecked(settings));
  const places = placesOfPlan(planned, settings);
  refuseCollection(settings, places);
  return runDeletions(
    settings,
    {
      first: places[0]?.reference,
      draft: (open, journals) => {
        const decide = (site: RepositorySite): Promise<PlanningResult> =>
          decideOne(settings, { site, journals, planned: planned.get(site.repository) }, hooks);
        return confirmPlans(() => planEach(places, { open, decide }, hooks.say), settings, hooks);
      },
    },
    hooks,
  );
}

async function readChecked({ plan, planSha256 }: ApplySettings): Promise<string> {
  let bytes: Buffer;
  try {
    bytes = await readFile(plan);
  } catch (cause) {
    throw new PruneError(
      `the plan ${plan} can't be read (${codeOf(cause)})`,
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

/** The plan's repositories. Where images are named, they must be the same: a plan for another repository is no plan for this step. */
function placesOfPlan(planned: Planned, { images, globs }: NamedImages): readonly RepositoryPlace[] {
  const nameOf = ({ target }: RepositoryPlace): string => `${target.host}/${target.repository}`;
  const inPlan = [...planned.keys()].map(parseRepository);
  const matched = inPlan.flatMap((reference) => {
    const glob = globs.find(({ host, matches }) => host === reference.host && matches(reference.repository));
    return glob === undefined ? [] : [{ ...reference, ...schemeOf(glob) }];
  });
  const named = placesOf([...images, ...matched]);
  const strangers = [...planned.keys()].filter((repository) => !named.map(nameOf).includes(repository));
  const isLimited = images.length > 0 || globs.length > 0;
  if (isLimited && strangers.length > 0) {
    throw new PruneError(
      `the plan is for ${strangers.join(", ")}, which image does not name`,
      "Give the plan that was made for this image. Nothing was deleted.",
    );
  }
  const places = isLimited ? named : placesOf(inPlan);
  return places.filter((place) => planned.has(nameOf(place)));
}

function schemeOf({ scheme }: Pick<Reference, "scheme">): Pick<Reference, "scheme"> {
  return scheme === undefined ? {} : { scheme };
}

/** With images this is seen while the settings are read. */
function refuseCollection({ collection, github }: ApplySettings, places: readonly RepositoryPlace[]): void {
  const hosts = [...new Set(places.map(({ target }) => target.host))];
  if (collection === undefined) return;
  const setting = collection.by.kind === "container" ? "gc-container" : "gc-command";
  if (hosts.some((host) => isGitHub(host, github))) {
    throw new PruneError(
      `${setting}: the plan is for GitHub's registry, which frees its space itself`,
      "Nothing was deleted. Leave it out.",
    );
  }
  if (hosts.length < 2) return;
  throw new PruneError(
    `${setting}: it is for one registry, and the plan is for repositories on ${hosts.join(", ")}`,
    "Nothing was deleted. Make a plan for each registry, and carry out each by itself.",
  );
}

interface Work {
  readonly site: RepositorySite;
  readonly journals: Journals;
  readonly planned: PlannedRepository | undefined;
}

const NOTHING_PLANNED: PlannedRepository = { kept: new Map(), deletions: [] };

async function decideOne(
  { concurrency, allowEmpty, untag }: ApplySettings,
  { site, journals, planned = NOTHING_PLANNED }: Work,
  { say }: DeletionHooks,
): Promise<PlanningResult> {
  const { repository, target } = site;
  const reading = readingOf(site, journals, concurrency);
  const { deletions } = planned;
  const digests = deletions.flatMap((deletion) => (deletion.kind === "manifest" ? [deletion.digest] : []));
  const observation = await observe(reading, { ...target, others: digests }, say);
  if (observation.kind !== "snapshot") return { kind: "nothing", repository, why: observation.kind };
  const { manifests } = observation.snapshot;
  const snapshot = await answer(reading, observation.snapshot, {
    untags: deletions.some(({ kind }) => kind === "tag"),
    untagged: deletions.length > 0,
    referrersOf: digests.filter((digest) => manifests.has(digest)),
    datesIn: [],
  });
  return { kind: "decided", snapshot, plan: revalidatePlan(planned, snapshot, { allowEmpty, untag }) };
}
