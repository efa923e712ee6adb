import { describe, expect, test } from "vitest";
import type { Digest, Tag } from "../../src/core/names/reference.js";
import type { DeletionOutcome } from "../../src/core/plan/outcome.js";
import { LateTags } from "../../src/run/sending/late-tags.js";
import { digest, tag } from "../support/snapshots.js";

/** The tags that a registry shows after it said that it deleted them. */
const TAG = tag("1.0.0");
const IMAGE = digest("image");
const OTHER = digest("other");

const deleted = (digest: Digest): DeletionOutcome => ({
  kind: "deleted",
  deletion: { kind: "manifest", digest, tags: [TAG], parents: [], after: [], orphanOf: [] },
});

interface Done {
  readonly outcomes?: readonly DeletionOutcome[];
  readonly untagged?: readonly Tag[];
  readonly unanswered?: readonly Tag[];
  readonly tried?: boolean;
  readonly stop?: AbortSignal;
}

/** Returns the number of looks at a tag that is shown at an image in the first so many of them. */
async function looksAt(shown: number, at: Digest, done: Done): Promise<number> {
  const { outcomes = [], untagged = [], unanswered = [], tried = true, stop } = done;
  const late = new LateTags(
    { snapshot: { tags: [{ tag: TAG, digest: IMAGE }] }, stop },
    {
      progress: {
        outcomes: new Map(outcomes.map((outcome) => [outcome.deletion, outcome])),
        untagged: new Set(untagged),
        unanswered: new Set(unanswered),
      },
      isTried: () => tried,
    },
  );
  let looks = 0;
  await late.lookPast(() => {
    looks += 1;
    return Promise.resolve({ tags: new Map(looks <= shown ? [[TAG, at]] : []) });
  });
  return looks;
}

describe("a tag is looked at again until it is gone", () => {
  test.each<[string, Done]>([
    ["where its image was deleted with it", { outcomes: [deleted(IMAGE)] }],
    ["where it was deleted by itself", { untagged: [TAG] }],
  ])("%s", async (_, done) => {
    expect(await looksAt(1, IMAGE, done)).toBe(2);
    expect(await looksAt(2, IMAGE, done)).toBe(3);
    expect(await looksAt(0, IMAGE, done)).toBe(1);
  });
});

describe("a tag is looked at once", () => {
  test.each<[string, Digest, Done]>([
    ["where it is at another image", OTHER, { outcomes: [deleted(IMAGE)] }],
    ["where it was deleted by itself, and is at another image", OTHER, { untagged: [TAG] }],
    ["where no answer says that it was deleted", IMAGE, { untagged: [TAG], unanswered: [TAG] }],
    ["where its deletion has failed", IMAGE, {}],
    ["where it is still to go", IMAGE, { outcomes: [deleted(IMAGE)], tried: false }],
    ["where the run is to end", IMAGE, { outcomes: [deleted(IMAGE)], stop: AbortSignal.abort() }],
  ])("%s", async (_, at, done) => {
    expect(await looksAt(1, at, done)).toBe(1);
  });
});
