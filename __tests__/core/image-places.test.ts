import { expect, test } from "vitest";
import { placeImages, type PlacedImages } from "../../src/core/image/image-places.js";
import { readTagName } from "../../src/core/names/version.js";
import { configOf, daysAgo, digest, nameOf, snapshot, tag } from "../support/snapshots.js";

/** The places of images whose tags tie where their names begin with the same letter. */
function placed(
  images: readonly (readonly [string, string])[],
  created: Readonly<Record<string, number | null>>,
  { keep = 1, hasBudget = false, unread = [] as readonly string[] },
): PlacedImages {
  const ordered = images.map(([name, image]) => ({
    tag: tag(name),
    name: readTagName(name),
    digest: digest(image),
  }));
  const parts = { tags: Object.fromEntries(images), created, unread };
  return placeImages(ordered, (a, b) => (a.tag[0] === b.tag[0] ? 0 : 1), {
    keep,
    hasBudget,
    snapshot: snapshot(parts),
  });
}

const told = ({ places }: PlacedImages): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    [...places].map(([image, place]) => [nameOf(image), place.kind === "at" ? place.rank : place]),
  );

test("images of one date share no place: so many are they", () => {
  const created = { x: daysAgo(1), y: daysAgo(2), z: daysAgo(2), w: daysAgo(3), u: null };
  const tied = placed(
    [
      ["b1", "new"],
      ["a1", "w"],
      ["a2", "x"],
      ["a3", "y"],
      ["a4", "z"],
      ["a5", "u"],
    ],
    created,
    { keep: 3 },
  );
  expect(told(tied)).toEqual({
    new: 1,
    x: 2,
    y: { kind: "unordered", ties: 2 },
    z: { kind: "unordered", ties: 2 },
    w: 5,
    u: { kind: "unordered", ties: 5 },
  });
  expect(tied.unread).toEqual([]);
});

test("an image that has its place keeps it, whatever other tags of it tie", () => {
  const images = [
    ["b1", "x"],
    ["a1", "x"],
    ["a2", "y"],
    ["a3", "z"],
  ] as const;
  expect(told(placed(images, { y: daysAgo(2), z: daysAgo(1) }, { keep: 2 }))).toEqual({ x: 1, z: 2, y: 3 });
});

test("where dates are not read all that tie wait for them, and no other date is asked for", () => {
  const images = [
    ["a1", "x"],
    ["a2", "y"],
    ["c1", "z"],
  ] as const;
  const tied = placed(images, { x: 0, y: daysAgo(1), z: 0 }, { unread: ["x", "z"] });
  expect(told(tied)).toEqual({ x: { kind: "unread" }, y: { kind: "unread" }, z: 3 });
  expect(tied.unread).toEqual([configOf("x")]);
});

test("images of one date that all stay, or all go, are ranked as they are listed", () => {
  const images = [
    ["a1", "x"],
    ["a2", "y"],
    ["a3", "z"],
    ["a4", "w"],
  ] as const;
  const created = { x: daysAgo(1), y: daysAgo(1), z: daysAgo(2), w: daysAgo(2) };
  expect(told(placed(images, created, { keep: 2 }))).toEqual({ x: 1, y: 2, z: 3, w: 4 });
});
