import { type ConnectionSettings, type NamedImages, readConnection, readImages } from "./connection.js";
import type { SettingReader } from "./setting-reader.js";

/** The settings of `repositories`. */
export interface RepositoriesSettings extends ConnectionSettings, NamedImages {
  readonly command: "repositories";
  /** The most shards. */
  readonly shards: number;
}

// GitHub runs no larger matrix (https://docs.github.com/actions/reference/limits).
const MOST_SHARDS = 256;

/** Reads the settings of `repositories`. Problems go to the reader. */
export function readRepositories(read: SettingReader): RepositoriesSettings {
  const { images, globs } = readImages(read);
  const shards = read.count("shards") ?? 1;
  if (shards < 1 || shards > MOST_SHARDS) {
    read.problem("shards", `${shards} is not from 1 to ${MOST_SHARDS}, which is the most jobs of a matrix`);
  }
  return { command: "repositories", images, globs, shards, ...readConnection(read, [...images, ...globs]) };
}
