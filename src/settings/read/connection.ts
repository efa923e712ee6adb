import { PruneError } from "../../core/base/errors.js";
import type { KindSettings } from "../registries/kind.js";
import { rulesAt } from "../registries/kinds.js";
import { refuseSettings } from "../registries/refuse.js";
import { type ImageGlob, isImageGlob, parseImageGlob } from "../../core/names/image-glob.js";
import { isUnexpanded, UNFILLED } from "../../core/base/unexpanded.js";
import {
  isHost,
  isSameRepository,
  parseReference,
  type Reference,
  underItsHubName,
} from "../../core/names/reference.js";
import { readGitHub } from "./github.js";
import type { SettingReader } from "./setting-reader.js";

/** The settings of connections to registries. */
export interface ConnectionSettings extends KindSettings {
  /** Given credentials. All images are on one host then. */
  readonly login?: { readonly username: string; readonly password: string };
  /** Hosts that speak plain HTTP, as `host[:port]` in lower case. */
  readonly plainHttp: readonly string[];
  /** Token servers, as `host[:port]` in lower case, that may be at an address of this machine alone. */
  readonly tokenServers: readonly string[];
  /** Absent where nothing of it is given. */
  readonly tls?: TlsFiles;
  /** The most requests at once to one address. Their number adapts to the registry. */
  readonly concurrency: number;
}

/** The files of certificates that are named, and the user's word about looking at those of others. */
export interface TlsFiles {
  readonly caFile?: string;
  readonly own?: { readonly certFile: string; readonly keyFile: string };
  readonly skipsVerification: boolean;
}

const MAX_CONCURRENCY = 64;

/** Reads the settings of connections to the registries at these places. Problems go to the reader. */
export function readConnection(
  read: SettingReader,
  places: readonly Pick<Reference, "host">[],
): ConnectionSettings {
  const login = readLogin(read, places);
  const github = readGitHub(read);
  refuseSettings(read, places, { github });
  return {
    ...(login === undefined ? {} : { login }),
    plainHttp: read.list("plain-http", parseHost),
    tokenServers: read.list("token-servers", parseHost),
    ...readTls(read),
    concurrency: readConcurrency(read),
    github,
  };
}

/** The images, and patterns of repositories, that `image` names. */
export interface NamedImages {
  readonly images: readonly Reference[];
  readonly globs: readonly ImageGlob[];
}

/** Reads the images and patterns that `image` names. None at all is a problem. */
export function readImages(read: SettingReader): NamedImages {
  const named = listImages(read);
  if (isEmpty(named) && read.problems.every(({ setting }) => setting !== "image")) {
    read.problem(
      "image",
      "it is empty; name the image that was pushed, such as registry.example.com/team/app:1.4.9",
    );
  }
  return named;
}

/**
 * Reads the images and patterns that `image` names, where there are any. With a password there must be one.
 * @param file the name of the file that names the repositories otherwise: it must not decide which host gets a password
 */
export function readOptionalImages(read: SettingReader, file: string): NamedImages {
  const named = listImages(read);
  const hasLogin = read.text("username") !== "" || read.secret("password") !== "";
  if (isEmpty(named) && hasLogin && read.problems.every(({ setting }) => setting !== "image")) {
    read.problem(
      "image",
      `it is empty, and a password is given: ${file} is not to say which host gets it; name the repository`,
    );
  }
  return named;
}

/** Reports a problem where there are patterns: this command takes whole names alone. `why` completes "… is a pattern, and …". */
export function refuseGlobs(read: SettingReader, globs: readonly ImageGlob[], why: string): void {
  const [glob] = globs;
  if (glob === undefined) return;
  read.problem("image", `${glob.host}/${glob.pattern} is a pattern, and ${why}; name it whole`);
}

/** Reports a problem where there are several repositories. `why` completes "there are several repositories, and …". */
export function refuseSeveral(read: SettingReader, images: readonly Reference[], why: string): void {
  const [image, ...others] = images;
  if (image !== undefined && others.some((other) => !isSameRepository(image, other))) {
    read.problem("image", `there are several repositories, and ${why}`);
  }
}

