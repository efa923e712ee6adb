import { basename, delimiter, dirname, isAbsolute, relative, sep } from "node:path";
import { NAME } from "../program/about.js";
import { type StartedAs, shellWord } from "../report/words/own-command.js";

/** The start of a process, as far as the process knows it. */
export interface Start {
  /** The program that runs: Node, or the binary. */
  readonly execPath: string;
  /** The word that the program was started by. */
  readonly argv0: string;
  /** The file that Node was started with. In the binary (single executable application) it is the first word once more. */
  readonly script: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
}

/** Returns the start of this process. */
export function startOfProcess(): Start {
  const { execPath, argv0, env } = process;
  return { execPath, argv0, script: process.argv[1] ?? "", env, cwd: process.cwd() };
}

/** The way in which the person at this command line has started the program, and can start it again. */
export function startedAs(start: Start): StartedAs {
  // Set by the image (Dockerfile).
  const image = start.env["PRUNE_IMAGE_TAGS_IMAGE"] ?? "";
  return image === "" ? { kind: "shell", words: wordsOf(start) } : { kind: "container", image };
}

/** The words by which that person starts the program, as the help has them. */
export function helpWords(start: Start): string {
  const started = startedAs(start);
  return started.kind === "container" ? `docker run --rm ${shellWord(started.image)}` : wordsOf(start);
}

function wordsOf(start: Start): string {
  const { execPath, argv0, script } = start;
  if (script === argv0) return shellWord(argv0);
  const packages = script.lastIndexOf(`${sep}node_modules${sep}`);
  if (packages >= 0) {
    // npm's link for Windows, which lies beside node_modules, names the file itself.
    return isOnPath(script.slice(0, packages + 1), start) ? NAME : `npx ${NAME}`;
  }
  if (basename(script) === NAME && isOnPath(script, start)) return NAME;
  const node = isOnPath(execPath, start) ? "node" : shellWord(execPath);
  return `${node} ${shellWord(shown(script, start))}`;
}

/** True if a shell finds the file by its name alone. */
function isOnPath(file: string, { env }: Start): boolean {
  const folder = file.endsWith(sep) ? file.slice(0, -1) : dirname(file);
  return (env["PATH"] ?? "").split(delimiter).includes(folder);
}

/** The shortest path that leads to a file from where the reader is: below that folder a relative one, else as it is. */
function shown(file: string, { cwd }: Start): string {
  const path = relative(cwd, file);
  return path.startsWith("..") || isAbsolute(path) ? file : path;
}
