import { describe, expect, test } from "vitest";
import { listTags, pullImage, pushImage } from "../../scripts/images.mjs";
import { type ContainedRegistry, untilUp, useEngine } from "../support/containers.js";
import { applied, runPrune } from "../support/pruning.js";

const { start, engine } = useEngine();

async function fill(registry: ContainedRegistry, count = 4): Promise<{ base: string; name: string }> {
  const repo = { base: registry.url, name: "team/app" };
  for (let number = 1; number <= count; number += 1) {
    await pushImage(repo, [`3.3.0-alpha.${number}`], { seed: `alpha ${number}` });
  }
  return repo;
}

describe("a registry in a container", () => {
  test("is stopped, collected, started again, and whole", async ({ skip }) => {
    if (engine() === undefined) skip("no engine");
    const registry = await start();
    const repo = await fill(registry);
    const before = await registry.docker("inspect", "-f", "{{.State.StartedAt}}", registry.name);
    const pruned = await runPrune({
      image: `${registry.host}/team/app:3.3.0-alpha.4`,
      keep: "2",
      "gc-container": registry.name,
    });
    expect(applied(pruned).deleted).toEqual(["3.3.0-alpha.2", "3.3.0-alpha.1"]);
    console.log(
      JSON.stringify(pruned.result.collection, null, 1),
      pruned.events.filter((e) => e.kind.startsWith("coll")),
    );
    expect(pruned.result.collection).toMatchObject({
      kind: "collected",
      restarted: true,
      harm: [],
      proven: 2,
    });
    await untilUp(registry.url);
    expect(await registry.docker("inspect", "-f", "{{.State.StartedAt}}", registry.name)).not.toBe(before);
    expect(await registry.docker("ps", "-a", "--format", "{{.Names}}")).toBe(registry.name);
    for (const tag of await listTags(repo)) await pullImage(repo, tag);
  });
});
