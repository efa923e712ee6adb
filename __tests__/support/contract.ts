import { createHash, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, request as send } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { expect, onTestFinished, type TestContext } from "vitest";
import { pushImage, type Repo } from "../../scripts/images.mjs";
import type { Untags } from "../../src/core/image/graph.js";
import {
  type Digest,
  isDigest,
  isTag,
  parseReference,
  type RepositoryName,
  type Tag,
} from "../../src/core/names/reference.js";
import type { Right } from "../../src/registry/port/registry.js";
import type { OpenOptions } from "../../src/registry/connection/connection.js";
import { openRegistry } from "../../src/registry/open.js";
import type { Registry as Port } from "../../src/registry/port/registry.js";
import type { RawSettings } from "../../src/settings/read/setting-reader.js";
import { type Distribution, useDistribution } from "./distributions.js";
import { type GitHub, type GitHubOptions, type GitHubPackage, useGitHub } from "./github.js";
import type { Token } from "./github-state.js";
import { newRepository } from "./pruning.js";
import { NO_DIGEST, pulledTags, type Pushed } from "./proxied.js";
import type { Proxy } from "./proxy.js";

/** A repository: push to `repo`, prune `image`. */
export interface Place {
  readonly repo: Repo;
  readonly image: string;
}

/** Differences from the usual way to open a port. */
export interface Opening {
  readonly rights?: readonly Right[];
  /** Returns the address to use instead of a server's own. */
  readonly by?: (url: string) => Promise<string>;
  /** On GitHub, the token to use instead of the one that may do everything. */
  readonly token?: Token;
}

/** A repository of its own for a test, on one kind of registry. */
export interface Stage extends Place {
  /** The settings of a prune besides `image`. */
  readonly settings: RawSettings;
  /** The proxy in front of the registry. */
  readonly proxy: Proxy;
  readonly repository: RepositoryName;
  /** Opens the port; it is closed when the test ends. */
  readonly open: (opening?: Opening) => Promise<Port>;
  /** Another repository of the same registry. */
  readonly another: () => Place;
  /** Deletes a manifest behind the port's back, as somebody else would. */
  readonly remove: (digest: string) => Promise<void>;
  /** Turns it into a repository that the registry knows, but that has no tag. */
  readonly beEmpty: () => Promise<void>;
  /** The digests and tags of the deletions so far, without the requests that only prove the right to delete. */
  readonly deletions: () => readonly string[];
  /** Pulls each tag that is left, byte for byte, and returns the tags, sorted. */
  readonly tags: () => Promise<readonly string[]>;
  /** The folder that Distribution keeps its files in. */
  readonly storage?: string;
  /** Absent on registries that are none of GitHub's. */
  readonly gitHub?: { readonly hub: GitHub; readonly pack: GitHubPackage };
}

/** A kind of registry, and the properties in which kinds differ. */
export interface Kind {
  readonly name: string;
  readonly untags: Untags;
  /** For how long a deleted image can be put back, before anything was asked to be deleted. */
  readonly undo: ReturnType<Port["undo"]>;
  /** True if it says that a repository does not exist; false if its answer may also mean that the repository is hidden. */
  readonly saysUnknown: boolean;
  readonly stage: (skip: TestContext["skip"]) => Promise<Stage>;
}

/** The kind of CNCF Distribution. Each call starts one for the test file. */
export function aDistribution(distribution: Distribution): Kind {
  const start = useDistribution(distribution);
  return {
    name: `Distribution ${distribution}`,
    untags: distribution === "2.8" ? "no" : "yes",
    undo: "until-collection",
    saysUnknown: true,
    stage: async (skip) => {
      const { repo, image, proxy, sent, storage } = await start(skip);
      const remove = (digest: string): Promise<void> =>
        deleteAt(`${repo.base}/v2/${repo.name}/manifests/${digest}`);
      return {
        ...{
          repo,
          image,
          proxy,
          storage,
          remove,
          settings: {},
          repository: parseReference(image).repository,
        },
        open: async ({ rights, by = unchanged } = {}) =>
          open({ host: hostOf(await by(proxy.url)), credentials: { kind: "anonymous" } }, rights),
        another: () => {
          const other = newRepository(repo.base);
          return { repo: other, image: `${proxy.host}/${other.name}` };
        },
        beEmpty: async () => remove((await pushImage(repo, ["1.0.0"])).digest),
        deletions: () =>
          sent("DELETE")
            .filter((path) => !path.endsWith(NO_DIGEST))
            .map((path) => path.replace("manifests/", "")),
        tags: () => pulledTags(repo),
      };
    },
  };
}

const JOB: Token = { kind: "actions", packages: "write" };
const SCOPES = ["read:packages", "write:packages", "delete:packages"];
const PERSON: Token = { kind: "personal", login: "mona", scopes: SCOPES };

/** Kinds of GitHub: for a workflow's job with its organization's package, and for a person with his own package. */
export interface GitHubs {
  readonly job: Kind;
  readonly person: Kind;
  /** For a job, on a GitHub that restores versions without their tags. */
  readonly forgetful: Kind;
}

