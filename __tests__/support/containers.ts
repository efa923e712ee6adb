import { randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import { type Engine, startEngine } from "../../scripts/docker-engine.mjs";
import { pushImage, type Repo } from "../../scripts/images.mjs";
import { freePort, isUp } from "../../scripts/run-server.mjs";

/** A registry in a container of the tests' own engine. */
export interface ContainedRegistry {
  /** The container's name. */
  readonly name: string;
  /** `127.0.0.1:port`, as it is published. */
  readonly host: string;
  readonly url: string;
  readonly engine: Engine;
  /** Runs the engine's client. */
  readonly docker: (...args: readonly string[]) => Promise<string>;
}

/** Differences from the README's container. */
export interface ContainerOptions {
  /** Flags of `docker run` before the image. */
  readonly flags?: readonly string[];
  /** The arguments after the image. */
  readonly command?: readonly string[];
  readonly image?: string;
  /** The path of the image's configuration. */
  readonly configPath?: string;
  /** True to use the machine's own network, from which it reaches the servers that tests run on 127.0.0.1. */
  readonly isOnHost?: boolean;
  /** True (the default) to turn on deletes in the container's own configuration. */
  readonly deletes?: boolean;
}

/** A registry whose repository `team/app` has images. */
export type Filled = ContainedRegistry & { readonly repo: Repo };

/** Pushes 1.0.1 to 1.0.3, each an image of its own. */
export async function withThreeImages(registry: ContainedRegistry): Promise<Filled> {
  const repo = { base: registry.url, name: "team/app" };
  for (const number of [1, 2, 3]) await pushImage(repo, [`1.0.${number}`], { seed: `${number}` });
  return { ...registry, repo };
}

export const IMAGE = "registry:2";

/**
 * Starts one engine for a test file if one can run; otherwise the reason is written to standard error. `start` runs the README's
 * container, `docker run -d -p … --restart always --name … registry:2`, and edits the configuration inside of it.
 */
export function useEngine(): {
  /** The engine; if there is none, `skip` is called, which ends the test. */
  readonly engineOr: {
    (skip: (note: string) => never): Engine;
    (skip: () => undefined): Engine | undefined;
  };
  readonly start: (options?: ContainerOptions) => Promise<ContainedRegistry>;
} {
  let engine: Engine | undefined;
  const before = { PATH: process.env["PATH"], DOCKER_HOST: process.env["DOCKER_HOST"] };
  beforeAll(async () => {
    engine = await startEngine({ say: console.warn });
    if (engine === undefined) return;
    await engine.buildRegistryImage(IMAGE);
    Object.assign(process.env, engine.env);
  });
  afterAll(async () => {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
    await engine?.stop();
  });
  return {
    engineOr: ((skip: (note: string) => undefined) =>
      engine ?? skip("no Docker engine can be started here")) as never,
    start: async (options = {}) => {
      if (engine === undefined) throw new Error("the engine is started before the tests");
      return startContainer(engine, options);
    },
  };
}

async function startContainer(engine: Engine, options: ContainerOptions): Promise<ContainedRegistry> {
  const { flags = [], command = [], image = IMAGE, deletes = true, isOnHost = false } = options;
  const { configPath = "/etc/docker/registry/config.yml" } = options;
  const docker = async (...args: readonly string[]): Promise<string> =>
    (await engine.run([...args])).stdout.trim();
  const name = `registry-${randomUUID().slice(0, 8)}`;
  const host = `127.0.0.1:${await freePort()}`;
  const restart = flags.includes("--rm") ? [] : ["--restart", "always"];
  const network = isOnHost
    ? ["--network", "host", "-e", `REGISTRY_HTTP_ADDR=${host}`]
    : ["-p", `${host}:5000`];
  await docker("create", ...network, ...restart, "--name", name, ...flags, image, ...command);
  onTestFinished(async () => {
    await engine.run(["rm", "--force", "--volumes", name]);
  });
  if (deletes) await turnDeletesOn(docker, `${name}:${configPath}`);
  await docker("start", name);
  const url = `http://${host}`;
  await untilUp(url);
  return { name, host, url, engine, docker };
}

/** Edits the configuration in a container, as people do it; before it is started, which saves it a restart. */
async function turnDeletesOn(docker: ContainedRegistry["docker"], place: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "config-"));
  const file = join(folder, "config.yml");
  try {
    await docker("cp", place, file);
    const text = await readFile(file, "utf8");
    await writeFile(file, text.replace(/^storage:/m, "storage:\n  delete:\n    enabled: true"));
    await docker("cp", file, place);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Waits until something answers at `/v2/`. */
export async function untilUp(url: string): Promise<void> {
  if (!(await isUp({ ended: () => false }, url))) throw new Error(`${url} does not answer`);
}
