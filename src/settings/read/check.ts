import type { Reference } from "../../core/names/reference.js";
import {
  type ConnectionSettings,
  readConnection,
  readImages,
  refuseGlobs,
  refuseSeveral,
} from "./connection.js";
import type { SettingReader } from "./setting-reader.js";

/** The settings of `check`, read. */
export interface CheckSettings extends ConnectionSettings {
  readonly command: "check";
  readonly image?: Reference;
  /** Paths. */
  readonly registryConfig?: string;
  readonly s3Policy?: string;
}

/** Reads the settings of `check`; what is wrong is in the reader's problems. */
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
