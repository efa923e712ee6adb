import {
  saysSomething,
  type SourceError,
  sourceErrors,
  sourceFindings,
  sourceProblems,
} from "./source-errors.js";

interface Place {
  readonly title: string;
  /** What its errors come from. */
  readonly cause: string;
  readonly folders: readonly string[];
}

/** The rooms whose errors stand together; a file belongs to the first that it is in. */
const PLACES: readonly Place[] = [
  {
    title: "Certificates",
    cause:
      "The certificate of one side is not what the other needs: another name, out of its time, of an authority that is not known, or a file that is no certificate or key.",
    folders: ["registry/tls/"],
  },
  {
    title: "A proxy of the environment",
    cause:
      "`http_proxy` or `https_proxy` names a proxy that can't be reached, refuses this host or port, or wants a password.",
    folders: ["registry/proxy/"],
  },
  {
    title: "Where a registry sends us",
    cause:
      "The registry names a token server, or redirects to an address, that is this machine's own or a neighbour's, which its word alone is not enough for.",
    folders: ["registry/nearby/"],
  },
  {
    title: "Signing in",
    cause:
      "There are no credentials for this host, its file or helper can't be used, or the token server does not hand out what was asked for.",
    folders: ["registry/connection/"],
  },
  {
    title: "Reaching the registry",
    cause:
      "The address or the network is not as the registry needs it, or something in front of it answers in its place.",
    folders: ["registry/http/"],
  },
  {
    title: "What the registry answers",
    cause:
      "The registry refuses what was asked, or its answer is not what a registry of this kind says. Nothing is decided on a doubtful answer.",
    folders: ["registry/distribution/", "registry/port/"],
  },
  {
    title: "GitHub's registry",
    cause:
      "The token lacks a right, GitHub keeps the version or asks for a pause, or somebody else changed the package meanwhile.",
    folders: ["registry/github/"],
  },
  {
    title: "Docker Hub",
    cause:
      "The user may not administer the repository, a limit of pulls or requests is reached, or the Hub keeps the image.",
    folders: ["registry/docker-hub/"],
  },
  {
    title: "An image's name, and patterns",
    cause:
      "What was given is no name as a registry knows them, or a pattern that can't be read or can match nothing.",
    folders: ["core/names/", "settings/read/"],
  },
  {
    title: "The question, and standard input",
    cause: "Nobody was there to answer, the answer was no, or what was piped in is too much.",
    folders: ["cli/"],
  },
  {
    title: "A policy file",
    cause: "A key or value of the file is none that a policy has, or the file is no YAML.",
    folders: ["settings/policy-file/", "yaml/"],
  },
  {
    title: "A file that is named",
    cause:
      "The file is not there, is none of this user's, is no regular file or too large, or is outside of the workspace.",
    folders: ["files/", "action/"],
  },
  {
    title: "A saved plan",
    cause: "The plan's file is not the one that was saved, or what it says is no longer so in the registry.",
    folders: ["commands/apply", "report/plan-file/", "program/deletions", "core/plan/revalidate"],
  },
  {
    title: "Journal and undo",
    cause: "The journal can't be written or read, or the registry has lost by now what it names.",
    folders: ["run/journal/", "run/restore/", "commands/restore", "core/journal/"],
  },
  {
    title: "Collecting garbage",
    cause:
      "The container is not one that can be stopped and collected without loss, or Docker, Podman or the script did not do it.",
    folders: ["disk/container/", "disk/script/", "commands/collection/", "program/reclaim"],
  },
  {
    title: "Sweeping a storage",
    cause:
      "The path or the bucket is not the registry's, can't be read or written, or changes meanwhile; or something in it is not understood, and so kept.",
    folders: ["disk/storage/", "disk/", "commands/reclaim", "commands/sweep-guard", "core/sweep/"],
  },
  {
    title: "Deciding and deleting",
    cause: "A limit of the settings, or a fact that could not be known for sure. Unsure means keep.",
    folders: ["core/plan/", "core/policy/", "core/image/", "commands/deletion/", "run/"],
  },
  { title: "The rest", cause: "A setting, a file or a name that is not understood.", folders: [""] },
];

/** The table of all errors, grouped by where they come from; each with its next step. */
export function renderTroubles(): string {
  const all = sourceErrors();
  const advised = new Set(
    all.filter(({ nextStep }) => saysSomething(nextStep)).map(({ message }) => message),
  );
  const errors = all.filter(
    ({ message, nextStep }) =>
      nextStep !== "Correct it." &&
      (saysSomething(nextStep) || !advised.has(message)) &&
      (saysSomething(message) || (/[A-Za-z]{4,}/.test(message) && saysSomething(nextStep))),
  );
  const parts = PLACES.map(({ title, cause }, place) => {
    const rows = errors.filter((error) => placeOf(error) === place).map(rowOf);
    return rows.length === 0
      ? ""
      : [
          `### ${title}`,
          "",
          `**Why:** ${cause}`,
          "",
          "| it says | what to do |",
          "| --- | --- |",
          ...unique(rows),
        ].join("\n");
  });
  return parts.filter((part) => part !== "").join("\n\n");
}

/** The table of what can be wrong with a setting, which is all said at once before anything is read. */
export function renderProblems(): string {
  const problems = sourceProblems().filter(({ message }) => saysSomething(message));
  const rows = problems.map(
    ({ setting, message }) => `| ${setting === "…" ? "any" : `\`${setting}\``} | ${tableCell(message)} |`,
  );
  return ["| setting | it says |", "| --- | --- |", ...[...unique(rows)].sort()].join("\n");
}

function placeOf({ file }: SourceError): number {
  return PLACES.findIndex(({ folders }) => folders.some((folder) => file.startsWith(folder)));
}

function rowOf({ message, nextStep }: SourceError): string {
  return `| ${tableCell(message)} | ${saysSomething(nextStep) ? tableCell(nextStep) : "It says so itself."} |`;
}

function unique(rows: readonly string[]): readonly string[] {
  return [...new Set(rows)];
}

/** The table of what `check` finds, with what to do about it. */
export function renderFindings(): string {
  const findings = sourceFindings().filter(({ message }) => saysSomething(message));
  const rows = findings.map(({ message, fix }) => `| ${tableCell(message)} | ${tableCell(fix)} |`);
  return ["| it says | what to do |", "| --- | --- |", ...unique(rows)].join("\n");
}

/** A text as a cell of a table in Markdown. */
export function tableCell(text: string): string {
  return text
    .replace(/[\\`*_<>[\]]/g, "\\$&")
    .replaceAll("|", "\\|")
    .replace(/\n\s*/g, "<br>")
    .replace(/[\s…]*$/, (end) => (end.includes("…") ? "…" : ""));
}
