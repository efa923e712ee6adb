import { PruneError } from "../../core/base/errors.js";
import { join } from "path/posix";
import { lstat } from "fs/promises";
import { whyRefused } from "../../core/base/system-error.js";
import { MOST_BYTES, NoPlainFileError, readRegular } from "../../files/read-regular.js";
import { firstThatWorks } from "../temporary-file.js";
import { EngineError, findEngine, type Engine } from "./engine.js";
import { refuseNeighbours } from "./other-registries.js";
import { mountOf, type RegistryContainer } from "./registry-container.js";
import { readStorage, type RegistryStorage } from "./registry-storage.js";
import { type RegistrySite, inspectContainer } from "./site.js";

/**
 * Finds a registry's container and reads how it is set up. Changes nothing.
 * @throws {PruneError} where it can't be found, or collecting beside it would lose something
 */
export async function openSite(name: string): Promise<RegistrySite> {
  const engine = await findEngine(name);
  const container = await inspectContainer(engine, name);
  const config = await copyConfig(engine, container);
  const storage = readStorage(config, container.env);
  refuseUnsafeStorage(container, storage);
  const site = { engine, container, config, storage };
  await refuseNeighbours(site);
  return site;
}

/** Copies the configuration out of a registry's container, and returns its text. @throws {PruneError} if it can't be copied */
export async function copyConfig(engine: Engine, container: RegistryContainer): Promise<string> {
  try {
    for (const path of container.configPaths) {
      try {
        // Podman always follows a link, and does not know the flag.
        const follow = engine.program === "docker" ? ["--follow-link"] : [];
        return await copyOut(engine, [...follow, `${container.id}:${path}`]);
      } catch (error) {
        if (!(error instanceof EngineError) || container.configPaths.at(-1) === path) throw error;
      }
    }
    throw new PruneError("no place for the configuration is known", "Please report it.");
  } catch (cause) {
    if (!(cause instanceof PruneError)) throw cause;
    throw new PruneError(
      `the configuration of the container ${container.name} can't be copied out of it: ${cause.message}`,
      `It was looked for at ${container.configPaths.join(" and ")}. Nothing was stopped.`,
    );
  }
}

async function copyOut(engine: Engine, from: readonly string[]): Promise<string> {
  const file = await firstThatWorks(async (folder) => {
    const path = join(folder, "config.yml");
    await engine.run(["container", "cp", ...from, path]);
    return path;
  });
  try {
    return await readCopy(file.path);
  } finally {
    await file.remove();
  }
}

/** Reads what was copied out of a container, whose image may be anybody's. @throws {PruneError} if it is a link, or no file of some kilobytes */
async function readCopy(file: string): Promise<string> {
  try {
    if ((await lstat(file)).isSymbolicLink()) throw new NoPlainFileError("it is a symbolic link");
    return (await readRegular(file, MOST_BYTES.configuration)).toString("utf8");
  } catch (cause) {
    throw new PruneError(whyRefused(cause), "Look at it in the container.", { cause });
  }
}

/** Refuses a registry of which a stop or a collection would lose something. @throws {PruneError} with the reason */
export function refuseUnsafeStorage(
  { name, mounts }: RegistryContainer,
  { location, cache }: RegistryStorage,
): void {
  if (cache === "redis") {
    throw new PruneError(
      `the registry in ${name} remembers blobs in redis, which a restart does not clear: after a collection it would take pushes of layers that are gone`,
      "Use gc-command, with a flush of that redis database before the registry is started again; nothing was stopped.",
    );
  }
  if (location.kind === "other") return;
  const mount = mountOf(mounts, location.root);
  if (mount === undefined || mount.kind === "other") {
    throw new PruneError(
      `the images of the registry in ${name} (${location.root}) are not in a volume` +
        (mount === undefined ? ", so no other container can see them" : ", and stopping it would lose them"),
      "Put them in a volume (docker run -v registry:/var/lib/registry …); nothing was stopped.",
    );
  }
}
