import { describe, expect, test } from "vitest";
import { getManifest, listTags, pullImage, pushImage, putManifest } from "../../scripts/images.mjs";
import { statusOf } from "../../src/report/run/result.js";
import { useDistribution } from "../support/distributions.js";
import { temporaryFile } from "../support/policies.js";
import { isDelete, type Pushed, type Stage } from "../support/proxied.js";
import { applied, type Pruned, runApply, runPrune } from "../support/pruning.js";
import { ends, only, runRestore } from "../support/restoring.js";
import { savePlan } from "../support/saved-plans.js";

/**
 * A run of `untag: overwrite` that ends between writing its empty index over a tag and deleting it leaves that index. It is nobody's image: the next run deletes it,
 * whatever the policy says, and `restore` takes the tag for one that is not there.
 */
const RC = "1.0.0-rc.1";
const INDEX = "application/vnd.oci.image.index.v1+json";
const OVERWRITE = { keep: "1", untag: "overwrite" } as const;

interface CutOff extends Stage {
  /** The image that the tag shared. */
  readonly image1: Pushed;
  /** The journal of the run that was cut off. */
  readonly journal: string;
  readonly first: Pruned;
}

describe("on Distribution 2.8", () => {
  const stage = useDistribution("2.8");

  /** A released candidate, and a run that wrote over its tag and could not delete what it wrote. */
  async function cutOff(made: Stage): Promise<CutOff> {
    const image1 = await pushImage(made.repo, [RC, "1.0.0"]);
    await pushImage(made.repo, ["1.1.0-rc.1"]);
    const journal = await temporaryFile("journal.ndjson", "");
    const fails = { kind: "answer", status: 500 } as const;
    made.proxy.on({
      when: (request) => isDelete(request) && request.path.includes("/manifests/sha256:"),
      act: fails,
    });
    const first = await runPrune({ image: made.image, ...OVERWRITE, journal });
    made.proxy.clear();
    expect(await listTags(made.repo)).toContain(RC);
    return { ...made, image1, journal, first };
  }

  test("the run that is cut off says what it left, and does not call it an image", async ({ skip }) => {
    const { first } = await cutOff(await stage(skip));
    expect(applied(first).notes).toEqual([{ kind: "half-untagged", tag: RC }]);
    expect(applied(first)).toMatchObject({ deleted: [], harm: [] });
    expect(statusOf(first.result)).toBe("partly-failed");
  });

  test.for<[string, (made: CutOff) => Record<string, string>]>([
    ["the same policy", () => OVERWRITE],
    ["an order of dates, of which it has none", () => ({ sort: "created", keep: "10" })],
    ["an age, which it does not have", () => ({ keep: "1", "keep-younger-than": "90d" })],
    ["places enough", () => ({ keep: "100" })],
    ["untag: never", () => ({ keep: "1", untag: "never" })],
    ["an exclude that matches the tag", () => ({ keep: "1", exclude: "*-rc.1" })],
    ["a pattern that leaves it out", () => ({ keep: "1", include: "2.*" })],
    ["an image in use under that name", ({ image }) => ({ keep: "1", protect: `${image}:${RC}` })],
    ["a push of that name", ({ image }) => ({ keep: "1", image: `${image}:${RC}` })],
    ["an exclude that names it but for a v", () => ({ keep: "1", exclude: `v${RC}` })],
  ])("the next run finishes it under %s, and the image is whole", async ([, settings], { skip }) => {
    const made = await cutOff(await stage(skip));
    const { digest } = await getManifest(made.repo, RC);
    const pruned = await runPrune({ image: made.image, ...settings(made) });
    expect(applied(pruned).plan.verdicts).toContainEqual({
      kind: "delete",
      tag: RC,
      digest,
      reason: { kind: "half-untagged" },
    });
    expect(applied(pruned)).toMatchObject({ deleted: [RC], harm: [], notes: [] });
    expect(statusOf(pruned.result)).toBe("done");
    expect(await listTags(made.repo)).toEqual(["1.0.0", "1.1.0-rc.1"]);
    expect((await getManifest(made.repo, digest ?? "")).status).toBe(404);
    await pullImage(made.repo, "1.0.0");
  });

  test("it takes no place: as many images stay as without it", async ({ skip }) => {
    const made = await cutOff(await stage(skip));
    await pushImage(made.repo, ["0.9.0", "0.9.0-rc.1"]);
    const pruned = await runPrune({ image: made.image, keep: "2", "group-by": "none", untag: "overwrite" });
    expect(applied(pruned).deleted).toEqual(expect.arrayContaining([RC]));
    expect(await listTags(made.repo)).toEqual(["1.0.0", "1.1.0-rc.1"]);
  });

  test("it goes where nothing else has a tag any more, for it is no image", async ({ skip }) => {
    const made = await cutOff(await stage(skip));
    for (const tag of ["1.0.0", "1.1.0-rc.1"]) {
      const { digest } = await getManifest(made.repo, tag);
      await fetch(`${made.repo.base}/v2/${made.repo.name}/manifests/${digest}`, { method: "DELETE" });
    }
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(applied(pruned).deleted).toEqual([RC]);
    expect(await listTags(made.repo)).toEqual([]);
  });

  test("restore takes the tag for one that is not there, and puts it back on its image", async ({ skip }) => {
    const made = await cutOff(await stage(skip));
    const dry = await runRestore(made.journal, { dryRun: true });
    expect(ends(only(dry.result))).toEqual({ [RC]: "would-restore" });
    const { result } = await runRestore(made.journal);
    expect(ends(only(result))).toEqual({ [RC]: "restored" });
    expect((await getManifest(made.repo, RC)).digest).toBe(made.image1.digest);
    await pullImage(made.repo, RC);
  });

  test("restore puts the tag back on its image after a later run has finished it in the same journal", async ({
    skip,
  }) => {
    const made = await cutOff(await stage(skip));
    await runPrune({ image: made.image, ...OVERWRITE, journal: made.journal });
    expect(await listTags(made.repo)).toEqual(["1.0.0", "1.1.0-rc.1"]);
    const { result } = await runRestore(made.journal);
    expect(only(result)).toMatchObject({ tags: [{ tag: RC, kind: "restored" }], digests: [] });
    expect((await getManifest(made.repo, RC)).digest).toBe(made.image1.digest);
  });

  test("a journal that has only the empty index has nothing to put back", async ({ skip }) => {
    const made = await cutOff(await stage(skip));
    const journal = await temporaryFile("second.ndjson", "");
    await runPrune({ image: made.image, ...OVERWRITE, journal });
    expect(only((await runRestore(journal)).result)).toMatchObject({ tags: [], digests: [] });
    await expect(runRestore(journal, { wanted: [RC] })).rejects.toThrow("nothing to put back");
    expect(await listTags(made.repo)).toEqual(["1.0.0", "1.1.0-rc.1"]);
  });

  test("a saved plan that is carried out once more finishes it, and no more than that", async ({ skip }) => {
    const made = await stage(skip);
    const image1 = await pushImage(made.repo, [RC, "1.0.0"]);
    await pushImage(made.repo, ["1.1.0-rc.1"]);
    const plan = await savePlan({ image: made.image, ...OVERWRITE });
    const isMark = (request: Parameters<typeof isDelete>[0]): boolean =>
      isDelete(request) && request.path.includes("/manifests/sha256:");
    made.proxy.on({ when: isMark, times: 1, act: { kind: "answer", status: 500 } });
    const untag = { untag: "overwrite" };
    expect(applied(await runApply({ plan, ...untag })).notes).toEqual([{ kind: "half-untagged", tag: RC }]);
    const again = await runApply({ plan, ...untag });
    expect(applied(again)).toMatchObject({ deleted: [RC], harm: [] });
    expect(await listTags(made.repo)).toEqual(["1.0.0", "1.1.0-rc.1"]);
    expect((await getManifest(made.repo, "1.0.0")).digest).toBe(image1.digest);
  });

  test.for<[string, (child: Pushed) => object]>([
    ["an empty index of somebody else", () => ({ annotations: { "org.example": "1" } })],
    ["one without an annotation", () => ({})],
    [
      "one with another annotation beside ours",
      () => ({ annotations: { "prune-image-tags.untag": "1", title: "x" } }),
    ],
    [
      "one with our annotation and a child",
      ({ mediaType, digest, size }) => ({
        manifests: [{ mediaType, digest, size }],
        annotations: { "prune-image-tags.untag": "1" },
      }),
    ],
    [
      "one with our annotation and a subject",
      ({ mediaType, digest, size }) => ({
        subject: { mediaType, digest, size },
        annotations: { "prune-image-tags.untag": "1" },
      }),
    ],
  ])("%s is an image like any other, and stays", async ([, content], { skip }) => {
    const made = await stage(skip);
    const child = await pushImage(made.repo, ["1.0.0"]);
    const body = { schemaVersion: 2, mediaType: INDEX, manifests: [], ...content(child) };
    await putManifest(made.repo, "1.1.0", INDEX, Buffer.from(JSON.stringify(body)));
    const pruned = await runPrune({ image: made.image, keep: "10" });
    expect(applied(pruned).deletions).toEqual([]);
    expect(await listTags(made.repo)).toEqual(["1.0.0", "1.1.0"]);
  });
});