function isEmpty({ images, globs }: NamedImages): boolean {
  return images.length === 0 && globs.length === 0;
}

/** Splits a text at line breaks and commas. Commas within braces belong to a pattern: before a brace that closes, with none that opens in between. */
function splitImages(text: string): readonly string[] {
  return text.split(/[\r\n]+/).flatMap((line) => {
    const parts: string[] = [];
    let isInside = false;
    let end = line.length;
    for (let at = line.length - 1; at >= 0; at -= 1) {
      const char = line[at];
      if (char === "}" || char === "{") isInside = char === "}";
      if (char !== "," || isInside) continue;
      parts.push(line.slice(at + 1, end));
      end = at;
    }
    return [...parts, line.slice(0, end)].reverse();
  });
}

/** Reads the images and patterns that `image` names. Problems go to the reader. */
export function listImages(read: SettingReader): NamedImages {
  const kinds: KindSettings = { github: readGitHub(read) };
  const lines = read.list("image", (text) => parseNamed(text, kinds), splitImages);
  const images = lines.flatMap((line) => (line.kind === "image" ? [line.image] : []));
  const globs = lines.flatMap((line) => (line.kind === "glob" ? [line.glob] : []));
  const schemes = new Map([...images, ...globs].reverse().map(({ host, scheme }) => [host, scheme]));
  const mixed = [...images, ...globs].find(({ host, scheme }) => schemes.get(host) !== scheme);
  if (mixed !== undefined) {
    read.problem(
      "image",
      `${mixed.host} is named with http:// or https:// once and otherwise elsewhere; write it the same each time`,
    );
  }
  return { images, globs };
}

type Named =
  { readonly kind: "image"; readonly image: Reference } | { readonly kind: "glob"; readonly glob: ImageGlob };

function parseNamed(text: string, kinds: KindSettings): Named {
  return isImageGlob(text)
    ? { kind: "glob", glob: supported(text, underItsHubName(parseImageGlob(text)), kinds) }
    : { kind: "image", image: supported(text, underItsHubName(parseReference(text)), kinds) };
}

function supported<Place extends Reference | ImageGlob>(
  text: string,
  place: Place,
  kinds: KindSettings,
): Place {
  const error = rulesAt(place.host, kinds).misnamed(text, place);
  if (error !== undefined) throw error;
  return place;
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
  if (isUnexpanded(username)) read.problem("username", `"${username}" is ${UNFILLED}`);
  if (isUnexpanded(password)) read.problem("password", `it is ${UNFILLED}`);
  const hosts = new Set(places.map(({ host }) => host));
  if (hosts.size > 1) {
    read.problem(
      "username",
      `there are images on several hosts (${[...hosts].join(", ")}), and a password is for one; sign in to each with docker login instead`,
    );
  }
  return { username, password };
}

function readTls(read: SettingReader): Pick<ConnectionSettings, "tls"> {
  const [caFile, certFile, keyFile] = [read.text("ca-file"), read.text("cert-file"), read.text("key-file")];
  if (certFile === "" && keyFile !== "") {
    read.problem("cert-file", "it is empty, and key-file is given; give both or none");
  }
  if (certFile !== "" && keyFile === "") {
    read.problem("key-file", "it is empty, and cert-file is given; give both or none");
  }
  const skipsVerification = read.boolean("insecure-skip-tls-verify");
  if (caFile === "" && certFile === "" && !skipsVerification) return {};
  const own = certFile === "" ? {} : { own: { certFile, keyFile } };
  return { tls: { ...(caFile === "" ? {} : { caFile }), ...own, skipsVerification } };
}

function readConcurrency(read: SettingReader): number {
  if (read.text("concurrency") === "auto") return MAX_CONCURRENCY;
  const number = read.count("concurrency") ?? MAX_CONCURRENCY;
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
