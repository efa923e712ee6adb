import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder in which downloads and builds are kept between runs; git ignores it. */
export const cache = fileURLToPath(new URL("../.cache/", import.meta.url));

/**
 * The path of a program on PATH; undefined if there is none.
 * @param {string} name
 */
export function onPath(name) {
  const directories = (process.env["PATH"] ?? "").split(delimiter).filter((directory) => directory !== "");
  return directories.map((directory) => join(directory, name)).find(isExecutable);
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The last line that a failed program wrote to standard error, or the last line of the error's message.
 * @param {unknown} error
 * @returns {string}
 */
export function lastErrorLine(error) {
  if (!(error instanceof Error)) return String(error);
  const said = "stderr" in error ? String(error.stderr).trim() : "";
  return (said || error.message).split("\n").at(-1) ?? "";
}
