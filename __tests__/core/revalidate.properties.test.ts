import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PruneError } from "../../src/core/base/errors.js";
import { reach, type Snapshot, type Untags } from "../../src/core/image/graph.js";
import { plan } from "../../src/core/plan/make-plan.js";
import type { Plan } from "../../src/core/plan/plan.js";
import type { Deletion } from "../../src/core/plan/deletion.js";
import { OR_WHAT, type RetentionPolicy, UNTAG_WAYS } from "../../src/core/policy/policy.js";
import type { Digest } from "../../src/core/names/reference.js";
import { type PlannedRepository, revalidatePlan } from "../../src/core/plan/revalidate.js";
import { goes } from "../../src/core/policy/verdict.js";
import { readTagName } from "../../src/core/names/version.js";
import { propertyRuns } from "../support/property-runs.js";
import { digest, policy, signatureOf, snapshot, tag } from "../support/snapshots.js";

const LEAVES = ["a", "b", "c", "d", "e"] as const;
const INDEXES = ["i1", "i2", "o1", "o2"] as const;
const IMAGES = [...LEAVES, ...INDEXES];
const NAMES = [
  ...["1.0.0", "1.1.0", "1.2.0", "2.0.0", "2.0.0-rc.1", "2.0.0-rc.2", "latest"],
  ...["a", "b", "i1", "o1"].map((name) => signatureOf(name)),
  ...["b", "i1"].map((name) => signatureOf(name, "")),
];
const image = fc.constantFrom(...IMAGES);
const leaf = fc.constantFrom(...LEAVES);
const inner = fc.oneof(leaf, fc.constantFrom("i1", "i2"));

/** What digests mean: the same whenever anybody looks. */
const contents = fc.record(
  {
    indexes: fc.record(
      {
        i1: fc.uniqueArray(leaf, { maxLength: 3 }),
        i2: fc.uniqueArray(leaf, { maxLength: 3 }),
        o1: fc.uniqueArray(inner, { maxLength: 3 }),
        o2: fc.uniqueArray(inner, { maxLength: 3 }),
      },
      { noNullPrototype: true },
    ),
    subjects: fc.dictionary(leaf, image, { maxKeys: 2, noNullPrototype: true }),
  },
  { noNullPrototype: true },
);

/** What is there, of that, at one time. */
const time = fc.record({
  tags: fc.dictionary(fc.constantFrom(...NAMES), fc.option(image, { freq: 10 }), { noNullPrototype: true }),
  missing: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.uniqueArray(leaf, { maxLength: 2 })),
  namedTags: fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 1 }),
  namedDigests: fc.oneof(fc.constant([]), fc.uniqueArray(image, { maxLength: 1 })),
  leftovers: fc.uniqueArray(image, { maxLength: 1 }),
  untags: fc.constantFrom<Untags>("yes", "no", "unseen"),
  /** Whether the registry knows what refers to what. */
  tells: fc.boolean(),
});

type Contents = typeof contents extends fc.Arbitrary<infer T> ? T : never;
type Time = typeof time extends fc.Arbitrary<infer T> ? T : never;

function at({ indexes, subjects }: Contents, { tells, ...parts }: Time): Snapshot {
  const isGone = (name: string | null): boolean =>
    (parts.missing as readonly (string | null)[]).includes(name);
  const referrers: Record<string, string[]> = {};
  if (tells) for (const [from, to] of Object.entries(subjects)) (referrers[to] ??= []).push(from);
  return snapshot({
    ...parts,
    indexes,
    subjects,
    referrers,
    tags: Object.fromEntries(
      Object.entries(parts.tags).map(([name, now]) => [name, isGone(now) ? null : now]),
    ),
    // Everything was read, whether a tag reaches it or not.
    layers: Object.fromEntries(IMAGES.map((name) => [name, { [`${name}-layer`]: 1 }])),
  });
}

const policies: fc.Arbitrary<RetentionPolicy> = fc
  .record({
    keep: fc.integer({ min: 0, max: 2 }),
    exclude: fc.constantFrom([], ["sha256-*"], ["1.0.*"]),
    orphans: fc.constantFrom(...OR_WHAT),
    dangling: fc.constantFrom(...OR_WHAT),
    untag: fc.constantFrom(...UNTAG_WAYS),
  })
  .map((settings) => policy({ ...settings, allowEmpty: true }));

/** A later time: tags moved, added and removed. */
const later = (before: Time): fc.Arbitrary<Time> =>
  fc.tuple(time, fc.subarray(Object.keys(before.tags)), fc.boolean()).map(([next, stay, isCalm]) => ({
    ...next,
    namedTags: isCalm ? [] : next.namedTags,
    namedDigests: isCalm ? [] : next.namedDigests,
    missing: isCalm ? before.missing : next.missing,
    tags: {
      ...(isCalm ? Object.fromEntries(Object.entries(next.tags).slice(0, 2)) : next.tags),
      ...Object.fromEntries(stay.map((name) => [name, before.tags[name] ?? null])),
    },
  }));

