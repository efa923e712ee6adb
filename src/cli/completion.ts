import { NAME } from "../program/about.js";
import { COMMAND_TABLE } from "../program/commands.js";
import { COMMAND_CLAUSES, COMMANDS, type Command, DEFAULT_COMMAND } from "../settings/table/commands.js";
import { type AnyFlag, FLAGS, LETTERS } from "./flags.js";
import { OWN_WORDS, type Shell, SHELLS } from "./words.js";

/** Returns a script that makes a shell complete this program's words, made from the table of settings. */
export function renderCompletion(shell: Shell): string {
  return { bash, zsh, fish }[shell]();
}

const OWN_CLAUSES = {
  help: "prints all of one command",
  completion: "prints a script for bash, zsh or fish",
} as const satisfies Record<(typeof OWN_WORDS)[number], string>;

const isFile = ({ name, isFile: file }: AnyFlag): boolean => file === true || name === "storage";

/** The commands whose words without a flag are files, such as a journal or a plan. */
const ON_FILES = COMMANDS.filter((command) =>
  FLAGS.some((flag) => flag.name === COMMAND_TABLE[command].positional[0] && isFile(flag)),
);

const flagsOf = (command: Command): readonly AnyFlag[] =>
  FLAGS.filter(({ commands }) => commands?.includes(command) !== false);

const clause = (text: string): string => (text.split(/(?<=[.])\s/)[0] ?? "").replaceAll("`", "");

/** A text as one word of a shell, in single quotes. */
const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

function bash(): string {
  const chosen = FLAGS.filter(({ choices }) => choices !== undefined);
  const files = FLAGS.filter(isFile).map(({ name }) => `--${name}`);
  const valued = FLAGS.filter(({ type, choices }) => type !== "boolean" && choices === undefined)
    .filter((flag) => !isFile(flag))
    .map(({ name }) => `--${name}`);
  return `# bash completion of ${NAME}: source <(${NAME} completion bash)
_prune_image_tags() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command= flags each
  # Bash takes "=" for a word of its own.
  if [[ $word == "=" ]]; then word=; elif [[ $before == "=" ]]; then before=\${COMP_WORDS[COMP_CWORD-2]}; fi
  COMPREPLY=()
  for each in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $each in
      ${[...COMMANDS, ...OWN_WORDS].join("|")}) command=$each; break ;;
    esac
  done
  case $before in
${chosen.map(({ name, choices = [] }) => `    --${name}) COMPREPLY=($(compgen -W ${quoted(choices.join(" "))} -- "$word")); return ;;`).join("\n")}
    ${files.join("|")}) compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$word")); return ;;
    ${valued.join("|")}) return ;;
  esac
  case $command in
${COMMANDS.map((name) => `    ${name}) flags=${quoted(flagWords(flagsOf(name)))} ;;`).join("\n")}
    help) COMPREPLY=($(compgen -W ${quoted([...COMMANDS, "completion"].join(" "))} -- "$word")); return ;;
    completion) COMPREPLY=($(compgen -W ${quoted(SHELLS.join(" "))} -- "$word")); return ;;
    *) flags=${quoted(flagWords(flagsOf(DEFAULT_COMMAND)))} ;;
  esac
  if [[ $word == -* ]]; then
    COMPREPLY=($(compgen -W "$flags" -- "$word"))
  elif [[ -z $command && COMP_CWORD -eq 1 ]]; then
    COMPREPLY=($(compgen -W ${quoted([...COMMANDS, ...OWN_WORDS].join(" "))} -- "$word"))
  elif [[ $command == @(${ON_FILES.join("|")}) ]]; then
    compopt -o filenames 2>/dev/null
    COMPREPLY=($(compgen -f -- "$word"))
  fi
}
complete -F _prune_image_tags ${NAME}
`;
}

function flagWords(flags: readonly AnyFlag[]): string {
  return flags.map(({ name }) => `--${name}`).join(" ");
}

