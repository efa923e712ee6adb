import { describe, expect, test } from "vitest";
import { orderWithCare } from "../../src/core/plan/careful-order.js";
import type { Deletion, ManifestDeletion } from "../../src/core/plan/deletion.js";
import type { Registry } from "../../src/registry/port/registry.js";
import { Care } from "../../src/run/apply/longer-tags.js";
import type { Applying } from "../../src/run/apply/options.js";
import {
  imageDeletion,
  madeUpRegistry,
  noProgress,
  refusal,
  REPOSITORY,
} from "../support/made-up-registry.js";
import { digest, tag } from "../support/snapshots.js";

/** `a1` and `a10` go, which show what the registry does; `b1` and `c1` go, and `b10` and `c10` stay. */
const SHORT = imageDeletion("a1", "a1");
const LONG = imageDeletion("a10", "a10");
const RISKY = imageDeletion("b1", "b1");
const NEXT = imageDeletion("c1", "c1");
const NAMES = ["a1", "a10", "b1", "b10", "c1", "c10"];

function stage(
  otherwise: Partial<Registry> = {},
  deletions: readonly Deletion[] = [SHORT, LONG, RISKY, NEXT],
) {
  const made = madeUpRegistry(Object.fromEntries(NAMES.map((name) => [name, name])), otherwise);
  const progress = noProgress();
  const begun: Deletion[] = [];
  const recorder = {
    begin: (some: readonly Deletion[]) => Promise.resolve(void begun.push(...some)),
    outcome: () => undefined,
  };
  const options = { registry: made.registry, repository: REPOSITORY, concurrency: 2, recorder };
  const care = new Care(options as unknown as Applying, progress, orderWithCare(deletions, NAMES.map(tag)));
  /** Sends a deletion, with which these tags go. */
  const send = async (deletion: ManifestDeletion, takes: readonly string[] = []) => {
    made.asked.length = 0;
    const outcome = await care.apply(deletion, () => {
      made.asked.push("sent");
      for (const name of [...deletion.tags, ...takes.map(tag)]) made.tags.delete(name);
      return Promise.resolve({ kind: "deleted", deletion });
    });
    progress.outcomes.set(deletion, outcome);
    return outcome;
  };
  return { ...made, care, progress, begun, send };
}

/** A registry that was seen to leave a longer name alone. */
async function leaving(otherwise: Partial<Registry> = {}) {
  const made = stage(otherwise);
  await made.send(SHORT);
  await made.send(LONG);
  return made;
}

const STAYS = { kind: "spared", reason: { kind: "longer-tag-stays", tag: tag("b10") } };

describe("a deletion that may take longer names along", () => {
  test("is not sent where one stays, and nothing has shown what the registry does", async () => {
    const { send, asked } = stage();
    expect(await send(RISKY)).toMatchObject(STAYS);
    expect(asked).not.toContain("sent");
  });

  test("is not sent where a longer name that was to go is somebody's new image by now", async () => {
    const { send, tags, asked } = stage();
    tags.set(tag("a10"), digest("new"));
    expect(await send(SHORT)).toMatchObject({ reason: { kind: "longer-tag-stays", tag: "a10" } });
    expect(asked).not.toContain("sent");
  });

  test("is not sent where a kept longer name points at nothing, or one that went is there again", async () => {
    const dangling = stage();
    dangling.tags.set(tag("b10"), undefined);
    expect(await dangling.send(RISKY)).toMatchObject(STAYS);
    const again = stage();
    await again.send(LONG);
    again.tags.set(tag("a10"), LONG.digest);
    expect(await again.send(SHORT)).toMatchObject({ reason: { kind: "longer-tag-stays", tag: "a10" } });
  });

  test("is sent after what it could take along is written down", async () => {
    const { send, begun, progress } = stage();
    expect(await send(SHORT)).toMatchObject({ kind: "deleted" });
    expect(begun).toEqual([LONG]);
    expect([...progress.untagged, ...progress.unanswered]).toEqual(["a10", "a10"]);
  });

  test("takes nothing along where it has no tag: nothing is listed for it", async () => {
    const { send, asked } = stage();
    expect(await send(imageDeletion("part"))).toMatchObject({ kind: "deleted" });
    expect(asked).toEqual(["sent"]);
  });

  test("has failed, and is not sent, where the names can't be read", async () => {
    const { send, asked } = stage({ listTags: () => Promise.reject(refusal("unreachable")) });
    expect(await send(RISKY)).toMatchObject({ kind: "failed", error: { kind: "unreachable" } });
    expect(asked).toEqual([]);
    const mistake = new TypeError("no function");
    const broken = stage({ listTags: () => Promise.reject(mistake) });
    await expect(broken.send(RISKY)).rejects.toBe(mistake);
  });
});

