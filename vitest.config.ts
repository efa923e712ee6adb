import { availableParallelism } from "node:os";
import { defineConfig, type TestProjectConfiguration, type ViteUserConfig } from "vitest/config";
import { memoryFolder } from "./__tests__/support/memory-folder.js";
import { slowestFiles } from "./__tests__/support/slowest-files.js";
import { REGISTRIES, UNIT } from "./vitest.projects.js";

type Reporters = Exclude<NonNullable<ViteUserConfig["test"]>["reporters"], undefined | string>;

/** Returns the reporters; GitHub's shows a failure at its line, and TEST_REPORT is a file for scripts/ci-result.mjs. */
function reporters({ GITHUB_ACTIONS, TEST_REPORT }: NodeJS.ProcessEnv): Reporters {
  return [
    "default",
    slowestFiles,
    ...(GITHUB_ACTIONS === "true" ? ["github-actions"] : []),
    ...(TEST_REPORT === undefined ? [] : [["json", { outputFile: TEST_REPORT }] as [string, object]]),
  ] as Reporters;
}

const temporary = memoryFolder();

// Not a part of `npm test`: to build these registries takes minutes.
const registries: TestProjectConfiguration = {
  extends: true,
  test: {
    name: "registries",
    include: [...REGISTRIES],
    // Some of them do one thing at a time only, and on S3.
    testTimeout: 300_000,
    hookTimeout: 900_000,
    globalSetup: "__tests__/support/build-once.ts",
  },
};

export default defineConfig({
  test: {
    // Three at least: a test of a real registry waits for it, and for the disk, half of its time. By default it is one
    // worker less than there are cores, which was one: 1,567 s for the tests that three run in 770 s.
    maxWorkers: Math.max(3, availableParallelism()),
    env: temporary === undefined ? {} : { TMPDIR: temporary },
    reporters: reporters(process.env),
    // Real registries and processes on a busy two-core machine: generous, for no test asserts a time.
    testTimeout: 60_000,
    hookTimeout: 180_000,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: [...UNIT],
          // None leaves anything behind for another, and the start of a worker takes longer than most of them. No threads: they share file descriptors, and
          // some tests close one behind its owner.
          pool: "forks",
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: "real",
          include: ["__tests__/**/*.test.ts"],
          exclude: [...UNIT, ...REGISTRIES],
          globalSetup: "__tests__/support/build-once.ts",
        },
      },
      ...(process.env["TEST_REGISTRIES"] === undefined ? [] : [registries]),
    ],
  },
});
