import { readFile } from "node:fs/promises";
import { join } from "node:path/posix";
import { expect, test } from "vitest";

/** A test that the model names, by its file in `__tests__` and its name. */
const NAMED = /`([\w/-]+\.test\.ts)`: "([^"]+)"/g;

async function rows(): Promise<readonly string[]> {
  const text = await readFile("docs/threat-model.md", "utf8");
  const lines = text.split("\n").filter((line) => line.startsWith("|"));
  return lines.filter((line) => !/^\| (?:what it tries|-)/.test(line));
}

/** True if a file has a test of this name, which it writes as it is; a quoted one may be escaped. */
function hasTest(source: string, name: string): boolean {
  return ["test(", "])(", ")("].some((before) => {
    const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return new RegExp(`${before.replace(/[()[\]]/g, "\\$&")}\\s*["'\`]${escaped}["'\`]`).test(source);
  });
}

test("each line of the threat model names a test, and each test that it names is there", async () => {
  const lines = await rows();
  expect(lines.length).toBeGreaterThan(30);
  const missing: string[] = [];
  for (const line of lines) {
    const named = [...line.matchAll(NAMED)];
    if (named.length === 0) missing.push(`no test: ${line}`);
    for (const [, file = "", name = ""] of named) {
      const source = await readFile(join("__tests__", file), "utf8").catch(() => "");
      if (!hasTest(source, name)) missing.push(`${file}: ${name}`);
    }
  }
  expect(missing).toEqual([]);
});

test("the threat model has every asset and every attacker", async () => {
  const text = await readFile("docs/threat-model.md", "utf8");
  const attackers = [...text.matchAll(/^## (.*)$/gm)].map(([, title = ""]) => title.toLowerCase());
  for (const who of ["registry", "push", "neighbour", "image", "pull request", "proxy"]) {
    expect(attackers.some((title) => title.includes(who))).toBe(true);
  }
  const stakes = (await rows()).map((line) => line.split("|")[2]?.trim());
  expect(new Set(stakes)).toEqual(
    new Set(["kept images", "credentials", "host files", "availability", "log", "summary"]),
  );
});

test("SECURITY.md says how to report, and names nobody's address", async () => {
  const text = await readFile("SECURITY.md", "utf8");
  expect(text).toContain("Report a vulnerability");
  expect(text).not.toMatch(/[\w.]+@[\w.]+|mailto:/);
});
