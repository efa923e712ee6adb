import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { storageError } from "./filesystem-errors.js";

// The layout of Distribution (registry/storage/paths.go): blobs/<algorithm>/<two digits>/<digits>/data.
const LEVELS = [/^(?:sha\d+|blake\w+|tarsum.*)$/, /^[0-9a-f]{2}$/, /^[0-9a-f]{32,}$/] as const;

/**
 * Lists what no registry puts among the blobs, such as lost+found, @eaDir or .DS_Store, by its path. No blob's own folder is looked into.
 * @param base the registry's `docker/registry/v2`
 */
export async function strangeBlobs(base: string): Promise<readonly string[]> {
  const strange: string[] = [];
  let folders: readonly string[] = ["blobs"];
  for (const pattern of LEVELS) {
    const next: string[] = [];
    for (const folder of folders) {
      for (const entry of await list(join(base, folder))) {
        const path = `${folder}/${entry.name}`;
        if (entry.isDirectory() && pattern.test(entry.name)) next.push(path);
        else strange.push(path);
      }
    }
    folders = next;
  }
  return strange;
}

async function list(path: string): ReturnType<typeof entriesOf> {
  try {
    return await entriesOf(path);
  } catch (error) {
    throw storageError(error, `listing ${path}`);
  }
}

function entriesOf(path: string) {
  return readdir(path, { withFileTypes: true });
}
