/** The settings by which a run has reached its registry, and by which a command that is to undo it reaches it too. No secret is among them. */
export interface UndoAccess {
  /** Hosts that speak plain HTTP. */
  readonly plainHttp: readonly string[];
  readonly tokenServers: readonly string[];
  /** The user name, where one was given with a password. */
  readonly username?: string;
  /** The repository, as `host/repository`, or the reader's choice of one, which a restore with a password has to be told. */
  readonly image?: string;
}

interface WithAccess {
  readonly access?: UndoAccess;
}

/** The way in which the reader of a message starts this program: with words in a shell, in a container, or as a step of a workflow. */
export type StartedAs =
  | ({ readonly kind: "shell"; readonly words: string } & WithAccess)
  | ({ readonly kind: "container"; readonly image: string } & WithAccess)
  | StartedAsStep;

/** A step of a workflow: what its `uses` names this action by, and the number of the run of the workflow. */
export interface StartedAsStep extends WithAccess {
  readonly kind: "step";
  readonly uses?: string;
  readonly run?: string;
}

/** The program under its own name, as an installation puts it on the path. */
export const BY_NAME: StartedAs = { kind: "shell", words: "prune-image-tags" };

/** The image's folder for what is to outlast a container, and the volume that the documentation puts there. */
const STATE = { folder: "/state", volume: "prune-image-tags" };

/**
 * The end of a sentence that tells how to restore from a journal, as its reader can do it: ` a command`, or the lines of a step on lines of their own.
 * @param what a tag or digest; absent for all of it, or what the reader chooses
 */
export function restoreCommand(journal: string, startedAs: StartedAs, what?: string): string {
  const { access } = startedAs;
  const words = `${restoreWords(journal, access)} ${what ?? "[TAG…]"}`;
  switch (startedAs.kind) {
    case "shell":
      return ` ${startedAs.words} ${words}`;
    case "container": {
      const typed = access?.username === undefined ? "" : " -i";
      return ` docker run --rm${typed} -v ${mountOf(journal)} ${shellWord(startedAs.image)} ${words}`;
    }
    case "step":
      return ["", `- uses: ${startedAs.uses ?? "./"}`, ...restoreInputs(journal, access, what)].join("\n");
  }
}

/** The words of a command line that restores from a journal, behind those that start the program. */
export function restoreWords(journal: string, access?: UndoAccess): string {
  const { plainHttp = [], tokenServers = [], username, image } = access ?? {};
  return [
    `restore ${shellWord(journal)}`,
    ...plainHttp.map((host) => `--plain-http ${shellWord(host)}`),
    ...tokenServers.map((host) => `--token-servers ${shellWord(host)}`),
    ...(image === undefined ? [] : [`--image ${shellWord(image)}`]),
    ...(username === undefined ? [] : [`--username ${shellWord(username)} --password-stdin`]),
  ].join(" ");
}

/** The lines of a step that restores from a journal, behind its `uses`. The user name may be a secret of the workflow's, so it is not repeated. */
export function restoreInputs(journal: string, access?: UndoAccess, what?: string): readonly string[] {
  const { plainHttp = [], tokenServers = [], username, image } = access ?? {};
  const list = (name: string, values: readonly string[]): readonly string[] =>
    values.length === 0 ? [] : [`    ${name}: ${yamlWord(values.join(", "))}`];
  return [
    "  with:",
    "    command: restore",
    `    journal: ${yamlWord(journal)}`,
    ...list("tags", what === undefined ? [] : [what]),
    ...list("plain-http", plainHttp),
    ...list("token-servers", tokenServers),
    ...list("image", image === undefined ? [] : [image]),
    ...(username === undefined ? [] : LOGIN),
  ];
}

const LOGIN = [
  "    username: ${{ secrets.REGISTRY_USERNAME }} # as in this step",
  "    password: ${{ secrets.REGISTRY_PASSWORD }}",
];

/** A volume for the folder of a journal, which a container that is gone has left there. */
function mountOf(journal: string): string {
  if (journal.startsWith(`${STATE.folder}/`)) return `${STATE.volume}:${STATE.folder}`;
  const folder = shellWord(journal.slice(0, Math.max(1, journal.lastIndexOf("/"))));
  return `${folder}:${folder}`;
}

/** A text as one word of a shell. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** A text as one value of YAML; JSON's quotes are YAML's too. */
function yamlWord(text: string): string {
  return /^[a-z/][\w./-]*$/i.test(text) ? text : JSON.stringify(text);
}
