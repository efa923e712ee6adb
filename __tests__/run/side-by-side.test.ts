import { describe, expect, test } from "vitest";
import type { DeletionOutcome } from "../../src/core/plan/outcome.js";
import type { RegistryErrorKind } from "../../src/registry/port/registry.js";
import { SideBySide } from "../../src/run/sending/side-by-side.js";
import { imageDeletion, madeUpRegistry, refusal, REPOSITORY } from "../support/made-up-registry.js";
import { digest, tag } from "../support/snapshots.js";

const DELETION = imageDeletion("old", "1.0.0");
const OTHER = imageDeletion("other", "1.0.1");
const failed = (kind: RegistryErrorKind): DeletionOutcome & { readonly kind: "failed" } => ({
  kind: "failed",
  deletion: DELETION,
  error: refusal(kind),
});

function stage(fails = false) {
  let questions = 0;
  const failsSideBySide = (): Promise<boolean> => {
    questions += 1;
    return Promise.resolve(fails);
  };
  const made = madeUpRegistry({ "1.0.0": "old", "1.0.1": "other" }, { failsSideBySide });
  const options = { registry: made.registry, repository: REPOSITORY };
  return { ...made, of: (count: number) => SideBySide.for(options, count), questions: () => questions };
}

/** Sends a deletion beside another one, of which the other is done. */
async function besideAnother(sides: SideBySide, outcome: DeletionOutcome) {
  const both = [
    sides.apply(DELETION, () => Promise.resolve(outcome)),
    sides.apply(OTHER, () => Promise.resolve({ kind: "deleted", deletion: OTHER })),
  ];
  return (await Promise.all(both))[0];
}

describe("deletions side by side", () => {
  test("are for a registry that does not fail at them; one alone asks nothing", async () => {
    expect((await stage(false).of(2)).isAllowed).toBe(true);
    expect((await stage(true).of(2)).isAllowed).toBe(false);
    const { of, questions } = stage(true);
    expect([(await of(1)).isAllowed, questions()]).toEqual([true, 0]);
  });

  test.each<RegistryErrorKind>(["failed-at", "half-done"])(
    "end with the first that fails beside another (%s): it is tried once more",
    async (kind) => {
      const sides = await stage().of(2);
      expect(await besideAnother(sides, failed(kind))).toMatchObject({ kind: "again" });
      expect(sides.isAllowed).toBe(false);
    },
  );

  test.each<[string, DeletionOutcome]>([
    ["it is done", { kind: "deleted", deletion: DELETION }],
    ["it is refused", failed("forbidden")],
    ["it got no answer", failed("unreachable")],
  ])("go on where %s", async (_, outcome) => {
    const sides = await stage().of(2);
    expect([await besideAnother(sides, outcome), sides.isAllowed]).toEqual([outcome, true]);
  });

  test("are not what one failed at that was alone", async () => {
    const sides = await stage().of(2);
    await sides.apply(OTHER, () => Promise.resolve({ kind: "deleted", deletion: OTHER }));
    const outcome = failed("failed-at");
    expect([await sides.apply(DELETION, () => Promise.resolve(outcome)), sides.isAllowed]).toEqual([
      outcome,
      true,
    ]);
  });
});

describe("the second try of a deletion", () => {
  async function secondTry(kind: "deleted" | "gone", change: (made: ReturnType<typeof stage>) => void) {
    const made = stage();
    const sides = await made.of(2);
    await besideAnother(sides, failed("half-done"));
    change(made);
    return sides.apply(DELETION, () => Promise.resolve({ kind, deletion: DELETION }));
  }

  test("is what it says, where it was done", async () => {
    expect(await secondTry("deleted", () => undefined)).toEqual({ kind: "deleted", deletion: DELETION });
  });

  test("has failed, where it fails once more", async () => {
    const sides = await stage().of(2);
    await besideAnother(sides, failed("failed-at"));
    const second = failed("failed-at");
    expect(await sides.apply(DELETION, () => Promise.resolve(second))).toBe(second);
  });

  test("was the first one's doing, where the manifest is gone and its tags are too", async () => {
    const gone = await secondTry("gone", ({ tags }) => void tags.delete(tag("1.0.0")));
    expect(gone).toEqual({ kind: "deleted", deletion: DELETION });
  });

  test("has failed, where the manifest is gone and a tag of it is left", async () => {
    const left = await secondTry("gone", ({ tags }) => void tags.set(tag("1.0.0"), undefined));
    expect(left).toMatchObject({ kind: "failed", error: { kind: "half-done" } });
  });

  test("is done, where somebody has moved the tag to another image", async () => {
    const moved = await secondTry("gone", ({ tags }) => void tags.set(tag("1.0.0"), digest("new")));
    expect(moved).toEqual({ kind: "deleted", deletion: DELETION });
  });
});
