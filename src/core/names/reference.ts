import { PruneError } from "../base/errors.js";

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** A tag's name, such as `3.3.0-alpha.74`. */
export type Tag = Branded<"Tag">;
/** A content digest, such as `sha256:` and 64 hex digits. */
export type Digest = Branded<"Digest">;
/** A repository's path on its registry, such as `team/app`. */
export type RepositoryName = Branded<"RepositoryName">;

/** An image reference, taken apart. `host` is lower case and carries its port where one was written. */
export interface Reference {
  /** Only where the reference was written with `http://` or `https://`. */
  readonly scheme?: "http" | "https";
  readonly host: string;
  readonly repository: RepositoryName;
  readonly tag?: Tag;
  readonly digest?: Digest;
}

/** True if two references name the same repository. */
export function isSameRepository(
  a: Pick<Reference, "host" | "repository">,
  b: Pick<Reference, "host" | "repository">,
): boolean {
  return a.host === b.host && a.repository === b.repository;
}

// The grammar of https://pkg.go.dev/github.com/distribution/reference (host, path, tag, digest).
const LABEL = "[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?";
const HOST = new RegExp(`^(?:${LABEL}(?:\\.${LABEL})*|\\[[0-9a-fA-F:]+\\])(?::[0-9]{1,5})?$`);
const COMPONENT = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
const REPOSITORY = new RegExp(`^${COMPONENT}(?:/${COMPONENT})*$`);
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^[a-z0-9]+(?:[+._-][a-z0-9]+)*:[0-9a-fA-F]{32,}$/;
const SHA256 = /^sha256:[0-9a-f]{64}$/;
const SHA256_LENGTH = "sha256:".length + 64;
const MAX_REPOSITORY = 255;

/** True if `text` is a tag by the distribution grammar: a word character, then up to 127 of `[A-Za-z0-9_.-]`. */
export function isTag(text: string): text is Tag {
  return TAG.test(text);
}

/** True if `text` is a digest by the distribution grammar: `algorithm:hex`; SHA-256 and SHA-512 need their length. */
export function isDigest(text: string): text is Digest {
  // The short way, because nearly all digests are SHA-256 and there may be hundreds of thousands.
  if (text.length === SHA256_LENGTH && SHA256.test(text)) return true;
  if (!DIGEST.test(text)) return false;
  const [algorithm, hex = ""] = text.split(":");
  if (algorithm === "sha256") return false;
  if (algorithm === "sha512") return /^[0-9a-f]{128}$/.test(hex);
  return true;
}

/** True if `text` is a host name, IPv4 address or bracketed IPv6 address, with or without a port. */
export function isHost(text: string): boolean {
  return HOST.test(text);
}

/** The hosts of Docker Hub, where Docker looks for a reference without a host. */
export const DOCKER_HUB_HOSTS: readonly string[] = [
  "docker.io",
  "index.docker.io",
  "registry-1.docker.io",
  "registry.hub.docker.com",
];

/**
 * Reads `[http://|https://]host[:port]/repository[:tag][@digest]`, as Docker does: without a host
 * (a first part with a dot or a port, or `localhost`) a reference means Docker Hub.
 * @throws {PruneError} with what is wrong, and how to write it
 */
export function parseReference(text: string): Reference {
  const { scheme, host, path } = splitReference(text);
  const { repository, tag, digest } = splitPath(text, path);
  return {
    ...(scheme === undefined ? {} : { scheme }),
    host: host.toLowerCase(),
    repository: checkedRepository(text, repository),
    ...(tag === undefined ? {} : { tag: checkedTag(text, tag) }),
    ...(digest === undefined ? {} : { digest: checkedDigest(text, digest) }),
  };
}

/**
 * Reads `host/repository` as plans and journals write it. The first part is always the host, even one such as `registry`, which Docker would look for
 * on its Hub.
 * @throws {PruneError} where it is not that
 */
export function parseRepository(text: string): Reference {
  const { host, repository, tag, digest } = parseReference(`https://${text}`);
  if (`${host}/${repository}` === text && tag === undefined && digest === undefined) {
    return { host, repository };
  }
  throw invalid(text, "it is not host/repository");
}

/** Splits a reference into its host and the rest, as Docker does. @throws {PruneError} if the host is not valid */
export function splitReference(text: string): {
  readonly scheme?: "http" | "https";
  readonly host: string;
  readonly path: string;
} {
  const scheme = /^(https?):\/\//i.exec(text)?.[1]?.toLowerCase();
  const { host, path } = splitHost(scheme === undefined ? text : text.slice(scheme.length + 3), scheme);
  return { ...(scheme === "http" || scheme === "https" ? { scheme } : {}), host, path };
}

