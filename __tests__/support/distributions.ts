import { join } from "node:path";
import { afterAll, beforeAll, onTestFinished, type TestContext } from "vitest";
import { findGoRegistry } from "../../scripts/go-registries.mjs";
import { type Registry, startRegistry } from "../../scripts/registry.mjs";
import type { RegistryOptions } from "../../scripts/registry-config.mjs";
import { type S3Server, startS3Server } from "../../scripts/s3-server.mjs";
import { parseReference } from "../../src/core/names/reference.js";
import type { Credentials } from "../../src/registry/connection/identity.js";
import type { Right } from "../../src/registry/port/registry.js";
import { openRegistry } from "../../src/registry/open.js";
import type { Registry as Port } from "../../src/registry/port/registry.js";
import { isProbe, type Proxied, type Stage, stageOf } from "./proxied.js";
import { type Proxy, type RecordedRequest, startProxy } from "./proxy.js";

/** The versions of Distribution that tests use: the one that is found (2.8, as in registry:2), and 3.1.1 built with Go. */
export type Distribution = "2.8" | "3.1.1";

/** Versions that are built for `npm run test:registries` alone. */
export type OldDistribution = "2.3.0" | "2.4.1" | "2.5.2" | "2.6.2" | "2.7.1" | "2.8.3" | "3.0.0";

/**
 * Starts a Distribution for one test file. The returned function gives each test its own repository and proxy.
 * @param options may be a function that prepares them, for example by starting a server that the registry uses; if it returns
 *   `undefined`, the tests are skipped
 */
export function useDistribution(
  distribution: Distribution | OldDistribution,
  options: RegistryOptions | (() => Promise<RegistryOptions | undefined>) = {},
): (skip: TestContext["skip"]) => Promise<Stage> {
  let registry: Registry | undefined;
  let lacking = `Distribution ${distribution} can't be built here`;
  beforeAll(async () => {
    const binary =
      distribution === "2.8" ? undefined : await findGoRegistry(`Distribution ${distribution}`, console.warn);
    if (distribution !== "2.8" && binary === undefined) return;
    const prepared = typeof options === "function" ? await options() : options;
    if (prepared === undefined) {
      lacking = "what the registry needs can't be had here";
      return;
    }
    // `readOnly: false` is an option, so that it is never the shared registry of REGISTRY_URL.
    registry = await startRegistry({
      readOnly: false,
      ...prepared,
      ...(binary === undefined ? {} : { binary }),
    });
  }, 600_000);
  afterAll(() => registry?.stop());
  return async (skip) => {
    if (registry === undefined) return skip(lacking);
    return stageOf(registry);
  };
}

/**
 * Starts an S3 server for a test file, with a bucket for a registry, and a proxy that records its requests. Use with `useDistribution`.
 * @param tls the proxy's certificate and key, and the file of the authority that the registry is to trust; by default plain HTTP
 */
export function useBucket(tls?: { readonly cert: string; readonly key: string; readonly trusts: string }): {
  readonly options: () => Promise<RegistryOptions | undefined>;
  readonly server: () => { readonly storage: string; readonly proxy: Proxy };
} {
  let server: S3Server | undefined;
  let proxy: Proxy | undefined;
  afterAll(async () => {
    await proxy?.stop();
    await server?.stop();
  });
  return {
    options: async () => {
      server = await startS3Server({ say: console.warn });
      if (server === undefined) return undefined;
      proxy = await startProxy(server.endpoint, tls === undefined ? {} : { tls });
      await server.createBucket("images");
      // Nobody but the registry trusts that authority, so the bytes go through it.
      const s3 = { ...server, endpoint: proxy.url, bucket: "images", redirect: tls === undefined };
      return { s3, ...(tls === undefined ? {} : { trusts: tls.trusts }) };
    },
    server: () => {
      if (server === undefined || proxy === undefined) throw new Error("it is started before the tests");
      return { storage: join(server.storage, "images"), proxy };
    },
  };
}

/** Opens the port to a repository's registry, through the proxy. */
export async function openPort(
  { image }: Pick<Proxied, "image">,
  rights: readonly Right[] = ["pull", "push", "delete"],
  credentials: Credentials = { kind: "anonymous" },
): Promise<{ readonly port: Port; readonly repository: ReturnType<typeof parseReference>["repository"] }> {
  const { host, repository } = parseReference(image);
  const reader = await openRegistry({
    host,
    credentials,
    plainHttp: [],
    rights,
    concurrency: 2,
    userAgent: "prune-image-tags/test",
    onSecret: () => undefined,
  });
  // Of rights that are a list, the compiler can't know which there are; a test calls what it asked for.
  const port = reader as Port;
  onTestFinished(() => {
    port.close();
  });
  return { port, repository };
}

/** True for the request that finds out if a tag can be deleted by itself: it deletes a tag that nobody has pushed. */
export const isTagProbe = ({ method, path }: RecordedRequest): boolean =>
  method === "DELETE" && path.includes("/manifests/prune-image-tags-check-");

/**
 * Runs something after a plan is made and before its first batch is checked: on the last probe request.
 * @param last the kind of that probe: `tag` if the plan asks if tags can be deleted by themselves
 */
export function betweenPlanAndBatch(
  { proxy }: Pick<Proxied, "proxy">,
  run: () => Promise<unknown>,
  last: "digest" | "tag" = "digest",
): void {
  proxy.on({ when: last === "tag" ? isTagProbe : isProbe, times: 1, act: { kind: "before", run } });
}
