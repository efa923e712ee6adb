// Prints the notes of a version, which is what CHANGELOG.md says of it. It fails where that is not released yet, or where package.json has another version.
//   node scripts/release-notes.mjs 1.2.3
import { readFile } from "node:fs/promises";
import process from "node:process";

/**
 * The lines below a version's heading, without blank ones around them.
 * @param {string} changes the text of CHANGELOG.md
 * @param {string} version
 * @throws {Error} if there is none, it is empty, or it says that it is not released yet
 */
export function notesOf(changes, version) {
  const parts = changes.split(/^## (.*)\n/m);
  const index = parts.findIndex((part, at) => at % 2 === 1 && part.split(" ")[0] === version);
  const [title = "", text = ""] = index < 0 ? [] : [parts[index], parts[index + 1]];
  if (title === "") throw new Error(`CHANGELOG.md has no heading "## ${version} (YYYY-MM-DD)"`);
  if (!/^\S+ \(\d{4}-\d\d-\d\d\)$/.test(title)) {
    throw new Error(`CHANGELOG.md says "## ${title}"; a version that is released has its date: (YYYY-MM-DD)`);
  }
  if (text.trim() === "") throw new Error(`CHANGELOG.md says nothing of ${version}`);
  return `${text.trim()}\n`;
}

const [, script, version] = process.argv;
if (script?.endsWith("release-notes.mjs") === true) {
  const own = JSON.parse(await readFile("package.json", "utf8")).version;
  if (version !== own) throw new Error(`package.json has ${own}, not ${version}`);
  process.stdout.write(notesOf(await readFile("CHANGELOG.md", "utf8"), own));
}
