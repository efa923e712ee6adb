import { expect, test } from "vitest";
import { pushImage } from "../../scripts/images.mjs";
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
