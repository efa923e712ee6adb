import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PruneError } from "../../src/core/base/errors.js";
import { contents, needs, reach, type Snapshot, type Untags } from "../../src/core/image/graph.js";
import { plan } from "../../src/core/plan/make-plan.js";
import type { Plan } from "../../src/core/plan/plan.js";
import type { ManifestDeletion } from "../../src/core/plan/deletion.js";
import { OR_WHAT, type RetentionPolicy, UNTAG_WAYS } from "../../src/core/policy/policy.js";
import { inUse } from "../../src/core/policy/in-use.js";
import type { Digest } from "../../src/core/names/reference.js";
import { type PlannedRepository, revalidatePlan } from "../../src/core/plan/revalidate.js";
import { subjectOf } from "../../src/core/names/version.js";
import { propertyRuns } from "../support/property-runs.js";
import {
  daysAgo,
  digest,
  policy,
  type PolicyParts,
  signatureOf,
  snapshot,
  type SnapshotParts,
} from "../support/snapshots.js";

const DAY = 24 * 3600 * 1000;

// A manifest names others by their digest, so they were there before it: an index or a referrer names only what stands before it here.
const NAMES = ["a", "b", "c", "d", "e", "f", "g", "h", "i"] as const;
const name = fc.constantFrom<string>(...NAMES);
const earlier = (at: number): fc.Arbitrary<string> => fc.constantFrom(...NAMES.slice(0, at));

/** A value for some of the names from this one on. */
function forSome<T>(from: number, of: (at: number) => fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> {
  const model = Object.fromEntries(NAMES.slice(from).map((each, index) => [each, of(from + index)]));
  return fc.record(model, { requiredKeys: [], noNullPrototype: true }) as fc.Arbitrary<Record<string, T>>;
}

/** What digests mean: the same whenever anybody looks. */
const meaning = fc.record({
  indexes: forSome(3, (at) => fc.uniqueArray(earlier(at), { maxLength: 3 })),
  subjects: forSome(1, earlier),
  // Few layers, so that images share them.
  layers: forSome(0, () =>
    fc.dictionary(fc.constantFrom("x", "y", "z"), fc.constant(10), { maxKeys: 2, noNullPrototype: true }),
  ),
});

const tagName = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("1.0.0", "1.1.0", "2.0.0", "2.0.0-rc.1", "2.0.0-rc.2", "latest") },
  name.map((each) => signatureOf(each)),
  name.map((each) => signatureOf(each, "")),
);

/** What is there of that at one time. */
const time = fc.record({
  tags: fc.dictionary(tagName, fc.option(name, { freq: 12 }), { maxKeys: 7, noNullPrototype: true }),
  /** How many days ago each last changed; few enough that some are as old as others. */
  ages: fc.tuple(...NAMES.map((each) => fc.tuple(fc.constant<string>(each), fc.nat(40)))),
  missing: fc.uniqueArray(name, { maxLength: 1 }),
  /** It lost its tag, or got one, between the listing of tags and that of what has none. */
  both: fc.uniqueArray(name, { maxLength: 1 }),
  namedTags: fc.uniqueArray(tagName, { maxLength: 1 }),
  namedDigests: fc.uniqueArray(name, { maxLength: 1 }),
  leftovers: fc.uniqueArray(name, { maxLength: 1 }),
  untags: fc.constantFrom<Untags>("yes", "no", "unseen"),
});

type Made<A> = A extends fc.Arbitrary<infer T> ? T : never;
type Meaning = Made<typeof meaning>;
type Time = Made<typeof time>;

function partsAt(known: Meaning, { ages, both, ...parts }: Time): SnapshotParts {
  // A tag that points at what is missing dangles.
  const tags = Object.fromEntries(
    Object.entries(parts.tags).map(([tag, one]) => [
      tag,
      one !== null && parts.missing.includes(one) ? null : one,
    ]),
  );
  const tagged = Object.values(tags);
  const untagged = ages.filter(([one]) => !tagged.includes(one) || both.includes(one));
  return { ...parts, ...known, tags, untagged: Object.fromEntries(untagged) };
}

/** Policies that say neither how large a repository may be nor anything of what has no tag. */
const basics: fc.Arbitrary<PolicyParts> = fc.record({
  keep: fc.nat(2),
  include: fc.constantFrom([], ["*"], ["2.*"]),
  exclude: fc.constantFrom([], ["sha256-*.sig"], ["1.0.*"]),
  protect: fc.constantFrom<readonly string[]>([], [], [digest("a")], [digest("d")], [digest("g")]),
  orphans: fc.constantFrom(...OR_WHAT),
  dangling: fc.constantFrom(...OR_WHAT),
  untag: fc.constantFrom(...UNTAG_WAYS),
  allowEmpty: fc.constant(true),
});

