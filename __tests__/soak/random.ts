/** A source of random choices that a seed determines, so that a run can be repeated. */
export interface Random {
  /** Returns a number from 0 up to, but without, 1. */
  next(): number;
  /** Returns a whole number from 0 to `below - 1`. */
  int(below: number): number;
  pick<T>(list: readonly T[]): T;
  chance(probability: number): boolean;
}

/** Returns the source of a seed and of the number of the run (Mulberry32, by Tommy Ettinger). */
export function randomOf(seed: number, run: number): Random {
  let state = (seed ^ Math.imul(run + 1, 0x9e3779b9)) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (below: number): number => Math.floor(next() * below);
  return {
    next,
    int,
    pick: (list) => {
      const picked = list[int(list.length)];
      if (picked === undefined) throw new Error("there is nothing to pick from");
      return picked;
    },
    chance: (probability) => next() < probability,
  };
}

/** Returns `SOAK_SEED`, or else a seed made of the time; it is printed by whoever uses it. */
export function soakSeed(): number {
  const given = process.env["SOAK_SEED"];
  return given === undefined ? Date.now() % 2 ** 31 : wholeNumber("SOAK_SEED", given);
}

/** Returns `SOAK_RUNS`, or else the number of runs of `npm test`. */
export function soakRuns(few: number): number {
  const given = process.env["SOAK_RUNS"];
  return given === undefined ? few : wholeNumber("SOAK_RUNS", given);
}

/** Returns the numbers of the runs: `SOAK_ONLY` alone where it is set, to repeat one. */
export function soakNumbers(few: number): readonly number[] {
  const only = process.env["SOAK_ONLY"];
  if (only !== undefined) return [wholeNumber("SOAK_ONLY", only)];
  return Array.from({ length: soakRuns(few) }, (_, index) => index);
}

function wholeNumber(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new Error(`${name} is ${text}, which is no whole number`);
  }
  return value;
}
