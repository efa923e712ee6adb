import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** Runs a door, and returns the files of `dist/` that its process loads, as sorted paths below `dist/`. */
export async function loadedBy(
  run: (env: Readonly<Record<string, string>>) => Promise<unknown>,
): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), "prune-loaded-"));
  try {
    const list = join(folder, "urls");
    await run({ NODE_OPTIONS: `--import=${script(registering(list))}` });
    const urls = (await readFile(list, "utf8")).trimEnd().split("\n");
    const paths = urls.filter((url) => url.startsWith("file:")).map((url) => fileURLToPath(url));
    return [...new Set(paths.map((path) => relative("dist", path)))].sort();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The text of a module that writes the URL of each module that Node loads into a file (https://nodejs.org/api/module.html#customization-hooks). */
function registering(list: string): string {
  const hooks = `import { appendFileSync } from "node:fs";
    export async function load(url, context, next) {
      appendFileSync(${JSON.stringify(list)}, url + "\\n");
      return next(url, context);
    }`;
  return `import { register } from "node:module"; register(${JSON.stringify(script(hooks))});`;
}

function script(text: string): string {
  return `data:text/javascript;base64,${Buffer.from(text).toString("base64")}`;
}

/** The path, below `dist/`, of the only file of a folder that contains a text. */
export async function chunkWith(folder: string, text: string): Promise<string> {
  const names = await readdir(join("dist", folder));
  const texts = await Promise.all(names.map((name) => readFile(join("dist", folder, name), "utf8")));
  const found = names.filter((_, index) => texts[index]?.includes(text) === true);
  if (found.length !== 1) throw new Error(`"${text}" stands in ${found.join(", ") || "no file"}`);
  return join(folder, found[0] ?? "");
}
