import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { notesOf } from "../scripts/release-notes.mjs";

const CHANGES = `# Changes

Words before.

## 1.1.0 (not released yet)

- Soon.

## 1.0.10 (2027-02-01)

- Ten.

### A part

- More, with ## in it.

## 1.0.1 (2027-01-01)

- One.

## 1.0.0 (2026-12-24)
`;

test.each([
  ["1.0.10", "- Ten.\n\n### A part\n\n- More, with ## in it.\n"],
  ["1.0.1", "- One.\n"],
])("the notes of %s are what stands below its heading", (version, notes) => {
  expect(notesOf(CHANGES, version)).toBe(notes);
});

test.each([
  ["1.1.0", 'CHANGELOG.md says "## 1.1.0 (not released yet)"'],
  ["1.0.0", "CHANGELOG.md says nothing of 1.0.0"],
  ["1.0", 'CHANGELOG.md has no heading "## 1.0 (YYYY-MM-DD)"'],
  ["2.0.0", 'CHANGELOG.md has no heading "## 2.0.0 (YYYY-MM-DD)"'],
  ["", 'CHANGELOG.md has no heading "##  (YYYY-MM-DD)"'],
])("there are none of %j, and the error says why", (version, message) => {
  expect(() => notesOf(CHANGES, version)).toThrow(message);
});

test("CHANGELOG.md has a heading for the version that is worked on", async () => {
  const { version } = JSON.parse(await readFile("package.json", "utf8")) as { readonly version: string };
  expect(await readFile("CHANGELOG.md", "utf8")).toContain(`\n## ${version} (`);
});
