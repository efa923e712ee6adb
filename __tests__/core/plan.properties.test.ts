import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ageOf } from "../../src/core/image/created.js";
import { contents, reach, type Snapshot } from "../../src/core/image/graph.js";
import { plan } from "../../src/core/plan/make-plan.js";
import type { Plan } from "../../src/core/plan/plan.js";
import type { ManifestDeletion } from "../../src/core/plan/deletion.js";
import { SORTS } from "../../src/core/names/order.js";
import { OR_WHAT, type RetentionPolicy, UNTAG_WAYS } from "../../src/core/policy/policy.js";
import { GROUP_KEYS } from "../../src/core/names/group.js";
import type { Digest } from "../../src/core/names/reference.js";
import { goes } from "../../src/core/policy/verdict.js";
import { readTagName } from "../../src/core/names/version.js";
import { propertyRuns } from "../support/property-runs.js";
import {
  daysAgo,
  digest,
  policy,
  type PolicyParts,
  type RuleParts,
  snapshot,
  type SnapshotParts,
} from "../support/snapshots.js";

const DAY = 24 * 3600 * 1000;

// Few images, indexes and names, so that they share as much as they can.
const leaf = fc.constantFrom("a", "b", "c", "d", "e");
const inner = fc.constantFrom("i1", "i2");
const outer = fc.constantFrom("o1", "o2", "o3");
const anyImage = fc.oneof(leaf, inner, outer);
const tagName = fc.oneof(
  fc.stringMatching(/^[12]\.[0-3]\.0(-(alpha|rc)\.?[0-9]{1,2}(-alpine)?)?$/),
  fc.stringMatching(/^(alpha|build)-[0-9]{1,2}$/),
  fc.constantFrom("latest", "main", "1.0"),
  anyImage.map((image) => `sha256-${digest(image).slice(7)}.sig`),
  anyImage.map((image) => `sha256-${digest(image).slice(7)}`),
);

const parts: fc.Arbitrary<SnapshotParts> = fc
  .record(
    {
      tags: fc.dictionary(tagName, fc.option(anyImage, { freq: 12 }), { minKeys: 1, maxKeys: 16 }),
      indexes: fc.record({
        i1: fc.uniqueArray(leaf, { maxLength: 3 }),
        i2: fc.uniqueArray(leaf, { maxLength: 3 }),
        o1: fc.uniqueArray(fc.oneof(leaf, inner), { maxLength: 3 }),
        o2: fc.uniqueArray(fc.oneof(leaf, inner), { maxLength: 3 }),
        o3: fc.uniqueArray(fc.oneof(leaf, inner), { maxLength: 3 }),
      }),
      subjects: fc.dictionary(leaf, fc.constantFrom("i1", "i2"), { maxKeys: 1 }),
      missing: fc.uniqueArray(leaf, { maxLength: 1 }),
      namedTags: fc.uniqueArray(tagName, { maxLength: 2 }),
      namedDigests: fc.uniqueArray(anyImage, { maxLength: 1 }),
      leftovers: fc.uniqueArray(anyImage, { maxLength: 1 }),
      referrers: fc.dictionary(anyImage, fc.uniqueArray(anyImage, { maxLength: 2 }), { maxKeys: 2 }),
      untags: fc.constantFrom("yes", "shared", "no", "unseen", undefined),
      // Few layers, so that images share them.
      layers: fc.dictionary(
        leaf,
        fc.dictionary(fc.constantFrom("x", "y", "z", "w"), fc.constant(10), { minKeys: 1, maxKeys: 3 }),
      ),
      created: fc.dictionary(leaf, fc.option(fc.integer({ min: 0, max: 30 }).map(daysAgo), { freq: 5 })),
    },
    { noNullPrototype: true },
  )
  .map(({ untags, ...made }) => ({
    ...made,
    ...(untags === undefined ? {} : { untags: untags }),
    // A tag that points at what is missing dangles.
    tags: Object.fromEntries(
      Object.entries(made.tags).map(([name, image]) => [
        name,
        image !== null && (made.missing as readonly string[]).includes(image) ? null : image,
      ]),
    ),
  }));

