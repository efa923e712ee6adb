import { GITHUB_COM, registryOf } from "../../core/names/github.js";
import { isUnexpanded, UNFILLED } from "../../core/base/unexpanded.js";
import { PruneError } from "../../core/base/errors.js";
import { isHost } from "../../core/names/reference.js";
import type { GitHubSettings } from "../registries/kind.js";
import type { SettingReader } from "./setting-reader.js";

/**
 * Reads the GitHub that the run belongs to, and a token for it. Problems go to the reader. An address that comes from the environment alone may be no GitHub's,
 * as on runners of Gitea: then the answer is GitHub.com, without a token.
 */
export function readGitHub(read: SettingReader): GitHubSettings {
  const token = read.secret("github-token").trim();
  if (isUnexpanded(token)) read.problem("github-token", `it is ${UNFILLED}`);
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