function asPlanned({ verdicts, deletions }: Plan): PlannedRepository {
  const kept = verdicts.flatMap(({ kind, tag: name, digest: which }) =>
    kind === "keep" ? [[name, which] as const] : [],
  );
  return { kept: new Map(kept), deletions };
}

const manifestsOf = (deletions: readonly Deletion[]): readonly Digest[] =>
  deletions.flatMap((deletion) => (deletion.kind === "manifest" ? [deletion.digest] : []));

/** What tags that no deletion names with their digest need, and what the run's references do. */
function stillNeeded(deletions: readonly Deletion[], now: Snapshot): ReadonlySet<Digest> {
  const going = new Set(
    deletions.flatMap(({ tags, digest: which = null }) => tags.map((name) => `${name} ${which}`)),
  );
  const stays = now.tags.filter(({ tag: name, digest: which = null }) => !going.has(`${name} ${which}`));
  const roots = stays.flatMap(({ tag: name, digest: which }) => {
    const read = readTagName(name);
    return [...(which === undefined ? [] : [which]), ...(read.kind === "referrer" ? [read.subject] : [])];
  });
  return reach([...roots, ...now.namedDigests], now.manifests);
}

function harmed({ deletions }: Plan, planned: PlannedRepository, now: Snapshot): readonly Digest[] {
  const needed = stillNeeded(planned.deletions, now);
  const neededOfThese = stillNeeded(deletions, now);
  return manifestsOf(deletions).filter((which) => needed.has(which) || neededOfThese.has(which));
}

describe("a plan that is carried out later", () => {
  const holds = (check: (planned: Plan, revised: Plan, now: Snapshot) => void): void =>
    fc.assert(
      fc.property(
        contents,
        time.chain((before) => fc.tuple(fc.constant(before), later(before))),
        policies,
        (known, [before, after], chosen) => {
          const made = plan(at(known, before), chosen);
          const now = at(known, after);
          // A plan does not know what was missing when it was made, so it can't be told from a forged one where that is back.
          const isBack = (before.missing as readonly string[]).some((name) =>
            now.manifests.has(digest(name)),
          );
          const revised = refusedOr(() => revalidatePlan(asPlanned(made), now, chosen));
          if (revised === undefined) expect(isBack).toBe(true);
          else check(made, revised, now);
        },
      ),
      { numRuns: propertyRuns(3000) },
    );

  test("does nothing that it did not plan", () => {
    holds((planned, { deletions }) => {
      const manifests = new Map(
        planned.deletions.flatMap((one) => (one.kind === "manifest" ? [[one.digest, one] as const] : [])),
      );
      const tags = planned.deletions.flatMap((one) => (one.kind === "tag" ? [one.tags[0]] : []));
      for (const deletion of deletions) {
        if (deletion.kind === "tag") expect(tags).toContain(deletion.tags[0]);
        else expect(manifests.get(deletion.digest)?.tags).toEqual(expect.arrayContaining([...deletion.tags]));
      }
    });
  });

  test("deletes nothing that a tag which stays needs", () => {
    holds((planned, revised, now) => expect(harmed(revised, asPlanned(planned), now)).toEqual([]));
  });

  test("deletes a digest only with every tag that it has by now, each of them planned to go", () => {
    holds((planned, { deletions }, now) => {
      const tags = new Set(planned.deletions.flatMap((deletion) => deletion.tags));
      for (const deletion of deletions) {
        if (deletion.kind === "tag") continue;
        const holders = now.tags.filter(({ digest: which }) => which === deletion.digest);
        expect(deletion.tags.toSorted()).toEqual(holders.map(({ tag: name }) => name).toSorted());
        expect(holders.filter(({ tag: name }) => !tags.has(name))).toEqual([]);
      }
    });
  });

  test("deletes nothing of which the parent stays", () => {
    holds((_, { deletions }) => {
      const earlier = new Set<Digest>();
      for (const deletion of deletions) {
        expect(deletion.parents.filter((parent) => !earlier.has(parent))).toEqual([]);
        if (deletion.kind === "manifest") earlier.add(deletion.digest);
      }
    });
  });

  test("has a verdict for every tag, and a reason for every deletion that is left out", () => {
    holds((planned, { verdicts, deletions, skipped }, now) => {
      expect(verdicts.map(({ tag: name }) => name)).toEqual(now.tags.map(({ tag: name }) => name));
      expect(
        verdicts
          .filter(goes)
          .map(({ tag: name }) => name)
          .sort(),
      ).toEqual(deletions.flatMap(({ tags }) => tags).sort());
      expect(deletions.length + skipped.length).toBe(planned.deletions.length);
    });
  });

  test("stands as it is where nothing has changed", () => {
    fc.assert(
      fc.property(contents, time, policies, (known, before, chosen) => {
        const now = at(known, before);
        const planned = plan(now, chosen);
        const revised = revalidatePlan(asPlanned(planned), now, chosen);
        expect(revised.skipped).toEqual([]);
        expect(revised.deletions).toEqual(planned.deletions);
        expect(revised.missing).toEqual(planned.missing);
      }),
      { numRuns: propertyRuns(3000) },
    );
  });
});

