import { DOCKER_HUB_HOSTS, isRepositoryName, type Reference } from "./reference.js";

/** Docker Hub's addresses: of its API and of its registry, without a slash at their ends, and the host that hands out tokens for the registry. */
export interface DockerHubAddresses {
  readonly api: string;
  readonly registry: string;
  readonly realm: string;
}

/** Docker Hub. */
export const DOCKER_HUB: DockerHubAddresses = {
  api: "https://hub.docker.com",
  registry: "https://registry-1.docker.io",
  realm: "auth.docker.io",
};

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
