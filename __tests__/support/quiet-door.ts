import type { Door } from "../../src/program/door.js";
import { BY_NAME } from "../../src/report/words/own-command.js";

const ignore = (): void => undefined;

/** A door at which nobody is: it shows nothing, asks nobody, and has no folders. */
export const QUIET_DOOR: Door = {
  log: { info: ignore, warning: ignore, group: ignore, endGroup: ignore },
  note: ignore,
  onSecret: ignore,
  openProgress: () => Promise.resolve(ignore),
  isLogTaken: () => Promise.resolve(false),
  cacheFolder: undefined,
  journalFolder: undefined,
  spareFolders: [],
  setOutput: ignore,
  startedAs: () => BY_NAME,
};
