// Adds up the results that .ci/run left in a folder: vitest's reports (.json), and one file for each other check (.check).
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";

const [folder = ".cache/ci", ...names] = process.argv.slice(2);
const totals = { passed: 0, failed: 0 };
/** @type {string[]} */
const failures = [];

/** @typedef {{ numPassedTests: number, numTotalTests: number, testResults: FileResult[] }} Report */
/** @typedef {{ name: string, status: string, message: string, assertionResults: { status: string, fullName: string, failureMessages: readonly string[] }[] }} FileResult */

/**
 * @param {string} name
 * @param {string} text
 */
function addCheck(name, text) {
  const isOk = text.trim() === "ok";
  totals[isOk ? "passed" : "failed"] += 1;
  if (!isOk) failures.push(`the check ${name.replace(".check", "")}`);
}

/**
 * @param {string} name
 * @param {Report} report
 */
function addReport(name, { numPassedTests, numTotalTests, testResults }) {
  // Whatever did not pass has failed: skipped tests and files that would not load too.
  const broken = testResults.filter((file) => !isPassed(file) || !file.assertionResults.every(isPassed));
  totals.passed += numPassedTests;
  totals.failed += Math.max(numTotalTests - numPassedTests, broken.length);
  failures.push(...broken.flatMap((file) => causesOf(file).map((cause) => `${name}: ${file.name} ${cause}`)));
}

/** @param {{ status: string }} result of a file or a test */
function isPassed({ status }) {
  return status === "passed";
}

/**
 * Returns why a file has not passed: its own error, and each of its tests that failed or was skipped.
 * @param {FileResult} file
 */
function causesOf({ message, assertionResults }) {
  const tests = assertionResults
    .filter((test) => !isPassed(test))
    .map(({ status, fullName, failureMessages: [first = ""] }) => `> ${fullName} (${status}) ${first}`);
  return message === "" && tests.length > 0 ? tests : [message, ...tests];
}

// Each is named, so that what left nothing has failed.
for (const name of names) {
  const text = await readFile(join(folder, name), "utf8").catch(() => undefined);
  if (text === undefined) {
    totals.failed += 1;
    failures.push(`${name} is not there: it did not end, or did not begin`);
  } else if (name.endsWith(".check")) {
    addCheck(name, text);
  } else {
    addReport(name, JSON.parse(text));
  }
}

for (const failure of failures) console.log(`FAILED ${failure}`);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 && totals.passed > 0 ? 0 : 1;
