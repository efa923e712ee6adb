import { readdir, readFile } from "node:fs/promises";
import { dirname, join, normalize } from "node:path/posix";
import picomatch from "picomatch";
import { expect, test } from "vitest";
import { UNIT } from "../vitest.projects.js";

/** Returns the files and packages that a file imports for their values. */
async function importsOf(file: string): Promise<readonly string[]> {
  const text = await readFile(file, "utf8");
  const written = text.matchAll(/^(?:import|export)\s+(?!type\b)(?:[^;"]*?from\s+)?"([^"]+)";/gm);
  return [...written].map(([, name = ""]) =>
    name.startsWith(".") ? sourceOf(join(dirname(file), name)) : name,
  );
}

/** Returns the path of what an import names: TypeScript names the file that it will be compiled to. */
function sourceOf(name: string): string {
  return normalize(name).replace(/\.js$/, ".ts");
}

/** True if a test can start a program: itself, or by the tests' support and the scripts that it imports. */
async function startsPrograms(file: string): Promise<boolean> {
  const seen = new Set([file]);
  for (const each of seen) {
    if (each === "node:child_process") return true;
    if (!/^(__tests__|scripts|bench)\//.test(each)) continue;
    for (const name of await importsOf(each)) seen.add(name);
  }
  return false;
}

test("the unit tests are those that start no program", async () => {
  const entries = await readdir("__tests__", { recursive: true });
  const files = entries
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => join("__tests__", name.replaceAll("\\", "/")));
  const isUnit = picomatch([...UNIT]);
  const astray: string[] = [];
  for (const file of files) {
    if (isUnit(file) === (await startsPrograms(file))) {
      astray.push(`${file} is ${isUnit(file) ? "real" : "unit"}`);
    }
  }
  expect(astray).toEqual([]);
  expect(files.filter((file) => isUnit(file)).length).toBeGreaterThan(60);
});
