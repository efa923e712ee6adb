import { describe, expect, test } from "vitest";
import { findGoRegistry } from "../../scripts/go-registries.mjs";
import { listTags, pullImage, pushImage } from "../../scripts/images.mjs";
import { useEngine } from "../support/containers.js";
import { applied, runPrune } from "../support/pruning.js";
import { runReclaim } from "../support/reclaiming.js";

/** What `gc-container` understands of the collections of old registries. */
const { start, engineOr } = useEngine();

describe.each(["2.4.1", "2.5.2", "2.6.2", "2.7.1"] as const)("Distribution %s in a container", (version) => {
  test("is collected after a prune, and what stays is whole", async ({ skip }) => {
    const engine = engineOr(skip);
    const binary = await findGoRegistry(`Distribution ${version}`, console.warn);
    if (binary === undefined) return skip(`Distribution ${version} can't be built here`);
    const image = `registry:${version}`;
    await engine.buildRegistryImage(image, { binary });
    const registry = await start({ image });
    const repo = { base: registry.url, name: "team/app" };
    for (const tag of ["1.0.0", "1.0.1", "1.0.2"]) await pushImage(repo, [tag], { format: "docker" });
    const pruned = await runPrune({
      image: `${registry.host}/team/app`,
      keep: "1",
      "gc-container": registry.name,
    });
    expect([...applied(pruned).deleted].sort()).toEqual(["1.0.0", "1.0.1"]);
    // Of each image: itself, its configuration and its layer.
    expect(pruned.result.collection).toMatchObject({ kind: "collected", blobs: 6, proven: 1, harm: [] });
    for (const tag of await listTags(repo)) await pullImage(repo, tag);
    const { result } = await runReclaim({ registry: registry.host, "gc-container": registry.name });
    expect(result.collection).toMatchObject({ kind: "skipped", why: { kind: "no-garbage" } });
    const empty = await start({ image });
    const nothing = await runReclaim({ registry: empty.host, "gc-container": empty.name });
    expect(nothing.result.collection).toMatchObject({ kind: "skipped", why: { kind: "empty-registry" } });
  }, 300_000);
});
