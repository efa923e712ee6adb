import fc from "fast-check";
import { expect, test } from "vitest";
import { grouped } from "../../src/core/base/grouped.js";
import { GROUP_KEYS, groupOf, nameOfGroup } from "../../src/core/names/group.js";
import { SORTS } from "../../src/core/names/order.js";
import { readTagName } from "../../src/core/names/version.js";
import { plan } from "../../src/core/plan/make-plan.js";
import { goes } from "../../src/core/policy/verdict.js";
import { pruneAfterEach, type Push } from "../support/histories.js";
import { propertyRuns } from "../support/property-runs.js";
import { daysAgo, policy, type PolicyParts, snapshot } from "../support/snapshots.js";

const HASHES = ["1f3a9c0", "e4a8b07", "77c1f2b", "9f3c2e1"] as const;

const name = fc.oneof(
  fc.stringMatching(/^[vV]?1\.[012]\.[0-3](\.1)?(-(rc|RC|alpha)\.?[0-3](-(alpine|slim))?)?$/),
  fc
    .tuple(fc.stringMatching(/^1\.[01]\.0([-_.](r|rc\.|5-|jdk)?[12])?$/), fc.constantFrom(...HASHES))
    .map((parts) => parts.join("-")),
  fc.stringMatching(/^1\.[01]\.[01]_[0-3](-jdk(-alpine)?)?$/),
  fc
    .tuple(fc.constantFrom("main-1", "main-2", "x-PROJ-1-3"), fc.constantFrom(...HASHES))
    .map((parts) => parts.join("-")),
  fc.stringMatching(/^(api|web)-v1\.[0-2]\.0(-rc\.[12])?$/),
  fc.constantFrom("latest", "main", "1.2", "v1", "20240115"),
);

const settings: fc.Arbitrary<PolicyParts & { readonly keep: number }> = fc
  .record({
    keep: fc.integer({ min: 1, max: 3 }),
    sort: fc.constantFrom(...SORTS),
    groupBy: fc.option(fc.subarray([...GROUP_KEYS]), { nil: undefined }),
    include: fc.constantFrom([], ["*"], ["*", "api-v*", "web-v*"]),
  })
  .map(({ groupBy, ...rest }) => ({ ...rest, ...(groupBy === undefined ? {} : { groupBy }) }));

const circumstances = fc.record({ untags: fc.boolean(), undated: fc.boolean(), reversed: fc.boolean() });

/** The group in which a rule counts a name, as it is read by itself. */
function groupIn(text: string, parts: PolicyParts): string {
  const [rule] = policy(parts).rules;
  if (rule === undefined) throw new Error("there is one");
  return nameOfGroup(groupOf(readTagName(text), rule.groupBy, rule.sort), rule.groupBy);
}

test("pruned after every push, what was just pushed stays, and each group has its newest, as far as there are so many", () => {
  const names = fc.uniqueArray(name, { minLength: 1, maxLength: 14 });
  fc.assert(
    fc.property(names, settings, circumstances, (texts, parts, registry) => {
      const pushes = texts.map((text, index): Push => ({
        date: daysAgo(100 - index),
        tags: [text],
        deletes: [],
      }));
      const pushed = new Map<string, number>();
      for (const { push, deleted, left } of pruneAfterEach(pushes, parts, registry)) {
        expect(deleted).not.toContain(push.tags[0]);
        const group = groupIn(push.tags[0] ?? "", parts);
        pushed.set(group, (pushed.get(group) ?? 0) + 1);
        const there = grouped(left.map((text) => [groupIn(text, parts), text]));
        const poor = [...pushed].filter(
          ([each, count]) => (there.get(each)?.length ?? 0) < Math.min(parts.keep, count),
        );
        expect(poor).toEqual([]);
      }
    }),
    { numRuns: propertyRuns(200) },
  );
});

/** A name without all that has no order: capitals, hashes, and but by name also a v, and the way in which a number is separated from its word. */
function meaningOf(text: string, { sort }: PolicyParts): string {
  const said = text.toLowerCase().replace(/[._-](?:1f3a9c0|e4a8b07|77c1f2b|9f3c2e1)$/, "");
  return sort === "natural" ? said : said.replace(/^v(?=\d)/, "").replaceAll(/(?<=rc|alpha)\.(?=\d)/g, "");
}

test("nothing that ties with something kept goes, unless dates say that it is older", () => {
  const dated = fc.uniqueArray(fc.tuple(name, fc.option(fc.integer({ min: 1, max: 4 }), { freq: 3 })), {
    selector: ([text]) => text,
    maxLength: 14,
  });
  fc.assert(
    fc.property(dated, settings, (entries, parts) => {
      const days = new Map(entries);
      const { verdicts } = plan(
        snapshot({
          tags: Object.fromEntries(entries.map(([text]) => [text, text])),
          created: Object.fromEntries(
            entries.map(([text, age]) => [text, age === null ? null : daysAgo(age)]),
          ),
        }),
        policy(parts),
      );
      const kept = verdicts.filter(({ reason }) => reason.kind === "newest" || reason.kind === "unordered");
      // By date, all images of a group are told apart by nothing else.
      const isTie = (a: string, b: string): boolean =>
        groupIn(a, parts) === groupIn(b, parts) &&
        (parts.sort === "created" || meaningOf(a, parts) === meaningOf(b, parts));
      const isOlder = (a: string, b: string): boolean => (days.get(a) ?? 0) > (days.get(b) ?? 0);
      const wrong = verdicts
        .filter(goes)
        .flatMap(({ tag: gone }) =>
          kept.filter(({ tag }) => isTie(gone, tag) && !isOlder(gone, tag)).map(({ tag }) => [gone, tag]),
        );
      expect(wrong).toEqual([]);
    }),
    { numRuns: propertyRuns(500) },
  );
});
