import { parseArgs } from "node:util";
import { RIVALS } from "./rivals.mjs";

/** The parts of the bench, in their order. */
export const PARTS = /** @type {const} */ ([
  "table",
  "latency",
  "first-run",
  "every-push",
  "threshold",
  "memory",
  "planning",
  "parsers",
  "storage",
  "whole-registry",
]);

/**
 * @typedef {object} Options
 * @property {number[]} sizes the numbers of tags of the repositories
 * @property {import("./bench-registry.mjs").Distribution[]} registries
 * @property {number[]} farSizes the same over a network
 * @property {number[]} latency the round trips of networks, in milliseconds
 * @property {number | undefined} rounds replaces each part's own number of rounds
 * @property {string[]} rivals
 * @property {(typeof PARTS)[number][]} only
 * @property {boolean} all
 * @property {boolean} write
 */

/** The text that --help prints. */
export const HELP = `npm run bench -- [flags]

Starts real registries, fills repositories, and times whole processes side by side: ours, a floor, and others.

  --sizes 10,100,1000,5000   the numbers of tags of the repositories; over a network 2,10,25,60,100,1000
  --latency 20,100           the round trips of the networks that part "latency" puts between, in milliseconds
  --registries 2.8,3.1.1     3.1.1 is built with Go, if Go is installed
  --rounds N                 instead of each part's own number of runs
  --rivals ${RIVALS.join(",")}   those that can't be installed are left out
  --only PART,…              of ${PARTS.join(", ")}
  --all                      runs the loops of regctl, crane and skopeo at 5000 tags too
  --write                    writes into bench/results/, a file for each machine, and from all of them into docs/performance.md

Without --write the result is printed.
`;

/**
 * Reads the flags.
 * @param {string[]} args
 * @returns {Options | undefined} undefined if help is asked for
 * @throws {Error} if a flag is wrong
 */
export function readOptions(args) {
  const { values } = parseArgs({
    args,
    options: {
      sizes: { type: "string" },
      latency: { type: "string", default: "20,100" },
      registries: { type: "string", default: "2.8,3.1.1" },
      rounds: { type: "string" },
      rivals: { type: "string", default: RIVALS.join(",") },
      only: { type: "string", default: PARTS.join(",") },
      all: { type: "boolean", default: false },
      write: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return undefined;
  return {
    sizes: counts("sizes", values.sizes ?? "10,100,1000,5000"),
    farSizes: counts("sizes", values.sizes ?? "2,10,25,60,100,1000"),
    latency: counts("latency", values.latency),
    registries: among("registries", values.registries, /** @type {const} */ (["2.8", "3.1.1"])),
    rounds: values.rounds === undefined ? undefined : count("rounds", values.rounds),
    rivals: values.rivals === "" ? [] : among("rivals", values.rivals, RIVALS),
    only: among("only", values.only, PARTS),
    all: values.all,
    write: values.write,
  };
}

/**
 * @param {string} flag
 * @param {string} text
 */
function counts(flag, text) {
  return text.split(",").map((each) => count(flag, each));
}

/**
 * @param {string} flag
 * @param {string} text
 */
function count(flag, text) {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new Error(`--${flag}: "${text}" is not a whole number of at least 1`);
}

/**
 * @template {string} Name
 * @param {string} flag
 * @param {string} text
 * @param {readonly Name[]} names
 * @returns {Name[]}
 */
function among(flag, text, names) {
  return text.split(",").map((given) => {
    const found = names.find((name) => name === given);
    if (found === undefined) throw new Error(`--${flag}: "${given}" is not one of ${names.join(", ")}`);
    return found;
  });
}
