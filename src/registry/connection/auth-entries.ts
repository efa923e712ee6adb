import { PruneError } from "../../core/base/errors.js";
import { isObject, textAt } from "../../core/base/json.js";
import { isUnexpanded, withoutEnd } from "../../core/base/unexpanded.js";
import type { AuthFile, Unknowns } from "./auth-files.js";
import type { AuthPlace, Credentials } from "./identity.js";

/** Returns the value at a key that holds an object; an empty one where it does not. */
export function objectAt(value: Unknowns, key: string): Unknowns {
  const found = value[key];
  return isObject(found) ? found : {};
}

/**
 * Finds what `auths` of a file has for a place, the most specific key first. An entry with nothing to sign in by counts for nothing: `docker login` leaves an empty one
 * beside a store, and old ones have an email address alone. What is wrong with an entry is an error behind those that are right.
 */
export function findEntry(
  { name, config }: AuthFile,
  place: AuthPlace,
): Credentials | PruneError | undefined {
  const auths = objectAt(config, "auths");
  let wrong: PruneError | undefined;
  for (const key of keysFor(Object.keys(auths), place)) {
    const found = readEntry(objectAt(auths, key));
    if (found === "empty") continue;
    if (typeof found === "object") return found;
    wrong ??= wrongEntry(name, key, found);
  }
  return wrong;
}

/**
 * Returns the keys that are for a place. As podman has it, a key with a path is for what is below that path; a URL is for its host, whatever its path, as Docker wrote
 * it before 1.7.
 */
function keysFor(keys: readonly string[], { host, repository }: AuthPlace): readonly string[] {
  const parts = repository?.split("/") ?? [];
  const paths = parts.map((_, index) => `${host}/${parts.slice(0, parts.length - index).join("/")}`);
  const wanted = [...paths, host, `https://${host}/v1/`, `https://${host}`];
  const exact = wanted.flatMap((one) => keys.filter((key) => withLowerHost(key) === one));
  const reduced = keys.filter((key) => hostOf(key) === host);
  return [...new Set([...exact, ...reduced])];
}

function withLowerHost(key: string): string {
  return key.replace(/^(?:https?:\/\/)?[^/]*/i, (start) => start.toLowerCase());
}

/** Returns the host that a key stands for as a whole; `undefined` of one with a path of its own. */
function hostOf(key: string): string | undefined {
  // Beside Docker Hub's entry, `docker login` writes tokens of its own under longer names.
  if (/\/(?:access|refresh)-token$/.test(key)) return undefined;
  const [, scheme, host = "", path = ""] = /^(https?:\/\/)?([^/]*)(.*)$/is.exec(key) ?? [];
  return scheme !== undefined || /^\/?(?:v[12]\/?)?$/.test(path) ? host.toLowerCase() : undefined;
}

type Wrong = "incomplete" | "unexpanded";

function readEntry(entry: Unknowns): Credentials | Wrong | "empty" {
  const registryToken = secretAt(entry, "registrytoken");
  if (registryToken !== undefined) return { kind: "registry-token", token: registryToken };
  const identity = secretAt(entry, "identitytoken");
  if (identity !== undefined) return { kind: "identity-token", token: identity };
  return readPassword(entry);
}

function readPassword(entry: Unknowns): Credentials | Wrong | "empty" {
  const auth = textAt(entry, "auth") ?? "";
  const { username, password } = decode(auth) ?? {
    username: secretAt(entry, "username"),
    password: secretAt(entry, "password"),
  };
  if (username === undefined || password === undefined) {
    return username === password && isBlank(auth) ? "empty" : "incomplete";
  }
  if (isUnexpanded(username) || isUnexpanded(password)) return "unexpanded";
  return { kind: "password", username, password };
}

function decode(auth: string): { readonly username: string; readonly password: string } | undefined {
  const decoded = Buffer.from(auth, "base64").toString("utf8");
  const colon = decoded.indexOf(":");
  if (colon <= 0) return undefined;
  return { username: decoded.slice(0, colon), password: withoutEnd(decoded.slice(colon + 1)) };
}

/** True of `auth` where neither a user nor a password was given: no text, or base64 of a colon. */
function isBlank(auth: string): boolean {
  return /^[:\s\0]*$/.test(Buffer.from(auth, "base64").toString("utf8"));
}

function secretAt(entry: Unknowns, key: string): string | undefined {
  const text = withoutEnd(textAt(entry, key) ?? "");
  return text === "" ? undefined : text;
}

function wrongEntry(name: string, key: string, wrong: Wrong): PruneError {
  const host = key.replace(/^https?:\/\//i, "").replace(/\/(?:v[12]\/?)?$/, "");
  if (wrong === "incomplete") {
    return new PruneError(
      `${name} has an entry for ${host} without a user name and password`,
      `Sign in again: docker login ${host}`,
    );
  }
  return new PruneError(
    `${name} has an entry for ${host} whose user name or password is a variable that nothing has filled in`,
    "Single quotes keep a shell from filling it in, and some CIs give a variable to protected branches alone. Sign in again with its value.",
  );
}
