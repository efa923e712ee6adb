import type { Policies } from "../../core/policy/policy.js";
import type { Reference } from "../../core/names/reference.js";
import { listImages, refuseGlobs, refuseSeveral } from "./connection.js";
import { readPolicies } from "./policy.js";
import type { SettingReader } from "./setting-reader.js";

/** The settings of `try`. */
export interface TrySettings {
  readonly command: "try";
  /** Images of one repository, whose tags the names are taken for. The tags of these images count as just pushed. */
  readonly images: readonly Reference[];
  readonly policies: Policies;
}

/** Reads the settings of `try`. Problems go to the reader. */
export function readTry(read: SettingReader): TrySettings {
  const { images, globs } = listImages(read);
  refuseGlobs(read, globs, "try is of one repository");
  const [image] = images;
  refuseSeveral(read, images, "try is of one; name one");
  const policies = readPolicies(read);
  if (image === undefined && policies.rules.some(({ repositories }) => repositories.length > 0)) {
    read.problem("image", "the policy has rules for certain repositories; name the one that the tags are of");
  }
  return { command: "try", images, policies };
}
