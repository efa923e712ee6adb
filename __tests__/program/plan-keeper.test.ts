import { mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { PlanKeeper } from "../../src/program/plan-keeper.js";

let base: string;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), "plans-"));
  await mkdir(join(base, "spare"));
});
afterEach(() => rm(base, { recursive: true }));

const keeper = (
  settings: { readonly plan?: string; readonly dryRun?: boolean },
  door: { readonly planFolder?: string; readonly spareFolders?: readonly string[] } = {},
): PlanKeeper =>
  new PlanKeeper(
    { dryRun: false, ...settings },
    { spareFolders: [join(base, "absent"), join(base, "spare")], ...door },
  );

test("a plan is kept where the settings name a file, or the door a folder, and else not", () => {
  expect(keeper({ plan: "plan.json" }).isWanted).toBe(true);
  expect(keeper({}, { planFolder: base }).isWanted).toBe(true);
  expect(keeper({}).isWanted).toBe(false);
});

describe("a plan", () => {
  test("is saved again and again to the same file", async () => {
    for (const plans of [keeper({ plan: join(base, "plan.json") }), keeper({}, { planFolder: base })]) {
      const { path = "", ...rest } = await plans.save("one");
      expect(rest).toEqual({});
      expect(await plans.save("two")).toEqual({ path });
      expect(await readFile(path, "utf8")).toBe("two");
    }
  });

  test.each([
    ["whose disk is full, in a dry run, which has nothing else to do", "/dev/full", true],
    ["whose folder is not there, in a dry run", "absent/plan.json", true],
    ["whose folder is not there", "absent/plan.json", false],
  ])("can't be saved to a named file %s", async (_, name, dryRun) => {
    const plan = name.startsWith("/") ? name : join(base, name);
    await expect(keeper({ plan, dryRun }).save("one")).rejects.toThrow(
      `the plan can't be written to ${plan}`,
    );
    expect(await readdir(join(base, "spare"))).toEqual([]);
  });

  test("whose disk is full is elsewhere, and stays there", async () => {
    const plans = keeper({ plan: "/dev/full" });
    const { path = "", moved } = await plans.save("one");
    expect(path.startsWith(join(base, "spare"))).toBe(true);
    expect(moved).toMatchObject({
      what: "plan",
      path,
      why: expect.stringContaining("/dev/full can't be written") as string,
    });
    expect(await plans.save("two")).toEqual({ path });
    expect(await readFile(path, "utf8")).toBe("two");
  });

  test("that nobody named is elsewhere where its folder takes none", async () => {
    const { path = "", moved } = await keeper({}, { planFolder: join(base, "absent") }).save("one");
    expect(path.startsWith(join(base, "spare"))).toBe(true);
    expect(moved?.why).toContain("a plan in");
  });

  test("is nowhere where no place takes it, and that ends no run", async () => {
    const { path, moved } = await keeper(
      {},
      { planFolder: join(base, "absent"), spareFolders: ["/dev/full"] },
    ).save("one");
    expect([path, moved?.path]).toEqual([undefined, undefined]);
    expect(moved?.what).toBe("plan");
  });
});
