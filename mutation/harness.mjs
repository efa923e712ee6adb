// What a test gets in place of vitest while the core is changed: its files are loaded once, and then any of their tests
// is run again and again in the same process, which takes milliseconds and not the start of a worker.
import { format } from "node:util";
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  getState,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from "@vitest/expect";
import fc from "fast-check";

/** @typedef {{ id: string, name: string, run: () => Promise<void> }} Test */
/** @typedef {(...args: readonly unknown[]) => unknown} Body */

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);
// The same cases for every change, and no search for a smaller one: that a property fails is enough.
fc.configureGlobal({ seed: 1, endOnFailure: true });

const asked = (/** @type {unknown} */ value, /** @type {string | undefined} */ message) => {
  setState({ assertionCalls: getState(given).assertionCalls + 1 }, given);
  return chai.expect(value, message);
};
/** @type {any} */
const given = Object.assign(asked, chai.expect, Reflect.get(globalThis, ASYMMETRIC_MATCHERS_OBJECT), {
  assertions: (/** @type {number} */ count) => setState({ expectedAssertionsNumber: count }, given),
});
export const expect = given;

/** @type {Test[]} */
const tests = [];
/** @type {{ path: string, names: readonly string[], ends: (() => unknown)[] }} */
const now = { path: "", names: [], ends: [] };

/** @param {() => unknown} end */
export function onTestFinished(end) {
  now.ends.push(end);
}

/**
 * Runs the body of a test, then what it left to do at its end.
 * @param {() => unknown} body
 */
async function runTest(body) {
  now.ends = [];
  setState({ assertionCalls: 0, expectedAssertionsNumber: null }, given);
  try {
    await body();
    const { assertionCalls, expectedAssertionsNumber } = getState(given);
    if (typeof expectedAssertionsNumber === "number" && expectedAssertionsNumber !== assertionCalls) {
      throw new Error(`${assertionCalls} assertions, not ${expectedAssertionsNumber}`);
    }
  } finally {
    for (const end of now.ends.reverse()) await end();
  }
}

/**
 * @param {string} title
 * @param {() => unknown} body
 */
function addTest(title, body) {
  const name = [...now.names, title].join(" ");
  tests.push({ id: `${now.path}#${tests.length} ${name}`, name, run: () => runTest(body) });
}

/** @param {readonly unknown[]} args the body is the one function among them; the others are options */
const bodyOf = (args) => /** @type {Body} */ (args.find((each) => typeof each === "function"));
const context = { expect, onTestFinished };
const spread = (/** @type {unknown} */ row) =>
  /** @type {readonly unknown[]} */ (Array.isArray(row) ? row : [row]);

/**
 * @param {(title: string, body: () => unknown) => void} add
 * @returns {(rows: readonly unknown[]) => (title: string, ...args: readonly unknown[]) => void}
 */
const eachOf =
  (add) =>
  (rows) =>
  (title, ...args) => {
    for (const row of rows) add(format(title, ...spread(row)), () => bodyOf(args)(...spread(row)));
  };

export const test = Object.assign(
  (/** @type {string} */ title, /** @type {readonly unknown[]} */ ...args) =>
    addTest(title, () => bodyOf(args)(context)),
  {
    each: eachOf(addTest),
    for:
      (/** @type {readonly unknown[]} */ rows) =>
      (/** @type {string} */ title, /** @type {readonly unknown[]} */ ...args) => {
        for (const row of rows) addTest(format(title, ...spread(row)), () => bodyOf(args)(row, context));
      },
  },
);

/**
 * @param {string} title
 * @param {() => unknown} body
 */
function addGroup(title, body) {
  const outer = now.names;
  now.names = [...outer, title];
  body();
  now.names = outer;
}
export const describe = Object.assign(addGroup, { each: eachOf(addGroup) });

/**
 * Returns the tests of a file.
 * @param {string} path
 * @param {() => Promise<unknown>} load
 * @returns {Promise<readonly Test[]>}
 */
export async function testsOf(path, load) {
  tests.length = 0;
  now.path = path;
  await load();
  return [...tests];
}
