import { describe, expect, test } from "vitest";
import { bestEffort } from "../../src/core/base/best-effort.js";

describe("a listener at best effort", () => {
  test("gets what it is told", () => {
    const told: unknown[] = [];
    bestEffort((...args: readonly unknown[]) => told.push(args))("a", 1);
    expect(told).toEqual([["a", 1]]);
  });

  test("throws nothing, is told of the next thing all the same, and its first error is told once", () => {
    const [told, thrown]: [string[], unknown[]] = [[], []];
    const listener = bestEffort(
      (what: string) => {
        told.push(what);
        throw new Error(what);
      },
      (error) => thrown.push(error),
    );
    listener("first");
    listener("second");
    expect(told).toEqual(["first", "second"]);
    expect(thrown).toEqual([new Error("first")]);
  });

  test("throws nothing either where nobody can be told", () => {
    const fail = (): never => {
      throw new Error("boom");
    };
    expect(bestEffort(fail, fail)).not.toThrow();
    expect(bestEffort(fail)).not.toThrow();
  });
});
