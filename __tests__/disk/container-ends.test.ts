import { describe, expect, test } from "vitest";
import { listTags, pullImage, pushImage } from "../../scripts/images.mjs";
import { closeAfter, closeAt, throwingAt } from "../support/closing.js";
import {
  type ContainedRegistry,
  type Filled,
  untilUp,
  useEngine,
  withThreeImages,
} from "../support/containers.js";
import { runCli } from "../support/doors.js";
import { runPrune } from "../support/pruning.js";
import { runReclaim } from "../support/reclaiming.js";
import { runOnClosingTerminal } from "../support/terminal.js";

const { start, engineOr } = useEngine();

/** A registry with three images. */
async function filled(): Promise<Filled> {
  return withThreeImages(await start());
}

const pruneArgs = ({ host, name }: ContainedRegistry): readonly string[] => [
  "prune",
  `${host}/team/app`,
  "--keep=1",
  "--yes",
  "--gc-container",
  name,
];

const reclaimArgs = ({ host, name }: ContainedRegistry): readonly string[] => [
  "reclaim",
  host,
  "--yes",
  "--gc-container",
  name,
];

const environment = ({ engine }: ContainedRegistry) => ({
  PATH: process.env["PATH"] ?? "",
  DOCKER_HOST: engine.dockerHost,
});

/** Expects that the registry serves what it has, that nothing of a collection is left, and how many blobs are garbage. */
async function expectUp(registry: Filled, { garbage }: { readonly garbage: number }): Promise<void> {
  await untilUp(registry.url);
  const containers = ["ps", "-a", "--filter", `name=${registry.name}`, "--format", "{{.Names}} {{.State}}"];
  expect(await registry.docker(...containers)).toBe(`${registry.name} running`);
  expect(await listTags(registry.repo)).toEqual(["1.0.3"]);
  await pullImage(registry.repo, "1.0.3");
  const raw = { registry: registry.host, "gc-container": registry.name, "dry-run": "true" };
  const { events } = await runReclaim(raw);
  expect(events).toContainEqual({
    kind: "collection-step",
    step: { kind: "looked", blobs: garbage, bytes: expect.any(Number) as number },
  });
}

describe("the registry is up again, and its garbage collected", () => {
  // Before the first line; when it is about to be stopped; when it is down.
  test.each([0, 10, 12])("where the reader of a prune goes away after %i lines", async (lines) => {
    if (engineOr(() => undefined) === undefined) return;
    const registry = await filled();
    const ended = await runCli(pruneArgs(registry), {
      env: environment(registry),
      started: closeAfter(lines),
    });
    expect(ended.code).toBe(0);
    expect(ended.stderr).not.toMatch(/\n\s+at |Error:/);
    await expectUp(registry, { garbage: 0 });
  });

  test("where the terminal closes while it is stopped, and nobody hears of that", async ({ skip }) => {
    engineOr(skip);
    const registry = await filled();
    const closing = { closeAt: `stopping ${registry.name}`, onHangup: "ignore" } as const;
    expect(await runOnClosingTerminal(pruneArgs(registry), closing)).toBe(0);
    await expectUp(registry, { garbage: 0 });
  });

  // While it looks, before it stops the registry, while that is stopped, and after it was started.
  const PHASES = ["collecting the garbage", "of garbage (", "it is down", "the registry answers"];

  test.each<readonly [string, (registry: Filled, text: string) => Promise<number | null>]>([
    [
      "where the reader of a reclaim goes away, in each of its phases",
      async (registry, text) =>
        (await runCli(reclaimArgs(registry), { env: environment(registry), started: closeAt(text) })).code,
    ],
    [
      "where the terminal of a reclaim closes, in each of its phases",
      (registry, text) => runOnClosingTerminal(reclaimArgs(registry), { closeAt: text, onHangup: "ignore" }),
    ],
  ])("%s", { timeout: 180_000 }, async (_, run) => {
    if (engineOr(() => undefined) === undefined) return;
    const registry = await filled();
    await runPrune({ image: `${registry.host}/team/app`, keep: "1" });
    for (const [index, text] of PHASES.entries()) {
      const { digest } = await pushImage(registry.repo, ["2.0.0"], { seed: `garbage ${index}` });
      await fetch(`${registry.url}/v2/team/app/manifests/${digest}`, { method: "DELETE" });
      expect([text, await run(registry, text)]).toEqual([text, 0]);
      await expectUp(registry, { garbage: 0 });
    }
  });

  test("where every listener throws", async ({ skip }) => {
    engineOr(skip);
    const registry = await filled();
    const fail = (): never => {
      throw new Error("boom");
    };
    const raw = { image: `${registry.host}/team/app`, keep: "1", "gc-container": registry.name };
    const { result } = await runPrune(raw, { say: fail, willStop: fail, onBrokenListener: fail });
    expect(result.collection).toMatchObject({ kind: "collected", blobs: 6, harm: [] });
    await expectUp(registry, { garbage: 0 });
  });
});

describe("the registry is up again, and nothing of the collection is left", () => {
  test("where the terminal closes while it is stopped, and SIGHUP says so", async ({ skip }) => {
    engineOr(skip);
    const registry = await filled();
    const closing = { closeAt: `stopping ${registry.name}`, onHangup: "hear" } as const;
    expect(await runOnClosingTerminal(pruneArgs(registry), closing)).toBe(1);
    await expectUp(registry, { garbage: 6 });
  });

  test.each(["stopping registry", "it is down"])(
    "where something is thrown that nobody catches, at '%s'",
    async (text) => {
      if (engineOr(() => undefined) === undefined) return;
      const registry = await filled();
      const ended = await runCli(pruneArgs(registry), {
        env: { ...environment(registry), ...throwingAt(text) },
      });
      expect(ended.code).toBe(1);
      expect(ended.stderr).toContain("Unexpected error, please report it: Error: boom");
      expect(ended.stderr).toContain("told to stop before the garbage was collected");
      await expectUp(registry, { garbage: 6 });
    },
  );
});
