import { PruneError } from "./core/errors.js";
import { DOCKER_HUB_HOSTS, isHost, parseReference, type Reference } from "./core/reference.js";
import type { SettingReader } from "./setting-reader.js";

/** How registries are reached. */
export interface ConnectionSettings {
  /** Given credentials, for the one host that there is then. */
  readonly login?: { readonly username: string; readonly password: string };
  /** `host[:port]`, lower case. */
  readonly plainHttp: readonly string[];
  /** Most requests at once. */
  readonly concurrency: number;
}

const AUTO_CONCURRENCY = 8;
const MAX_CONCURRENCY = 64;

/** How the registries at these places are reached. */
export function readConnection(
  read: SettingReader,
  places: readonly Pick<Reference, "host">[],
): ConnectionSettings {
  const login = readLogin(read, places);
  return {
    ...(login === undefined ? {} : { login }),
    plainHttp: read.list("plain-http", parseHost),
    concurrency: readConcurrency(read),
  };
}

/** The images named in `image`, at least one unless a problem says so. */
export function readImages(read: SettingReader): readonly Reference[] {
  const images = listImages(read);
  if (images.length === 0 && read.problems.every(({ setting }) => setting !== "image")) {
    read.problem(
      "image",
      "it is empty; name the image that was pushed, such as registry.example.com/team/app:1.4.9",
    );
  }
  return images;
}

/**
 * The images named in `image`, if any.
 * @param file what names the repositories otherwise: it is not to say who gets a password
 */
export function readOptionalImages(read: SettingReader, file: string): readonly Reference[] {
  const images = listImages(read);
  const hasLogin = read.text("username") !== "" || read.secret("password") !== "";
  if (images.length === 0 && hasLogin && read.problems.every(({ setting }) => setting !== "image")) {
    read.problem(
      "image",
      `it is empty, and a password is given: ${file} is not to say which host gets it; name the repository`,
    );
  }
  return images;
}

function listImages(read: SettingReader): readonly Reference[] {
  const images = read.list("image", (line) => supported(line, parseReference(line)), /[\r\n,]+/);
  const mixed = images.find(({ host, scheme }) =>
    images.some((other) => other.host === host && other.scheme !== scheme),
  );
  if (mixed !== undefined) {
    read.problem(
      "image",
      `${mixed.host} is named with http:// or https:// once and otherwise elsewhere; write it the same each time`,
    );
  }
  return images;
}

function supported(text: string, reference: Reference): Reference {
  const isHub = DOCKER_HUB_HOSTS.includes(reference.host);
  if (!isHub && reference.host !== "ghcr.io") return reference;
  const where = isHub ? "on Docker Hub" : "on ghcr.io";
  const hint = isHub
    ? "; an image on another registry names its host, such as registry.example.com/team/app"
    : "";
  throw new PruneError(
    `"${text}" is ${where}, which is not supported yet${hint}`,
    "Name an image on a private registry.",
  );
}

function readLogin(
  read: SettingReader,
  places: readonly Pick<Reference, "host">[],
): ConnectionSettings["login"] {
  const username = read.text("username");
  const password = read.secret("password");
  if (username === "" && password === "") return undefined;
  if (username === "") read.problem("username", "it is empty, and a password is given; give both or none");
  if (password === "") {
    read.problem("password", "it is empty, and a user name is given; is the secret set for this repository?");
  }
  const hosts = new Set(places.map(({ host }) => host));
  if (hosts.size > 1) {
    read.problem(
      "username",
      `there are images on several hosts (${[...hosts].join(", ")}), and a password is for one; sign in to each with docker login instead`,
    );
  }
  return { username, password };
}

function readConcurrency(read: SettingReader): number {
  if (read.text("concurrency") === "auto") return AUTO_CONCURRENCY;
  const number = read.count("concurrency") ?? AUTO_CONCURRENCY;
  if (number < 1 || number > MAX_CONCURRENCY) {
    read.problem("concurrency", `${number} is not from 1 to ${MAX_CONCURRENCY}`);
  }
  return number;
}

function parseHost(text: string): string {
  if (isHost(text)) return text.toLowerCase();
  throw new PruneError(
    `"${text}" is not a host; write host[:port] alone, one a line, such as 192.168.1.121:5000`,
    "Correct it.",
  );
}
