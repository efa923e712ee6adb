import { afterAll, beforeAll, onTestFinished } from "vitest";
import { listTags, pullImage, pushImage, type Repo } from "../../scripts/images.mjs";
import { type Registry, startRegistry } from "../../scripts/registry.mjs";
import { newRepository } from "./pruning.js";
import { type Proxy, type RecordedRequest, startProxy } from "./proxy.js";

/** A repository behind its own proxy: push to `repo`, prune `image`. */
export interface Proxied {
  readonly proxy: Proxy;
  readonly repo: { readonly base: string; readonly name: string };
  /** The repository's reference, through the proxy. */
  readonly image: string;
  /** The requests of one method that went through the proxy, as paths below the repository. */
  readonly sent: (method: string) => readonly string[];
}

/** Starts one registry for a test file. The returned function gives each test its own repository and proxy. */
export function useProxiedRegistry(): () => Promise<Proxied> {
  let registry: Registry | undefined;
  beforeAll(async () => {
    registry = await startRegistry();
  });
  afterAll(() => registry?.stop());
  return async () => {
    if (registry === undefined) throw new Error("the registry is started before the tests");
    return stageOf(registry);
  };
}

/** A repository behind its own proxy, and the storage of its registry. */
export type Stage = Proxied & { readonly storage: string };

/** Makes a new repository of a registry, behind a proxy that stops when the test ends. */
export async function stageOf({ url, storage = "" }: Pick<Registry, "url" | "storage">): Promise<Stage> {
  const proxy = await startProxy(url);
  onTestFinished(() => proxy.stop());
  const repo = newRepository(url);
  const image = `${proxy.host}/${repo.name}`;
  const sent = (method: string): readonly string[] =>
    proxy.requests
      .filter((request) => request.method === method)
      .map(({ path }) => path.replace(`/v2/${repo.name}/`, ""));
  return { proxy, repo, image, sent, storage };
}

/** Pulls every tag that is left, byte for byte, and returns the tags. */
export async function pulledTags(repo: Repo): Promise<readonly string[]> {
  const tags = await listTags(repo);
  for (const tag of tags) await pullImage(repo, tag);
  return tags;
}

/** The all-zero digest, which no content has. The probe for deletes asks to delete it. */
export const NO_DIGEST = `sha256:${"0".repeat(64)}`;

export const isList = ({ path }: RecordedRequest): boolean => path.includes("/tags/list");
export const isProbe = ({ method, path }: RecordedRequest): boolean =>
  method === "DELETE" && path.endsWith(NO_DIGEST);
export const isDelete = (request: RecordedRequest): boolean =>
  request.method === "DELETE" && !isProbe(request);

/** A condition that is true for reads of this tag or digest. */
export function isRead(reference: string): (request: RecordedRequest) => boolean {
  return ({ method, path }) => ["GET", "HEAD"].includes(method) && path.endsWith(`/manifests/${reference}`);
}

export type Pushed = Awaited<ReturnType<typeof pushImage>>;

/** A repository behind a proxy with an image for each tag, pushed in the order given. */
export type Filled = Proxied & { readonly images: ReadonlyMap<string, Pushed> };

/** Does what `useProxiedRegistry` does, and pushes an image for each of these tags. */
export function useFilledRepository(): (...tags: readonly string[]) => Promise<Filled> {
  const proxied = useProxiedRegistry();
  return async (...tags) => {
    const made = await proxied();
    const images = new Map<string, Pushed>();
    for (const tag of tags) images.set(tag, await pushImage(made.repo, [tag]));
    return { ...made, images };
  };
}
