// vitest's runner in the copy that guards.mjs makes: does each test as it is, sees which guards decide something in it, and does it again with each of these out, in
// the same process. What it finds it writes into files beside the copy, for several processes work at once, and any of them may be ended.
import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { TestRunner } from "vitest";

const { GUARD_NOTES: notes = "", GUARD_BUDGET_MS, GUARD_SLOW_MS } = process.env;
/** @type {readonly { decidesAt: boolean }[]} */
const guards = JSON.parse(readFileSync(join(notes, "guards.json"), "utf8"));
/** @type {string | undefined} */
let out;
/** @type {Set<number>} */
let decided = new Set();

Object.assign(globalThis, {
  guardIsOut: (/** @type {number} */ id) => `${id}` === out,
  guardSays: (/** @type {number} */ id, /** @type {unknown} */ value) => {
    if (Boolean(value) === guards[id]?.decidesAt) decided.add(id);
    return value;
  },
});

/**
 * The lines of a file of notes, each as its first word and the rest.
 * @param {string} name
 */
function noted(name) {
  const lines = readFileSync(join(notes, name), "utf8").split("\n").filter(Boolean);
  return lines.map((line) => /** @type {[string, string]} */ ([line.split(" ", 1)[0] ?? "", line]));
}

/**
 * @param {string} name
 * @param {readonly unknown[]} words
 */
function note(name, ...words) {
  appendFileSync(join(notes, name), `${words.join(" ")}\n`);
}

/** The guards that tests have missed. */
function missed() {
  return new Set(noted("missed").map(([id]) => id));
}

/** The time that was spent on a guard, in milliseconds. @param {string} id */
function spentOn(id) {
  return noted("spent").reduce((sum, [of, line]) => (of === id ? sum + Number(line.split(" ")[1]) : sum), 0);
}

/** The turns of one test: as it is; then for each guard with that out, and after each that failed once more as it is. */
class Turns {
  hasNext = true;
  /** @type {"first" | "out" | "control"} */
  #kind = "first";
  /** @type {string[]} */
  #waiting = [];
  #from = 0;
  #tookMs = 0;

  /** @param {string} name */
  constructor(name) {
    this.name = name;
  }

  begin() {
    if (this.#kind === "first") decided = new Set();
    this.#from = performance.now();
    note("trying", process.pid, this.#kind, this.#kind === "out" ? this.at : "-", this.name);
    out = this.#kind === "out" ? this.at : undefined;
  }

  /** @param {boolean} passed */
  end(passed) {
    out = undefined;
    if (this.#kind === "first") this.#afterFirst(passed);
    else if (this.#kind === "control") this.#afterControl(passed);
    else if (!passed) this.#kind = "control";
    else this.#next();
  }

  skipped() {
    this.hasNext = false;
  }

  /** @param {boolean} passed */
  #afterFirst(passed) {
    this.#tookMs = Math.round(performance.now() - this.#from);
    if (!passed) {
      note("unsound", this.name);
      this.#over();
      return;
    }
    if (decided.size > 0) note("reached", [...decided].join(","), this.#tookMs, this.name);
    if (this.#tookMs <= Number(GUARD_SLOW_MS)) this.#waiting = [...decided].map(String);
    this.#next();
  }

  /** A test that fails without a guard that is out says nothing about the guard that was. @param {boolean} passed */
  #afterControl(passed) {
    if (passed) note("missed", this.at, this.name);
    else note("unsound", this.name, "after", this.at);
    if (passed) this.#next();
    else this.#over();
  }

  #next() {
    const known = missed();
    const wanted = (/** @type {string} */ id) => !known.has(id) && spentOn(id) < Number(GUARD_BUDGET_MS);
    this.at = this.#waiting.shift();
    while (this.at !== undefined && !wanted(this.at)) this.at = this.#waiting.shift();
    if (this.at === undefined) {
      this.#over();
      return;
    }
    note("spent", this.at, this.#tookMs);
    this.#kind = "out";
  }

  #over() {
    this.hasNext = false;
    note("finished", "-", this.name);
  }
}

class GuardRunner extends TestRunner {
  /** @type {Turns | undefined} */
  turns;

  /**
   * @override
   * @param {any} test
   */
  async onBeforeRunTask(test) {
    await super.onBeforeRunTask(test);
    const name = `${test.file.name} > ${test.id}`;
    if (noted("finished").some(([, line]) => line === `- ${name}`)) {
      test.mode = "skip";
      return;
    }
    const turns = new Turns(name);
    this.turns = turns;
    // vitest compares with it after each turn.
    test.repeats = { valueOf: () => (turns.hasNext ? Infinity : -1) };
  }

  /**
   * @override
   * @param {any} test
   */
  onBeforeTryTask(test) {
    // It is sent to the reporter, which can't be sent a function.
    if (typeof test.repeats === "object") test.repeats = undefined;
    test.result = { ...test.result, state: "run", errors: undefined, repeatCount: 0 };
    this.turns?.begin();
    super.onBeforeTryTask(test);
  }

  /** @param {any} test */
  onAfterRetryTask(test) {
    const { state, pending } = test.result;
    if (state === "skip" || pending === true) this.turns?.skipped();
    else this.turns?.end(state === "pass");
  }
}

export { GuardRunner as default };
