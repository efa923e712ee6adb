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

/** How a port is opened, where not as usual. */
export interface Opening {
  readonly rights?: readonly Right[];
  /** Gives the address to go by in place of a server's own. */
  readonly by?: (url: string) => Promise<string>;
  /** On GitHub, in place of the token that may do all. */
  readonly token?: Token;
}

/** A repository of its own for a test, on one kind of registry. */
export interface Stage extends Place {
  /** What is set besides `image` where it is pruned. */
  readonly settings: RawSettings;
  /** In front of the registry. */
  readonly proxy: Proxy;
  readonly repository: RepositoryName;
  /** Opens the port; it is closed when the test ends. */
  readonly open: (opening?: Opening) => Promise<Port>;
  /** Another repository of the same registry. */
  readonly another: () => Place;
  /** Deletes a manifest behind the port's back, as somebody else would. */
  readonly remove: (digest: string) => Promise<void>;
  /** Makes it a repository that is known, and has no tag. */
  readonly beEmpty: () => Promise<void>;
  /** What was asked to be deleted so far, by its digest or tag; not what proves the right to. */
  readonly deletions: () => readonly string[];
  /** The tags that are left, sorted, each pulled byte for byte. */
  readonly tags: () => Promise<readonly string[]>;
  /** The folder that Distribution keeps its files in. */
  readonly storage?: string;
  /** Absent on registries that are none of GitHub's. */
  readonly gitHub?: { readonly hub: GitHub; readonly pack: GitHubPackage };
}

/** A kind of registry, and what is so there and otherwise elsewhere. */
export interface Kind {
  readonly name: string;
  readonly untags: Untags;
  readonly frees: Port["frees"];
  /** Whether it says of a repository that there is none; or might as well be hiding it. */
  readonly saysUnknown: boolean;
  readonly stage: (skip: TestContext["skip"]) => Promise<Stage>;
}

/** Distribution; each call starts one for the test file. */
export function aDistribution(distribution: Distribution): Kind {
  const start = useDistribution(distribution);
  return {
    name: `Distribution ${distribution}`,
    untags: distribution === "2.8" ? "no" : "yes",
    frees: "at-collection",
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

/** GitHub, as it is for a workflow's job and its organization's package, and for a person and a package of his own. */
export interface GitHubs {
  readonly job: Kind;
  readonly person: Kind;
  /** For a job, where what is restored comes back without its tags. */
  readonly forgetful: Kind;
}

/** GitHub; each call starts a Distribution for the test file. */
export function gitHubs(): GitHubs {
  const start = useGitHub();
  const kind = (name: string, token: Token, options?: GitHubOptions): Kind => ({
    name: `GitHub's packages API (a local server that follows its description)${name}`,
    untags: "no",
    frees: "by-itself",
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
  // First, for with it a person is one.
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
const hostOf = (url: string): string => new URL(url).host;

async function open(
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

/** Ways to servers whose connections are seen, and stay open until a client lets go of them. */
export interface Lines {
  readonly to: (url: string) => Promise<string>;
  readonly sockets: readonly Socket[];
}

/** Makes such ways, for as long as the test goes on. */
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
    // Else it would let go itself, and tell clients when.
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

/** A text as the digest that it is. */
export function digest(text: string): Digest {
  if (isDigest(text)) return text;
  throw new Error(text);
}

/** A text as the tag that it is. */
export function tag(text: string): Tag {
  if (isTag(text)) return text;
  throw new Error(text);
}

/** What no registry has. */
export const NOWHERE = hash(Buffer.from("nowhere"));

/** A manifest of the same blobs as a pushed one, and a digest of its own. */
export function twinOf(
  { bytes, mediaType }: Pushed,
  twin: string = randomUUID(),
): { readonly mediaType: string; readonly body: Buffer; readonly digest: Digest } {
  const content = JSON.parse(bytes.toString()) as object;
  const body = Buffer.from(JSON.stringify({ ...content, annotations: { twin } }));
  return { mediaType, body, digest: hash(body) };
}
