import { describe, expect, onTestFinished, test } from "vitest";
import { pushImage } from "../../scripts/images.mjs";
import { collectionWarnings } from "../../src/report/words/collection.js";
import { startProxy } from "../support/proxy.js";
import { applied, runPrune } from "../support/pruning.js";
import { runReclaim } from "../support/reclaiming.js";
import { pullAll, pushAlpha, pushAlphas, type ScriptedRegistry, startScripted } from "../support/scripted.js";

const prune = ({ host }: ScriptedRegistry, script: string, more = {}) =>
  runPrune({ image: `${host}/team/app`, keep: "2", "gc-command": script, ...more });

const reclaim = ({ host }: ScriptedRegistry, script: string, more = {}) =>
  runReclaim({ registry: host, "gc-command": script, ...more });

const failure = (text: string) => ({
  kind: "failed",
  error: { message: expect.stringContaining(text) as string },
});

describe("a gc-command that stops the registry, collects and starts it", () => {
  test("after a prune: what is kept is whole, and what was collected can be pushed again", async () => {
    const registry = await startScripted();
    await pushAlphas(registry);
    const pruned = await prune(registry, registry.script);
    expect(applied(pruned).deleted).toEqual(["3.3.0-alpha.2", "3.3.0-alpha.1"]);
    expect(pruned.result.collection).toMatchObject({
      kind: "collected",
      blobs: 6,
      freed: { by: "blob-sizes" },
      restarted: true,
      proven: 2,
      unproven: [],
      harm: [],
    });
    expect(await pullAll(registry)).toEqual(["3.3.0-alpha.3", "3.3.0-alpha.4"]);
    await pushAlpha(registry, 1);
    expect(await pullAll(registry)).toHaveLength(3);
  });

  test("by itself: every repository is looked at before and after", async () => {
    const registry = await startScripted();
    await pushAlphas(registry);
    await pushImage({ base: registry.url, name: "other/app" }, ["1.0"]);
    await runPrune({ image: `${registry.host}/team/app`, keep: "1" });
    const collected = { kind: "collected", blobs: 9, restarted: true, proven: 2, harm: [] };
    expect((await reclaim(registry, registry.script)).result.collection).toMatchObject(collected);
    expect(await pullAll(registry)).toHaveLength(1);
  });

  test("is not run in a dry run, nor where nothing was deleted", async () => {
    const registry = await startScripted();
    await pushAlphas(registry);
    const dry = await prune(registry, "exit 9", { "dry-run": "true" });
    expect(dry.result.collection).toEqual({ kind: "skipped", why: { kind: "dry-run" } });
    const none = await prune(registry, "exit 9", { keep: "4" });
    expect(none.result.collection).toEqual({ kind: "skipped", why: { kind: "nothing-deleted" } });
    const look = await reclaim(registry, "exit 9", { "dry-run": "true" });
    expect(look.result.collection).toEqual({ kind: "skipped", why: { kind: "dry-run" } });
  });

  test("without a line that is understood: what it did is not known, and what is kept is proven", async () => {
    const registry = await startScripted();
    await pushAlphas(registry);
    const { collection } = (await prune(registry, `${registry.script} >/dev/null`)).result;
    expect(collection).toMatchObject({ kind: "collected", restarted: true, proven: 2, harm: [] });
    expect(collection).not.toHaveProperty("blobs");
    expect(collection).not.toHaveProperty("freed");
    expect(await pullAll(registry)).toHaveLength(2);
  });

  test("and loses what is kept on the way: that is harm", async () => {
    const registry = await startScripted();
    await pushAlphas(registry);
    const blobs = `${registry.storage}/docker/registry/v2/blobs`;
    const pruned = await prune(
      registry,
      registry.script.replace("sleep 1", `sleep 1; rm -r ${blobs}/sha256/*`),
    );
    const { collection } = pruned.result;
    if (collection?.kind !== "collected") throw new Error(`not collected: ${JSON.stringify(collection)}`);
    // In the order in which the registry answered.
    expect(collection.harm.toSorted((a, b) => (a.tag < b.tag ? -1 : 1))).toMatchObject([
      { kind: "part-missing", tag: "3.3.0-alpha.3" },
      { kind: "part-missing", tag: "3.3.0-alpha.4" },
    ]);
  });
});