const rule: fc.Arbitrary<RuleParts> = fc
  .record({
    keep: fc.integer({ min: 0, max: 4 }),
    sort: fc.constantFrom(...SORTS),
    groupBy: fc.subarray([...GROUP_KEYS]),
    include: fc.constantFrom([], ["*"], ["*-alpha*", "alpha*"], ["/^1\\./"]),
    exclude: fc.constantFrom([], [], ["*-alpha.1"]),
    keepYoungerThan: fc.constantFrom(undefined, 5 * DAY, 20 * DAY),
  })
  .map(({ keepYoungerThan, ...settings }) => ({
    ...settings,
    ...(keepYoungerThan === undefined ? {} : { keepYoungerThan }),
  }));

/** Of one rule, or of several that each have a name. */
const rules: fc.Arbitrary<readonly RuleParts[]> = fc.oneof(
  rule.map((one) => [one]),
  fc
    .array(rule, { minLength: 2, maxLength: 3 })
    .map((several) => several.map((one, index) => ({ ...one, name: String(index + 1) }))),
);

const policies: fc.Arbitrary<PolicyParts> = fc
  .record({
    rules,
    exclude: fc.constantFrom([], ["1.*"], ["*-rc*"], ["sha256-*"]),
    protect: fc.constantFrom<readonly string[]>(
      [],
      [],
      ["other.example.com/mirror/team/app:1.1.0"],
      [digest("a")],
      [digest("i1")],
    ),
    maxSize: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
    orphans: fc.constantFrom(...OR_WHAT),
    dangling: fc.constantFrom(...OR_WHAT),
    untag: fc.constantFrom(...UNTAG_WAYS),
  })
  .map(({ maxSize, ...settings }) => ({
    ...settings,
    allowEmpty: true,
    ...(maxSize === undefined ? {} : { maxSize }),
  }));

/** A plan as a run makes it: what it asks for is looked up, and it is made anew. The snapshot that it was made of at last. */
function planKnowing(
  made: SnapshotParts,
  chosen: RetentionPolicy,
): { readonly before: Snapshot; readonly decided: Plan } {
  const names = Object.keys(made.created ?? {});
  const known = snapshot(made).dates;
  let before = snapshot({ ...made, unread: names });
  for (;;) {
    const decided = plan(before, chosen);
    const { unread } = decided;
    if (unread.length === 0) return { before, decided };
    expect(unread.every((config) => known.has(config) && !before.dates.has(config))).toBe(true);
    before = {
      ...before,
      dates: new Map([...before.dates, ...unread.map((config) => [config, known.get(config)] as const)]),
    };
  }
}

function holds(check: (decided: Plan, before: Snapshot, policy: RetentionPolicy) => void): void {
  fc.assert(
    fc.property(parts, policies, (made, said) => {
      const chosen = policy(said);
      const { before, decided } = planKnowing(made, chosen);
      check(decided, before, chosen);
    }),
    { numRuns: propertyRuns(1000) },
  );
}

function keptDigests(decided: Plan): readonly Digest[] {
  return decided.verdicts.flatMap(({ kind, digest: which }) =>
    kind === "keep" && which !== undefined ? [which] : [],
  );
}

function deletedManifests({ deletions }: Plan): readonly ManifestDeletion[] {
  return deletions.flatMap((deletion) => (deletion.kind === "manifest" ? [deletion] : []));
}

function deletedDigests(decided: Plan): readonly Digest[] {
  return deletedManifests(decided).map(({ digest: which }) => which);
}

function subjectOf(tag: string): readonly Digest[] {
  const name = readTagName(tag);
  return name.kind === "referrer" ? [name.subject] : [];
}

/** What the manifests that are left take, each layer once. */
function sizeOf({ manifests }: Snapshot, gone: ReadonlySet<Digest>): number {
  const layers = new Map<Digest, number>();
  for (const [which, manifest] of manifests) {
    if (gone.has(which) || manifest.kind !== "image") continue;
    for (const { digest: layer, bytes } of manifest.blobs ?? []) layers.set(layer, bytes ?? 0);
  }
  return [...layers.values()].reduce((sum, bytes) => sum + bytes, 0);
}

/** The repository as it is when all deletions are done. */
function after(decided: Plan, before: Snapshot): Snapshot {
  const gone = new Set(deletedDigests(decided));
  const untagged = new Set(decided.deletions.flatMap(({ tags }) => tags));
  return {
    ...before,
    tags: before.tags.filter(({ tag }) => !untagged.has(tag)),
    leftovers: new Set([...before.leftovers].filter((which) => !gone.has(which))),
    referrers: new Map(
      [...before.referrers].map(([subject, list]) => [subject, list.filter((which) => !gone.has(which))]),
    ),
    manifests: new Map([...before.manifests].filter(([which]) => !gone.has(which))),
    missing: new Set([...before.missing, ...gone]),
  };
}

