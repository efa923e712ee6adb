import { PruneError } from "../base/errors.js";
import { isGlob, parseRepositoryGlob } from "./glob.js";
import { type Reference, type RepositoryName, splitReference } from "./reference.js";

/** A pattern of a registry's repositories: `[http://|https://]host[:port]/pattern`. */
export interface ImageGlob extends Pick<Reference, "scheme" | "host"> {
  /** The pattern as it was written, without the host. */
  readonly pattern: string;
  /** The first part of the pattern, such as a team. */
  readonly first: string;
  readonly matches: (repository: RepositoryName) => boolean;
}

/** True if a text is meant as a pattern of repositories rather than as a reference. */
export function isImageGlob(text: string): boolean {
  return isGlob(text.replace(/^(https?:\/\/)?\[[0-9a-fA-F:]*\]/i, ""));
}

/**
 * Reads a pattern of repositories that includes the host.
 * @throws {PruneError} with what is wrong, and how to write it
 */
export function parseImageGlob(text: string): ImageGlob {
  const { scheme, host, path } = splitReference(text);
  if (/[:@]/.test(path)) {
    throw new PruneError(
      `"${text}": a pattern of repositories has no tag and no digest; what was just pushed is named whole, on a line of its own`,
      "Correct the pattern.",
    );
  }
  const { matches } = parseRepositoryGlob(path);
  const [first = path] = path.split("/");
  return {
    ...(scheme === undefined ? {} : { scheme }),
    host: host.toLowerCase(),
    pattern: path,
    first,
    matches,
  };
}
