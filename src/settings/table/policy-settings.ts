import { GROUP_KEYS } from "../../core/names/group.js";
import { SORTS } from "../../core/names/order.js";
import type { Setting } from "./setting.js";

/** The commands that decide by a policy. */
const DECIDING = ["prune", "explain", "try"] as const;

/** The settings that say what stays: a part of the one table. */
export const POLICY_SETTINGS = [
  {
    name: "keep",
    type: "count",
    default: "10",
    commands: DECIDING,
    help: "How many of the newest images are kept in each group. Two tags of one image count once. `0` only with `allow-empty`.",
  },
  {
    name: "sort",
    type: "choice",
    choices: SORTS,
    default: "semver",
    commands: DECIDING,
    help:
      "How tags are ordered. `semver`: tags that are versions, by SemVer precedence, with rc10 after rc9. `prerelease`: prereleases alone, by their number " +
      "(alpha.74), the newest by version kept as well; a release is never deleted. `natural`: all tags but `latest`, runs of digits as numbers. " +
      "`created`: all tags but `latest`, by the date in the image's configuration. Tags that an order has no place for stay.",
  },
  {
    name: "group-by",
    type: "list",
    otherwise: "by sort: channel; none for natural and created",
    commands: DECIDING,
    help:
      `What is counted apart, any of ${GROUP_KEYS.map((key) => `\`${key}\``).join(", ")}, commas between them. \`channel\`: releases, alphas, betas, rcs, flavours and so on ` +
      "each keep their newest. `minor`: the same major.minor; `patch`: the same major.minor.patch. `none`: all candidates are one group.",
  },
  {
    name: "keep-younger-than",
    type: "text",
    otherwise: "no age keeps",
    commands: DECIDING,
    help:
      "Images that were created less than so long ago stay, such as `36h`, `7d` or `2 weeks`. Dates are read of those images alone that would else go; " +
      "an image without a date stays.",
  },
  {
    name: "max-size",
    type: "size",
    otherwise: "no budget",
    commands: DECIDING,
    help:
      "How much each repository may take, such as `20GB` or `512 MiB` (units are powers of 1024), layers that images share counted once. " +
      "Of what only `keep` keeps, images go from the lowest rank up until the rest fits; never a group's newest.",
  },
  {
    name: "include",
    type: "list",
    otherwise: "all",
    commands: DECIDING,
    help:
      "Patterns of tags, one a line, such as `*-alpha.*`: only tags that match one can be deleted. Quote them in YAML. " +
      "Globs of `*`, `?`, `[a-z]`, `[^a-z]` and `{a,b}`, or regular expressions between slashes, such as `/^v1\\./`.",
  },
  {
    name: "exclude",
    type: "list",
    otherwise: "none",
    commands: DECIDING,
    help: "Patterns of tags, one a line: tags that match one are never deleted, and take none of the places.",
  },
  {
    name: "protect",
    type: "list",
    otherwise: "nothing",
    commands: DECIDING,
    help:
      "What is in use, one a line (commas too): `repository:tag`, `repository@digest` or a digest alone, with a host or without. " +
      "It stays, with all that it contains.",
  },
  {
    name: "protect-from",
    type: "text",
    otherwise: "nothing",
    commands: DECIDING,
    help:
      "A file that names what is in use, as `kubectl get pods -o json`, `docker ps --no-trunc` or a plain list does: each reference, digest and image id in it stays. " +
      "A file that names no image fails the run, for the command that wrote it may have failed.",
  },
  {
    name: "policy",
    type: "text",
    otherwise: "the settings are the policy",
    commands: DECIDING,
    help:
      "Path of a policy file, with rules for several kinds of tags or repositories. What it can say is not said beside it: `keep`, `sort`, `group-by`, " +
      "`keep-younger-than`, `max-size`, `include` and `exclude`.",
  },
  {
    name: "untagged-older-than",
    type: "duration",
    otherwise: "never",
    commands: ["prune", "explain", "reclaim"],
    help:
      "Images that no tag reaches, through indexes, subjects and referrers, for longer than this go too, such as `7d`: what a re-pushed `main` leaves behind. " +
      "A prune sees them on GitHub's registry, which lists them; a registry of your own does not, so there `reclaim` takes them from its `storage`. " +
      "Whoever pulls by digest alone needs a tag for it first, or `protect`.",
  },
  {
    name: "max-deletions",
    type: "text",
    otherwise: "no limit",
    commands: ["prune"],
    help:
      "The most tags (and images without a tag) that may go from a repository, as a number or a percentage of them, such as `50` or `20%`. " +
      "Where more would, nothing is deleted there, and the run fails.",
  },
] as const satisfies readonly Setting[];

/** What a policy file says, and is not to be said beside one. */
export const SAID_BY_POLICY = [
  "keep",
  "sort",
  "group-by",
  "keep-younger-than",
  "max-size",
  "include",
  "exclude",
] as const satisfies readonly (typeof POLICY_SETTINGS)[number]["name"][];
