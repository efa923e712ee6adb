import { lstat, readdir, realpath } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { PruneError } from "../../core/base/errors.js";
import { isNotThere } from "../../core/base/system-error.js";
import { storageError } from "./filesystem-errors.js";

const BELOW = join("docker", "registry", "v2");

/**
 * Finds the real path of a registry's rootdirectory: the folder that has `docker/registry/v2/repositories` in it. The path itself may be a symbolic
 * link; below it, none is followed.
 * @throws {PruneError} where the folder is none, with the right one where it is near
 */
export async function findRoot(path: string): Promise<string> {
  const root = await realpath(path).catch((error: unknown) => {
    if (!isNotThere(error)) {
      throw storageError(error, `opening ${path}`);
    }
    throw new PruneError(`${path} is not there`, WHICH_FOLDER);
  });
  const repositories = join(root, BELOW, "repositories");
  const real = await realpath(repositories).catch(() => undefined);
  if (real === undefined) throw await notARoot(path, root);
  if (real !== repositories) {
    throw new PruneError(
      `${repositories} is a symbolic link to ${real}, and a sweep follows none`,
      real.endsWith(join(sep, BELOW, "repositories"))
        ? `Give --storage ${real.slice(0, -join(sep, BELOW, "repositories").length)}`
        : "Give the folder that really has docker/registry/v2/repositories in it, or mount the disk there.",
    );
  }
  const entries = await readdir(join(root, BELOW)).catch((error: unknown) => {
    throw storageError(error, `listing ${join(root, BELOW)}`);
  });
  // Distribution makes these two folders and no other (registry/storage/paths.go).
  const isFolder = (await lstat(real)).isDirectory();
  if (isFolder && entries.includes("blobs")) return root;
  throw new PruneError(
    `${path} has repositories and no blobs, so it is not the whole folder of a registry`,
    WHICH_FOLDER,
  );
}

const WHICH_FOLDER = [
  "Give the registry's rootdirectory: what it has at /var/lib/registry, as it stands on this machine, such as",
  "the folder of -v FOLDER:/var/lib/registry, or the Mountpoint of docker volume inspect VOLUME.",
].join("\n");

async function notARoot(path: string, root: string): Promise<PruneError> {
  const near = await nearRoot(root);
  return near === undefined
    ? new PruneError(
        `${path} is no registry's folder: there is no docker/registry/v2/repositories in it`,
        `${WHICH_FOLDER}\nA registry that nothing was pushed to has none yet, and nothing to remove.`,
      )
    : new PruneError(`${path} is not the registry's rootdirectory, but ${near} is`, `Give --storage ${near}`);
}

/** Finds the registry's folder if somebody gave one that is too deep or too high. */
async function nearRoot(root: string): Promise<string | undefined> {
  const above = [dirname(root)];
  for (let level = 0; level < 3; level += 1) above.push(dirname(above.at(-1) ?? root));
  const below = ["_data", "registry", "data", "storage", "var/lib/registry", "lib/registry"];
  for (const candidate of [...above, ...below.map((name) => join(root, name))]) {
    const repositories = join(candidate, BELOW, "repositories");
    const isThere = await lstat(repositories).then(
      (found) => found.isDirectory(),
      () => false,
    );
    // A folder above counts only if the given one is on the way from it to its repositories; one below always is.
    const isOnTheWay = `${repositories}${sep}`.startsWith(`${root}${sep}`);
    if (isThere && isOnTheWay) return candidate;
  }
  return undefined;
}
