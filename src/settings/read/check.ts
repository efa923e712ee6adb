import type { Reference } from "../../core/names/reference.js";
import {
  type ConnectionSettings,
  readConnection,
  readImages,
  refuseGlobs,
  refuseSeveral,
} from "./connection.js";
import type { SettingReader } from "./setting-reader.js";

/** The settings of `check`: an image, files, or both. */
export interface CheckSettings extends ConnectionSettings {
  readonly command: "check";
  readonly image?: Reference;
  /** Path of the registry's configuration, or of a compose file with its environment. */
  readonly registryConfig?: string;
  /** Path of the IAM policy for its bucket. */
  readonly s3Policy?: string;
}

/** Reads the settings of `check`. Problems go to the reader. */
export function readCheck(read: SettingReader): CheckSettings {
  const registryConfig = read.text("registry-config");
  const s3Policy = read.text("s3-policy");
  const hasFiles = registryConfig !== "" || s3Policy !== "";
  const none = { images: [], globs: [] };
  const { images, globs } = hasFiles && read.text("image") === "" ? none : readImages(read);
  refuseGlobs(read, globs, "check is of one repository");
  const [image] = images;
  refuseSeveral(read, images, "check is of one; name one");
  return {
    command: "check",
    ...readConnection(read, images),
    ...(image === undefined ? {} : { image }),
    ...(registryConfig === "" ? {} : { registryConfig }),
    ...(s3Policy === "" ? {} : { s3Policy }),
  };
}
