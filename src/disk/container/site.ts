import { PruneError } from "../../core/base/errors.js";
import type { Engine } from "./engine.js";
import { readContainer, type RegistryContainer } from "./registry-container.js";
import type { RegistryStorage } from "./registry-storage.js";

/** A registry in a container, and all that collecting beside it takes. */
export interface RegistrySite {
  readonly engine: Engine;
  readonly container: RegistryContainer;
  /** The text of the container's own configuration, which people edit inside. */
  readonly config: string;
  readonly storage: RegistryStorage;
}

/** What a container is now. */
export async function inspectContainer(engine: Engine, name: string): Promise<RegistryContainer> {
  const inspected = await engine.inspect(name);
  if (inspected !== undefined) return readContainer(inspected);
  throw new PruneError(`the container ${name} is gone`, "Look at who removed it; nothing was stopped.");
}
