import { onTestFinished } from "vitest";
import {
  type ScriptedOptions,
  type ScriptedRegistry as Started,
  startScriptedRegistry,
} from "../../scripts/demo-registry.mjs";
import { listTags, pullImage, pushImage, type Repo } from "../../scripts/images.mjs";
import { isUp } from "../../scripts/run-server.mjs";

/** A registry's process for a gc-command to stop, collect and start. */
export interface ScriptedRegistry extends Started {
  readonly repo: Repo;
  /** A worked gc-command: starts it in every case, stops it, waits until that was seen, and collects. */
  readonly script: string;
}

/** Starts one, which ends with the test. */
export async function startScripted(options: ScriptedOptions = {}): Promise<ScriptedRegistry> {
  const registry = await startScriptedRegistry(options);
  onTestFinished(() => registry.stop());
  const { start, stop, collect } = registry.programs;
  return {
    ...registry,
    repo: { base: registry.url, name: "team/app" },
    // The watch looks ten times a second; a collection of nothing much takes no longer than that.
    script: [`trap ${start} EXIT`, stop, "sleep 1", collect].join("\n"),
  };
}

/** Pushes alphas from 1 to `count`, each with the same bytes every time. */
export async function pushAlphas({ repo }: Pick<ScriptedRegistry, "repo">, count = 4): Promise<void> {
  for (let number = 1; number <= count; number += 1) await pushAlpha({ repo }, number);
}

/** Pushes one of them, or pushes it again. */
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
