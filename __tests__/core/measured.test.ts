import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Snapshot } from "../../src/core/image/graph.js";
import { plan } from "../../src/core/plan/make-plan.js";
import type { Plan } from "../../src/core/plan/plan.js";
import { questionsOf } from "../../src/core/plan/questions.js";
import { propertyRuns } from "../support/property-runs.js";
import { digest, nameOf, ownImages, policy, snapshot, type SnapshotParts } from "../support/snapshots.js";

/** Sizes that a budget rests on: what manifests claim only as long as all fits by it, otherwise what the registry itself says. */

interface Looked {
  readonly decided: Plan;
  /** The layers that were asked for, round by round. */
  readonly rounds: readonly (readonly string[])[];
}

/** Plans as a run does: the sizes that a plan asks for are looked up in `truth`, until it asks for none. */
function lookedUp(
  parts: SnapshotParts,
  truth: Readonly<Record<string, number | null>>,
  maxSize: number,
): Looked {
  const rounds: (readonly string[])[] = [];
  const chosen = policy({ keep: 500, maxSize });
  let known: Snapshot = snapshot({ ...parts, sizes: {} });
  for (;;) {
    const decided = plan(known, chosen);
    const { sizesOf } = questionsOf(decided, known, chosen);
    if (sizesOf.length === 0) return { decided, rounds };
    rounds.push(sizesOf.map(nameOf));
    const found = sizesOf.map((blob) => [blob, truth[nameOf(blob)] ?? undefined] as const);
    known = { ...known, sizes: new Map([...(known.sizes ?? []), ...found]) };
  }
}

const goes = ({ deletions }: Plan): readonly string[] => deletions.flatMap(({ tags }) => tags).sort();

const TAGS = ["1.0.0", "1.1.0", "1.2.0", "1.3.0", "1.4.0"];
const PIB = 2 ** 50;
const layersOf = (claims: Readonly<Record<string, number>>): SnapshotParts => ({
  tags: ownImages(TAGS),
  layers: Object.fromEntries(TAGS.map((tag) => [tag, { [`layer of ${tag}`]: claims[tag] ?? 10 }])),
});
const truthOf = (sizes: Readonly<Record<string, number | null>> = {}): Record<string, number | null> =>
  Object.fromEntries(TAGS.map((tag) => [`layer of ${tag}`, tag in sizes ? (sizes[tag] ?? null) : 10]));

test("as long as a claim is all that is known, it deletes nothing", () => {
  const made = snapshot({ ...layersOf({ "1.4.0": 4 * PIB }), sizes: {} });
  const decided = plan(made, policy({ maxSize: 100 }));
  expect(goes(decided)).toEqual([]);
  expect(decided.unmeasured).toContain(digest("layer of 1.4.0"));
});

describe("five images of 10 bytes each", () => {
  test.for<[string, Record<string, number>, Record<string, number | null>, number, string[]]>([
    ["that fit and claim too much: 4 PiB", { "1.4.0": 4 * PIB }, {}, 50, []],
    ["the newest of which is said to be 4 PiB, and have no room", { "1.4.0": 4 * PIB }, {}, 49, ["1.0.0"]],
    [
      "all of which claim 4 PiB",
      Object.fromEntries(TAGS.map((tag) => [tag, 4 * PIB])),
      {},
      30,
      ["1.0.0", "1.1.0"],
    ],
    ["of which one is not there", {}, { "1.3.0": null }, 40, []],
    [
      "of which one is larger than it claims, and another smaller",
      { "1.2.0": 90 },
      { "1.1.0": 60, "1.2.0": 5 },
      60,
      ["1.0.0", "1.1.0"],
    ],
    ["all of which are as they claim", {}, {}, 30, ["1.0.0", "1.1.0"]],
  ])("%s", ([, claims, sizes, maxSize, wanted]) => {
    expect(goes(lookedUp(layersOf(claims), truthOf(sizes), maxSize).decided)).toEqual(wanted);
  });

  test("that fit by their claims are not asked about", () => {
    expect(lookedUp(layersOf({}), truthOf({ "1.0.0": 1000 }), 50).rounds).toEqual([]);
  });

  test("that are what they claim are asked about once, up to the first that does not fit", () => {
    const layers = ["1.4.0", "1.3.0", "1.2.0", "1.1.0"].map((tag) => `layer of ${tag}`);
    expect(lookedUp(layersOf({}), truthOf(), 30).rounds.map((each) => [...each].sort())).toEqual([
      layers.sort(),
    ]);
  });
});

