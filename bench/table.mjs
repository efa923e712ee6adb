import { floorUnder, ours, record, trial } from "./contenders.mjs";
import { fill } from "./bench-registry.mjs";
import { contendersOf } from "./rivals.mjs";
import { median } from "./timing.mjs";

/** @typedef {import("./contenders.mjs").Contender} Contender */
/** @typedef {import("./bench-registry.mjs").BenchRegistry} BenchRegistry */
/** @typedef {import("./bench-registry.mjs").Say} Say */
/** @typedef {import("./rivals.mjs").Rival} Rival */

/**
 * The result of one contender at one size: `ms` is the median; `ended` is true if it was ended at its limit, `wrong` says if it
 * left other tags than it should, so that its time does not count.
 * @typedef {{ name: string, what: string, ms: number, runs: number, ended: boolean, wrong?: string | undefined, requests?: number | undefined, waves?: number | undefined }} Row
 */

/** @typedef {{ size: number, keep: number, rows: Row[] }} Column one size */

/** @typedef {{ sizes: number[], rivals: Rival[], rounds?: number | undefined, all: boolean, limit?: number }} TableOptions `limit` ends a rival that takes so many times as long as ours, at every size */

/** From this size on, slow variants are left out, and a rival is ended if it takes LIMIT times as long as ours. */
const LARGE = 5000;
const LIMIT = 2;

/** A contender that takes longer than this many times ours runs once: more rounds would not show more. */
const SLOW = 4;

/**
 * Times all contenders side by side, size by size.
 * @param {BenchRegistry} registry
 * @param {TableOptions} options
 * @param {Say} say
 * @returns {AsyncGenerator<Column>}
 */
export async function* table(registry, { sizes, rivals, rounds, all, limit }, say) {
  // Over a network they are counted as they go.
  const counts = registry.network === undefined ? await countRequests(registry, rivals, say) : new Map();
  for (const size of sizes) {
    await fill(registry, size, say);
    const keep = keepOf(size);
    const under = await floorUnder(registry, ours(), { size, keep });
    const others = rivals.flatMap((rival) => {
      const variants = contendersOf(rival);
      return (size >= LARGE && !all ? variants.slice(-1) : variants).map((contender) => ({
        contender,
        requests: counts.get(rival.name)?.(size - keep),
      }));
    });
    const entries = [{ contender: ours(), requests: under.requests }, under, ...others];
    const trials = new Trials(
      registry,
      { size, keep, limit: limit ?? (size >= LARGE ? LIMIT : undefined) },
      say,
    );
    for (let round = 0; round < (rounds ?? roundsOf(size)); round += 1) {
      // In the first round ours is first, because the limits depend on it; then each contender is first in turn.
      for (const { contender } of [...entries.slice(round), ...entries.slice(0, round)]) {
        await trials.run(contender, contender === under.contender || contender.name === "ours");
      }
    }
    yield {
      size,
      keep,
      rows: entries.map(({ contender, requests }) => ({ requests, ...trials.row(contender) })),
    };
  }
}

/**
 * The number of tags that stay: ten, or one in the smallest repository.
 * @param {number} size
 */
export function keepOf(size) {
  return size > 10 ? 10 : 1;
}

/** @param {number} size */
function roundsOf(size) {
  if (size <= 100) return 5;
  return size <= 1000 ? 3 : 1;
}

/** The trials of one size. */
class Trials {
  /** @type {Map<string, (import("./contenders.mjs").Trial & Partial<import("./network.mjs").Traffic>)[]>} */
  #done = new Map();

  /**
   * @param {BenchRegistry} registry
   * @param {{ size: number, keep: number, limit?: number | undefined }} task
   * @param {Say} say
   */
  constructor(registry, task, say) {
    this.registry = registry;
    this.task = task;
    this.say = say;
  }

  /**
   * @param {Contender} contender
   * @param {boolean} isOurs true for ours and the floor, which have no limit and whose results have to be right
   */
  async run(contender, isOurs) {
    const { registry, task } = this;
    const done = this.#done.get(contender.name) ?? [];
    const reference = isOurs ? undefined : median((this.#done.get("ours") ?? []).map(({ ms }) => ms));
    if (reference !== undefined && done.some(isOver(reference))) return;
    const limitMs = reference === undefined || task.limit === undefined ? undefined : task.limit * reference;
    const result = await this.#counted(contender, limitMs);
    this.#done.set(contender.name, [...done, result]);
    const line = `${registry.distribution}, ${task.size} tags, ${contender.name}: ${Math.round(result.ms)} ms`;
    this.say(
      `${line}${result.ended ? ", ended at its limit" : ""}${result.wrong ? `, WRONG: ${result.wrong}` : ""}`,
    );
    if (isOurs && result.wrong !== undefined) throw new Error(`${line}: ${result.wrong}`);
  }

  /**
   * A trial, with what went through the network, if there is one.
   * @param {Contender} contender
   * @param {number | undefined} limitMs
   */
  async #counted(contender, limitMs) {
    const { registry, task } = this;
    await registry.network?.take();
    const result = await trial(registry, contender, { ...task, limitMs });
    return { ...result, ...(await registry.network?.take()) };
  }

  /**
   * @param {Contender} contender
   * @returns {Row}
   */
  row({ name, what }) {
    const done = this.#done.get(name) ?? [];
    const wrong = done.find((result) => result.wrong !== undefined)?.wrong?.split(";")[0];
    const ended = done.some((result) => result.ended);
    const { requests, waves } = done.at(-1) ?? {};
    const traffic = requests === undefined ? {} : { requests, waves };
    return { name, what, ms: median(done.map(({ ms }) => ms)), runs: done.length, ended, wrong, ...traffic };
  }
}

/** @param {number} reference */
function isOver(reference) {
  return (/** @type {import("./contenders.mjs").Trial} */ { ms, ended, wrong }) =>
    ended || wrong !== undefined || ms > SLOW * reference;
}

/**
 * Functions that estimate the requests of each rival for a number of deleted tags, from those it sent for nine and for five of
 * ten tags. Each rival starts one process for each tag, so the number grows linearly.
 * @param {BenchRegistry} registry
 * @param {Rival[]} rivals
 * @param {Say} say
 * @returns {Promise<Map<string, (victims: number) => number>>}
 */
async function countRequests(registry, rivals, say) {
  if (rivals.length > 0) await fill(registry, 10, say);
  const counts = new Map();
  for (const rival of rivals) {
    const [loop] = contendersOf(rival);
    const nine = (await record(registry, loop, { size: 10, keep: 1 })).recorded.length;
    const five = (await record(registry, loop, { size: 10, keep: 5 })).recorded.length;
    counts.set(rival.name, (/** @type {number} */ victims) => nine + ((nine - five) / 4) * (victims - 9));
  }
  return counts;
}
