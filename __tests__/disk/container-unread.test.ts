import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { describe, expect, onTestFinished, test } from "vitest";
import { listTags } from "../../scripts/images.mjs";
import {
  type ContainedRegistry,
  type Filled,
  untilUp,
  useEngine,
  withThreeImages,
} from "../support/containers.js";
import { openFullPipe, runUnread } from "../support/full-pipe.js";
import { runPrune } from "../support/pruning.js";
import { runOnStoppedTerminal } from "../support/terminal.js";

const { start, engineOr } = useEngine();

/** A registry with an image to stay, one that a prune deletes, and the garbage of a third. */
async function filled(): Promise<Filled> {
  const registry = await withThreeImages(await start());
  await runPrune({ image: `${registry.host}/team/app`, keep: "2" });
  return registry;
}

/** Resolves when the engine starts the registry's container: the next event with that very name, which other names may begin with. */
function startOf({ engine, name }: ContainedRegistry): Promise<void> {
  const format = ["--filter", "event=start", "--format", "{{.Actor.Attributes.name}}"];
  const events = spawn(engine.docker, ["events", ...format], { env: { ...process.env, ...engine.env } });
  onTestFinished(() => {
    events.kill();
  });
  return new Promise((resolve) => {
    createInterface({ input: events.stdout }).on("line", (line) => {
      if (line === name) resolve();
    });
  });
}

const linesOf = {
  prune: ({ host, name }: Filled) => [
    "prune",
    `${host}/team/app`,
    "--keep=1",
    "--yes",
    "--gc-container",
    name,
  ],
  reclaim: ({ host, name }: Filled) => ["reclaim", host, "--yes", "--gc-container", name],
};

describe.each(["prune", "reclaim"] as const)("%s goes on, and starts the registry", (command) => {
  test("where its terminal is stopped (Ctrl-S) while the registry is; nothing of the log is lost", async ({
    skip,
  }) => {
    engineOr(skip);
    const registry = await filled();
    const { code, screen } = await runOnStoppedTerminal(linesOf[command](registry), {
      stopAt: `stopping ${registry.name}`,
      goOnAfter: startOf(registry),
    });
    expect(code).toBe(0);
    expect(screen).toContain("the registry answers");
    expect(await listTags(registry.repo)).toHaveLength(command === "prune" ? 1 : 2);
  });

  test("where the reader of its pipe does not read, until it is", async ({ skip }) => {
    const engine = engineOr(skip);
    const registry = await filled();
    const pipe = await openFullPipe();
    const started = startOf(registry);
    const ended = runUnread(linesOf[command](registry), pipe, { DOCKER_HOST: engine.dockerHost });
    await Promise.race([started, ended]);
    pipe.drain();
    expect(await ended).toBe(0);
    expect(pipe.drain()).toContain("the registry answers");
    await untilUp(registry.url);
  });
});
