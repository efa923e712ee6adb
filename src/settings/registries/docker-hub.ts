import { PruneError } from "../../core/base/errors.js";
import { DOCKER_HUB } from "../../core/names/registry-kind.js";
import { isOnDockerHub } from "../../core/names/reference.js";
import { isGlob } from "../../core/names/glob.js";
import type { RegistryAccount } from "../../core/names/registry-kind.js";
import type { KindRules, KindSettings, NamedPlace } from "./kind.js";

const NAME = "Docker Hub";

/** Docker Hub, by each of its names, and where a reference names no host. */
export const DOCKER_HUB_RULES: KindRules = {
  kind: "docker-hub",
  name: NAME,
  freesItself: true,
  owns: hubAt,
  misnamed: notOfTwoParts,
  refuses: [
    ...(["registry", "gc-container", "gc-command"] as const).map((setting) => ({
      setting,
      why: `an image is on ${NAME}, which frees its space itself; leave it out there`,
    })),
    {
      setting: "untag",
      value: "overwrite",
      why: `an image is on ${NAME}, which deletes a tag by itself; leave it out there`,
    },
    {
      setting: "untagged-older-than",
      isForAll: true,
      exceptIn: "reclaim",
      why: `an image is on ${NAME}, which lists nothing without a tag; its page "Image Management" does`,
    },
  ],
};

/** Returns the addresses of Docker Hub, which has no other than its own. */
function hubAt(host: string, { dockerHub = DOCKER_HUB }: KindSettings): RegistryAccount | undefined {
  if (!isOnDockerHub(host)) return undefined;
  const { api, registry, realm } = dockerHub;
  return { kind: "docker-hub", api, registry, realms: [realm] };
}

/** Returns the error of a place that Docker Hub can't have: its repositories have a namespace and a name, and it is reached over HTTPS. */
function notOfTwoParts(text: string, place: NamedPlace): PruneError | undefined {
  const [namespace = "", ...name] = ("pattern" in place ? place.pattern : place.repository).split("/");
  if (name.length !== 1 || isGlob(namespace)) {
    return new PruneError(
      `"${text}" would be on ${NAME}, whose repositories have two parts, NAMESPACE/NAME (or NAMESPACE/* for all of one); an image on another registry names its host, such as registry.example.com/team/app`,
      "Correct it.",
    );
  }
  if (!/^http:/i.test(text)) return undefined;
  return new PruneError(`"${text}" is on ${NAME}, which speaks HTTPS alone`, "Leave http:// out.");
}
