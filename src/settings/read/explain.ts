import type { Policies } from "../../core/policy/policy.js";
import type { Reference, Tag } from "../../core/names/reference.js";
import { type ConnectionSettings, readConnection, readImages, refuseGlobs } from "./connection.js";
import { readPolicies } from "./policy.js";
import type { SettingReader } from "./setting-reader.js";

/** The settings of `explain`. */
export interface ExplainSettings extends ConnectionSettings {
  readonly command: "explain";
  /** At least one image, each with the tag to explain. */
  readonly images: readonly (Reference & { readonly tag: Tag })[];
  readonly policies: Policies;
}

/** Reads the settings of `explain`. Problems go to the reader. */
export function readExplain(read: SettingReader): ExplainSettings {
  const { images, globs } = readImages(read);
  refuseGlobs(read, globs, "explain is of tags");
  const asked = images.flatMap((image) => (image.tag === undefined ? [] : [{ ...image, tag: image.tag }]));
  const untagged = images.find(({ tag }) => tag === undefined);
  if (untagged !== undefined) {
    const name = `${untagged.host}/${untagged.repository}`;
    read.problem("image", `${name} has no tag; name the tag to explain, such as ${name}:1.4.9`);
  }
  return {
    command: "explain",
    images: asked,
    policies: readPolicies(read),
    ...readConnection(read, [...images, ...globs]),
  };
}
