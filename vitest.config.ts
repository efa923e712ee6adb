import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["__tests__/**/*.test.ts"],
    globalSetup: "__tests__/support/build-once.ts",
    // Real registries and processes on a busy two-core machine: generous, for no test asserts a time.
    testTimeout: 60_000,
    hookTimeout: 180_000,
  },
});
