import { DELETING } from "./commands.js";
import type { Setting } from "./setting.js";

/** The part of the settings table about plans that are carried out later, and about undoing. */
export const PLAN_SETTINGS = [
  {
    name: "plan",
    type: "text",
    isFile: true,
    otherwise: "required for `apply`",
    commands: DELETING,
    help:
      "With `apply`: path of the plan to carry out, as a prune saved it (its output `plan`). " +
      "With `prune` on a command line: the file to save the plan to, a verdict with its reason for every tag; the action always saves it.",
  },
  {
    name: "plan-sha256",
    type: "text",
    otherwise: "not checked",
    commands: ["apply"],
    help:
      "SHA-256 of the plan file, as the prune's output `plan-sha256` has it. A file with another hash is refused: " +
      "somebody may change the file where it is stored, but not the output of a job.",
  },
  {
    name: "journal",
    type: "text",
    isFile: true,
    otherwise: "a new file; required for `restore`",
    commands: ["prune", "apply", "restore"],
    help:
      "The file that gets the exact bytes of every manifest before it is deleted. With `restore`: the file to put back from. " +
      "With `prune`: a file that is there already is continued, so that this run finishes what a killed run began, untagged manifests included, which no registry lists.",
  },
  {
    name: "cache",
    type: "boolean",
    default: "true",
    commands: DELETING,
    help: "`false`: no manifest is remembered from run to run. A manifest never changes, so what was read once is kept by its digest, and whether it is still there is asked each time.",
  },
  {
    name: "cache-dir",
    type: "text",
    otherwise: "the runner's tool cache; on a command line `${XDG_CACHE_HOME:-~/.cache}/prune-image-tags`",
    commands: DELETING,
    help:
      "The folder where manifests are remembered, for this user alone. It is never needed, has nothing secret in it, and takes 256 MB at most. " +
      "On hosted runners `actions/cache` can keep it.",
  },
  {
    name: "time-limit",
    type: "duration",
    otherwise: "none",
    commands: DELETING,
    help:
      "The time after which a run begins no more deletions, such as `10m`, counted from its start. It ends well, between two deletions: the oldest images are gone, " +
      "the kept ones are checked, the next run deletes the rest, and the step is green. A deletion under way is waited for, and so is garbage collection.",
  },
  {
    name: "tags",
    type: "list",
    otherwise: "all of the journal",
    commands: ["restore"],
    help: "Tags (or digests) to put back, one a line, commas too. Each comes with all that it contains and with its signatures.",
  },
  {
    name: "outside-workspace",
    type: "list",
    otherwise: "none",
    commands: ["prune", "apply", "restore", "reclaim", "check", "explain", "try"],
    help:
      "In the action: files, and folders with files, that settings may name though they are outside of the workspace, one a line, such as `/etc/prune`. " +
      "What else `policy`, `protect-from`, `plan`, `journal`, `registry-config` and `s3-policy` name has to be in the workspace, or in the runner's temporary folder, " +
      "and not behind a symbolic link that leads out, as a pull request may bring one; nor may a `storage` that is in there. A plan or journal that a full disk sent elsewhere is found " +
      "where this program put it. On a command line every file may be named.",
  },
] as const satisfies readonly Setting[];