const maxSize = fc.option(
  fc.nat(60).map((most) => ({ maxSize: most })),
  { nil: {} },
);
const limit = fc.option(
  fc.nat(40).map((days) => ({ untaggedOlderThan: days * DAY })),
  { nil: {}, freq: 4 },
);

const policies: fc.Arbitrary<PolicyParts> = fc
  .tuple(basics, maxSize, limit)
  .map(([said, size, age]) => ({ ...said, ...size, ...age }));

function holds(check: (decided: Plan, now: Snapshot, chosen: RetentionPolicy) => void): void {
  fc.assert(
    fc.property(meaning, time, policies, (known, made, said) => {
      const [now, chosen] = [snapshot(partsAt(known, made)), policy(said)];
      check(plan(now, chosen), now, chosen);
    }),
    { numRuns: propertyRuns(1000) },
  );
}

function manifestsOf({ deletions }: Pick<Plan, "deletions">): readonly ManifestDeletion[] {
  return deletions.flatMap((deletion) => (deletion.kind === "manifest" ? [deletion] : []));
}

function deletedIn(decided: Pick<Plan, "deletions">): ReadonlySet<Digest> {
  return new Set(manifestsOf(decided).map(({ digest: which }) => which));
}

function childrenOf(which: Digest, { manifests }: Snapshot): readonly Digest[] {
  const manifest = manifests.get(which);
  return manifest?.kind === "index" ? manifest.children : [];
}

/** What it refers to, where that is there. */
function subjectThere(which: Digest, { manifests }: Snapshot): Digest | undefined {
  const manifest = manifests.get(which);
  const subject = manifest?.kind === "schema1" ? undefined : manifest?.subject;
  return subject !== undefined && manifests.has(subject) ? subject : undefined;
}

/** What is listed without a tag, is there and in no index; without what an earlier run left. */
function outside(now: Snapshot): readonly Digest[] {
  const inside = new Set([...now.manifests.keys()].flatMap((which) => childrenOf(which, now)));
  return [...(now.untagged ?? new Map<Digest, number>()).keys()].filter(
    (which) => now.manifests.has(which) && !inside.has(which) && !now.leftovers.has(which),
  );
}

function changed(one: string, { untagged }: Snapshot): number {
  return untagged?.get(digest(one)) ?? NaN;
}

function rootsIn(now: Snapshot): readonly Digest[] {
  return outside(now).filter((which) => subjectThere(which, now) === undefined);
}

function rootsGone(decided: Plan, now: Snapshot): readonly Digest[] {
  const gone = deletedIn(decided);
  return rootsIn(now).filter((which) => gone.has(which));
}

/** Everything that stays for its own sake or without a tag: other things stay only because of it. */
function stayingIn(decided: Plan, now: Snapshot, { protect }: RetentionPolicy): readonly Digest[] {
  const gone = deletedIn(decided);
  const kept = decided.verdicts.flatMap(({ kind, tag, digest: which }) =>
    kind === "keep" ? [which, subjectOf(tag)].flatMap((one) => one ?? []) : [],
  );
  const untagged = outside(now).filter((which) => !gone.has(which));
  return [...kept, ...untagged, ...now.namedDigests, ...inUse(now, protect).digests.keys()];
}

/** Each manifest that is left and contains or refers to one that is deleted. */
function broken(decided: Plan, now: Snapshot): readonly Digest[] {
  const gone = deletedIn(decided);
  return [...now.manifests].flatMap(([which, manifest]) =>
    !gone.has(which) && needs(manifest).some((other) => gone.has(other)) ? [which] : [],
  );
}

/** The repository as it is when all deletions are done. What has lost its last tag is listed without one then. */
function after(decided: Plan, now: Snapshot): Snapshot {
  const gone = deletedIn(decided);
  const lost = new Set(decided.deletions.flatMap(({ tags }) => tags));
  const tags = now.tags.filter(({ tag }) => !lost.has(tag));
  const held = new Set(tags.map(({ digest: which }) => which));
  const bare = now.tags.flatMap(({ digest: which }) =>
    which === undefined || held.has(which) ? [] : [which],
  );
  const isLeft = ([which]: readonly [Digest, unknown]): boolean => !gone.has(which);
  return {
    ...now,
    tags,
    manifests: new Map([...now.manifests].filter(isLeft)),
    missing: new Set([...now.missing, ...gone]),
    leftovers: new Set([...now.leftovers].filter((which) => !gone.has(which))),
    referrers: new Map(
      [...now.referrers].map(([subject, list]) => [subject, list.filter((which) => !gone.has(which))]),
    ),
    untagged: new Map(
      [...bare.map((which) => [which, daysAgo(90)] as const), ...(now.untagged ?? [])].filter(isLeft),
    ),
  };
}

