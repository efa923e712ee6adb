import { PruneError } from "../../core/base/errors.js";
import { DOCKER_HUB_HOSTS } from "../../core/names/reference.js";
import type { KindRules, NamedPlace } from "./kind.js";

/** A registry that speaks the distribution API, as Distribution does. */
export const DISTRIBUTION_RULES: KindRules = {
  kind: "distribution",
  name: "a registry of one's own",
  freesItself: false,
  // It needs to own none: it has every host that no other kind owns.
  owns: () => undefined,
  misnamed: onDockerHub,
  refuses: [
    {
      setting: "untagged-older-than",
      isForAll: true,
      // There it is about the storage.
      exceptIn: "reclaim",
      why: "no image is on GitHub's registry, and others list nothing without a tag; there, reclaim with storage takes it",
    },
  ],
};

/** Returns the error of a place on Docker Hub, which has no kind of its own yet. */
function onDockerHub(text: string, { host }: NamedPlace): PruneError | undefined {
  if (!DOCKER_HUB_HOSTS.includes(host)) return undefined;
  return new PruneError(
    `"${text}" is on Docker Hub, which is not supported yet; an image on another registry names its host, such as registry.example.com/team/app`,
    "Name an image on a private registry, or on ghcr.io.",
  );
}
