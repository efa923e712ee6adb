import { expect, onTestFinished, test } from "vitest";
import { findDistribution3 } from "../../scripts/go-tools.mjs";
import { listTags } from "../../scripts/images.mjs";
import { startRegistry } from "../../scripts/registry.mjs";
import { refuseDeleteUntagged } from "../../src/commands/collection/by-command.js";
import { hostAt } from "../support/hosts.js";
import { runPrune } from "../support/pruning.js";
import { startProxy } from "../support/proxy.js";
import { runReclaim } from "../support/reclaiming.js";
import { pushAlphas, startScripted } from "../support/scripted.js";

const REFUSED = "destroys multi-arch images on Distribution 2.x";

test.each([
  "registry garbage-collect --delete-untagged config.yml",
  "registry garbage-collect --delete-untagged=true config.yml",
  "docker exec registry registry garbage-collect -m /etc/docker/registry/config.yml",
])("%s is never run on 2.x: nothing is deleted, and nothing is run", async (script) => {
  const registry = await startScripted();
  await pushAlphas(registry);
  const image = `${registry.host}/team/app`;
  await expect(runPrune({ image, keep: "1", "gc-command": script })).rejects.toThrow(REFUSED);
  expect(await listTags({ base: registry.url, name: "team/app" })).toHaveLength(4);
  const { result } = await runReclaim({ registry: registry.host, "gc-command": script });
  expect(result.collection).toMatchObject({
    kind: "failed",
    error: { message: expect.stringContaining(REFUSED) as string },
  });
});

async function refusalAt(host: string, script: string): Promise<unknown> {
  return refuseDeleteUntagged(script, await hostAt(host)).catch((error: unknown) => error);
}

test("it is the user's own affair on 3.x, and refused where it can't be told what it is", async ({
  skip,
}) => {
  const binary = await findDistribution3(console.warn);
  if (binary === undefined) return skip("Distribution 3 can't be built here");
  const registry = await startRegistry({ binary });
  onTestFinished(() => registry.stop());
  expect(await refusalAt(registry.host, "registry garbage-collect -m c.yml")).toBeUndefined();
  const proxy = await startProxy(registry.url);
  onTestFinished(() => proxy.stop());
  proxy.on({
    when: () => true,
    act: { kind: "answer", status: 200, headers: { "content-type": "application/json" } },
  });
  expect(await refusalAt(proxy.host, "registry garbage-collect -m c.yml")).toMatchObject({
    message: expect.stringContaining(REFUSED) as string,
  });
  expect(await refusalAt(proxy.host, "registry garbage-collect c.yml; rm -m")).toBeUndefined();
});
