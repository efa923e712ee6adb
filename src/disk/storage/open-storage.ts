import { openFilesystem } from "./filesystem.js";
import { openS3 } from "./s3.js";
import type { Storage } from "./storage.js";

/**
 * Opens a registry's storage: a folder, which is its rootdirectory, or `s3://bucket/prefix`. The prefix is its rootdirectory in the bucket (left out
 * if that is "/").
 * @throws {PruneError} where it is no registry's, can't be reached, or is written wrongly
 */
export function openStorage(text: string): Promise<Storage> {
  return /^s3:/i.test(text) ? openS3(text) : openFilesystem(text);
}
