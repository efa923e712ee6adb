import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, onTestFinished, type TestContext } from "vitest";
import { findDistribution3 } from "../../scripts/go-tools.mjs";
import { pushImage } from "../../scripts/images.mjs";
import { type Registry, startRegistry } from "../../scripts/registry.mjs";
import type { DeletionHooks } from "../../src/commands/deletion/deletion-job.js";
import type { DockerHubAddresses } from "../../src/core/names/registry-kind.js";
import { parseReference } from "../../src/core/names/reference.js";
import type { RawSettings } from "../../src/settings/read/setting-reader.js";
import { hubApi } from "./docker-hub-api.js";
import { hubRegistry } from "./docker-hub-registry.js";
import {
  type HubOptions,
  type HubRepositoryState,
  type HubWorld,
  newHubWorld,
  notePut,
  repositoryOf,
} from "./docker-hub-state.js";
import { type Proxy, startProxy } from "./proxy.js";
import { type Pruned, runPrune } from "./pruning.js";

/** A repository: push to `repo`, which needs no password; prune `image`. */
export interface HubPlace {
  readonly repo: { readonly base: string; readonly name: string };
  readonly image: string;
  readonly repository: ReturnType<typeof parseReference>["repository"];
  readonly state: HubRepositoryState;
}

/** Docker Hub (a local server that follows its published API): the API and the registry, each behind a proxy that records its requests and can disturb them. */
export interface LocalHub {
  readonly world: HubWorld;
  readonly addresses: DockerHubAddresses;
  readonly credentials: { readonly username: string; readonly password: string };
  readonly api: Proxy;
  readonly registry: Proxy;
  /** A repository of the user's namespace, or by its full name. */
  readonly place: (name?: string) => HubPlace;
  /** Prunes with the user's password. */
  readonly prune: (raw: RawSettings, door?: Partial<DeletionHooks>) => Promise<Pruned>;
}

/** Starts one Distribution for the test file. Each call of the returned function makes a Docker Hub in front of it. */
export function useDockerHub(): (skip: TestContext["skip"], options?: HubOptions) => Promise<LocalHub> {
  let behind: Registry | undefined;
  beforeAll(async () => {
    const binary = await findDistribution3(console.warn);
    if (binary !== undefined) behind = await startRegistry({ readOnly: false, binary });
  }, 600_000);
  afterAll(() => behind?.stop());
  return async (skip, options = {}) => {
    if (behind === undefined) return skip("Distribution 3.1.1 can't be built here");
    return startHub(newHubWorld(behind.url, options));
  };
}

async function startHub(world: HubWorld): Promise<LocalHub> {
  const [api, registry] = [await behindProxy(hubApi(world)), await behindProxy(hubRegistry(world))];
  const door = await startDoor(world);
  const { username, password } = world;
  const addresses = { api: api.url, registry: registry.url, realm: registry.host };
  return {
    ...{ world, addresses, credentials: { username, password }, api, registry },
    place: (name = `${username}/app-${randomUUID().slice(0, 8)}`) => {
      const image = `docker.io/${name}`;
      const { repository } = parseReference(image);
      return {
        ...{ repo: { base: door.url, name }, image, repository },
        // It is there only from the first push on.
        get state() {
          return repositoryOf(world, name);
        },
      };
    },
    prune: (raw, hooks) => runPrune({ username, password, ...raw }, hooks, { dockerHub: addresses }),
  };
}

async function behindProxy(listener: RequestListener): Promise<Proxy> {
  const server = createServer(listener);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const proxy = await startProxy(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
  onTestFinished(async () => {
    await proxy.stop();
    server.close();
    server.closeAllConnections();
  });
  return proxy;
}

/** Starts the way by which tests push without a password. */
async function startDoor(world: HubWorld): Promise<Proxy> {
  const door = await startProxy(world.behind);
  onTestFinished(() => door.stop());
  const MANIFEST = /^\/v2\/(.+)\/manifests\/([^/?]+)$/;
  door.on({
    when: ({ method, path }) => method === "PUT" && MANIFEST.test(path),
    act: {
      kind: "after",
      run: async ({ path }, { status, headers }) => {
        const [, name = "", reference = ""] = MANIFEST.exec(path) ?? [];
        const digest = headers["docker-content-digest"];
        if (status !== 201 || typeof digest !== "string") return;
        const accept = [
          "application/vnd.oci.image.index.v1+json",
          "application/vnd.docker.distribution.manifest.list.v2+json",
        ];
        const types = [
          ...accept,
          "application/vnd.oci.image.manifest.v1+json",
          "application/vnd.docker.distribution.manifest.v2+json",
        ];
        const read = await fetch(`${world.behind}/v2/${name}/manifests/${digest}`, {
          headers: { accept: types.join(",") },
        });
        notePut(world, { name, reference, digest, body: Buffer.from(await read.arrayBuffer()) });
      },
    },
  });
  return door;
}

/** Pushes an image for each tag, the first tag first, and has the Hub say that a day lies between each two. Returns their digests. */
export async function pushDaily(
  { repo, state }: HubPlace,
  ...tags: readonly string[]
): Promise<readonly string[]> {
  const digests: string[] = [];
  for (const [index, tag] of tags.entries()) {
    const { digest } = await pushImage(repo, [tag], { created: null });
    const pushed = new Date(Date.UTC(2026, 0, 1 + index));
    state.tags.set(tag, { digest, pushed });
    digests.push(digest);
  }
  return digests;
}
