import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { privateName } from "../../core/base/spare-folders.js";
import type { UnfinishedJournal } from "../../run/journal/folder.js";

/** The folders where runs have their journals. */
export interface JournalFolders {
  /** The user's own; absent for a user who has none. */
  readonly journalFolder: string | undefined;
  /** Folders where everybody may make something. */
  readonly spareFolders?: readonly string[];
}

/** The journals of earlier runs that were cut off. They are looked for once in a run, whose own is none of them. */
export class OtherJournals {
  readonly #folders: JournalFolders;
  #found: Promise<readonly UnfinishedJournal[]> | undefined;

  constructor(folders: JournalFolders) {
    this.#folders = folders;
  }

  /** Returns the path of the newest that has leftovers of a repository; `undefined` where there is none. */
  async pathOf(repository: string): Promise<string | undefined> {
    this.#found ??= this.#find();
    for (const { path, repositories } of await this.#found) {
      if ((await repositories()).has(repository)) return path;
    }
    return undefined;
  }

  async #find(): Promise<readonly UnfinishedJournal[]> {
    const { journalFolder, spareFolders = [] } = this.#folders;
    const others = spareFolders.map((folder) => join(folder, privateName(process.getuid?.())));
    const found: UnfinishedJournal[] = [];
    for (const folder of [...(journalFolder === undefined ? [] : [journalFolder]), ...others]) {
      if (!(await hasEntries(folder))) continue;
      // Lazily, here and below: most runs find no journal, and need nothing that reads one. One that somebody else put there could have anything in it.
      const { isOwnFolder } = await import("../../run/journal/private-folder.js");
      if (folder !== journalFolder && !(await isOwnFolder(folder))) continue;
      const { unfinishedJournals } = await import("../../run/journal/folder.js");
      found.push(...(await unfinishedJournals(folder)));
    }
    return found;
  }
}

async function hasEntries(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => []);
  return names.length > 0;
}
