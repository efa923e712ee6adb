import type { KindRules } from "./kind.js";

/** A registry that speaks the distribution API, as Distribution does. */
export const DISTRIBUTION_RULES: KindRules = {
  kind: "distribution",
  name: "a registry of one's own",
  freesItself: false,
  // It needs to own none: it has every host that no other kind owns.
  owns: () => undefined,
  misnamed: () => undefined,
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
