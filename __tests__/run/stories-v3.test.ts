import { expect, test } from "vitest";
import { pushImage } from "../../scripts/images.mjs";
import { renderJson } from "../../src/report/run/outputs.js";
import { summaryLine } from "../../src/report/run/result.js";
import { renderSummary } from "../../src/report/run/summary.js";
import { attachmentTag } from "../support/attachments.js";
import { useDistribution } from "../support/distributions.js";
import { pulledTags } from "../support/proxied.js";
import { applied, runPrune } from "../support/pruning.js";

/** The stories whose end hangs on deleting a tag alone, on Distribution 3.1.1. */
const stage = useDistribution("3.1.1");

test("a release candidate that was released as it was loses its tag, and its image stays", async ({
  skip,
}) => {
  const made = await stage(skip);
  const { digest } = await pushImage(made.repo, ["1.0.0-rc.1", "1.0.0"]);
  await pushImage(made.repo, ["1.1.0-rc.1"]);
  const pruned = await runPrune({ image: made.image, keep: "1" });
  expect(applied(pruned).deletions).toMatchObject([
    { kind: "deleted", deletion: { kind: "tag", tags: ["1.0.0-rc.1"], digest } },
  ]);
  expect(await pulledTags(made.repo)).toEqual(["1.0.0", "1.1.0-rc.1"]);
});

test("a version that stays under a float loses its name alone, and the run says so and tells tags from images", async ({
  skip,
}) => {
  const made = await stage(skip);
  const { repo } = made;
  await pushImage(repo, ["1.0.0", "v1.0.0", "lts"]);
  await pushImage(repo, ["1.1.0"]);
  await pushImage(repo, ["1.2.0", "latest"]);
  const { result } = await runPrune({ image: made.image, keep: "1" });
  expect(await pulledTags(repo)).toEqual(["1.2.0", "latest", "lts"]);
  expect(summaryLine(result)).toContain("Deleted 3 tags (1 image stays), kept 3 in 1 repository");
  const summary = renderSummary(result);
  for (const text of [
    "3 tags deleted (1 manifest) (1 image stays), 3 kept",
    "2 tags go without their images, and 1 image stays, such as that of v1.0.0 under lts: that frees no space. untag: never keeps such tags.",
    "| <code>1.0.0</code> | number 3 of 3 in release, beyond the newest 1; the image stays under lts |",
  ]) {
    expect(summary).toContain(text);
  }
  const json = JSON.parse(renderJson(result, { plan: "", planSha256: "" })) as unknown;
  expect(json).toMatchObject({
    "deleted-count": 3,
    "staying-images-count": 1,
    verdicts: expect.arrayContaining([
      expect.objectContaining({ tag: "1.0.0", verdict: "untag", with: "lts" }),
      expect.objectContaining({ tag: "1.1.0", verdict: "delete", with: null }),
    ]) as unknown,
  });
});

test("of an attachment that two images have the very same of, the tag of the image that goes is taken after it", async ({
  skip,
}) => {
  const made = await stage(skip);
  const { repo } = made;
  const [old, fresh] = [await pushImage(repo, ["1.0.0"]), await pushImage(repo, ["1.1.0"])];
  const [ofOld, ofFresh] = [attachmentTag(old, ".sbom"), attachmentTag(fresh, ".sbom")];
  await pushImage(repo, [ofOld, ofFresh]);
  await runPrune({ image: made.image, keep: "1" });
  expect(made.sent("DELETE").slice(-2)).toEqual([`manifests/${old.digest}`, `manifests/${ofOld}`]);
  expect(await pulledTags(made.repo)).toEqual(["1.1.0", ofFresh]);
});

test("and is left where the image could not be deleted", async ({ skip }) => {
  const made = await stage(skip);
  const { repo } = made;
  const [old, fresh] = [await pushImage(repo, ["1.0.0"]), await pushImage(repo, ["1.1.0"])];
  const [ofOld, ofFresh] = [attachmentTag(old, ".sbom"), attachmentTag(fresh, ".sbom")];
  await pushImage(repo, [ofOld, ofFresh]);
  made.proxy.on({
    when: ({ method, path }) => method === "DELETE" && path.endsWith(old.digest),
    act: { kind: "answer", status: 500, body: '{"errors":[{"code":"UNKNOWN","message":"disk"}]}' },
  });
  const pruned = await runPrune({ image: made.image, keep: "1" });
  expect(applied(pruned).deletions).toMatchObject([
    { kind: "failed" },
    { kind: "spared", reason: { kind: "parent-stays", parent: old.digest } },
  ]);
  expect(await pulledTags(made.repo)).toEqual(["1.0.0", "1.1.0", ofOld, ofFresh].sort());
});
