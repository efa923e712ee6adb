import { GITHUB_COM, type GitHubInstance, registryOf } from "../../core/names/github.js";
import { PruneError } from "../../core/base/errors.js";
import type { ImageGlob } from "../../core/names/image-glob.js";
import { isGlob } from "../../core/names/glob.js";
import { isHost, type Reference } from "../../core/names/reference.js";
import type { SettingReader } from "./setting-reader.js";
import { type SettingName, SETTINGS } from "../table/settings.js";
import type { Setting } from "../table/setting.js";

/** The GitHub that this run belongs to. */
export interface GitHubSettings extends GitHubInstance {
  /** A token for this GitHub alone. */
  readonly token?: string;
}

/**
 * Reads the GitHub that the run belongs to, and a token for it. Problems go to the reader. An address that comes from the environment alone may be no GitHub's,
 * as on runners of Gitea: then the answer is GitHub.com, without a token.
 */
export function readGitHub(read: SettingReader): GitHubSettings {
  const token = read.secret("github-token").trim();
  const api = read.value("github-api-url", parseApi) ?? GITHUB_COM.api;
  const named = read.value("github-registry", parseRegistry);
  const registry = named ?? registryOf(api);
  if (registry !== undefined) return { api, registry, ...(token === "" ? {} : { token }) };
  if (read.isGiven("github-api-url") && !read.isGiven("github-registry")) {
    read.problem(
      "github-registry",
      `it is empty, and the registry of ${api} is not known; name its host, such as containers.github.example.com`,
    );
  }
  return GITHUB_COM;
}

/** Returns the GitHub whose container registry a host is; `undefined` for every other host. A token is for its own GitHub alone. */
export function gitHubAt(host: string, own: GitHubSettings): GitHubSettings | undefined {
  const name = host.replace(/:443$/, "");
  if (name === own.registry || host === own.registry) return own;
  return name === GITHUB_COM.registry ? GITHUB_COM : undefined;
}

/** True if a host is the container registry of a GitHub. */
export function isGitHub(host: string, own: GitHubSettings): boolean {
  return gitHubAt(host, own) !== undefined;
}

/** Reports each setting that can't be used on GitHub's registry, where an image is there, or only there, where none is. */
export function checkGitHub(
  read: SettingReader,
  places: readonly Pick<Reference, "host">[],
  own: GitHubSettings,
): void {
  const command = read.text("command");
  const said = SAID_ON_GITHUB.filter((name) => takes(command, name) && read.isGiven(name));
  if (!places.some(({ host }) => isGitHub(host, own))) {
    const isElsewhere = places.length > 0 && command !== "reclaim" && said.includes("untagged-older-than");
    if (isElsewhere) read.problem("untagged-older-than", LISTS_NONE);
    return;
  }
  if (command === "reclaim") read.problem("registry", FREES_ITSELF);
  for (const name of said) {
    const wrong = wrongOnGitHub(read, name);
    if (wrong !== undefined) read.problem(name, wrong);
  }
}

const SAID_ON_GITHUB = ["gc-container", "gc-command", "untag", "untagged-older-than"] as const;

function wrongOnGitHub(read: SettingReader, name: (typeof SAID_ON_GITHUB)[number]): string | undefined {
  switch (name) {
    case "gc-container":
    case "gc-command":
      return FREES_ITSELF;
    case "untag":
      return read.text(name) === "overwrite" ? NEVER_UNTAGS : undefined;
    case "untagged-older-than":
      return (read.duration(name) ?? Infinity) < LEAST_UNTAGGED_MS ? TOO_SOON : undefined;
  }
}

/** True if a command takes a setting. Where it does not, another check says so, and nothing more is said of it. */
function takes(command: string, name: SettingName): boolean {
  const setting: Setting | undefined = SETTINGS.find((known) => known.name === name);
  return setting?.commands.some((taker) => taker === command) === true;
}

const LISTS_NONE =
  "no image is on GitHub's registry, and others list nothing without a tag; there, reclaim with storage takes it";
const FREES_ITSELF = "an image is on GitHub's registry, which frees its space itself; leave it out there";
const NEVER_UNTAGS =
  "an image is on GitHub's registry, which deletes a version with all its tags; what shares a version with a kept tag stays there, so leave it out";
// Builds on several machines push each platform by its digest, and tag them together when the last is done.
const LEAST_UNTAGGED_MS = 60 * 60 * 1000;
const TOO_SOON = "it is less than an hour, and a push under way has no tag yet; write 1h or more";

/**
 * Returns a place that is on a GitHub unchanged.
 * @throws {PruneError} where it has no owner, or its owner is a pattern: GitHub has no list of all owners
 */
export function onGitHub<Place extends Pick<Reference, "repository"> | ImageGlob>(
  text: string,
  place: Place,
): Place {
  const path = "pattern" in place ? place.pattern : place.repository;
  const [owner = "", ...name] = path.split("/");
  if (owner !== "" && name.length > 0 && !isGlob(owner)) return place;
  throw new PruneError(
    `"${text}" is on GitHub's registry and does not name its owner, as host/OWNER/package (or host/OWNER/* for all of an owner's) does`,
    "Correct it.",
  );
}

function parseApi(text: string): string {
  const isUrl = /^https?:\/\//i.test(text) && URL.canParse(text);
  const { origin, pathname, search, hash, username, password } = new URL(isUrl ? text : GITHUB_COM.api);
  const isBare = [search, hash, username, password].every((part) => part === "");
  if (isUrl && isBare) return `${origin}${pathname}`.replace(/\/+$/, "");
  throw new PruneError(
    `"${text}" is not the address of an API; write it as https://github.example.com/api/v3`,
    "Correct it.",
  );
}

function parseRegistry(text: string): string {
  if (isHost(text)) return text.toLowerCase();
  throw new PruneError(`"${text}" is not a host; write host[:port] alone`, "Correct it.");
}
