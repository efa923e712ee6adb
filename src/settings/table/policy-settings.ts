import { listed } from "../../core/base/words.js";
import { DECIDING, RULE_INPUTS } from "./rule-inputs.js";
import type { Setting } from "./setting.js";

const IN_A_FILE = listed(
  RULE_INPUTS.map(({ name }) => `\`${name}\``),
  "and",
);

/** The settings that say what stays: a part of the one table. Those for the fields of a rule come from the fields' own table. */
export const POLICY_SETTINGS = [
  ...RULE_INPUTS,
  {
    name: "protect",
    type: "list",
    otherwise: "nothing",
    commands: DECIDING,
    help:
      "Images in use, one a line (commas too): `repository:tag`, `repository@digest` or a digest alone, with a host or without. " +
      "They stay, with all that they contain.",
  },
  {
    name: "protect-from",
    type: "text",
    isFile: true,
    otherwise: "nothing",
    commands: DECIDING,
    help:
      "A file that names images in use, such as the output of `kubectl get pods -o json` or `docker ps --no-trunc`, or a plain list: each reference, digest and image id in it stays. " +
      "A file that names no image fails the run, for the command that wrote it may have failed.",
  },
  {
    name: "policy",
    type: "text",
    isFile: true,
    otherwise: "the settings are the policy",
    commands: DECIDING,
    help:
      "Path of a policy file, with rules for several kinds of tags or repositories. Inputs that say the same are refused beside it: " +
      `${IN_A_FILE}.`,
  },
  {
    name: "untagged-older-than",
    type: "duration",
    otherwise: "never",
    commands: ["prune", "explain", "reclaim"],
    help:
      "Images go too that no tag has reached, through indexes, subjects and referrers, for longer than this, such as `7d`: a re-pushed `main` leaves them behind. " +
      "A prune sees them on GitHub's registry, which lists them. A registry of your own does not, so there `reclaim` takes them from its `storage`. " +
      "If you pull an image by its digest alone, give it a tag first, or name it in `protect`.",
  },
  {
    name: "max-deletions",
    type: "text",
    otherwise: "no limit",
    commands: ["prune"],
    help:
      "The most tags (and images without a tag) that may go from a repository, as a number or a percentage of them, such as `50` or `20%`. " +
      "If more would go, nothing is deleted there, and the run fails.",
  },
] as const satisfies readonly Setting[];