const forgedDigest = fc.constantFrom(...IMAGES, "a-layer", "nowhere").map(digest);
const forgedTags = fc.uniqueArray(fc.constantFrom(...NAMES).map(tag), { maxLength: 3 });
const forgedDeletion: fc.Arbitrary<Deletion> = fc.oneof(
  fc.record({
    kind: fc.constant("manifest" as const),
    digest: forgedDigest,
    tags: forgedTags,
    parents: fc.uniqueArray(forgedDigest, { maxLength: 1 }),
    after: fc.constant([]),
    orphanOf: fc.uniqueArray(forgedDigest, { maxLength: 1 }),
  }),
  fc.record({
    parents: fc.uniqueArray(forgedDigest, { maxLength: 1 }),
    kind: fc.constant("tag" as const),
    digest: forgedDigest,
    tags: fc.tuple(fc.constantFrom(...NAMES).map(tag)),
    by: fc.constantFrom("delete" as const, "overwrite" as const),
  }),
);

describe("a plan that anybody may have written", () => {
  const forged = fc.record({
    kept: fc
      .array(fc.tuple(fc.constantFrom(...NAMES).map(tag), fc.option(forgedDigest, { nil: undefined })))
      .map((pairs) => new Map(pairs)),
    deletions: fc.array(forgedDeletion, { maxLength: 8 }),
  });

  test("is refused, or deletes manifests alone, and nothing that a tag needs which does not go itself", () => {
    fc.assert(
      fc.property(contents, time, forged, (known, made, planned) => {
        const now = at(known, made);
        const chosen = { allowEmpty: true, untag: "overwrite" } as const;
        const revised = refusedOr(() => revalidatePlan(planned, now, chosen));
        if (revised === undefined) return;
        expect(harmed(revised, { ...planned, deletions: revised.deletions }, now)).toEqual([]);
        expect(manifestsOf(revised.deletions).filter((which) => !now.manifests.has(which))).toEqual([]);
        const keeps = revised.verdicts.flatMap(({ kind, digest: which }) => (kind === "keep" ? [which] : []));
        const gone = new Set<Digest | undefined>(manifestsOf(revised.deletions));
        if (hasEachOnce(planned)) expect(keeps.filter((which) => which && gone.has(which))).toEqual([]);
      }),
      { numRuns: propertyRuns(6000) },
    );
  });

  test("that deletes all that is there leaves an image, or is refused, unless that is allowed", () => {
    fc.assert(
      fc.property(contents, time, fc.boolean(), (known, made, byTag) => {
        const now = at(known, made);
        const deletions = now.tags.flatMap(({ tag: name, digest: which }): readonly Deletion[] => {
          if (which === undefined) return [];
          if (byTag) return [{ kind: "tag", parents: [], digest: which, tags: [name], by: "delete" }];
          return [{ kind: "manifest", digest: which, tags: [name], parents: [], after: [], orphanOf: [] }];
        });
        const revised = refusedOr(() =>
          revalidatePlan({ kept: new Map(), deletions }, now, { allowEmpty: false, untag: "overwrite" }),
        );
        if (revised === undefined || revised.deletions.length === 0) return;
        const stays = revised.verdicts.filter(
          ({ kind, digest: which, tag: name }) =>
            kind === "keep" && which !== undefined && readTagName(name).kind !== "referrer",
        );
        expect(stays).not.toEqual([]);
      }),
      { numRuns: propertyRuns(2000) },
    );
  });
});

/** As a plan file is read: each tag and each digest is deleted once. */
function hasEachOnce({ deletions }: PlannedRepository): boolean {
  const all = [...deletions.flatMap(({ tags }) => tags), ...manifestsOf(deletions)];
  return new Set<string>(all).size === all.length;
}

/** What it makes, or nothing where it refuses as it promises. */
function refusedOr(make: () => Plan): Plan | undefined {
  try {
    return make();
  } catch (error) {
    expect(error).toBeInstanceOf(PruneError);
    return undefined;
  }
}
