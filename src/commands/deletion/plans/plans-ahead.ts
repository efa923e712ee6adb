import type { RunEvent } from "../../../core/result/event.js";
import type { DeletionRun } from "../deletion-job.js";
import { planPlace } from "./plan-place.js";
import type { RepositoryPlace } from "../places.js";
import type { RepositoryPlan } from "../repository-plan.js";

// As many requests as a host is sent at first: one a repository fills the network while each waits for its list.
const MOST_AHEAD = 16;
/** The most tags that the repositories read ahead may have in all, if they are as large as the largest of the last ones: memory stays bounded. */
const MOST_TAGS = 5000;

/** A plan that is made before its turn. What is said of it waits, so that a log tells one repository after the other. */
interface PlanAhead {
  readonly plan: Promise<RepositoryPlan>;
  /** Says what has waited; from then on all is said at once. */
  readonly tell: () => void;
}

/**
 * Makes plans in the order of their places. While one is carried out, the next repositories are read, within the host's pace: as many as have few tags, and none on
 * registries that limit what is asked (`readsBesideList`).
 */
export class PlansAhead {
  readonly #run: DeletionRun;
  readonly #places: readonly RepositoryPlace[];
  readonly #ahead: PlanAhead[] = [];
  /** The numbers of tags of the last repositories. */
  #sizes: readonly number[] = [];
  #begun = 0;
  /** The first is read alone: nothing is known of its registry. */
  #most = 1;

  constructor(places: readonly RepositoryPlace[], run: DeletionRun) {
    this.#places = places;
    this.#run = run;
  }

  /** Returns the next place's plan. Whatever goes wrong is its outcome. */
  async next(): Promise<RepositoryPlan> {
    const current = this.#begin();
    current.tell();
    const plan = await current.plan;
    this.#learn(plan);
    return plan;
  }

  /** Begins as many as may be, and returns the first. @throws {RangeError} where all places had their turn */
  #begin(): PlanAhead {
    while (this.#ahead.length < this.#most) {
      const place = this.#places[this.#begun];
      if (place === undefined) break;
      this.#begun += 1;
      this.#ahead.push(planAhead(place, this.#run));
    }
    const first = this.#ahead.shift();
    if (first === undefined) throw new RangeError("all places had their turn");
    return first;
  }

  #learn(plan: RepositoryPlan): void {
    if (plan.kind === "over") return;
    this.#sizes = [...this.#sizes, plan.snapshot.tags.length].slice(-MOST_AHEAD);
    const fits = Math.floor(MOST_TAGS / Math.max(...this.#sizes, 1));
    const { readsBesideList } = plan.access.registry;
    this.#most = readsBesideList ? Math.min(MOST_AHEAD, Math.max(1, fits)) : 1;
  }
}

function planAhead(place: RepositoryPlace, run: DeletionRun): PlanAhead {
  const waiting: RunEvent[] = [];
  let isTurn = false;
  const say = (event: RunEvent): void => {
    if (isTurn) run.hooks.say(event);
    else waiting.push(event);
  };
  return {
    plan: planPlace(place, { ...run, hooks: { ...run.hooks, say } }),
    tell: () => {
      isTurn = true;
      for (const event of waiting.splice(0)) run.hooks.say(event);
    },
  };
}
