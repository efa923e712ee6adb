import { expect, test } from "vitest";
import { decide } from "../../src/core/policy/decide.js";
import { standings } from "../../src/core/policy/ranks.js";
import { policy, type PolicyParts, snapshot } from "../support/snapshots.js";

/** Each tag's place: its rank, or why it has none. */
function placesOf(
  tags: Readonly<Record<string, string>>,
  settings: PolicyParts,
): Readonly<Record<string, unknown>> {
  const { places } = standings(snapshot({ tags }), policy(settings));
  return Object.fromEntries(
    places.map(({ tag, place }) => [tag, place.kind === "ranked" ? place.rank : place]),
  );
}

test("by prerelease, words of one prerelease tie where channels are counted together", () => {
  const tags = { "1.0.0-rc.1": "a", "1.0.0-rc.1-alpine": "b", "1.0.0-rc.2": "c" };
  const unordered = { kind: "unordered", group: "1.0.x", sort: "prerelease", ties: 2 };
  expect(placesOf(tags, { sort: "prerelease", groupBy: ["minor"], keep: 2 })).toEqual({
    "1.0.0-rc.2": 1,
    "1.0.0-rc.1": unordered,
    "1.0.0-rc.1-alpine": unordered,
  });
});

test("an image that is surely among the newest by one order has its rank, though the other leaves it open", () => {
  const tags = { "1.0.0-x.5": "a", "1.0.0-y.7": "b" };
  const rule = { name: "ours", sort: "prerelease", groupBy: ["minor"], keep: 1 } as const;
  expect(placesOf(tags, { rules: [rule] })).toEqual({
    "1.0.0-y.7": 1,
    "1.0.0-x.5": { kind: "unordered", rule: "ours", group: "1.0.x", sort: "prerelease", ties: 2 },
  });
});

test("no date is to be read where a budget has deleted", () => {
  const made = snapshot({
    tags: { "1.0.0": "a", "2.0.0": "b" },
    layers: { a: { x: 1000 }, b: { y: 1000 } },
  });
  const settings = policy({ keep: 2, maxSize: 1500 });
  const { verdicts, unread } = decide(standings(made, settings).places, made, settings);
  expect(verdicts.map(({ kind }) => kind).sort()).toEqual(["delete", "keep"]);
  expect(unread).toEqual([]);
});
