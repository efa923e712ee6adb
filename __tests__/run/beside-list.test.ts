import { afterEach, describe, expect, test, vi } from "vitest";
import { UnsureError } from "../../src/core/base/errors.js";
import type { Tag } from "../../src/core/names/reference.js";
import type { RegistryReader } from "../../src/registry/port/registry.js";
import { listAndAsk } from "../../src/run/observe/beside-list.js";
import type { ReadOptions } from "../../src/run/observe/observe.js";
import { parseReference } from "../../src/core/names/reference.js";

const { repository } = parseReference("registry.example.com/team/app");

/** A registry that lists its tags as this says; nothing else is asked of it. */
function reading(
  listTags: () => Promise<readonly string[] | undefined>,
  readsBesideList = true,
): ReadOptions {
  const registry = { listTags, readsBesideList } as unknown as RegistryReader;
  return { registry, repository, concurrency: 4 };
}

/** Numbered tags. */
function tags(count: number): readonly Tag[] {
  return Array.from({ length: count }, (_, index) => `1.0.${index}` as Tag);
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe("tags that are asked for beside their list", () => {
  test("are found, and those that were not there are left to be asked for again", async () => {
    const [first, second] = tags(2);
    const { listed, found } = await listAndAsk(
      reading(() => Promise.resolve(tags(3))),
      tags(2),
      (tag) => Promise.resolve(tag === second ? undefined : `digest of ${tag}`),
    );
    expect(listed).toEqual(tags(3));
    expect([...found]).toEqual([[first, `digest of ${first ?? ""}`]]);
  });

  test("are not asked for before the list has been", async () => {
    const order: string[] = [];
    const list = (): Promise<readonly string[]> => {
      order.push("list");
      return Promise.resolve([]);
    };
    await listAndAsk(reading(list), tags(1), (tag) => {
      order.push(tag);
      return Promise.resolve(tag);
    });
    expect(order).toEqual(["list", "1.0.0"]);
  });

  test("whose repository is not known are none", async () => {
    const { listed } = await listAndAsk(
      reading(() => Promise.resolve(undefined)),
      [],
      () => Promise.resolve(1),
    );
    expect(listed).toEqual([]);
  });

  test.each([
    ["a registry whose reads go by its list", reading(() => Promise.resolve(tags(2)), false), tags(2)],
    ["more than a thousand", reading(() => Promise.resolve(tags(1001))), tags(1001)],
  ])("are asked for after the list with %s", async (_, options, expected) => {
    const ask = vi.fn(() => Promise.resolve("digest"));
    const { found } = await listAndAsk(options, expected, ask);
    expect(ask).not.toHaveBeenCalled();
    expect(found.size).toBe(0);
  });

  test("are asked for again where the list ends more than two seconds later", async () => {
    let now = 0;
    vi.spyOn(performance, "now").mockImplementation(() => now);
    let end: (listed: readonly Tag[]) => void = () => undefined;
    const list = new Promise<readonly Tag[]>((resolve) => (end = resolve));
    const [early, late] = tags(2);
    const looking = listAndAsk(
      reading(() => list),
      tags(2),
      (tag) => {
        // On this clock the second is asked for a second after the first, and the list ends two after the second.
        now += tag === early ? 1000 : 2000;
        if (tag === late) end(tags(2));
        return Promise.resolve(tag);
      },
    );
    const { found } = await looking;
    expect([...found.keys()]).toEqual([late]);
  });
});

describe("an error", () => {
  test("of the list is told first, and ends the asking", async () => {
    let asked = 0;
    const failing = listAndAsk(
      reading(() => Promise.reject(new UnsureError("the list", "next"))),
      tags(500),
      async () => {
        asked += 1;
        await Promise.resolve();
        throw new UnsureError("a tag", "next");
      },
    );
    await expect(failing).rejects.toThrow("the list");
    expect(asked).toBeLessThan(10);
  });

  test("of a tag is told when the list is read", async () => {
    let isListed = false;
    const list = async (): Promise<readonly string[]> => {
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
      isListed = true;
      return tags(2);
    };
    const failing = listAndAsk(reading(list), tags(2), () =>
      Promise.reject(new UnsureError("a tag", "next")),
    );
    await expect(failing).rejects.toThrow("a tag");
    expect(isListed).toBe(true);
  });
});
