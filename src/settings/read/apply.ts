import { UNTAG_WAYS, type UntagWay } from "../../core/policy/policy.js";
import {
  type ConnectionSettings,
  type NamedImages,
  readConnection,
  readOptionalImages,
} from "./connection.js";
import { type DeletionSettings, readDeletion } from "./deletion.js";
import type { SettingReader } from "./setting-reader.js";

/** The settings of `apply`. The plan must be for the named images and patterns; for any repositories where none are named. */
export interface ApplySettings extends ConnectionSettings, DeletionSettings, NamedImages {
  readonly command: "apply";
  /** Path of the plan. */
  readonly plan: string;
  /** The SHA-256 that the plan's bytes must have, in lower case hex. */
  readonly planSha256?: string;
  readonly allowEmpty: boolean;
  readonly untag: UntagWay;
}

/** Reads the settings of `apply`. Problems go to the reader. */
export function readApply(read: SettingReader): ApplySettings {
  const { images, globs } = readOptionalImages(read, "the plan");
  const places = [...images, ...globs];
  const plan = read.text("plan");
  if (plan === "") read.problem("plan", "it is empty; name the file that a dry run saved (its output plan)");
  const sha256 = read.text("plan-sha256").toLowerCase();
  if (sha256 !== "" && !/^[0-9a-f]{64}$/.test(sha256)) {
    read.problem(
      "plan-sha256",
      `"${sha256}" is not a SHA-256; write its 64 hex digits (the output plan-sha256)`,
    );
  }
  return {
    command: "apply",
    plan,
    ...(sha256 === "" ? {} : { planSha256: sha256 }),
    images,
    globs,
    ...readDeletion(read, places),
    ...readConnection(read, places),
    allowEmpty: read.boolean("allow-empty"),
    untag: read.choice("untag", UNTAG_WAYS),
  };
}
