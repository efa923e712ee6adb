import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

const banned = {
  defaultExport: { selector: "ExportDefaultDeclaration", message: "Name what you export." },
  barrel: { selector: "ExportAllDeclaration", message: "Import from where it is." },
  clock: {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: "The core has no clock: take the time as a value.",
  },
  // Each of the tests' properties, so that PROPERTY_RUNS makes them all quick, or all thorough.
  property: {
    selector:
      "CallExpression[callee.object.name='fc'][callee.property.name='assert']:not(:has(Property[key.name='numRuns'] CallExpression[callee.name='propertyRuns']))",
    message: "Give it { numRuns: propertyRuns(…) }, of __tests__/support/property-runs.ts.",
  },
};

export default defineConfig(
  { ignores: ["dist/", "build/", ".cache/", "node_modules/"] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { project: "./tsconfig.test.json", tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/explicit-module-boundary-types": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": [
        "error",
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      "no-restricted-syntax": ["error", banned.defaultExport, banned.barrel],
      "no-restricted-properties": [
        "error",
        { object: "vi", property: "mock", message: "Test against the real thing." },
        { object: "vi", property: "doMock", message: "Test against the real thing." },
      ],
      curly: ["error", "multi-line", "consistent"],
      complexity: ["error", { max: 12, variant: "modified" }],
      "max-params": ["error", 3],
    },
  },
  {
    files: ["src/**"],
    rules: {
      "max-lines": ["error", 220],
      "max-lines-per-function": ["error", { max: 45, skipComments: true, skipBlankLines: true }],
    },
  },
  {
    // The purity fence: the core is arithmetic.
    files: ["src/core/**"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              regex:
                "^(?!\\./|\\.\\./|semver/functions/parse\\.js$|picomatch$|re2js$|leven$)|^(?:\\.\\./)+(?:registry|run|disk|yaml|doctor|report|settings|commands|program|action|cli)/",
              message: "The core imports semver, picomatch, re2js, leven and itself.",
            },
          ],
        },
      ],
      "no-restricted-globals": [
        "error",
        "process",
        "fetch",
        "console",
        "performance",
        "setTimeout",
        "Buffer",
      ],
      "no-restricted-properties": [
        "error",
        { object: "Date", property: "now", message: "The core has no clock." },
        { object: "Math", property: "random", message: "The core has no dice." },
      ],
      "no-restricted-syntax": ["error", banned.defaultExport, banned.barrel, banned.clock],
    },
  },
  {
    files: ["__tests__/**"],
    rules: {
      "no-restricted-syntax": ["error", banned.defaultExport, banned.barrel, banned.property],
    },
  },
  {
    files: ["eslint.config.js", "vitest.config.ts"],
    rules: { "no-restricted-syntax": "off" },
  },
  {
    // JSDoc has the types, which the compiler checks; JSON and child processes come in as any.
    files: ["**/*.mjs", "**/*.js"],
    rules: {
      "@typescript-eslint/explicit-module-boundary-types": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/restrict-plus-operands": "off",
      "@typescript-eslint/restrict-template-expressions": "off",
      "@typescript-eslint/unbound-method": "off",
      "@typescript-eslint/use-unknown-in-catch-callback-variable": "off",
      "max-params": "off",
    },
  },
);