describe("a collection of another storage", () => {
  test("is a failure where it does not go through what was pruned", async () => {
    const [registry, other] = [await startScripted(), await startScripted()];
    await pushAlphas(registry);
    await pushImage({ base: other.url, name: "somebody/elses" }, ["1.0"]);
    const { collection } = (await prune(registry, other.script)).result;
    expect(collection).toMatchObject(failure("did not go through team/app"));
  });

  test("that is empty is a failure after a prune, and nothing to do for a reclaim", async () => {
    const [registry, empty] = [await startScripted(), await startScripted()];
    await pushAlphas(registry);
    const { collection } = (await prune(registry, empty.script)).result;
    expect(collection).toMatchObject(failure("did not go through team/app"));
    expect(await pullAll(empty)).toEqual([]);
    const { result } = await reclaim(empty, empty.script);
    expect(result.collection).toEqual({ kind: "skipped", why: { kind: "empty-registry" } });
    expect(await pullAll(registry)).toHaveLength(2);
  });
});

describe("a collection without a restart", () => {
  test("is a loud failure where the registry believes to have what is gone", async () => {
    const registry = await startScripted();
    await pushAlphas(registry);
    const { collection } = (await prune(registry, registry.programs.collect)).result;
    expect(collection).toMatchObject(failure("RESTART THE REGISTRY NOW"));
    // Which it is right to say: the next push of it is taken, and lost.
    await pushAlpha(registry, 1);
    await expect(pullAll(registry)).rejects.toThrow();
  });

  test("is as loud where a proxy said 502 meanwhile, which it says of registries that run too", async () => {
    const registry = await startScripted();
    await pushAlphas(registry);
    const proxy = await startProxy(registry.url);
    onTestFinished(() => proxy.stop());
    const isPing = ({ path }: { readonly path: string }): boolean => path === "/v2/";
    const raw = {
      image: `${proxy.host}/team/app`,
      keep: "2",
      "gc-command": `echo now\nsleep 1\n${registry.programs.collect}`,
    };
    const { result } = await runPrune(raw, {
      say: (event) => {
        if (event.kind !== "collection-step" || event.step.kind !== "script-line") return;
        if (event.step.line === "now") {
          proxy.on({ when: isPing, act: { kind: "answer", status: 502 }, times: 2 });
        }
      },
    });
    expect(result.collection).toMatchObject(failure("RESTART THE REGISTRY NOW"));
  });

  test("is warned of where nothing shows it", async () => {
    const registry = await startScripted({ cache: "none" });
    await pushAlphas(registry);
    const { collection } = (await prune(registry, registry.programs.collect)).result;
    expect(collection).toMatchObject({ kind: "collected", blobs: 6, restarted: false, harm: [] });
    if (collection === undefined) throw new Error("there is a collection");
    expect(collectionWarnings(collection)).toEqual([
      expect.stringContaining("it was never seen to be down while gc-command ran"),
    ]);
    await pushAlpha(registry, 1);
    expect(await pullAll(registry)).toHaveLength(3);
  });

  test("is a loud failure in a reclaim too, which asks every repository", async () => {
    const registry = await startScripted();
    await pushAlphas(registry);
    await pushImage({ base: registry.url, name: "other/app" }, ["1.0"]);
    await runPrune({ image: `${registry.host}/team/app`, keep: "1" });
    const { collection } = (await reclaim(registry, registry.programs.collect)).result;
    expect(collection).toMatchObject(failure("RESTART THE REGISTRY NOW"));
  });
});
