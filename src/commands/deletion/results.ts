import type { Digest, RepositoryName } from "../../core/names/reference.js";
import { blobsOf } from "../../core/image/manifest.js";
import type { PatternUse } from "../../core/policy/pattern-use.js";
import type { RepositoryOutcome } from "../../core/result/repository-outcome.js";
import type { RunResult } from "../../core/result/run-result.js";
import type { RegistryReader } from "../../registry/port/registry.js";
import type { DeletionRun } from "./deletion-job.js";
import type { MadePlan, RepositoryPlan } from "./repository-plan.js";

/** The results of a run's repositories, growing with each that is planned for and ended. */
export class RunResults {
  readonly #run: DeletionRun;
  readonly #outcomes: RepositoryOutcome[] = [];
  /** By setting and text. */
  readonly #patterns = new Map<string, PatternUse>();
  readonly #registries = new Set<Pick<RegistryReader, "undo">>();
  readonly #pruned: RepositoryName[] = [];
  readonly #known = new Map<Digest, number>();
  #couldBeRead = true;

  constructor(run: DeletionRun) {
    this.#run = run;
  }

  /** The repositories in which something was deleted. */
  get pruned(): readonly RepositoryName[] {
    return this.#pruned;
  }

  /** The bytes of manifests, configurations and layers that were read of; none where no garbage is to be collected. */
  get known(): ReadonlyMap<Digest, number> {
    return this.#known;
  }

  /** The patterns that name nothing in any of the repositories that they are for; none as long as one of these could not be read. */
  get unused(): readonly PatternUse[] {
    return this.#couldBeRead ? [...this.#patterns.values()].filter(({ isUsed }) => !isUsed) : [];
  }

  /** The result of the run so far, without its garbage collection. */
  get result(): RunResult {
    const { job, journals } = this.#run;
    return {
      isDryRun: job.dryRun,
      outcomes: this.#outcomes,
      unused: this.unused,
      undo: new Set([...this.#registries].map((registry) => registry.undo())),
      ...(journals.path === undefined ? {} : { journal: journals.path }),
      ...(journals.elsewhere.length === 0 ? {} : { elsewhere: journals.elsewhere }),
    };
  }

  /** Takes in which of the policy's patterns a plan has a use for. */
  planned(plan: RepositoryPlan): void {
    if (plan.kind === "over") {
      if (plan.outcome.kind === "failed") this.#couldBeRead = false;
      return;
    }
    this.#registries.add(plan.access.registry);
    for (const use of plan.patterns ?? []) {
      const name = `${use.setting}: ${use.text}`;
      if (use.isUsed || !this.#patterns.has(name)) this.#patterns.set(name, use);
    }
  }

  /** Takes in the outcome of a repository for which there was no plan. */
  over(outcome: RepositoryOutcome): void {
    this.#outcomes.push(outcome);
  }

  /** Takes in the outcome of a plan. */
  ended({ snapshot }: Pick<MadePlan, "snapshot">, outcome: RepositoryOutcome): void {
    this.#outcomes.push(outcome);
    if (hasDeleted(outcome)) this.#pruned.push(snapshot.repository);
    if (this.#run.job.collection === undefined) return;
    for (const [digest, manifest] of snapshot.manifests) {
      for (const { digest: named, bytes } of [{ digest, bytes: manifest.bytes }, ...blobsOf(manifest)]) {
        if (bytes !== undefined) this.#known.set(named, bytes);
      }
    }
  }
}

function hasDeleted(outcome: RepositoryOutcome): boolean {
  return outcome.kind === "applied" && outcome.deletions.some(({ kind }) => kind === "deleted");
}

/**
 * Returns the outcome with the sizes of the images that go counted, so that nothing in it holds the repository's manifests any more. Otherwise they are counted when
 * they are asked for.
 */
export function withCountedSizes(outcome: RepositoryOutcome): RepositoryOutcome {
  if (outcome.kind === "nothing" || outcome.plan === undefined) return outcome;
  const counted = new Map(
    outcome.plan.verdicts.flatMap((verdict) => {
      const size = verdict.kind === "delete" ? outcome.sizes?.get(verdict.digest) : undefined;
      return verdict.kind === "delete" && size !== undefined ? [[verdict.digest, size] as const] : [];
    }),
  );
  return { ...outcome, sizes: counted };
}
