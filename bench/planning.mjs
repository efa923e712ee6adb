import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { cache } from "../scripts/programs.mjs";
import { median, timed } from "./timing.mjs";

/** The median time of planning for a number of tags, in ms. @typedef {{ tags: number, ms: number }} Planned */

const TAGS = [12_500, 25_000, 50_000, 100_000];
const ROUNDS = 5;
const run = promisify(execFile);

/**
 * Measures the time of planning for numbers of tags that double, each time in a new process.
 * @param {{ tags?: number[], rounds?: number | undefined }} options
 * @param {import("./bench-registry.mjs").Say} say
 * @returns {Promise<{ rounds: number, steps: Planned[] }>}
 */
export async function planning({ tags = TAGS, rounds = ROUNDS }, say) {
  const compiled = await compile(say);
  const program = fileURLToPath(new URL("plan-once.mjs", import.meta.url));
  const steps = [];
  for (const count of tags) {
    /** @type {number[]} */
    const took = [];
    while (took.length < rounds) {
      const { code, said } = await timed({ argv: [process.execPath, program, compiled, `${count}`] });
      if (code !== 0) throw new Error(`planning ${count} tags failed: ${said}`);
      took.push(Number(said));
    }
    say(`planning, ${count} tags: ${Math.round(median(took))} ms`);
    steps.push({ tags: count, ms: median(took) });
  }
  return { rounds, steps };
}

/**
 * Compiles the source, because the bundle can't be imported in parts. The folder is inside this project, so that imports find
 * node_modules.
 * @param {import("./bench-registry.mjs").Say} say
 */
export async function compile(say) {
  const root = fileURLToPath(new URL("../", import.meta.url));
  const folder = join(cache, "bench/js");
  await rm(folder, { recursive: true, force: true });
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  const given = ["-p", "tsconfig.json", "--noEmit", "false", "--outDir", folder];
  await run(process.execPath, [compiler, ...given], { cwd: root }).catch((error) => {
    if (!existsSync(join(folder, "core/plan/make-plan.js"))) throw error;
    say("the source has type errors, but it is timed all the same");
  });
  return folder;
}