describe("any plan of a repository that lists what has no tag", () => {
  test("deletes nothing that anything left contains or refers to: no tag's, and none without one", () => {
    holds((decided, now) => expect(broken(decided, now)).toEqual([]));
  });

  test("deletes manifests alone that are there, each once", () => {
    holds((decided, now) => {
      const all = manifestsOf(decided).map(({ digest: which }) => which);
      expect(all.filter((which) => !now.manifests.has(which))).toEqual([]);
      expect(new Set(all).size).toBe(all.length);
    });
  });

  test("deletes nothing without a tag that changed within the limit, and nothing for its own sake without one", () => {
    holds((decided, now, { untaggedOlderThan = Infinity }) => {
      for (const which of rootsGone(decided, now)) {
        expect(now.now - (now.untagged?.get(which) ?? Infinity)).toBeGreaterThan(untaggedOlderThan);
      }
    });
  });

  test("deletes what refers to something that is there exactly where it deletes that", () => {
    holds((decided, now) => {
      const gone = deletedIn(decided);
      for (const which of outside(now)) {
        const subject = subjectThere(which, now);
        if (subject === undefined || now.tags.some((one) => one.digest === which)) continue;
        expect(gone.has(which)).toBe(gone.has(subject));
      }
    });
  });

  test("has a verdict for each that nothing reaches, oldest first, and all of them are true", () => {
    holds((decided, now, chosen) => {
      const { untaggedOlderThan: olderThan } = chosen;
      expect(decided.untagged.map(({ digest: which }) => which).toSorted()).toEqual(rootsIn(now).toSorted());
      const dates = decided.untagged.map(({ changed }) => changed);
      expect(dates).toEqual(dates.toSorted());
      const gone = deletedIn(decided);
      const needed = reach(stayingIn(decided, now, chosen), now.manifests);
      for (const verdict of decided.untagged) {
        const changed = now.untagged?.get(verdict.digest) ?? NaN;
        expect(verdict.changed).toBe(new Date(changed).toISOString());
        expect(verdict.kind).toBe(gone.has(verdict.digest) ? "delete" : "keep");
        if (verdict.kind === "delete") expect(verdict.olderThan).toBe(olderThan);
        else if (olderThan === undefined) expect(verdict.why).toBe("no-limit");
        else expect(verdict.why).toBe(now.now - changed > olderThan ? "needed" : "young");
        if (verdict.kind === "keep") expect(needed).toContain(verdict.digest);
      }
    });
  });

  test("leaves nothing of what it deletes that nothing else needs", () => {
    holds((decided, now, chosen) => {
      const gone = deletedIn(decided);
      const needed = reach(stayingIn(decided, now, chosen), now.manifests);
      const parts = [...contents(gone, now.manifests)].filter((which) => now.manifests.has(which));
      expect(parts.filter((which) => !gone.has(which) && !needed.has(which))).toEqual([]);
    });
  });

  test("deletes what goes for its own sake, what that contains, what refers to any of it, and nothing else", () => {
    holds((decided, now) => {
      const causes = decided.verdicts.flatMap(({ kind, digest: which, reason }) =>
        kind === "delete" && reason.kind !== "referrer-of" ? [which] : [],
      );
      const allowed = new Set(
        contents([...causes, ...now.leftovers, ...rootsGone(decided, now)], now.manifests),
      );
      // A Set hands out what is added while it is walked.
      for (const cause of allowed) {
        const signatures = now.tags.flatMap(({ tag, digest: which }) =>
          subjectOf(tag) === cause && which !== undefined ? [which] : [],
        );
        const referrers = [...now.manifests.keys()].filter((which) => subjectThere(which, now) === cause);
        for (const which of contents([...signatures, ...referrers], now.manifests)) allowed.add(which);
      }
      expect([...deletedIn(decided)].filter((which) => !allowed.has(which))).toEqual([]);
    });
  });

  test("deletes an index before what it contains, and waits only for what stands before", () => {
    holds((decided, now) => {
      const position = new Map([...deletedIn(decided)].map((which, index) => [which, index]));
      for (const [index, { digest: which, parents, after: others }] of manifestsOf(decided).entries()) {
        const children = childrenOf(which, now).filter((child) => position.has(child));
        for (const child of children) expect(position.get(child)).toBeGreaterThan(index);
        for (const other of [...parents, ...others]) expect(position.get(other)).toBeLessThan(index);
        for (const container of position.keys()) {
          if (childrenOf(container, now).includes(which)) expect(parents).toContain(container);
        }
      }
    });
  });

  test("deletes what refers to something after it, where neither tags nor indexes say the opposite", () => {
    holds((decided, now) => {
      const hasOwnWill = now.tags.some(({ tag }) => subjectOf(tag) !== undefined);
      const refersAsIndex = [...now.manifests].some(([, one]) => one.kind === "index" && one.subject);
      if (hasOwnWill || refersAsIndex) return;
      const position = new Map([...deletedIn(decided)].map((which, index) => [which, index]));
      for (const { digest: which, parents } of manifestsOf(decided)) {
        const subject = subjectThere(which, now);
        if (subject === undefined || !position.has(subject)) continue;
        expect(position.get(subject)).toBeLessThan(position.get(which) ?? NaN);
        expect(parents).toContain(subject);
      }
    });
  });

  // With a budget it may be otherwise: what stays without a tag takes room that a tag's image had, which may be all that needed another.
  test("deletes no more with a larger limit, and least with none", () => {
    const limits = fc.tuple(fc.nat(40), fc.nat(40));
    fc.assert(
      fc.property(fc.tuple(meaning, time), basics, limits, ([known, made], said, [days, more]) => {
        const now = snapshot(partsAt(known, made));
        const deleted = (older: Pick<PolicyParts, "untaggedOlderThan">): ReadonlySet<Digest> =>
          deletedIn(plan(now, policy({ ...said, ...older })));
        const small = deleted({ untaggedOlderThan: days * DAY });
        const large = deleted({ untaggedOlderThan: (days + more) * DAY });
        const none = deleted({});
        expect([...large].filter((which) => !small.has(which))).toEqual([]);
        expect([...none].filter((which) => !large.has(which))).toEqual([]);
      }),
      { numRuns: propertyRuns(1000) },
    );
  });

  test("is the same whatever the order of the lists, though some be as old as others", () => {
    const order = fc.shuffledSubarray([...NAMES], { minLength: NAMES.length });
    fc.assert(
      fc.property(fc.tuple(meaning, time), policies, order, ([known, made], said, names) => {
        const parts = partsAt(known, made);
        const [now, chosen] = [snapshot(parts), policy(said)];
        const decided = plan(now, chosen);
        const shuffled = <T>(from: Readonly<Record<string, T>> = {}): Record<string, T> =>
          Object.fromEntries(names.flatMap((one) => (from[one] === undefined ? [] : [[one, from[one]]])));
        const tags = now.tags.toReversed();
        const untagged = new Map(
          Object.keys(shuffled(parts.untagged)).map((one) => [digest(one), changed(one, now)]),
        );
        expect(plan({ ...now, tags, untagged }, chosen)).toEqual(decided);
        // Read in another order, what refers to one image goes in that order, and nothing else is different.
        const subjects = shuffled(parts.subjects);
        const read = { ...parts, indexes: shuffled(parts.indexes), layers: shuffled(parts.layers), subjects };
        const again = plan({ ...snapshot(read), tags, untagged }, chosen);
        const sorted = (one: Plan): unknown => ({ ...one, deletions: [...deletedIn(one)].toSorted() });
        expect(sorted(again)).toEqual(sorted(decided));
      }),
      { numRuns: propertyRuns(1000) },
    );
  });

  test("leaves nothing to do for the next", () => {
    holds((decided, now, chosen) => {
      expect(plan(after(decided, now), chosen).deletions.filter(({ kind }) => kind === "manifest")).toEqual(
        [],
      );
    });
  });
});

