import { join } from "node:path";
import { childEnvironment } from "../../core/base/child-environment.js";
import { PruneError } from "../../core/base/errors.js";
import { isObject, parseJson, textAt } from "../../core/base/json.js";
import { codeOf, isNotThere } from "../../core/base/system-error.js";
import { MOST_BYTES, readRegular, whyUnreadable } from "../../files/read-regular.js";
import { inHome } from "./home.js";

/** The credentials for one registry. */
export type Credentials =
  | { readonly kind: "anonymous" }
  | { readonly kind: "password"; readonly username: string; readonly password: string }
  | { readonly kind: "identity-token"; readonly token: string };

const ANONYMOUS: Credentials = { kind: "anonymous" };
const HELPER_MS = 30_000;

/**
 * Finds a host's credentials in Docker's configuration (`$DOCKER_CONFIG/config.json`, else `~/.docker/config.json`), in
 * Docker's own order: `credHelpers` for the host, `credsStore`, `auths`. Without an entry: anonymous.
 * @throws {PruneError} where the file or a helper is there and does not work
 */
export function dockerCredentials(host: string): Promise<Credentials> {
  return find({ host, server: host, helpers: [host], isKey: (key) => hostOf(key) === host });
}

// Docker's own name for its Hub in its configuration, and to credential helpers.
const HUB_KEY = "https://index.docker.io/v1/";
const HUB_KEYS = [HUB_KEY, "index.docker.io", "docker.io"];

/** Finds the credentials for Docker Hub, as `docker login` without a host writes them: beside them it writes tokens of its own under longer names. */
export function dockerHubCredentials(): Promise<Credentials> {
  return find({
    host: "Docker Hub",
    server: HUB_KEY,
    helpers: HUB_KEYS,
    isKey: (key) => HUB_KEYS.includes(key.replace(/^(?:https:\/\/)?(index\.docker\.io)\/v1\/?$/, HUB_KEY)),
  });
}

/** A registry's entry in Docker's configuration. */
interface ConfigEntry {
  /** The registry, as a person knows it. */
  readonly host: string;
  /** The name by which a helper is asked for it. */
  readonly server: string;
  /** The names by which `credHelpers` may have it. */
  readonly helpers: readonly string[];
  /** True for its key in `auths`. */
  readonly isKey: (key: string) => boolean;
}

async function find(entry: ConfigEntry): Promise<Credentials> {
  const folder = process.env["DOCKER_CONFIG"] ?? "";
  const path = folder === "" ? inHome(".docker", "config.json") : join(folder, "config.json");
  if (path === undefined) return ANONYMOUS;
  const config = await readConfig(path);
  const [own] = entry.helpers.flatMap((name) => textAt(config["credHelpers"], name) ?? []);
  const helper = own ?? textAt(config, "credsStore");
  if (helper !== undefined) {
    const found = await askHelper(helper, entry);
    if (found.kind !== "anonymous") return found;
  }
  return fromAuths(objectAt(config, "auths"), entry, path);
}

type Unknowns = Readonly<Record<string, unknown>>;

async function readConfig(path: string): Promise<Unknowns> {
  const bytes = await readRegular(path, MOST_BYTES.configuration).catch((cause: unknown) => {
    if (isNotThere(cause)) return Buffer.from("{}");
    throw unreadableConfig(path, whyUnreadable(cause));
  });
  const config = parseJson(bytes.toString("utf8"));
  // Not the parser's own message: it quotes the text, which holds passwords.
  if (!isObject(config)) throw unreadableConfig(path, "it is not a JSON object");
  return config;
}

function unreadableConfig(path: string, why: string): PruneError {
  return new PruneError(
    `${path} can't be read (${why})`,
    "Correct it, sign in again with docker login, or give username and password.",
  );
}