function zshFlag(flag: AnyFlag): string {
  const { name, type, choices, help } = flag;
  const said = clause(help).replace(/[[\]:\\]/g, String.raw`\$&`);
  const value = isFile(flag)
    ? ":file:_files"
    : choices === undefined
      ? ":value:"
      : `:value:(${choices.join(" ")})`;
  const letter = LETTERS[name];
  const end = `[${said}]${type === "boolean" ? "" : value}`;
  const many = type === "list" ? "*" : "";
  const long = quoted(`${many}--${name}${type === "boolean" ? "" : "="}${end}`);
  return letter === undefined ? long : `${quoted(`-${letter}${end}`)} ${long}`;
}

function zshRows(): readonly string[] {
  return [
    ...COMMANDS.map(
      (name) => `${name}:${COMMAND_CLAUSES[name].replaceAll("`", "").replaceAll(":", String.raw`\:`)}`,
    ),
    ...OWN_WORDS.map((name) => `${name}:${OWN_CLAUSES[name]}`),
  ];
}

function zsh(): string {
  const words = (name: Command): string => (ON_FILES.includes(name) ? "*:file:_files" : "*:word:");
  return `#compdef ${NAME}
# zsh completion of ${NAME}: put it into a folder of $fpath as _${NAME}, or: source <(${NAME} completion zsh)
_prune_image_tags() {
  local -a commands
  commands=(
${zshRows()
  .map((row) => `    ${quoted(row)}`)
  .join("\n")}
  )
  if (( CURRENT == 2 )) && [[ $words[CURRENT] != -* ]]; then
    _describe command commands
    return
  fi
  case $words[2] in
    help) _describe command commands ;;
    completion) compadd ${SHELLS.join(" ")} ;;
${COMMANDS.filter((name) => name !== DEFAULT_COMMAND)
  .map(
    (name) =>
      `    ${name})\n      _arguments ${[...flagsOf(name).map(zshFlag), quoted(words(name))].join(" \\\n        ")} ;;`,
  )
  .join("\n")}
    *)
      _arguments ${[...flagsOf(DEFAULT_COMMAND).map(zshFlag), quoted(words(DEFAULT_COMMAND))].join(" \\\n        ")} ;;
  esac
}
if [[ $funcstack[1] == _prune_image_tags || $funcstack[1] == _${NAME} ]]; then
  _prune_image_tags "$@"
else
  compdef _prune_image_tags ${NAME}
fi
`;
}

function fish(): string {
  const words = [...COMMANDS, ...OWN_WORDS].join(" ");
  const first = `not __fish_seen_subcommand_from ${words}`;
  const commands = [
    ...COMMANDS.map((name) => [name, COMMAND_CLAUSES[name].replaceAll("`", "")] as const),
    ...OWN_WORDS.map((name) => [name, OWN_CLAUSES[name]] as const),
  ];
  const flag = (each: AnyFlag): string => {
    const { name, type, choices, commands: takers, help } = each;
    const isForPrune = takers?.includes(DEFAULT_COMMAND) !== false;
    const seen = `__fish_seen_subcommand_from ${(takers ?? COMMANDS).join(" ")}`;
    const when = takers === undefined ? "" : ` -n ${fishQuoted(isForPrune ? `${seen}; or ${first}` : seen)}`;
    const letter = LETTERS[name] === undefined ? "" : ` -s ${LETTERS[name] ?? ""}`;
    const value = isFile(each)
      ? " -r -F"
      : choices === undefined
        ? " -x"
        : ` -x -a ${fishQuoted(choices.join(" "))}`;
    return `complete -c ${NAME}${when}${letter} -l ${name}${type === "boolean" ? "" : value} -d ${fishQuoted(clause(help))}`;
  };
  return `# fish completion of ${NAME}: ${NAME} completion fish | source
complete -c ${NAME} -f
complete -c ${NAME} -n '__fish_seen_subcommand_from ${ON_FILES.join(" ")}' -F
${commands.map(([name, what]) => `complete -c ${NAME} -n ${fishQuoted(first)} -a ${name} -d ${fishQuoted(what)}`).join("\n")}
complete -c ${NAME} -n '__fish_seen_subcommand_from help' -a ${fishQuoted([...COMMANDS, "completion"].join(" "))}
complete -c ${NAME} -n '__fish_seen_subcommand_from completion' -a ${fishQuoted(SHELLS.join(" "))}
${FLAGS.map(flag).join("\n")}
`;
}

function fishQuoted(text: string): string {
  return `'${text.replace(/['\\]/g, String.raw`\$&`)}'`;
}
