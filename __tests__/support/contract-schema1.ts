import { expect, test, type TestContext } from "vitest";
import { getManifest, listTags, pullImage, pushImage, type Repo } from "../../scripts/images.mjs";
import { payloadOf, pushSchema1 } from "../../scripts/schema1.mjs";
import { statusOf } from "../../src/report/run/result.js";
import { applied, type Pruned } from "./pruning.js";
import type { RegistryRow } from "./registry-rows.js";
import { ends, only } from "./restoring.js";
import type { UseStage } from "./row-registry.js";
import { savePlan } from "./saved-plans.js";

type Skipping = Pick<TestContext, "skip">;

/** The tags whose manifest is there. */
export async function resolvedTags(repo: Repo): Promise<readonly string[]> {
  const tags: string[] = [];
  for (const tag of await listTags(repo)) {
    if ((await getManifest(repo, tag)).status === 200) tags.push(tag);
  }
  return tags;
}

/** Expects a prune to have deleted these, and nothing to have gone wrong; a registry that leaves their tags listed has that told. */
export function expectGone(pruned: Pruned, { tagsOfDeleted }: RegistryRow, gone: readonly string[]): void {
  const { deletions, deleted, notes, harm } = applied(pruned);
  expect(
    deletions.flatMap(({ kind, deletion }) => (kind === "deleted" ? deletion.tags : [])).toSorted(),
  ).toEqual(gone);
  const left = tagsOfDeleted === "dangle" ? gone : [];
  expect(deleted.toSorted()).toEqual(left.length > 0 ? [] : gone);
  expect(notes.map(({ kind, tag }) => [kind, tag]).toSorted()).toEqual(left.map((tag) => ["dangling", tag]));
  expect([harm, statusOf(pruned.result)]).toEqual([[], "done"]);
}

/** What a registry does with images of Docker before 1.10, whose signatures may be others at each read. */
export function describeSchema1({
  row,
  stage,
}: {
  readonly row: RegistryRow;
  readonly stage: UseStage;
}): void {
  const { format } = row;

  test("lists schema 1, deletes it by its digest, and keeps the newest beside images of today", async ({
    skip,
  }: Skipping) => {
    const { repo, image, prune } = await stage(skip);
    const old = [await pushSchema1(repo, "1.0.0"), await pushSchema1(repo, "1.0.1")];
    const kept = await pushSchema1(repo, "1.0.2");
    if (format !== "schema1") await pushImage(repo, ["1.0.3"], { format });
    const newest = format === "schema1" ? [] : ["1.0.3"];
    expectGone(await prune({ image, keep: String(1 + newest.length) }), row, ["1.0.0", "1.0.1"]);
    for (const { digest } of old) expect((await getManifest(repo, digest)).status).toBe(404);
    expect(payloadOf((await getManifest(repo, "1.0.2")).body)).toEqual(kept.payload);
    expect(await resolvedTags(repo)).toEqual(["1.0.2", ...newest]);
    for (const tag of ["1.0.2", ...newest]) await pullImage(repo, tag);
  });

  test("puts schema 1 back, compared without its signatures", async ({ skip }: Skipping) => {
    const { repo, image, prune, restore } = await stage(skip);
    const old = await pushSchema1(repo, "1.0.0");
    await pushSchema1(repo, "1.0.1");
    const { result } = await prune({ image, keep: "1" });
    expect(await resolvedTags(repo)).toEqual(["1.0.1"]);
    const { result: back } = await restore(result.journal ?? "");
    expect(ends(only(back))).toEqual({ "1.0.0": "restored" });
    expect(payloadOf((await getManifest(repo, "1.0.0")).body)).toEqual(old.payload);
    for (const tag of await resolvedTags(repo)) await pullImage(repo, tag);
    expect(await resolvedTags(repo)).toEqual(["1.0.0", "1.0.1"]);
  });

  test("carries out a saved plan of schema 1", async ({ skip }: Skipping) => {
    const { repo, image, prune, apply } = await stage(skip);
    await pushSchema1(repo, "1.0.0");
    await pushSchema1(repo, "1.0.1");
    const plan = await savePlan({ image, keep: "1" }, prune);
    await pushSchema1(repo, "1.0.2");
    expectGone(await apply({ plan }), row, ["1.0.0"]);
    expect(await resolvedTags(repo)).toEqual(["1.0.1", "1.0.2"]);
  });
}
