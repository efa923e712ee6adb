import { type Engine, EngineError } from "../../src/disk/container/engine.js";
import type { RegistryContainer } from "../../src/disk/container/registry-container.js";
import type { RegistrySite } from "../../src/disk/container/site.js";

/** A container of an engine that is made up. */
export interface MadeUpContainer {
  readonly id: string;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  isRunning: boolean;
}

/** An engine that is made up: it gives a name once, and says what it was told to do. */
export interface MadeUpEngine {
  readonly engine: Engine;
  readonly containers: MadeUpContainer[];
  /** The commands that it ran, without `container`: `create NAME`, `rm ID`. */
  readonly ran: string[];
  readonly add: (container: Partial<MadeUpContainer> & Pick<MadeUpContainer, "name">) => MadeUpContainer;
}

/** Makes an engine in which nothing is yet. @param more functions of its own in place of some */
export function makeUpEngine(more: Partial<Engine> = {}): MadeUpEngine {
  const containers: MadeUpContainer[] = [];
  const ran: string[] = [];
  const find = (word: string): MadeUpContainer | undefined =>
    containers.find(({ id, name }) => id === word || name === word);
  const add: MadeUpEngine["add"] = (container) => {
    const made = { id: `id-of-${container.name}`, labels: {}, isRunning: false, ...container };
    containers.push(made);
    return made;
  };
  const run: Engine["run"] = (args) => {
    const [, verb = "", ...rest] = args;
    const name = verb === "create" ? (rest[rest.indexOf("--name") + 1] ?? "") : (rest.at(-1) ?? "");
    ran.push(`${verb} ${verb === "cp" ? "config" : name}`);
    const found = find(name);
    if (verb === "create") {
      if (found !== undefined) return Promise.reject(new EngineError("the name is in use", "none"));
      const labels = rest.flatMap((word, index) =>
        rest[index - 1] === "--label" ? [word.split(/=(.*)/s)] : [],
      );
      add({ name, labels: Object.fromEntries(labels) as Record<string, string> });
    }
    if (verb === "rm" && found !== undefined) containers.splice(containers.indexOf(found), 1);
    if (verb === "kill" && found !== undefined) found.isRunning = false;
    return Promise.resolve("");
  };
  const inspect: Engine["inspect"] = (word) => {
    const found = find(word);
    if (found === undefined) return Promise.resolve(undefined);
    const { id: Id, name: Name, labels: Labels, isRunning: Running } = found;
    return Promise.resolve({ Id, Name: `/${Name}`, Config: { Labels }, State: { Running } });
  };
  const engine: Engine = {
    program: "docker",
    run,
    inspect,
    follow: () => Promise.resolve({ code: 0, errorOutput: "" }),
    fileSize: () => Promise.resolve(undefined),
    fileTime: () => Promise.resolve(undefined),
    ...more,
  };
  return { engine, containers, ran, add };
}

/** Makes the site of a registry whose images are in a volume. */
export function makeUpSite(
  engine: Engine,
  {
    container = {},
    storage,
  }: { readonly container?: Partial<RegistryContainer>; readonly storage?: RegistrySite["storage"] } = {},
): RegistrySite {
  return {
    engine,
    config: "version: 0.1\n",
    storage: storage ?? { location: { kind: "filesystem", root: "/var/lib/registry" }, cache: undefined },
    container: {
      id: "id-of-registry",
      name: "registry",
      isRunning: true,
      image: "sha256:feed",
      env: [],
      user: "",
      network: "bridge",
      mounts: [
        { kind: "volume", source: "/volumes/v/_data", destination: "/var/lib/registry", isWritable: true },
      ],
      program: ["registry"],
      configPaths: ["/etc/docker/registry/config.yml"],
      ...container,
    },
  };
}