describe("any plan of any repository", () => {
  test("has one verdict for every tag, and its deletions take exactly the tags to delete", () => {
    holds((decided, before) => {
      expect(decided.verdicts.map(({ tag }) => tag).sort()).toEqual(before.tags.map(({ tag }) => tag).sort());
      const doomed = decided.verdicts.filter(goes).map(({ tag }) => tag);
      expect(decided.deletions.flatMap(({ tags }) => tags).sort()).toEqual(doomed.sort());
    });
  });

  test("deletes nothing that a kept tag, a named digest or a kept signature needs: keep wins", () => {
    holds((decided, before) => {
      const signed = decided.verdicts.flatMap(({ kind, tag }) => (kind === "keep" ? subjectOf(tag) : []));
      const needed = reach([...keptDigests(decided), ...before.namedDigests, ...signed], before.manifests);
      expect(deletedDigests(decided).filter((which) => needed.has(which))).toEqual([]);
    });
  });

  test("takes every tag of a digest that it deletes", () => {
    holds((decided, before) => {
      const doomed = new Map(deletedManifests(decided).map((deletion) => [deletion.digest, deletion.tags]));
      for (const { tag, digest: which } of before.tags) {
        if (which !== undefined && doomed.has(which)) expect(doomed.get(which)).toContain(tag);
      }
    });
  });

  test("deletes candidates' images, orphans and leftovers, what those contain, what refers to any of it, and nothing else", () => {
    holds((decided, before) => {
      const causes = decided.verdicts.flatMap(({ kind, digest: which, reason }) =>
        kind === "delete" && reason.kind !== "referrer-of" ? [which] : [],
      );
      const allowed = new Set(contents([...causes, ...before.leftovers], before.manifests));
      const signatures = before.tags.flatMap(({ tag, digest: which }) =>
        subjectOf(tag).flatMap((subject) => (which === undefined ? [] : [[subject, which] as const])),
      );
      // A Set hands out what is added while it is walked.
      for (const cause of allowed) {
        const referrers = signatures.flatMap(([subject, which]) => (subject === cause ? [which] : []));
        const all = [...referrers, ...(before.referrers.get(cause) ?? [])];
        for (const which of contents(all, before.manifests)) allowed.add(which);
      }
      expect(deletedDigests(decided).filter((which) => !allowed.has(which))).toEqual([]);
    });
  });

  test("deletes a signature's tag exactly when it deletes what it signs", () => {
    holds((decided) => {
      const doomed = new Set(deletedDigests(decided));
      for (const verdict of decided.verdicts) {
        const [subject] = subjectOf(verdict.tag);
        if (subject === undefined || verdict.reason.kind === "orphan" || verdict.reason.kind === "dangling") {
          continue;
        }
        expect(goes(verdict)).toBe(doomed.has(subject));
      }
    });
  });

  test("deletes a tag by itself only where its image stays, and the registry can or may be written to", () => {
    holds((decided, before, chosen) => {
      const { untag, dangling } = chosen;
      const doomed = new Set(deletedDigests(decided));
      for (const verdict of decided.verdicts) {
        if (verdict.kind !== "untag") continue;
        expect(verdict.by).toBe(["yes", "shared"].includes(before.untags ?? "") ? "delete" : untag);
        if (before.untags === "shared" && verdict.digest !== undefined) {
          expect(keptDigests(decided)).toContain(verdict.digest);
        }
        if (verdict.digest === undefined) {
          expect(dangling).toBe("delete");
        } else {
          expect(doomed.has(verdict.digest)).toBe(false);
          const signed = decided.verdicts.flatMap(({ kind, tag }) => (kind === "keep" ? subjectOf(tag) : []));
          const used = chosen.protect.flatMap((each) => (each.kind === "digest" ? [each.digest] : []));
          const kept = [...keptDigests(decided), ...before.namedDigests, ...used, ...signed];
          expect(reach(kept, before.manifests)).toContain(verdict.digest);
        }
      }
    });
  });

  test("deletes no more of a group than its images beyond the newest N: N counts images, not tags", () => {
    holds((decided, _, { rules: chosen }) => {
      const doomed = new Map<
        string,
        { readonly of: number; readonly keep: number; readonly images: Set<Digest | undefined> }
      >();
      for (const { kind, digest: which, reason } of decided.verdicts) {
        if (kind !== "delete" || reason.kind !== "beyond-newest") continue;
        const name = `${reason.rule ?? ""} ${reason.group}`;
        const group = doomed.get(name) ?? { of: reason.of, keep: reason.keep, images: new Set() };
        doomed.set(name, group);
        group.images.add(which);
        expect(reason.rank).toBeGreaterThan(reason.keep);
        expect(chosen.find((one) => one.name === reason.rule)?.keep).toBe(reason.keep);
      }
      for (const { of, keep, images } of doomed.values()) expect(images.size).toBeLessThanOrEqual(of - keep);
    });
  });

  test("keeps what is just pushed, excluded, in use, young, or no rule's, whatever else is said", () => {
    holds((decided, before, chosen) => {
      for (const verdict of decided.verdicts.filter(goes)) {
        const { tag, digest: which } = verdict;
        expect(before.namedTags.has(tag)).toBe(false);
        if (subjectOf(tag).length > 0 || which === undefined) continue;
        expect(chosen.exclude.some(({ matches }) => matches(tag))).toBe(false);
        const rule = chosen.rules.find(
          ({ tags }) => tags.length === 0 || tags.some(({ matches }) => matches(tag)),
        );
        expect(rule?.exclude.some(({ matches }) => matches(tag))).toBe(false);
        const parts = contents([which], before.manifests);
        for (const used of chosen.protect) {
          if (used.kind === "digest") expect(parts).not.toContain(used.digest);
          if (used.kind === "tag") expect(tag).not.toBe(used.tag);
        }
        const age = ageOf(which, before);
        if (rule?.keepYoungerThan !== undefined) {
          expect(age).toMatchObject({ kind: "dated" });
          if (age.kind === "dated") {
            expect(age.created).toBeLessThanOrEqual(before.now - rule.keepYoungerThan);
          }
        }
      }
    });
  });

  test("deletes the same images with dates read only where they are asked for as with all of them known", () => {
    fc.assert(
      fc.property(parts, policies, (made, said) => {
        const { decided } = planKnowing(made, policy(said));
        const whole = plan(snapshot(made), policy(said));
        // Of two tags of an image that stays for its container's sake, one more may go or stay: that depends on which other tag stays for its age.
        expect(deletedDigests(decided)).toEqual(deletedDigests(whole));
      }),
      { numRuns: propertyRuns(1000) },
    );
  });

  test("deletes nothing for want of a date: as long as one is not read, what it could keep stays", () => {
    fc.assert(
      fc.property(parts, policies, (made, said) => {
        const chosen = policy(said);
        const unread = snapshot({ ...made, unread: Object.keys(made.created ?? {}) });
        const last = new Set(deletedDigests(planKnowing(made, chosen).decided));
        expect(deletedDigests(plan(unread, chosen)).filter((which) => !last.has(which))).toEqual([]);
      }),
      { numRuns: propertyRuns(1000) },
    );
  });

  test("deletes no more with a larger budget, and nothing for it with none", () => {
    fc.assert(
      fc.property(parts, policies, fc.integer({ min: 1, max: 40 }), (made, said, room) => {
        const { maxSize = 20, ...others } = said;
        const deleted = (chosen: PolicyParts): readonly Digest[] =>
          deletedDigests(planKnowing(made, policy(chosen)).decided);
        const small = new Set(deleted({ ...others, maxSize }));
        const larger = new Set(deleted({ ...others, maxSize: maxSize + room }));
        expect([...larger].filter((which) => !small.has(which))).toEqual([]);
        expect(deleted(others).filter((which) => !larger.has(which))).toEqual([]);
      }),
      { numRuns: propertyRuns(1000) },
    );
  });

  test("cuts for a budget only where it does not fit, from the lowest ranks, and never a group's newest", () => {
    holds((decided, before, { maxSize }) => {
      const cut = decided.verdicts.flatMap(({ reason }) => (reason.kind === "over-budget" ? [reason] : []));
      if (maxSize === undefined) expect(cut).toEqual([]);
      if (cut.length === 0 || maxSize === undefined) return;
      for (const { rank } of cut) expect(rank).toBeGreaterThan(1);
      expect(decided.budget?.maxSize).toBe(maxSize);
      const all = sizeOf(before, new Set());
      expect(all).toBeGreaterThan(maxSize);
      const stays = sizeOf(before, new Set(deletedDigests(decided)));
      expect(decided.budget?.stays.bytes).toBe(stays);
      expect(stays).toBeLessThanOrEqual(Math.max(maxSize, decided.budget?.least.bytes ?? 0));
    });
  });

  test("is the same whatever the order of the listing", () => {
    const withOrder = parts.chain((made) =>
      fc.tuple(
        fc.constant(made),
        fc.shuffledSubarray(Object.keys(made.tags), { minLength: Object.keys(made.tags).length }),
      ),
    );
    fc.assert(
      fc.property(withOrder, policies, ([made, order], said) => {
        const shuffled = {
          ...made,
          tags: Object.fromEntries(order.map((name) => [name, made.tags[name] ?? null])),
        };
        const chosen = policy(said);
        expect(planKnowing(shuffled, chosen).decided).toEqual(planKnowing(made, chosen).decided);
      }),
      { numRuns: propertyRuns(1000) },
    );
  });

  test("leaves nothing to do for the next", () => {
    holds((decided, before, chosen) => {
      const next = after(decided, before);
      // All dates are known by then.
      expect(deletedDigests(plan(next, chosen))).toEqual([]);
    });
  });

  test("deletes no more with a larger keep", () => {
    fc.assert(
      fc.property(parts, policies, fc.integer({ min: 1, max: 3 }), (made, { maxSize, ...said }, more) => {
        const { rules: few = [] } = said;
        // A budget is shared between rules: what one may keep more takes the others' room, unless all keep as many.
        const isShared = maxSize !== undefined && new Set(few.map(({ keep }) => keep)).size > 1;
        const budget = maxSize === undefined || isShared ? {} : { maxSize };
        const deleted = (add: number): readonly Digest[] => {
          const chosen = few.map((one) => ({ ...one, keep: (one.keep ?? 0) + add }));
          return deletedDigests(planKnowing(made, policy({ ...said, ...budget, rules: chosen })).decided);
        };
        const small = new Set(deleted(0));
        expect(deleted(more).filter((which) => !small.has(which))).toEqual([]);
      }),
      { numRuns: propertyRuns(1000) },
    );
  });

  test("deletes an index before what it contains, and waits only for what stands before", () => {
    holds((decided, before) => {
      const position = new Map(deletedDigests(decided).map((which, index) => [which, index]));
      for (const [index, deletion] of deletedManifests(decided).entries()) {
        const manifest = before.manifests.get(deletion.digest);
        const children = manifest?.kind === "index" ? manifest.children : [];
        for (const child of children) expect(position.get(child) ?? Infinity).toBeGreaterThan(index);
        for (const other of [...deletion.parents, ...deletion.after]) {
          expect(position.get(other) ?? Infinity).toBeLessThan(index);
        }
      }
    });
  });

  test("with prerelease, keeps the newest by number and the newest by version of each group", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.nat(3), fc.nat(20)), { maxLength: 12, selector: String }),
        fc.integer({ min: 1, max: 4 }),
        (alphas, keep) => {
          const tags = Object.fromEntries(
            alphas.map(([minor, number]) => {
              const name = `3.${minor}.0-alpha.${number}`;
              return [name, name];
            }),
          );
          const decided = plan(snapshot({ tags }), policy({ sort: "prerelease", keep }));
          const kept = new Set(
            decided.verdicts.filter(({ kind }) => kind === "keep").map(({ tag }) => String(tag)),
          );
          const newest = (
            compare: (a: readonly number[], b: readonly number[]) => number,
          ): readonly string[] =>
            [...alphas]
              .sort(compare)
              .slice(0, keep)
              .map(([minor, number]) => `3.${minor}.0-alpha.${number}`);
          const byNumber = newest(([a = 0, x = 0], [b = 0, y = 0]) => y - x || b - a);
          const byVersion = newest(([a = 0, x = 0], [b = 0, y = 0]) => b - a || y - x);
          expect([...kept].sort()).toEqual([...new Set([...byNumber, ...byVersion])].sort());
        },
      ),
      { numRuns: propertyRuns() },
    );
  });
});
