import type { RawSettings } from "../settings/read/setting-reader.js";

/**
 * Returns values from the environment for settings that are not given: on GitHub's runners `GITHUB_API_URL` is the address of their own GitHub.
 * @param token the token for that GitHub, if there is one
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
