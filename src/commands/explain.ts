import { PruneError } from "../core/errors.js";
import { datesToExplain, explain as explainTag, type Explanation } from "../core/explain.js";
import type { Snapshot } from "../core/graph.js";
import { refuseEmpty } from "../core/plan.js";
import { policyFor, type RetentionPolicy } from "../core/policy.js";
import { digestsInUse } from "../core/protect.js";
import type { Tag } from "../core/reference.js";
import type { ExplainSettings } from "../settings/read-explain.js";
import { type ConnectOptions, openRegistry } from "../registry/open.js";
import { observe, type ReadOptions } from "../run/observe.js";
import { answer, planKnowingly } from "../run/plan-knowingly.js";
import { connectionTo } from "./connection.js";
import { type Place, placesOf } from "./draft.js";

/** What is said of one tag; without an explanation it is not there. `repository` is `host/repository`. */
export interface Explained {
  readonly repository: string;
  readonly tag: Tag;
  readonly explanation?: Explanation;
  /** Why a run would delete nothing in this repository, whatever is said of the tag. */
  readonly refused?: PruneError;
}

/**
 * Explains what a prune would decide about tags. Changes nothing, and asks for no right but to pull.
 * @throws {PruneError} where a repository can't be read for certain
 */
export async function explain(
  settings: ExplainSettings,
  door: Pick<ConnectOptions, "userAgent" | "onSecret">,
): Promise<readonly Explained[]> {
  const explained: Explained[] = [];
  for (const place of placesOf(settings.images)) {
    explained.push(...(await explainPlace(settings, place, door)));
  }
  return explained;
}

async function explainPlace(
  settings: ExplainSettings,
  { reference, target }: Place,
  door: Pick<ConnectOptions, "userAgent" | "onSecret">,
): Promise<readonly Explained[]> {
  const { concurrency } = settings;
  const registry = await openRegistry({ ...connectionTo(settings, reference, door), rights: ["pull"] });
  try {
    const { host, repository } = target;
    const tags = [...new Set(target.tags)];
    const reading = { registry, repository, concurrency };
    const policy = policyFor(target, settings.policies);
    // What is asked about was not pushed just now.
    const inUse = digestsInUse(policy.protect, repository);
    const observation = await observe(
      reading,
      { host, repository, tags: [], digests: [], inUse },
      () => undefined,
    );
    const name = `${host}/${repository}`;
    if (observation.kind !== "snapshot") return tags.map((tag) => ({ repository: name, tag }));
    return await explainAll(reading, { snapshot: observation.snapshot, policy, tags, repository: name });
  } finally {
    registry.close();
  }
}

interface Question {
  readonly snapshot: Snapshot;
  readonly policy: RetentionPolicy;
  readonly tags: readonly Tag[];
  readonly repository: string;
}

async function explainAll(
  reading: ReadOptions,
  { snapshot, policy, tags, repository }: Question,
): Promise<readonly Explained[]> {
  // A plan that leaves nothing is refused whole, and has reasons all the same.
  const decided = await planKnowingly(reading, snapshot, { ...policy, allowEmpty: true });
  const datesIn = datesToExplain(tags, decided.snapshot, policy);
  const none = { untags: false, referrersOf: [] };
  const known =
    datesIn.length === 0 ? decided.snapshot : await answer(reading, decided.snapshot, { ...none, datesIn });
  const refused = refusalOf(() => {
    refuseEmpty(decided.plan.verdicts, policy);
  });
  return tags.map((tag) => {
    const explanation = explainTag(tag, known, policy);
    return {
      repository,
      tag,
      ...(explanation === undefined ? {} : { explanation }),
      ...(refused === undefined ? {} : { refused }),
    };
  });
}

/** What a check throws, if it does. */
export function refusalOf(check: () => void): PruneError | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    if (error instanceof PruneError) return error;
    throw error;
  }
}
