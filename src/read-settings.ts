import leven from "leven";
import { BadInputError, type Problem, PruneError } from "./core/errors.js";
import { SORTS } from "./core/order.js";
import { GROUPINGS, parsePattern, type RetentionPolicy } from "./core/policy.js";
import { DOCKER_HUB_HOSTS, isHost, parseReference, type Reference } from "./core/reference.js";
import { type RawSettings, SettingReader } from "./setting-reader.js";
import { COMMANDS } from "./settings.js";

/** The settings of `prune`, read. */
export interface PruneSettings {
  /** At least one. */
  readonly images: readonly Reference[];
  /** Given credentials, for the one host that there is then. */
  readonly login?: { readonly username: string; readonly password: string };
  /** `host[:port]`, lower case. */
  readonly plainHttp: readonly string[];
  readonly policy: RetentionPolicy;
  readonly dryRun: boolean;
  /** Most requests at once. */
  readonly concurrency: number;
}

const AUTO_CONCURRENCY = 8;
const MAX_CONCURRENCY = 64;

/**
 * Reads the settings of `prune`. An empty text is as good as none, save where that would be dangerous: `${{ inputs.typo }}` arrives empty.
 * @param found problems that the door has found already
 * @throws {BadInputError} with everything that is wrong
 */
export function readPruneSettings(raw: RawSettings, found: readonly Problem[] = []): PruneSettings {
  const read = new SettingReader(raw);
  read.choice("command", COMMANDS);
  const images = readImages(read);
  const login = readLogin(read, images);
  const settings: PruneSettings = {
    images,
    ...(login === undefined ? {} : { login }),
    plainHttp: read.list("plain-http", parseHost),
    policy: readPolicy(read),
    dryRun: read.boolean("dry-run"),
    concurrency: readConcurrency(read),
  };
  const problems = [...found, ...read.problems];
  if (problems.length > 0) throw new BadInputError(problems);
  return settings;
}

/** What to say of a setting that does not exist. `known` are the names that do. */
export function unknownSetting(name: string, known: readonly string[]): Problem {
  const distances = known.map((other) => ({ other, distance: leven(name, other) }));
  const nearest = distances.sort((a, b) => a.distance - b.distance)[0]?.other;
  return { setting: name, message: `there is no such setting; did you mean ${nearest ?? "another"}?` };
}

function readImages(read: SettingReader): readonly Reference[] {
  const images = read.list("image", (line) => supported(line, parseReference(line)), /[\r\n,]+/);
  if (images.length === 0 && read.problems.every(({ setting }) => setting !== "image")) {
    read.problem(
      "image",
      "it is empty; name the image that was pushed, such as registry.example.com/team/app:1.4.9",
    );
  }
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

function readLogin(read: SettingReader, images: readonly Reference[]): PruneSettings["login"] {
  const username = read.text("username");
  const password = read.secret("password");
  if (username === "" && password === "") return undefined;
  if (username === "") read.problem("username", "it is empty, and a password is given; give both or none");
  if (password === "") {
    read.problem("password", "it is empty, and a user name is given; is the secret set for this repository?");
  }
  const hosts = new Set(images.map(({ host }) => host));
  if (hosts.size > 1) {
    read.problem(
      "username",
      `there are images on several hosts (${[...hosts].join(", ")}), and a password is for one; sign in to each with docker login instead`,
    );
  }
  return { username, password };
}

function readPolicy(read: SettingReader): RetentionPolicy {
  const allowEmpty = read.boolean("allow-empty");
  const keep = read.count("keep");
  if (keep === 0 && !allowEmpty) {
    read.problem("keep", "0 would delete every candidate; write 1 or more, or allow-empty: true as well");
  }
  return {
    // What is wrong stops the run before it is used.
    keep: keep ?? Infinity,
    sort: read.choice("sort", SORTS),
    groupBy: read.choice("group-by", GROUPINGS),
    include: read.list("include", parsePattern),
    exclude: read.list("exclude", parsePattern),
    allowEmpty,
  };
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
