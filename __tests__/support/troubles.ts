import { type SourceError, sourceErrors, sourceProblems } from "./source-errors.js";

/** The rooms whose errors stand together; a file belongs to the first that it is in. */
const PLACES: readonly (readonly [title: string, folders: readonly string[]])[] = [
  ["Reaching the registry, and signing in", ["registry/http/", "registry/connection/"]],
  ["What the registry answers", ["registry/distribution/", "registry/port/"]],
  ["GitHub's registry", ["registry/github/"]],
  ["A saved plan", ["commands/apply", "report/plan-file/", "program/deletions", "core/plan/revalidate"]],
  ["Journal and undo", ["run/journal/", "run/restore/", "commands/restore", "core/journal/"]],
  ["Collecting garbage", ["disk/container/", "disk/script/", "commands/collection/", "program/reclaim"]],
  ["Sweeping a storage", ["disk/storage/", "commands/reclaim", "core/sweep/"]],
  ["Deciding and deleting", ["core/plan/", "core/policy/", "core/image/", "commands/deletion/", "run/"]],
  ["The rest", [""]],
];

/** The table of all errors, grouped by where they come from; each with its next step. */
export async function renderTroubles(): Promise<string> {
  const errors = (await sourceErrors()).filter(
    ({ message, nextStep }) => saysSomething(message) && nextStep !== "Correct it.",
  );
  const parts = PLACES.map(([title], place) => {
    const rows = errors.filter((error) => placeOf(error) === place).map(rowOf);
    return rows.length === 0
      ? ""
      : [`### ${title}`, "", "| it says | what to do |", "| --- | --- |", ...unique(rows)].join("\n");
  });
  return parts.filter((part) => part !== "").join("\n\n");
}

/** The table of what can be wrong with a setting, which is all said at once before anything is read. */
export async function renderProblems(): Promise<string> {
  const problems = (await sourceProblems()).filter(({ message }) => saysSomething(message));
  const rows = problems.map(
    ({ setting, message }) => `| ${setting === "…" ? "any" : `\`${setting}\``} | ${cell(message)} |`,
  );
  return ["| setting | it says |", "| --- | --- |", ...[...unique(rows)].sort()].join("\n");
}

function placeOf({ file }: SourceError): number {
  return PLACES.findIndex(([, folders]) => folders.some((folder) => file.startsWith(folder)));
}

function rowOf({ message, nextStep }: SourceError): string {
  return `| ${cell(message)} | ${saysSomething(nextStep) ? cell(nextStep) : "It says so itself."} |`;
}

function unique(rows: readonly string[]): readonly string[] {
  return [...new Set(rows)];
}

/** True if three words of a text are known beforehand. */
function saysSomething(text: string): boolean {
  return (text.replaceAll("…", " ").match(/[A-Za-z]{2,}/g) ?? []).length >= 3;
}

function cell(text: string): string {
  return text
    .replace(/[\\`*_<>[\]]/g, "\\$&")
    .replaceAll("|", "\\|")
    .replace(/\n\s*/g, "<br>")
    .replace(/[\s…]*$/, (end) => (end.includes("…") ? "…" : ""));
}
