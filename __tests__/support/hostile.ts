/** Texts as a hostile registry, pusher or neighbour would choose them, and what each is meant to do. */
export const HOSTILE: readonly (readonly [what: string, text: string])[] = [
  ["a lone CR, which writes over the line", "kept\rdeleted"],
  ["a line break with a workflow command", "x\n::set-output name=deleted::[]"],
  ["a line break with an indented workflow command", "x\n  ::error::forged"],
  ["CRLF with a workflow command", "x\r\n::stop-commands::forged"],
  ["a NEL with a workflow command", "x\u0085::add-path::/forged"],
  ["a line separator with a workflow command", "x\u2028::set-env name=A::forged"],
  ["a workflow command at the beginning", "::add-mask::e"],
  ["a workflow command behind spaces", " \t\u00a0::warning::forged"],
  ["an old workflow command in mid-line", "x ##[error]forged"],
  ["an Azure command in mid-line", "x ##vso[task.setvariable variable=a]forged"],
  ["an Azure command in capitals", "x ##VSO[task.logissue type=error]forged"],
  ["a TeamCity command", "##teamcity[buildStatus status='SUCCESS']"],
  ["a GitLab section", "section_start:1700000000:forged[collapsed=true]\r\u001b[0Kforged"],
  ["colours", "\u001b[31mred\u001b[0m"],
  ["a cleared screen", "\u001b[2J\u001b[H"],
  ["OSC 52, which fills the clipboard", "\u001b]52;c;Y3VybA==\u0007"],
  ["OSC 8, a link with another text", "\u001b]8;;https://evil.example/\u001b\\text\u001b]8;;\u001b\\"],
  ["a C1 CSI", "\u009b31mred"],
  ["a C1 OSC", "\u009d52;c;Y3VybA==\u009c"],
  ["bells, backspaces and DEL", "\u0007\b\b\u007f"],
  ["bidi overrides", "a\u202egnp\u202c"],
  ["bidi isolates", "a\u2066b\u2069"],
  ["bidi marks", "a\u200eb\u200fc\u061c"],
  ["zero-width characters", "de\u200bl\u200ce\u200dt\u2060e\ufeff"],
  ["tag characters", "a\u{e0041}\u{e007f}"],
  ["invisible letters and fillers", "a\u3164b\u115f\u00ad\u180e\ufe0f"],
  ["half a surrogate pair", "a\ud800b"],
  ["interlinear annotations", "a\ufff9b\ufffa\ufffb"],
];

/** What none of these may leave in a text for people: everything that a terminal or a log obeys, or that is not seen. */
export const OBEYED =
  /(?![\n\t])[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]/u;

/** The lines that some CI would take for a command. */
export function commandsIn(text: string): readonly string[] {
  return text
    .split(/[\r\n\u0085\u2028\u2029]+/)
    .filter((line) => /^\s*::|##(?:\[|vso\[|teamcity\[)/i.test(line));
}
