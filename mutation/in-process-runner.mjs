// A test runner of Stryker's: loads the tests once, and runs those that reach a change in this process.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createViteServer } from "vitest/node";

/** @typedef {import("./harness.mjs").Test} Test */
/** @typedef {{ activeMutant?: string | undefined, currentTestId?: string | undefined, mutantCoverage?: object, hitCount?: number, hitLimit?: number | undefined }} Stryker */
/** @typedef {{ activeMutant: { id: string }, testFilter?: readonly string[], hitLimit?: number }} Change */
/** @typedef {{ test: Test, message: string, isEndless?: boolean }} Failure */

/** What the instrumented code reads and writes. @type {Stryker} */
const stryker = Reflect.get(globalThis, "__stryker__") ?? {};
Reflect.set(globalThis, "__stryker__", stryker);

/** @returns {Promise<{ tests: readonly Test[], close: () => Promise<void> }>} all tests of these files, in a module graph of their own */
async function load() {
  const server = await createViteServer({
    configFile: false,
    appType: "custom",
    logLevel: "error",
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    resolve: { alias: { vitest: resolve("mutation/harness.mjs") } },
  });
  /** @type {typeof import("./harness.mjs")} */
  const harness = /** @type {any} */ (await server.ssrLoadModule("/mutation/harness.mjs"));
  const tests = [];
  for (const path of testFiles()) {
    tests.push(...(await harness.testsOf(path, () => server.ssrLoadModule(`/${path}`))));
  }
  return { tests, close: () => server.close() };
}

/** Returns the files of tests; the ones with a clock of vitest's own are left out. */
function testFiles() {
  const folders = (process.env["MUTATION_TESTS"] ?? "core report settings yaml").split(" ");
  return folders
    .flatMap((folder) =>
      readdirSync(join("__tests__", folder)).map((name) => join("__tests__", folder, name)),
    )
    .filter((path) => path.endsWith(".test.ts") && !/\bvi\b.*from "vitest"/.test(readFileSync(path, "utf8")))
    .sort();
}

/** What the run without a change leaves in Stryker's copy for all processes that come after it: how long each test took, by its id. */
const TIMES = "test-times.json";
/** The tests of long lists that take seconds, and notice little that others do not. */
const SLOW = /^the tags of /;
/** So much of the time of all tests that reach a change is spent on it at most: a few of them take as long as all others, and notice little more. */
const SHARE = Number(process.env["MUTATION_SHARE"] ?? "0.1");
const ENOUGH_MS = 5000;
/** Stryker calls a change endless that is reached a hundred times as often as it is without; five times is enough, and is seen sooner. */
const ENDLESS = 5 / 100;

class InProcessRunner {
  /** @type {Map<string, Test>} */
  tests = new Map();
  /** @type {Map<string, number>} */
  times = new Map();
  /** Those that noticed a change last, the newest first: they are likely to notice the next one. @type {readonly string[]} */
  sharp = [];
  close = async () => {};

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    const { tests, close } = await load();
    const all = process.env["MUTATION_SLOW"] !== undefined;
    this.tests = new Map(tests.filter(({ name }) => all || !SLOW.test(name)).map((test) => [test.id, test]));
    this.close = close;
  }

  async dispose() {
    await this.close();
  }

  async dryRun() {
    stryker.activeMutant = undefined;
    stryker.hitLimit = undefined;
    const results = [];
    for (const [id, test] of this.tests) {
      stryker.currentTestId = id;
      const start = performance.now();
      const failure = await failureOf(test);
      const timeSpentMs = performance.now() - start;
      this.times.set(id, timeSpentMs);
      const result = { id, name: test.name, fileName: resolve(id.split("#")[0] ?? ""), timeSpentMs };
      results.push(
        failure === undefined
          ? { ...result, status: 0 }
          : { ...result, status: 1, failureMessage: failure.message },
      );
    }
    stryker.currentTestId = undefined;
    writeFileSync(TIMES, JSON.stringify(Object.fromEntries(this.times)));
    return { status: "complete", tests: results, mutantCoverage: stryker.mutantCoverage };
  }

  /**
   * @param {Change} change
   * @returns {Promise<object>}
   */
  async mutantRun(change) {
    if (this.times.size === 0) this.times = new Map(Object.entries(JSON.parse(readFileSync(TIMES, "utf8"))));
    const tests = this.quickFirst((change.testFilter ?? []).flatMap((id) => this.tests.get(id) ?? []));
    const found = await this.firstFailure(change, tests);
    if (found === undefined) return { status: "survived", nrOfTests: tests.length };
    // A test that fails without the change as well proves nothing: the change before this one has left something behind.
    if ((await failureOf(found.test)) !== undefined) {
      await this.dispose();
      await this.init();
      return this.mutantRun(change);
    }
    this.sharp = [found.test.id, ...this.sharp.filter((id) => id !== found.test.id)].slice(0, 20);
    if (found.isEndless === true) return { status: "timeout" };
    return {
      status: "killed",
      killedBy: [found.test.id],
      failureMessage: found.message,
      nrOfTests: tests.length,
    };
  }

  /**
   * @param {readonly Test[]} tests
   * @returns {readonly Test[]} the quick ones first, up to the share of the time that is spent on one change
   */
  quickFirst(tests) {
    const cost = (/** @type {Test} */ { id }) => (this.sharp.includes(id) ? 0 : (this.times.get(id) ?? 0));
    const sorted = [...tests].sort((a, b) => cost(a) - cost(b));
    let left = Math.max(ENOUGH_MS, SHARE * sorted.reduce((sum, test) => sum + cost(test), 0));
    return sorted.filter((test, at) => at === 0 || (left -= cost(test)) >= 0);
  }

  /**
   * @param {Change} change
   * @param {readonly Test[]} tests
   * @returns {Promise<Failure | undefined>} the first test that notices the change
   */
  async firstFailure({ activeMutant, hitLimit }, tests) {
    stryker.hitCount = 0;
    stryker.hitLimit = hitLimit === undefined ? undefined : hitLimit * ENDLESS;
    stryker.activeMutant = activeMutant.id;
    try {
      for (const test of tests) {
        const failure = await failureOf(test);
        if (isOver()) return { test, message: "endless", isEndless: true };
        if (failure !== undefined) return failure;
      }
      return undefined;
    } finally {
      stryker.activeMutant = undefined;
      stryker.hitLimit = undefined;
    }
  }
}

const isOver = () => stryker.hitLimit !== undefined && (stryker.hitCount ?? 0) > stryker.hitLimit;

/**
 * @param {Test} test
 * @returns {Promise<Failure | undefined>}
 */
async function failureOf(test) {
  try {
    await test.run();
    return undefined;
  } catch (error) {
    return { test, message: error instanceof Error ? error.message : String(error) };
  }
}

export const strykerPlugins = [{ kind: "TestRunner", name: "in-process", injectableClass: InProcessRunner }];