/** The kinds of GitHub. Each call starts a Distribution for the test file. */
export function gitHubs(): GitHubs {
  const start = useGitHub();
  const kind = (name: string, token: Token, options?: GitHubOptions): Kind => ({
    name: `GitHub's packages API (a local server that follows its description)${name}`,
    untags: "no",
    undo: "30-days",
    saysUnknown: false,
    stage: async () => stageOn(await start(options), token),
  });
  return {
    job: kind("", JOB),
    person: kind(", for a person", PERSON),
    forgetful: kind(" that forgets tags", JOB, { restoresTags: false }),
  };
}

function stageOn(hub: GitHub, caller: Token): Stage {
  // First, because making the token makes the person an owner.
  const [own, others] = [hub.token(caller), hub.token(JOB)];
  const [owner, place] = caller.kind === "personal" ? [caller.login, "users"] : ["octo", "orgs"];
  const newPackage = (): GitHubPackage => hub.package(`${owner}/app-${randomUUID().slice(0, 8)}`);
  const pack = newPackage();
  const { repo, image } = pack;
  const { api, apiUrl, host, registry } = hub;
  const idOf = (digest: string): number | undefined =>
    pack.versions().find((version) => version.digest === digest && !version.deleted)?.id;
  const versions = `${apiUrl}/${place}/${repo.name.replace("/", "/packages/container/")}/versions`;
  return {
    ...{ repo, image, proxy: registry, gitHub: { hub, pack }, repository: parseReference(image).repository },
    settings: { "github-api-url": apiUrl, "github-registry": host, "github-token": own },
    open: async ({ rights, by = unchanged, token = caller } = {}) => {
      const account = { kind: "github", api: await by(apiUrl), token: hub.token(token) } as const;
      return open({ host: hostOf(await by(registry.url)), account }, rights);
    },
    another: newPackage,
    remove: (digest) => deleteAt(`${versions}/${idOf(digest) ?? "none"}`, others),
    beEmpty: async () => {
      await pushImage(repo, []);
    },
    deletions: () =>
      api.requests
        .filter(({ method }) => method === "DELETE")
        .map(({ path }) => {
          const deleted = pack.versions().find(({ id }) => path.endsWith(`/${id}`));
          return deleted?.digest ?? path;
        }),
    tags: async () => {
      const left = pack.versions().flatMap(({ tags, deleted }) => (deleted ? [] : tags));
      const pulled = await pulledTags(repo);
      expect([...left].sort()).toEqual(pulled);
      return pulled;
    },
  };
}

async function deleteAt(url: string, token?: string): Promise<void> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const { status } = await fetch(url, { method: "DELETE", headers });
  expect([202, 204]).toContain(status);
}

const unchanged = (url: string): Promise<string> => Promise.resolve(url);
/** The host of an address. */
export const hostOf = (url: string): string => new URL(url).host;

/** Opens a port for a test. */
export async function open(
  where: Pick<OpenOptions, "host" | "credentials" | "account">,
  rights: readonly Right[] = ["pull", "push", "delete"],
): Promise<Port> {
  const reader = await openRegistry({
    ...{ ...where, rights, plainHttp: [], concurrency: 2, userAgent: "prune-image-tags/test" },
    onSecret: () => undefined,
  });
  // Of rights that are a list, the compiler can't know which there are; a test calls what it asked for.
  const port = reader as Port;
  onTestFinished(() => {
    port.close();
  });
  return port;
}

/** Servers that pass requests on. Their connections can be seen, and stay open until a client closes them. */
export interface Lines {
  readonly to: (url: string) => Promise<string>;
  readonly sockets: readonly Socket[];
}

/** Makes such servers, which run until the test ends. */
export function openLines(): Lines {
  const sockets: Socket[] = [];
  const to = async (target: string): Promise<string> => {
    const server = createServer((incoming, response) => {
      const { method, url = "/", headers } = incoming;
      const sent = send(new URL(url, target), { method, headers, agent: false });
      incoming.pipe(sent).on("response", (answer) => {
        const hops = ["connection", "keep-alive"];
        const kept = Object.entries(answer.headers).filter(([name]) => !hops.includes(name));
        response.writeHead(answer.statusCode ?? 502, Object.fromEntries(kept));
        answer.pipe(response);
      });
    });
    // Otherwise the server would close idle connections itself, and announce that to clients.
    server.keepAliveTimeout = 0;
    server.on("connection", (socket) => sockets.push(socket));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    onTestFinished(() => {
      server.close();
      server.closeAllConnections();
    });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  return { to, sockets };
}

/** The digest of bytes. */
export function hash(bytes: Buffer): Digest {
  return digest(`sha256:${createHash("sha256").update(bytes).digest("hex")}`);
}

/** The text, typed as a digest. @throws {Error} if it is none */
export function digest(text: string): Digest {
  if (isDigest(text)) return text;
  throw new Error(text);
}

/** The text, typed as a tag. @throws {Error} if it is none */
export function tag(text: string): Tag {
  if (isTag(text)) return text;
  throw new Error(text);
}

/** A digest that no registry has. */
export const NOWHERE = hash(Buffer.from("nowhere"));

/** A manifest with the same blobs as a pushed one, but with another digest. */
export function twinOf(
  { bytes, mediaType }: Pushed,
  twin: string = randomUUID(),
): { readonly mediaType: string; readonly body: Buffer; readonly digest: Digest } {
  const content = JSON.parse(bytes.toString()) as object;
  const body = Buffer.from(JSON.stringify({ ...content, annotations: { twin } }));
  return { mediaType, body, digest: hash(body) };
}
