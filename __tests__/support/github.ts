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

/** Differences of the stand-in from github.com. */
export interface GitHubOptions {
  /** Goes before every path of the API, such as /api/v3 (default: nothing). */
  readonly basePath?: string;
  /** True (the default) if a restored version gets its tags back. */
  readonly restoresTags?: boolean;
}

/** A package version as it is now; a deleted one has the tags that it had. */
export interface SeenVersion {
  readonly id: number;
  readonly digest: string;
  readonly tags: readonly string[];
  readonly deleted: boolean;
}

/** A package: push to `repo`, which needs no token; prune `image`. Its properties can be set, and take effect at once. */
export interface GitHubPackage extends PackageSettings {
  readonly image: string;
  readonly repo: { readonly base: string; readonly name: string };
  /** Its versions, newest first, with the deleted ones at the end. */
  readonly versions: () => readonly SeenVersion[];
  /** Sets the dates of the newest version of this digest; `updated` defaults to `created`. */
  readonly aged: (digest: string, dates: { readonly created?: Date; readonly updated?: Date }) => void;
}

/** The packages API and ghcr.io, each behind a proxy that records its requests and can disturb them. */
export interface GitHub {
  /** The API's URL through its proxy, with the base path. */
  readonly apiUrl: string;
  /** The registry's host through its proxy. */
  readonly host: string;
  readonly api: Proxy;
  readonly registry: Proxy;
  /** The server to which ghcr.io redirects the referrers API; nobody should ask it. */
  readonly elsewhere: Proxy;
  /** A package by its full name (default: a new name under octo); the API shows it after the first push. */
  readonly package: (fullName?: string) => GitHubPackage;
  /** Declares an account. Other accounts are organizations, once they have a package. */
  readonly owner: (login: string, type: Owner["type"]) => void;
  /** Makes a token. The login of a personal one is a user from then on. */
  readonly token: (token: Token) => string;
  /** Sets the rate limit, and starts its period anew. */
  readonly limit: (options: LimitOptions) => void;
  readonly secondaryLimit: (limit: SecondaryLimit) => void;
}

/**
 * Starts stand-ins for GitHub's packages API and ghcr.io, because tests can't use the real ones. Behind them is a real Distribution (3.1.1, or
 * if it can't be built the one that is found), which has the manifests, so that deleted ones are gone and restored ones have the same bytes.
 *
 * The answers follow GitHub's OpenAPI description: every body is typed with `@octokit/openapi-types`, which is made from it. The rest (words of
 * refusals, addresses of pages, redirects) follows reports of users, with the source beside the code.
 *
 * One Distribution serves a test file. Each call of the returned function makes an empty GitHub for one test. A package name that is not random
 * may be used by one test of a file only.
 */
export function useGitHub(): (options?: GitHubOptions) => Promise<GitHub> {
  let registry: Registry | undefined;
  beforeAll(async () => {
    const binary = await findDistribution3(console.warn);
    // `readOnly: false` is an option, so that it is never the shared registry of REGISTRY_URL.
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

/** Starts a server behind a proxy; both run until the test ends. */
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

/** A package for tests: it extends the settings object itself, so that setting a property takes effect. */
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
