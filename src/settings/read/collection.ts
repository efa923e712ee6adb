import type { SettingReader } from "./setting-reader.js";

/** The way in which a registry's garbage is collected. */
export interface CollectionSettings {
  readonly by:
    | {
        readonly kind: "container";
        readonly name: string;
        /** The least garbage, in bytes, for which the registry is stopped. */
        readonly minimum?: number;
        /** The user's word that the container is the registry that is named. */
        readonly isTrusted?: true;
      }
    | { readonly kind: "command"; readonly script: string };
  /** The most time that a collection may take, in milliseconds. */
  readonly timeout: number;
}

// Docker and Podman allow these names (moby, names.RestrictedNameChars).
const CONTAINER_NAME = /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/;

const LONGEST_TIMEOUT_MS = 24 * 60 * 60 * 1000;

/** Reads the settings of garbage collection; `undefined` where none is asked for. Problems go to the reader. */
export function readCollectionSettings(read: SettingReader): CollectionSettings | undefined {
  const name = read.text("gc-container");
  const script = read.text("gc-command");
  const minimum = read.size("gc-min-bytes");
  const trust = readTrust(read, name);
  const timeout = read.duration("gc-timeout") ?? LONGEST_TIMEOUT_MS;
  if (timeout > LONGEST_TIMEOUT_MS) read.problem("gc-timeout", "it is longer than a day; write 24h or less");
  if (name !== "" && !CONTAINER_NAME.test(name)) {
    read.problem("gc-container", `"${name}" is not a container's name; write the one that docker ps shows`);
  }
  if (name !== "" && script !== "") {
    read.problem("gc-command", "gc-container is given too; give one");
  }
  if (name === "" && minimum !== undefined) {
    read.problem(
      "gc-min-bytes",
      "it needs gc-container: nobody else can be asked how much garbage there is; measure it in your script",
    );
  }
  if (name !== "") {
    return {
      by: { kind: "container", name, ...trust, ...(minimum === undefined ? {} : { minimum }) },
      timeout,
    };
  }
  return script === "" ? undefined : { by: { kind: "command", script }, timeout };
}

function readTrust(read: SettingReader, container: string): { readonly isTrusted?: true } {
  const isTrusted = read.boolean("trust-gc-container");
  if (isTrusted && container === "") {
    read.problem("trust-gc-container", "it is about the container in gc-container; name that");
  }
  return isTrusted ? { isTrusted } : {};
}
