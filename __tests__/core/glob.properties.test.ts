import fc from "fast-check";
import picomatch from "picomatch";
import { describe, expect, test } from "vitest";
import { parseRepositoryGlob, parseTagGlob, type Pattern } from "../../src/core/names/glob.js";
import { propertyRuns } from "../support/property-runs.js";

/** Texts of these signs: most are no glob, or no name, so there are many. */
const text = (signs: string, maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...Array.from(signs)), { minLength: 1, maxLength }).map((all) => all.join(""));

function read(parse: (written: string) => Pattern, written: string): Pattern | undefined {
  try {
    return parse(written);
  } catch {
    return undefined;
  }
}

// No name begins or ends so, nor has an empty part (distribution spec). picomatch has rules of its own for hidden files.
const NO_NAME = /^[./-]|[./-]$|\/[./-]|[.-]\/|\.\./;

describe("a glob means what picomatch, with which globs were matched before, makes of it", () => {
  test.each([
    ["of tags", parseTagGlob, "ab.-1*?[]{},^_", "ab.-1_"],
    ["of repositories", parseRepositoryGlob, "ab./-*?[]{},^*", "ab./-"],
  ] as const)("%s", (...[, parse, signs, letters]) => {
    fc.assert(
      fc.property(text(signs, 9), text(letters, 6), (glob, name) => {
        const pattern = read(parse, glob);
        if (pattern === undefined || NO_NAME.test(name)) return;
        // There, team/** also matches team itself, which is not below team.
        const before = picomatch(glob.replace(/\/\*\*$/, "/**/*"), { strictBrackets: true });
        expect([glob, name, pattern.matches(name)]).toEqual([glob, name, before(name)]);
      }),
      { numRuns: propertyRuns(20_000) },
    );
  });
});

describe("a glob is matched in one go, whatever is in it", () => {
  const long = "a".repeat(128);

  test.each([
    ["*a*a*a*a*a*b", long, false],
    [`${"*a".repeat(60)}b`, long, false],
    [`${"*a".repeat(60)}*`, long, true],
    [`${"{a,aa}".repeat(60)}b`, long, false],
    ["{a,aa}".repeat(64), long, true],
    ["{,a}".repeat(128), long, true],
    [`${"{*a,a*}".repeat(50)}b`, long, false],
    [`${"{".repeat(200)}a${",b}".repeat(200)}*`, long, true],
  ])("%s", (glob, name, wanted) => {
    expect(parseTagGlob(glob).matches(name)).toBe(wanted);
    expect(parseRepositoryGlob(glob).matches(name)).toBe(wanted);
  });

  test("in one that has more states than are remembered, too", () => {
    const glob = `*a${"?".repeat(14)}`;
    const names = fc.sample(text("ab", 40), { numRuns: 300, seed: 1 });
    const { matches } = parseTagGlob(glob);
    for (const name of names) expect([name, matches(name)]).toEqual([name, /^.*a.{14}$/.test(name)]);
  });

  test("one that is too long is refused", () => {
    expect(() => parseTagGlob("a".repeat(5000))).toThrow("more than 4096 characters");
    expect(() => parseTagGlob("{".repeat(5000))).toThrow("more than 4096 characters");
    expect(() => parseTagGlob(`${"{".repeat(1300)}a${",b}".repeat(900)}`)).toThrow();
    const deep = `${"{".repeat(1000)}a${",b}".repeat(1000)}`;
    expect(parseTagGlob(deep).matches("a")).toBe(true);
  });
});
