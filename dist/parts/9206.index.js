export const id = 9206;
export const ids = [9206];
export const modules = {

/***/ 9206:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    renderCompletion: () => (  renderCompletion)
  });
  var _program_about_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8617);
  var _program_commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9106);
  var _settings_table_commands_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1186);
  var _flags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1117);
  var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3835);





function renderCompletion(shell) {
    return { bash, zsh, fish }[shell]();
}
const OWN_CLAUSES = {
    help: "prints all of one command",
    completion: "prints a script for bash, zsh or fish",
};
const isFile = ({ name, isFile: file }) => file === true || name === "storage";
const ON_FILES = _settings_table_commands_js__WEBPACK_IMPORTED_MODULE_1__  .Lo.filter((command) => _flags_js__WEBPACK_IMPORTED_MODULE_2__  .Wg.some((flag) => flag.name === _program_commands_js__WEBPACK_IMPORTED_MODULE_0__  .v[command].positional[0] && isFile(flag)));
const flagsOf = (command) => _flags_js__WEBPACK_IMPORTED_MODULE_2__  .Wg.filter(({ commands }) => commands?.includes(command) !== false);
const clause = (text) => (text.split(/(?<=[.])\s/)[0] ?? "").replaceAll("`", "");
const quoted = (text) => `'${text.replaceAll("'", String.raw `'\''`)}'`;
function bash() {
    const chosen = _flags_js__WEBPACK_IMPORTED_MODULE_2__  .Wg.filter(({ choices }) => choices !== undefined);
    const files = _flags_js__WEBPACK_IMPORTED_MODULE_2__  .Wg.filter(isFile).map(({ name }) => `--${name}`);
    const valued = _flags_js__WEBPACK_IMPORTED_MODULE_2__  .Wg.filter(({ type, choices }) => type !== "boolean" && choices === undefined)
        .filter((flag) => !isFile(flag))
        .map(({ name }) => `--${name}`);
    return `# bash completion of ${_program_about_js__WEBPACK_IMPORTED_MODULE_4__  .o_}: source <(${_program_about_js__WEBPACK_IMPORTED_MODULE_4__  .o_} completion bash)
_prune_image_tags() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command= flags each
  # Bash takes "=" for a word of its own.
  if [[ $word == "=" ]]; then word=; elif [[ $before == "=" ]]; then before=\${COMP_WORDS[COMP_CWORD-2]}; fi
  COMPREPLY=()
  for each in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $each in
      ${[..._settings_table_commands_js__WEBPACK_IMPORTED_MODULE_1__  .Lo, ..._words_js__WEBPACK_IMPORTED_MODULE_3__  .Lj].join("|")}) command=$each; break ;;
    esac
  done
  case $before in
${chosen.map(({ name, choices = [] }) => `    --${name}) COMPREPLY=($(compgen -W ${quoted(choices.join(" "))} -- "$word")); return ;;`).join("\n")}
    ${files.join("|")}) compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$word")); return ;;
    ${valued.join("|")}) return ;;
  esac
  case $command in
${_settings_table_commands_js__WEBPACK_IMPORTED_MODULE_1__  .Lo.map((name) => `    ${name}) flags=${quoted(flagWords(flagsOf(name)))} ;;`).join("\n")}
    help) COMPREPLY=($(compgen -W ${quoted([..._settings_table_commands_js__WEBPACK_IMPORTED_MODULE_1__  .Lo, "completion"].join(" "))} -- "$word")); return ;;
    completion) COMPREPLY=($(compgen -W ${quoted(_words_js__WEBPACK_IMPORTED_MODULE_3__  .OF.join(" "))} -- "$word")); return ;;
    *) flags=${quoted(flagWords(flagsOf(_settings_table_commands_js__WEBPACK_IMPORTED_MODULE_1__  .YT)))} ;;
  esac
  if [[ $word == -* ]]; then
    COMPREPLY=($(compgen -W "$flags" -- "$word"))
  elif [[ -z $command && COMP_CWORD -eq 1 ]]; then
    COMPREPLY=($(compgen -W ${quoted([..._settings_table_commands_js__WEBPACK_IMPORTED_MODULE_1__  .Lo, ..._words_js__WEBPACK_IMPORTED_MODULE_3__  .Lj].join(" "))} -- "$word"))
  elif [[ $command == @(${ON_FILES.join("|")}) ]]; then
    compopt -o filenames 2>/dev/null
    COMPREPLY=($(compgen -f -- "$word"))
  fi
}
complete -F _prune_image_tags ${_program_about_js__WEBPACK_IMPORTED_MODULE_4__  .o_}
`;
}
function flagWords(flags) {
    return flags.map(({ name }) => `--${name}`).join(" ");
}
function zshFlag(flag) {
    const { name, type, choices, help } = flag;
    const said = clause(help).replace(/[[\]:\\]/g, String.raw `\$&`);
    const value = isFile(flag)
        ? ":file:_files"
        : choices === undefined
            ? ":value:"
            : `:value:(${choices.join(" ")})`;
    const letter = _flags_js__WEBPACK_IMPORTED_MODULE_2__  .mt[name];
    const end = `[${said}]${type === "boolean" ? "" : value}`;
    const many = type === "list" ? "*" : "";
    const long = quoted(`${many}--${name}${type === "boolean" ? "" : "="}${end}`);
    return letter === undefined ? long : `${quoted(`-${letter}${end}`)} ${long}`;
}
function zshRows() {
    return [
        ..._settings_table_commands_js__WEBPACK_IMPORTED_MODULE_1__  .Lo.map((name) => `${name}:${_settings_table_commands_js__WEBPACK_IMPORTED_MODULE_1__  .Py[name].replaceAll("`", "").replaceAll(":", String.raw `\:`)}`),
        ..._words_js__WEBPACK_IMPORTED_MODULE_3__  .Lj.map((name) => `${name}:${OWN_CLAUSES[name]}`),
    ];
}
function zsh() {
    const words = (name) => (ON_FILES.includes(name) ? "*:file:_files" : "*:word:");
    return `#compdef ${_program_about_js__WEBPACK_IMPORTED_MODULE_4__  .o_}
# zsh completion of ${_program_about_js__WEBPACK_IMPORTED_MODULE_4__  .o_}: put it into a folder of $fpath as _${_program_about_js__WEBPACK_IMPORTED_MODULE_4__  .o_}, or: source <(${_program_about_js__WEBPACK_IMPORTED_MODULE_4__  .o_} completion zsh)
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
    completion) compadd ${_words_js__WEBPACK_IMPORTED_MODULE_3__  .OF.join(" ")} ;;
${_settings_table_commands_js__WEBPACK_IMPORTED_MODULE_1__  .Lo.filter((name) => name !== _settings_table_commands_js__WEBPACK_IMPORTED_MODULE_1__  .YT)
        .map((name) => `    ${name})\n      _arguments ${[...flagsOf(name).map(zshFlag), quoted(words(name))].join(" \\\n        ")} ;;`)
        .join("\n")}
    *)
      _arguments ${[...flagsOf(_settings_table_commands_js__WEBPACK_IMPORTED_MODULE_1__  .YT).map(zshFlag), quoted(words(_settings_table_commands_js__WEBPACK_IMPORTED_MODULE_1__  .YT))].join(" \\\n        ")} ;;
  esac
}
if [[ $funcstack[1] == _prune_image_tags || $funcstack[1] == _${_program_about_js__WEBPACK_IMPORTED_MODULE_4__  .o_} ]]; then
  _prune_image_tags "$@"
else
  compdef _prune_image_tags ${_program_about_js__WEBPACK_IMPORTED_MODULE_4__  .o_}
fi
`;
}
function fish() {
    const words = [..._settings_table_commands_js__WEBPACK_IMPORTED_MODULE_1__  .Lo, ..._words_js__WEBPACK_IMPORTED_MODULE_3__  .Lj].join(" ");
    const first = `not __fish_seen_subcommand_from ${words}`;
    const commands = [
        ..._settings_table_commands_js__WEBPACK_IMPORTED_MODULE_1__  .Lo.map((name) => [name, _settings_table_commands_js__WEBPACK_IMPORTED_MODULE_1__  .Py[name].replaceAll("`", "")]),
        ..._words_js__WEBPACK_IMPORTED_MODULE_3__  .Lj.map((name) => [name, OWN_CLAUSES[name]]),
    ];
    const flag = (each) => {
        const { name, type, choices, commands: takers, help } = each;
        const isForPrune = takers?.includes(_settings_table_commands_js__WEBPACK_IMPORTED_MODULE_1__  .YT) !== false;
        const seen = `__fish_seen_subcommand_from ${(takers ?? _settings_table_commands_js__WEBPACK_IMPORTED_MODULE_1__  .Lo).join(" ")}`;
        const when = takers === undefined ? "" : ` -n ${fishQuoted(isForPrune ? `${seen}; or ${first}` : seen)}`;
        const letter = _flags_js__WEBPACK_IMPORTED_MODULE_2__  .mt[name] === undefined ? "" : ` -s ${_flags_js__WEBPACK_IMPORTED_MODULE_2__  .mt[name] ?? ""}`;
        const value = isFile(each)
            ? " -r -F"
            : choices === undefined
                ? " -x"
                : ` -x -a ${fishQuoted(choices.join(" "))}`;
        return `complete -c ${_program_about_js__WEBPACK_IMPORTED_MODULE_4__  .o_}${when}${letter} -l ${name}${type === "boolean" ? "" : value} -d ${fishQuoted(clause(help))}`;
    };
    return `# fish completion of ${_program_about_js__WEBPACK_IMPORTED_MODULE_4__  .o_}: ${_program_about_js__WEBPACK_IMPORTED_MODULE_4__  .o_} completion fish | source
complete -c ${_program_about_js__WEBPACK_IMPORTED_MODULE_4__  .o_} -f
complete -c ${_program_about_js__WEBPACK_IMPORTED_MODULE_4__  .o_} -n '__fish_seen_subcommand_from ${ON_FILES.join(" ")}' -F
${commands.map(([name, what]) => `complete -c ${_program_about_js__WEBPACK_IMPORTED_MODULE_4__  .o_} -n ${fishQuoted(first)} -a ${name} -d ${fishQuoted(what)}`).join("\n")}
complete -c ${_program_about_js__WEBPACK_IMPORTED_MODULE_4__  .o_} -n '__fish_seen_subcommand_from help' -a ${fishQuoted([..._settings_table_commands_js__WEBPACK_IMPORTED_MODULE_1__  .Lo, "completion"].join(" "))}
complete -c ${_program_about_js__WEBPACK_IMPORTED_MODULE_4__  .o_} -n '__fish_seen_subcommand_from completion' -a ${fishQuoted(_words_js__WEBPACK_IMPORTED_MODULE_3__  .OF.join(" "))}
${_flags_js__WEBPACK_IMPORTED_MODULE_2__  .Wg.map(flag).join("\n")}
`;
}
function fishQuoted(text) {
    return `'${text.replace(/['\\]/g, String.raw `\$&`)}'`;
}


/***/ })

};
