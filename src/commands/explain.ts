import { datesToExplain, explain as explainTag } from "../core/policy/explain.js";
import type { Snapshot } from "../core/image/graph.js";
import { refusalOf } from "../core/plan/make-plan.js";
import { policyFor, type RetentionPolicy } from "../core/policy/policy.js";
import { digestsInUse } from "../core/policy/in-use.js";
import type { Tag } from "../core/names/reference.js";
import { openRegistry } from "../registry/open.js";
import type { ExplainedTag } from "../report/verbs/explain.js";
import { observe, type ReadOptions } from "../run/observe/observe.js";
import { answer, planWithLookups } from "../run/observe/plan-with-lookups.js";
import type { ExplainSettings } from "../settings/read/explain.js";
import { type ConnectionHooks, connectionTo } from "./connection.js";
import { type RepositoryPlace, placesOf } from "./deletion/places.js";

/**
 * Explains what a prune would decide about tags. Changes nothing, and asks for no right but to pull.
 * @throws {PruneError} where a repository can't be read for certain
 */
export async function explain(
  settings: ExplainSettings,
  hooks: ConnectionHooks,
): Promise<readonly ExplainedTag[]> {
  const explained: ExplainedTag[] = [];
  for (const place of placesOf(settings.images)) {
    explained.push(...(await explainPlace(settings, place, hooks)));
  }
  return explained;
}

async function explainPlace(
  settings: ExplainSettings,
  { reference, target }: RepositoryPlace,
  hooks: ConnectionHooks,
): Promise<readonly ExplainedTag[]> {
  const { concurrency } = settings;
  const registry = await openRegistry({ ...connectionTo(settings, reference, hooks), rights: ["pull"] });
  try {
    const { host, repository } = target;
    const tags = [...new Set(target.tags)];
    const reading = { registry, repository, concurrency };
    const policy = policyFor(target, settings.policies);
    // The tags that are asked about were not pushed just now.
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
): Promise<readonly ExplainedTag[]> {
  // A plan that leaves nothing is refused whole, and has reasons all the same.
  const decided = await planWithLookups(reading, snapshot, { ...policy, allowEmpty: true });
  const datesIn = datesToExplain(tags, decided.snapshot, policy);
  const none = { untags: false, untagged: false, referrersOf: [], sizesOf: [] };
  const known =
    datesIn.length === 0 ? decided.snapshot : await answer(reading, decided.snapshot, { ...none, datesIn });
  const refused = refusalOf(decided.plan.verdicts, policy, known);
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