describe("a plan that is carried out later, where what has no tag is listed", () => {
  const asPlanned = ({ verdicts, deletions }: Plan): PlannedRepository => ({
    kept: new Map(
      verdicts.flatMap(({ kind, tag, digest: which }) => (kind === "keep" ? [[tag, which] as const] : [])),
    ),
    deletions,
  });
  // Whoever carries out a plan has no journal of an earlier run.
  const at = (known: Meaning, made: Time): Snapshot => snapshot({ ...partsAt(known, made), leftovers: [] });

  test("stands as it is where nothing has changed", () => {
    fc.assert(
      fc.property(meaning, time, policies, (known, made, said) => {
        const decided = plan(snapshot(partsAt(known, made)), policy(said));
        const again = revalidatePlan(asPlanned(decided), at(known, made), policy(said));
        expect(again.skipped).toEqual([]);
        expect(again.deletions).toEqual(decided.deletions);
      }),
      { numRuns: propertyRuns(1000) },
    );
  });

  test("deletes nothing that anything left contains or refers to, whatever has come and gone", () => {
    fc.assert(
      fc.property(meaning, fc.tuple(time, time), policies, (known, [first, second], said) => {
        const decided = plan(snapshot(partsAt(known, first)), policy(said));
        const now = at(known, second);
        try {
          expect(broken(revalidatePlan(asPlanned(decided), now, policy(said)), now)).toEqual([]);
        } catch (error) {
          if (!(error instanceof PruneError)) throw error;
          // A plan does not know what was missing when it was made, so it can't be told from a forged one where that is back.
          expect(first.missing.some((one) => now.manifests.has(digest(one)))).toBe(true);
        }
      }),
      { numRuns: propertyRuns(1000) },
    );
  });
});
