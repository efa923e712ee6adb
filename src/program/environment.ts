import { isPlatformSecret } from "../core/base/child-environment.js";
import { withoutEnd } from "../core/base/unexpanded.js";
import type { Redactor } from "../report/outlet/redact.js";
import type { RawSettings } from "../settings/read/setting-reader.js";

/**
 * Returns values from the environment for settings that are not given: on GitHub's runners `GITHUB_API_URL` is the address of their own GitHub.
 * @param token the token for that GitHub, if there is one
 */
export function settingsOf(environment: NodeJS.ProcessEnv, token: string | undefined): RawSettings {
  const api = environment["GITHUB_API_URL"] ?? "";
  return {
    ...(api === "" ? {} : { "github-api-url": api }),
    ...(token === undefined || token === "" ? {} : { "github-token": token }),
  };
}

/** The places where a door finds secrets before it runs a command. */
export interface SecretPlaces {
  /** Settings that are secrets as a whole. */
  readonly secrets: readonly (string | undefined)[];
  readonly settings: RawSettings;
  readonly environment: NodeJS.ProcessEnv;
}

// A shorter one may be an ordinary word.
const SHORTEST_TOKEN = 8;

/** Tells a redactor all secrets that can be known now: those given as such, those of addresses in any setting or variable, and the CI's own tokens. */
export function learnSecrets(
  { add, addFrom }: Pick<Redactor, "add" | "addFrom">,
  { secrets, settings, environment }: SecretPlaces,
): void {
  for (const secret of secrets) add(withoutEnd(secret ?? ""));
  for (const text of Object.values(settings)) addFrom(text);
  for (const [name, value = ""] of Object.entries(environment)) {
    addFrom(value);
    if (isPlatformSecret(name) && value.length >= SHORTEST_TOKEN) add(value);
  }
}