describe("the two that show what a registry does", () => {
  test.each<[string, (made: ReturnType<typeof stage>) => void]>([
    ["took the longer name along", ({ tags }) => void tags.delete(tag("a10"))],
    ["left it listed, at nothing", ({ tags }) => void tags.set(tag("a10"), undefined)],
  ])("show that no kept name may be risked, where the first %s", async (_, change) => {
    const made = stage();
    const { care, tags, asked, progress } = made;
    const outcome = await care.apply(SHORT, () => {
      tags.delete(tag("a1"));
      change(made);
      return Promise.resolve({ kind: "deleted", deletion: SHORT });
    });
    progress.outcomes.set(SHORT, outcome);
    expect(await made.send(RISKY)).toMatchObject(STAYS);
    expect(asked).not.toContain("sent");
  });

  test("show that no kept name may be risked, where what the first took is found by its name and listed no more", async () => {
    const { send } = stage({ resolveTag: (_, name) => Promise.resolve(digest(name)) });
    await send(SHORT, ["a10"]);
    expect(await send(RISKY)).toMatchObject(STAYS);
  });

  test.each([refusal("unreachable"), undefined])(
    "show nothing where the list can't be read behind it, or the first was not deleted: %s",
    async (error) => {
      let lists = 0;
      const list = NAMES.map(tag);
      const made = stage({
        listTags: () =>
          (lists += 1) === 2 && error !== undefined ? Promise.reject(error) : Promise.resolve(list),
      });
      const kind = error === undefined ? "gone" : "deleted";
      await made.care.apply(SHORT, () => Promise.resolve({ kind, deletion: SHORT }));
      expect(await made.send(RISKY)).toMatchObject(STAYS);
    },
  );

  test("let a deletion be sent whose longer name stays, where the first left its longer name alone", async () => {
    const { send, asked } = await leaving();
    expect(await send(RISKY)).toMatchObject({ kind: "deleted" });
    expect(asked).toEqual(["list", "resolve b10", "sent", "list"]);
    // And then it is proven: nothing is listed any more.
    expect(await send(NEXT)).toMatchObject({ kind: "deleted" });
    expect(asked).toEqual(["sent"]);
  });
});

describe("a kept tag that was taken along all the same", () => {
  test("is put back, and no other is risked", async () => {
    const { send, tags, care, asked } = await leaving();
    expect(await send(RISKY, ["b10"])).toMatchObject({ kind: "deleted" });
    expect(tags.get(tag("b10"))).toBe(digest("b10"));
    expect(care.notes).toEqual([{ kind: "put-back", tag: "b10" }]);
    expect(await send(NEXT)).toMatchObject({ kind: "spared" });
    expect(asked).not.toContain("sent");
  });

  test("is not written over where somebody has pushed it again meanwhile", async () => {
    const made = await leaving();
    const { registry, tags, asked, care } = made;
    registry.listTags = () => {
      const listed = [...tags.keys()];
      // Pushed between the list and the look.
      if (asked.includes("sent")) tags.set(tag("b10"), digest("c10"));
      return Promise.resolve(listed);
    };
    await made.send(RISKY, ["b10"]);
    expect([tags.get(tag("b10")), care.notes]).toEqual([digest("c10"), []]);
  });

  test("is not said to be back where its image is gone, or where it was refused or is another's", async () => {
    const gone = await leaving();
    gone.images.delete(digest("b10"));
    await gone.send(RISKY, ["b10"]);
    expect([gone.asked.includes("put back b10"), gone.care.notes]).toEqual([false, []]);
    const refusing = await leaving({ putBack: () => Promise.reject(refusal("forbidden")) });
    expect(await refusing.send(RISKY, ["b10"])).toMatchObject({ kind: "deleted" });
    expect(refusing.care.notes).toEqual([]);
    const another = await leaving({ putBack: () => Promise.resolve() });
    await another.send(RISKY, ["b10"]);
    expect(another.care.notes).toEqual([]);
  });

  test("that can't be put back by a mistake of this program: that mistake is the error", async () => {
    const mistake = new TypeError("no function");
    const { send } = await leaving({ putBack: () => Promise.reject(mistake) });
    await expect(send(RISKY, ["b10"])).rejects.toBe(mistake);
  });
});
