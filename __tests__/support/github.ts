import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import { findDistribution3 } from "../../scripts/go-tools.mjs";
import { type Registry, startRegistry } from "../../scripts/registry.mjs";
import { type LimitOptions, newLimits, type SecondaryLimit } from "./github-access.js";
import { apiListener } from "./github-api.js";
import { registryListener, startElsewhere, startPushingDoor } from "./github-registry.js";
import {
  declareOwner,
  newWorld,
  type Owner,
  type PackageSettings,
  packageOf,
  type Token,
  versionsOf,
  type World,
} from "./github-state.js";
import { type Proxy, startProxy } from "./proxy.js";

/** How GitHub is to be; all that is not said is as at github.com. */
export interface GitHubOptions {
  /** Goes before every path of the API, such as /api/v3 (default: nothing). */
  readonly basePath?: string;
  /** Whether a version that is restored gets its tags back (default true). */
  readonly restoresTags?: boolean;
}

/** A package version as it is now; a deleted one has the tags that it had. */
export interface SeenVersion {
  readonly id: number;
  readonly digest: string;
  readonly tags: readonly string[];
  readonly deleted: boolean;
}

/** A package: push to `repo`, which asks for no token; prune `image`. What can be set has its effect at once. */
export interface GitHubPackage extends PackageSettings {
  readonly image: string;
  readonly repo: { readonly base: string; readonly name: string };
  /** Newest first, those that are deleted behind the others. */
  readonly versions: () => readonly SeenVersion[];
  /** Gives the newest version of this digest other dates; `updated` is `created` where only that is given. */
  readonly aged: (digest: string, dates: { readonly created?: Date; readonly updated?: Date }) => void;
}

/** GitHub's packages API and ghcr.io, each behind a proxy that records its requests and can do harm to them. */
export interface GitHub {
  /** Through its proxy, with the base path. */
  readonly apiUrl: string;
  /** The registry's, through its proxy. */
  readonly host: string;
  readonly api: Proxy;
  readonly registry: Proxy;
  /** Where ghcr.io redirects the referrers API to; its `requests` should be none. */
  readonly elsewhere: Proxy;
  /** A package by its whole name (default: a name of its own, under octo); the API has it from the first push on. */
  readonly package: (fullName?: string) => GitHubPackage;
  /** An account; those that nobody speaks of are organizations, once they have a package. */
  readonly owner: (login: string, type: Owner["type"]) => void;
  /** Makes a token. The login of a personal one is a user from then on. */
  readonly token: (token: Token) => string;
  /** Sets the rate limit, and starts its period anew. */
  readonly limit: (options: LimitOptions) => void;
  readonly secondaryLimit: (limit: SecondaryLimit) => void;
}

/**
 * GitHub's packages API and ghcr.io, for neither can be had in a test. They stand in front of a real Distribution (3.1.1, or the one that
 * is found where it can't be built), which has the manifests, so that what is deleted is gone and what is restored is the same bytes.
 *
 * What it answers follows GitHub's OpenAPI description: every body is typed with `@octokit/openapi-types`, which is made of it. What
 * that leaves open (words of refusals, addresses of pages, redirects) follows what people reported, with the source at the place.
 *
 * One Distribution serves a test file; each call of the function that is returned gives a test a GitHub of its own, in which nothing was
 * pushed. A name of a package that is not random is for one test of a file.
 */
export function useGitHub(): (options?: GitHubOptions) => Promise<GitHub> {
  let registry: Registry | undefined;
  beforeAll(async () => {
    const binary = await findDistribution3(console.warn);
    // Asked for something special, so that it is never one that others use.
    registry = await startRegistry({ readOnly: false, ...(binary === undefined ? {} : { binary }) });
  }, 600_000);
  afterAll(() => registry?.stop());
  return async (options = {}) => {
    if (registry === undefined) throw new Error("the registry is started before the tests");
    return gitHubOf(registry, options);
  };
}

async function gitHubOf(
  { url }: Registry,
  { basePath = "", restoresTags = true }: GitHubOptions,
): Promise<GitHub> {
  const world = newWorld(url, restoresTags);
  const limits = newLimits();
  const door = await whileTesting(startPushingDoor(world));
  const elsewhere = await whileTesting(startElsewhere());
  const api = await served(apiListener({ world, limits, basePath }));
  const registry = await served(registryListener({ world, door: door.url, elsewhere: elsewhere.url }));
  return {
    apiUrl: `${api.url}${basePath}`,
    host: registry.host,
    api,
    registry,
    elsewhere,
    package: (fullName = `octo/app-${randomUUID().slice(0, 8)}`) =>
      openPackage(world, fullName, { door: door.url, host: registry.host }),
    owner: (login, type) => void declareOwner(world, login, type),
    token: (token) => newToken(world, token),
    limit: limits.set,
    secondaryLimit: limits.addSecondary,
  };
}

/** A server behind a proxy, both for as long as the test goes on. */
async function served(listener: RequestListener): Promise<Proxy> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(async () => {
    server.close();
    server.closeAllConnections();
    await once(server, "close");
  });
  const { port } = server.address() as AddressInfo;
  return whileTesting(startProxy(`http://127.0.0.1:${port}`));
}

async function whileTesting(starting: Promise<Proxy>): Promise<Proxy> {
  const proxy = await starting;
  onTestFinished(() => proxy.stop());
  return proxy;
}

function newToken(world: World, token: Token): string {
  const text = `${token.kind === "actions" ? "ghs" : "ghp"}_${randomUUID().replaceAll("-", "")}`;
  world.tokens.set(text, token);
  if (token.kind === "personal" && !world.owners.has(token.login.toLowerCase())) {
    declareOwner(world, token.login, "User");
  }
  return text;
}

/** The settings themselves, and what else there is to a package, so that setting one has its effect. */
function openPackage(
  world: World,
  name: string,
  { door, host }: { readonly door: string; readonly host: string },
): GitHubPackage {
  const pack = packageOf(world, name);
  const all = () => [...versionsOf(pack), ...versionsOf(pack, "deleted")];
  return Object.assign(pack.settings, {
    image: `${host}/${name}`,
    repo: { base: door, name },
    versions: () =>
      all().map(({ id, digest, tags, deleted }) => ({ id, digest, tags, deleted: deleted !== undefined })),
    aged: (digest: string, { created, updated = created }: { created?: Date; updated?: Date }) => {
      const version = all().find((one) => one.digest === digest);
      if (version === undefined) throw new Error(`${name} has no version ${digest}`);
      if (created !== undefined) version.created = created;
      if (updated !== undefined) version.updated = updated;
    },
  });
}