function fromAuths(auths: Unknowns, { host, server, isKey }: ConfigEntry, path: string): Credentials {
  const key = Object.keys(auths).find(isKey);
  if (key === undefined) return ANONYMOUS;
  const entry = objectAt(auths, key);
  const identity = textAt(entry, "identitytoken");
  if (identity !== undefined) return { kind: "identity-token", token: identity };
  const decoded = Buffer.from(textAt(entry, "auth") ?? "", "base64").toString("utf8");
  const colon = decoded.indexOf(":");
  const username = colon > 0 ? decoded.slice(0, colon) : textAt(entry, "username");
  const password = colon > 0 ? decoded.slice(colon + 1) : textAt(entry, "password");
  if (username !== undefined && password !== undefined) return { kind: "password", username, password };
  if (Object.keys(entry).length === 0) return ANONYMOUS; // what `docker login` leaves beside a credsStore
  throw new PruneError(
    `${path} has an entry for ${host} without a user name and password`,
    `Sign in again: docker login${server === host ? ` ${host}` : ""}`,
  );
}

/** Docker writes a bare host, and in older files a URL with a path. */
function hostOf(key: string): string {
  return key
    .replace(/^https?:\/\//, "")
    .replace(/\/.*$/, "")
    .toLowerCase();
}

/** The protocol of https://github.com/docker/docker-credential-helpers: the host on standard input, JSON on standard output. */
async function askHelper(helper: string, { host, server }: ConfigEntry): Promise<Credentials> {
  const program = `docker-credential-${helper}`;
  if (!/^[\w.-]+$/.test(helper)) {
    throw new PruneError(
      "the credential helper of Docker's config.json has no name that one can have",
      "Correct credsStore or credHelpers there: letters, digits, dots and dashes, such as pass.",
    );
  }
  // Few have a helper, and loading this takes a start longer than reading the file.
  const { execFile } = await import("node:child_process");
  const output = await new Promise<string>((resolve, reject) => {
    const child = execFile(
      program,
      ["get"],
      { timeout: HELPER_MS, env: environmentOf(helper) },
      (error, stdout) => {
        // Helpers say on standard output, with exit code 1, that they know nothing of a host.
        if (error === null) resolve(stdout);
        else if (/credentials not found/i.test(stdout)) resolve("{}");
        else reject(new Error(`it ended with ${String(error.code ?? error.signal)}`));
      },
    );
    // A helper may answer without reading, which breaks the pipe.
    child.stdin?.on("error", () => undefined).end(server);
  }).catch((cause: unknown) => {
    throw new PruneError(
      `${program}, which Docker's config.json names for ${host}, does not work (${reasonOf(cause)})`,
      "Install it or put it on the PATH, take it out of config.json, or give username and password.",
    );
  });
  return fromHelper(program, output);
}

// The prefixes of the variables by which some helpers sign in, by the beginnings of their names. Others are named as the helper is: VAULT_… of docker-credential-vault.
const VARIABLES_OF: readonly (readonly [RegExp, RegExp])[] = [
  [/^ecr/, /^AWS_/],
  [/^gc/, /^(?:GOOGLE|CLOUDSDK)_/],
  [/^acr/, /^(?:AZURE|ACR)_/],
  [/^env$/, /^DOCKER_/],
];

/** Returns the environment of a helper: this process's own, with no secret but the helper's. */
function environmentOf(helper: string): Readonly<Record<string, string>> {
  const own = `${helper.toUpperCase().replace(/\W/g, "_")}_`;
  const [, ofKind] = VARIABLES_OF.find(([name]) => name.test(helper)) ?? [];
  return childEnvironment(process.env, (name) => name.startsWith(own) || ofKind?.test(name) === true);
}

function reasonOf(cause: unknown): string {
  return codeOf(cause) === "" && cause instanceof Error ? cause.message : codeOf(cause);
}

function fromHelper(program: string, output: string): Credentials {
  const answer = parseJson(output);
  if (!isObject(answer)) {
    throw new PruneError(
      `${program} did not answer with JSON`,
      "Check the helper, or give username and password.",
    );
  }
  const username = textAt(answer, "Username");
  const secret = textAt(answer, "Secret");
  if (secret === undefined) return ANONYMOUS;
  if (username === "<token>") return { kind: "identity-token", token: secret };
  return username === undefined ? ANONYMOUS : { kind: "password", username, password: secret };
}

function objectAt(value: Unknowns, key: string): Unknowns {
  const found = value[key];
  return isObject(found) ? found : {};
}
