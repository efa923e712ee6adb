import { DISK_SETTINGS } from "./disk-settings.js";
import { GITHUB_SETTINGS } from "./github-settings.js";
import { OR_WHAT, UNTAG_WAYS } from "../../core/policy/policy.js";
import { IF_MISSING } from "./missing.js";
import { PLAN_SETTINGS } from "./plan-settings.js";
import { POLICY_SETTINGS } from "./policy-settings.js";
import { TLS_SETTINGS } from "./tls-settings.js";
import { COMMAND_CLAUSES, COMMANDS, CONNECTED, DEFAULT_COMMAND } from "./commands.js";
import type { Setting } from "./setting.js";

/** The table of all settings, in the order in which a newcomer needs them. */
export const SETTINGS = [
  {
    name: "command",
    type: "choice",
    choices: COMMANDS,
    default: DEFAULT_COMMAND,
    commands: COMMANDS,
    help: `What to do. ${COMMANDS.map((command) => `\`${command}\` ${COMMAND_CLAUSES[command]}.`).join(" ")}`,
  },
  {
    name: "image",
    type: "list",
    otherwise: "required for `prune`, `check` and `explain`",
    commands: ["prune", "apply", "restore", "check", "explain", "repositories", "try"],
    help:
      "Image references, one a line (commas too): `[http://|https://]host[:port]/repository[:tag][@digest]`. Their repositories are pruned; " +
      "a tag or digest named here is what was just pushed and is always kept, even where it sorts lowest. " +
      "The output `tags` of docker/metadata-action works as it is; several references to one repository are one run. " +
      "A repository may be a pattern: `host/team/*`, or `host/**` for all of the registry's catalog, each pruned by itself. " +
      "With `apply` and `restore`: the only repositories that the plan, or the journal, may be for; required there if a password is given.",
  },
  {
    name: "if-missing",
    type: "choice",
    choices: IF_MISSING,
    default: IF_MISSING[0],
    commands: ["prune"],
    help:
      "What to do where there is nothing to prune: `image` is empty, as the output of docker/metadata-action is where nothing was pushed, or the registry does not know a repository. " +
      "`warn`: the run says so each time, with the nearest name that is there, in the output `missing` too, and is green. `fail`: it fails. " +
      "Other repositories are pruned all the same. On GitHub's registry an unknown package is always an error, for it may be one that the token may not see.",
  },
  {
    name: "shards",
    type: "count",
    default: "8",
    commands: ["repositories"],
    help:
      "The number of parallel jobs, from 1 to 256, that the repositories are divided among, so that each has about as many tags to look at. " +
      "There are no more than there are repositories.",
  },
  {
    name: "registry",
    type: "text",
    otherwise: "required for `reclaim`",
    commands: ["reclaim"],
    help:
      "The registry whose disk gets its space back, as `[http://|https://]host[:port]`. Its storage is swept only while `gc-container` " +
      "is stopped, or while the registry says that it is read-only.",
  },
  {
    name: "username",
    type: "text",
    otherwise: "Docker's configuration",
    commands: CONNECTED,
    help:
      "User name for the registry. Without it and `password`, those are used that docker, crane or podman would find (`~/.docker/config.json`, which docker/login-action writes; " +
      "`DOCKER_CONFIG`, `DOCKER_AUTH_CONFIG`, `REGISTRY_AUTH_FILE`, podman's `auth.json`), else none. It is an error where the images are on several hosts.",
  },
  {
    name: "password",
    type: "text",
    otherwise: "Docker's configuration",
    commands: CONNECTED,
    help: "Password or access token that goes with `username`. It is masked in the log, and sent to the registry and its token server alone.",
  },
  {
    name: "plain-http",
    type: "list",
    otherwise: "none",
    commands: CONNECTED,
    help:
      "Hosts, with their ports, that speak plain HTTP, one a line, such as `192.168.1.121:5000` (Docker's `insecure-registries`). " +
      "Loopback hosts do anyway.",
  },
  {
    name: "token-servers",
    type: "list",
    otherwise: "none",
    commands: CONNECTED,
    help:
      "Token servers, as `host[:port]`, one a line, to which a registry may send for a token although they are at an address of this machine alone " +
      "(loopback, link-local) and the registry is not. Others there are not asked.",
  },
  ...TLS_SETTINGS,
  ...GITHUB_SETTINGS,
  ...POLICY_SETTINGS,
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
    commands: ["prune", "apply", "explain", "try"],
    help: "`true`: a repository may end without a tag.",
  },
  {
    name: "orphans",
    type: "choice",
    choices: OR_WHAT,
    default: "report",
    commands: ["prune", "explain"],
    help:
      "What to do with signatures and attachments (`sha256-….sig`, `.att`, `.sbom` and the like) whose image is gone. `delete` deletes them. " +
      "Those of an image that goes always go with it, and those of one that stays always stay.",
  },
  {
    name: "dangling",
    type: "choice",
    choices: OR_WHAT,
    default: "report",
    commands: ["prune", "explain"],
    help:
      "What to do with tags that the registry lists and can't resolve, as a full disk leaves them. `delete` deletes them, " +
      "where the registry can delete a tag without its image, or `untag` is `overwrite`. They never count as one of the images that `keep` keeps. " +
      "So it is with tags whose index is there and nothing that it lists, as `garbage-collect --delete-untagged` on registry 2.x leaves multi-arch images; " +
      "`delete` deletes these on any registry.",
  },
  {
    name: "untag",
    type: "choice",
    choices: UNTAG_WAYS,
    default: "auto",
    commands: ["prune", "apply", "explain"],
    help:
      "How to delete a tag whose image has another tag, which is kept. `auto`: by the registry's own way, which Distribution 3 has; on 2.8, which has none, the tag stays. " +
      "With that way, and where many images go, their tags are deleted first and then the images, which is many times as fast. " +
      "`never`: only images are deleted, by their digests, so that a tag which somebody pushes again in that moment can't be lost with them. " +
      "`overwrite`: where the registry has no way of its own, the tag is pointed at an empty index, and that is deleted. It writes to the registry, so it needs the right to push, and room on its disk.",
  },
  ...PLAN_SETTINGS,
  ...DISK_SETTINGS,
  {
    name: "concurrency",
    type: "text",
    default: "auto",
    commands: CONNECTED,
    help:
      "Most requests at once to one host, from 1 to 64; `auto` is 64. Their number adapts to the registry: it begins with 8, rises while that gets more done, " +
      "falls where fewer requests get as much done or the registry gets slow, and is halved when it answers 429 or 503, or breaks a connection.",
  },
] as const satisfies readonly Setting[];

export type SettingName = (typeof SETTINGS)[number]["name"];
