import { type AnyFlag, FLAGS, LETTERS, OWN_FLAGS } from "../../src/cli/flags.js";
import { NAME, VERSION } from "../../src/program/about.js";
import { GUIDES } from "../../src/program/guides.js";
import { COMMANDS } from "../../src/settings/table/commands.js";
import { TOPICS } from "../../src/settings/table/topics.js";

const EXITS = [
  ["0", "done"],
  ["1", "it failed, or a registry is not ready"],
  ["2", "bad input, or nothing was asked for"],
  ["3", "some deletions failed"],
  ["130", "interrupted (Ctrl-C) at the question"],
] as const;

const VARIABLES = [
  ["PRUNE_USERNAME, PRUNE_PASSWORD", "the credentials, where no flag gives them"],
  ["GITHUB_TOKEN, GITHUB_API_URL", "for GitHub's registry"],
  ["DOCKER_CONFIG", "the folder of Docker's configuration, with its credentials"],
  ["NO_COLOR, FORCE_COLOR, CLICOLOR, CLICOLOR_FORCE", "say if there is colour, where --color is auto"],
  ["https_proxy, http_proxy, no_proxy", "a proxy to go through"],
  ["NODE_EXTRA_CA_CERTS", "more certificate authorities to trust"],
  ["XDG_STATE_HOME", "the folder above that of the journals"],
] as const;

/** The man page, section 1, in the macros of man(7). */
export function renderManPage(): string {
  return [
    String.raw`.\" Made from src/settings/table/settings.ts and src/program/guides.ts by: npm run docs`,
    `.TH ${NAME.toUpperCase()} 1 "" "${NAME} ${VERSION}" "User commands"`,
    ".SH NAME",
    `${NAME} \\- delete all but the newest image tags of a registry, and never harm what is kept`,
    ".SH SYNOPSIS",
    ...COMMANDS.flatMap((command, index) => [
      ...(index === 0 ? [] : [".br"]),
      `.B ${NAME}`,
      text(GUIDES[command].usage),
    ]),
    ".SH COMMANDS",
    ...COMMANDS.flatMap((command) => [".TP", `.B ${command}`, text(GUIDES[command].about)]),
    ".TP",
    ".B help",
    "Prints all of one command.",
    ".TP",
    ".B completion",
    "Prints a script that makes bash, zsh or fish complete words.",
    ".SH OPTIONS",
    ...TOPICS.flatMap(({ title, settings }) => group(title, settings)),
    ...group(
      "The command line",
      OWN_FLAGS.map(({ name }) => name),
    ),
    ".SH EXIT STATUS",
    ...EXITS.flatMap(row),
    ".SH ENVIRONMENT",
    ...VARIABLES.flatMap(row),
    ".SH FILES",
    ...row(["~/.local/state/prune-image-tags/", "the journals, from which restore puts images back"]),
    ...row(["~/.docker/config.json", "the credentials that docker login has put there"]),
    ".SH EXAMPLES",
    ...COMMANDS.flatMap((command) =>
      GUIDES[command].examples.flatMap(({ what, line }) => [
        ...(what === undefined ? [] : [".PP", text(`${what}:`)]),
        ".PP",
        ".nf",
        `.RS 4\n${text(line)}\n.RE`,
        ".fi",
      ]),
    ),
    "",
  ].join("\n");
}

function group(title: string, names: readonly string[]): readonly string[] {
  const flags = names.flatMap((name) => FLAGS.filter((flag) => flag.name === name));
  return [`.SS "${text(title)}"`, ...flags.flatMap(flagRow)];
}

function flagRow(flag: AnyFlag): readonly string[] {
  const { name, type, choices, help } = flag;
  const letter = LETTERS[name] === undefined ? "" : `-${LETTERS[name] ?? ""}, `;
  const value = type === "boolean" ? "" : ` ${choices?.join("|") ?? (type === "count" ? "N" : "VALUE")}`;
  const otherwise = flag.default ?? flag.otherwise;
  const end =
    otherwise === undefined || otherwise === "false"
      ? ""
      : ` (${/^required/.test(otherwise) ? "" : "default: "}${otherwise})`;
  const takers = flag.commands === undefined ? "" : ` For: ${flag.commands.join(", ")}.`;
  return [".TP", `.B "${text(`${letter}--${name}${value}`)}"`, text(`${help}${end}${takers}`)];
}

function row([name, what]: readonly [string, string]): readonly string[] {
  return [".TP", `.B "${text(name)}"`, text(what)];
}

/** A text as roff takes it: no letter of it is a command. */
function text(plain: string): string {
  const escaped = plain
    .replaceAll("`", "")
    .replaceAll("\\", String.raw`\e`)
    .replaceAll("-", String.raw`\-`)
    .replaceAll("~", String.raw`\(ti`)
    .replaceAll("^", String.raw`\(ha`)
    .replaceAll("…", "...")
    .replaceAll('"', String.raw`\(dq`);
  return escaped.replace(/^([.'])/, String.raw`\&$1`);
}
