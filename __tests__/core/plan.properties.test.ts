import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contents, reach, type Snapshot } from "../../src/core/graph.js";
import { type ManifestDeletion, plan, type Plan } from "../../src/core/plan.js";
import { OR_WHAT, type RetentionPolicy, UNTAG_WAYS } from "../../src/core/policy.js";
import type { Digest } from "../../src/core/reference.js";
import { goes } from "../../src/core/verdict.js";
import { readTagName } from "../../src/core/version.js";
import { digest, policy, snapshot, type SnapshotParts } from "../support/snapshots.js";

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
      untags: fc.constantFrom("yes", "no", "unseen", undefined),
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

const policies: fc.Arbitrary<RetentionPolicy> = fc
  .record({
    keep: fc.integer({ min: 0, max: 4 }),
    sort: fc.constantFrom("semver", "prerelease"),
    groupBy: fc.constantFrom("channel", "none"),
    include: fc.constantFrom([], ["*"], ["*-alpha*", "alpha*"]),
    exclude: fc.constantFrom([], ["1.*"], ["*-rc*"], ["sha256-*"]),
    orphans: fc.constantFrom(...OR_WHAT),
    dangling: fc.constantFrom(...OR_WHAT),
    untag: fc.constantFrom(...UNTAG_WAYS),
  })
  .map((settings) =>
    policy({
      ...settings,
      sort: settings.sort as "semver",
      groupBy: settings.groupBy as "none",
      allowEmpty: true,
    }),
  );

function holds(check: (decided: Plan, before: Snapshot, policy: RetentionPolicy) => void): void {
  fc.assert(
    fc.property(parts, policies, (made, chosen) => {
      const before = snapshot(made);
      check(plan(before, chosen), before, chosen);
    }),
    { numRuns: 3000 },
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
    holds((decided, before, { untag, dangling }) => {
      const doomed = new Set(deletedDigests(decided));
      for (const verdict of decided.verdicts) {
        if (verdict.kind !== "untag") continue;
        expect(verdict.by).toBe(before.untags === "yes" ? "delete" : untag);
        if (verdict.digest === undefined) {
          expect(dangling).toBe("delete");
        } else {
          expect(doomed.has(verdict.digest)).toBe(false);
          const signed = decided.verdicts.flatMap(({ kind, tag }) => (kind === "keep" ? subjectOf(tag) : []));
          const kept = [...keptDigests(decided), ...before.namedDigests, ...signed];
          expect(reach(kept, before.manifests)).toContain(verdict.digest);
        }
      }
    });
  });

  test("deletes no more of a group than its images beyond the newest N: N counts images, not tags", () => {
    holds((decided, _, { keep }) => {
      const doomed = new Map<string, { readonly of: number; readonly images: Set<Digest | undefined> }>();
      for (const { kind, digest: which, reason } of decided.verdicts) {
        if (kind !== "delete" || reason.kind !== "beyond-newest") continue;
        const group = doomed.get(reason.group) ?? { of: reason.of, images: new Set() };
        doomed.set(reason.group, group);
        group.images.add(which);
        expect(reason.rank).toBeGreaterThan(keep);
      }
      for (const { of, images } of doomed.values()) expect(images.size).toBeLessThanOrEqual(of - keep);
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
      fc.property(withOrder, policies, ([made, order], chosen) => {
        const shuffled = {
          ...made,
          tags: Object.fromEntries(order.map((name) => [name, made.tags[name] ?? null])),
        };
        expect(plan(snapshot(shuffled), chosen)).toEqual(plan(snapshot(made), chosen));
      }),
      { numRuns: 2000 },
    );
  });

  test("leaves nothing to do for the next", () => {
    holds((decided, before, chosen) =>
      expect(deletedDigests(plan(after(decided, before), chosen))).toEqual([]),
    );
  });

  test("deletes no more with a larger keep", () => {
    holds((decided, before, chosen) => {
      const more = new Set(deletedDigests(decided));
      const fewer = deletedDigests(plan(before, { ...chosen, keep: chosen.keep + 1 }));
      expect(fewer.filter((which) => !more.has(which))).toEqual([]);
    });
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
    );
  });
});
