import { DISK_SETTINGS } from "./disk-settings.js";
import { GROUPINGS, OR_WHAT, UNTAG_WAYS } from "./core/policy.js";
import { SORTS } from "./core/order.js";
import { PLAN_SETTINGS } from "./plan-settings.js";

/**
 * How a setting's text is read. `choice` takes one of `choices`; `list` takes one value a line;
 * `size` is a number of bytes with its unit, `duration` a time with its.
 */
export type SettingType = "choice" | "list" | "text" | "boolean" | "count" | "size" | "duration";

/** One setting, as both doors offer it. */
export interface Setting {
  readonly name: string;
  readonly type: SettingType;
  readonly choices?: readonly string[];
  /** As it would be written; absent where there is none. */
  readonly default?: string;
  /** The default in words, where it is not a value. */
  readonly otherwise?: string;
  /** The commands that take it. */
  readonly commands: readonly Command[];
  /** What it means, whole; `action.yml`, `README.md` and `--help` show it. */
  readonly help: string;
}

export type Command = "prune" | "apply" | "restore" | "reclaim" | "check";
export const COMMANDS = [
  "prune",
  "apply",
  "restore",
  "reclaim",
  "check",
] as const satisfies readonly Command[];

/** Every setting, in the order in which a newcomer needs them. */
export const SETTINGS = [
  {
    name: "command",
    type: "choice",
    choices: COMMANDS,
    default: "prune",
    commands: COMMANDS,
    help:
      "What to do. `prune` deletes all but the newest tags of the repositories that `image` names. `apply` carries out a plan that a dry run saved. " +
      "`restore` puts back what was deleted, until the next garbage collection. `reclaim` gets the disk its space back: " +
      "garbage collection, and what it leaves behind. `check` says whether the registry of `image` is ready.",
  },
  {
    name: "image",
    type: "list",
    otherwise: "required for `prune` and `check`",
    commands: ["prune", "apply", "restore", "check"],
    help:
      "Image references, one a line (commas too): `[http://|https://]host[:port]/repository[:tag][@digest]`. Their repositories are pruned; " +
      "a tag or digest named here is what was just pushed and is always kept, even where it sorts lowest. " +
      "The output `tags` of docker/metadata-action works as it is; several references to one repository are one run. " +
      "With `apply` and `restore`: the only repositories that the plan, or the journal, may be for; required there with a password.",
  },
  {
    name: "registry",
    type: "text",
    otherwise: "required for `reclaim`",
    commands: ["reclaim"],
    help:
      "The registry whose disk is meant, as `[http://|https://]host[:port]`. It must be down, or read-only, before anything is taken from its storage, " +
      "and it must answer afterwards.",
  },
  {
    name: "username",
    type: "text",
    otherwise: "Docker's configuration",
    commands: COMMANDS,
    help:
      "User name for the registry. Without it and `password`, those of `~/.docker/config.json` are used (what docker/login-action writes; " +
      "`DOCKER_CONFIG` is honoured), else none. With images on several hosts it is bad input.",
  },
  {
    name: "password",
    type: "text",
    otherwise: "Docker's configuration",
    commands: COMMANDS,
    help: "Password or access token that goes with `username`. It is masked in the log, and sent to the registry and its token server alone.",
  },
  {
    name: "plain-http",
    type: "list",
    otherwise: "none",
    commands: COMMANDS,
    help:
      "Hosts, with their ports, that speak plain HTTP, one a line, such as `192.168.1.121:5000` (Docker's `insecure-registries`). " +
      "Loopback hosts do anyway.",
  },
  {
    name: "keep",
    type: "count",
    default: "10",
    commands: ["prune"],
    help: "How many of the newest images are kept in each group. Two tags of one image count once. `0` only with `allow-empty`.",
  },
  {
    name: "sort",
    type: "choice",
    choices: SORTS,
    default: "semver",
    commands: ["prune"],
    help:
      "How tags are ordered. `semver`: tags that are versions, by SemVer precedence, with rc10 after rc9. `prerelease`: prereleases alone, by their number " +
      "(alpha.74), the newest by version kept as well; a release is never deleted. All other tags stay.",
  },
  {
    name: "group-by",
    type: "choice",
    choices: GROUPINGS,
    otherwise: "by sort: channel",
    commands: ["prune"],
    help: "What is counted apart. `channel`: releases, alphas, betas, rcs and so on each keep their newest. `none`: all candidates are one group.",
  },
  {
    name: "include",
    type: "list",
    otherwise: "all",
    commands: ["prune"],
    help:
      "Glob patterns of tags, one a line, such as `*-alpha.*`: only tags that match one can be deleted. Quote them in YAML. " +
      "`*`, `?`, `[a-z]`, `[^a-z]` and `{a,b}` are understood.",
  },
  {
    name: "exclude",
    type: "list",
    otherwise: "none",
    commands: ["prune"],
    help: "Glob patterns of tags, one a line: tags that match one are never deleted, and take none of the places.",
  },
  {
    name: "dry-run",
    type: "boolean",
    default: "false",
    commands: ["prune", "apply", "restore", "reclaim"],
    help:
      "`true`: decide and report, and change nothing. A prune sends only GET and HEAD, and asks for no right but to pull; " +
      "`apply` says what of the plan still stands, `restore` what can still be put back; `reclaim` stops nothing, and lists what it would remove.",
  },
  {
    name: "allow-empty",
    type: "boolean",
    default: "false",
    commands: ["prune", "apply"],
    help: "`true`: a repository may end without a tag.",
  },
  {
    name: "orphans",
    type: "choice",
    choices: OR_WHAT,
    default: "report",
    commands: ["prune"],
    help:
      "What becomes of signatures and attachments (`sha256-….sig`, `.att`, `.sbom` and the like) whose image is gone. `delete` deletes them. " +
      "Those of an image that goes always go with it, and those of one that stays always stay.",
  },
  {
    name: "dangling",
    type: "choice",
    choices: OR_WHAT,
    default: "report",
    commands: ["prune"],
    help:
      "What becomes of tags that are listed and do not resolve, as a full disk leaves them. `delete` takes them off the list, " +
      "where the registry can delete a tag by itself, or `untag` says how else. They never take one of the places.",
  },
  {
    name: "untag",
    type: "choice",
    choices: UNTAG_WAYS,
    default: "auto",
    commands: ["prune", "apply"],
    help:
      "How a tag is deleted whose image another, kept tag names. `auto`: by the registry's own way, which Distribution 3 has and 2.8 has not; there the tag stays. " +
      "`overwrite`: where there is none, by pointing the tag at an empty index and deleting that. It writes to the registry, so it needs the right to push, and room on its disk.",
  },
  ...PLAN_SETTINGS,
  ...DISK_SETTINGS,
  {
    name: "concurrency",
    type: "text",
    default: "auto",
    commands: COMMANDS,
    help: "Most requests at once, from 1 to 64. `auto` is 8.",
  },
] as const satisfies readonly Setting[];

export type SettingName = (typeof SETTINGS)[number]["name"];
