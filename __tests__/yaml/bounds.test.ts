import { expect, test } from "vitest";
import { readYaml } from "../../src/yaml/yaml-source.js";

test.each([
  [
    "aliases of aliases",
    `a0: &a0 [x, x]\n${Array.from({ length: 40 }, (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]`).join("\n")}\n`,
  ],
  ["many aliases", `a: &a x\nb: [${Array<string>(5000).fill("*a").join(", ")}]\n`],
  ["deep brackets", "[".repeat(100_000)],
  ["deep braces", `${"{a: ".repeat(20_000)}1${"}".repeat(20_000)}`],
  ["deep brackets that are closed", `${"[".repeat(3000)}${"]".repeat(3000)}`],
  ["deep lists", `${"- ".repeat(20_000)}a`],
  ["deep keys", `${"? ".repeat(20_000)}a`],
  ["deep indentation", Array.from({ length: 900 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")],
  ["much text", "a: b\n".repeat(500_000)],
])("%s are an error, and no crash", (_, text) => {
  for (const version of ["1.1", "1.2"] as const) expect(readYaml(text, version).kind).toBe("broken");
});

test("some aliases are none", () => {
  const text = `a: &a x\nb: [${Array<string>(20).fill("*a").join(", ")}]\n`;
  expect(readYaml(text, "1.2")).toMatchObject({
    kind: "read",
    value: { a: "x", b: Array<string>(20).fill("x") },
  });
});
