import { defineConfig } from "vitest/config";

// Stryker wants one project and its own pool: the unit tests that import the core.
export default defineConfig({
  test: {
    include: ["__tests__/{core,report,settings,yaml}/**/*.test.ts"],
    isolate: false,
    testTimeout: 60_000,
  },
});
