import { getManifest, putManifest, send } from "../../scripts/registry-api.mjs";

/** The owner of packages. */
export interface Owner {
  readonly id: number;
  readonly login: string;
  readonly type: "Organization" | "User";
}

/** A token to make: an Actions job's GITHUB_TOKEN with its `permissions`, or a classic personal one with its scopes. */
export type Token =
  | { readonly kind: "actions"; readonly packages: "none" | "read" | "write" }
  | { readonly kind: "personal"; readonly login: string; readonly scopes: readonly string[] };

/** A package version. `deleted` has the manifest that restoring puts back. */
export interface Version {
  readonly id: number;
  readonly digest: string;
  tags: readonly string[];
  created: Date;
  updated: Date;
  deleted?: { readonly at: Date; readonly manifest: Manifest } | undefined;
}

interface Manifest {
  readonly mediaType: string;
  readonly body: Buffer;
}

/** The properties of a package that tests can set at any time. */
export interface PackageSettings {
  /** True (the default) if everybody who may write may also delete and restore; otherwise the status of the refusal. */
  admin: true | 403 | 404;
  /** Default private. */
  visibility: "private" | "public";
  /** The repository that it is linked to, as owner/name (default: none). */
  linked: string | undefined;
  /** The number of downloads of each digest: complete GETs of its manifest. */
  readonly downloads: Map<string, number>;
  /** The tokens that don't see it. */
  readonly hiddenFrom: Set<string>;
}

/** A package: the name is all that follows the owner, and may have slashes. */
export interface Package {
  readonly id: number;
  readonly owner: Owner;
  readonly name: string;
  readonly versions: Version[];
  readonly settings: PackageSettings;
}

/** Everything that the stand-in knows; `registry` is the URL of the real Distribution. */
export interface World {
  readonly registry: string;
  readonly restoresTags: boolean;
  /** By the login in lower case, because GitHub's logins ignore case. */
  readonly owners: Map<string, Owner>;
  /** By owner/name, as a registry writes it. */
  readonly packages: Map<string, Package>;
  /** By the token's text. */
  readonly tokens: Map<string, Token>;
  readonly nextId: () => number;
}

/** A world in which nothing was pushed yet. All its ids come from one counter. */
export function newWorld(registry: string, restoresTags: boolean): World {
  let id = 1000;
  const nextId = (): number => (id += 1);
  return { registry, restoresTags, owners: new Map(), packages: new Map(), tokens: new Map(), nextId };
}

/** Makes an owner, or changes an existing one, which keeps its id and packages. */
export function declareOwner(world: World, login: string, type: Owner["type"]): Owner {
  const key = login.toLowerCase();
  const owner = Object.assign(world.owners.get(key) ?? { id: world.nextId() }, { login, type });
  world.owners.set(key, owner);
  return owner;
}

/** The package with this full name, which is made if it does not exist. A new owner is an organization. */
export function packageOf(world: World, fullName: string): Package {
  const known = world.packages.get(fullName);
  if (known) return known;
  const [login = "", ...name] = fullName.split("/");
  const made: Package = {
    id: world.nextId(),
    owner: world.owners.get(login) ?? declareOwner(world, login, "Organization"),
    name: name.join("/"),
    versions: [],
    settings: {
      admin: true,
      visibility: "private",
      linked: undefined,
      downloads: new Map(),
      hiddenFrom: new Set(),
    },
  };
  world.packages.set(fullName, made);
  return made;
}

/** Its versions that are not deleted, or those that are, newest first. */
export function versionsOf(
  { versions }: Package,
  state: "active" | "deleted" = "active",
): readonly Version[] {
  const isDeleted = state === "deleted";
  return versions
    .filter(({ deleted }) => (deleted !== undefined) === isDeleted)
    .sort((one, other) => other.created.getTime() - one.created.getTime() || other.id - one.id);
}

/**
 * Records a push. A digest that no active version has becomes a new version, even if a deleted version has it. A tag moves from the version
 * that had it, and both versions get a new date of update.
 * @param reference the tag, or the digest itself
 */
export function notePush(
  world: World,
  fullName: string,
  pushed: { reference: string; digest: string },
): void {
  const { reference, digest } = pushed;
  const pack = packageOf(world, fullName);
  const now = new Date();
  const active = versionsOf(pack);
  let version = active.find((one) => one.digest === digest);
  if (version === undefined) {
    version = { id: world.nextId(), digest, tags: [], created: now, updated: now };
    pack.versions.push(version);
  }
  if (reference.includes(":") || version.tags.includes(reference)) return;
  for (const one of active.filter(({ tags }) => tags.includes(reference))) {
    one.tags = one.tags.filter((tag) => tag !== reference);
    one.updated = now;
  }
  version.tags = [...version.tags, reference];
  version.updated = now;
}

/**
 * Deletes a version, and its manifest from Distribution, which deletes the tags with it. The manifest is read first; then the version is marked
 * as deleted at once, so that the second of two such requests finds nothing.
 * @param refuse throws if the version may not be deleted; called when no other request can come in between
 */
export async function deleteVersion(
  { world, pack }: { readonly world: World; readonly pack: Package },
  version: Version,
  refuse: () => void,
): Promise<void> {
  const repo = repoOf(world, pack);
  const { status, mediaType, body } = await getManifest(repo, version.digest);
  refuse();
  if (status !== 200) {
    throw new Error(`${version.digest} is no more in ${repo.base}/v2/${repo.name}: ${status}`);
  }
  version.deleted = { at: new Date(), manifest: { mediaType, body } };
  await send(repo, "DELETE", `manifests/${version.digest}`);
}

/**
 * Puts a deleted version back, byte for byte: under its digest and, if the world restores tags, under those of its tags that no other version
 * has meanwhile. An index can only come back after its children, because Distribution demands them.
 */
export async function restoreVersion(world: World, pack: Package, version: Version): Promise<void> {
  const { deleted } = version;
  if (deleted === undefined) throw new Error(`${version.digest} is not deleted`);
  const { mediaType, body } = deleted.manifest;
  const taken = new Set(versionsOf(pack).flatMap(({ tags }) => tags));
  const tags = world.restoresTags ? version.tags.filter((tag) => !taken.has(tag)) : [];
  for (const reference of [version.digest, ...tags]) {
    await putManifest(repoOf(world, pack), reference, mediaType, body);
  }
  version.tags = tags;
  version.deleted = undefined;
  version.updated = new Date();
}

/** The package's name as a registry writes it. */
export function fullNameOf({ owner, name }: Package): string {
  return `${owner.login.toLowerCase()}/${name}`;
}

function repoOf({ registry }: World, pack: Package): { readonly base: string; readonly name: string } {
  return { base: registry, name: fullNameOf(pack) };
}
