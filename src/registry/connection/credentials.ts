import { PruneError } from "../../core/base/errors.js";
import { textAt } from "../../core/base/json.js";
import { findEntry, objectAt } from "./auth-entries.js";
import { type AuthFile, authFiles } from "./auth-files.js";
import { askHelper } from "./credential-helper.js";
import type { Credentials, FoundCredentials, Identity } from "./identity.js";

/**
 * Finds the credentials for a registry, or for one of its repositories, as `keychain` does.
 * @throws {PruneError} where nothing was found, and something that may have it does not work
 */
export async function dockerCredentials(host: string, repository?: string): Promise<Credentials> {
  const { credentials, trouble } = await keychain(host)(repository);
  if (trouble !== undefined) throw trouble;
  return credentials;
}

/** The hosts by which Docker's configuration knows its Hub. `docker login` writes `https://index.docker.io/v1/`. */
const HUB_HOSTS = ["index.docker.io", "docker.io"];

/**
 * Finds the credentials for Docker Hub, as `docker login` without a host writes them.
 * @throws {PruneError} where nothing was found, and something that may have it does not work
 */
export async function dockerHubCredentials(): Promise<Credentials> {
  let trouble: PruneError | undefined;
  for (const host of HUB_HOSTS) {
    const found = await keychain(host)(undefined);
    if (found.credentials.kind !== "anonymous") return found.credentials;
    trouble ??= found.trouble;
  }
  if (trouble !== undefined) throw trouble;
  return { kind: "anonymous" };
}

/** Returns the name by which a helper is asked for a host. */
function serverOf(host: string): string {
  return host === HUB_HOSTS[0] ? `https://${host}/v1/` : host;
}

/**
 * Makes what finds the credentials for a host's repositories where docker, crane and podman find them (`authFiles` has the order). Within a file the order is theirs
 * too: `credHelpers` for the host, `credsStore`, `auths`. What does not work is passed over where another way works, as docker does with a helper that is not
 * installed. Each file is read once, and each helper asked once.
 */
export function keychain(host: string): (repository: string | undefined) => Promise<Identity> {
  let files: Promise<readonly (AuthFile | PruneError)[]> | undefined;
  const asked = new Map<AuthFile, Promise<Credentials | PruneError | undefined>>();
  const findIn = async (
    file: AuthFile,
    repository: string | undefined,
  ): Promise<FoundCredentials | PruneError | undefined> => {
    const helping = asked.get(file) ?? askFor(file, host);
    asked.set(file, helping);
    const helped = await helping;
    const found =
      helped === undefined || helped instanceof PruneError ? findEntry(file, { host, repository }) : helped;
    if (found === undefined || found instanceof PruneError) {
      return helped instanceof PruneError ? helped : found;
    }
    return { credentials: found, from: file.name };
  };
  return async (repository) => {
    files ??= authFiles();
    let trouble: PruneError | undefined;
    for (const file of await files) {
      const found = file instanceof PruneError ? file : await findIn(file, repository);
      if (found instanceof PruneError) trouble ??= found;
      else if (found !== undefined) return found;
    }
    return { credentials: { kind: "anonymous" }, ...(trouble === undefined ? {} : { trouble }) };
  };
}

/** Returns what the helper says that a file names for a host; `undefined` where it names none, or the helper knows nothing of the host. */
async function askFor(
  { name, config }: AuthFile,
  host: string,
): Promise<Credentials | PruneError | undefined> {
  const ofHosts = objectAt(config, "credHelpers");
  // An empty one says that the store is not for this host.
  const named = [serverOf(host), host].find((name) => name in ofHosts);
  const helper = named === undefined ? textAt(config, "credsStore") : textAt(ofHosts, named);
  if (helper === undefined) return undefined;
  try {
    const found = await askHelper({ helper, host: serverOf(host), file: name });
    return found.kind === "anonymous" ? undefined : found;
  } catch (error) {
    if (error instanceof PruneError) return error;
    throw error;
  }
}
