import { PruneError } from "../../core/base/errors.js";
import type { Engine } from "./engine.js";
import { readContainer, type RegistryContainer } from "./registry-container.js";
import type { RegistryStorage } from "./registry-storage.js";

/** A registry in a container, with all that is needed to collect beside it. */
export interface RegistrySite {
  readonly engine: Engine;
  readonly container: RegistryContainer;
  /** Text of the configuration inside the container, which people may have edited there. */
  readonly config: string;
  readonly storage: RegistryStorage;
}

/** Reads the present state of a container. @throws {PruneError} if it is gone, or must not be stopped */
export async function inspectContainer(engine: Engine, name: string): Promise<RegistryContainer> {
  const inspected = await engine.inspect(name);
  if (inspected !== undefined) return readContainer(inspected);
  throw new PruneError(`the container ${name} is gone`, "Look at who removed it; nothing was stopped.");
}