function splitHost(rest: string, scheme: string | undefined): { host: string; path: string } {
  const slash = rest.indexOf("/");
  const first = slash === -1 ? rest : rest.slice(0, slash);
  const names = scheme !== undefined || (slash !== -1 && (/[.:]/.test(first) || first === "localhost"));
  if (!names) {
    if (slash === -1 && isHostAlone(rest)) throw invalid(rest, NO_REPOSITORY);
    return { host: "docker.io", path: rest };
  }
  if (first.includes("@")) {
    throw invalid("a reference", "it holds a user name or password; give those as username and password");
  }
  if (!isHost(first)) throw invalid(rest, `"${first}" is not a host; write host[:port]/repository[:tag]`);
  return { host: first, path: slash === -1 ? "" : rest.slice(slash + 1) };
}

const NO_REPOSITORY = "it names no repository; write host[:port]/repository[:tag]";

/** True of `localhost:5000` and `registry.example.com`, which Docker takes for official images; none is called so. */
function isHostAlone(text: string): boolean {
  return /^(?:localhost|[a-z\d-]+(?:\.[a-z\d-]+)+)(?::\d{1,5})?$/i.test(text);
}

function splitPath(text: string, path: string): { repository: string; tag?: string; digest?: string } {
  const at = path.indexOf("@");
  const digest = at === -1 ? undefined : path.slice(at + 1);
  const name = at === -1 ? path : path.slice(0, at);
  const colon = name.lastIndexOf(":");
  const tag = colon === -1 || name.includes("/", colon) ? undefined : name.slice(colon + 1);
  const repository = tag === undefined ? name : name.slice(0, colon);
  if (repository === "") throw invalid(text, NO_REPOSITORY);
  return {
    repository,
    ...(tag === undefined ? {} : { tag }),
    ...(digest === undefined ? {} : { digest }),
  };
}

/** True if a text is a repository's name, without its host. */
export function isRepositoryName(text: string): text is RepositoryName {
  return REPOSITORY.test(text) && text.length <= MAX_REPOSITORY;
}

function checkedRepository(text: string, repository: string): RepositoryName {
  if (isRepositoryName(repository)) return repository;
  if (repository !== repository.toLowerCase()) {
    throw invalid(text, `a repository is lower case; write "${repository.toLowerCase()}"`);
  }
  throw invalid(text, `"${repository}" is not a repository; write host[:port]/repository[:tag]`);
}

function checkedTag(text: string, tag: string): Tag {
  if (isTag(tag)) return tag;
  throw invalid(text, `"${tag}" is not a tag; a tag is up to 128 letters, digits, "_", "." and "-"`);
}

function checkedDigest(text: string, digest: string): Digest {
  if (isDigest(digest)) return digest;
  throw invalid(text, `"${digest}" is not a digest; write sha256: and 64 hex digits, in lower case`);
}

function invalid(text: string, why: string): PruneError {
  return new PruneError(`"${text}" is not an image reference: ${why}`, "Correct the reference.");
}

/** The name of Docker Hub's host, whichever of its names was written. */
export const DOCKER_HUB_HOST = "docker.io";
/** The namespace of the official images, which Docker puts before a name of one part. */
const OFFICIAL = "library";

/** True if a host is Docker Hub by one of its names. */
export function isOnDockerHub(host: string): boolean {
  return DOCKER_HUB_HOSTS.includes(host);
}

/** Returns a place under the one name that it has on Docker Hub: `index.docker.io/alpine` is `docker.io/library/alpine`. Any other is returned as it is. */
export function underItsHubName<
  Place extends Pick<Reference, "host"> & Partial<Pick<Reference, "repository">>,
>(place: Place): Place {
  if (!isOnDockerHub(place.host)) return place;
  const named = { ...place, host: DOCKER_HUB_HOST };
  const official = `${OFFICIAL}/${place.repository ?? ""}`;
  const isShort = place.repository?.includes("/") === false && isRepositoryName(official);
  return isShort ? { ...named, repository: official } : named;
}

/** True if a reference's path names a repository, whatever its host: one of several parts may stand behind more of them, and an official image may lack its namespace. */
export function isPathOf(path: string, repository: string): boolean {
  return path.endsWith(`/${repository}`) || `${DOCKER_HUB_HOST}/${repository}` === withNamespace(path);
}

function withNamespace(path: string): string {
  return path.replace(/^docker\.io\/([^/]+)$/, `${DOCKER_HUB_HOST}/${OFFICIAL}/$1`);
}
