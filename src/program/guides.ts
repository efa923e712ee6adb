import type { Command } from "../settings/table/commands.js";

/** A command line that a reader can type, and what for. One that goes on with the example before it has no words of its own. */
export interface Example {
  readonly what?: string;
  readonly line: string;
}

/** The texts of a command for its help. */
export interface Guide {
  /** A usage line, without the program's name. */
  readonly usage: string;
  /** The sentences that say what the command does. */
  readonly about: string;
  readonly examples: readonly Example[];
}

/** The texts of all commands for `--help`, the completions and the man page. Nothing else needs them: they are loaded lazily. */
export const GUIDES: Readonly<Record<Command, Guide>> = {
  prune: {
    usage: "[prune] IMAGE... [flags]",
    about:
      "Deletes all but the newest tags of the repositories that the images name, on a private registry, and never harms what it keeps. Begin with --dry-run. On a terminal it shows what it would delete, and asks.",
    examples: [
      {
        what: "See what would go, and delete nothing",
        line: "prune-image-tags registry.example.com/team/app --keep 10 --dry-run",
      },
      {
        what: "Keep the newest 10 of each channel (releases, alphas, …)",
        line: "prune-image-tags registry.example.com/team/app --keep 10",
      },
      {
        what: "Keep all of the last 30 days besides, in every repository of a team",
        line: 'prune-image-tags "registry.example.com/team/*" --keep 10 --keep-younger-than 30d',
      },
      {
        what: "Keep these tags, whatever comes",
        line: 'prune-image-tags registry.example.com/team/app --keep 10 --exclude "latest,stable"',
      },
    ],
  },
  apply: {
    usage: "apply PLAN [flags]",
    about:
      "Carries out a plan that a dry run saved with --plan: just its deletions, and of those only what still stands. It is checked again what is safe to delete.",
    examples: [
      {
        what: "Save a plan, read it, and carry out just that",
        line: "prune-image-tags registry.example.com/team/app --keep 10 --dry-run --plan plan.json",
      },
      { line: "prune-image-tags apply plan.json" },
    ],
  },
  restore: {
    usage: "restore JOURNAL [TAG...] [flags]",
    about:
      "Puts back what a run deleted, byte for byte, from the journal that it wrote, if the registry still has its layers. Without a tag, all of it. A tag that points elsewhere by now is left alone.",
    examples: [
      { what: "See what can be put back", line: "prune-image-tags restore journal.ndjson --dry-run" },
      { what: "Put two tags back", line: "prune-image-tags restore journal.ndjson 1.4.0 1.4.1" },
    ],
  },
  reclaim: {
    usage: "reclaim REGISTRY [--gc-container NAME] [--storage PATH] [flags]",
    about:
      "Gets the registry's disk its space back: stops its container, collects the garbage, starts it again in every case, and proves that what is kept is whole; and removes from its storage what garbage collection leaves. Meant for a nightly job.",
    examples: [
      {
        what: "Collect the garbage of a registry in a container",
        line: "prune-image-tags reclaim registry.example.com --gc-container registry",
      },
      {
        what: "See what else its storage has that nothing needs",
        line: "prune-image-tags reclaim registry.example.com --storage /var/lib/registry --dry-run",
      },
    ],
  },
  check: {
    usage: "check IMAGE [flags]",
    about:
      "Says whether a registry is ready for a prune, one line for each thing, with what to do. Deletes nothing.",
    examples: [
      {
        what: "Is the registry ready for a prune?",
        line: "prune-image-tags check registry.example.com/team/app",
      },
    ],
  },
  explain: {
    usage: "explain IMAGE:TAG... [flags]",
    about:
      "Says of tags, in a few sentences each, what they are read as, their group and rank, and every reason for them to stay and to go. Deletes nothing.",
    examples: [
      {
        what: "Why does a tag stay, or go?",
        line: "prune-image-tags explain registry.example.com/team/app:1.4.0 --keep 10",
      },
    ],
  },
  repositories: {
    usage: "repositories IMAGE... [--shards N] [flags]",
    about:
      "Finds the repositories that the images name, or match in the registry's catalog, and prints a matrix of jobs that have about as many tags each, as JSON. Deletes nothing.",
    examples: [
      {
        what: "Divide a whole registry among eight parallel jobs of a CI",
        line: 'prune-image-tags repositories "registry.example.com/**" --shards 8',
      },
    ],
  },
  try: {
    usage: "try [IMAGE] [flags] < TAGS",
    about:
      "Runs a policy over a list of names from standard input, one a line, with no registry at all: each name is an image of its own. Behind a name may stand its date (2026-03-01) and its size (120MB). IMAGE:TAG counts as just pushed.",
    examples: [{ what: "Try a policy on names alone", line: "prune-image-tags try --keep 3 < tags.txt" }],
  },
};
