// Adds up the results that .ci/run left in a folder: vitest's reports, and one file for each other check.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";

const folder = process.argv[2] ?? ".cache/ci";
const totals = { passed: 0, failed: 0 };
/** @type {string[]} */
const failures = [];

for (const name of await readdir(folder)) {
  const text = await readFile(join(folder, name), "utf8");
  if (name.endsWith(".check")) {
    const isOk = text.trim() === "ok";
    totals[isOk ? "passed" : "failed"] += 1;
    if (!isOk) failures.push(`the check ${name.replace(".check", "")}`);
  } else {
    /** @type {{ numPassedTests: number, numTotalTests: number, testResults: { name: string, status: string, message: string }[] }} */
    const report = JSON.parse(text);
    // Everything that did not pass counts as failed, skipped tests and files that would not load too.
    const broken = report.testResults.filter((file) => file.status !== "passed");
    totals.passed += report.numPassedTests;
    totals.failed += Math.max(report.numTotalTests - report.numPassedTests, broken.length);
    failures.push(...broken.map((file) => `${name}: ${file.name} ${file.message}`));
  }
}
if (!(await readdir(folder)).includes("tests.json")) {
  totals.failed += 1;
  failures.push("npm ci && npm test left no report");
}

for (const failure of failures) console.log(`FAILED ${failure}`);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 ? 0 : 1;
