import { describe, expect, test } from "vitest";
import { UnsureError } from "../../src/core/base/errors.js";
import type { Digest, Tag } from "../../src/core/names/reference.js";
import { plan } from "../../src/core/plan/make-plan.js";
import { goingTags } from "../../src/core/plan/plan-tags.js";
import { addStrays } from "../../src/run/apply/recheck.js";
import { refuseEmpty } from "../../src/run/apply/refuse-empty.js";
import { digest, policy, signatureOf, snapshot, tag } from "../support/snapshots.js";

/** 1.0.0 goes and 2.0.0 stays; or only what has no image goes. */
const before = snapshot({ tags: { "1.0.0": "old", "2.0.0": "new" } });
const made = plan(before, policy({ keep: 1 }));
const hollowed = snapshot({
  tags: { "1.0.0": "hollow", "2.0.0": "new", nowhere: null },
  indexes: { hollow: ["gone"] },
  missing: ["gone"],
  untags: "yes",
});
const rest = { kind: "index", children: [], isUntagMark: true } as const;
const marked = { ...before, manifests: new Map(before.manifests).set(digest("old"), rest) };

type Found = Readonly<Record<string, string | undefined>>;
const tagsOf = (found: Found): ReadonlyMap<Tag, Digest | undefined> =>
  new Map(
    Object.entries(found).map(([name, image]) => [
      tag(name),
      image === undefined ? undefined : digest(image),
    ]),
  );

describe("a run that sees these tags", () => {
  const look = (found: Found, hollow: readonly string[] = []) => ({
    tags: tagsOf(found),
    hollow: new Set(hollow.map(digest)),
  });
  const run =
    (seen: ReturnType<typeof look>, allowEmpty = false) =>
    () =>
      refuseEmpty({ allowEmpty, plan: made, goes: new Set(goingTags(made)), snapshot: before }, seen);

  test.each<[string, Found, string[]]>([
    ["what is to stay", { "1.0.0": "old", "2.0.0": "new" }, []],
    ["what somebody pushed", { "1.0.0": "old", "3.0.0": "pushed" }, []],
  ])("goes on: %s", (_, found, hollow) => expect(run(look(found, hollow))).not.toThrow());

  test.each<[string, Found, string[]]>([
    ["none at all", {}, []],
    ["only what goes", { "1.0.0": "old" }, []],
    ["what was to stay, without its image", { "1.0.0": "old", "2.0.0": undefined }, []],
    ["what was to stay, of which nothing is left", { "1.0.0": "old", "2.0.0": "new" }, ["new"]],
    ["a signature alone", { "1.0.0": "old", [signatureOf("old")]: "s" }, []],
  ])("deletes nothing: %s", (_, found, hollow) => {
    expect(run(look(found, hollow))).toThrow(UnsureError);
    expect(run(look(found, hollow), true)).not.toThrow();
  });

  test("goes on where no image goes: a hollow index is none, nor is what a cut-off run left of a tag, nor what dangles", () => {
    const hollow = plan(hollowed, policy({ keep: 1, dangling: "delete" }));
    expect(goingTags(hollow)).toEqual(expect.arrayContaining(["1.0.0", "nowhere"]));
    const half = plan(marked, policy({ keep: 1 }));
    expect(goingTags(half)).toEqual(["1.0.0"]);
    for (const [each, snapshot] of [
      [hollow, hollowed],
      [half, marked],
    ] as const) {
      const applying = { allowEmpty: false, plan: each, goes: new Set(goingTags(each)), snapshot };
      expect(() => refuseEmpty(applying, look({}))).not.toThrow();
    }
  });
});

test("goes on where no deletion takes a tag: an image without one leaves no tag less", () => {
  const [deletion] = made.deletions;
  expect(deletion).toMatchObject({ digest: digest("old"), tags: [tag("1.0.0")] });
  const look = { tags: new Map<Tag, Digest>(), hollow: new Set<Digest>() };
  const run = (tags: readonly Tag[]) => (): void => {
    const deletions = made.deletions.flatMap((each) => (each.kind === "manifest" ? [{ ...each, tags }] : []));
    refuseEmpty({ allowEmpty: false, plan: { ...made, deletions }, goes: new Set(), snapshot: before }, look);
  };
  expect(run([])).not.toThrow();
  expect(run([tag("1.0.0")])).toThrow(UnsureError);
});

describe("where looks show tags that the snapshot has elsewhere, or not at all", () => {
  function seen(...looks: readonly Found[]): Readonly<Record<string, readonly Digest[]>> {
    const strays = new Map<Tag, readonly Digest[]>();
    for (const found of looks) addStrays(strays, { tags: tagsOf(found) }, before);
    return Object.fromEntries(strays);
  }
  const at = (...names: readonly string[]): readonly Digest[] => names.map(digest);

  test.each<[string, readonly Found[], Readonly<Record<string, readonly Digest[]>>]>([
    ["is nowhere while nothing moves", [{ "1.0.0": "old", "2.0.0": "new" }], {}],
    ["is nowhere while tags are gone or dangle", [{ "2.0.0": undefined }, {}], {}],
    ["is where a tag moved to", [{ "1.0.0": "x", "2.0.0": "new" }], { "1.0.0": at("x") }],
    ["is each place once", [{ "1.0.0": "x" }, { "1.0.0": "x" }, { "1.0.0": "y" }], { "1.0.0": at("x", "y") }],
    [
      "is the first place, where it came back",
      [{ "1.0.0": "x" }, { "1.0.0": "old" }],
      { "1.0.0": at("x", "old") },
    ],
    ["is where a new tag is", [{ "2.0.0": "new", "3.0.0": "x" }], { "3.0.0": at("x") }],
    ["is nowhere for a new tag that dangles", [{ "3.0.0": undefined }], {}],
    [
      "is all of it",
      [{ "1.0.0": "x", "3.0.0": "y" }, { "3.0.0": "z" }],
      { "1.0.0": at("x"), "3.0.0": at("y", "z") },
    ],
  ])("%s", (_, looks, wanted) => expect(seen(...looks)).toEqual(wanted));
});
