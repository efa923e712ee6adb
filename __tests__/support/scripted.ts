import { onTestFinished } from "vitest";
import {
  type ScriptedOptions,
  type ScriptedRegistry as Started,
  startScriptedRegistry,
} from "../../scripts/demo-registry.mjs";
import { listTags, pullImage, pushImage, type Repo } from "../../scripts/images.mjs";
import { isUp } from "../../scripts/run-server.mjs";

/** A registry's process that a gc-command stops, collects and starts. */
export interface ScriptedRegistry extends Started {
  readonly repo: Repo;
  /** A complete gc-command: it stops the registry, waits until the run has seen that, collects, and always starts it again. */
  readonly script: string;
}

/** Starts such a registry, which is stopped when the test ends. */
export async function startScripted(options: ScriptedOptions = {}): Promise<ScriptedRegistry> {
  const registry = await startScriptedRegistry(options);
  onTestFinished(() => registry.stop());
  const { start, stop, collect } = registry.programs;
  return {
    ...registry,
    repo: { base: registry.url, name: "team/app" },
    // The run looks ten times a second, and a small collection takes no longer than a tenth of a second.
    script: [`trap ${start} EXIT`, stop, "sleep 1", collect].join("\n"),
  };
}

/** Pushes alphas from 1 to `count`, each with the same bytes every time. */
export async function pushAlphas({ repo }: Pick<ScriptedRegistry, "repo">, count = 4): Promise<void> {
  for (let number = 1; number <= count; number += 1) await pushAlpha({ repo }, number);
}

/** Pushes one of these images, or pushes it again. */
export async function pushAlpha({ repo }: Pick<ScriptedRegistry, "repo">, number: number): Promise<void> {
  await pushImage(repo, [`3.3.0-alpha.${number}`], { seed: `alpha ${number}` });
}

/** Waits until it answers, and pulls every tag byte for byte. */
export async function pullAll({
  url,
  repo,
}: Pick<ScriptedRegistry, "url" | "repo">): Promise<readonly string[]> {
  if (!(await isUp({ ended: () => false }, `${url}/v2/`))) throw new Error(`${url} does not answer`);
  const tags = await listTags(repo);
  for (const tag of tags) await pullImage(repo, tag);
  return tags;
}
