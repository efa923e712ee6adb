import { describe, expect, test, type TestContext } from "vitest";
import { matchCatalogs } from "../../src/commands/deletion/find-places.js";
import { parseImageGlob } from "../../src/core/names/image-glob.js";
import { statusOf } from "../../src/report/run/result.js";
import { useDistribution } from "../support/distributions.js";
import type { Action } from "../support/proxy.js";
import { runPrune } from "../support/pruning.js";
import { ALL, catalogsAsked, endsOf, isCatalog, NEWEST, type Team, teamOf } from "../support/teams.js";

/** What goes wrong in one repository, or with one registry's list of them, does not stop the others. */
const keep = { keep: "1" };

describe.each(["2.8", "3.1.1"] as const)("a pattern of repositories, on Distribution %s", (distribution) => {
  const stage = useDistribution(distribution);
  const made = async (skip: TestContext["skip"]): Promise<Team> => teamOf(await stage(skip));

  test("one of whose repositories can't be read has the others pruned", async ({ skip }) => {
    const at = await made(skip);
    await at.push("a", "b", "c");
    const fails: Action = { kind: "answer", status: 500 };
    at.proxy.on({ when: ({ path }) => path.includes("/b/manifests/1.1.0"), act: fails });
    const { result } = await runPrune({ image: `${at.team}/*`, ...keep });
    const ends = { a: "applied", b: "failed", c: "applied" };
    expect(endsOf(result.outcomes)).toEqual(
      Object.fromEntries(Object.entries(ends).map(([name, end]) => [`${at.team}/${name}`, end])),
    );
    expect(statusOf(result)).toBe("partly-failed");
    for (const name of ["a", "c"]) expect(await at.left(name)).toEqual(NEWEST);
    expect(await at.left("b")).toEqual(ALL);
  });

  const json = { "content-type": "application/json" };
  test.for<[number, Action]>([
    [401, { kind: "answer", status: 401, headers: json, body: '{"errors":[{"code":"UNAUTHORIZED"}]}' }],
    [403, { kind: "answer", status: 403 }],
    [404, { kind: "answer", status: 404, body: "404 page not found" }],
    [500, { kind: "answer", status: 500 }],
    [200, { kind: "answer", status: 200, headers: json, body: '{"repositories":["a","../b"]}' }],
  ])(
    "is a failure where the catalog is answered with %i; what is named is pruned",
    async ([, act], { skip }) => {
      const [at, well] = [await made(skip), await made(skip)];
      for (const each of [at, well]) await each.push("a", "b");
      at.proxy.on({ when: isCatalog, act });
      const patterns = [`${at.team}/*`, `${at.team}/b*`, `${well.team}/*`];
      const { result, events } = await runPrune({ image: [...patterns, `${at.team}/a`].join("\n"), ...keep });
      expect(endsOf(result.outcomes)).toEqual({
        [`${at.team}/a`]: "applied",
        [`${well.team}/a`]: "applied",
        [`${well.team}/b`]: "applied",
        [`${at.team}/*`]: "failed",
        [`${at.team}/b*`]: "failed",
      });
      expect(statusOf(result)).toBe("partly-failed");
      expect(events).toContainEqual({ kind: "repository-ended", outcome: result.outcomes.at(-1) });
      expect(catalogsAsked(at)).toBe(1);
      for (const left of [await at.left("a"), await well.left("a"), await well.left("b")]) {
        expect(left).toEqual(NEWEST);
      }
      expect(await at.left("b")).toEqual(ALL);
    },
  );

  test("that is all there is, and finds no catalog, has failed", async ({ skip }) => {
    const at = await made(skip);
    await at.push("a");
    at.proxy.on({ when: isCatalog, act: { kind: "answer", status: 404 } });
    const { result } = await runPrune({ image: `${at.team}/*`, ...keep });
    expect(statusOf(result)).toBe("failed");
    expect(result.outcomes).toMatchObject([
      { kind: "failed", error: { nextStep: expect.stringContaining("one by one") as unknown } },
    ]);
    expect(await at.left("a")).toEqual(ALL);
  });
});

test("a mistake in the program is the outcome of its pattern, and does not stop the others", async () => {
  const finding = matchCatalogs(
    { globs: [parseImageGlob("registry.example.com/**")], ifMissing: "warn" },
    { at: () => Promise.reject(new TypeError("a mistake in the program")) },
  );
  const { outcomes } = await finding;
  expect(outcomes).toMatchObject([
    { kind: "failed", error: { message: expect.stringContaining("a mistake in the program") as string } },
  ]);
});
