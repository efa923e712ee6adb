import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where downloads and builds are kept over runs; git ignores it. */
export const cache = fileURLToPath(new URL("../.cache/", import.meta.url));

/**
 * The path of a program on PATH; undefined where it is not there.
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
 * The last line of what a program that failed had to say.
 * @param {unknown} error
 * @returns {string}
 */
export function lastWords(error) {
  if (!(error instanceof Error)) return String(error);
  const said = "stderr" in error ? String(error.stderr).trim() : "";
  return (said || error.message).split("\n").at(-1) ?? "";
}
