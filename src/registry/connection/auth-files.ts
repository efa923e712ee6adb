import { isAbsolute, join } from "node:path";
import { PruneError } from "../../core/base/errors.js";
import { isObject, parseJson } from "../../core/base/json.js";
import { codeOf, isNotThere } from "../../core/base/system-error.js";
import { MOST_BYTES, readRegular, whyUnreadable } from "../../files/read-regular.js";
import { inHome } from "./home.js";

/** A parsed JSON object of which nothing is known yet. */
export type Unknowns = Readonly<Record<string, unknown>>;

/** A configuration that may have credentials in it. */
export interface AuthFile {
  /** A path, or the name of a variable. */
  readonly name: string;
  readonly config: Unknowns;
}

type AuthText = readonly [name: string, read: () => Promise<string | undefined>];

/**
 * Reads the places where docker, crane and podman find credentials, in this order: `DOCKER_AUTH_CONFIG`; Docker's `config.json`, or the file that
 * `DOCKER_CONFIG` names; `REGISTRY_AUTH_FILE`; podman's `auth.json` of this session and of this user. What can't be read comes as an error in its turn.
 */
export async function authFiles(): Promise<readonly (AuthFile | PruneError)[]> {
  const read = await Promise.all([...inVariables(), ...inFiles()].map(readPlace));
  return read.filter((file) => file !== undefined);
}

async function readPlace([name, read]: AuthText): Promise<AuthFile | PruneError | undefined> {
  try {
    const text = await read();
    if (text === undefined) return undefined;
    // A BOM is no JSON, and Windows writes one. An empty file is what `touch` and an interrupted login leave.
    const json = text.replace(/^\uFEFF/, "").trim();
    const config = json === "" ? {} : parseJson(json);
    // Not the parser's own message: it quotes the text, which holds passwords.
    return isObject(config) ? { name, config } : unreadable(name, "it is not a JSON object");
  } catch (cause) {
    return unreadable(name, whyUnreadable(cause));
  }
}

function inVariables(): readonly AuthText[] {
  const value = variable("DOCKER_AUTH_CONFIG");
  // GitLab gives a variable of the type File as the path of one.
  const read = isAbsolute(value) ? (): Promise<string | undefined> => readIfThere(value) : undefined;
  return [["DOCKER_AUTH_CONFIG", read ?? (() => Promise.resolve(value))]];
}

function inFiles(): readonly AuthText[] {
  const docker = variable("DOCKER_CONFIG");
  const paths = [
    docker === "" ? inHome(".docker", "config.json") : join(docker, "config.json"),
    docker,
    variable("REGISTRY_AUTH_FILE"),
    ...podmanFiles(),
  ];
  const known = new Set(paths.flatMap((path) => path ?? []));
  return [...known].map((path) => [path, () => readIfThere(path)]);
}

/** Returns podman's files, of a login that ends with the session and of one that stays (containers-auth.json(5)). */
function podmanFiles(): readonly (string | undefined)[] {
  const session = variable("XDG_RUNTIME_DIR");
  const user = process.getuid?.();
  const settings = variable("XDG_CONFIG_HOME");
  const own = ["containers", "auth.json"] as const;
  return [
    session === ""
      ? user === undefined
        ? undefined
        : join("/run/containers", `${user}`, "auth.json")
      : join(session, ...own),
    settings === "" ? inHome(".config", ...own) : join(settings, ...own),
  ];
}

/** Reads a file; `undefined` where there is none, or a folder, as `DOCKER_CONFIG` mostly names one. */
async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return (await readRegular(path, MOST_BYTES.configuration)).toString("utf8");
  } catch (error) {
    if (isNotThere(error) || codeOf(error) === "EISDIR") return undefined;
    throw error;
  }
}

function variable(name: string): string {
  return process.env[name]?.trim() ?? "";
}

function unreadable(name: string, why: string): PruneError {
  return new PruneError(
    `${name} can't be read (${why})`,
    "Correct it, sign in again with docker login, or give username and password.",
  );
}
