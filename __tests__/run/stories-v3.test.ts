import { expect, test } from "vitest";
import { getManifest, listTags, pullImage, pushImage, pushIndex } from "../../scripts/images.mjs";
import { statusOf } from "../../src/report/result.js";
import { attach, attachByFallback, attachmentTag } from "../support/attachments.js";
import { useDistribution } from "../support/distributions.js";
import { pulledTags, type Pushed, type Stage } from "../support/proxied.js";
import { applied, runPrune } from "../support/pruning.js";

/** The stories whose end hangs on how a registry deletes, on Distribution 3.1.1. */
const stage = useDistribution("3.1.1");

async function statusesOf({ repo }: Stage, manifests: readonly Pushed[]): Promise<readonly number[]> {
  return Promise.all(manifests.map(async ({ digest }) => (await getManifest(repo, digest)).status));
}

test("the newest of each channel stay whole, latest and its alias too, and the rest is gone", async ({
  skip,
}) => {
  const made = await stage(skip);
  const { repo } = made;
  const old = await pushImage(repo, ["3.3.0-alpha.1"]);
  for (const tag of ["3.3.0-alpha.2", "3.3.0-alpha.10", "3.3.0-alpha.9", "3.1.0"]) {
    await pushImage(repo, [tag]);
  }
  await pushImage(repo, ["3.2.0", "latest"]);
  const pruned = await runPrune({ image: `${made.image}:3.3.0-alpha.10`, keep: "2" });
  expect(applied(pruned).deleted).toEqual(["3.3.0-alpha.2", "3.3.0-alpha.1"]);
  expect(statusOf(pruned.result)).toBe("done");
  expect(await pulledTags(made.repo)).toEqual([
    "3.1.0",
    "3.2.0",
    "3.3.0-alpha.10",
    "3.3.0-alpha.9",
    "latest",
  ]);
  expect(await statusesOf(made, [old])).toEqual([404]);
});

test("all aliases of an image go with it, and count once", async ({ skip }) => {
  const made = await stage(skip);
  const old = await pushImage(made.repo, ["1.0.0", "v1.0.0", "1.0.0_7"]);
  await pushImage(made.repo, ["1.1.0", "v1.1.0"]);
  await pushImage(made.repo, ["1.2.0", "v1.2.0"]);
  const pruned = await runPrune({ image: made.image, keep: "2", concurrency: "1" });
  expect([...applied(pruned).deleted].sort()).toEqual(["1.0.0", "1.0.0_7", "v1.0.0"]);
  // One request for all three, by the digest: this registry deletes tags by their names too.
  expect(made.sent("DELETE").slice(1)).toEqual([`manifests/${old.digest}`]);
  expect(await pulledTags(made.repo)).toEqual(["1.1.0", "1.2.0", "v1.1.0", "v1.2.0"]);
  expect(await statusesOf(made, [old])).toEqual([404]);
});

test.for(["oci", "docker"] as const)(
  "a multi-arch image (%s) goes with its children, but for one that another shares",
  async (format, { skip }) => {
    const made = await stage(skip);
    const { repo } = made;
    const shared = await pushImage(repo, [], { format });
    const own = await pushImage(repo, [], { format });
    const fresh = await pushImage(repo, [], { format });
    const old = await pushIndex(repo, ["1.0.0"], [shared, own], { format });
    await pushIndex(repo, ["1.1.0"], [shared, fresh], { format });
    await runPrune({ image: made.image, keep: "1" });
    expect(await pulledTags(made.repo)).toEqual(["1.1.0"]);
    expect(await statusesOf(made, [old, own, shared])).toEqual([404, 404, 200]);
  },
);

test("a nested index goes whole, and one within a kept index stays whole", async ({ skip }) => {
  const made = await stage(skip);
  const { repo } = made;
  const [first, second] = [await pushImage(repo, []), await pushImage(repo, [])];
  const goes = await pushIndex(repo, [], [first]);
  const outer = await pushIndex(repo, ["1.0.0"], [goes]);
  const stays = await pushIndex(repo, ["0.9.0"], [second]);
  await pushIndex(repo, ["1.1.0"], [stays]);
  await runPrune({ image: made.image, keep: "1" });
  expect(await pulledTags(made.repo)).toEqual(["0.9.0", "1.1.0"]);
  expect(await statusesOf(made, [outer, goes, first])).toEqual([404, 404, 404]);
});

test.for([
  ["cosign's tags", attach],
  ["the fallback tag", attachByFallback],
] as const)(
  "what is attached by %s goes with its image, and stays with it",
  async ([, attachTo], { skip }) => {
    const made = await stage(skip);
    const { repo } = made;
    const doomed = await attachTo(repo, await pushImage(repo, ["1.0.0"]));
    const kept = await attachTo(repo, await pushImage(repo, ["1.1.0"]));
    const pruned = await runPrune({ image: made.image, keep: "1" });
    expect(statusOf(pruned.result)).toBe("done");
    expect(await pulledTags(made.repo)).toEqual(["1.1.0", ...kept.tags].sort());
    for (const { digest } of kept.attachments) await pullImage(repo, digest);
    const gone = [doomed.image, ...doomed.attachments];
    expect(await statusesOf(made, gone)).toEqual(gone.map(() => 404));
  },
);

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

test("the subject of a kept referrer stays", async ({ skip }) => {
  const made = await stage(skip);
  const { mediaType, digest, size } = await pushImage(made.repo, ["1.0.0"]);
  await pushImage(made.repo, ["sbom"], { subject: { mediaType, digest, size } });
  for (const tag of ["1.1.0", "1.2.0"]) await pushImage(made.repo, [tag]);
  await runPrune({ image: made.image, keep: "1" });
  expect(await pulledTags(made.repo)).toEqual(["1.0.0", "1.2.0", "sbom"]);
});

test("keep 0 with allow-empty leaves an empty repository", async ({ skip }) => {
  const made = await stage(skip);
  for (const tag of ["1.0.0", "1.1.0"]) await pushImage(made.repo, [tag]);
  await runPrune({ image: made.image, keep: "0", "allow-empty": "true" });
  expect(await listTags(made.repo)).toEqual([]);
});
