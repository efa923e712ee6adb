import { randomUUID } from "node:crypto";

/** Differences of the local server from hub.docker.com. */
export interface HubOptions {
  /** The manifests that may be read before the pull limit; by default any number, as on a paid plan. */
  readonly pulls?: number;
  /** The number of looks at a tag for which its deletion takes no effect (default: 0). */
  readonly lateFor?: number;
  /** The tags that can't be deleted. */
  readonly immutable?: RegExp;
  /** What the user's token may do in the repositories of its namespace (default: everything). */
  readonly scope?: "read" | "delete";
}

/** A tag as the API lists it. */
export interface ListedTag {
  readonly digest: string;
  readonly pushed: Date;
}

/** A repository: its tags, and every manifest with the digests that it lists. */
export interface HubRepositoryState {
  readonly tags: Map<string, ListedTag>;
  readonly manifests: Map<string, readonly string[]>;
  /** The tags whose deletion takes effect after so many looks. */
  readonly late: Map<string, number>;
}

/** All that the local server knows. */
export interface HubWorld {
  readonly options: HubOptions;
  /** The address of the Distribution behind it. */
  readonly behind: string;
  readonly username: string;
  readonly password: string;
  readonly repositories: Map<string, HubRepositoryState>;
  /** The users of the tokens that were given: of the API, and of the registry with their scopes. */
  readonly apiTokens: Map<string, string>;
  readonly registryTokens: Map<string, ReadonlySet<string>>;
  pulls: number;
  /** The requests that the API still answers, and until when it answers no other; absent without a limit. */
  limit: { left: number; readonly until: number } | undefined;
}

/** Makes a world without repositories. */
export function newHubWorld(behind: string, options: HubOptions): HubWorld {
  return {
    options,
    behind,
    username: "mona",
    password: `dckr_pat_${randomUUID()}`,
    repositories: new Map(),
    apiTokens: new Map(),
    registryTokens: new Map(),
    pulls: 0,
    limit: undefined,
  };
}

/** The state of a repository, made if it is not there. */
export function repositoryOf({ repositories }: HubWorld, name: string): HubRepositoryState {
  const known = repositories.get(name) ?? { tags: new Map(), manifests: new Map(), late: new Map() };
  repositories.set(name, known);
  return known;
}

/** Takes in a manifest that was put. */
export function notePut(
  world: HubWorld,
  { name, reference, digest, body }: { name: string; reference: string; digest: string; body: Buffer },
): void {
  const { tags, manifests, late } = repositoryOf(world, name);
  const { manifests: listed = [] } = JSON.parse(body.toString()) as { manifests?: { digest: string }[] };
  manifests.set(
    digest,
    listed.map((child) => child.digest),
  );
  if (reference.includes(":")) return;
  late.delete(reference);
  tags.set(reference, { digest, pushed: new Date() });
}

/** True if a user's token may do something in a repository. */
export function mayDo(
  world: HubWorld,
  user: string,
  { name, action }: { name: string; action: string },
): boolean {
  if (action === "pull") return true;
  return user === world.username && name.startsWith(`${user}/`) && world.options.scope !== "read";
}

/** Removes a tag for good, from the Distribution behind too. */
export async function dropTag(world: HubWorld, name: string, tag: string): Promise<void> {
  const { tags, late } = repositoryOf(world, name);
  tags.delete(tag);
  late.delete(tag);
  const { status } = await fetch(`${world.behind}/v2/${name}/manifests/${tag}`, { method: "DELETE" });
  if (status !== 202) throw new Error(`Distribution answered ${String(status)}`);
}
