import { expect, test } from "vitest";
import { pushImage, pushIndex } from "../../scripts/images.mjs";
import { type OnGitHub, useStage } from "../support/github-pruning.js";
import { hoursAgo } from "../support/policies.js";
import type { Pushed } from "../support/proxied.js";
import { applied } from "../support/pruning.js";

/** The version's date, which GitHub tells, for images that have none of their own. */
const stage = useStage();

const EPOCH = "1970-01-01T00:00:00Z";

/** Pushes an image with this date in its configuration, as GitHub would have got it so many hours ago. */
async function push(
  made: OnGitHub,
  tags: readonly string[],
  { created, hours }: { readonly created: Date | string | null; readonly hours: number },
): Promise<Pushed> {
  const image = await pushImage(made.pack.repo, [...tags], { created });
  made.pack.aged(image.digest, { created: hoursAgo(hours), updated: hoursAgo(0) });
  return image;
}

test("gives them their places by sort: created, among those that have a date of their own", async () => {
  const made = await stage();
  await push(made, ["none"], { created: null, hours: 30 });
  await push(made, ["epoch"], { created: EPOCH, hours: 10 });
  await push(made, ["own"], { created: hoursAgo(20), hours: 1 });
  await push(made, ["newest"], { created: null, hours: 5 });
  const { plan, deleted } = applied(await made.prune({ keep: "2", sort: "created" }));
  expect(plan.notices).toEqual([]);
  expect(deleted).toEqual(["own", "none"]);
  expect(made.left()).toEqual(["epoch", "newest"]);
});

test("says if they are young", async () => {
  const made = await stage();
  await push(made, ["1.0.0"], { created: null, hours: 72 });
  await push(made, ["1.1.0"], { created: EPOCH, hours: 30 });
  await push(made, ["1.2.0"], { created: EPOCH, hours: 72 });
  await push(made, ["2.0.0"], { created: EPOCH, hours: 1 });
  const { plan, deleted } = applied(await made.prune({ keep: "1", "keep-younger-than": "2d" }));
  expect([plan.notices, deleted]).toEqual([[], ["1.2.0", "1.0.0"]]);
  expect(made.left()).toEqual(["1.1.0", "2.0.0"]);
});

test("tells apart what ties by name", async () => {
  const made = await stage();
  await push(made, ["1.5.0-9f3c2e1"], { created: EPOCH, hours: 1 });
  await push(made, ["1.5.0-1f3a9c0"], { created: EPOCH, hours: 3 });
  await push(made, ["1.5.0-0a1b2c3"], { created: null, hours: 2 });
  const { plan, deleted } = applied(await made.prune({ keep: "2" }));
  expect([plan.notices, deleted]).toEqual([[], ["1.5.0-1f3a9c0"]]);
});

test("is an index's own where none of its parts has one", async () => {
  const made = await stage();
  const parts = [await push(made, [], { created: EPOCH, hours: 1 })];
  const old = await pushIndex(made.pack.repo, ["old"], parts);
  made.pack.aged(old.digest, { created: hoursAgo(50) });
  await push(made, ["new"], { created: null, hours: 40 });
  const { deleted } = applied(await made.prune({ keep: "1", sort: "created" }));
  expect(deleted).toEqual(["old"]);
});
