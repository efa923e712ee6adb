/** Variables as an engine's client takes them for a container, without a word of them on its command line. */
export interface ContainerVariables {
  /** The text for `--env-file`: `NAME=value`, one a line, without quotes. */
  readonly file: string;
  /** The few that such a file has no form for. The client's own environment has to have them. */
  readonly others: Readonly<Record<string, string>>;
}

// The client reads a file by lines of less than 64 KiB (docker/cli, kvfile; a bufio.Scanner's limit), and refuses the whole of it for a name with a space in it.
const LONGEST_LINE_BYTES = 60 * 1024;
const NAME = /^[^\s=#][^\s=]*$/u;
// A registry's own variables. Podman reads one of that prefix, and no client any other.
const REGISTRYS_OWN = /^REGISTRY_(?!AUTH_FILE$)[A-Z0-9_]+$/;

/**
 * Splits variables into those that a file can have, and a registry's own that have several lines or are too long for it. Any other of that kind is left out: it means
 * nothing to a registry, and an engine's client must not see it.
 * @param entries `NAME=value` each, as an engine says of a container; whoever made its image chose them
 */
export function containerVariables(entries: readonly string[]): ContainerVariables {
  const lines: string[] = [];
  const others: Record<string, string> = {};
  for (const entry of entries) {
    const equals = entry.indexOf("=");
    if (equals < 1) continue;
    const name = entry.slice(0, equals);
    const isLine = NAME.test(name) && !/[\r\n]/.test(entry) && Buffer.byteLength(entry) < LONGEST_LINE_BYTES;
    if (isLine) lines.push(`${entry}\n`);
    else if (REGISTRYS_OWN.test(name)) others[name] = entry.slice(equals + 1);
  }
  return { file: lines.join(""), others };
}
