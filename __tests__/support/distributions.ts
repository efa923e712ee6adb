import { afterAll, beforeAll, onTestFinished, type TestContext } from "vitest";
import { findDistribution3 } from "../../scripts/go-tools.mjs";
import { type Registry, startRegistry } from "../../scripts/registry.mjs";
import type { RegistryOptions } from "../../scripts/registry-config.mjs";
import { parseReference } from "../../src/core/reference.js";
import type { Right } from "../../src/registry/distribution.js";
import { openRegistry } from "../../src/registry/open.js";
import type { Registry as Port } from "../../src/registry/registry.js";
import { isProbe, type Proxied, type Stage, stageOf } from "./proxied.js";

/** The Distributions that tests are for: the one that is found (2.8, as in registry:2), and 3.1.1 built with Go. */
export type Distribution = "2.8" | "3.1.1";

/** Starts a Distribution for a test file, nobody else's; each call of the function that is returned gives a test its own repository and proxy. */
export function useDistribution(
  distribution: Distribution,
  options: RegistryOptions = {},
): (skip: TestContext["skip"]) => Promise<Stage> {
  let registry: Registry | undefined;
  beforeAll(async () => {
    const binary = distribution === "2.8" ? undefined : await findDistribution3(console.warn);
    if (distribution !== "2.8" && binary === undefined) return;
    // Asked for something special, so that it is never one that others use.
    registry = await startRegistry({
      readOnly: false,
      ...options,
      ...(binary === undefined ? {} : { binary }),
    });
  }, 600_000);
  afterAll(() => registry?.stop());
  return async (skip) => {
    if (registry === undefined) return skip("Distribution 3 can't be built here");
    return stageOf(registry);
  };
}

/** The port to a repository's registry, through the proxy. */
export async function openPort(
  { image }: Pick<Proxied, "image">,
  rights: readonly Right[] = ["pull", "push", "delete"],
): Promise<{ readonly port: Port; readonly repository: ReturnType<typeof parseReference>["repository"] }> {
  const { host, repository } = parseReference(image);
  const port = await openRegistry({
    host,
    credentials: { kind: "anonymous" },
    plainHttp: [],
    rights,
    concurrency: 2,
    userAgent: "prune-image-tags/test",
    onSecret: () => undefined,
  });
  onTestFinished(() => {
    port.close();
  });
  return { port, repository };
}

/** Runs something when a plan is made and its first batch has not been looked at: with the last of `probes` digest probes. */
export function betweenPlanAndBatch(
  { proxy }: Pick<Proxied, "proxy">,
  run: () => Promise<unknown>,
  probes = 1,
): void {
  let seen = 0;
  proxy.on({
    when: (request) => isProbe(request) && ++seen === probes,
    act: { kind: "before", run },
  });
}
