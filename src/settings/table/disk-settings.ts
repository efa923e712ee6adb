import type { Setting } from "./setting.js";

/** The part of the settings table about the registry's disk and configuration. */
export const DISK_SETTINGS = [
  {
    name: "gc-container",
    type: "text",
    otherwise: "none",
    commands: ["prune", "apply", "reclaim"],
    help:
      "Name of the registry's container. After a prune that deleted something (and by `reclaim`), it is stopped, its garbage collected in a container " +
      "beside it, and it is started again in every case. `docker` or `podman` must be on the PATH; `DOCKER_HOST` is honoured.",
  },
  {
    name: "gc-command",
    type: "text",
    otherwise: "none",
    commands: ["prune", "apply", "reclaim"],
    help:
      "Instead of `gc-container`, for every other registry: a script, run by `bash -euo pipefail`, that stops the registry or makes it read-only, " +
      "collects its garbage, and starts it again.",
  },
  {
    name: "gc-min-bytes",
    type: "size",
    otherwise: "any",
    commands: ["prune", "apply", "reclaim"],
    help:
      "With `gc-container`: collect only where there is at least this much garbage, such as `1GB` or `500MB` (powers of 1024). " +
      "All of the registry's garbage counts, so that small deletions add up.",
  },
  {
    name: "trust-gc-container",
    type: "boolean",
    default: "false",
    commands: ["prune", "apply", "reclaim"],
    help:
      "`true`: you know that `gc-container` is the registry that you name, and that `storage` has its files. Otherwise it is proven before anything is stopped: " +
      "reads that the run makes up must stand in the container's log, or an upload that it begins must be in its storage. " +
      "Needed only where neither can be had, as on a full disk without a log.",
  },
  {
    name: "gc-timeout",
    type: "duration",
    default: "1h",
    commands: ["prune", "apply", "reclaim"],
    help:
      "The most time that a collection may take, such as `30m` or `2h`. One that takes longer is ended, and the registry is started again; " +
      "the next collection takes the rest.",
  },
  {
    name: "storage",
    type: "text",
    otherwise: "none",
    commands: ["reclaim"],
    help:
      "The place of the registry's files: a path (its `rootdirectory`, such as `/var/lib/registry`) or `s3://bucket/prefix`, with endpoint, region and " +
      "credentials as the AWS SDK reads them. What garbage collection leaves is removed there: empty repositories, layer links that nothing names, " +
      "abandoned uploads, and tags that a full disk left without an image. With `gc-container` that is done while it is stopped; otherwise before `gc-command` runs, " +
      "and only beside a registry that says in its own words that it is read-only.",
  },
  {
    name: "offline",
    type: "boolean",
    default: "false",
    commands: ["reclaim"],
    help: "`true`: you know that no registry runs on `storage`. Then `registry` is not needed, and no registry is asked.",
  },
  {
    name: "uploads-older-than",
    type: "duration",
    default: "24h",
    commands: ["reclaim"],
    help: "With `storage`: uploads that were begun longer ago than this are abandoned, and are removed.",
  },
  {
    name: "registry-config",
    type: "text",
    isFile: true,
    otherwise: "none",
    commands: ["check"],
    help: "Path of the registry's `config.yml`, or of a compose file with its environment. It is checked too.",
  },
  {
    name: "s3-policy",
    type: "text",
    isFile: true,
    otherwise: "none",
    commands: ["check"],
    help: "Path of the IAM policy (JSON) that lets the registry use its bucket. It is checked too, and a corrected one is printed.",
  },
] as const satisfies readonly Setting[];
