/** The way in which the reader of a message starts this program: with words in a shell, in a container, or as a step of a workflow. */
export type StartedAs =
  | { readonly kind: "shell"; readonly words: string }
  | { readonly kind: "container"; readonly image: string }
  | StartedAsStep;

/** A step of a workflow: what its `uses` names this action by, and the number of the run of the workflow. */
export interface StartedAsStep {
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
  const words = `restore ${shellWord(journal)} ${what ?? "[TAG…]"}`;
  switch (startedAs.kind) {
    case "shell":
      return ` ${startedAs.words} ${words}`;
    case "container":
      return ` docker run --rm -v ${mountOf(journal)} ${shellWord(startedAs.image)} ${words}`;
    case "step": {
      const settings = { command: "restore", journal, ...(what === undefined ? {} : { tags: what }) };
      const lines = Object.entries(settings).map(([name, value]) => `    ${name}: ${yamlWord(value)}`);
      return ["", `- uses: ${startedAs.uses ?? "./"}`, "  with:", ...lines].join("\n");
    }
  }
}

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
