import { PruneError } from "../../core/base/errors.js";
import { GITHUB_COM } from "../../core/names/github.js";
import { isGlob } from "../../core/names/glob.js";
import type { RegistryAccount } from "../../core/names/registry-kind.js";
import type { KindRules, KindSettings, NamedPlace } from "./kind.js";

const NAME = "GitHub's registry";

/** GitHub's container registry: `ghcr.io`, and that of the GitHub Enterprise which the run belongs to. */
export const GITHUB_RULES: KindRules = {
  kind: "github",
  name: NAME,
  freesItself: true,
  owns: gitHubAt,
  misnamed: ownerless,
  refuses: [
    ...(["registry", "gc-container", "gc-command"] as const).map((setting) => ({
      setting,
      why: `an image is on ${NAME}, which frees its space itself; leave it out there`,
    })),
    {
      setting: "insecure-skip-tls-verify",
      why: `an image is on ${NAME}, which would get a token that anybody on the way could read; name its authority in ca-file`,
    },
    {
      setting: "untag",
      value: "overwrite",
      why: `an image is on ${NAME}, which deletes a version with all its tags; what shares a version with a kept tag stays there, so leave it out`,
    },
    {
      setting: "untagged-older-than",
      // Builds on several machines push each platform by its digest, and tag them together when the last is done.
      below: 60 * 60 * 1000,
      why: "it is less than an hour, and a push under way has no tag yet; write 1h or more",
    },
  ],
};

/** Returns the API and the token for a GitHub's registry. A token is for its own GitHub alone. */
function gitHubAt(host: string, { github: own }: KindSettings): RegistryAccount | undefined {
  const name = host.replace(/:443$/, "");
  if (name === own.registry || host === own.registry) {
    return { kind: "github", api: own.api, ...(own.token === undefined ? {} : { token: own.token }) };
  }
  return name === GITHUB_COM.registry ? { kind: "github", api: GITHUB_COM.api } : undefined;
}

/** Returns the error of a place without an owner, or with a pattern for one: there is no list of all that GitHub has. */
function ownerless(text: string, place: NamedPlace): PruneError | undefined {
  const [owner = "", ...name] = ("pattern" in place ? place.pattern : place.repository).split("/");
  if (owner !== "" && name.length > 0 && !isGlob(owner)) return undefined;
  return new PruneError(
    `"${text}" is on ${NAME} and does not name its owner, as host/OWNER/package (or host/OWNER/* for all of an owner's) does`,
    "Correct it.",
  );
}
