import pMap from "p-map";
import { PruneError } from "../../core/base/errors.js";
import type { Engine } from "./engine.js";
import { lockName, lookName } from "./names.js";
import { describeContainer, type Mount, mountOf, type RegistryContainer } from "./registry-container.js";
import type { RegistrySite } from "./site.js";

const PROCESSES = 8;

/**
 * Makes sure that no other running container serves the same images: one at another address would take pushes while the garbage is collected.
 * @throws {PruneError} where there is one
 */
export async function refuseNeighbours({ engine, container, storage }: RegistrySite): Promise<void> {
  const { location } = storage;
  const mount = location.kind === "other" ? undefined : mountOf(container.mounts, location.root);
  if (mount === undefined) return;
  for (const other of await runningContainers(engine)) {
    const isOurs = [container.name, lockName(container.name), lookName(container.name)].includes(other.name);
    if (isOurs || !isRegistry(other, container) || !shares(other.mounts, mount)) continue;
    throw new PruneError(
      `the container ${other.name} serves the same images as ${container.name}, and would take pushes while the garbage is collected`,
      "Collect by gc-command, which stops both before and starts both after. Nothing was stopped.",
    );
  }
}

async function runningContainers(engine: Engine): Promise<readonly RegistryContainer[]> {
  const listed = await engine.run(["container", "ls", "--quiet", "--no-trunc"]);
  const ids = listed.split(/\s+/).filter((id) => id !== "");
  // Inspected one by one, because on a busy machine one of them may be gone by now.
  const inspected = await pMap(ids, (id) => engine.inspect(id), { concurrency: PROCESSES });
  return inspected.flatMap((one) => {
    try {
      return one === undefined ? [] : [describeContainer(one)];
    } catch (error) {
      // If nobody can tell what a container runs, it is no registry of the usual kind.
      if (error instanceof PruneError) return [];
      throw error;
    }
  });
}

/** True if another container seems to be a registry: it has the same image, or runs a program of that name. */
function isRegistry(other: RegistryContainer, { image }: RegistryContainer): boolean {
  return other.image === image || other.program.some((word) => /(?:^|\/)(?:docker-)?registry$/.test(word));
}

function shares(mounts: readonly Mount[], { source }: Mount): boolean {
  return mounts.some(
    (mount) =>
      mount.isWritable &&
      mount.source !== "" &&
      (isWithin(mount.source, source) || isWithin(source, mount.source)),
  );
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder.replace(/\/$/, "")}/`);
}
