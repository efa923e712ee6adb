/** The names of the commands, in the order in which `--help` lists them. */
export const COMMANDS = [
  "prune",
  "apply",
  "restore",
  "reclaim",
  "check",
  "explain",
  "repositories",
  "try",
] as const;

export type Command = (typeof COMMANDS)[number];

/** The command that runs where none is named. */
export const DEFAULT_COMMAND = "prune" satisfies Command;

/** A clause about each command: the help of the setting `command` lists them. */
export const COMMAND_CLAUSES: Readonly<Record<Command, string>> = {
  prune: "deletes all but the newest tags of the repositories that `image` names",
  apply: "carries out a plan that a dry run saved",
  restore: "puts back what was deleted, if its layers are still there",
  reclaim:
    "gets the disk its space back: it collects garbage, and removes what garbage collection leaves behind",
  check: "says whether the registry of `image` is ready",
  explain: "says why each tag that `image` names would stay or go",
  repositories: "prints the repositories that `image` names or matches as a matrix of parallel jobs",
  try: "(on a command line alone) tries a policy on names from standard input",
};

/** The commands that talk to a registry. */
export const CONNECTED = [
  "prune",
  "apply",
  "restore",
  "reclaim",
  "check",
  "explain",
  "repositories",
] as const satisfies readonly Command[];

/** The commands that may talk to a GitHub. */
export const ON_GITHUB = [
  "prune",
  "apply",
  "restore",
  "check",
  "explain",
  "repositories",
] as const satisfies readonly Command[];

/** The commands that delete tags. */
export const DELETING = ["prune", "apply"] as const satisfies readonly Command[];
