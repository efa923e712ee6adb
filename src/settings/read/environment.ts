import type { RawSettings } from "./setting-reader.js";

/**
 * What is so where a setting is not given, by the environment's variables: on GitHub's runners `GITHUB_API_URL` says which GitHub they belong to.
 * @param token for that GitHub, if there is one
 */
export function settingsOf(
  environment: Readonly<Record<string, string | undefined>>,
  token: string | undefined,
): RawSettings {
  const api = environment["GITHUB_API_URL"] ?? "";
  return {
    ...(api === "" ? {} : { "github-api-url": api }),
    ...(token === undefined || token === "" ? {} : { "github-token": token }),
  };
}
