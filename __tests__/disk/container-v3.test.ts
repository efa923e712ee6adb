import { beforeAll, expect, test } from "vitest";
import { findDistribution3 } from "../../scripts/go-tools.mjs";
import { listTags, pullImage, pushImage, pushIndex } from "../../scripts/images.mjs";
import { useEngine } from "../support/containers.js";
import { applied, runPrune } from "../support/pruning.js";
import { runReclaim } from "../support/reclaiming.js";

const { start, engineOr } = useEngine();
let binary: string | undefined;

// The first run builds it.
beforeAll(async () => {
  binary = await findDistribution3(console.warn);
}, 600_000);

test("Distribution 3 in a container, its configuration where 3.x has it, is collected, and multi-arch images stay whole", async ({
  skip,
}) => {
  const engine = engineOr(skip);
  if (binary === undefined) return skip("Distribution 3 can't be built here");
  await engine.buildRegistryImage("registry:3", { binary });
  const registry = await start({ image: "registry:3", configPath: "/etc/distribution/config.yml" });
  const repo = { base: registry.url, name: "team/app" };
  for (const number of [1, 2, 3]) {
    const platforms = await Promise.all(
      ["amd64", "arm64"].map((architecture) =>
        pushImage(repo, [], { seed: `${number} ${architecture}`, platform: { architecture, os: "linux" } }),
      ),
    );
    await pushIndex(repo, [`1.0.${number}`], platforms);
  }
  const pruned = await runPrune({
    image: `${registry.host}/team/app`,
    keep: "1",
    "gc-container": registry.name,
  });
  expect(applied(pruned).deleted).toEqual(["1.0.2", "1.0.1"]);
  // Of each index: itself, two images, and of each its configuration and layer.
  expect(pruned.result.collection).toMatchObject({ kind: "collected", blobs: 14, proven: 1, harm: [] });
  for (const tag of await listTags(repo)) await pullImage(repo, tag);
  const { result } = await runReclaim({ registry: registry.host, "gc-container": registry.name });
  expect(result.collection).toMatchObject({ kind: "skipped", why: { kind: "no-garbage" } });
  const empty = await start({ image: "registry:3", configPath: "/etc/distribution/config.yml" });
  const nothing = await runReclaim({ registry: empty.host, "gc-container": empty.name });
  expect(nothing.result.collection).toMatchObject({ kind: "skipped", why: { kind: "empty-registry" } });
});