test("two hundred images that each claim 4 PiB take few rounds, for each asks about twice as many", () => {
  const tags = Array.from({ length: 200 }, (_, index) => `1.${index}.0`);
  const layers = Object.fromEntries(tags.map((name) => [name, { [`layer of ${name}`]: 4 * PIB }]));
  const truth = Object.fromEntries(tags.map((name) => [`layer of ${name}`, 1]));
  const { decided, rounds } = lookedUp({ tags: ownImages(tags), layers }, truth, 200);
  expect(goes(decided)).toEqual([]);
  expect(rounds.length).toBeLessThanOrEqual(10);
});

test("of a layer that two manifests claim in two sizes, the registry's is counted, once", () => {
  const parts = {
    tags: ownImages(["1.0.0", "1.1.0", "1.2.0"]),
    layers: { "1.0.0": { base: 1 }, "1.1.0": { base: 4 * PIB }, "1.2.0": { base: 3, own: 10 } },
  };
  const { decided, rounds } = lookedUp(parts, { base: 20, own: 10 }, 30);
  expect(goes(decided)).toEqual([]);
  expect(decided.budget?.stays).toEqual({ bytes: 30, isLeast: false });
  expect(rounds.flat().filter((layer) => layer === "base")).toHaveLength(1);
  expect(goes(lookedUp(parts, { base: 20, own: 10 }, 29).decided)).toEqual(["1.0.0", "1.1.0"]);
});

test("what is told of sizes is the registry's word where it was asked", () => {
  const { decided } = lookedUp(layersOf({ "1.0.0": 4 * PIB }), truthOf({ "1.1.0": null }), 30);
  expect(decided.budget).toMatchObject({ stays: { bytes: 30, isLeast: true } });
});

const bytes = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constantFrom(0, PIB, 4 * PIB));
const images = fc.array(
  fc.dictionary(fc.constantFrom("a", "b", "c", "d", "e", "f", "g"), bytes, { maxKeys: 4 }),
  {
    minLength: 1,
    maxLength: 9,
  },
);
const truths = fc.dictionary(fc.constantFrom("a", "b", "c", "d", "e", "f", "g"), fc.option(fc.nat(20)));

describe("whatever is claimed and true", () => {
  const partsOf = (layers: readonly Readonly<Record<string, number>>[]): SnapshotParts => {
    const tags = layers.map((_, index) => `1.${index}.0`);
    return {
      tags: ownImages(tags),
      layers: Object.fromEntries(tags.map((tag, index) => [tag, layers[index] ?? {}])),
    };
  };
  const claimed = (layers: readonly Readonly<Record<string, number>>[]): number => {
    const largest = new Map<string, number>();
    for (const [name, size] of layers.flatMap(Object.entries<number>)) {
      largest.set(name, Math.max(size, largest.get(name) ?? 0));
    }
    return [...largest.values()].reduce((sum, size) => sum + size, 0);
  };

  test("what goes is what would go if all true sizes were known, unless all fits by the claims: then nothing goes, and nothing is asked", () => {
    fc.assert(
      fc.property(images, truths, fc.nat(80), (layers, truth, maxSize) => {
        const parts = partsOf(layers);
        const { decided, rounds } = lookedUp(parts, truth, maxSize);
        const fits = claimed(layers) <= maxSize;
        const all = snapshot({ ...parts, sizes: truth });
        const unknown = new Map([...layers.flatMap(Object.keys)].map((name) => [digest(name), undefined]));
        const knowing = plan(
          { ...all, sizes: new Map([...unknown, ...(all.sizes ?? [])]) },
          policy({ maxSize }),
        );
        expect(goes(decided)).toEqual(fits ? [] : goes(knowing));
        if (fits) expect(rounds).toEqual([]);
      }),
      { numRuns: propertyRuns(500) },
    );
  });

  test("a larger budget deletes no more, no blob is asked for twice, and the rounds are few", () => {
    fc.assert(
      fc.property(images, truths, fc.tuple(fc.nat(80), fc.nat(40)), (layers, truth, [maxSize, more]) => {
        const [small, large] = [maxSize, maxSize + more].map((size) =>
          lookedUp(partsOf(layers), truth, size),
        );
        expect(goes(small?.decided ?? expect.fail())).toEqual(
          expect.arrayContaining([...goes(large?.decided ?? expect.fail())]),
        );
        const asked = small?.rounds.flat() ?? [];
        expect(new Set(asked).size).toBe(asked.length);
        expect(small?.rounds.length ?? 0).toBeLessThanOrEqual(2 + Math.ceil(Math.log2(layers.length + 1)));
      }),
      { numRuns: propertyRuns(500) },
    );
  });
});
