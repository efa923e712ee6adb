import { fileURLToPath } from "node:url";
import { compile } from "./planning.mjs";
import { median, timed } from "./timing.mjs";

/**
 * The growth of one parser on texts of one shape: the nanoseconds a byte at each size.
 * @typedef {{ parser: string, shape: string, perByte: number[] }} Growth
 */

/** @typedef {{ sizes: number[], rounds: number, growths: Growth[] }} Parsers */

const SIZES = [1_000, 10_000, 100_000, 500_000];
const ROUNDS = 5;

/** A text of the largest size may take so many times as long a byte as one of 1 kB, or of 10 kB, whichever takes longer. */
export const MOST_GROWTH = 4;

/**
 * Measures how the time of each parser of outside text grows with the text, each round in a new process.
 * @param {{ rounds?: number | undefined }} options
 * @param {import("./bench-registry.mjs").Say} say
 * @returns {Promise<Parsers>}
 */
export async function parsers({ rounds = ROUNDS }, say) {
  const compiled = await compile(say);
  const program = fileURLToPath(new URL("parse-once.mjs", import.meta.url));
  /** @type {Growth[][]} */
  const all = [];
  while (all.length < rounds) {
    const { code, said } = await timed({ argv: [process.execPath, program, compiled, SIZES.join(",")] });
    if (code !== 0) throw new Error(`a parser failed: ${said}`);
    all.push(JSON.parse(said));
    say(`parsers, round ${all.length} of ${rounds}`);
  }
  const growths = (all[0] ?? []).map((first, row) => ({
    ...first,
    perByte: SIZES.map((_, size) => median(all.flatMap((round) => round[row]?.perByte[size] ?? []))),
  }));
  for (const growth of growths) {
    if (growthOf(growth) > MOST_GROWTH) say(`GROWS FASTER THAN LINEAR: ${growth.parser}, ${growth.shape}`);
  }
  return { sizes: SIZES, rounds, growths };
}

/**
 * How many times as long a byte takes at the largest size as at the smallest two, whichever takes longer there: a short text pays for what is done once.
 * @param {Growth} growth
 */
export function growthOf({ perByte }) {
  return (perByte.at(-1) ?? 0) / Math.max(perByte[0] ?? 0, perByte[1] ?? 0);
}
