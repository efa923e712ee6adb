import { cutEnd } from "../../core/base/cut.js";
import { PruneError } from "../../core/base/errors.js";
import { isObject } from "../../core/base/json.js";

/** A registry's container, reduced to what collecting beside it needs. */
export interface RegistryContainer {
  readonly id: string;
  /** Name without the slash that Docker puts before it. */
  readonly name: string;
  readonly isRunning: boolean;
  /** Id of the image. Its tag may name another image by now. */
  readonly image: string;
  /** Variables as `NAME=value`, with those of the image. */
  readonly env: readonly string[];
  /** User that it runs as; empty if it is the image's. */
  readonly user: string;
  /** Name of its network, `host`, `container:…`, or the engine's default. */
  readonly network: string;
  readonly mounts: readonly Mount[];
  /** The program that serves, and the arguments before its subcommand. */
  readonly program: readonly [string, ...string[]];
  /** Paths at which its configuration may be; the first that is there counts. */
  readonly configPaths: readonly string[];
}

/** Something that is mounted in a container. `source` is a path on the engine's machine. */
export interface Mount {
  readonly kind: "volume" | "bind" | "other";
  readonly source: string;
  readonly destination: string;
  readonly isWritable: boolean;
}

// The paths in the images of 2.x and 3.x (measured).
const DEFAULT_CONFIGS = ["/etc/docker/registry/config.yml", "/etc/distribution/config.yml"] as const;
const SHELLS = /(?:^|\/)(?:sh|bash|ash|dash|zsh)$/;

/**
 * Reads the output of `container inspect`, Docker's or Podman's (before version 5, Podman gives an entry point as one text).
 * @throws {PruneError} where stopping this container would lose something, or it can't be told how to collect beside it
 */
export function readContainer(inspected: Readonly<Record<string, unknown>>): RegistryContainer {
  const [config, host] = [objectAt(inspected, "Config"), objectAt(inspected, "HostConfig")];
  refuseUnsafeContainer(nameOf(inspected), { config, host });
  return describeContainer(inspected);
}

/**
 * Reads the output of `container inspect` for any container, also one that must not be stopped.
 * @throws {PruneError} where it can't be told what it runs
 */
export function describeContainer(inspected: Readonly<Record<string, unknown>>): RegistryContainer {
  const [config, host] = [objectAt(inspected, "Config"), objectAt(inspected, "HostConfig")];
  const name = nameOf(inspected);
  const env = textsAt(config, "Env");
  const command = readCommand(name, [...textsAt(config, "Entrypoint"), ...textsAt(config, "Cmd")]);
  const named = command.config ?? valueOf(env, "REGISTRY_CONFIGURATION_PATH");
  return {
    id: textAt(inspected, "Id"),
    name,
    isRunning: objectAt(inspected, "State")["Running"] === true,
    image: textAt(inspected, "Image"),
    env,
    user: textAt(config, "User"),
    network: textAt(host, "NetworkMode"),
    mounts: [...listAt(inspected, "Mounts").filter(isObject).map(readMount), ...tmpfsOf(host)],
    program: command.program,
    configPaths: named === undefined ? DEFAULT_CONFIGS : [named],
  };
}

function nameOf(inspected: Readonly<Record<string, unknown>>): string {
  return textAt(inspected, "Name").replace(/^\//, "");
}

/** Returns the value of a variable in `NAME=value` texts; `undefined` if it is not set. */
export function valueOf(env: readonly string[], name: string): string | undefined {
  return env.find((entry) => entry.startsWith(`${name}=`))?.slice(name.length + 1);
}

type Objects = Readonly<Record<"config" | "host", Readonly<Record<string, unknown>>>>;

function refuseUnsafeContainer(name: string, { config, host }: Objects): void {
  const labels = Object.keys(objectAt(config, "Labels"));
  if (host["AutoRemove"] === true) {
    throw new PruneError(
      `the container ${name} was started with --rm: stopping it removes it, and its anonymous volume with every image in it`,
      "Make it anew without --rm, with its images in a named volume; nothing was stopped.",
    );
  }
  if (labels.some((label) => label.startsWith("com.docker.swarm."))) {
    throw new PruneError(
      `the container ${name} belongs to a Swarm service, which starts another as soon as it is stopped`,
      "Use gc-command with docker service scale …=0 before and =1 after; docs/disk.md has it worked out. Nothing was stopped.",
    );
  }
  if (labels.some((label) => label.startsWith("io.kubernetes."))) {
    throw new PruneError(
      `the container ${name} belongs to Kubernetes, which starts another as soon as it is stopped`,
      "Use gc-command with kubectl scale; docs/disk.md has it worked out. Nothing was stopped.",
    );
  }
}

/**
 * Splits a command such as `registry serve CONFIG`, `/entrypoint.sh CONFIG` or `registry serve`: the program is what stands before `serve` or the
 * configuration.
 */
function readCommand(
  name: string,
  words: readonly string[],
): { readonly program: readonly [string, ...string[]]; readonly config: string | undefined } {
  const config = words.findLast((word) => /\.ya?ml$/i.test(word));
  const ends = [words.indexOf("serve"), config === undefined ? -1 : words.indexOf(config)];
  const end = Math.min(...ends.filter((index) => index !== -1), words.length);
  const [first, ...rest] = words.slice(0, end);
  if (first === undefined || (SHELLS.test(first) && words.includes("-c"))) {
    throw new PruneError(
      `it can't be told how the container ${name} starts its registry (${cutEnd(words.join(" "), 100)})`,
      "Collect its garbage by gc-command; nothing was stopped.",
    );
  }
  return { program: [first, ...rest], config };
}

function readMount(mount: Readonly<Record<string, unknown>>): Mount {
  const type = textAt(mount, "Type");
  return {
    kind: type === "volume" || type === "bind" ? type : "other",
    source: textAt(mount, "Source"),
    destination: textAt(mount, "Destination"),
    isWritable: mount["RW"] === true,
  };
}

/** Returns the mounts of `--tmpfs`, which `Mounts` does not list. */
function tmpfsOf(host: Readonly<Record<string, unknown>>): readonly Mount[] {
  return Object.keys(objectAt(host, "Tmpfs")).map((destination) => ({
    kind: "other",
    source: "",
    destination,
    isWritable: true,
  }));
}

function objectAt(object: Readonly<Record<string, unknown>>, key: string): Readonly<Record<string, unknown>> {
  const value = object[key];
  return isObject(value) ? value : {};
}

function textAt(object: Readonly<Record<string, unknown>>, key: string): string {
  const value = object[key];
  return typeof value === "string" ? value : "";
}

function listAt(object: Readonly<Record<string, unknown>>, key: string): readonly unknown[] {
  const value = object[key];
  return Array.isArray(value) ? value : [];
}

function textsAt(object: Readonly<Record<string, unknown>>, key: string): readonly string[] {
  const value = object[key];
  if (typeof value === "string" && value !== "") return value.split(" ");
  return listAt(object, key).filter((item) => typeof item === "string");
}

/** Returns the mount that holds a path in a container: the innermost. */
export function mountOf(mounts: readonly Mount[], path: string): Mount | undefined {
  const holds = ({ destination }: Mount): boolean =>
    path === destination || path.startsWith(`${destination.replace(/\/$/, "")}/`);
  return [...mounts].sort((a, b) => b.destination.length - a.destination.length).find(holds);
}
